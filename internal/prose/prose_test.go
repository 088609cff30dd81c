package prose

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/source"
)

func convert(text string) Result {
	return New(WordsIn(diag.EN)).Convert(source.New("x.md", []byte(text)), 0)
}

// Findings and links stand where the author finds them, behind the front
// matter and in characters, not bytes.
func TestPlacesCountFromTheFile(t *testing.T) {
	text := "---\ntitle: x\n---\n\nỦy ban nhân dân <u>x</u>\n\nđây là [chỗ](a.md)\n"
	r := New(WordsIn(diag.VI)).Convert(source.New("content/plans/x.md", []byte(text)), strings.Index(text, "\nỦy"))
	if len(r.Findings) != 1 || r.Findings[0].Pos.String() != "content/plans/x.md:5:17" {
		t.Errorf("findings %v, want one at content/plans/x.md:5:17", r.Findings)
	}
	if len(r.Links) != 1 || r.Links[0].Pos.String() != "content/plans/x.md:7:8" {
		t.Errorf("links %v, want one at content/plans/x.md:7:8", r.Links)
	}
}

// A text with very many faults names the first ones, says how many there are
// more, and stays an error.
func TestFindingsAreBounded(t *testing.T) {
	r := convert(strings.Repeat("a <b> c\n\n", 3000))
	if len(r.Findings) != maxFindings+1 {
		t.Fatalf("%d findings, want %d", len(r.Findings), maxFindings+1)
	}
	last := r.Findings[maxFindings]
	if last.Rule != ruleTooMany || !strings.Contains(last.Message.EN, "2000") {
		t.Errorf("the last finding is %s %q, want %s naming 2000", last.Rule.Code, last.Message.EN, ruleTooMany.Code)
	}
}

func TestEmptyText(t *testing.T) {
	for _, text := range []string{"", "\n", "\n\n  \n", "<!-- x -->\n"} {
		if r := convert(text); len(r.Body.HTML) != 0 || len(r.Findings) != 0 {
			t.Errorf("%q gave %q and %v, want nothing", text, r.Body.HTML, r.Findings)
		}
	}
}

// Ids stay unique where headings are made to collide with the ids of articles
// and with numbered ones.
func TestIDsAreUnique(t *testing.T) {
	r := convert("## Điều 7.\n\n1. x\n\n## dieu 7 k1\n\n## Điều 7.\n\n1. x\n\n## a\n\n## a 2\n\n## a\n\n## a\n\n## a 2\n")
	seen := map[string]bool{}
	for _, id := range r.Anchors {
		if seen[id] {
			t.Errorf("id %q is there twice", id)
		}
		seen[id] = true
		if strings.Count(string(r.Body.HTML), fmt.Sprintf(` id="%s"`, id)) != 1 {
			t.Errorf("id %q is not once in the HTML", id)
		}
	}
	if len(seen) != 10 {
		t.Errorf("%d ids, want 10: %v", len(seen), r.Anchors)
	}
}

// Very many headings of one text must not make each look at all before it.
func TestManyEqualHeadings(t *testing.T) {
	r := convert(strings.Repeat("## Mục tiêu\n\n", 100_000))
	if n := len(r.Body.Outline); n != 100_000 {
		t.Fatalf("%d headings, want 100000", n)
	}
	if id := r.Body.Outline[99_999].ID; id != "muc-tieu-100000" {
		t.Errorf("last id %q, want muc-tieu-100000", id)
	}
}

