package catalog_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"planpress/internal/build"
	"planpress/internal/catalog"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/themes"
)

// site builds the project's own content in memory.
func site(t *testing.T) *publish.Memory {
	t.Helper()
	m := new(publish.Memory)
	res, err := build.Run(context.Background(), os.DirFS("../.."), m, build.Options{
		Themes: themes.FS, BaseURL: "https://hoa-giay.example/", AsOf: plan.Date{Year: 2026, Month: 6, Day: 1}})
	if err != nil || res.Failed() {
		t.Fatal(err, res.Findings)
	}
	return m
}

func read(t *testing.T, m *publish.Memory, name string) []byte {
	t.Helper()
	f, ok := m.Find(name)
	if !ok {
		t.Fatalf("the site has no %s", name)
	}
	data, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every JSON file keeps to its schema, and the schema tells a file that does
// not.
func TestSchemas(t *testing.T) {
	m := site(t)
	for name, broken := range map[string]string{
		"documents.json":     `[{"url": "plans/a/"}]`,
		"catalog.json":       `{"@context": {}, "@id": "https://a.example/", "@type": "dcat:Catalog", "dct:title": "X"}`,
		"frozen.json":        `{"kind": "planpress frozen", "version": 2, "documents": []}`,
		"organizations.json": `{"@context": {}, "@graph": [{"@id": "https://a.example/#x", "@type": "Person", "name": "X"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			schema := compiled(t, read(t, m, catalog.SchemasDir+strings.TrimSuffix(name, ".json")+".schema.json"))
			if err := schema.Validate(decoded(t, read(t, m, name))); err != nil {
				t.Error(err)
			}
			if schema.Validate(decoded(t, []byte(broken))) == nil {
				t.Error("the schema takes anything")
			}
		})
	}
}

func compiled(t *testing.T, data []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", decoded(t, data)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What the catalogue offers can be fetched, and says the size and the checksum
// of what is fetched.
func TestCatalogLeadsToFiles(t *testing.T) {
	m := site(t)
	var got struct {
		Datasets []struct {
			Title string `json:"dct:title"`
			Files []struct {
				URL      string `json:"dcat:downloadURL"`
				Size     int    `json:"dcat:byteSize"`
				Checksum struct {
					Value string `json:"spdx:checksumValue"`
				} `json:"spdx:checksum"`
			} `json:"dcat:distribution"`
		} `json:"dcat:dataset"`
	}
	if err := json.Unmarshal(read(t, m, catalog.Name), &got); err != nil {
		t.Fatal(err)
	}
	spreadsheets, tables := 0, 0
	for _, d := range got.Datasets {
		if d.Title == "" || len(d.Files) == 0 {
			t.Errorf("a set without a title or a file: %+v", d)
		}
		for _, f := range d.Files {
			data := read(t, m, strings.TrimPrefix(f.URL, "https://hoa-giay.example/"))
			if strings.HasSuffix(f.URL, "plans/2026/ke-hoach-nam-2026/tasks.csv") {
				tables++
			}
			if f.Checksum.Value != "" {
				spreadsheets++
				if f.Size != len(data) || len(f.Checksum.Value) != 64 {
					t.Errorf("%s: %d bytes and %q, the file has %d", f.URL, f.Size, f.Checksum.Value, len(data))
				}
			}
		}
	}
	if spreadsheets == 0 || tables != 1 {
		t.Error("no data of a document is listed, or not its tasks")
	}
}

// Two bodies share a name: what they are called by machines tells them apart,
// and each leads to the other.
func TestNamesakesAreTwo(t *testing.T) {
	type body struct {
		ID         string `json:"@id"`
		Name       string
		Dissolved  string `json:"dissolutionDate"`
		ReplacedBy []struct {
			ID string `json:"@id"`
		} `json:"dct:isReplacedBy"`
	}
	var got struct {
		Graph []body `json:"@graph"`
	}
	if err := json.Unmarshal(read(t, site(t), catalog.OrgsName), &got); err != nil {
		t.Fatal(err)
	}
	var same []body
	for _, b := range got.Graph {
		if b.Name == "Ủy ban nhân dân phường Tam Quan" {
			same = append(same, b)
		}
	}
	if len(same) != 2 || same[0].ID == same[1].ID {
		t.Fatalf("want two bodies of that name: %+v", same)
	}
	old, new := same[0], same[1]
	if old.Dissolved == "" {
		old, new = new, old
	}
	if old.Dissolved != "2025-06-30" || len(old.ReplacedBy) != 1 || old.ReplacedBy[0].ID != new.ID {
		t.Errorf("the ward that ended does not lead to the one that followed: %+v", old)
	}
}
