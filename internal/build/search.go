package build

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/par"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/relate"
	"planpress/internal/search"
	"planpress/internal/theme"
)

// The search scripts, which are the program's own, and the style of what they
// show, which a theme may have.
const (
	pageName   = "search.js"
	boxName    = "search-list.js"
	seldomName = "search-seldom.js"
	styleName  = "search.css"
)

// clientScripts are the scripts of the program's own that pages load.
func clientScripts(s plan.Settings) []theme.File {
	if !s.Search {
		return nil
	}
	return []theme.File{{Name: pageName, Path: pageName, Data: search.Page()}, {Name: boxName, Path: boxName, Data: search.Box()}, {Name: seldomName, Path: seldomName, Data: search.Seldom}}
}

// liveTexts are what the search script says.
func liveTexts(t *theme.Theme) map[string]string {
	out := map[string]string{}
	for _, key := range theme.LiveTexts {
		out[key] = t.Message(theme.LivePrefix + key)
	}
	return out
}

// searcher makes the index of a site.
type searcher struct {
	*pageMaker
	entries  []*relate.Entry
	items    []search.Item // one for each entry
	glossary []search.Abbreviation
	about    search.Manifest // but for what is in the index
	pdfs     *pdfs

	fresh      int                               // documents that were put into a new segment
	memoryUsed int64                             // bytes, for that
	inMemory   func() (map[string][]byte, error) // the whole index, made once
}

// searcher finds what is to be searched for; nil where the site has no search.
func (m *pageMaker) searcher(look *look) (*searcher, error) {
	if !m.res.Registry.Settings.Search || m.sink == nil {
		return nil, nil
	}
	s := &searcher{pageMaker: m, entries: m.planner.Searched(), about: search.Manifest{Texts: liveTexts(look.theme)}, pdfs: newPDFs(m.fsys)}
	s.about.Seldom, _ = look.assets.URL(seldomName)
	s.about.Style, _ = look.assets.URL(styleName)
	s.inMemory = s.memory()
	for _, t := range m.res.Registry.Glossary {
		s.glossary = append(s.glossary, search.Abbreviation{Abbr: t.Abbr, Meaning: t.Meaning})
	}
	said, err := codec.For[search.Document]()
	if err != nil {
		return nil, err
	}
	s.items = make([]search.Item, len(s.entries))
	common := strconv.AppendBool(m.source.options[:], s.pdfs.program != "") // the glossary is among the options
	_, err = par.Map(m.ctx, m.opts.Jobs, parts(len(s.entries)), func(_ context.Context, part [2]int) (struct{}, error) {
		var buf []byte
		for i := part[0]; i < part[1]; i++ {
			e := s.entries[i]
			d := m.planner.SearchDocument(e)
			sum := &m.bodies[e.Document.Path].sum
			buf = said.Append(append(append(buf[:0], common...), sum[:]...), &d)
			for _, a := range s.pdfs.of(e) {
				buf = append(buf, a.Info.SHA256...)
			}
			print := sha256.Sum256(buf)
			s.items[i] = search.Item{URL: e.URL, Print: [16]byte(print[:])}
		}
		return struct{}{}, nil
	})
	return s, err
}

// parts cuts the places of a list into runs of some hundred.
func parts(n int) [][2]int {
	const size = 256
	var out [][2]int
	for i := 0; i < n; i += size {
		out = append(out, [2]int{i, min(n, i+size)})
	}
	return out
}

// publish publishes the index and what answers beside it. A preview makes the
// index when somebody searches.
func (s *searcher) publish() error {
	if s == nil || s.sink == nil {
		return nil
	}
	for name, data := range map[string][]byte{search.InflateName: search.Inflate, search.WorkerName: search.Worker} {
		if err := s.putFile(name, data, publish.Asset); err != nil {
			return err
		}
	}
	if _, preview := s.sink.(Early); preview {
		return nil
	}
	return s.put()
}

// put publishes the index: as it is, where nothing in it has changed; with a
// small segment for what has; or made anew.
func (s *searcher) put() error {
	began := s.opts.clock()
	part, old := s.held()
	if s.opts.Rehash {
		old = &search.State{} // words that were taken out of documents go from the files as well
	}
	next, files, err := s.change(old)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := s.putFile(f.Name, f.Data, publish.Asset); err != nil {
			return err
		}
	}
	manifest, err := next.Manifest(s.about).Encode()
	if err != nil {
		return err
	}
	name := relate.SearchURL + search.ManifestName
	if !s.prints.has(cache.File{Name: name, Sum: sha256.Sum256(manifest)}, publish.List) {
		if err := s.putFile(search.ManifestName, manifest, publish.List); err != nil {
			return err
		}
	}
	s.report(next, began)
	return s.remember(part, old, next)
}

// SearchReport says what the index of a site took.
type SearchReport struct {
	Documents int // that are found
	Fresh     int // of them new in the index
	Files     int
	Took      time.Duration // beside the making of pages; 0 without a clock
	Memory    int64         // bytes, at most, for the fresh ones
	PDFs      int           // that come with documents
	Unread    int           // PDFs whose text is not found, for want of pdftotext
}

