package render

import (
	"testing"

	"planpress/internal/audit"
	"planpress/internal/diag"
	"planpress/internal/visible"
)

// Compact pages of the program's themes are shorter, say the same, and pass
// the audit, which wants the script of the head unchanged.
func TestCompact(t *testing.T) {
	for _, name := range []string{"default", "plain"} {
		plain, set := rendererOf(t, name, diag.VI)
		compact, _ := rendererOf(t, name, diag.VI, Options{Compact: true})
		a := audit.New(audit.Options{Boot: string(set.Boot)})
		for _, ex := range examples() {
			want, err := plain.Page(nil, ex.layout, ex.page)
			if err != nil {
				t.Fatal(err)
			}
			got, err := compact.Page(nil, ex.layout, ex.page)
			if err != nil {
				t.Fatal(err)
			}
			if !visible.Same(want, got) {
				t.Errorf("%s, %s: the compact page says something else", name, ex.path)
			}
			if len(got) >= len(want) {
				t.Errorf("%s, %s: %d bytes of %d", name, ex.path, len(got), len(want))
			}
			for _, f := range a.Page(ex.path, got) {
				t.Errorf("%s, %s: %s [%s]", name, f.Pos, f.Message.EN, f.Rule.Code)
			}
		}
	}
}
