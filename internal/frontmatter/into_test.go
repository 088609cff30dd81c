package frontmatter

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
	"planpress/internal/source"
)

type inner struct {
	Text string
	N    int64
}

type sample struct {
	Title   string
	Body    template.HTML
	Day     plan.Date
	Shown   bool
	Least   float64
	One     *inner
	Many    []inner
	Files   map[string]string
	Extends string `key:"extends"`
}

func TestInto(t *testing.T) {
	var got sample
	found := Into(source.New("x.yaml", []byte(`# a comment
Title: "01/KH-UBND: số"
Body: <p>x</p>
Day: 2023-01-03
Shown: true
Least: 4.5
One: {Text: a, N: 12}
Many:
  - {Text: b}
  - N: 3
Files: {b.css: "1", a.css: "2"}
extends: default
`)), &got)
	for _, f := range found {
		t.Errorf("%s: %s", f.Pos, f.Message.EN)
	}
	want := sample{"01/KH-UBND: số", "<p>x</p>", plan.Date{Year: 2023, Month: 1, Day: 3}, true, 4.5, &inner{"a", 12}, []inner{{Text: "b"}, {N: 3}},
		map[string]string{"a.css": "2", "b.css": "1"}, "default"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A mistake in a theme's file is told with its line and is never passed over.
func TestIntoIsStrict(t *testing.T) {
	for text, want := range map[string]string{
		"Title: a\nTitel: b\n":              `x.yaml:2:1: there is no key "Titel" here; did you mean Title?`,
		"Title: a\nOne:\n  N: 1\n  Size: 2": `x.yaml:4:3: there is no key "Size" here`,
		"Title: a\nTitle: b\n":              `x.yaml:2:1: the key "Title" is given twice`,
		"Title: 12\n":                       `x.yaml:1:8: Title expects a text, but this is the number 12`,
		"Title:\n":                          `x.yaml:1:7: Title expects a text`,
		"Many: {Text: a}\n":                 `x.yaml:1:7: Many expects a list`,
		"One: a\n":                          `x.yaml:1:6: One expects a group of keys`,
		"Shown: often\n":                    `x.yaml:1:8: Shown expects true or false`,
		"Least: seven\n":                    `x.yaml:1:8: Least expects a number`,
		"One: {N: 1.5}\n":                   `x.yaml:1:10: One.N expects a number`,
		"Day: 2023-02-30\n":                 `x.yaml:1:6: Day: there is no day 2023-02-30`,
		"Title: &a b\n":                     `x.yaml:1:8: "&a" is a YAML anchor`,
		"- a\n":                             `x.yaml:1:1: `,
	} {
		var into sample
		var all []string
		for _, f := range Into(source.New("x.yaml", []byte(text)), &into) {
			all = append(all, f.Pos.String()+": "+f.Message.EN+"; "+f.Hint.EN)
		}
		if got := strings.Join(all, "\n"); !strings.HasPrefix(got, want) {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}
