package build_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"planpress/internal/asset"
	"planpress/internal/diag"
	"planpress/internal/hostile"
	"planpress/internal/publish"
	"planpress/internal/theme"
	"planpress/themes"
)

// places are where an author's text can stand in a document: a front matter
// with %s for the text in double quotes, or a body with %s for the bare text.
var places = map[string]struct{ front, body string }{
	"title":               {front: "title: %s"},
	"summary":             {front: "summary: %s"},
	"place":               {front: "place: %s"},
	"signer.name":         {front: "signer: {name: %s}"},
	"signer.position":     {front: "signer: {name: A, position: %s}"},
	"recipients":          {front: "recipients: [%s]"},
	"contact":             {front: "contact: %s"},
	"fields":              {front: "fields: [%s]"},
	"keywords":            {front: "keywords: [%s]"},
	"history.note":        {front: "history: [{date: 2026-01-01, kind: correction, note: %s}]"},
	"publication.reason":  {front: "publication: {state: withdrawn, reason: %s}"},
	"attachments.title":   {front: "attachments: [{file: own.txt, title: %s}]"},
	"relations.provision": {front: "relations: {replaces: [{to: x, provision: %s}]}"},
	"relations.other":     {front: "relations: {amends: [{to: plans/owner, provision: %s}]}"},
	"effect.reason":       {front: "effect: {status: recalled, reason: %s}"},
	"targets":             {front: "targets: [{name: %s, group: %[1]s, unit: %[1]s, owners: %[1]s, baseline: %[1]s, value: %[1]s, by: %[1]s, note: %[1]s, actuals: [{date: 2026-03-31, period: %[1]s, value: %[1]s, text: %[1]s, evidence: %[1]s}]}]"},
	"tasks":               {front: "tasks: [{name: %s, no: %[1]s, group: %[1]s, lead: %[1]s, partners: %[1]s, deliverable: %[1]s, deadline: %[1]s, budget: %[1]s, note: %[1]s}]"},
	"updates":             {front: "tasks: [{name: A, updates: [{date: 2026-03-31, period: %s, text: %[1]s, evidence: %[1]s, by: %[1]s}], reschedules: [{date: 2026-03-31, to: %[1]s, reason: %[1]s}]}]"},
	"x-key":               {front: "x-own: %s"},
	"number":              {front: "number: %s"},
	"slug":                {front: "slug: %s"},
	"paragraph":           {body: "Đoạn %s văn."},
	"heading":             {body: "## Mục %s\n\nVăn."},
	"list":                {body: "- một %s\n- hai"},
	"point":               {body: "a) một %s\nb) hai"},
	"table":               {body: "| A | B |\n|---|---|\n| một %s | hai |"},
	"caption":             {body: "Bảng 1. %s\n\n| A | B |\n|---|---|\n| một | hai |"},
	"footnote":            {body: "Xem.[^1]\n\n[^1]: Chú %s."},
	"link text":           {body: "[xem %s](https://example.org/)"},
	"link address":        {body: "[xem](<%s>)"},
	"link title":          {body: "[xem](https://example.org/ \"%s\")"},
	"image alt":           {body: "![ảnh %s](owner/a.png)"},
	"image title":         {body: "![ảnh](owner/a.png \"%s\")"},
	"code":                {body: "`%s`"},
	"code block":          {body: "```%s\nmã\n```"},
	"quotation":           {body: "> lời %s"},
	"reference":           {body: "[xem][1]\n\n[1]: %s"},
}

var pixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\b\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82")

// TestNoTextBecomesMarkup puts every hostile text into every place of a
// document. What is not refused is built, and no page may hold anything that
// runs, loads or hides.
func TestNoTextBecomesMarkup(t *testing.T) {
	vectors := hostile.Vectors()
	if len(vectors) < 300 {
		t.Fatalf("only %d texts", len(vectors))
	}
	site := fstest.MapFS{
		"content/site.yaml":         file("name: Cổng\nbase_url: https://example.org/\n"),
		"content/orgs.yaml":         file("- {id: p, name: Phường, kind: ubnd}\n"),
		"content/documents.yaml":    file("- {id: x, number: 1/QĐ-UBND, issuer: Thị xã, issued: 2020-01-01, title: X}\n"),
		"content/plans/owner.md":    file(document(99999, "", "Xem [tệp](owner/a.txt) ![ảnh](owner/a.png).", "")),
		"content/plans/owner/a.png": &fstest.MapFile{Data: pixel},
		"content/plans/owner/a.txt": file("chữ"),
	}
	docs := map[string]string{} // path → place
	n := 0
	for i, v := range vectors {
		for name, p := range places {
			n++
			doc := fmt.Sprintf("content/plans/d%d.md", n)
			docs[doc] = fmt.Sprintf("%s, text %d", name, i)
			site[doc] = file(document(n, p.front, p.body, v))
			if strings.HasPrefix(name, "attachments") {
				site[strings.TrimSuffix(doc, ".md")+"/own.txt"] = file("chữ")
			}
		}
	}
	m, refused := buildWhatPasses(t, site)
	reached := map[string]int{}
	for doc, what := range docs {
		if !refused[doc] {
			reached[strings.Split(what, ",")[0]]++
		}
	}
	for name := range places {
		if reached[name] == 0 && name != "slug" && name != "number" {
			t.Errorf("no text reached a page through %s: the test shows nothing there", name)
		}
	}
	lookAtPages(t, m)
}