func (s *searcher) report(next *search.State, began time.Time) {
	r := &SearchReport{Documents: len(s.items), Fresh: s.fresh, Memory: s.memoryUsed, Took: s.opts.clock().Sub(began)}
	for _, g := range next.Segments {
		r.Files += len(g.Files)
	}
	for _, e := range s.entries {
		r.PDFs += len(s.pdfs.of(e))
	}
	if s.pdfs.program == "" {
		r.Unread = r.PDFs
	}
	s.res.Search = r
}

// change makes the index of the documents from that of an earlier build.
func (s *searcher) change(old *search.State) (*search.State, []search.File, error) {
	todo := old.Change(s.items)
	if !s.keep(todo.Keep) {
		todo = search.Whole(s.items)
	}
	next := &search.State{Segments: todo.Keep}
	if len(todo.Fresh) == 0 {
		return next, nil, nil
	}
	segment, err := s.segment(todo.Fresh)
	if err != nil {
		return nil, nil, err
	}
	items := make([]search.Item, len(todo.Fresh))
	for n, i := range todo.Fresh {
		items[n] = s.items[i]
	}
	s.fresh, s.memoryUsed = len(items), segment.Memory
	next.Segments = append(next.Segments, segment.State(items))
	return next, segment.Files, nil
}

// keep takes the files of segments that the sink has; all, or none.
func (s *searcher) keep(segments []search.SegmentState) bool {
	if len(segments) == 0 {
		return true
	}
	keeper, ok := s.sink.(interface {
		KeepAll(publish.Kind, []publish.Kept) bool
	})
	if !ok {
		return false
	}
	var files []publish.Kept
	for _, g := range segments {
		for _, f := range g.Files {
			files = append(files, publish.Kept{Path: relate.SearchURL + f.Name, Sum: f.Sum})
		}
	}
	return keeper.KeepAll(publish.Asset, files)
}

// segment makes a segment of some of the documents.
func (s *searcher) segment(which []int) (*search.Segment, error) {
	b := search.NewBuilder(len(which), s.glossary)
	_, err := par.Map(s.ctx, s.opts.Jobs, parts(len(which)), func(_ context.Context, part [2]int) (struct{}, error) {
		buf := s.buffers.Get().(*[]byte)
		defer s.buffers.Put(buf)
		for n := part[0]; n < part[1]; n++ {
			e := s.entries[which[n]]
			d := s.planner.SearchDocument(e)
			var text plan.Body
			var err error
			if text, *buf, err = s.source.read(*buf, s.bodies[e.Document.Path]); err != nil {
				return struct{}{}, err
			}
			d.Body = text.HTML
			for _, a := range s.pdfs.of(e) {
				d.More = append(d.More, s.pdfs.text(s.ctx, a))
			}
			b.Add(n, &d)
		}
		return struct{}{}, nil
	})
	if err != nil {
		return nil, err
	}
	return b.Finish(s.ctx, s.opts.Jobs)
}

func (s *searcher) putFile(name string, data []byte, kind publish.Kind) error {
	return s.builder.put(publish.Output{Path: relate.SearchURL + name, Kind: kind, Data: data})
}

// indexRecord is the name in the cache, among the pages, of what is kept of the
// index.
const indexRecord = "search index"

// held gives what the cache keeps of the last index; an empty state where that is
// nothing.
func (s *searcher) held() (cache.Part, *search.State) {
	state := &search.State{}
	if s.opts.Cache == nil {
		return cache.Part{}, state
	}
	record, known := s.opts.Cache.Page(indexRecord)
	c, err := codec.For[search.State]()
	if err != nil || !known {
		return cache.Part{}, state
	}
	if data, ok := s.opts.Cache.Get(nil, record.Facts); !ok || c.Decode(string(data), state) != nil {
		return cache.Part{}, &search.State{}
	}
	return record.Facts, state
}

// remember leaves the index for the next build.
func (s *searcher) remember(part cache.Part, old, now *search.State) error {
	if s.opts.Cache == nil {
		return nil
	}
	if !now.Same(old) {
		c, err := codec.For[search.State]()
		if err != nil {
			return err
		}
		var ok bool
		if part, ok = s.opts.Cache.Put(c.Append(nil, now)); !ok {
			return nil
		}
	}
	s.opts.Cache.KeepPage(indexRecord, cache.Page{Facts: part})
	return nil
}

// memory makes the whole index for a preview, once it is asked for.
func (s *searcher) memory() func() (map[string][]byte, error) {
	return sync.OnceValues(func() (map[string][]byte, error) {
		next, files, err := s.change(&search.State{})
		if err != nil {
			return nil, err
		}
		out := map[string][]byte{}
		for _, f := range files {
			out[relate.SearchURL+f.Name] = f.Data
		}
		out[relate.SearchURL+search.ManifestName], err = next.Manifest(s.about).Encode()
		return out, err
	})
}

// file gives a file of the index in memory.
func (s *searcher) file(name string) (publish.Output, error) {
	files, err := s.inMemory()
	if err == nil && files[name] == nil {
		err = fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return publish.Output{Path: name, Kind: publish.Asset, Data: files[name]}, err
}

// inIndex reports whether a file is one of the index.
func inIndex(name string) bool {
	rest, ok := strings.CutPrefix(name, relate.SearchURL)
	return ok && (rest == search.ManifestName || path.Ext(rest) == "" && strings.Count(rest, "/") == 1)
}
