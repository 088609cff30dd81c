package build_test

import (
	"os"
	"strings"
	"testing"

	"planpress/internal/frontmatter"
	"planpress/internal/plan"
)

// TestTheEditorsGuideIsComplete keeps the guide true when fields or types are
// added: editors know of nothing that it does not name.
func TestTheEditorsGuideIsComplete(t *testing.T) {
	data, err := os.ReadFile("../../content/pages/huong-dan-bien-tap.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := string(data)
	for _, f := range frontmatter.Fields() {
		for _, name := range append(f.Aliases, f.Name) {
			if !strings.Contains(guide, "`"+name+"`") {
				t.Errorf("the guide does not name the field %s", name)
			}
		}
	}
	for _, typ := range plan.Types() {
		if !strings.Contains(guide, "`"+typ.ID+"`") {
			t.Errorf("the guide does not name the type %s", typ.ID)
		}
	}
}