// TestNoSiteTextBecomesMarkup does the same with the texts that all pages
// show, several at a time.
func TestNoSiteTextBecomesMarkup(t *testing.T) {
	vectors := hostile.Vectors()
	var built atomic.Int64
	t.Run("all", func(t *testing.T) {
		for chunk := range slices.Chunk(vectors, 8) {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				built.Add(int64(reached(t, chunk)))
			})
		}
	})
	if int(built.Load()) < len(vectors)/2 {
		t.Errorf("only %d of %d texts reached a page", built.Load(), len(vectors))
	}
}

// reached is how many of the texts a site is built with: all at once, or else
// each half by itself.
func reached(t *testing.T, texts []string) int {
	t.Helper()
	if buildWith(t, strings.Join(texts, " ")) {
		return len(texts)
	}
	if len(texts) == 1 {
		return 0
	}
	half := len(texts) / 2
	return reached(t, texts[:half]) + reached(t, texts[half:])
}

// buildWith builds a site that says the text wherever a site can, and reports
// whether it was not refused.
func buildWith(t *testing.T, text string) bool {
	t.Helper()
	q := quoted(text)
	m, res := run(t, fstest.MapFS{
		"content/site.yaml": file("name: " + q + "\ndescription: " + q + "\npublisher: " + q + "\nbase_url: https://example.org/\n" +
			"contact: {address: " + q + "}\nmenu: [{label: " + q + ", to: documents}]\n"),
		"content/orgs.yaml":      file("- {id: p, name: " + q + ", short_name: " + q + ", kind: ubnd, place: " + q + "}\n"),
		"content/documents.yaml": file("- {id: x, number: 1/QĐ-UBND, issuer: " + q + ", issued: 2020-01-01, title: " + q + "}\n"),
		"content/plans/a.md":     file(document(1, "legal_basis: [x]", "Nội dung.", "")),
	})
	if !res.Failed() {
		lookAtPages(t, m)
	}
	return !res.Failed()
}

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// quoted writes a text as YAML reads it in double quotes.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string can always be encoded
	}
	return strings.TrimSpace(b.String())
}

func document(n int, front, body, text string) string {
	fields := map[string]string{"title": "Văn bản", "type": "bao-cao", "number": fmt.Sprintf("%02d/BC-UBND", n), "issuer": "p",
		"issued": "2026-01-05", "publication": "published"}
	var b strings.Builder
	b.WriteString("---\n")
	line := ""
	if front != "" {
		line = front
		if strings.Contains(front, "%s") {
			line = fmt.Sprintf(front, quoted(text))
		}
		b.WriteString(line + "\n")
	}
	for _, key := range []string{"title", "type", "number", "issuer", "issued", "publication"} {
		if !strings.HasPrefix(line, key+":") {
			b.WriteString(key + ": " + fields[key] + "\n")
		}
	}
	b.WriteString("---\n\nMở đầu.\n\n")
	b.WriteString(strings.ReplaceAll(body, "%s", text))
	return b.String() + "\n"
}

// buildWhatPasses builds a site without the documents that have errors.
func buildWhatPasses(t *testing.T, site fstest.MapFS) (*publish.Memory, map[string]bool) {
	t.Helper()
	refused := map[string]bool{}
	for range 3 {
		m, res := run(t, site)
		if !res.Failed() {
			return m, refused
		}
		for _, f := range res.Findings {
			if f.Rule.Severity == diag.Error {
				doc := f.Pos.File
				if !strings.HasSuffix(doc, ".md") {
					doc = path.Dir(doc) + ".md"
				}
				refused[doc] = true
				delete(site, doc)
				delete(site, strings.TrimSuffix(doc, ".md")+"/own.txt")
			}
		}
	}
	t.Fatal("the site still has errors without the documents that had them")
	return nil, nil
}

func lookAtPages(t *testing.T, m *publish.Memory) {
	t.Helper()
	boot, err := bootScript()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range m.Paths() {
		data := bytesOf(t, m, name)
		switch path.Ext(name) {
		case ".html":
			for _, d := range hostile.Dangerous(data, boot) {
				t.Errorf("%s: %s", name, d)
			}
		case ".xml":
			if err := wellFormed(data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// bootScript is the one script that stands in a page.
var bootScript = sync.OnceValues(func() (string, error) {
	layers, err := theme.Layers(themes.FS, nil, "default")
	if err != nil {
		return "", err
	}
	look, err := theme.Load(layers, diag.VI)
	if err != nil {
		return "", err
	}
	set, err := asset.Build(look)
	if err != nil {
		return "", err
	}
	return string(set.Boot), nil
})
