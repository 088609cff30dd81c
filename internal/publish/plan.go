package publish

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	inode "planpress/internal/stamp"
)

// plan is what Commit is going to do, worked out in full before anything
// visible changes.
type plan struct {
	paths    []string        // of all outputs, sorted
	moves    []move          // in the order in which they become visible, but for those in trees
	removals []string        // files of an earlier build; sorted
	clear    []string        // of these and of emptied: what is in the way of a move
	made     []string        // folders to make, parents first
	trees    map[string]rank // those of them that are moved as a whole
	emptied  []string        // folders to remove, children first
	folders  []string        // all of the new site and of what is foreign, parents first
	next     manifest
	report   Report
	strange  []string               // folders that are not ours
	resting  map[string]inode.Stamp // of folders, from before they were listed
	listed   int                    // folders whose stamps did not save that
	rested   bool                   // all of it is as the stamps say
}

type move struct {
	path string
	*output
}

// planner gathers what the plan is made of.
type planner struct {
	*Session
	plan
	parents  map[string]bool   // all folders that the outputs need
	removed  map[string]bool   // the removals
	held     map[string]string // folders that must stay, and what foreign thing is in them
	conflict []Occupant
	late     bool // something came to the folder after a Put had found its place free
}

// newPlan works out what to do. The error is an *OccupiedError where foreign
// files are in the way.
func (s *Session) newPlan(ctx context.Context) (*plan, error) {
	p := &planner{Session: s, parents: map[string]bool{}, removed: map[string]bool{}, held: map[string]string{}, plan: plan{resting: map[string]inode.Stamp{}}}
	p.report.ManifestDamaged = s.known.damaged
	steps := []func() error{p.sort, p.findRemovals, func() error { return p.survey(ctx, "") }, p.settle, p.findFolders}
	for _, step := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := step(); err != nil && ctx.Err() != nil {
			return nil, ctx.Err()
		} else if err != nil {
			return nil, s.place.fail("look through", "", err)
		}
	}
	if len(p.conflict) > 0 {
		slices.SortFunc(p.conflict, func(a, b Occupant) int {
			return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.For, b.For))
		})
		return nil, &OccupiedError{s.place.dir, p.conflict}
	}
	slices.Sort(p.report.Foreign)
	p.rested = p.allRest()
	p.findObstacles()
	p.findTrees()
	p.writeDown()
	return &p.plan, nil
}

// allRest reports whether nothing was found but what the stamps say.
func (p *planner) allRest() bool {
	for _, o := range p.outputs {
		if o.rest.IsZero() {
			return false
		}
	}
	return p.listed == len(p.known.strange) && len(p.report.Kept) == 0 &&
		slices.Equal(p.strange, p.known.strange) && slices.Equal(p.report.Foreign, p.known.foreign)
}

// sort puts the outputs in order and counts them.
func (p *planner) sort() error {
	p.paths = p.sorted()
	before := "."
	for _, name := range p.paths {
		if dir := path.Dir(name); dir != before {
			for before = dir; dir != "." && !p.parents[dir]; dir = path.Dir(dir) {
				p.parents[dir] = true
			}
		}
		o := p.outputs[name]
		if o.staged == "" {
			p.report.Unchanged++
			continue
		}
		p.moves = append(p.moves, move{name, o})
		p.report.Written++
		p.report.Bytes += o.stamp.size
	}
	slices.SortFunc(p.moves, func(a, b move) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.path, b.path))
	})
	for _, name := range p.paths {
		if p.parents[name] {
			return p.place.fail("write", name, ErrPath)
		}
	}
	return nil
}

