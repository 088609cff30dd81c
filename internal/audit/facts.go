package audit

import (
	"cmp"
	"slices"
)

// Facts is what is known of a page besides its findings, all as hashes that
// mean the same in every build.
type Facts struct {
	IDs     []uint32 // of its elements, sorted
	Targets []Target // what it leads to outside of itself, sorted, each once
}

// Target is a file and a place in it; Anchor is 0 for none.
type Target struct {
	File   uint64
	Anchor uint32
}

func (t Target) compare(u Target) int {
	return cmp.Or(cmp.Compare(t.File, u.File), cmp.Compare(t.Anchor, u.Anchor))
}

// LeadsTo reports whether the page leads to one of some sorted targets.
func (f *Facts) LeadsTo(targets []Target) bool {
	has := func(t Target) bool {
		_, ok := slices.BinarySearchFunc(targets, t, Target.compare)
		return ok
	}
	return slices.ContainsFunc(f.Targets, func(t Target) bool { return has(t) || has(Target{File: t.File}) })
}

func (p *page) facts() Facts {
	f := Facts{IDs: make(anchors, len(p.ids)), Targets: make([]Target, len(p.links))}
	for i := range p.ids {
		f.IDs[i] = short(p.ids[i].hash)
	}
	for i := range p.links {
		f.Targets[i] = p.links[i].Target
	}
	slices.Sort(f.IDs)
	slices.SortFunc(f.Targets, Target.compare)
	f.Targets = slices.Clip(slices.Compact(f.Targets))
	return f
}

// Keep tells of a page that is as an earlier Auditor saw it, and had nothing
// wrong with its links then. Its own findings are not repeated.
func (a *Auditor) Keep(path string) {
	h := hash([]byte(path))
	a.mu.Lock()
	defer a.mu.Unlock()
	a.add(h)
	a.kept[h] = path
}

// recall learns the ids of the kept pages that another page leads into.
func (a *Auditor) recall() {
	for t := range a.wants {
		path, unknown := a.kept[t.File]
		if !unknown || t.Anchor == 0 {
			continue
		}
		own := anchors(a.opts.Recall(path).IDs)
		a.files[t.File] = &own
		delete(a.kept, t.File)
	}
}

// Files lists the hashes of all files of the site, sorted.
func (a *Auditor) Files() []uint64 {
	a.mu.Lock()
	defer a.mu.Unlock()
	out := make([]uint64, 0, len(a.files))
	for h := range a.files {
		out = append(out, h)
	}
	slices.Sort(out)
	return out
}

// Lost gives what an earlier site had and this one has not, sorted: of the
// files that it had, and of the facts of those of its pages that were not kept.
// When pages have been seen and kept, only a page that leads to one of these
// can have become wrong without having changed.
func (a *Auditor) Lost(files []uint64, pages map[string]Facts) []Target {
	a.mu.Lock()
	defer a.mu.Unlock()
	var out []Target
	for _, h := range files {
		if _, ok := a.files[h]; !ok {
			out = append(out, Target{File: h})
		}
	}
	for path, facts := range pages {
		h := hash([]byte(path))
		for _, id := range facts.IDs {
			if t := (Target{File: h, Anchor: id}); !a.has(t) {
				out = append(out, t)
			}
		}
	}
	slices.SortFunc(out, Target.compare)
	return out
}
