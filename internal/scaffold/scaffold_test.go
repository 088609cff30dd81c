package scaffold

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var today = plan.Date{Year: 2026, Month: 11, Day: 22}

func TestPlanIsADraftWithoutErrors(t *testing.T) {
	for _, lang := range []diag.Lang{diag.VI, diag.EN} {
		for _, c := range []struct{ title, path, shown, typ string }{
			{"Kế hoạch cải cách hành chính năm 2027", "content/plans/2026/ke-hoach-cai-cach-hanh-chinh-nam-2027.md", "Kế hoạch cải cách hành chính năm 2027", "ke-hoach"},
			{"  Quyết định:\tgiao \"chỉ tiêu\" \\ năm # 2027\n", "content/plans/2026/quyet-dinh-giao-chi-tieu-nam-2027.md", `Quyết định: giao "chỉ tiêu" \ năm # 2027`, "quyet-dinh"},
			{"Về việc nghỉ lễ", "content/plans/2026/ve-viec-nghi-le.md", "Về việc nghỉ lễ", "ke-hoach"},
			{"../../{{x}}: [a, &b", "content/plans/2026/x-a-b.md", "../../{{x}}: [a, &b", "ke-hoach"},
			{"e\u0302\u0323\u202e\x00", "content/plans/2026/e.md", "ệ", "ke-hoach"},
		} {
			path, text, err := Plan(PlanOptions{Title: c.title, Lang: lang, Date: today})
			if err != nil || path != c.path {
				t.Errorf("%q: %s, %v", c.title, path, err)
				continue
			}
			doc, _, findings := frontmatter.Document(source.New(path, text), plan.KindDocument)
			if len(findings) > 0 {
				t.Errorf("%q: %s", c.title, findings[0].Message.EN)
			}
			if doc.Title != c.shown || doc.Type.ID != c.typ || doc.Publication.State != plan.Draft {
				t.Errorf("%q became %q, %s, %s", c.title, doc.Title, doc.Type.ID, doc.Publication.State)
			}
		}
	}
}

func TestPlanExplainsEveryField(t *testing.T) {
	for _, lang := range []diag.Lang{diag.VI, diag.EN} {
		_, text, err := Plan(PlanOptions{Title: "A", Lang: lang, Date: today})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range frontmatter.Fields() {
			if !strings.Contains(string(text), "# "+f.Doc.In(lang)) || !strings.Contains(strings.ReplaceAll(string(text), "\n# ", "\n"), "\n"+f.Name+":") {
				t.Errorf("%s: %s is not explained", lang, f.Name)
			}
		}
	}
}

// Who removes the # from every line has a document that is right, but for the
// short form of a relation that is also there in full.
func TestPlanStaysRightWhenUncommented(t *testing.T) {
	_, text, err := Plan(PlanOptions{Title: "Kế hoạch A", Date: today})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, f := range frontmatter.Fields() {
		known[f.Name] = true
	}
	var b strings.Builder
	inEntry := false
	for line := range strings.SplitSeq(string(text), "\n") {
		bare, commented := strings.CutPrefix(line, "# ")
		key, _, isKey := strings.Cut(bare, ":")
		inEntry = commented && (isKey && known[key] || inEntry && strings.HasPrefix(bare, "  "))
		if inEntry {
			line = bare
		}
		b.WriteString(line + "\n")
	}
	doc, _, findings := frontmatter.Document(source.New("x.md", []byte(b.String())), plan.KindDocument)
	for _, f := range findings {
		if f.Rule.Severity > diag.Note {
			t.Errorf("%v: %s", f.Pos, f.Message.EN)
		}
	}
	if doc.Number.IsZero() || len(doc.Attachments) != 1 || len(doc.History) != 1 {
		t.Errorf("not every field was read: %+v", doc)
	}
}

func TestPlanNeedsATitle(t *testing.T) {
	for title, want := range map[string]error{"": ErrNoTitle, " … ": ErrNoTitle, strings.Repeat("dài ", 200): ErrLongTitle} {
		if _, _, err := Plan(PlanOptions{Title: title, Date: today}); !errors.Is(err, want) {
			t.Errorf("%.10q: %v, want %v", title, err, want)
		}
	}
}

func TestSiteHasNoFindings(t *testing.T) {
	for _, lang := range []diag.Lang{diag.VI, diag.EN} {
		site := Site(lang)
		documents := 0
		err := fs.WalkDir(site, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := fs.ReadFile(site, path)
			if err != nil {
				return err
			}
			f, kind := source.New(path, data), plan.KindDocument
			var findings []diag.Finding
			switch {
			case strings.HasSuffix(path, ".md"):
				if documents++; strings.Contains(path, "/pages/") {
					kind = plan.KindPage
				}
				_, _, findings = frontmatter.Document(f, kind)
			case path == "content/site.yaml":
				var s plan.Settings
				if s, findings = frontmatter.Settings(f); s.Lang != lang {
					t.Errorf("the site in %s says that it is in %s", lang, s.Lang)
				}
			case path == "content/orgs.yaml":
				_, findings = frontmatter.Orgs(f)
			case path == "content/documents.yaml":
				_, findings = frontmatter.Externals(f)
			case path == "content/glossary.yaml":
				_, findings = frontmatter.Glossary(f)
			}
			for _, x := range findings {
				t.Errorf("%v: %s", x.Pos, x.Message.EN)
			}
			return nil
		})
		if err != nil || documents != 2 {
			t.Errorf("%s: %d documents, %v", lang, documents, err)
		}
		if _, err := fs.Stat(site, ".gitignore"); err != nil {
			t.Errorf("%s: %v", lang, err)
		}
	}
}
