package publish

import (
	"context"
	"crypto/sha256"
	"maps"
	"path"
	"slices"
	"sync/atomic"

	"planpress/internal/par"
	inode "planpress/internal/stamp"
)

// Keep takes one file of the site without its bytes: true where an earlier build
// wrote a file with this SHA-256 there, and the file is certainly as it was
// then. That is known by its stamp, without reading it. False: nothing was
// taken. Like Put it may be called from several goroutines.
func (s *Session) Keep(p string, kind Kind, sum [sha256.Size]byte) bool {
	return s.KeepAll(kind, []Kept{{p, sum}})
}

// Kept is a file with the SHA-256 of its bytes.
type Kept struct {
	Path string
	Sum  [sha256.Size]byte
}

// KeepAll takes files as Keep does, all of them or, where one is not certain, none.
func (s *Session) KeepAll(kind Kind, files []Kept) bool {
	outputs := make([]*output, len(files))
	for i, f := range files {
		if outputs[i] = s.held(f); outputs[i] == nil {
			return false
		}
		outputs[i].kind = kind
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || slices.ContainsFunc(files, func(f Kept) bool { return s.outputs[f.Path] != nil }) {
		return false
	}
	for i, f := range files {
		s.outputs[f.Path] = outputs[i]
	}
	return true
}

// held gives what stands for a file that is there; nil where that is not certain.
func (s *Session) held(f Kept) *output {
	c, ok := s.known.files[f.Path]
	if !ok || !c.sure || c.rest.IsZero() || len(c.stamps) != 1 || c.stamps[0].sum != f.Sum {
		return nil
	}
	disk := occupant{what: file, stamp: c.rest}
	if s.glanced(); !c.still {
		var err error
		if disk, err = s.look(f.Path); err != nil || disk.what != file || !disk.stamp.Same(c.rest) {
			return nil
		}
	}
	return &output{stamp: c.stamps[0], disk: disk, rest: c.rest}
}

// Unchanged reports whether the folder is exactly as the Commit left it whose
// Report had this token, as far as that can be known without reading what is at
// rest. The Report is then that of a Commit that changes nothing. Its token may
// be a new one: what was too young to be trusted the last time was read, and is
// at rest now.
func (s *Session) Unchanged(token [sha256.Size]byte) (Report, bool) {
	k := &s.known
	if token == [sha256.Size]byte{} || k.token != token || k.journal || k.damaged {
		return Report{}, false
	}
	s.glanced()
	names := slices.Sorted(maps.Keys(k.files))
	folders := append([]string{"."}, slices.Sorted(maps.Keys(k.folders))...)
	r := &atRest{foreign: k.foreign, strange: k.strange}
	var ok bool
	if r.files, ok = each(names, s.fileRests); !ok {
		return Report{}, false
	}
	k.inside(".") // makes the lists, which several goroutines then read
	if r.folders, ok = each(folders, s.folderRests); !ok || !s.strangeRest() {
		return Report{}, false
	}
	if s.improves(names, folders, r) {
		if t := s.writeStamps(r, k.sum); t != [sha256.Size]byte{} {
			token = t
		}
	}
	return Report{Unchanged: len(names), Foreign: k.foreign, Token: token}, true
}

// improves reports whether something is at rest that was not.
func (s *Session) improves(files, folders []string, r *atRest) bool {
	for i, name := range files {
		if s.known.files[name].rest.IsZero() && !r.files[i].IsZero() {
			return true
		}
	}
	for i, name := range folders {
		if s.known.rests[name].IsZero() && !r.folders[i].IsZero() {
			return true
		}
	}
	return false
}

// each gives the stamp of every name, and whether all are as they were. It asks
// for many at a time.
func each(names []string, ask func(string) (inode.Stamp, bool)) ([]inode.Stamp, bool) {
	var wrong atomic.Bool
	out, err := par.Map(context.Background(), 0, names, func(_ context.Context, name string) (inode.Stamp, error) {
		if wrong.Load() {
			return inode.Stamp{}, nil
		}
		st, ok := ask(name)
		if !ok {
			wrong.Store(true)
		}
		return st, nil
	})
	return out, err == nil && !wrong.Load()
}

// fileRests reports whether a file of ours is as it was. One that was too young
// is read.
func (s *Session) fileRests(name string) (inode.Stamp, bool) {
	c := s.known.files[name]
	if c.still {
		return c.rest, true
	}
	info, err := s.files.Lstat(s.base + name)
	if err != nil || !c.sure {
		return inode.Stamp{}, false
	}
	if !c.rest.IsZero() {
		return c.rest, inode.Of(info).Same(c.rest)
	}
	ok, err := proves(c, s.files, s.base+name, info)
	return s.settled(inode.Of(info)), ok && err == nil
}

// folderRests reports whether nothing came to a folder or left it. One that was
// too young is listed.
func (s *Session) folderRests(dir string) (inode.Stamp, bool) {
	is, ok := s.first.folders[dir]
	if !ok {
		info, err := s.files.Lstat(path.Join(s.base, dir))
		if err != nil {
			return inode.Stamp{}, false
		}
		is = inode.Of(info)
	}
	if was := s.known.rests[dir]; !was.IsZero() {
		return was, is.Same(was)
	}
	return s.settled(is), s.asListed(dir)
}

// strangeRest reports whether folders that are not ours hold what they held.
func (s *Session) strangeRest() bool {
	return !slices.ContainsFunc(s.known.strange, func(dir string) bool { return !s.asListed(dir) })
}

// asListed compares what is in a folder with what is known to be there.
func (s *Session) asListed(dir string) bool {
	entries, err := s.files.ReadDir(path.Join(s.base, dir))
	if err != nil {
		return false
	}
	others := map[inFolder]bool{}
	for _, e := range s.known.inside(dir) {
		others[e] = true
	}
	for _, e := range entries {
		at := inFolder{path.Join(dir, e.Name()), e.IsDir()}
		if _, ours := s.known.files[at.name]; ours && e.Type().IsRegular() || at.name == ownName {
			continue
		}
		if !others[at] {
			return false
		}
		delete(others, at)
	}
	return len(others) == 0
}

// settled gives a stamp, where the file had been at rest when the session began.
func (s *Session) settled(st inode.Stamp) inode.Stamp {
	if st.Settled(s.began) {
		return st
	}
	return inode.Stamp{}
}

// rest records what the file system says of the folder now. It gives the token
// for it; zero where that cannot be done, which is no error.
func (s *Session) rest(p *plan) (token [sha256.Size]byte) {
	sum, err := p.next.sum()
	if err != nil {
		return token
	}
	if s.known.token != token && sum == s.known.sum && p.rested {
		return s.known.token // nothing was found that is not recorded
	}
	r := &atRest{foreign: p.report.Foreign, strange: p.strange}
	r.files, err = par.Map(context.Background(), 0, p.next.files, func(_ context.Context, e entry) (inode.Stamp, error) {
		return s.restOf(e.path), nil
	})
	if err != nil {
		return token
	}
	for _, st := range p.steps() {
		delete(p.resting, path.Dir(st.name)) // it is to be listed the next time
	}
	for _, dir := range append([]string{"."}, p.next.folders...) {
		r.folders = append(r.folders, p.resting[dir])
	}
	return s.writeStamps(r, sum)
}

// restOf gives the stamp of a file of the site that certainly is that of the
// bytes that were compared or written; zero where somebody may have changed it
// since.
func (s *Session) restOf(name string) inode.Stamp {
	o := s.outputs[name]
	if o.staged == "" && !s.opts.Atomic {
		return s.settled(o.disk.stamp) // from before it was compared
	}
	info, err := s.files.Lstat(s.base + name)
	if err != nil {
		return inode.Stamp{}
	}
	was, is := o.made, inode.Of(info)
	if o.staged == "" {
		was = s.settled(o.disk.stamp) // a hard link changes the time of the inode alone
	}
	if was.IsZero() || was.Size != is.Size || was.MTime != is.MTime || was.Inode != is.Inode {
		return inode.Stamp{}
	}
	return is
}

// writeStamps puts the stamps into their file, as those of a manifest. It gives
// the token; zero where that cannot be done.
func (s *Session) writeStamps(r *atRest, of [sha256.Size]byte) (token [sha256.Size]byte) {
	_ = s.files.Remove(s.base + stampsNew)
	w, err := s.files.Create(s.base + stampsNew)
	if err != nil {
		return token
	}
	data := r.bytes(of)
	_, err = w.Write(data)
	if e := w.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = s.files.Rename(s.base+stampsNew, s.base+stampsName)
	}
	if err != nil {
		_ = s.files.Remove(s.base + stampsNew)
		return token
	}
	return sha256.Sum256(data)
}
