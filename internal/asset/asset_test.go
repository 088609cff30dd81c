package asset

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/theme"
	"planpress/themes"
)

func file(name, text string) theme.File {
	return theme.File{Path: "default/" + name, Name: name, Data: []byte(text)}
}

func sample() *theme.Theme {
	return &theme.Theme{
		Styles:  []theme.File{file("00.css", "/* order */\n@layer a, b;\n"), file("10.css", "@layer a { p { color : red } }"), file("20.css", "@layer b{q{color:blue}}")},
		Scripts: []theme.File{file("a.js", "// a comment\nconst aaa = 1;\nconsole.log( aaa )"), file("b.js", "(() => { f() })()")},
		Extra:   []theme.File{file("icon.png", "png"), file("redirect.js", "location.replace( x );")},
		Boot:    file("boot.js", "// restores\nboot( 1 );\n"),
	}
}

func TestBuild(t *testing.T) {
	s, err := Build(sample())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"site.css":    "@layer a,b;@layer a{p{color:red}}@layer b{q{color:blue}}",
		"site.js":     "{const e=1;console.log(e)}\n(()=>{f()})()\n",
		"icon.png":    "png",
		"redirect.js": "location.replace(x)\n",
	}
	got := map[string]string{}
	shape := regexp.MustCompile(`^assets/[a-z]+\.[0-9a-f]{10}\.[a-z]+$`)
	for name := range want {
		url, ok := s.URL(name)
		if !ok || !shape.MatchString(url) {
			t.Errorf("%s: %q", name, url)
		}
		for _, f := range s.Files {
			if f.Path == url {
				got[name] = string(f.Data)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(s.Files) != len(want) {
		t.Errorf("%d files, want %d", len(s.Files), len(want))
	}
	sum := sha256.Sum256([]byte(s.Boot))
	if s.Boot != "boot(1)" || s.BootHash != "sha256-"+base64.StdEncoding.EncodeToString(sum[:]) {
		t.Errorf("boot: %s, %s", s.Boot, s.BootHash)
	}
	if url, ok := s.URL("boot.js"); ok {
		t.Errorf("boot.js stands in the page, and is a file as well: %s", url)
	}
}

// Two names of one content differ, and a name changes with its content and
// with nothing else.
func TestFingerprint(t *testing.T) {
	url := func(change func(*theme.Theme)) string {
		th := sample()
		change(th)
		s, err := Build(th)
		if err != nil {
			t.Fatal(err)
		}
		u, _ := s.URL("site.css")
		return u
	}
	same := url(func(*theme.Theme) {})
	if got := url(func(th *theme.Theme) { th.Boot = file("boot.js", "other()") }); got != same {
		t.Errorf("another script changes the style: %s, %s", same, got)
	}
	if got := url(func(th *theme.Theme) { th.Styles[1] = file("10.css", "@layer a{p{color:tan}}") }); got == same {
		t.Errorf("another style has the same name: %s", got)
	}
}

func TestBuildErrors(t *testing.T) {
	for want, change := range map[string]func(*theme.Theme){
		"default/10.css: the first style must begin with @layer": func(th *theme.Theme) { th.Styles = th.Styles[1:2]; th.Styles[0].Data = []byte("p{}") },
		"default/20.css: a style cannot name other files, their names change with their content, but this one has url(../images/a.png)": func(th *theme.Theme) {
			th.Styles[2].Data = []byte("/* url(b.png) */ p{background:url('#a')} q{background:url(../images/a.png) 0 0}")
		},
		"default/10.css: a style cannot name other files, their names change with their content, but this one has @import": func(th *theme.Theme) {
			th.Styles[1].Data = []byte(`@import "20.css";`)
		},
		"default/10.css: the site's policy allows no data in styles, but this one has url('data:": func(th *theme.Theme) {
			th.Styles[1].Data = []byte("p{background:url('data:image/png;base64,AA')}")
		},
		"minify default/b.js":        func(th *theme.Theme) { th.Scripts[1].Data = []byte("(") },
		"minify default/redirect.js": func(th *theme.Theme) { th.Extra[1].Data = []byte("const = 1") },
		`default/boot.js: a script in the page cannot contain "</"`: func(th *theme.Theme) {
			th.Boot.Data = []byte(`f("a</b>")`)
		},
		`default/boot.js: a script in the page cannot contain "<!--"`: func(th *theme.Theme) { th.Boot.Data = []byte("f('<!--')") },
	} {
		th := sample()
		change(th)
		if _, err := Build(th); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// What is new in CSS goes through the minifier unharmed.
func TestMinifyCSSKeeps(t *testing.T) {
	for in, want := range map[string]string{
		"@layer a, b , c;": "@layer a,b,c;",
		":root { --dark: ; --light: initial; --x : a  b }":                              ":root{--dark: ;--light:initial;--x:a  b}",
		"p { color: var(--dark, var(--a) ) var(--b, #ffffff) }":                         "p{color:var(--dark,var(--a) )var(--b,#ffffff)}",
		":root:is(:has(#_x:checked), [data-x=\"less\"]) { a: b }":                       ":root:is(:has(#_x:checked),[data-x=less]){a:b}",
		"p { color: light-dark(#fff, #000) }":                                           "p{color:light-dark(#fff,#000)}",
		"p { color: color-mix(in srgb, var(--a) 40%, white) }":                          "p{color:color-mix(in srgb,var(--a) 40%,white)}",
		"p { width: calc( (1rem + 2px) / var(--zoom) ) }":                               "p{width:calc( (1rem + 2px)/var(--zoom) )}",
		"p { width: min(100%, 80ch - 2rem); inset: 0px }":                               "p{width:min(100%,80ch - 2rem);inset:0}",
		"@media (width >= 60rem) and (prefers-contrast: more) { p { a: b } }":           "@media(width >= 60rem) and (prefers-contrast:more){p{a:b}}",
		"@supports not (text-wrap: pretty) { p { a: b } }":                              "@supports not (text-wrap:pretty){p{a:b}}",
		"a { &:hover { b: c } .x & { d: e } }":                                          "a{&:hover{b:c}.x &{d:e}}",
		"@page { size: A4; margin: 20mm 15mm; @top-center { content: counter(page) } }": "@page{size:A4;margin:20mm 15mm;@top-center{content: counter(page) }}",
		"p::before { content: \"\\2197\" }":                                             "p::before{content:\"\\2197\"}",
		"@container x (min-width: 1px) { p { a: b } }":                                  "@container x (min-width:1px){p { a: b } }",
		"p { font: 1rem/1.5 \"Be Vietnam\", system-ui, sans-serif }":                    "p{font:1rem/1.5 be vietnam,system-ui,sans-serif}",
	} {
		got, err := minifyCSS(file("a.css", in))
		if err != nil || string(got) != want {
			t.Errorf("%s\ngot  %s, %v\nwant %s", in, got, err, want)
		}
	}
}

// All of the default theme's styles and scripts together stay small enough for
// a slow phone.
func TestDefaultThemeBuilds(t *testing.T) {
	layers, err := theme.Layers(themes.FS, nil, "default")
	if err != nil {
		t.Fatal(err)
	}
	th, err := theme.Load(layers, diag.VI)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Build(th)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.Boot); n > 1500 {
		t.Errorf("the script of the head has %d bytes, at most 1500 are allowed", n)
	}
	again, err := Build(th)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.Files, again.Files); diff != "" {
		t.Error(diff)
	}
}
