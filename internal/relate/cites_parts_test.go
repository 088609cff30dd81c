package relate

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// TestPartsOfCitationsDoNotShow: on any number of processors the same is cited
// by the same documents, and the same is unknown.
func TestPartsOfCitationsDoNotShow(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := cited()
	if !strings.Contains(want, "by ") || !strings.Contains(want, "unknown ") {
		t.Fatalf("nothing to compare:\n%s", want)
	}
	for _, processors := range []int{2, 3, 7} {
		runtime.GOMAXPROCS(processors)
		if diff := cmp.Diff(want, cited()); diff != "" {
			t.Errorf("on %d processors: %s", processors, diff)
		}
	}
}

func cited() string {
	in := network(100)
	decree, _ := citation.ParseNumber("30/2020/NĐ-CP")
	for i, d := range in.Documents {
		day := plan.Date{Year: 2020, Month: 3, Day: 5 + int8(i/50)} // two days, which is a finding
		d.Citations = append(d.Citations, plan.Cited{Number: decree, Type: "Nghị định", Day: day, Pos: source.Pos{File: d.Path, Line: 50}})
	}
	site, findings := Relate(in)
	var b strings.Builder
	for _, e := range site.Documents {
		fmt.Fprintln(&b, e.URL, e.Effect.Kind)
		for _, c := range e.Citations {
			fmt.Fprintln(&b, " in its text", c.Entry != nil && c.Entry.Document != nil, c.Frag)
		}
		for _, ref := range e.Cites {
			fmt.Fprintln(&b, " cites", ref.name())
		}
		for _, by := range e.CitedBy {
			fmt.Fprintln(&b, " by", by.URL)
		}
	}
	for _, u := range site.Unknown {
		fmt.Fprintln(&b, "unknown", u, u.Places)
	}
	for _, f := range findings {
		fmt.Fprintln(&b, f.Pos, f.Rule.Code, f.Message.EN)
	}
	return b.String()
}