// sorted gives the paths of all outputs in order. Most of them are in the manifest,
// which is in order.
func (p *planner) sorted() []string {
	out := make([]string, 0, len(p.outputs))
	for _, name := range p.known.names {
		if p.outputs[name] != nil {
			out = append(out, name)
		}
	}
	if len(out) == len(p.outputs) {
		return out
	}
	for name := range p.outputs {
		if c := p.known.files[name]; c == nil || !c.sure {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// findRemovals lists the files that an earlier build wrote and this one does
// not. One that somebody changed since stays.
func (p *planner) findRemovals() error {
	for name := range p.known.files {
		if p.outputs[name] != nil {
			continue
		}
		disk, err := p.look(name)
		if err != nil {
			return err
		}
		if disk.what != file {
			continue
		}
		proven, err := p.proven(name, disk.info)
		switch {
		case err != nil:
			return err
		case proven:
			p.removals = append(p.removals, name)
			p.removed[name] = true
		case p.known.files[name].sure:
			p.report.Kept = append(p.report.Kept, name)
		}
	}
	slices.Sort(p.removals)
	slices.Sort(p.report.Kept)
	p.report.Removed = len(p.removals)
	return nil
}

// survey walks through the folder to find what is foreign.
func (p *planner) survey(ctx context.Context, dir string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entries, err := p.entries(cmp.Or(dir, "."))
	if errors.Is(err, fs.ErrPermission) && p.held[dir] == dir && !p.opts.Atomic {
		p.report.Foreign = append(p.report.Foreign, dir+"/") // not ours, and closed to us
		return nil
	}
	if err != nil {
		return p.place.fail("look through", dir, err)
	}
	for _, e := range entries {
		p.notice(e.name)
		switch {
		case e.name == ownName:
		case e.isDir:
			if !p.known.folders[e.name] {
				p.strange = append(p.strange, e.name)
				p.hold(e.name, e.name)
			}
			if err := p.survey(ctx, e.name); err != nil {
				return err
			}
		case p.removed[e.name]:
		case p.outputs[e.name] == nil:
			p.report.Foreign = append(p.report.Foreign, e.name)
			p.hold(path.Dir(e.name), e.name)
		}
	}
	return nil
}

// entries lists a folder, in the order of names. Of one that nothing came to as
// its stamp says, files of ours are left out.
func (p *planner) entries(dir string) ([]inFolder, error) {
	is, err := p.stampBefore(dir)
	if err != nil {
		return nil, err
	}
	if was := p.known.rests[dir]; is.Same(was) {
		p.resting[dir] = was
		return p.known.inside(dir), nil
	}
	p.resting[dir] = p.Session.settled(is)
	p.listed++
	entries, err := p.files.ReadDir(path.Join(p.base, dir))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	out := make([]inFolder, len(entries))
	for i, e := range entries {
		out[i] = inFolder{path.Join(dir, e.Name()), e.IsDir()}
	}
	return out, nil
}

// stampBefore gives a folder's stamp from before what is in it was looked at.
func (p *planner) stampBefore(dir string) (inode.Stamp, error) {
	if st, ok := p.first.folders[dir]; ok {
		return st, nil
	}
	if st := p.seen[dir].stamp; !st.IsZero() {
		return st, nil
	}
	info, err := p.files.Lstat(path.Join(p.base, dir))
	if err != nil {
		return inode.Stamp{}, err
	}
	return inode.Of(info), nil
}

// notice compares what is in the folder with what Put found there.
func (p *planner) notice(name string) {
	at, asked := p.seen[name]
	o := p.outputs[name]
	p.late = p.late || asked && at.what == missing || o != nil && o.disk.what == missing
}

// lookAgain looks once more at the places that were free.
func (p *planner) lookAgain() error {
	clear(p.seen)
	clear(p.first.folders)
	for _, name := range p.paths {
		o := p.outputs[name]
		if o.disk.what != missing {
			continue
		}
		var err error
		if o.disk, err = p.look(name); err != nil {
			return err
		}
		o.conflict = o.disk.what == file
	}
	return nil
}

// hold notes that a folder and its parents must stay because of something
// foreign in it.
func (p *planner) hold(dir, because string) {
	for ; dir != "." && p.held[dir] == ""; dir = path.Dir(dir) {
		p.held[dir] = because
	}
}

// settle decides for every output with something at its place whether that is
// ours to replace.
func (p *planner) settle() error {
	if p.late {
		if err := p.lookAgain(); err != nil {
			return err
		}
	}
	for _, name := range p.paths {
		o := p.outputs[name]
		switch d := o.disk; {
		case o.conflict, d.what == link, d.what == special:
			p.conflict = append(p.conflict, Occupant{name, name, d.what.String()})
		case d.what == barred && !p.removed[d.bar]:
			p.conflict = append(p.conflict, Occupant{d.bar, name, d.kind.String()})
		case d.what == folder && p.held[name] != "":
			because := p.held[name]
			at, err := p.look(because)
			if err != nil {
				return err
			}
			p.conflict = append(p.conflict, Occupant{because, name, at.what.String()})
		}
	}
	return nil
}

// findFolders lists the folders to make and those to remove.
func (p *planner) findFolders() error {
	for dir := range p.parents {
		at, err := p.lookFolder(dir)
		if err != nil {
			return err
		}
		if at.what != folder {
			p.made = append(p.made, dir)
		}
	}
	slices.Sort(p.made)
	for dir := range p.known.folders {
		if p.parents[dir] || p.held[dir] != "" {
			continue
		}
		at, err := p.lookFolder(dir)
		if err != nil {
			return err
		}
		if at.what == folder {
			p.emptied = append(p.emptied, dir)
		}
	}
	slices.Sort(p.emptied)
	slices.Reverse(p.emptied)
	return nil
}

// findObstacles picks out of what is to be removed the files where folders
// are needed, and the folders, with all in them, where files are needed.
func (p *planner) findObstacles() {
	inTheWay := func(name string) bool {
		for ; name != "."; name = path.Dir(name) {
			if p.outputs[name] != nil {
				return true
			}
		}
		return false
	}
	for _, name := range p.removals {
		if p.parents[name] || inTheWay(path.Dir(name)) {
			p.clear = append(p.clear, name)
		}
	}
	for _, dir := range p.emptied {
		if inTheWay(dir) {
			p.clear = append(p.clear, dir)
		}
	}
	taken := make(map[string]bool, len(p.clear))
	for _, name := range p.clear {
		taken[name] = true
	}
	isTaken := func(name string) bool { return taken[name] }
	p.removals = slices.DeleteFunc(p.removals, isTaken)
	p.emptied = slices.DeleteFunc(p.emptied, isTaken)
}

// writeDown makes the manifest of the new site.
func (p *planner) writeDown() {
	p.next.files = make([]entry, len(p.paths))
	for i, name := range p.paths {
		p.next.files[i] = entry{name, p.outputs[name].stamp}
	}
	folders := slices.Clone(p.made)
	for dir := range p.parents {
		// With a damaged manifest nothing says who made a folder: one that the
		// site needs is taken over, as files with the right bytes are.
		if p.known.folders[dir] || p.known.damaged {
			folders = append(folders, dir)
		}
	}
	for dir := range p.held {
		if p.known.folders[dir] {
			folders = append(folders, dir)
		}
	}
	slices.Sort(folders)
	p.next.folders = slices.Compact(folders)
	p.folders = slices.AppendSeq(slices.Collect(maps.Keys(p.parents)), maps.Keys(p.held))
	slices.Sort(p.folders)
	p.folders = slices.Compact(p.folders)
}

// settled reports whether the folder already is as planned, its manifest too.
func (p *plan) settled(known *ledger) (bool, error) {
	if len(p.moves)+len(p.removals)+len(p.clear)+len(p.emptied) > 0 || known.journal {
		return false, nil
	}
	sum, err := p.next.sum()
	return err == nil && sum == known.sum, err
}

// journal names what is going to be written, and what earlier builds that did
// not end were going to write.
func (p *plan) journal(known *ledger) *manifest {
	j := &manifest{folders: slices.Clone(p.made), files: known.unsettled()}
	for dir := range known.folders {
		j.folders = append(j.folders, dir)
	}
	for _, m := range p.moves {
		j.files = append(j.files, entry{m.path, m.stamp})
	}
	slices.Sort(j.folders)
	j.folders = slices.Compact(j.folders)
	slices.SortFunc(j.files, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.path, b.path), cmp.Compare(a.size, b.size), bytes.Compare(a.sum[:], b.sum[:]))
	})
	return j
}
