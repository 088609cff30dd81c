package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"

	"planpress/internal/audit"
	"planpress/internal/cache"
	"planpress/internal/catalog"
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/render"
	"planpress/internal/view"
)

// pageMaker makes pages, and what machines read beside them. Several
// goroutines share it.
type pageMaker struct {
	*builder
	planner   *pages.Planner
	renderer  *render.Renderer
	prints    *prints
	auditor   *audit.Auditor
	describer *catalog.Describer // nil where addresses cannot be absolute
	search    *searcher          // nil where the site has no search

	base, boot string // what auditors are made with

	edited map[string]*body // in place of those of the build, by source path; see showEdits
}

// page makes, checks and publishes one page and what goes with it, as far as
// they are not there already.
func (m *pageMaker) page(p *pages.Page) error {
	t := m.prints.turn(p)
	defer m.prints.done(t)
	if t.sameInputs() && m.prints.keep(t) {
		if m.prints.keepFiles(t, t.old.Files[1:]) {
			return nil
		}
		return m.describe(t)
	}
	v := m.planner.View(p)
	t.now.Print = m.prints.of(p, v)
	if t.samePrint() && m.prints.keep(t) {
		return m.describe(t)
	}
	if err := m.publish(t, v); err != nil {
		return err
	}
	return m.describe(t)
}

// publish makes, checks and publishes a page.
func (m *pageMaker) publish(t *turn, v *view.Page) error {
	buf := m.buffers.Get().(*[]byte)
	defer m.buffers.Put(buf)
	html, err := m.make(buf, t.page, v)
	if err != nil {
		return err
	}
	file := t.name
	facts, findings := m.auditor.Learn(file, html)
	findings = atSources(findings, []*pages.Page{t.page})
	m.found(findings)
	sum := sha256.Sum256(html)
	m.prints.made(t, sum, facts, findings)
	return m.put(publish.Output{Path: file, Kind: t.kind, Data: html, SHA256: hex.EncodeToString(sum[:])})
}

// make gives the bytes of a page, which lie in buf.
func (m *pageMaker) make(buf *[]byte, p *pages.Page, v *view.Page) ([]byte, error) {
	scratch := m.buffers.Get().(*[]byte)
	defer m.buffers.Put(scratch)
	body, outline, err := m.body(scratch, p)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Source, err)
	}
	pages.SetBody(v, body, outline)
	html, err := m.renderer.Page((*buf)[:0], p.Layout, v)
	*buf = html // grown; the sink keeps nothing of it
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmp.Or(p.Source, p.File()), err)
	}
	return html, nil
}

// body gives the filled body of a page's document, which lies in scratch, and its
// headings.
func (m *pageMaker) body(scratch *[]byte, p *pages.Page) (html template.HTML, outline []plan.Heading, err error) {
	if p.Entry == nil {
		return "", nil, nil
	}
	buf := m.buffers.Get().(*[]byte)
	defer m.buffers.Put(buf)
	var text plan.Body
	at := m.edited[p.Entry.Document.Path]
	if at == nil {
		at = m.bodies[p.Entry.Document.Path]
	}
	text, *buf, err = m.source.read(*buf, at)
	if err != nil {
		return "", nil, err
	}
	html, *scratch = render.Fill(*scratch, text, m.planner.Fill(p))
	return html, text.Outline, nil
}

// describe publishes what machines read of the document whose page it is.
func (m *pageMaker) describe(t *turn) error {
	return m.files(t.page, func(url string, data []byte) error { return m.beside(t, url, data) })
}

// files makes what machines read of the document whose page it is.
func (m *pageMaker) files(p *pages.Page, put func(url string, data []byte) error) error {
	if p.Entry == nil {
		return nil
	}
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

// beside publishes a file that goes with a page, unless it is there already.
func (m *pageMaker) beside(t *turn, url string, data []byte) error {
	m.auditor.AddFile(url)
	f := cache.File{Name: url, Sum: sha256.Sum256(data)}
	if t.now.Files != nil { // else nothing is kept of the page
		t.now.Files = append(t.now.Files, f)
	}
	if t.held[url] || m.prints.has(f, publish.List) {
		return nil
	}
	return m.put(publish.Output{Path: url, Kind: publish.List, Data: data, SHA256: hex.EncodeToString(f.Sum[:])})
}
