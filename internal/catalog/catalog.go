// Package catalog makes what machines read of a whole site, beside the pages:
// the bodies of government that it names, and a catalogue of the data that can
// be taken away from it. Both are JSON-LD, in words that portals and search
// engines know: schema.org's GovernmentOrganization, and DCAT.
//
// They grow with what they list and with nothing else: the catalogue names the
// files that belong to the whole site, and of the documents only those that
// come with data.
package catalog

import (
	"cmp"
	"encoding/json"
	"path"
	"strings"

	"planpress/internal/attachment"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

// Name is the file of the catalogue, from the site's root.
const Name = "catalog.json"

// Set is data of the whole site: a file of one format or more.
type Set struct {
	Title diag.Text
	Files []File
}

// File is one file of a Set.
type File struct {
	URL    string // from the site's root
	Media  string // media type
	Schema string // from the site's root; "" where the format has one of its own
}

// Make makes the catalogue. The site has a base URL: addresses in it are
// absolute.
//
// Source: W3C, Data Catalog Vocabulary (DCAT) Version 3; JSON-LD 1.1.
func Make(site *relate.Site, sets []Set) ([]byte, error) {
	s := site.Registry.Settings
	c := dcatCatalog{
		Context: dcatContext, ID: s.BaseURL, Type: "dcat:Catalog", Title: s.Name, Description: s.Description,
		Language: string(s.Lang), Homepage: s.BaseURL, Publisher: agent{Type: "foaf:Agent", Name: cmp.Or(s.Publisher, s.Name)},
	}
	for _, set := range sets {
		c.Datasets = append(c.Datasets, ofSite(set, s))
	}
	for _, e := range site.Documents {
		if e.State == plan.Published {
			if d, ok := ofDocument(e, s.BaseURL); ok {
				c.Datasets = append(c.Datasets, d)
			}
		}
	}
	return encode(c)
}

func ofSite(set Set, s plan.Settings) dataset {
	d := dataset{ID: s.BaseURL + Name + "#" + strings.TrimSuffix(path.Base(set.Files[0].URL), path.Ext(set.Files[0].URL)),
		Type: "dcat:Dataset", Title: set.Title.In(s.Lang), Page: s.BaseURL}
	for _, f := range set.Files {
		d.Files = append(d.Files, distribution{Type: "dcat:Distribution", URL: s.BaseURL + f.URL, Media: f.Media, Schema: absolute(s.BaseURL, f.Schema)})
	}
	return d
}

// ofDocument lists the data that comes with a document: files that can be
// counted with, not those that can only be read.
func ofDocument(e *relate.Entry, base string) (dataset, bool) {
	d := dataset{ID: base + e.URL, Type: "dcat:Dataset", Title: e.Document.Title, Identifier: e.Document.Number.String(),
		Issued: e.Document.Issued.String(), Keywords: e.Document.Fields, Page: base + e.URL}
	if e.Issuer != nil {
		d.Publisher = &agent{Type: "foaf:Agent", Name: e.Issuer.Name}
	}
	for _, a := range e.Attachments {
		if format := a.Info.Format; countable(format) {
			d.Files = append(d.Files, distribution{Type: "dcat:Distribution", Title: a.Title, URL: base + a.URL, Media: format.Media,
				Size: a.Info.Size, Checksum: &checksum{"spdx:Checksum", "spdx:checksumAlgorithm_sha256", a.Info.SHA256}})
		}
	}
	for _, f := range tables(e.Document) {
		d.Files = append(d.Files, distribution{Type: "dcat:Distribution", URL: base + e.URL + f.URL, Media: f.Media, Schema: absolute(base, f.Schema)})
	}
	return d, len(d.Files) > 0
}

// absolute gives the address of a file of the site; "" where there is none.
func absolute(base, url string) string {
	if url == "" {
		return ""
	}
	return base + url
}

// tables lists the files of a document's targets and tasks, beside its page.
func tables(d *plan.Document) []File {
	var out []File
	if len(d.Targets) > 0 {
		out = append(out, File{URL: plan.TargetsFile, Media: "text/csv"})
	}
	if len(d.Tasks) > 0 {
		out = append(out, File{URL: plan.TasksFile, Media: "text/csv"})
	}
	if len(out) > 0 {
		out = append(out, File{URL: plan.ProgressFile, Media: "application/json", Schema: SchemasDir + "progress.schema.json"})
	}
	return out
}

// countable reports whether a format holds data that can be counted with.
func countable(f *attachment.Format) bool {
	return f.Ext == ".csv" || f.Ext == ".ods" || f.Ext == ".xlsx"
}

func encode(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", " ")
	return append(data, '\n'), err
}
