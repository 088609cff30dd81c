// Package build runs the stages of planpress in their order: load, parse,
// check, relate, render, audit, publish. It is the only place that knows the
// order, and Run reads as the table in ARCHITECTURE.md does.
//
// Each stage takes values and returns values. What a stage finds wrong with
// the content is collected; what goes wrong with the machine ends the run.
package build

import (
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"sync"
	"time"

	"planpress/internal/cache"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/frozen"
	"planpress/internal/parse"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/rating"
	"planpress/internal/relate"
)

// Options say how a site is built. Themes is needed; the rest has a zero
// value that works.
type Options struct {
	Themes     fs.FS        // the themes that are part of the program, a folder each
	BaseURL    string       // in place of the site's own
	Ratings    string       // where ratings are taken, in place of what the site says
	AsOf       plan.Date    // the day the site is built for; zero: the day of Now in the site's time zone
	Now        time.Time    // the clock, read by the caller
	Drafts     bool         // show drafts and scheduled documents
	Frozen     *frozen.List // what was published before and may not change without a word; nil: nothing
	Portable   bool         // links that work without a server
	MinifyHTML bool
	Jobs       int                   // files at a time; 0: one for each processor
	Sources    *Sources              // the files, where somebody has looked already; else nil
	Cache      *cache.Cache          // what earlier builds left for this one; nil: nothing
	Warm       *Warm                 // what the build before in this process made; nil: nothing. It wants a Cache
	Changed    []string              // documents, by their paths, that the caller knows to have changed since the build before that Warm is of
	Rehash     bool                  // read every file, also those that the file system says are unchanged
	Generator  string                // name and version of the program
	Clock      func() time.Time      // for what is reported of stages; may be nil
	Progress   func(done, total int) // called after each page, from several goroutines; may be nil
}

// clock reads the clock, where there is one.
func (o *Options) clock() time.Time {
	if o.Clock == nil {
		return time.Time{}
	}
	return o.Clock()
}

// Sink takes what a build makes. *publish.Session is one.
type Sink interface {
	// Put takes one file. It is called from several goroutines and must not
	// keep o.Data.
	Put(o publish.Output) error
}

// Keeper is a Sink that can tell that it has a file already.
type Keeper interface {
	// Keep takes a file of the site without its bytes, where what it has there
	// is certainly the file with this SHA-256; it reports false where not.
	Keep(path string, kind publish.Kind, sum [sha256.Size]byte) bool
}

// Result is what a build made and found.
type Result struct {
	Site      *relate.Site // nil where the build ended before there was one
	Registry  *plan.Registry
	All       []*plan.Document  // all that were read, in the order of paths
	Documents int               // with a page
	Pages     int               // HTML files
	HeldBack  []Held            // not published yet
	Findings  []diag.Finding    // sorted
	Search    *SearchReport     // nil where no index was published
	Rated     *rating.Documents // what readers are asked to rate; nil where nobody is asked anything

	outline func(path string) []plan.Heading
}

// Held is a document that is not published yet.
type Held struct {
	Path  string
	State plan.State
	Date  plan.Date // of a scheduled one
}

// Failed reports whether there are findings of level error: then nothing may
// be published.
func (r *Result) Failed() bool { return diag.CountOf(r.Findings).Errors > 0 }

// Run builds the site in a folder into the sink. Without a sink it only
// checks. Where the result has errors, what the sink took must be dropped.
func Run(ctx context.Context, site fs.FS, sink Sink, opts Options) (*Result, error) {
	b := newBuilder(ctx, site, sink, opts)
	defer b.close()
	b.showNamed()
	tree, err := b.load()
	if err != nil {
		return nil, err
	}
	registry, whole, err := b.registry(tree)
	if err != nil || !whole {
		return b.result(), err
	}
	b.beginTheme(registry.Settings)
	docs, err := b.parseAndCheck(tree, registry)
	if err != nil {
		return nil, err
	}
	if err := b.showEdits(tree); err != nil {
		return nil, err
	}
	files, err := b.inspect(docs, tree, registry)
	if err != nil {
		return nil, err
	}
	b.relate(registry, docs, files, tree)
	b.compareFrozen()
	if b.failed() {
		return b.result(), nil
	}
	if err := b.renderAndAudit(); err != nil {
		return nil, err
	}
	return b.result(), nil
}

// builder holds what the stages of one run share.
type builder struct {
	ctx  context.Context
	fsys fs.FS
	sink Sink
	opts Options

	res    Result
	source *texts
	bodies map[string]*body      // by source path
	look   func() (*look, error) // waits for what beginTheme began; nil before
	limit  time.Duration         // for one document

	buffers sync.Pool // of *[]byte, for what is made of one file or page

	audited bool // every stage that finds something has run
	asShown bool // its pages are shown already; see showEdits

	mu sync.Mutex // guards res.Findings while stages run in parallel
}

func newBuilder(ctx context.Context, site fs.FS, sink Sink, opts Options) *builder {
	if opts.Cache == nil {
		opts.Warm = nil
	}
	return &builder{ctx: ctx, fsys: site, sink: sink, opts: opts, limit: parse.Limit,
		buffers: sync.Pool{New: func() any { return new([]byte) }}}
}

func (b *builder) found(fs []diag.Finding) {
	if len(fs) == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.res.Findings = append(b.res.Findings, fs...)
}

func (b *builder) failed() bool { return b.res.Failed() }

func (b *builder) result() *Result {
	b.res.Findings = silence(b.res.Findings, b.res.All, Rules(), b.audited)
	diag.Sort(b.res.Findings)
	b.res.outline = b.outline
	return &b.res
}

// close ends what the run began beside its stages, and leaves what the next one
// can use.
func (b *builder) close() {
	if b.look != nil {
		_, _ = b.look() // it reads files, which the caller is going to close
	}
	b.saveCache()
}

// saveCache leaves for the next build what this one made. What a build that
// ended early did not come to stays as it was.
func (b *builder) saveCache() {
	if b.opts.Cache != nil {
		b.opts.Cache.Save(b.audited && !b.failed())
	}
}

func (b *builder) load() (*content.Tree, error) {
	if s := b.opts.Sources; s != nil {
		b.found(s.findings)
		return s.tree, nil
	}
	tree, findings, err := content.Scan(b.ctx, b.fsys)
	b.found(findings)
	return tree, err
}

// put hands a file to the sink, if there is one.
func (b *builder) put(o publish.Output) error {
	if b.sink == nil {
		return nil
	}
	return b.sink.Put(o)
}

func (b *builder) open(name string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return b.fsys.Open(name) }
}
