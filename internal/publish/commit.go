package publish

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// Commit makes the new site visible and ends the session. The error is an
// *OccupiedError where foreign files are in the way, the error of the first
// Put that failed, that of ctx, or an *Error whose Extent says how much is
// visible. Once the first file is in place ctx is not asked any more. The
// Report is filled in if the new site is visible in full.
func (s *Session) Commit(ctx context.Context) (Report, error) {
	if !s.close() {
		return Report{}, ErrClosed
	}
	p, extent, err := s.publish(ctx)
	if err == nil {
		extent = Whole
		err = s.clearUp(p)
	} else if extent == Nothing {
		_ = s.discard() // the first error is the one to mend
	} else {
		_ = removeTree(s.files, s.base+stageName)
		_ = s.place.release(false)
	}
	if e := (*Error)(nil); errors.As(err, &e) {
		e.Extent = extent
	}
	if extent != Whole {
		return Report{}, err
	}
	return p.report, err
}

// publish plans and carries out the change. The extent tells what is visible
// after an error.
func (s *Session) publish(ctx context.Context) (*plan, Extent, error) {
	if s.failed != nil {
		return nil, Nothing, s.failed
	}
	p, err := s.newPlan(ctx)
	if err != nil {
		return nil, Nothing, err
	}
	done, err := p.settled(&s.known)
	if err != nil || done {
		return p, Nothing, err
	}
	if s.opts.Atomic {
		err = s.exchange(ctx, p)
		return p, s.place.exchanged, err
	}
	extent, err := s.replace(ctx, p)
	return p, extent, err
}

// clearUp removes what a publication leaves when it is done, and records what is
// at rest then.
func (s *Session) clearUp(p *plan) error {
	var first error
	keep := func(doing, name string, err error) {
		if err != nil && first == nil && !errors.Is(err, fs.ErrNotExist) {
			first = s.place.fail(doing, name, err)
		}
	}
	if s.place.exchanged == Whole {
		keep("clear up", "", s.place.finish(s.place.retiredName))
	} else {
		if s.known.journal || s.journaled {
			keep("clear up", journalName, s.files.Remove(s.base+journalName))
		}
		keep("clear up", stageName, removeTree(s.files, s.base+stageName))
	}
	if first == nil { // else the lock may not be ours any more
		p.report.Token = s.rest(p)
	}
	keep("clear up", "", s.place.release(false))
	return first
}

// step is one visible change.
type step struct {
	doing  string
	name   string
	staged string // for a move
}

func (p *plan) steps() []step {
	var list []step
	add := func(doing string, names []string) {
		for _, name := range names {
			list = append(list, step{doing: doing, name: name})
		}
	}
	add("remove", p.clear)
	for _, dir := range p.made {
		if _, whole := p.trees[dir]; !whole && !p.inMovedTree(dir) {
			add("make", []string{dir})
		}
	}
	list = append(list, p.movements()...)
	add("remove", p.removals)
	add("remove", p.emptied)
	return list
}

// replace changes the folder file by file.
func (s *Session) replace(ctx context.Context, p *plan) (Extent, error) {
	if err := s.ready(ctx, p); err != nil {
		if s.journaled && !s.known.journal {
			// It claims files that were not written. Claims of a journal are
			// careful ones, so that it does no harm if it stays.
			_ = s.files.Remove(s.base + journalName)
		}
		return Nothing, err
	}
	extent := Nothing
	for _, st := range p.steps() {
		if err := s.do(st); err != nil {
			return extent, s.place.fail(st.doing, st.name, err)
		}
		extent = Partly
	}
	if err := s.files.Rename(s.base+stagedManifest, s.base+manifestName); err != nil {
		return extent, s.place.fail("write", manifestName, err)
	}
	return Whole, nil
}

// permitted asks every folder whether it may be changed: one that refuses must
// not leave the others changed already.
func (s *Session) permitted(p *plan) error {
	dirs := map[string]bool{}
	for _, st := range p.steps() {
		dirs[path.Dir(st.name)] = true
	}
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		if dir != "." {
			if at, err := s.lookFolder(dir); err != nil {
				return s.place.fail("write", dir, err)
			} else if at.what != folder {
				continue // it is going to be made
			}
		}
		if err := s.files.Writable(path.Join(s.base, dir)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return s.place.fail("write", dir, err)
		}
	}
	return nil
}

// ready makes sure that the change can be made, and writes manifest, journal and
// everything staged to the disk.
func (s *Session) ready(ctx context.Context, p *plan) error {
	if err := s.permitted(p); err != nil {
		return err
	}
	if err := s.makeStage(); err != nil {
		return s.place.fail("make", stageName, err)
	}
	if err := s.write(stagedManifest, &p.next); err != nil {
		return s.place.fail("write", manifestName, err)
	}
	if err := s.write(stagedJournal, p.journal(&s.known)); err != nil {
		return s.place.fail("write", journalName, err)
	}
	if err := s.files.Rename(s.base+stagedJournal, s.base+journalName); err != nil {
		return s.place.fail("write", journalName, err)
	}
	s.journaled = true
	if err := s.sync(); err != nil {
		return err
	}
	return ctx.Err()
}

func (s *Session) sync() error {
	if s.opts.NoSync {
		return nil
	}
	if err := s.files.Sync(); err != nil {
		return s.place.fail("write to the disk", "", err)
	}
	return nil
}

func (s *Session) write(name string, m *manifest) error {
	w, err := s.files.Create(s.base + name)
	if err != nil {
		return err
	}
	err = m.writeTo(w)
	if e := w.Close(); err == nil {
		err = e
	}
	return err
}

func (s *Session) do(st step) error {
	switch {
	case st.staged != "":
		return s.files.Rename(s.base+st.staged, s.base+st.name)
	case st.doing == "make":
		return s.files.Mkdir(s.base + st.name)
	}
	err := s.files.Remove(s.base + st.name)
	if harmless(err) {
		return nil // somebody else removed it, or just put a file into the folder
	}
	return err
}
