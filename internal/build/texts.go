package build

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"slices"
	"sync"

	"planpress/internal/cache"
	"planpress/internal/check"
	"planpress/internal/codec"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/parse"
	"planpress/internal/plan"
)

// texts gives what parsing makes of each file: from the cache, where it has
// that of the same bytes, and else by parsing.
type texts struct {
	fsys    fs.FS
	parser  *parse.Parser
	options [sha256.Size]byte // what the parser was made with
	cache   *cache.Cache      // nil: none
	rehash  bool              // stamps are not believed
	parsed  *codec.Codec[parsed]
	beside  *codec.Codec[beside]
	buffers *sync.Pool // of *[]byte
}

// parsed is what the cache keeps of a file, but for the body.
type parsed struct {
	Options  [sha256.Size]byte
	Document plan.Document
	Findings []diag.Finding
}

// beside is what the cache keeps of a body beside its HTML.
type beside struct {
	Holes   []plan.Hole
	Outline []plan.Heading
}

// text is what parsing gave for one file. Where the cache keeps the body it is
// not in memory.
type text struct {
	parse.Result
	body body
}

// body is where the body of a document is.
type body struct {
	item content.Item
	sum  [sha256.Size]byte // of the file's bytes
	held *plan.Body        // nil where it is in the cache, or there is none
	kept bool              // in the cache
	part cache.Part
}

func (b *builder) texts(registry *plan.Registry) (*texts, error) {
	opts := parse.Options{Lang: registry.Settings.Lang, Glossary: registry.Glossary}
	t := &texts{fsys: b.fsys, parser: parse.New(opts), cache: b.opts.Cache, rehash: b.opts.Rehash, buffers: &b.buffers}
	options, err := codec.For[parse.Options]()
	if err != nil {
		return nil, err
	}
	t.options = sha256.Sum256(options.Append(nil, &opts))
	if t.parsed, err = codec.For[parsed](typesByID, rulesByCode()); err != nil {
		return nil, err
	}
	t.beside, err = codec.For[beside]()
	return t, err
}

var typesByID = codec.ByName(func(t *plan.Type) string { return t.ID }, plan.TypeByID)

func rulesByCode() codec.Option {
	byCode := map[string]*diag.Rule{}
	for _, r := range Rules() {
		byCode[r.Code] = r
	}
	return codec.ByName(func(r *diag.Rule) string { return r.Code }, func(code string) *diag.Rule { return byCode[code] })
}

// of gives the text of a file.
func (t *texts) of(it content.Item) (text, error) {
	var old cache.Text
	known := false
	if t.cache != nil {
		old, known = t.cache.Text(it.Path)
	}
	if known && !t.rehash && old.Stamp.Same(it.Stamp) {
		if out, ok := t.recall(it, old); ok {
			return out, nil
		}
	}
	data, findings, err := content.Bytes(t.fsys, it)
	if err != nil || len(findings) > 0 {
		return text{Result: unread(it, findings)}, err
	}
	sum := sha256.Sum256(data)
	if known && old.Sum == sum {
		old.Stamp = it.Stamp
		if out, ok := t.recall(it, old); ok {
			return out, nil
		}
	}
	r, sound := t.parse(it, data)
	if !sound {
		return text{Result: r}, nil
	}
	return t.keep(it, sum, r), nil
}

// unchanged gives what the cache knows of a file whose stamp says that it is
// unchanged.
func (t *texts) unchanged(it content.Item) (cache.Text, bool) {
	if t.cache == nil || t.rehash {
		return cache.Text{}, false
	}
	old, ok := t.cache.Text(it.Path)
	return old, ok && old.Stamp.Same(it.Stamp)
}

// unread stands for a file that has no text.
func unread(it content.Item, findings []diag.Finding) parse.Result {
	return parse.Result{Document: &plan.Document{Path: it.Path, Kind: it.Kind}, Findings: findings}
}

