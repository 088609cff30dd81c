package build

import (
	"context"
	"slices"

	"planpress/internal/audit"
	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/pages"
	"planpress/internal/par"
)

// note is what the cache keeps of a build as a whole.
type note struct {
	Files []uint64 // of audit.Auditor.Files
}

// review looks again at pages that were kept: one that has not changed can
// still lead to something that is gone.
func (m *pageMaker) review() error {
	if len(m.prints.kept) > 0 {
		again, err := m.doubtful()
		if err != nil {
			return err
		}
		_, err = par.Map(m.ctx, m.opts.Jobs, again, func(_ context.Context, p *pages.Page) (struct{}, error) {
			_, err := m.learn(m.auditor, p)
			return struct{}{}, err
		})
		if err != nil {
			return err
		}
	}
	return m.leaveNote()
}

// doubtful gives the kept pages that lead to something that is gone, in the
// order of their files.
func (m *pageMaker) doubtful() ([]*pages.Page, error) {
	lost, known := m.lost()
	if known && len(lost) == 0 {
		return nil, nil
	}
	names := make([]string, 0, len(m.prints.kept))
	for name := range m.prints.kept {
		names = append(names, name)
	}
	slices.Sort(names)
	leads, err := par.Map(m.ctx, m.opts.Jobs, names, func(_ context.Context, name string) (bool, error) {
		var f facts
		old, _ := m.cache().Page(name)
		return !known || !m.prints.recall(old, &f) || f.Audit.LeadsTo(lost), nil
	})
	if err != nil {
		return nil, err
	}
	var out []*pages.Page
	for i, name := range names {
		if leads[i] {
			out = append(out, m.prints.kept[name])
		}
	}
	return out, nil
}

// lost gives what pages of the last build could lead to and those of this one
// cannot; known is false where the cache does not say what there was.
func (m *pageMaker) lost() (lost []audit.Target, known bool) {
	before, ok := m.lastNote()
	if !ok {
		return nil, false
	}
	changed := map[string]audit.Facts{}
	for name, old := range m.cache().Pages() {
		if m.prints.kept[name] != nil || old.Facts == (cache.Part{}) || name == indexRecord {
			continue // it is there, or is no page
		}
		var f facts
		if !m.prints.recall(old, &f) {
			return nil, false
		}
		changed[name] = f.Audit
	}
	return m.auditor.Lost(before.Files, changed), true
}

func (m *pageMaker) cache() *cache.Cache { return m.opts.Cache }

// learn makes a page for an auditor alone, and gives what that learned.
func (m *pageMaker) learn(a *audit.Auditor, p *pages.Page) (audit.Facts, error) {
	buf := m.buffers.Get().(*[]byte)
	defer m.buffers.Put(buf)
	html, err := m.make(buf, p, m.planner.View(p))
	if err != nil {
		return audit.Facts{}, err
	}
	f, _ := a.Learn(p.File(), html)
	return f, nil
}

// recall gives the facts of a kept page. Where the cache has lost them since,
// the page is made for them.
func (m *pageMaker) recall(name string) audit.Facts {
	var f facts
	if old, ok := m.cache().Page(name); ok && m.prints.recall(old, &f) {
		return f.Audit
	}
	known, err := m.learn(audit.New(audit.Options{BaseURL: m.base, Boot: m.boot}), m.prints.kept[name])
	if err != nil {
		m.prints.fault = err
	}
	return known
}

func (m *pageMaker) leaveNote() error {
	if m.cache() == nil {
		return nil
	}
	c, err := codec.For[note]()
	if err != nil {
		return err
	}
	m.cache().SetNote(c.Append(nil, &note{m.auditor.Files()}))
	return nil
}

func (m *pageMaker) lastNote() (last note, ok bool) {
	c, err := codec.For[note]()
	if err != nil || len(m.cache().Note()) == 0 {
		return note{}, false
	}
	return last, c.Decode(string(m.cache().Note()), &last) == nil
}
