package relate

import (
	"fmt"
	"testing"

	"planpress/internal/plan"
)

// TestTheMenuOfManyPages: without a menu of its own a site has its first pages
// in it, and says so where there are more.
func TestTheMenuOfManyPages(t *testing.T) {
	for n, want := range map[int]int{maxMenu: 0, maxMenu + 1: 1} {
		var docs []*plan.Document
		for i := range n {
			docs = append(docs, doc(fmt.Sprintf("pages/p%d.md", i), func(d *plan.Document) { d.Kind = plan.KindPage }))
		}
		site, findings := Relate(input(docs...))
		if len(findings) != want || len(site.Menu) != maxMenu {
			t.Errorf("%d pages: %d in the menu, %v", n, len(site.Menu), findings)
		}
		for _, f := range findings {
			if f.Rule != ruleMenuLong || f.Message.VI == "" || f.Message.EN == "" || f.Hint.VI == "" || f.Hint.EN == "" {
				t.Errorf("%d pages: %+v", n, f)
			}
		}
	}
}
