package publish

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"maps"
	"path"
	"slices"

	"planpress/internal/par"
	inode "planpress/internal/stamp"
)

// Keep takes one file of the site without its bytes: true where an earlier build
// wrote a file with this SHA-256 there, and the file is certainly as it was
// then. That is known by its stamp, without reading it. False: nothing was
// taken. Like Put it may be called from several goroutines.
func (s *Session) Keep(p string, kind Kind, sum [sha256.Size]byte) bool {
	c, ok := s.known.files[p]
	if !ok || !c.sure || c.rest.IsZero() || len(c.stamps) != 1 || c.stamps[0].sum != sum {
		return false
	}
	disk, err := s.look(p)
	if err != nil || disk.what != file || !inode.Of(disk.info).Same(c.rest) {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.outputs[p] != nil {
		return false
	}
	s.outputs[p] = &output{kind: kind, stamp: c.stamps[0], disk: disk, rested: true}
	return true
}

// Unchanged reports whether the folder is exactly as the Commit left it whose
// Report had this token, as far as that can be known without reading what is at
// rest. The Report is then that of a Commit that changes nothing. The session
// is not changed; it can be aborted.
func (s *Session) Unchanged(token [sha256.Size]byte) (Report, bool) {
	k := &s.known
	if token == [sha256.Size]byte{} || k.token != token || k.journal || k.damaged || len(k.strange) > 0 || s.opts.Atomic {
		return Report{}, false
	}
	names := slices.Collect(maps.Keys(k.files))
	folders := append(slices.Collect(maps.Keys(k.folders)), ".")
	if !each(names, s.fileRests) || !each(folders, s.folderRests) {
		return Report{}, false
	}
	return Report{Unchanged: len(names), Foreign: k.foreign, Token: token}, true
}

// each reports whether the answer is yes for every name. It asks for many at a
// time.
func each(names []string, ask func(string) bool) bool {
	const atOnce = 512
	chunks := slices.Collect(slices.Chunk(names, atOnce))
	answers, err := par.Map(context.Background(), 0, chunks, func(_ context.Context, chunk []string) (bool, error) {
		return !slices.ContainsFunc(chunk, func(name string) bool { return !ask(name) }), nil
	})
	return err == nil && !slices.Contains(answers, false)
}

// fileRests reports whether a file of ours is as it was.
func (s *Session) fileRests(name string) bool {
	c := s.known.files[name]
	info, err := s.files.Lstat(s.base + name)
	if err != nil || !c.sure {
		return false
	}
	if !c.rest.IsZero() {
		return inode.Of(info).Same(c.rest)
	}
	ok, err := proves(c, s.files, s.base+name, info)
	return ok && err == nil
}

// folderRests reports whether nothing came to a folder or left it.
func (s *Session) folderRests(dir string) bool {
	was := s.known.rests[dir]
	if !was.IsZero() {
		info, err := s.files.Lstat(path.Join(s.base, dir))
		return err == nil && inode.Of(info).Same(was)
	}
	return s.asListed(dir)
}

// asListed compares what is in a folder with what is known to be there.
func (s *Session) asListed(dir string) bool {
	entries, err := s.files.ReadDir(path.Join(s.base, dir))
	if err != nil {
		return false
	}
	foreign := 0
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		_, ours := s.known.files[name]
		switch {
		case name == ownName, ours && e.Type().IsRegular(), e.IsDir() && s.known.folders[name]:
		case !e.IsDir() && slices.Contains(s.known.foreign, name):
			foreign++
		default:
			return false
		}
	}
	return foreign == len(s.foreignIn(dir))
}

func (s *Session) foreignIn(dir string) []string {
	var out []string
	for _, name := range s.known.foreign {
		if path.Dir(name) == dir {
			out = append(out, name)
		}
	}
	return out
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
	_ = s.files.Remove(s.base + stampsNew)
	w, err := s.files.Create(s.base + stampsNew)
	if err != nil {
		return token
	}
	if err = s.stampAll(r, p); err == nil {
		data := r.bytes(sum)
		token = sha256.Sum256(data)
		_, err = w.Write(data)
	}
	if e := w.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = s.files.Rename(s.base+stampsNew, s.base+stampsName)
	}
	if err != nil {
		_ = s.files.Remove(s.base + stampsNew)
		return [sha256.Size]byte{}
	}
	return token
}

// stampAll fills in the stamps, of what had been at rest when the stamps' own
// file was made.
func (s *Session) stampAll(r *atRest, p *plan) error {
	made, err := s.files.Lstat(s.base + stampsNew)
	if err != nil {
		return err
	}
	now := inode.Of(made).CTime
	settled := func(info fs.FileInfo) inode.Stamp {
		if st := inode.Of(info); st.Settled(now) {
			return st
		}
		return inode.Stamp{}
	}
	r.files, err = par.Map(context.Background(), 0, p.next.files, func(_ context.Context, e entry) (inode.Stamp, error) {
		if o := s.outputs[e.path]; o.disk.info != nil && o.staged == "" && !s.opts.Atomic {
			return settled(o.disk.info), nil // from before it was compared
		}
		info, err := s.files.Lstat(s.base + e.path)
		if err != nil {
			return inode.Stamp{}, err
		}
		return settled(info), nil
	})
	if err != nil {
		return err
	}
	touched := map[string]bool{}
	for _, st := range p.steps() {
		touched[path.Dir(st.name)] = true
	}
	folders := append([]string{"."}, p.next.folders...)
	r.folders, err = par.Map(context.Background(), 0, folders, func(_ context.Context, dir string) (inode.Stamp, error) {
		if p.resting[dir] && !touched[dir] && !s.opts.Atomic {
			return s.known.rests[dir], nil // what came since was not seen
		}
		info, err := s.files.Lstat(path.Join(s.base, dir))
		if err != nil {
			return inode.Stamp{}, err
		}
		return settled(info), nil
	})
	return err
}
