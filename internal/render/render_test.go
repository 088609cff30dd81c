package render

import (
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"planpress/internal/asset"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/theme"
	"planpress/internal/view"
	"planpress/themes"
)

// with gives a renderer of the default theme with one file replaced.
func with(t *testing.T, name, text string) (*Renderer, error) {
	t.Helper()
	layers, err := theme.Layers(themes.FS, fs.FS(fstest.MapFS{"themes/default/" + name: {Data: []byte(text)}}), "default")
	if err != nil {
		t.Fatal(err)
	}
	th, err := theme.Load(layers, diag.VI)
	if err != nil {
		t.Fatal(err)
	}
	set, err := asset.Build(th)
	if err != nil {
		t.Fatal(err)
	}
	return New(th, set, Options{})
}

// A template that names what a view does not have is found before any page is
// made, whether or not a page would come by it.
func TestNewFindsUnknownField(t *testing.T) {
	_, err := with(t, "components/footer/footer.html", "<footer>\n{{if .NoIndex}}{{.Site.Fax}}{{end}}</footer>")
	want := "prepare the layout document: themes/default/components/footer/footer.html:2:"
	if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "Fax") {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestNewFindsUnsafeTemplate(t *testing.T) {
	_, err := with(t, "components/footer/footer.html", "<footer>\n<a href=\"{{if .NoIndex}}'{{else}}x\"{{end}}></footer>")
	want := "prepare the layout document: themes/default/components/footer/footer.html:2:"
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}

// What goes wrong while a page is made names the template's line and the page.
func TestPageError(t *testing.T) {
	r, err := with(t, "components/footer/footer.html", "<footer>\n{{.Document.Title}} {{message (print \"state.\" .Lang)}}</footer>")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		layout string
		page   *view.Page
		want   string
	}{
		{"home", home(), `render the page "Kế hoạch phường Tam Quan": themes/default/components/footer/footer.html:2:11: nil pointer evaluating *view.Document.Title`},
		{"document", document("./"), `render the page "Kế hoạch cải cách hành chính nhà nước phường Tam Quan năm 2023": themes/default/components/footer/footer.html:2:22: error calling message: messages/vi.yaml has no "state.vi"`},
		{"nothing", home(), `render the page "Kế hoạch phường Tam Quan": there is no layout "nothing"`},
	} {
		if _, err := r.Page(nil, c.layout, c.page); err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

// The words and formats of a page are those of its site's language.
func TestPageLanguage(t *testing.T) {
	for lang, want := range map[diag.Lang][]string{
		diag.VI: {"03/01/2023", "2,3 MB", "1.234"},
		diag.EN: {"3 January 2023", "2.3 MB", "1,234"},
	} {
		r, _ := defaultRenderer(t, lang)
		var all string
		for _, ex := range examples() {
			page, err := r.Page(nil, ex.layout, ex.page)
			if err != nil {
				t.Fatal(err)
			}
			all += string(page)
		}
		for _, w := range want {
			if !strings.Contains(all, w) {
				t.Errorf("%s: no page shows %q", lang, w)
			}
		}
	}
}

// A document's page shows all that is known of the document.
func TestDocumentPageIsComplete(t *testing.T) {
	r, set := defaultRenderer(t, diag.VI)
	p := document("../../../")
	d := p.Document
	page, err := r.Page(nil, "document", p)
	if err != nil {
		t.Fatal(err)
	}
	css, _ := set.URL("site.css")
	for _, want := range []string{
		d.Title, d.Number, d.Type, d.Issuer.Name, d.Issuer.Successors[0].Text, d.Signer.Name, d.Summary, d.Fields[1].Text, d.Contents[0].Children[0].Text,
		d.Attachments[0].SHA256, "2,3 MB", d.Recipients[0], d.History.Major[0].Note, d.History.Major[0].Document.Title, d.History.Minor[0].Note, d.Prev.Text, d.Next.Text, d.Contact, d.SourceURL,
		"Chương trình hành động số 10-CTr/TU", `href="tel:02563123456"`, `href="../../../` + css + `"`, "<script>" + string(set.Boot) + "</script>",
		`datetime="2023-01-03"`, string(d.Body),
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page does not show %q", want)
		}
	}
}

func TestConcurrentPages(t *testing.T) {
	r, _ := defaultRenderer(t, diag.VI)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 20 {
				p := document("../../../")
				p.Document.Issued = plan.Date{Year: int16(2000 + i)}
				p.Title = strings.Repeat("x", i)
				page, err := r.Page(nil, "document", p)
				if err != nil || !strings.Contains(string(page), "<title>"+p.Title) {
					t.Errorf("page %d: %v", i, err)
				}
			}
		})
	}
	wg.Wait()
}
