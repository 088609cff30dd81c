package publish

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"sync"
)

// A folder that the site does not have yet is staged as a folder, with all that
// belongs in it, and moved into place in one step: a new site needs no rename
// for each of its files.

// treeName is where the new folders are in the staging folder, by their paths.
const treeName = stageName + "/new"

// longest is the longest path that is staged below treeName: a path as a whole
// has a limit, too.
const longest = 3000

// rank says when something is moved: what is named before what names it.
type rank uint8

const (
	assets rank = iota
	mixed       // a folder of assets and of what names them
	pages
	lists
)

func (k Kind) rank() rank { return [...]rank{Asset: assets, Page: pages, List: lists}[k] }

// content is what a folder that is to be made will hold.
type content struct {
	kinds  [List + 1]bool
	strays bool // something in it is not staged in its tree
}

func (c *content) rank() rank {
	switch {
	case c.kinds[Asset] && (c.kinds[Page] || c.kinds[List]):
		return mixed
	case c.kinds[Asset]:
		return assets
	case c.kinds[Page]:
		return pages
	}
	return lists
}

// inTree gives a name in the staging folder for an output whose folder is
// missing; "" where it is there, or where its tree cannot be made: two outputs
// may ask for one name as a file and as a folder, which the plan will tell.
func (s *Session) inTree(p string) string {
	dir := path.Dir(p)
	if dir == "." || len(p) > longest {
		return ""
	}
	if up, err := s.lookFolder(dir); err != nil || up.what != missing || s.stagedFolder(dir) != nil {
		return ""
	}
	return treeName + "/" + p
}

// stagedFolder makes a folder below treeName, and those above it, once.
func (s *Session) stagedFolder(dir string) error {
	make, _ := s.treeDirs.LoadOrStore(dir, sync.OnceValue(func() error {
		if dir == "." {
			return s.files.Mkdir(s.base + treeName)
		}
		if err := s.stagedFolder(path.Dir(dir)); err != nil {
			return err
		}
		return s.files.Mkdir(s.base + treeName + "/" + dir)
	}))
	return make.(func() error)()
}

// findTrees finds the folders to make that are staged as a whole, the outermost
// of them.
func (p *planner) findTrees() {
	holds := make(map[string]*content, len(p.made))
	for _, dir := range p.made {
		holds[dir] = &content{}
	}
	for _, m := range p.moves {
		for dir := path.Dir(m.path); holds[dir] != nil; dir = path.Dir(dir) {
			holds[dir].kinds[m.kind] = true
			holds[dir].strays = holds[dir].strays || m.staged != treeName+"/"+m.path
		}
	}
	p.trees = map[string]rank{}
	for _, dir := range p.made { // parents first
		if c := holds[dir]; !c.strays && !p.inMovedTree(dir) {
			p.trees[dir] = c.rank()
		}
	}
}

// inMovedTree reports whether something is moved together with a folder that it
// is in.
func (p *plan) inMovedTree(name string) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, moved := p.trees[dir]; moved {
			return true
		}
	}
	return false
}

// movements gives the steps that put staged files and folders into place.
func (p *plan) movements() []step {
	type movement struct {
		step
		rank
	}
	var all []movement
	for _, m := range p.moves {
		if !p.inMovedTree(m.path) {
			all = append(all, movement{step{doing: "write", name: m.path, staged: m.staged}, m.kind.rank()})
		}
	}
	for dir, rank := range p.trees {
		all = append(all, movement{step{doing: "write", name: dir, staged: treeName + "/" + dir}, rank})
	}
	slices.SortFunc(all, func(a, b movement) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.name, b.name))
	})
	out := make([]step, len(all))
	for i, m := range all {
		out[i] = m.step
	}
	return out
}
