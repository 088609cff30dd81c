package build

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"planpress/internal/audit"
	"planpress/internal/catalog"
	"planpress/internal/diag"
	"planpress/internal/pages"
	"planpress/internal/publish"
	"planpress/internal/relate"
	"planpress/internal/render"
)

// putData publishes the catalogue of the site's data, the bodies, and the
// schemas. Addresses in them are absolute, so a site without a base URL has
// none.
func (b *builder) putData(site *relate.Site, planner *pages.Planner, auditor *audit.Auditor, trackers []string) error {
	if !planner.HasData() {
		return nil
	}
	files, err := dataFiles(site, planner, trackers)
	if err != nil {
		return err
	}
	for _, f := range files {
		auditor.AddFile(f.Name)
		if err := b.put(publish.Output{Path: f.Name, Kind: publish.List, Data: f.Data}); err != nil {
			return err
		}
	}
	return nil
}

func dataFiles(site *relate.Site, planner *pages.Planner, trackers []string) ([]render.File, error) {
	schemas, err := catalog.Schemas()
	if err != nil {
		return nil, err
	}
	var out []render.File
	for _, name := range slices.Sorted(maps.Keys(schemas)) {
		out = append(out, render.File{Name: name, Data: schemas[name]})
	}
	bodies, err := catalog.Organizations(site)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", catalog.OrgsName, err)
	}
	list, err := catalog.Make(site, dataSets(planner, trackers))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", catalog.Name, err)
	}
	return append(out, render.File{Name: catalog.OrgsName, Data: bodies}, render.File{Name: catalog.Name, Data: list}), nil
}

// trackerMedia are the media types of the data of targets and tasks.
var trackerMedia = map[string]string{".csv": "text/csv", ".json": "application/json", ".ics": "text/calendar"}

// dataSets are the data of the whole site.
func dataSets(planner *pages.Planner, trackers []string) []catalog.Set {
	documents := catalog.Set{Title: diag.T("Danh mục văn bản", "List of documents")}
	if planner.HasIndex() {
		documents.Files = append(documents.Files, catalog.File{URL: pages.IndexFile, Media: "application/json", Schema: catalog.SchemasDir + "documents.schema.json"})
	}
	documents.Files = append(documents.Files,
		catalog.File{URL: pages.FeedFile, Media: "application/atom+xml"},
		catalog.File{URL: pages.SitemapFile, Media: "application/xml"})
	sets := []catalog.Set{documents}
	if len(trackers) > 0 {
		tracker := catalog.Set{Title: diag.T("Chỉ tiêu và nhiệm vụ của các kế hoạch", "Targets and tasks of the plans")}
		for _, name := range trackers {
			file := catalog.File{URL: name, Media: trackerMedia[path.Ext(name)]}
			if path.Ext(name) == ".json" {
				file.Schema = catalog.SchemasDir + "progress.schema.json"
			}
			tracker.Files = append(tracker.Files, file)
		}
		sets = append(sets, tracker)
	}
	return append(sets, catalog.Set{Title: diag.T("Danh mục cơ quan", "List of bodies"), Files: []catalog.File{
		{URL: catalog.OrgsName, Media: "application/ld+json", Schema: catalog.SchemasDir + "organizations.schema.json"}}})
}
