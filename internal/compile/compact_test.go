package compile

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"testing"
	"text/template/parse"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/visible"
)

// compactCases are templates with what is left of them once they are made for
// sample().
var compactCases = []struct{ text, want string }{
	// Words stay apart, with one space.
	{"a  b\n\tc ", "a b\nc "},
	{"<p>a <b>b</b> <i>c</i> </p>", "<p>a <b>b</b> <i>c</i></p>"},
	{"<p>{{.N}} {{.N}}  <b>{{.N}}</b> x</p>", "<p>1234 1234 <b>1234</b> x</p>"},
	{"<p>a{{if .Yes}} b{{end}} c</p>", "<p>a b c</p>"},
	{"<p>a {{if .Yes}} b{{end}}</p>", "<p>a b</p>"},
	{"<p>a <img alt=\"\"> b <br> c</p>", "<p>a <img alt=\"\"> b<br>c</p>"},
	{"<button> a </button> <svg> </svg> <textarea>\n  a </textarea> b", "<button> a </button> <svg> </svg> <textarea>\n  a </textarea> b"},
	// Next to elements that begin a line there is none.
	{"<ul>\n{{range .Words}}\n<li> {{.}} </li>\n{{end}}\n</ul>\n", "<ul><li>x</li><li>y</li></ul>"},
	{"<ul>{{range .Words}}\n<li>{{.}}</li>{{end}}\n</ul>", "<ul><li>x</li><li>y</li></ul>"},
	{"<UL>\n<LI>a</LI>\n</UL>", "<UL><LI>a</LI></UL>"},
	{"{{.N}}\n{{if .None}}<p>a{{else}}<div>b{{end}}", "1234<div>b"},
	{"{{.N}}\n{{if .None}}<p>a{{end}}\n{{with .None}}{{end}}<p>b", "1234<p>b"},
	{"{{.N}}\n{{if .None}}<p>a{{end}}\n{{with .None}}{{else}}<p>b{{end}}", "1234\n\n<p>b"},
	{"{{.N}}\n{{if .Yes}}<p>a{{else}}<b>b</b>{{end}}", "1234\n<p>a"},
	{"{{.N}}\n{{if .None}}<p>a{{end}}b", "1234\nb"},
	{"{{.N}}\n{{range .Nothing}}<p>a{{end}}b{{range .Words}}{{.}}\n{{end}}<p>", "1234\nbx\ny\n<p>"},
	{`{{define "t"}}<div> a </div>{{end}}{{template "t"}} {{template "t"}} {{template "t"}}`, "<div>a</div><div>a</div><div>a</div>"},
	{`{{define "t"}} a {{end}}{{template "t"}} {{template "t"}}`, " a  a "},
	{`{{define "e"}}{{end}}{{define "s"}}<b>a</b>{{end}}<p>a</p>{{template "e"}} x {{template "s"}}`, "<p>a</p> x <b>a</b>"},
	{"{{$x := .N}} <p>{{$x}} {{$y := .N}} {{$y}}", "<p>1234 1234"},
	{"{{.N}}\n" + strings.Repeat("{{if .Yes}}{{end}}", 40) + "<p>", "1234\n<p>"},
	// The head shows nothing; elsewhere the same elements are not seen.
	{"<!DOCTYPE html>\n<html>\n<head>\n<title> a  b </title>\n<meta name=a>\n<script>x  y</script>\n<link>\n</head>\n<body>\na\n</body>\n</html>\n",
		"<!DOCTYPE html><html><head><title> a  b </title><meta name=a><script>x  y</script><link></head><body>a</body></html>"},
	{"<body>a <meta name=a> b <script>x  y</script> c", "<body>a <meta name=a> b <script>x  y</script> c"},
	// Nothing within values and where white space is shown.
	{"<p\n  title=\"a  b >  <p>  \"\n  lang='c  d'\n >\n a</p>", `<p title="a  b >  <p>  " lang='c  d'>a</p>`},
	{`<p title="a  {{.N}}  b"  lang="{{if .Yes}}  vi{{end}}" > a`, `<p title="a  1234  b" lang="  vi">a`},
	{"<div>\n<pre>\n a  <b> b</b>\n{{.N}}\n </pre>\n</div>", "<div><pre>\n a  <b> b</b>\n1234\n </pre></div>"},
	{"<pre> <pre> a  b </pre>  c </pre>", "<pre> <pre> a  b </pre>  c </pre>"},
	{"<style>a  b\n</style> <p> a", "<style>a  b\n</style><p>a"},
	{"<p>a</p> <!-- b  --> c", "<p>a</p>c"},
	// Parts of tags in templates of their own.
	{`{{define "attr"}}{{if .}}  lang="a  b"{{end}}{{end}}<ul> <li{{template "attr" .Yes}}> a</li> <li{{template "attr" .Yes}}> a</li></ul>`,
		`<ul><li lang="a  b">a</li><li lang="a  b">a</li></ul>`},
	{"<p{{if .Yes}} hidden{{end}}> a", "<p hidden>a"},
	// What is not sure stays: called in different places, or ending in them.
	{`{{define "t"}}a  b{{end}}<p title="{{template "t"}}">  {{template "t"}}</p>`, `<p title="a  b">a  b</p>`},
	{"<p> a {{if .Yes}}<pre>{{else}}<div>{{end}}\n  b", "<p> a <pre>\n  b"},
	{`{{define "open"}}<pre>{{end}}{{template "open"}}  a  </pre>  b`, "<pre>  a  </pre>b"},
	{`{{define "r"}}<ul>{{range .}} <li> {{.Name}} {{template "r" .Items}} </li> {{end}}</ul>{{end}}{{template "r" .Items}}`,
		"<ul><li>a<ul><li>b<ul></ul></li><li>c<ul><li>d<ul></ul></li></ul></li></ul></li><li>&#34;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&#43;\uFFFD\u2028đ%zz<ul></ul></li></ul>"},
}

