// Package audit looks at finished pages, as their readers' browsers will get
// them, and reports what keeps somebody from reading or using them.
//
// It is the last stage before a site is published and trusts none of those
// before it: it reads the bytes of the pages with a tokenizer of its own. An
// Auditor is told of every page, in any order and from several goroutines, and
// of every other file of the site. What concerns one page is reported at once;
// whether links lead somewhere is known when all pages were seen. Of a page
// only the hashes of its ids are kept.
//
// A page that an earlier Auditor saw, and that is as it was, need not be read
// again: its Facts say what is known of it. See Keep.
package audit

import (
	"bytes"
	"net/url"
	"strings"
	"sync"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// Options say what is known of the site. The zero value works.
type Options struct {
	BaseURL string // absolute; links that begin with it are links into the site
	Boot    string // the only script that may stand in a page

	// Recall gives the facts of a page that was kept. It is called when another
	// page leads to a place in it; nil where no pages are kept.
	Recall func(path string) Facts
}

// Auditor audits the pages of one site. It is safe for concurrent use.
type Auditor struct {
	opts Options
	path string // of the base URL, with a slash at both ends; "" where unknown
	pool sync.Pool

	mu    sync.Mutex
	files map[uint64]*anchors // by the hash of the path; nil for files that are no pages, and for kept ones
	kept  map[uint64]string   // paths of the kept pages whose ids are not known yet
	wants map[Target]*want
}

// New makes an Auditor.
func New(opts Options) *Auditor {
	a := &Auditor{opts: opts, path: "/", files: map[uint64]*anchors{}, kept: map[uint64]string{}, wants: map[Target]*want{}}
	if u, err := url.Parse(opts.BaseURL); err == nil && u.Path != "" {
		a.path = strings.TrimSuffix(u.EscapedPath(), "/") + "/"
	}
	a.pool.New = func() any { return &page{auditor: a} }
	return a
}

// AddFile tells that the site has a file, such as an attachment, a style or a
// page. Path is from the site's root, with slashes.
func (a *Auditor) AddFile(path string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.add(hash([]byte(path)))
}

func (a *Auditor) add(file uint64) {
	if _, ok := a.files[file]; !ok {
		a.files[file] = nil
	}
	delete(a.wants, Target{File: file})
}

// Page audits one page and gives what is wrong with it by itself. Path is that
// of its file, from the site's root: "plans/2023/x/index.html". It is the File
// of the findings, with line and column in html, which is not kept.
func (a *Auditor) Page(path string, html []byte) []diag.Finding {
	_, found := a.Learn(path, html)
	return found
}

// Learn is Page, and gives also what is known of the page, to be kept.
func (a *Auditor) Learn(path string, html []byte) (Facts, []diag.Finding) {
	p := a.pool.Get().(*page)
	defer a.pool.Put(p)
	p.begin(path, html)
	p.read()
	p.judge()
	facts := p.facts()
	a.learn(p, facts.IDs)
	found := p.findings
	p.html, p.tok.html, p.findings = nil, nil, nil
	diag.Sort(found)
	return facts, found
}

// Finish reports the links that lead nowhere, each once for all pages that
// have it, sorted.
func (a *Auditor) Finish() []diag.Finding {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.recall()
	var out []diag.Finding
	for t, w := range a.wants {
		if f, wrong := a.broken(t, w); wrong {
			out = append(out, f)
		}
	}
	diag.Sort(out)
	return out
}

// hash is FNV-1a: the facts of one build are compared with those of another.
func hash(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// page is the audit of one page. It is used again for others.
type page struct {
	auditor *Auditor
	path    string
	dir     string // of path, with a slash at the end, or ""
	html    []byte
	tok     tokenizer

	findings []diag.Finding
	ids      []id
	refs     []ref  // to ids of this page
	links    []link // to other pages and files
	headings headings
	marks    landmarks
	head     head
	buf      []byte // for addresses

	offset int // of pos in html
	pos    source.Pos
}

func (p *page) begin(path string, html []byte) {
	*p = page{auditor: p.auditor, path: path, html: html, dir: path[:strings.LastIndexByte(path, '/')+1],
		ids: p.ids[:0], refs: p.refs[:0], links: p.links[:0], buf: p.buf[:0], tok: tokenizer{attrs: p.tok.attrs[:0]}}
	p.tok.html = html
}

// read looks at every tag.
func (p *page) read() {
	for p.tok.next() {
		t := &p.tok
		if t.closing {
			continue
		}
		p.element()
		for i := range t.attrs {
			p.attribute(&t.attrs[i])
		}
	}
}

// judge reports what is known only at the end of the page.
func (p *page) judge() {
	p.judgeHead()
	p.judgeHeadings()
	p.judgeLandmarks()
	p.judgeIDs()
}

// element looks at a tag as a whole.
func (p *page) element() {
	switch string(p.tok.name) {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.heading(int(p.tok.name[1] - '0'))
	case "html":
		p.head.html(&p.tok)
	case "title":
		p.head.title(p.tok.text)
	case "main":
		p.marks.mains++
	case "nav":
		p.nav()
	case "img":
		p.image()
	case "meta":
		p.meta()
	case "script", "style", "base", "iframe", "frame", "object", "embed", "applet":
		p.foreign()
	}
}

// attribute looks at one attribute.
func (p *page) attribute(at *attr) {
	switch string(at.name) {
	case "class", "lang", "content", "type", "scope", "value", "rel", "name": // the most frequent that are harmless
	case "id":
		p.id(at)
	case "href", "src":
		p.address(at, decoded(at.value), true)
	case "action", "formaction", "cite", "poster", "data", "background", "longdesc", "manifest", "ping", "xlink:href", "usemap", "profile", "codebase", "dynsrc", "lowsrc", "srcset", "imagesrcset":
		p.address(at, decoded(at.value), false)
	case "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "headers", "list", "form":
		p.references(at)
	case "style", "srcdoc":
		p.inline(at)
	default:
		if len(at.name) > 2 && bytes.HasPrefix(at.name, []byte("on")) {
			p.inline(at)
		}
	}
}

func (p *page) find(rule *diag.Rule, offset int, message diag.Text) {
	p.findings = append(p.findings, rule.At(p.at(offset), message))
}

// whole reports what has no place in the page.
func (p *page) whole(rule *diag.Rule, message diag.Text) {
	p.findings = append(p.findings, rule.At(source.Pos{File: p.path}, message))
}

// at gives a place in the page. It counts from the last one asked for, which
// is near and before it as a rule: a page may be one long line.
func (p *page) at(offset int) source.Pos {
	if offset < p.offset || p.pos.Line == 0 {
		p.offset, p.pos = 0, source.Pos{File: p.path, Line: 1, Column: 1}
	}
	passed := p.html[p.offset:offset]
	if lines := bytes.Count(passed, []byte{'\n'}); lines > 0 {
		p.pos.Line, p.pos.Column = p.pos.Line+lines, 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	p.offset, p.pos.Column = offset, p.pos.Column+utf8.RuneCount(passed)
	return p.pos
}
