package build

import (
	"context"
	"fmt"
	"sync/atomic"

	"planpress/internal/asset"
	"planpress/internal/audit"
	"planpress/internal/catalog"
	"planpress/internal/diag"
	"planpress/internal/pages"
	"planpress/internal/par"
	"planpress/internal/policy"
	"planpress/internal/publish"
	"planpress/internal/relate"
	"planpress/internal/search"
	"planpress/internal/source"
)

// renderAndAudit makes every page, looks at it, and hands it to the sink. A
// body is taken from memory when its page is made, and no page is kept.
func (b *builder) renderAndAudit() error {
	site := b.res.Site
	look, err := b.look()
	if err != nil {
		return err
	}
	b.found(look.findings)
	var scripts pages.SearchScripts
	scripts.Page, _ = look.assets.URL(pageName)
	scripts.Box, _ = look.assets.URL(boxName)
	planner := pages.New(site, pages.Options{Words: look.theme.Message, Search: scripts, Portable: b.opts.Portable, Generator: b.opts.Generator})
	all := planner.Pages()
	b.res.Pages = len(all)
	maker := pageMaker{builder: b, planner: planner, renderer: look.renderer, base: site.Registry.Settings.BaseURL, boot: string(look.assets.Boot)}
	auditor := audit.New(audit.Options{BaseURL: maker.base, Boot: maker.boot, Recall: maker.recall})
	maker.auditor = auditor
	if err := b.putFiles(site, look.assets, auditor); err != nil {
		return err
	}
	if site.Registry.Settings.Search {
		auditor.AddFile(relate.SearchURL + search.ManifestName) // the search page loads it before its script does
	}
	if planner.HasData() {
		maker.describer = catalog.NewDescriber(site)
	}
	if maker.search, err = maker.searcher(look); err != nil {
		return err
	}
	b.ready(&maker, all)
	if maker.prints, err = b.prints(look.theme, planner, auditor); err != nil {
		return err
	}
	if err := b.makeAll(&maker, all); err != nil {
		return err
	}
	if err := maker.review(); err != nil {
		return err
	}
	b.found(atSources(auditor.Finish(), all))
	b.audited = true
	return maker.prints.fault
}

// makeAll makes every page, and what machines read of the site as a whole. The
// latter comes first: each of these files takes as long as many pages.
func (b *builder) makeAll(m *pageMaker, all []*pages.Page) error {
	site := b.res.Site
	work := []func() error{
		func() error {
			trackers, err := m.putTrackers()
			if err != nil {
				return err
			}
			return b.putData(site, m.planner, m.auditor, trackers)
		},
		func() error { return b.putFeeds(site, m.planner, all, m.auditor) },
		func() error { return b.putIndex(m.planner, m.auditor) },
		func() error { return b.putFrozen(site) },
		func() error { return b.putRated(m.planner) },
		m.search.publish,
	}
	var done atomic.Int64
	for _, p := range all {
		work = append(work, func() error {
			err := m.page(p)
			if b.opts.Progress != nil {
				b.opts.Progress(int(done.Add(1)), len(all))
			}
			return err
		})
	}
	_, err := par.Map(b.ctx, b.opts.Jobs, work, func(_ context.Context, do func() error) (struct{}, error) { return struct{}{}, do() })
	return err
}

// atSources moves findings from the pages that were made to the files that an
// author can mend, and silence them in.
func atSources(findings []diag.Finding, made []*pages.Page) []diag.Finding {
	if len(findings) == 0 {
		return nil
	}
	sources := map[string]string{}
	for _, p := range made {
		sources[p.File()] = p.Source
	}
	for i := range findings {
		f := &findings[i]
		if from := sources[f.Pos.File]; from != "" {
			f.Message = diag.T("%[1]s (trong trang %[3]s)", "%[2]s (in the page %[3]s)", f.Message.VI, f.Message.EN, f.Pos)
			f.Pos = source.Pos{File: from}
		}
	}
	return findings
}

// putFiles publishes the theme's assets, the headers that allow them, and the
// documents' attachments.
func (b *builder) putFiles(site *relate.Site, assets *asset.Set, auditor *audit.Auditor) error {
	for _, f := range assets.Files {
		auditor.AddFile(f.Path)
		if err := b.put(publish.Output{Path: f.Path, Kind: publish.Asset, Data: f.Data}); err != nil {
			return err
		}
	}
	send, err := headers(site.Registry.Settings, assets, policy.Netlify)
	if err != nil {
		return err
	}
	if err := b.put(publish.Output{Path: policy.HeadersFile, Kind: publish.Asset, Data: send}); err != nil {
		return err
	}
	_, err = par.Map(b.ctx, b.opts.Jobs, site.Files(), func(_ context.Context, f relate.File) (struct{}, error) {
		auditor.AddFile(f.URL)
		return struct{}{}, b.put(publish.Output{Path: f.URL, Kind: publish.Asset, Open: b.open(f.Info.Disk), Size: f.Info.Size, SHA256: f.Info.SHA256})
	})
	return err
}

// putFeeds publishes what machines read: the feed, the sitemap, robots.txt.
func (b *builder) putFeeds(site *relate.Site, planner *pages.Planner, all []*pages.Page, auditor *audit.Auditor) error {
	for _, f := range feeds(site, planner, all, b.opts.Generator) {
		auditor.AddFile(f.Name)
		if err := b.put(publish.Output{Path: f.Name, Kind: publish.List, Data: f.Data}); err != nil {
			return err
		}
	}
	return nil
}

// putIndex publishes what the filters of lists search in.
func (b *builder) putIndex(planner *pages.Planner, auditor *audit.Auditor) error {
	index, err := planner.Index()
	if err != nil {
		return fmt.Errorf("%s: %w", pages.IndexFile, err)
	}
	if index == nil {
		return nil
	}
	auditor.AddFile(pages.IndexFile)
	return b.put(publish.Output{Path: pages.IndexFile, Kind: publish.List, Data: index})
}
