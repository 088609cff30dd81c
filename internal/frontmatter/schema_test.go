package frontmatter

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("planpress.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("planpress.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// asJSON gives the front matter as a JSON value, as editors' tools see it.
func asJSON(t *testing.T, front string) any {
	t.Helper()
	root, err := decode([]byte(front))
	if err != nil {
		t.Fatalf("%s: %v", front, err)
	}
	var v any
	dec := json.NewDecoder(bytes.NewReader(appendJSON(nil, root)))
	dec.UseNumber()
	if err := dec.Decode(&v); err != nil {
		t.Fatalf("%s: %v", front, err)
	}
	return v
}

// What the schema says must be what the decoder says, for documents that have
// nothing wrong and for those that have one thing wrong.
func TestSchemaAgreesWithTheDecoder(t *testing.T) {
	schema := compiled(t)
	const need = "title: A\ntype: ke-hoach\npublication: draft\n"
	_, full, _ := strings.Cut(fullDocument, "---\n")
	full, _, _ = strings.Cut(full, "---\n")
	good := []string{full, need, "trich_yeu: A\nloai_van_ban: Kế hoạch\ntrang_thai: draft\n",
		need + "x-anything: {a: [1]}\n", need + "period: 2020-2025\n", need + "period: 2023\n",
		need + "signer: Nguyễn Văn A\n", need + "redirect_from: [a/b.html, /c/]\n", need + "attachments: [a.pdf, {file: b/c.pdf}]\n",
		need + "relations: {amends: [a, {to: b}], thay_the: c}\n", need + "effective: on-issue\n"}
	for _, f := range Fields() {
		if f.Required {
			continue
		}
		good = append(good, need+f.Name+": "+f.Example+"\n")
	}
	for _, front := range good {
		if err := schema.Validate(asJSON(t, front)); err != nil {
			t.Errorf("the schema refuses:\n%s\n%v", front, err)
		}
		if _, _, findings := Document(source.New("x.md", []byte("---\n"+front+"---\nA\n")), plan.KindDocument); worst(findings) > diag.Note {
			t.Errorf("the decoder refuses:\n%s\n%v", front, short(t, findings))
		}
	}
	for _, bad := range []string{
		"titel: A\n", "title2: A\n", "issued: 03/01/2023\n", "issued: [a]\n", "fields: a\n", "slug: A B\n", "issuer: UBND\n",
		"publication2: a\n", "relations: {replace: [a]}\n", "attachments: [{title: A}]\n", "attachments: [../a.pdf]\n", "attachments: [/a.pdf]\n",
		"attachments: [.a]\n", "silence: [{code: P061}]\n", "silence: [{code: x, reason: a}]\n", "source: {url: javascript:a}\n", "lang: tiếng Việt\n",
		"weight: a\n", "urgency: gap\n", "confidentiality: mat\n", "source: {sha256: abc}\n", "history: [{date: 2023-01-03}]\n",
		"redirect_from: [//a]\n", "translations: {en: [a]}\n", "summary: [a]\n",
	} {
		front := need + bad
		if err := schema.Validate(asJSON(t, front)); err == nil {
			t.Errorf("the schema accepts %s", bad)
		}
		if _, findings := read(front); worst(findings) < diag.Warning {
			t.Errorf("the decoder accepts %s", bad)
		}
	}
	if err := schema.Validate(asJSON(t, "type: ke-hoach\npublication: draft\n")); err == nil {
		t.Error("the schema accepts a document without a title")
	}
}

func worst(findings []diag.Finding) diag.Severity {
	s := diag.Note
	for _, f := range findings {
		s = max(s, f.Rule.Severity)
	}
	return s
}
