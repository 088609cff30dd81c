package catalog_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"

	"planpress/internal/catalog"
	"planpress/internal/publish"
)

const base = "https://hoa-giay.example/"

// described gives the files of documents, by their addresses.
func described(m *publish.Memory) []string {
	var out []string
	for _, name := range m.Paths() {
		if strings.HasSuffix(name, "/"+catalog.DocumentName) {
			out = append(out, name)
		}
	}
	return out
}

// Every published document has a file that keeps to the schema, and its page
// names it; those that readers cannot read have none.
func TestEveryDocumentIsDescribed(t *testing.T) {
	m := site(t)
	schema := compiled(t, read(t, m, catalog.SchemasDir+"document.schema.json"))
	names := described(m)
	for _, name := range names {
		if err := schema.Validate(decoded(t, read(t, m, name))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if page := read(t, m, strings.TrimSuffix(name, catalog.DocumentName)+"index.html"); !strings.Contains(string(page), catalog.DocumentName) {
			t.Errorf("%s: the page does not lead to it", name)
		}
	}
	var index []struct{ URL string }
	if err := json.Unmarshal(read(t, m, "documents.json"), &index); err != nil {
		t.Fatal(err)
	}
	if len(names) != len(index) || len(names) == 0 {
		t.Errorf("%d files for %d documents", len(names), len(index))
	}
	for _, gone := range []string{"ke-hoach-sua-chua-nha-o-ho-ngheo-2024", "ke-hoach-chinh-trang-via-he-2026", "ke-hoach-tong-ket-cai-cach-hanh-chinh-2021-2030"} {
		if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "/"+gone+"/") }) {
			t.Errorf("%s is described, though nobody can read it", gone)
		}
	}
	if schema.Validate(decoded(t, []byte(`{"@context": {}, "@id": "https://a.example/", "@type": "Article"}`))) == nil {
		t.Error("the schema takes anything")
	}
}

// A processor of JSON-LD finds what replaced a document, by an address that
// leads there, and what it rests on.
func TestDescriptionsAreLinkedData(t *testing.T) {
	m := site(t)
	const old, new = "plans/2025/ke-hoach-cai-cach-hanh-chinh-2025/", "plans/2025/ke-hoach-cai-cach-hanh-chinh-6-thang-cuoi-nam-2025/"
	expanded := expand(t, read(t, m, old+catalog.DocumentName))
	if got := ids(expanded["http://purl.org/dc/terms/isReplacedBy"]); !slices.Equal(got, []string{base + new}) {
		t.Errorf("replaced by %q", got)
	}
	if got := ids(expand(t, read(t, m, new+catalog.DocumentName))["http://purl.org/dc/terms/replaces"]); !slices.Equal(got, []string{base + old}) {
		t.Errorf("replaces %q", got)
	}
	if basis, _ := expanded["https://schema.org/isBasedOn"].([]any); len(basis) == 0 {
		t.Error("it rests on nothing")
	}
	if got := expanded["@type"]; !slices.Equal(got.([]any), []any{"https://schema.org/Report"}) {
		t.Errorf("a plan is a %v", got)
	}
}

// A processor that fetches nothing reads the file: its words are explained in
// it.
func expand(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	opts := ld.NewJsonLdOptions("")
	opts.ProcessingMode = ld.JsonLd_1_1
	out, err := ld.NewJsonLdProcessor().Expand(doc, opts)
	if err != nil || len(out) != 1 {
		t.Fatal(err, out)
	}
	return out[0].(map[string]any)
}

func ids(nodes any) []string {
	list, _ := nodes.([]any)
	var out []string
	for _, n := range list {
		if id, ok := n.(map[string]any)["@id"].(string); ok {
			out = append(out, id)
		}
	}
	return out
}