// parse reports false where the bytes are no text.
func (t *texts) parse(it content.Item, data []byte) (parse.Result, bool) {
	f, findings := content.Normalise(it.Path, data)
	if diag.CountOf(findings).Errors > 0 {
		return unread(it, findings), false
	}
	r := t.parser.File(f, it.Kind)
	r.Findings = slices.Concat(findings, r.Findings, check.Headings(r.Body.Outline))
	return r, true
}

// recall gives what the cache keeps.
func (t *texts) recall(it content.Item, old cache.Text) (text, bool) {
	buf := t.buffers.Get().(*[]byte)
	defer t.buffers.Put(buf)
	data, ok := t.cache.Get((*buf)[:0], old.Meta)
	*buf = data
	if !ok {
		return text{}, false
	}
	var p parsed
	if t.parsed.Decode(string(data), &p) != nil || p.Options != t.options {
		return text{}, false
	}
	t.cache.KeepText(it.Path, old)
	return text{
		Result: parse.Result{Document: &p.Document, Findings: p.Findings},
		body:   body{item: it, sum: old.Sum, kept: true, part: old.Body},
	}, true
}

// keep puts what parsing gave into the cache, if there is one.
func (t *texts) keep(it content.Item, sum [sha256.Size]byte, r parse.Result) text {
	out := text{Result: r, body: body{item: it, sum: sum, held: &r.Body}}
	out.Body = plan.Body{}
	if t.cache == nil {
		return out
	}
	buf := t.buffers.Get().(*[]byte)
	defer t.buffers.Put(buf)
	*buf = t.parsed.Append((*buf)[:0], &parsed{t.options, *r.Document, r.Findings})
	meta, ok := t.cache.Put(*buf)
	if !ok {
		return out
	}
	*buf = t.appendBody((*buf)[:0], r.Body)
	part, ok := t.cache.Put(*buf)
	if !ok {
		return out
	}
	t.cache.KeepText(it.Path, cache.Text{Stamp: it.Stamp, Sum: sum, Meta: meta, Body: part})
	out.body.held, out.body.kept, out.body.part = nil, true, part
	return out
}

// appendBody appends a body: the length of what is beside the HTML, that, and the
// HTML.
func (t *texts) appendBody(buf []byte, b plan.Body) []byte {
	from := len(buf)
	buf = t.beside.Append(append(buf, 0, 0, 0, 0), &beside{b.Holes, b.Outline})
	binary.LittleEndian.PutUint32(buf[from:], uint32(len(buf)-from-4))
	return append(buf, b.HTML...)
}

// read gives a body. One from the cache is read into buf, and both are used up
// together; buf is returned grown. A body that the cache has lost since is
// parsed again.
func (t *texts) read(buf []byte, b *body) (plan.Body, []byte, error) {
	switch {
	case b.kept:
	case b.held == nil:
		return plan.Body{}, buf, nil
	default:
		return *b.held, buf, nil
	}
	buf, ok := t.cache.Get(buf[:0], b.part)
	if ok && len(buf) >= 4 {
		var b beside
		if n := int(binary.LittleEndian.Uint32(buf)); n <= len(buf)-4 && t.beside.Decode(string(buf[4:4+n]), &b) == nil {
			return plan.Body{HTML: buf[4+n:], Holes: b.Holes, Outline: b.Outline}, buf, nil
		}
	}
	data, _, err := content.Bytes(t.fsys, b.item)
	if err != nil || sha256.Sum256(data) != b.sum {
		return plan.Body{}, buf, &changedError{b.item.Path, err}
	}
	r, _ := t.parse(b.item, data)
	return r.Body, buf, nil
}

// outline gives the headings of a document.
func (b *builder) outline(path string) []plan.Heading {
	at := b.bodies[path]
	if at == nil {
		return nil
	}
	text, _, err := b.source.read(nil, at)
	if err != nil {
		return nil // the file changed meanwhile
	}
	return text.Outline
}

// changedError says that a file is not what it was when the build began.
type changedError struct {
	path string
	err  error
}

func (e *changedError) Error() string {
	if e.err != nil {
		return e.err.Error()
	}
	return e.path + ": the file changed during the build; run it again"
}

func (e *changedError) Unwrap() error { return e.err }
