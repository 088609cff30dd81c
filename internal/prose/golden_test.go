package prose

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before you keep them")

// TestGolden converts each testdata/*.md and compares the HTML with *.html,
// and all else that was found with *.txt. Ids are addresses that people keep:
// a change in one is a broken promise, not a golden file to refresh.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".md"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r := New(WordsIn(diag.VI)).Convert(source.New(filepath.Base(file), text), 0)
			stem := strings.TrimSuffix(file, ".md")
			golden(t, stem+".html", filled(r))
			golden(t, stem+".txt", rest(r))
		})
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// filled is the HTML with the number of the link, or of the citation, in each
// hole. The words for those who leave the site are left out.
func filled(r Result) string {
	var b strings.Builder
	done := 0
	for _, h := range r.Body.Holes {
		b.Write(r.Body.HTML[done:h.Offset])
		fmt.Fprintf(&b, [...]string{plan.HoleAddress: "{%d}", plan.HoleMark: "{cite %d}", plan.HoleMarkEnd: "{/cite %d}"}[h.Kind], h.Index)
		done = h.Offset + h.Words
	}
	b.Write(r.Body.HTML[done:])
	return b.String()
}

// rest lists what a Result says besides its HTML.
func rest(r Result) string {
	var b strings.Builder
	for _, h := range r.Body.Outline {
		fmt.Fprintf(&b, "h%d %s #%s %q\n", h.Level, h.Pos, h.ID, h.Text)
	}
	fmt.Fprintf(&b, "anchors: %s\n", strings.Join(r.Anchors, " "))
	for i, l := range r.Links {
		fmt.Fprintf(&b, "link %d %s dest=%q frag=%q image=%v\n", i, l.Pos, l.Dest, l.Frag, l.Image)
	}
	for i, c := range r.Cites {
		fmt.Fprintf(&b, "cite %d %s %q day=%s issuer=%q anchor=%q\n", i, c.Pos, c.String(), c.Day, c.Issuer, c.Anchor)
	}
	fmt.Fprintf(&b, "words: %d\n", r.Words)
	diag.Sort(r.Findings)
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n    %s\n", f.Pos, f.Rule.Severity, f.Message.EN, f.Rule.Code, f.Hint.EN)
	}
	return b.String()
}
