package pages

import (
	"cmp"

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
	t := p.tracked[e]
	if t == nil {
		return nil
	}
	files, err := p.filesOf(t)
	if err != nil {
		return err
	}
	t.files = nil
	return putAll(e.URL, files, put)
}

// SiteFiles gives each file of data of all targets and tasks together.
func (p *Planner) SiteFiles(put func(url string, data []byte) error) error {
	files, err := p.together()
	if err != nil {
		return err
	}
	return putAll(relate.ProgressURL, files, put)
}

// filesOf makes the files of a document, for its page and for DocumentFiles,
// which one goroutine calls.
func (p *Planner) filesOf(t *tracked) ([]dataset.File, error) {
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

func (p *Planner) siteData() ([]dataset.File, error) {
	if len(p.plans) == 0 || len(p.plans) > MaxTogether {
		return nil, nil
	}
	all := make([]dataset.Source, len(p.plans))
	for i, t := range p.plans {
		all[i] = p.source(t)
	}
	return dataset.OfSite(p.dataSite(), all)
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
	return dataViews(l, t.entry.URL, files)
}

func (p *Planner) siteDataLinks(l linker) []view.DataFile {
	files, _ := p.together()
	return dataViews(l, relate.ProgressURL, files)
}

func dataViews(l linker, folder string, files []dataset.File) []view.DataFile {
	var out []view.DataFile
	for _, f := range files {
		out = append(out, view.DataFile{Key: "data." + f.Kind, URL: l.to(folder + f.Name), Format: f.Format, Size: int64(len(f.Data))})
	}
	return out
}
