package compile

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"sync"
	"testing"
	"text/template/parse"

	"github.com/google/go-cmp/cmp"
)

type data struct {
	Name, Empty string
	Kind        kind
	URL         string
	Phone       template.URL
	Body        template.HTML
	N           int
	Size        int64
	Yes         bool
	Day, NoDay  day
	Next, None  *data
	Other       *other
	Items       []item
	Nothing     []item
	Words       []string
	Any         any
	Map         map[string]string
	Shown       shown
}

type (
	kind  string
	day   struct{ Y, M int }
	other struct{ Name string }
	item  struct {
		Name  string
		Items []item
	}
	shown struct{ name string }
)

func (d day) IsZero() bool     { return d == day{} }
func (s shown) String() string { return "<" + s.name + ">" }

const hostile = `"><script>alert('1')</script>&amp;+` + "\x00\u2028đ%zz"

func sample() *data {
	return &data{
		Name: hostile, Kind: kind(hostile), URL: "../a b/?q=1&r=+ư#" + hostile, Phone: "tel:+84 1", Body: "<b>đậm</b>", N: 1234, Size: 5, Yes: true,
		Day: day{2023, 1}, Next: &data{Name: "next", URL: "javascript:alert(1)"}, Other: &other{"other"},
		Items: []item{{"a", []item{{"b", nil}, {"c", []item{{"d", nil}}}}}, {hostile, nil}}, Words: []string{"x", "y"},
		Any: "any", Map: map[string]string{"k": "v"}, Shown: shown{"s"},
	}
}

var funcs = template.FuncMap{
	"upper": strings.ToUpper,
	"join":  func(sep string, words ...any) string { return fmt.Sprint(words...) + sep },
	"fail":  func(s string) (string, error) { return s, errors.New("cannot " + s) },
	"boot":  func() template.JS { return "x<y&&z()" },
	"tel":   func(s string) template.URL { return template.URL("tel:" + s) },
}

// parsed gives the trees of a text that begins at the template "main".
func parsed(t testing.TB, text string) map[string]*parse.Tree {
	t.Helper()
	tmpl, err := template.New("main").Funcs(funcs).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]*parse.Tree{}
	for _, d := range tmpl.Templates() {
		trees[d.Name()] = d.Tree
	}
	return trees
}

