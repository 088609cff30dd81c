package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/source"
	"planpress/internal/viet"
	"planpress/themes"
)

type citeCmd struct {
	Extract bool `name:"extract" required:"" help:"Take them from the texts of the site."`
}

func (citeCmd) Example() string {
	return "planpress cite --extract\nplanpress cite --extract >> content/documents.yaml"
}

// Run prints an entry of documents.yaml for each document that texts cite and
// nobody knows. It writes no file: what is drafted is to be read and completed.
func (c *citeCmd) Run(a *app) error {
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	unknown, registry, err := build.Unknown(a.ctx, site, build.Options{Themes: themes.FS, Now: a.env.Now()})
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, x := range registry.Externals {
		taken[x.ID] = true
	}
	for _, u := range unknown {
		printEntry(a.env.Stdout, u, taken, a.lang)
	}
	if len(unknown) == 0 {
		a.say(diag.T("mọi văn bản được viện dẫn đều đã có", "every document that is cited is known"))
		return nil
	}
	a.say(diag.T("%[1]d mục được phác thảo; hãy đối chiếu với bản gốc, thêm trích yếu (title) rồi mới dùng",
		"%[2]s drafted; compare them with the originals and add their titles before you use them", len(unknown), entriesWord(len(unknown))))
	return nil
}

// printEntry prints a document as it stands in documents.yaml. What the texts
// do not say is left out.
func printEntry(w io.Writer, u *relate.Unknown, taken map[string]bool, lang diag.Lang) {
	t := typeOf(&u.Cited)
	fmt.Fprintf(w, "- id: %s # %s\n", freeID(&u.Cited, t, taken), citedAt(u.Places, lang))
	if t != nil {
		fmt.Fprintf(w, "  type: %s\n", t.ID)
	}
	if !u.Number.IsZero() {
		fmt.Fprintf(w, "  number: %s\n", quoted(u.Number.Text))
	}
	if u.Issuer != "" {
		fmt.Fprintf(w, "  issuer: %s\n", quoted(u.Issuer))
	}
	if !u.Day.IsZero() {
		fmt.Fprintf(w, "  issued: %s\n", u.Day)
	}
	if u.Name != "" {
		fmt.Fprintf(w, "  title: %s\n", quoted(u.Name))
	} else {
		fmt.Fprintf(w, "  title: # %s\n", diag.T("trích yếu, theo bản gốc", "its subject, after the original").In(lang))
	}
}

func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// maxPlaces is how many places of citations an entry names.
const maxPlaces = 3

func citedAt(places []source.Pos, lang diag.Lang) string {
	var out []string
	for _, p := range places[:min(len(places), maxPlaces)] {
		out = append(out, fmt.Sprintf("%s:%d", p.File, p.Line))
	}
	if more := len(places) - maxPlaces; more > 0 {
		out = append(out, diag.T("và %d chỗ nữa", "and %d more", more).In(lang))
	}
	return strings.Join(out, ", ")
}

// typeOf finds the type that a citation names, or that its number does, in the
// family that the number belongs to; nil where none is known.
func typeOf(c *plan.Cited) *plan.Type {
	t := plan.FindType(c.Type)
	if t == nil {
		if all := plan.TypesByAbbr(c.Number.Type); len(all) > 0 {
			t = all[0]
		}
	}
	if t == nil {
		return nil
	}
	family := t.Family
	switch {
	case c.Number.IsParty():
		family = plan.Party
	case c.Number.Year != 0:
		family = plan.Normative
	}
	if in := t.In(family); in != nil {
		return in
	}
	return t
}

// freeID makes an id that is not taken: nd-30-2020, luat-dat-dai-2024.
func freeID(c *plan.Cited, t *plan.Type, taken map[string]bool) string {
	words := []string{c.Name}
	if c.Name == "" {
		kind := c.Number.Type
		if kind == "" && t != nil {
			kind = t.Name.VI
		}
		end := strings.IndexAny(c.Number.Text, "/-")
		words = []string{kind, c.Number.Text[:max(end, 0)]}
	}
	if year := max(c.Number.Year, c.Day.Year); year > 0 {
		words = append(words, strconv.Itoa(int(year)))
	}
	id := viet.Slug(strings.Join(words, " "))
	for n, base := 2, id; taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	taken[id] = true
	return id
}
