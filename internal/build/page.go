package build

import (
	"cmp"
	"fmt"
	"html/template"

	"planpress/internal/audit"
	"planpress/internal/catalog"
	"planpress/internal/pages"
	"planpress/internal/publish"
	"planpress/internal/render"
)

// pageMaker makes pages, and what machines read beside them. Several
// goroutines share it.
type pageMaker struct {
	*builder
	planner   *pages.Planner
	renderer  *render.Renderer
	auditor   *audit.Auditor
	describer *catalog.Describer // nil where addresses cannot be absolute
}

// page makes, checks and publishes one page.
func (m *pageMaker) page(p *pages.Page) error {
	var body template.HTML
	if p.Entry != nil {
		scratch := m.buffers.Get().(*[]byte)
		defer m.buffers.Put(scratch)
		body, *scratch = render.Fill(*scratch, m.take(p.Entry.Document.Path), m.planner.Fill(p))
	}
	buf := m.buffers.Get().(*[]byte)
	defer m.buffers.Put(buf)
	html, err := m.renderer.Page((*buf)[:0], p.Layout, m.planner.View(p, body))
	*buf = html // grown; the sink keeps nothing of it
	if err != nil {
		return fmt.Errorf("%s: %w", cmp.Or(p.Source, p.File()), err)
	}
	file := p.File()
	m.found(atSources(m.auditor.Page(file, html), []*pages.Page{p}))
	kind := publish.Page
	if p.Listed {
		kind = publish.List
	}
	if err := m.put(publish.Output{Path: file, Kind: kind, Data: html}); err != nil {
		return err
	}
	return m.describe(p)
}

// describe publishes what machines read of the document whose page it is.
func (m *pageMaker) describe(p *pages.Page) error {
	if p.Entry == nil {
		return nil
	}
	put := m.putList(m.auditor)
	if err := m.planner.DocumentFiles(p.Entry, put); err != nil {
		return fmt.Errorf("%s: targets and tasks as data: %w", p.Source, err)
	}
	if m.describer == nil || !catalog.Describes(p.Entry) {
		return nil
	}
	data, err := m.describer.Document(p.Entry)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Source, err)
	}
	return put(p.URL+catalog.DocumentName, data)
}
