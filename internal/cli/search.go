package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/relate"
	"planpress/internal/search"
)

type searchCmd struct {
	Query   []string `arg:"" optional:"" help:"Words, numbers, phrases in quotation marks."`
	Public  string   `placeholder:"DIR" help:"The site that was built; public/ in the site's folder by default."`
	Year    []string `placeholder:"YEAR" help:"Only documents of these years."`
	Body    []string `placeholder:"ID" help:"Only documents of these bodies of orgs.yaml."`
	Field   []string `placeholder:"NAME" help:"Only documents of these fields, as in the addresses of their lists."`
	Type    []string `placeholder:"NAME" help:"Only documents of these types, as in the addresses of their lists."`
	Status  []string `placeholder:"NAME" help:"Only documents of this legal effect, as in the addresses of their lists."`
	Date    bool     `help:"The newest first, not the best."`
	First   int      `default:"0" placeholder:"N" help:"Leave out the first N results."`
	Count   int      `short:"n" default:"10" placeholder:"N" help:"Print so many results at most."`
	Explain bool     `help:"Say for each result which words gave it how much."`
	Format  string   `enum:"text,json" default:"text" placeholder:"text|json" help:"Text for people, JSON for programs."`
}

func (searchCmd) Example() string {
	return "planpress search cai cach hanh chinh 2026\nplanpress search --explain 01/KH-UBND --year 2023"
}

// Run searches in the index that a build made, as the site's pages do. It exits
// with 1 where nothing is found.
func (c *searchCmd) Run(a *app) error {
	if c.First < 0 || c.Count < 1 || c.Count > 1000 {
		return usageError{"--first takes a number from 0, --count one from 1 to 1000"}
	}
	facets := c.facets()
	if len(c.Query)+len(facets) == 0 {
		return usageError{"search needs words to look for, or a filter"}
	}
	public, err := a.publicDir(c.Public)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(public)
	if err != nil {
		return fmt.Errorf("opening the built site: %w", err)
	}
	defer root.Close()
	index, err := search.Open(func(name string) ([]byte, error) { return root.ReadFile(path.Join(relate.SearchURL, name)) })
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s has no search index: build the site first, without search: off in site.yaml", public)
	}
	if err != nil {
		return fmt.Errorf("reading the search index: %w", err)
	}
	out, err := index.Search(search.Query{Text: strings.Join(c.Query, " "), Facets: facets, ByDate: c.Date, First: c.First, Count: c.Count})
	if err != nil {
		return fmt.Errorf("reading the search index, build the site again: %w", err)
	}
	if err := c.print(a, index, out); err != nil {
		return err
	}
	if len(out.Results) == 0 {
		return errFindings
	}
	return nil
}

func (c *searchCmd) facets() []string {
	var out []string
	for kind, values := range map[byte][]string{'y': c.Year, 'i': c.Body, 'f': c.Field, 't': c.Type, 's': c.Status} {
		for _, v := range values {
			out = append(out, search.Facet(kind, v))
		}
	}
	return out
}

func (c *searchCmd) print(a *app, index *search.Index, out *search.Results) error {
	if c.Format == "json" {
		w := json.NewEncoder(a.env.Stdout)
		w.SetEscapeHTML(false)
		return w.Encode(out)
	}
	for _, r := range out.Results {
		printResult(a.env.Stdout, r, c.Explain)
	}
	a.say(found(out))
	if c.Explain {
		a.say(diag.T("tìm theo: %s; đã đọc %d tệp, %d byte", "searched for: %s; %d files read, %d bytes",
			strings.Join(out.Clauses, ", "), index.Fetched, index.Read))
	}
	return nil
}

// found says how many results there are, and how the query was understood.
func found(out *search.Results) diag.Text {
	text := diag.Text{VI: fmt.Sprintf("%d kết quả", out.Total), EN: plural(out.Total, "result")}
	if !out.Exact {
		text = diag.Text{VI: "khoảng " + text.VI, EN: "about " + text.EN}
	}
	if len(out.Mended) > 0 {
		text.VI += "; tìm gần đúng với: " + strings.Join(out.Mended, " ")
		text.EN += "; similar words were searched for: " + strings.Join(out.Mended, " ")
	}
	if out.Untoned {
		text.VI += "; không có văn bản viết đúng dấu như vậy"
		text.EN += "; nothing has exactly these marks"
	}
	if out.Partial {
		text.VI += "; không có văn bản nào có đủ các từ"
		text.EN += "; nothing has all of the words"
	}
	return text
}

func printResult(w io.Writer, r search.Result, explain bool) {
	fmt.Fprintln(w, r.Title)
	facts := []string{}
	for _, s := range []string{strings.TrimSpace(r.Type + " " + r.Number), r.Date, r.Issuer, r.Status} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	if len(facts) > 0 {
		fmt.Fprintln(w, "   ", strings.Join(facts, " · "))
	}
	fmt.Fprintln(w, "   ", r.URL)
	if !explain {
		return
	}
	fmt.Fprintf(w, "    %.2f =", r.Score)
	for i, p := range r.Parts {
		sign, where := " +", "text"
		if i == 0 {
			sign = ""
		}
		if p.Meta {
			where = "field"
		}
		fmt.Fprintf(w, "%s %.2f %s (%s)", sign, p.Score, p.Term, where)
	}
	fmt.Fprintln(w)
}