func TestCompact(t *testing.T) {
	for _, c := range compactCases {
		p, err := New("main", Compact("main", parsed(t, c.text)), funcs, reflect.TypeFor[*data]())
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		got, err := p.Append(nil, sample())
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
		}
		if diff := cmp.Diff(c.want, string(got)); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

// A loop that can be left in its middle stays, and the trees that were given
// stay in any case.
func TestCompactKeeps(t *testing.T) {
	trees := parsed(t, "<p> a {{range .Words}} <p> {{break}}{{end}} b")
	tmpl := template.Must(template.New("main").AddParseTree("main", Compact("main", trees)["main"]))
	var out bytes.Buffer
	if err := tmpl.Execute(&out, sample()); err != nil {
		t.Fatal(err)
	}
	if want := "<p> a  <p>  b"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
	trees = parsed(t, "<p> a </p>")
	before := trees["main"].Root.String()
	Compact("main", trees)
	if got := trees["main"].Root.String(); got != before {
		t.Errorf("the tree became %q", got)
	}
}

// FuzzCompact compares what readers find in pages of any template.
func FuzzCompact(f *testing.F) {
	for _, c := range compactCases {
		f.Add(c.text)
	}
	for _, text := range append(translated, "<A\xff", "<İ > a", `<A!=" "0="{{if .}}  {{end}}">`, "<!A  >") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tmpl, err := template.New("main").Funcs(funcs).Parse(text)
		if err != nil || tmpl.Tree == nil {
			t.Skip()
		}
		trees := map[string]*parse.Tree{}
		for _, d := range tmpl.Templates() {
			trees[d.Name()] = d.Tree
		}
		d := sample()
		var pages [2][]byte
		for i, trees := range []map[string]*parse.Tree{trees, Compact("main", trees)} {
			p, err := New("main", trees, funcs, reflect.TypeFor[*data]())
			if err != nil {
				t.Skip()
			}
			if pages[i], err = p.Append(nil, d); err != nil {
				t.Skip()
			}
		}
		if !visible.Same(pages[0], pages[1]) {
			t.Errorf("%q became %q", pages[0], pages[1])
		}
	})
}
