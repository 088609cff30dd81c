package audit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
)

// sound wraps a body into a page that has nothing wrong.
func sound(body string) string {
	return `<!DOCTYPE html><html lang="vi"><head><title>Trang</title></head><body><main><h1>Trang</h1>` + body + `</main></body></html>`
}

// said gives findings as "CODE line:column English message".
func said(fs []diag.Finding) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %s %s", f.Rule.Code, strings.TrimPrefix(f.Pos.String(), "a/index.html"), f.Message.EN))
	}
	return out
}

func TestPage(t *testing.T) {
	for name, c := range map[string]struct {
		html string
		want []string
	}{
		"nothing wrong":           {html: sound(`<h2 id="a">A</h2><h3>B</h3><h2>C</h2><p><a href="#a">A</a> <a href="#">lên</a> <a href="tel:0256">gọi</a></p><img src="b.png" alt="">`)},
		"duplicate id":            {sound("\n<p id=a>\n<p id='a'>"), []string{`P300 :3:4 the id "a" is already on line 2`}},
		"encoded id":              {sound("<p id='a&amp;b'>\n<p id=a&amp;b>"), []string{`P300 :2:4 the id "a&b" is already on line 1`}},
		"dead anchor":             {sound("\n<a href='#x'>"), []string{`P301 :2:4 href names "x", and the page has no such id`}},
		"dead anchor, page named": {sound("\n<a href='../a/index.html#x'>"), []string{`P301 :2:4 href names "x", and the page has no such id`}},
		"encoded anchor":          {html: sound(`<p id="mục"><a href="#m%E1%BB%A5c">A</a>`)},
		"label":                   {sound("\n<label for=x>A</label>"), []string{`P301 :2:8 for names "x", and the page has no such id`}},
		"two labels":              {sound("<p id=a>\n<nav aria-labelledby='a b'></nav>"), []string{`P301 :2:6 aria-labelledby names "b", and the page has no such id`}},
		"two h1":                  {sound("<h1>B</h1>"), []string{"P302  the page has 2 h1 headings and needs one"}},
		"heading jump":            {sound("\n<h3>B</h3>"), []string{"P303 :2:1 h3 follows h1"}},
		"two main":                {sound("<main></main>"), []string{"P304  the page has 2 main elements and needs one"}},
		"nav":                     {html: sound("<nav></nav>")},
		"navs":                    {sound("<nav aria-label=A></nav>\n<nav aria-label=' '></nav>"), []string{"P305 :2:1 this nav has no name, and the page has 2 of them"}},
		"lang and title":          {"<html lang=''><title> </title><main><h1>A</h1></main>", []string{"P306  the html tag has no lang", "P307  the page has no title, or an empty one"}},
		"alt":                     {sound("\n<IMG SRC=a.png>"), []string{`P308 :2:1 the image "a.png" has no alt`}},
		"style":                   {sound("\n<p class=a style='color:red'>"), []string{"P309 :2:12 the attribute style of the tag p"}},
		"handler":                 {sound("\n<p/onclick=alert(1)>"), []string{"P309 :2:4 the attribute onclick of the tag p"}},
		"inline script":           {sound("\n<script>x()</script>"), []string{"P309 :2:1 a script written into the page"}},
		"boot script":             {html: sound("<script>boot()</script>")},
		"script file":             {html: sound("<script src=b.js></script>")},
		"iframe":                  {sound("\n<iframe></iframe>"), []string{"P310 :2:1 an element iframe"}},
		"javascript":              {sound("\n<a href=' java\tscript&colon;alert(1)'>"), []string{`P312 :2:4 href of the tag a has the address "java\tscript:alert(1)"`}},
		"host in disguise":        {sound("\n<a href='/\\evil.example/'>"), []string{`P312 :2:4 href of the tag a leads to another host without saying https: "/\\evil.example/"`}},
		"form action":             {sound("\n<form action=data:text/html,x>"), []string{`P312 :2:7 action of the tag form has the address "data:text/html,x"`}},
		"refresh":                 {sound("\n<meta http-equiv=Refresh content='0; url=javascript:x()'>"), []string{`P312 :2:1 content of the tag meta has the address "javascript:x()"`}},
		"in a comment":            {html: sound("<!-- <p onclick=x()> --><!--><p><!-- a --!><p>")},
		"in a script":             {sound("\n<script src=b.js>'<p onclick=x()>'</script><p onclick=y()>"), []string{"P309 :2:47 the attribute onclick of the tag p"}},
		"in a title":              {html: strings.Replace(sound(""), "Trang</title>", "<p onclick=x()></title>", 1)},
		"cut off":                 {html: sound("") + "<p onclick='x()"},
	} {
		t.Run(name, func(t *testing.T) {
			a := New(Options{Boot: "boot()"})
			if diff := cmp.Diff(c.want, said(a.Page("a/index.html", []byte(c.html)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	pages := map[string]string{
		"index.html":            "\n<a href='./a/'>A</a> <a href='a/#x'>x</a> <a href='a/b/index.html'>B</a> <a href='https://other.example/'>o</a>",
		"a/index.html":          "\n<p id=x> <a href='../'>home</a> <a href=b/#y>y</a> <a href='..'>home</a> <a href='#x'>x</a> <a href='b/to%20khai.pdf#page=2'>pdf</a>",
		"a/b/index.html":        "\n<p id=y> <a href='https://site.example/base/a/?q=1#x'>x</a> <a href='/elsewhere/'>e</a>\n<a href='../#z'>z</a>\n<a href='../../c/'>c</a>",
		"a/b/c/index.html":      "\n<a href='../../../../'>out</a>\n<a href='../../../c/'>c</a>\n<img src=no.png alt=''>",
		"404.html":              "\n<a href='/base/a/#x'>A</a>\n<a href='/base/d/'>D</a>",
		"plans/mục/index.html":  "\n<a href='../m%E1%BB%A5c/'>self</a> <a href='../../assets/a.css'>css</a>",
		"plans/khac/index.html": "\n<a href='../mục/'>to</a>",
	}
	want := []string{
		`P313 404.html:3:4 leads to "/base/d/", which is not there`,
		`P313 a/b/c/index.html:2:4 leads to "../../../../", which is not there`,
		`P313 a/b/c/index.html:3:4 leads to "../../../c/", which is not there; so do 1 other pages`,
		`P313 a/b/c/index.html:4:6 leads to "no.png", which is not there`,
		`P314 a/b/index.html:3:4 leads to "../#z", which is not there`,
	}
	for _, first := range []bool{true, false} { // files are told of before or after the pages
		a := New(Options{BaseURL: "https://site.example/base/"})
		files := func() {
			a.AddFile("a/b/to khai.pdf")
			a.AddFile("assets/a.css")
			for path := range pages {
				a.AddFile(path)
			}
		}
		if first {
			files()
		}
		for path, body := range pages {
			if got := said(a.Page(path, []byte(sound(body)))); got != nil {
				t.Errorf("%s: %q", path, got)
			}
		}
		if !first {
			files()
		}
		if diff := cmp.Diff(want, said(a.Finish())); diff != "" {
			t.Errorf("files first: %v\n%s", first, diff)
		}
	}
}

func TestConcurrentPages(t *testing.T) {
	a := New(Options{})
	t.Run("pages", func(t *testing.T) {
		for i := range 50 {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				next := fmt.Sprintf(`<p id="x"><a href="../%d/#x">next</a>`+"\n"+`<a href="../no/">no</a>`, (i+1)%50)
				a.Page(fmt.Sprintf("%d/index.html", i), []byte(sound(next)))
			})
		}
	})
	want := []string{`P313 0/index.html:2:4 leads to "../no/", which is not there; so do 49 other pages`}
	if diff := cmp.Diff(want, said(a.Finish())); diff != "" {
		t.Error(diff)
	}
}