// Holes lie between the quotes of an empty attribute, in rising order.
func TestHoles(t *testing.T) {
	r := convert("[a](b.md) ![c](d.png) [![e](f.png)](g.md) [h](#i)\n")
	if len(r.Body.Holes) != 5 || len(r.Links) != 5 {
		t.Fatalf("%d holes and %d links, want 5 of each", len(r.Body.Holes), len(r.Links))
	}
	last := -1
	for _, h := range r.Body.Holes {
		attribute := `href="`
		if r.Links[h.Index].Image {
			attribute = `src="`
		}
		if before := string(r.Body.HTML[:h.Offset]); !strings.HasSuffix(before, attribute) || r.Body.HTML[h.Offset] != '"' {
			t.Errorf("hole at %d is not in an empty %s\"", h.Offset, attribute)
		}
		if h.Offset <= last {
			t.Errorf("hole at %d comes after one at %d", h.Offset, last)
		}
		last = h.Offset
	}
}

func TestEveryRuleIsComplete(t *testing.T) {
	names := map[string]bool{}
	for _, r := range Rules() {
		if names[r.Name] {
			t.Errorf("%s: the name %s is there twice", r.Code, r.Name)
		}
		names[r.Name] = true
		for _, text := range []diag.Text{r.Title, r.Why} {
			if text.VI == "" || text.EN == "" {
				t.Errorf("%s: a text is missing in one language", r.Code)
			}
		}
	}
}

// A rule that is not in the list is one that nobody can look up or silence.
func TestEveryRuleIsListed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`Code: "(P\d{3})"`)
	var declared, listed []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllSubmatch(text, -1) {
			declared = append(declared, string(m[1]))
		}
	}
	slices.Sort(declared)
	for _, r := range Rules() {
		listed = append(listed, r.Code)
	}
	if diff := cmp.Diff(declared, listed); diff != "" {
		t.Errorf("codes (-declared +listed):\n%s", diff)
	}
}

// Each rule with an example breaks on its bad one and not on its good one.
func TestExamplesOfRules(t *testing.T) {
	for _, rule := range Rules() {
		breaks := func(text string) bool {
			for _, f := range New(WordsIn(diag.VI)).Convert(source.New("x.md", []byte(text+"\n")), 0).Findings {
				if f.Rule == rule {
					return true
				}
			}
			return false
		}
		if rule.Bad != "" && !breaks(rule.Bad) {
			t.Errorf("%s: the bad example passes: %q", rule.Code, rule.Bad)
		}
		if rule.Good != "" && breaks(rule.Good) {
			t.Errorf("%s: the good example is reported: %q", rule.Code, rule.Good)
		}
	}
}

// One Converter serves all workers at once, and each gets what a lone one
// would.
func TestConvertIsConcurrent(t *testing.T) {
	text := benchPlan()
	c := New(WordsIn(diag.VI))
	want := string(c.Convert(source.New("x.md", text), 0).Body.HTML)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := string(c.Convert(source.New("x.md", text), 0).Body.HTML); got != want {
				t.Error("another result than that of a lone conversion")
			}
		})
	}
	wg.Wait()
}

// Ten megabytes of plain text are a long text, not an attack.
func TestLongText(t *testing.T) {
	line := "Ủy ban nhân dân phường tổ chức thực hiện kế hoạch này.\n"
	for name, text := range map[string]string{
		"lines":      strings.Repeat(line, 10<<20/len(line)),
		"paragraphs": strings.Repeat(line+"\n", 10<<20/len(line)),
		"one line":   strings.Repeat(strings.TrimSpace(line)+" ", 10<<20/len(line)),
	} {
		r := convert(text)
		if len(r.Findings) != 0 || len(r.Body.HTML) < 9<<20 {
			t.Errorf("%s: %d bytes and findings %v, want all of the text and none", name, len(r.Body.HTML), r.Findings)
		}
	}
}

// A line that goes on beginning points does not nest without end.
func TestPointsDoNotNestWithoutEnd(t *testing.T) {
	for _, text := range []string{strings.Repeat("a) ", 10_000) + "x", strings.Repeat("1. a) ", 10_000) + "x"} {
		if n := strings.Count(string(convert(text).Body.HTML), `class="points"`); n > maxPointDepth {
			t.Errorf("%d lists of points within each other", n)
		}
	}
}
