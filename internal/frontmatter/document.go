// Package frontmatter reads everything of a site that is written in YAML: the
// front matter of documents and pages, site.yaml, orgs.yaml, documents.yaml,
// glossary.yaml and a theme's messages. It is the only user of the YAML
// library.
//
// Each kind of mapping has one table of fields (documentTable, settingsTable
// …). A field has its names, what it is for, an example, and a shape: how a
// value is read, and how JSON Schema describes it. From these tables come the
// decoder, the schema, the skeleton that "planpress new" writes, and the
// suggestions for unknown keys; so they cannot disagree.
//
// Values are read from the nodes that the library gives, one by one, never by
// its own decoding into Go values. So every finding has a place, one bad value
// does not hide another, and the parts of the library that take quadratic time
// or can panic (unique keys, merge keys, aliases) are never used. What YAML
// offers beyond plain values (anchors, aliases, merge keys, tags) is refused.
// Where a part cannot be parsed at all, the other parts are still read: a file
// is taken apart at its outermost lines, and each part is parsed by itself.
package frontmatter

import (
	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/matrix"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Document reads the front matter of a Markdown file. The document is never
// nil, and holds what could be read; body is the offset in f.Data at which the
// Markdown begins. Of each wrong value there is a finding with its place.
func Document(f *source.File, kind plan.Kind) (doc *plan.Document, body int, findings []diag.Finding) {
	doc = &plan.Document{Path: f.Path, Kind: kind}
	r := &reader{file: f, page: kind == plan.KindPage}
	if r.page {
		doc.Publication.State = plan.Published
	}
	part, body, ok := r.fences()
	if ok {
		r.places = make([]plan.Place, 0, 32)
		if root := r.mapping(part); root != nil {
			documentTable.read(r, root, doc, "")
			matrix.Parts(doc)
		}
		r.needsText(doc, body)
	}
	doc.Places = plan.PlacesOf(r.places)
	return doc, body, r.result()
}

// mapping gives the keys of the front matter as one node, or nil where there
// is nothing to read. Front matter without any key gives a mapping without
// content, so that what is missing is named.
func (r *reader) mapping(part region) *yaml.Node {
	if part.end-part.start > maxFrontMatter {
		r.tooLarge(part, maxFrontMatter)
		return nil
	}
	at := r.file.At(max(part.start-1, 0))
	root := &yaml.Node{Kind: yaml.MappingNode, Line: at.Line, Column: 1}
	for _, n := range r.roots(part, yaml.MappingNode) {
		root.Content = append(root.Content, n.Content...)
	}
	return root
}

// needsText reports a document without a body, which shows nothing to read.
func (r *reader) needsText(doc *plan.Document, body int) {
	if doc.Publication.State == plan.Withdrawn || hasText(r.file.Data[body:]) {
		return
	}
	r.add(ruleNoText.At(r.file.At(body), diag.T("không có nội dung sau phần thông tin đầu tệp", "there is no text after the front matter")).
		WithHint(diag.T("viết nội dung dưới dòng --- thứ hai; chỉ đính kèm tệp PDF thì nhiều người không đọc được",
			"write the text below the second ---; a PDF alone cannot be read by everybody")))
}

func hasText(b []byte) bool {
	for _, c := range b {
		if c > ' ' {
			return true
		}
	}
	return false
}
