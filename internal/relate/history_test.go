package relate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
)

// Changes stand newest first; of one day, the one written last. What is still
// to come is left out, but the document that it names must be there.
func TestChanges(t *testing.T) {
	changed := func(d *plan.Document) {
		d.History = []plan.Change{
			{Date: on(2, 1), Kind: plan.FirstPublished},
			{Date: on(3, 1), Kind: plan.Editorial, Note: "a"},
			{Date: on(3, 1), Kind: plan.Correction, Note: "b", Document: plan.Ref{Target: "plans/b"}},
			{Date: on(2, 5), Kind: plan.ProgressUpdate},
			{Date: plan.Date{Year: 2032, Month: 1, Day: 1}, Kind: plan.Correction, Document: plan.Ref{Target: "plans/nowhere"}},
		}
	}
	site, findings := Relate(input(doc("plans/a.md", changed), doc("plans/b.md")))
	if len(findings) != 1 || findings[0].Rule != ruleReferenceUnknown {
		t.Errorf("findings: %v", findings)
	}
	for _, e := range site.Documents {
		if e.URL != "plans/a/" {
			continue
		}
		var got []string
		for _, c := range e.Changes {
			line := c.Date.String() + " " + string(c.Kind) + " " + c.Note
			if c.By.Entry != nil {
				line += " " + c.By.Entry.URL
			}
			got = append(got, line)
		}
		want := []string{"2026-03-01 correction b plans/b/", "2026-03-01 editorial a", "2026-02-05 progress ", "2026-02-01 first-published "}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		return
	}
	t.Error("the document has no page")
}
