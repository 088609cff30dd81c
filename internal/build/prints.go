package build

import (
	"crypto/sha256"
	"io"
	"strconv"
	"sync"

	"planpress/internal/audit"
	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/diag"
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/theme"
	"planpress/internal/view"
)

// prints tells by fingerprints which pages need not be made again.
type prints struct {
	cache   *cache.Cache // nil: none, and every page is made
	sink    Sink
	planner *pages.Planner
	bodies  map[string]*body
	auditor *audit.Auditor
	found   func([]diag.Finding)
	base    [sha256.Size]byte // of what all pages have in common
	inputs  *inputs
	view    *codec.Codec[view.Page]
	facts   *codec.Codec[facts]
	buffers *sync.Pool

	mu    sync.Mutex
	kept  map[string]*pages.Page // by file: those that were not made
	fault error                  // of a kept page that had to be made and could not be
}

// facts are what the cache keeps of a page.
type facts struct {
	Audit    audit.Facts
	Findings []diag.Finding
}

func (b *builder) prints(look *theme.Theme, planner *pages.Planner, auditor *audit.Auditor) (*prints, error) {
	p := &prints{cache: b.opts.Cache, sink: b.sink, planner: planner, bodies: b.bodies, auditor: auditor, found: b.found, buffers: &b.buffers,
		kept: map[string]*pages.Page{}}
	h := sha256.New()
	h.Write(look.Sum[:])
	h.Write(b.source.options[:]) // the language of the site, and what bodies explain
	h.Write(strconv.AppendBool(nil, b.opts.MinifyHTML))
	io.WriteString(h, ratingsOrigin(b.res.Registry.Settings)) // in the policy of every page
	h.Sum(p.base[:0])
	var err error
	if p.view, err = codec.For[view.Page](); err != nil {
		return nil, err
	}
	if p.facts, err = codec.For[facts](rulesByCode()); err != nil || p.cache == nil {
		return p, err
	}
	p.inputs, err = newInputs(b.res.Site, planner, p.base, b.bodies)
	return p, err
}

// of gives the fingerprint of a page whose view has no body yet: of the view,
// and of what its body is made of.
func (p *prints) of(page *pages.Page, v *view.Page) cache.Print {
	if p.cache == nil {
		return cache.Print{}
	}
	lent := p.buffers.Get().(*[]byte)
	defer p.buffers.Put(lent)
	buf := append(append((*lent)[:0], p.base[:]...), page.Layout...)
	buf = p.view.Append(buf, v)
	if page.Entry != nil {
		buf = p.appendBody(buf, page)
	}
	*lent = buf
	sum := sha256.Sum256(buf)
	return cache.Print(sum[:])
}

// appendBody appends what makes a page's body: the bytes of its file, and what
// fills the holes in it.
func (p *prints) appendBody(buf []byte, page *pages.Page) []byte {
	d, fill := page.Entry.Document, p.planner.Fill(page)
	sum := &p.bodies[d.Path].sum
	buf = append(buf, sum[:]...)
	for i := range d.Links {
		buf = append(append(buf, fill.Address(i)...), 0)
	}
	for i := range d.Citations {
		buf = appendMark(buf, fill.Mark(i))
	}
	return buf
}

func appendMark(buf []byte, m plan.Mark) []byte {
	return append(strconv.AppendBool(strconv.AppendBool(append(buf, m.URL...), m.External), m.None), 0)
}

// turn is what is known of one page while it is its turn.
type turn struct {
	name string // in the cache: of a page its file
	page *pages.Page
	kind publish.Kind
	old  cache.Page
	now  cache.Page
	held map[string]bool // files that the sink has already
}

// turn finds what the cache knows of a page.
func (p *prints) turn(page *pages.Page) *turn {
	t := &turn{name: page.File(), page: page, kind: publish.Page}
	if page.Listed {
		t.kind = publish.List
	}
	if p.cache == nil {
		return t
	}
	t.old, _ = p.cache.Page(t.name)
	t.now.Inputs = p.inputsOf(page)
	return t
}

func (p *prints) inputsOf(page *pages.Page) (print cache.Print) {
	lent := p.buffers.Get().(*[]byte)
	defer p.buffers.Put(lent)
	print, *lent = p.inputs.of(*lent, page)
	return print
}

// sameInputs reports whether nothing that the page could show has changed.
func (t *turn) sameInputs() bool {
	return t.now.Inputs != cache.Print{} && t.now.Inputs == t.old.Inputs
}

// samePrint reports whether nothing that the page shows has changed.
func (t *turn) samePrint() bool { return t.now.Print != cache.Print{} && t.now.Print == t.old.Print }

// keep takes the page as it is, where the sink has it.
func (p *prints) keep(t *turn) bool {
	if len(t.old.Files) == 0 {
		return false
	}
	var f facts
	if t.old.Found && !p.recall(t.old, &f) || !p.has(t.old.Files[0], t.kind) {
		return false
	}
	t.now.Print, t.now.Files, t.now.Facts, t.now.Found = t.old.Print, t.old.Files[:1:1], t.old.Facts, t.old.Found
	p.found(f.Findings)
	p.auditor.Keep(t.old.Files[0].Name)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.kept[t.old.Files[0].Name] = t.page
	return true
}

// has reports whether the sink has a file already, and takes it.
func (p *prints) has(f cache.File, kind publish.Kind) bool {
	if p.sink == nil {
		return true
	}
	keeper, ok := p.sink.(Keeper)
	return ok && keeper.Keep(f.Name, kind, f.Sum)
}

// keepFiles takes what was made last time, and reports whether the sink has all
// of it.
func (p *prints) keepFiles(t *turn, files []cache.File) bool {
	t.held = map[string]bool{}
	all := true
	for _, f := range files {
		t.held[f.Name] = p.has(f, publish.List)
		all = all && t.held[f.Name]
		p.auditor.AddFile(f.Name)
	}
	if all {
		t.now.Files = t.old.Files
	}
	return all
}

// done leaves what is known of a page for the next build.
func (p *prints) done(t *turn) {
	if p.cache != nil && t.now.Files != nil {
		p.cache.KeepPage(t.name, t.now)
	}
}

func (p *prints) recall(page cache.Page, f *facts) bool {
	data, ok := p.cache.Get(nil, page.Facts)
	return ok && p.facts.Decode(string(data), f) == nil
}

// made takes what is known of a page that was made.
func (p *prints) made(t *turn, sum [sha256.Size]byte, known audit.Facts, findings []diag.Finding) {
	if p.cache == nil {
		return
	}
	lent := p.buffers.Get().(*[]byte)
	defer p.buffers.Put(lent)
	*lent = p.facts.Append((*lent)[:0], &facts{known, findings})
	if part, ok := p.cache.Put(*lent); ok {
		t.now.Facts, t.now.Found = part, len(findings) > 0
		t.now.Files = []cache.File{{Name: t.name, Sum: sum}}
	}
}
