package pages

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// replaced makes the second of the documents replace the first, or a part of
// it.
func replaced(provision string) func(i int, d *plan.Document) {
	return func(i int, d *plan.Document) {
		if i == 1 {
			d.Issued, d.Expires = plan.Date{Year: 2026, Month: 2, Day: 1}, plan.Date{}
			d.Relations = []plan.Relation{{Kind: plan.Replaces, To: plan.Ref{Target: "plans/d0000"}, Provision: provision}}
		}
	}
}

func TestBanner(t *testing.T) {
	first := plan.Date{Year: 2026, Month: 2, Day: 1}
	by := func(title string) []view.Relations {
		return []view.Relations{{Kind: "relation.replaces.inverse", Items: []view.Reference{
			{Title: title, Subject: "", URL: "../../plans/d0001/"}}}}
	}
	whole := by("Báo cáo ngày\u00a001/02/2026")
	whole[0].Items[0].Subject = "Văn bản 1"
	for _, c := range []struct {
		name   string
		change func(i int, d *plan.Document)
		want   *view.Banner
	}{
		{"in force", func(int, *plan.Document) {}, nil},
		{"nothing is known", func(_ int, d *plan.Document) { d.EffectiveOnIssue, d.Type = false, plan.TypeByID("quyet-dinh-qppl") }, nil},
		{"replaced", replaced(""), &view.Banner{Kind: "banner.replaced", Date: first, By: whole}},
		{"typed as it is", func(i int, d *plan.Document) {
			if i == 0 {
				d.Effect = plan.TypedEffect{Kind: plan.InForce, Reason: "vì sao"}
			}
		}, nil},
	} {
		_, v := find(t, New(big(t, 2, c.change), Options{Words: words}), "plans/d0000/")
		if diff := cmp.Diff(c.want, v.Document.Banner); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
	_, v := find(t, New(big(t, 2, func(_ int, d *plan.Document) {
		d.Expires = plan.Date{}
		d.Effect = plan.TypedEffect{Kind: plan.InForce, Reason: "vì sao"}
	}), Options{Words: words}), "plans/d0000/")
	if v.Document.EffectTyped != "vì sao" {
		t.Errorf("typed: %q", v.Document.EffectTyped)
	}
	_, v = find(t, New(big(t, 2, replaced("Mục I")), Options{Words: words}), "plans/d0000/")
	if b := v.Document.Banner; b.Kind != "banner.partly" || b.By[0].Items[0].Title != "Báo cáo ngày\u00a001/02/2026 (đối với Mục I, từ 01/02/2026)" {
		t.Errorf("in part: %+v", b)
	}
}

// TestListsSayWhatDoesNotHold, the list as well as what its filters load.
func TestListsSayWhatDoesNotHold(t *testing.T) {
	p := New(big(t, 2, replaced("")), Options{Words: words})
	_, v := find(t, p, relate.DocumentsURL)
	got := map[string]string{}
	for _, e := range v.List.Entries {
		got[e.Title] = e.Mark
	}
	if diff := cmp.Diff(map[string]string{"Văn bản 0": "effect.replaced", "Văn bản 1": ""}, got); diff != "" {
		t.Error(diff)
	}
	data, err := p.Index()
	if err != nil {
		t.Fatal(err)
	}
	var index []struct{ Title, Effect, Mark string }
	if err := json.Unmarshal(data, &index); err != nil {
		t.Fatal(err)
	}
	for _, d := range index {
		if d.Mark != got[d.Title] || d.Effect == "" {
			t.Errorf("documents.json has %+v", d)
		}
	}
}