// reference is what html/template makes of a text.
func reference(t testing.TB, text string, d *data) string {
	t.Helper()
	tmpl, err := template.New("main").Funcs(funcs).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := tmpl.Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func newProgram(t testing.TB, text string) *Program {
	t.Helper()
	p, err := New("main", parsed(t, text), funcs, reflect.TypeFor[*data]())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every template gives what html/template gives. Those that are translated are
// listed apart, lest all of them be left to html/template one day.
func TestExecute(t *testing.T) {
	for _, text := range translated {
		p := newProgram(t, text)
		if err := p.Slow(); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		compare(t, p, text)
	}
	for _, text := range untranslated {
		p := newProgram(t, text)
		if p.Slow() == nil {
			t.Errorf("%s: is translated: move it to the other list", text)
		}
		compare(t, p, text)
	}
}

func compare(t *testing.T, p *Program, text string) {
	t.Helper()
	for range 2 { // the second execution uses what the first left
		got, err := p.Append(nil, sample())
		if err != nil {
			t.Errorf("%s: %v", text, err)
			return
		}
		if diff := cmp.Diff(reference(t, text, sample()), string(got)); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}

var translated = []string{
	`{{with and .Yes .Next}}{{.Name}}{{end}}`, `{{with and .None .Other}}a{{else}}b{{end}}`,
	"text only", "",
	"<p>{{.Name}}{{.Kind}}{{.N}}{{.Size}}{{.Yes}}{{.Body}}{{.Shown}}{{.Day}}",
	`<p title="{{.Name}}" lang='{{.Kind}}' data-x="{{.N}}{{.Shown}}">`,
	`<a href="{{.URL}}" ping="{{.Name}}"><a href="{{.Next.URL}}"><a href='{{.URL}}'><a href="{{.Phone}}"><a href="mailto:{{.Name}}">`,
	`<a href="{{.Empty}}x/{{.URL}}">`,
	`<img src="{{.URL}}{{.URL}}">`,
	`<meta content="0; url={{.URL}}"><meta content="{{.Name}}">`,
	"<title>{{.Name}}</title><textarea>{{.Name}}</textarea>",
	"<script>{{boot}}</script>",
	"{{/* comment */}}<p>{{- .Name -}} </p>",
	"{{if .Yes}}a{{end}}{{if .Empty}}b{{else}}c{{end}}{{if .None}}d{{else if .N}}e{{else}}f{{end}}{{if .Nothing}}g{{end}}{{if .Day}}h{{end}}",
	"{{with .Next}}{{.Name}}{{$.N}}{{end}}{{with .None}}a{{else}}{{.Name}}{{end}}{{with .Empty}}a{{else with .Kind}}{{.}}{{end}}",
	"{{with $x := .Name}}{{$x}}{{end}}{{if $y := .N}}{{$y}}{{end}}{{$z := .Kind}}{{$z}}{{with .Next}}{{$z}}{{$.Name}}{{end}}",
	"{{range .Items}}{{.Name}}{{range .Items}}{{.Name}}{{$.N}}{{end}}{{else}}none{{end}}{{range .Nothing}}a{{else}}{{.Name}}{{end}}",
	"{{range $i, $e := .Words}}{{if $i}}, {{end}}{{$i}}{{$e}}{{.}}{{end}}{{range $e := .Words}}{{$e}}{{end}}",
	"{{range .Items}}{{$n := .Name}}{{range .Items}}{{$n}}{{.Name}}{{end}}{{end}}",
	"{{with or .None .Other}}{{.Name}}{{end}}{{with or .Next .Other}}{{.Name}}{{end}}{{with and .Other .Next}}{{.Name}}{{end}}",
	"{{or .Empty .Name}}{{and .Yes .Yes}}{{if or .Empty .N}}a{{end}}{{if and .Yes .None}}a{{else}}b{{end}}{{if not .None}}c{{end}}",
	`{{if eq .Kind "x" "y"}}a{{end}}{{if ne .Name .Empty}}b{{end}}{{if eq .N 1234}}c{{end}}{{if eq .Day .Day}}d{{end}}{{if eq .Day .NoDay}}e{{end}}{{if eq .Size .N}}f{{end}}`,
	"{{if .Day.IsZero}}a{{else}}b{{end}}{{if not .NoDay.IsZero}}c{{end}}{{(or .Next .Next).Name}}{{len .Items}}{{len .Name}}",
	`{{upper "a<b"}}{{upper .Name}}{{.Name | upper}}{{join "," .N .Name "c"}}{{"lit" | upper}}{{print "a" .Name 1}}{{printf "%s-%d" .Name .N}}`,
	`<a href="{{tel "12"}}" title="{{upper "'x'"}}">{{1}}{{true}}{{"<"}}`,
	`{{define "row"}}<li>{{.Name}}{{if .Items}}<ul>{{range .Items}}{{template "row" .}}{{end}}</ul>{{end}}{{end}}{{range .Items}}{{template "row" .}}{{end}}`,
	`{{define "attr"}} lang="{{.Name}}"{{end}}<p{{template "attr" .}}><p{{template "attr" .Other}}>`,
	`{{define "t"}}{{.Name}}{{end}}<title>{{template "t" .}}</title><p title="{{template "t" .}}">{{template "t" .}}`,
	`{{define "none"}}x{{end}}{{template "none"}}{{define "dot"}}{{.}}{{end}}{{template "dot" .Name}}{{template "dot" .N}}`,
	`{{define "outer"}}{{template "inner" .}}{{end}}{{define "inner"}} id="{{.N}}"{{end}}<p{{template "outer" .}}>`,
}

var untranslated = []string{
	"{{.Any}}", "{{range $k, $v := .Map}}{{$k}}{{$v}}{{end}}", "{{.Map.k}}", "{{index .Words 1}}", "{{range .Words}}{{break}}{{end}}",
	"<p title={{.Name}}>", "<script>var x = {{.Name}}</script>", "<p style='color: {{.Name}}'>", `<a href="?q={{.Name}}">`, "{{if lt .N 3}}a{{end}}",
	"{{$x := 1}}{{if .Yes}}{{$x = 2}}{{end}}{{$x}}", `<p title="{{.Body}}">`, "{{range 3}}{{.}}{{end}}", "{{.None}}", "{{1.5}}",
	`{{define "none"}}{{print .}}{{end}}{{template "none"}}`, "{{print .Any}}",
	`{{$x := or .Next .Other}}{{with $x}}{{.Name}}{{end}}`, `{{define "t"}}{{with .}}x{{end}}{{end}}{{template "t" (or .None .Other)}}`,
	`{{printf "%.1f" 1.0}}`, `{{printf "%v" 1e6}}`,
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"a\n{{.Nam}}":                            "main:2:2: can't evaluate field Nam in type *compile.data",
		"a\n{{with .Next}}{{.X.Y}}{{end}}":       "main:2:18: can't evaluate field X in type *compile.data",
		"{{upper .N}}":                           "main:1:2: wrong type for value; expected string; got int",
		"{{upper}}":                              "main:1:2: wrong number of args for upper: want 1 got 0",
		`{{fail "x"}}`:                           "main:1:2: error calling fail: cannot x",
		"<a href='{{if .Yes}}x{{else}}'{{end}}>": "main:1:14: {{if}} branches end in different contexts",
	} {
		_, err := New("main", parsed(t, text), funcs, reflect.TypeFor[*data]())
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"\n{{.None.Name}}":       "main:2:7: nil pointer evaluating *compile.data.Name",
		"{{fail .Name | upper}}": "main:1:2: error calling fail: cannot",
		`{{define "r"}}{{template "r" .}}{{end}}{{template "r" .}}`: "main:1:25: templates call one another",
		"{{.Map.k}}{{fail .Name}}":                                  "main:1:12: executing \"main\" at <fail .Name>: error calling fail",
	} {
		_, err := newProgram(t, text).Append(nil, sample())
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// After an error a program makes the next page as if nothing had been.
func TestExecuteAfterError(t *testing.T) {
	p := newProgram(t, "{{range .Items}}{{$x := .Name}}{{$x}}{{end}}{{.Next.Name}}")
	bad, want := sample(), sample()
	bad.Next = nil
	for range 3 {
		if _, err := p.Append(nil, bad); err == nil {
			t.Fatal("no error")
		}
		got, err := p.Append(nil, want)
		if err != nil || string(got) != reference(t, "{{range .Items}}{{.Name}}{{end}}{{.Next.Name}}", want) {
			t.Errorf("%q, %v", got, err)
		}
	}
}

func TestConcurrentExecute(t *testing.T) {
	text := "{{range $i, $e := .Items}}{{$i}}{{$e.Name}}{{end}}{{.Name}}"
	p, want := newProgram(t, text), reference(t, text, sample())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				if got, err := p.Append(nil, sample()); err != nil || string(got) != want {
					t.Errorf("%q, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
}

// FuzzEscapers compares the escapers with those of html/template.
func FuzzEscapers(f *testing.F) {
	const text = `<p title="{{.Name}}">{{.Name}}<a href="{{.Name}}"><a href="a/{{.Name}}"><a href="{{tel .Name}}"></a><meta content="0; url={{.Name}}"><title>{{.Name}}</title>`
	p := newProgram(f, text)
	if p.Slow() != nil {
		f.Fatal(p.Slow())
	}
	tmpl := template.Must(template.New("main").Funcs(funcs).Parse(text))
	for _, s := range []string{hostile, "http://a", "JavaScript:x", "a:b", "a/b:c", "%41%4", "mailto:x", "\xff\x00", "//x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := &data{Name: s}
		var want bytes.Buffer
		if err := tmpl.Execute(&want, d); err != nil {
			t.Fatal(err)
		}
		got, err := p.Append(nil, d)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Error(diff)
		}
	})
}
