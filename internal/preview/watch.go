package preview

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"planpress/internal/diag"
)

const (
	quiet     = 15 * time.Millisecond  // a burst of events is over when none came for so long
	patience  = 400 * time.Millisecond // but a burst without end is looked at anyway
	pollEvery = 700 * time.Millisecond
	recheck   = 30 * time.Second // with events: in case one was lost
)

// watch gives a value whenever something below the folders has changed, until
// ctx ends; then it closes the channel. Changes that come while the last one
// is still being worked on give one value.
//
// The system's events are hints only. An editor's save gives several, so after a
// burst of them the files that they name are compared with what they were. A file
// made together with its folder, or inside a renamed folder, gives none, so where
// a folder is named the whole tree is compared, and now and then anyway.
func watch(ctx context.Context, folders []string, poll bool, log func(diag.Text)) <-chan change {
	w := &watcher{folders: folders, log: log, changes: make(chan change, 1)}
	if poll {
		w.say("tìm thay đổi theo thời gian", "looking for changes by time")
	} else {
		w.start()
	}
	w.last = w.scan()
	go w.run(ctx)
	return w.changes
}

// change is the files that have changed, nil where anything may have.
type change []string

// with gives both changes.
func (c change) with(d change) change {
	if c == nil || d == nil {
		return nil
	}
	return append(c, d...)
}

type watcher struct {
	folders []string
	log     func(diag.Text)
	changes chan change
	last    tree
	events  *fsnotify.Watcher // nil: polling
}

func (w *watcher) say(vi, en string) { w.log(diag.Text{VI: vi, EN: en}) }

// start uses the system's events where they can be relied on.
func (w *watcher) start() {
	for _, f := range w.folders {
		if onNetwork(f) {
			w.say("thư mục nằm trên ổ mạng: tìm thay đổi theo thời gian", "the folder is on a network file system: looking for changes by time")
			return
		}
	}
	events, err := fsnotify.NewWatcher()
	if err != nil {
		w.fallBack(err)
		return
	}
	w.events = events
}

// fallBack goes on without events, and says why.
func (w *watcher) fallBack(err error) {
	if w.events != nil {
		w.events.Close()
		w.events = nil
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		w.say("hệ thống không cho theo dõi thêm thư mục (fs.inotify.max_user_watches): tìm thay đổi theo thời gian",
			"the system's limit of watched folders is reached (fs.inotify.max_user_watches): looking for changes by time")
		return
	}
	w.log(diag.T("không theo dõi được thư mục (%v): tìm thay đổi theo thời gian", "folders cannot be watched (%v): looking for changes by time", err))
}

func (w *watcher) run(ctx context.Context) {
	defer close(w.changes)
	for ctx.Err() == nil {
		var names []string
		if w.events == nil {
			w.wait(ctx, pollEvery)
		} else {
			names = w.hint(ctx)
		}
		if ctx.Err() == nil && !w.look(names) {
			w.compare()
		}
	}
	if w.events != nil {
		w.events.Close()
	}
}

func (w *watcher) wait(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// hint returns at the end of a burst of events, with the names in them, or when
// it is time to look anyway.
func (w *watcher) hint(ctx context.Context) (names []string) {
	again := time.NewTimer(recheck)
	defer again.Stop()
	var calm, enough <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-again.C:
			return nil
		case <-calm:
			return names
		case <-enough:
			return names
		case err := <-w.events.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.fallBack(err)
			}
			return nil
		case e := <-w.events.Events:
			if e.Op == fsnotify.Chmod {
				continue
			}
			names = append(names, e.Name)
			calm = time.After(quiet)
			if enough == nil {
				enough = time.After(patience)
			}
		}
	}
}

// look compares a few files with what they were. It reports false where that
// does not tell everything: a folder came, went, or is named.
func (w *watcher) look(names []string) bool {
	changed := change{}
	for _, name := range names {
		if strings.HasPrefix(filepath.Base(name), ".") {
			continue
		}
		was, known := w.last[name]
		info, err := os.Stat(name)
		switch {
		case was.dir, err == nil && info.IsDir():
			return false
		case err == nil && !was.same(stampOf(info)):
			w.last[name], changed = stampOf(info), append(changed, name)
		case err != nil && known:
			delete(w.last, name)
			changed = append(changed, name)
		case err != nil:
			return false // the folder may have another name by now
		}
	}
	if len(changed) > 0 {
		w.tell(changed)
	}
	return len(names) > 0
}

func (w *watcher) compare() {
	now := w.scan()
	if now.equal(w.last) {
		return
	}
	w.last = now
	w.tell(nil)
}

// tell gives a change, together with one that nobody has taken yet.
func (w *watcher) tell(c change) {
	select {
	case waiting := <-w.changes:
		c = waiting.with(c)
	default:
	}
	w.changes <- c
}

// scan lists the tree. It begins to watch a folder before it lists it, so that
// nothing made in between is missed. It asks anew for folders that are watched
// already, which costs nothing: another folder may have taken their place
// under the same name.
func (w *watcher) scan() tree {
	t := tree{}
	for _, f := range w.folders {
		t.add(f, w.follow)
		if parent := filepath.Dir(f); !t[f].dir { // seen there when it is made
			t[parent] = stamp{dir: true}
			w.follow(parent)
		}
	}
	return t
}

func (w *watcher) follow(dir string) {
	if w.events == nil {
		return
	}
	if err := w.events.Add(dir); err != nil && !errors.Is(err, syscall.ENOENT) {
		w.fallBack(err)
	}
}
