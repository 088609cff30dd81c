package pages

import (
	"cmp"
	"slices"
	"sync"

	"planpress/internal/dataset"
	"planpress/internal/plan"
	"planpress/internal/progress"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// DocumentFiles gives each file of data of a document's targets and tasks, with
// its address from the site's root. They were made for the document's page,
// which leads to them, and are forgotten.
func (p *Planner) DocumentFiles(e *relate.Entry, put func(url string, data []byte) error) error {
	t := p.tracked[e.URL]
	if t == nil {
		return nil
	}
	files, err := p.filesOf(t)
	if err != nil {
		return err
	}
	t.mu.Lock()
	t.files = nil
	t.mu.Unlock()
	return putAll(e.URL, files, put)
}

// SiteFiles gives each file of data of all targets and tasks together.
func (p *Planner) SiteFiles(put func(url string, data []byte) error) error {
	return p.together.make(p, func(f dataset.File) error { return put(relate.ProgressURL+f.Name, f.Data) })
}

// together is what is known of the data of all plans together: the bytes are
// handed on as soon as they are made.
type together struct {
	mu    sync.Mutex
	known bool
	files []view.DataFile // without addresses
}

// make makes the files.
func (t *together) make(p *Planner, take func(dataset.File) error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.makeLocked(p, take)
}

func (t *together) makeLocked(p *Planner, take func(dataset.File) error) error {
	var files []view.DataFile
	err := p.siteData(func(f dataset.File) error {
		files = append(files, dataView(f))
		return take(f)
	})
	if err == nil {
		t.files, t.known = files, true
	}
	return err
}

// list gives the files, which it makes if nobody did. What cannot be written is
// reported when it is to be published.
func (t *together) list(p *Planner) []view.DataFile {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.known {
		_ = t.makeLocked(p, func(dataset.File) error { return nil })
	}
	return t.files
}

// filesOf makes the files of a document, for its page and for DocumentFiles.
func (p *Planner) filesOf(t *tracked) ([]dataset.File, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.files != nil {
		return t.files, nil
	}
	var err error
	t.files, err = dataset.OfDocument(p.dataSite(), p.source(t))
	return t.files, err
}

func putAll(folder string, files []dataset.File, put func(url string, data []byte) error) error {
	for _, f := range files {
		if err := put(folder+f.Name, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// MaxTogether is how many plans with targets or tasks have their data in one
// file of the whole site. With more, that would take hundreds of megabytes, and
// each plan's own files are there.
const MaxTogether = 1000

func (p *Planner) siteData(take func(dataset.File) error) error {
	if len(p.plans) == 0 || len(p.plans) > MaxTogether {
		return nil
	}
	all := make([]dataset.Source, len(p.plans))
	for i, t := range p.plans {
		all[i] = p.source(t)
	}
	return dataset.OfSite(p.dataSite(), all, take)
}

func (p *Planner) dataSite() dataset.Site {
	s := p.site.Registry.Settings
	return dataset.Site{BaseURL: s.BaseURL, Name: s.Name, Lang: s.Lang, AsOf: p.site.AsOf,
		State: func(s progress.State) string { return p.opts.Words("task." + s.Key()) }}
}

func (p *Planner) source(t *tracked) dataset.Source {
	return dataset.Source{URL: t.entry.URL, Document: t.entry.Document, Report: t.report, Body: func(r plan.OrgRef) string {
		if o := p.bodyOf[r.ID]; o != nil {
			return p.orgName(o)
		}
		return cmp.Or(r.Name, r.ID)
	}}
}

// dataLinksOf lead to the data of one document. What cannot be written is
// reported when it is to be published.
func (p *Planner) dataLinksOf(l linker, t *tracked) []view.DataFile {
	files, _ := p.filesOf(t)
	out := make([]view.DataFile, len(files))
	for i, f := range files {
		out[i] = dataView(f)
	}
	return dataLinks(l, t.entry.URL, out)
}

func (p *Planner) siteDataLinks(l linker) []view.DataFile {
	return dataLinks(l, relate.ProgressURL, p.together.list(p))
}

// dataView is a file of data as pages show it, with its name in place of its
// address.
func dataView(f dataset.File) view.DataFile {
	return view.DataFile{Key: "data." + f.Kind, URL: f.Name, Format: f.Format, Size: int64(len(f.Data))}
}

// dataLinks gives the files in a folder with their addresses.
func dataLinks(l linker, folder string, files []view.DataFile) []view.DataFile {
	out := slices.Clone(files)
	for i := range out {
		out[i].URL = l.to(folder + out[i].URL)
	}
	return out
}
