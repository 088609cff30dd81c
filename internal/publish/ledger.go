package publish

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"slices"

	inode "planpress/internal/stamp"
)

// ledger is what is known of earlier builds: their manifest, and the journal
// of one that did not end.
type ledger struct {
	files   map[string]*claim
	folders map[string]bool
	claims  []claim           // of a sound manifest, in its order; all are in files
	names   []string          // their paths
	sum     [sha256.Size]byte // of the manifest's file as it is on disk
	damaged bool              // the manifest could not be read in full
	journal bool              // there is a journal

	// What was at rest when the manifest was written; see atRest.
	rests    map[string]inode.Stamp // of folders, and of "." for the whole
	foreign  []string
	strange  []string
	token    [sha256.Size]byte     // zero where nothing is known to be at rest
	children map[string][]inFolder // made by inside
}

// claim is why a file may be taken for one of ours. A sure claim, from a sound
// manifest, holds for the path. Any other, from a journal or from what is left
// of a damaged manifest, holds only for a file with these very bytes: the
// build may have ended before it wrote the file, and somebody else may have
// put theirs there since.
type claim struct {
	stamps []stamp
	sure   bool
	rest   inode.Stamp // of the file when it was sure; zero where not known
	still  bool        // it is as it was at rest; see glance
}

func (c *claim) names(st stamp) bool { return slices.Contains(c.stamps, st) }

// readLedger reads the manifest and the journal of a folder; base leads there.
func readLedger(f Files, base string) (ledger, error) {
	l := ledger{files: map[string]*claim{}, folders: map[string]bool{}}
	h := sha256.New()
	m, sound, err := readFrom(f, base+manifestName, h)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return ledger{}, err
	default:
		l.damaged = !sound
		l.sum = [sha256.Size]byte(h.Sum(nil))
		l.add(m, sound)
		if sound {
			l.addRest(&m, stampsOf(f, base, &m, l.sum))
		}
	}
	m, _, err = readFrom(f, base+journalName, io.Discard)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return ledger{}, err
	default:
		l.journal = true
		l.add(m, false)
	}
	return l, nil
}

func readFrom(f Files, name string, also io.Writer) (m manifest, sound bool, err error) {
	info, err := f.Lstat(name)
	if err != nil {
		return manifest{}, false, err
	}
	if !info.Mode().IsRegular() {
		return manifest{}, false, errUnknown
	}
	r, err := f.Open(name)
	if err != nil {
		return manifest{}, false, err
	}
	defer r.Close()
	in := io.TeeReader(r, also)
	if m, sound, err = readManifest(in); err != nil {
		return manifest{}, false, err
	}
	_, err = io.Copy(io.Discard, in)
	return m, sound, err
}

func (l *ledger) add(m manifest, sure bool) {
	claims, stamps := make([]claim, len(m.files)), make([]stamp, len(m.files))
	if sure {
		l.files, l.claims, l.names = make(map[string]*claim, len(m.files)), claims, make([]string, len(m.files))
	}
	for i, e := range m.files {
		if sure {
			l.names[i] = e.path
		}
		c := l.files[e.path]
		switch {
		case c == nil:
			c, stamps[i] = &claims[i], e.stamp
			c.stamps = stamps[i : i+1 : i+1]
			l.files[e.path] = c
		case !c.names(e.stamp):
			c.stamps = append(c.stamps, e.stamp)
		}
		c.sure = c.sure || sure
	}
	for _, name := range m.folders {
		l.folders[name] = true
	}
}

// addRest adds what was at rest when a manifest was written, if that is known.
func (l *ledger) addRest(m *manifest, r *atRest) {
	if r == nil {
		return
	}
	for i := range l.claims {
		l.claims[i].rest = r.files[i]
	}
	l.rests = make(map[string]inode.Stamp, len(r.folders))
	for i, st := range r.folders {
		if i == 0 {
			l.rests["."] = st
		} else {
			l.rests[m.folders[i-1]] = st
		}
	}
	l.foreign, l.strange, l.token = r.foreign, r.strange, r.token
}

// unsettled lists the claims that the manifest on disk does not make by itself
// and that a new journal must carry on.
func (l *ledger) unsettled() []entry {
	var list []entry
	for p, c := range l.files {
		if c.sure && len(c.stamps) == 1 {
			continue
		}
		for _, st := range c.stamps {
			list = append(list, entry{p, st})
		}
	}
	return list
}
