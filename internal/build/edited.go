package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"planpress/internal/codec"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/source"
	"planpress/internal/stamp"
)

// Most edits change the words of a document and nothing that others rest on. Such
// a site need not be related anew for its pages to be right: they are those of the
// build before, with other bodies. A preview shows them at once, first those that
// it was told of by name, and then, when all files were looked at, any others. The
// stages go on as ever behind that, for the findings; the pages stay the same.

// Early is a Sink that can show pages before all of them are made.
type Early interface {
	// Edited is called, perhaps several times, before Ready where the pages are
	// those of the build before with other texts. The shelf has them.
	Edited(publish.Shelf)
	// Ready is called once the styles, the scripts and the attachments were put,
	// with what was found so far. The shelf has the pages and what goes with
	// them; all other files are put as ever. The pages are news unless they are
	// those of the build before, or what Edited was last called with.
	Ready(shelf publish.Shelf, found []diag.Finding, news bool)
}

// shown is what the last build showed that came so far, and what it was made of
// besides the documents.
type shown struct {
	shelf *shelf
	files []content.Item
	theme [sha256.Size]byte // of the stamps of the site's own themes
	edits edits             // that were shown since
}

// edits are documents that say the same as before outside of their texts, by
// their paths.
type edits map[string]edit

type edit struct {
	doc  *plan.Document
	sum  [sha256.Size]byte // of the file
	body plan.Body
}

func (e edits) same(f edits) bool {
	return maps.EqualFunc(e, f, func(a, b edit) bool { return a.sum == b.sum })
}

// showNamed shows the edits of the files that the caller says have changed.
func (b *builder) showNamed() {
	w := b.opts.Warm
	early, ok := b.sink.(Early)
	if !ok || w == nil || w.shown == nil || len(b.opts.Changed) == 0 {
		return
	}
	now := maps.Clone(w.shown.edits)
	for _, name := range b.opts.Changed {
		if !w.shown.reread(b.ctx, name, b.opts, now) {
			w.shown = nil // what was shown holds no longer
			return
		}
	}
	if !now.same(w.shown.edits) {
		w.shown.edits = now
		early.Edited(w.shown.shelf.with(now))
	}
}

// reread puts a file that was changed among the edits. It reports false where
// it is no mere edit of a document.
func (s *shown) reread(ctx context.Context, name string, opts Options, into edits) bool {
	before := s.shelf.m.builder
	at := slices.IndexFunc(before.res.All, func(d *plan.Document) bool { return d.Path == name })
	if at < 0 || opts.AsOf.IsZero() && plan.DateOf(opts.Now.In(before.res.Registry.Settings.TimeZone)) != before.opts.AsOf {
		return false
	}
	it := before.bodies[name].item
	info, err := fs.Stat(before.fsys, it.Disk)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	it.Size, it.Stamp = info.Size(), stamp.Of(info)
	t, err := before.fresh(ctx, it, s.files)
	if err != nil || diag.CountOf(t.Findings).Errors > 0 {
		return false
	}
	if t.body.sum == before.bodies[name].sum {
		delete(into, name) // back to what it was
		return true
	}
	said, err := saidByDocument()
	if err != nil || !bytes.Equal(said.Append(nil, before.res.All[at]), said.Append(nil, t.Document)) {
		return false
	}
	into[name] = edit{t.Document, t.body.sum, *t.body.held}
	return true
}

// fresh gives the text of a file, with what is wrong in it, from its bytes.
func (b *builder) fresh(ctx context.Context, it content.Item, files []content.Item) (text, error) {
	plain := *b.source
	plain.cache = nil
	own := builder{ctx: ctx, fsys: b.fsys, source: &plain}
	own.opts.AsOf = b.opts.AsOf
	return own.checked(b.res.Registry, tables(files))(ctx, it)
}

// saidByDocument writes what a document says outside of its text, and wherever it
// says it.
func saidByDocument() (*codec.Codec[plan.Document], error) {
	return codec.For[plan.Document](typesByID, codec.Without[plan.Document]("TextSHA256", "Words", "Places"),
		codec.Without[source.Pos]("Line", "Column"), codec.Without[plan.Spot]("Line", "Column"))
}

// showEdits shows the edits of all files, where nothing else has changed since
// pages were shown, and where they are not shown yet.
func (b *builder) showEdits(tree *content.Tree) error {
	w := b.opts.Warm
	early, ok := b.sink.(Early)
	if !ok || w == nil {
		return nil
	}
	theme, err := b.themeStamps()
	if err != nil {
		return err
	}
	w.next = &shown{files: tree.Files, theme: theme, edits: edits{}}
	last := w.shown
	if last == nil || last.theme != theme || !slices.Equal(last.files, tree.Files) || diag.CountOf(b.res.Findings).Errors > 0 {
		w.shown = nil
		return nil
	}
	now, ok, err := b.edits(last.shelf.m.builder)
	if err != nil || !ok {
		w.shown = nil
		return err
	}
	b.asShown = true
	if !now.same(last.edits) {
		last.edits = now
		early.Edited(last.shelf.with(now))
	}
	return nil
}

func (b *builder) themeStamps() (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	err = themeFiles(b.fsys, func(name string, st stamp.Stamp) { fmt.Fprintf(h, "%q %v\n", name, st) })
	h.Sum(sum[:0])
	return sum, err
}

// edits gives the edits since a build. It reports false where a document says
// something else to other documents, or there are not the same ones.
func (b *builder) edits(before *builder) (edits, bool, error) {
	if len(before.res.All) != len(b.res.All) {
		return nil, false, nil
	}
	said, err := saidByDocument()
	if err != nil {
		return nil, false, err
	}
	out := edits{}
	var x, y []byte
	for i, d := range b.res.All {
		old := before.res.All[i]
		if d == old {
			continue
		}
		if x, y = said.Append(x[:0], old), said.Append(y[:0], d); !bytes.Equal(x, y) {
			return nil, false, nil
		}
		at := b.bodies[d.Path]
		if before.bodies[d.Path].sum == at.sum {
			continue // it was only read again
		}
		body, _, err := b.source.read(nil, at)
		if err != nil {
			return nil, false, nil // it has changed again
		}
		out[d.Path] = edit{d, at.sum, body}
	}
	return out, true, nil
}

// with gives the shelf with other texts of some documents.
func (s *shelf) with(now edits) *shelf {
	m := *s.m
	m.edited = map[string]*body{}
	out := &shelf{m: &m, pages: s.pages, edited: map[string]*pages.Page{}}
	for name, p := range s.pages {
		if p.Entry == nil {
			continue
		}
		if e, ok := now[p.Entry.Document.Path]; ok {
			m.edited[e.doc.Path] = &body{held: &e.body}
			out.edited[name] = m.planner.WithText(p, e.doc)
		}
	}
	return out
}

// ready hands the pages of this build to the sink, if it can show them.
func (b *builder) ready(m *pageMaker, all []*pages.Page) {
	early, ok := b.sink.(Early)
	if !ok {
		return
	}
	s := newShelf(m, all)
	if w := b.opts.Warm; w != nil && w.next != nil {
		w.next.shelf = s
		w.shown = w.next
	}
	found := silence(slices.Clone(b.res.Findings), b.res.All, Rules(), false)
	diag.Sort(found)
	early.Ready(s, found, !b.asShown)
}
