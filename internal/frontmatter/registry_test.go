package frontmatter

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

func file(text string) *source.File { return source.New("x.yaml", []byte(text)) }

func TestSettings(t *testing.T) {
	s, findings := Settings(file(`# của phường
name: Cổng kế hoạch
base_url: https://phuong.example/ke-hoach
lang: en
time_zone: Europe/Paris
contact: {email: a@b.example, phone: "1900 0000"}
menu:
  - {label: Mọi văn bản, to: documents}
page_size: 25
search: off
`))
	if len(findings) > 0 {
		t.Fatal(short(t, findings))
	}
	if s.TimeZone.String() != "Europe/Paris" {
		t.Errorf("the time zone is %v", s.TimeZone)
	}
	s.TimeZone = nil
	want := plan.Settings{Name: "Cổng kế hoạch", BaseURL: "https://phuong.example/ke-hoach/", Lang: diag.EN,
		Contact:  plan.Contact{Email: "a@b.example", Phone: "1900 0000"},
		Menu:     []plan.MenuItem{{Label: "Mọi văn bản", To: plan.Ref{Target: "documents", Pos: source.Pos{File: "x.yaml", Line: 8, Column: 30}}}},
		PageSize: 25, FeedLimit: 20, MaxAttachMB: 50, Theme: "default"}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
}

func TestSettingsFallBackToTheDefaults(t *testing.T) {
	s, findings := Settings(file("nme: A\nbase_url: ftp://a\ntime_zone: Local\nlang: fr\npage_size: 0\ntheme: ../x\nmenu: [{label: A, to: ../b}]\ncontact: {email: a}\n"))
	want := []string{"1:1 P016", "1:1 P018", "2:11 P024", "3:12 P022", "4:7 P022", "5:12 P022", "6:8 P019", "7:23 P025", "8:18 P019"}
	if diff := cmp.Diff(want, short(t, findings)); diff != "" {
		t.Error(diff)
	}
	zone := s.TimeZone
	if got := time.Date(2023, 1, 3, 0, 0, 0, 0, zone).UTC().Hour(); got != 17 {
		t.Errorf("midnight in %v is %d h UTC", zone, got)
	}
	if s.Lang != diag.VI || s.PageSize != 50 || s.Theme != "default" || s.BaseURL != "" {
		t.Errorf("%+v", s)
	}
}

func TestNotices(t *testing.T) {
	s, findings := Settings(file(`name: A
notices:
  - text: Trang bảo trì.
    url: pages/gioi-thieu.md
    kind: cảnh báo
    from: 2026-04-28
    until: 2026-05-01
  - {text: Xem thêm, url: https://a.example/}
`))
	if len(findings) > 0 {
		t.Fatal(short(t, findings))
	}
	day := func(m, d int8) plan.Date { return plan.Date{Year: 2026, Month: m, Day: d} }
	want := []plan.Notice{
		{Text: "Trang bảo trì.", Kind: "warning", To: plan.Ref{Target: "pages/gioi-thieu", Pos: source.Pos{File: "x.yaml", Line: 4, Column: 10}}, From: day(4, 28), Until: day(5, 1)},
		{Text: "Xem thêm", Kind: "info", URL: "https://a.example/"},
	}
	if diff := cmp.Diff(want, s.Notices); diff != "" {
		t.Error(diff)
	}
}

func TestNoticesWithMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"[{txt: a}]":                                                    "2:11 P018, 2:12 P016",
		"[{text: a, kind: alarm}]":                                      "2:27 P022",
		"[{text: a, from: 1/5/2026}]":                                   "2:27 P021",
		"[{text: a, from: 2026-05-02, until: 2026-05-01}]":              "2:11 P037",
		"[{text: a, from: 2026-05-01, until: 2026-05-01}]":              "",
		"[{text: a, url: 'javascript:alert(1)'}]":                       "2:26 P024",
		"[{text: a, url: ../x}]":                                        "2:26 P025",
		"{text: a}":                                                     "2:10 P019",
		"[{text: a},{text: a},{text: a},{text: a},{text: a},{text: a}]": "2:10 P012",
	} {
		_, findings := Settings(file("name: A\nnotices: " + text + "\n"))
		if got := strings.Join(short(t, findings), ", "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestOrgs(t *testing.T) {
	orgs, findings := Orgs(file(`- id: ubnd-cu
  name: UBND phường
  kind: Ủy ban nhân dân
  level: phường
  code: 00123
  valid: {to: 2025-06-30}
  successors: [ubnd-moi]
- id: ubnd-moi
  name: "UBND: phường"
  valid:
    from: 2025-07-01
  fictional: true
`))
	if len(findings) > 0 {
		t.Fatal(short(t, findings))
	}
	want := []*plan.Org{
		{ID: "ubnd-cu", Name: "UBND phường", Kind: "ubnd", Level: "xa", Code: "00123", To: plan.Date{Year: 2025, Month: 6, Day: 30},
			Successors: []string{"ubnd-moi"}, Pos: source.Pos{File: "x.yaml", Line: 1, Column: 3}},
		{ID: "ubnd-moi", Name: "UBND: phường", From: plan.Date{Year: 2025, Month: 7, Day: 1}, Fictional: true,
			Pos: source.Pos{File: "x.yaml", Line: 8, Column: 3}},
	}
	if diff := cmp.Diff(want, orgs); diff != "" {
		t.Error(diff)
	}
}

// One bad entry must cost no other, wherever it stands.
func TestListsKeepWhatIsRight(t *testing.T) {
	orgs, findings := Orgs(file("- id: a\n  name: A\n- id: b\n  name: B: C\n- id: c\n\tname: C\n- id: d\n  name: D\n- id: a\n  name: E\n- f\n- name: G\n"))
	if diff := cmp.Diff([]string{"4:10 P013", "6:1 P013", "9:3 P033", "11:3 P019", "12:3 P018"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
	var ids []string
	for _, o := range orgs {
		ids = append(ids, o.ID)
	}
	if diff := cmp.Diff([]string{"a", "d"}, ids); diff != "" {
		t.Error(diff)
	}
}

// A list whose items are all indented is taken apart as well.
func TestIndentedListsKeepWhatIsRight(t *testing.T) {
	orgs, findings := Orgs(file("# của phường\n\n  - id: a\n    name: A\n  - id: b\n    name: B: C\n  - id: c\n    name: C\n    successors:\n      - a\n"))
	if diff := cmp.Diff([]string{"6:12 P013"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
	if len(orgs) != 2 || orgs[0].ID != "a" || orgs[1].ID != "c" || len(orgs[1].Successors) != 1 {
		t.Errorf("%d bodies", len(orgs))
	}
}

// An entry whose id cannot be read has no name that another could share.
func TestEntriesWithoutAReadableID(t *testing.T) {
	orgs, findings := Orgs(file("- id: A B\n  name: A\n- id: C D\n  name: B\n- id:\n  name: C\n"))
	if diff := cmp.Diff([]string{"1:7 P026", "3:7 P026", "5:3 P018"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
	if len(orgs) > 0 {
		t.Errorf("%d bodies without an id", len(orgs))
	}
	s, _ := Settings(file("name: A\nmenu:\n  - {label: A, to: ../b}\n  - {label: B, to: years}\n"))
	if len(s.Menu) != 1 || s.Menu[0].Label != "B" {
		t.Errorf("the menu is %+v", s.Menu)
	}
	doc, _ := read("silence: [{code: P9, reason: a}, {code: P061, reason: b}]\n")
	if len(doc.Silences) != 1 || doc.Silences[0].Code != "P061" {
		t.Errorf("the silences are %+v", doc.Silences)
	}
}

// A file larger than a batch is read as one list, with lines of the file.
func TestListsAreReadInBatches(t *testing.T) {
	data := string(province(2000)) + "- id: cuoi\n  name: Cuối\n"
	if len(data) < 3*batchSize {
		t.Fatalf("only %d bytes", len(data))
	}
	orgs, findings := Orgs(file(data))
	if len(findings) > 0 || len(orgs) != 2001 {
		t.Fatalf("%d bodies, %v", len(orgs), findings)
	}
	if last := orgs[2000]; last.ID != "cuoi" || last.Pos.Line != 2000*11+1 {
		t.Errorf("the last is %+v", last)
	}
}

func TestFilesOfTheWrongShape(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"comments", "# chưa có\n", nil},
		{"begins with a marker", "---\n- {id: a, name: A}\n", nil},
		{"keys", "id: a\nname: A\n", []string{"1:1 P019"}},
		{"text", "abc\n", []string{"1:1 P013"}},
		{"two documents", "- {id: a, name: A}\n---\n- {id: b, name: B}\n", []string{"2:1 P015"}},
		{"indented", "  - {id: a, name: A}\n  - {id: b, name: B}\n", nil},
		{"one line", "[{id: a, name: A}]\n", nil},
		{"too large", strings.Repeat("#\n", maxList/2+1), []string{"1:1 P012"}},
	} {
		_, findings := Orgs(file(c.text))
		if diff := cmp.Diff(c.want, short(t, findings)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestExternalsAndGlossary(t *testing.T) {
	all, findings := Externals(file("- id: nd-30\n  type: Nghị định\n  number: 30/2020/NĐ-CP\n  issued: 2020-03-05\n  title: Về công tác văn thư\n  url: https://a.example/\n- id: x\n  title: A\n  url: javascript:a\n"))
	if diff := cmp.Diff([]string{"9:8 P024"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
	want := &plan.External{ID: "nd-30", Type: plan.FindType("Nghị định"), Number: "30/2020/NĐ-CP", Issued: plan.Date{Year: 2020, Month: 3, Day: 5},
		Title: "Về công tác văn thư", URL: "https://a.example/", Pos: source.Pos{File: "x.yaml", Line: 1, Column: 3}}
	if want.Type == nil {
		t.Fatal("there is no type Nghị định")
	}
	if diff := cmp.Diff(want, all[0]); diff != "" {
		t.Error(diff)
	}
	terms, findings := Glossary(file("- {abbr: CCHC, meaning: cải cách hành chính}\n- {abbr: KPI, meaning: chỉ số}\n- {abbr: KPI, meaning: indicator, lang: en}\n- {abbr: CCHC, meaning: A}\n- {abbr: X}\n"))
	if diff := cmp.Diff([]string{"4:3 P033", "5:3 P018"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
	if len(terms) != 3 || terms[2].Lang != "en" || terms[2].Meaning != "indicator" {
		t.Errorf("%+v", terms)
	}
}

func TestMessages(t *testing.T) {
	words, findings := Messages(file("skip: Tới nội dung\nrelation.replaces: \"Thay thế: {0}\"\nbad: [a]\nskip: A\nempty:\n"))
	if diff := cmp.Diff(map[string]string{"skip": "Tới nội dung", "relation.replaces": "Thay thế: {0}"}, words); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"3:6 P019", "4:1 P017", "5:7 P019"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
}

func TestRules(t *testing.T) {
	seen := map[string]string{}
	for _, r := range Rules() {
		if other, twice := seen[r.Code]; twice {
			t.Errorf("%s is both %s and %s", r.Code, other, r.Name)
		}
		seen[r.Code] = r.Name
		if r.Code < "P010" || r.Code > "P059" || r.Code == "P014" {
			t.Errorf("%s is not a code of this package", r.Code)
		}
		for _, s := range []string{r.Name, r.Title.VI, r.Title.EN, r.Why.VI, r.Why.EN} {
			if s == "" {
				t.Errorf("%s lacks a text", r.Code)
			}
		}
	}
}

// The examples are what "planpress explain" shows, so they must be examples.
func TestExamplesOfRules(t *testing.T) {
	breaks := func(r *diag.Rule, text string) bool {
		var findings []diag.Finding
		if strings.HasPrefix(text, "#") || strings.HasPrefix(text, "--") {
			_, _, findings = Document(source.New("x.md", []byte(text)), plan.KindDocument)
		} else {
			_, findings = read(text + "\n")
		}
		return slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Rule == r })
	}
	for _, r := range Rules() {
		if r.Bad != "" && !breaks(r, r.Bad) {
			t.Errorf("%s is not broken by its bad example", r.Code)
		}
		if r.Good != "" && breaks(r, r.Good) {
			t.Errorf("%s is broken by its good example", r.Code)
		}
	}
}
