package pages

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

func TestMarks(t *testing.T) {
	s := site(t, 2, "")
	e, other := s.Documents[0], s.Documents[1]
	decree := citation.Number{Text: "30/2020/NĐ-CP", Form: citation.State}
	known := func(ref relate.Reference, frag string) relate.Citation {
		return relate.Citation{Reference: ref, Frag: frag}
	}
	p := New(s, Options{Words: words})
	page, _ := find(t, p, e.URL)
	for name, c := range map[string]struct {
		cited plan.Cited
		is    relate.Citation
		want  plan.Mark
	}{
		"of this site":            {plan.Cited{Number: decree}, known(relate.Reference{Entry: other}, ""), plan.Mark{URL: "../../../" + other.URL}},
		"a place in it":           {plan.Cited{Number: decree}, known(relate.Reference{Entry: other}, "dieu-7"), plan.Mark{URL: "../../../" + other.URL + "#dieu-7"}},
		"elsewhere":               {plan.Cited{Number: decree}, known(relate.Reference{External: &plan.External{URL: "https://vb.example/30"}}, ""), plan.Mark{URL: "https://vb.example/30", External: true}},
		"elsewhere, nobody knows": {plan.Cited{Number: decree}, known(relate.Reference{External: &plan.External{}}, ""), plan.Mark{External: true}},
		"nobody knows":            {plan.Cited{Number: decree}, relate.Citation{}, plan.Mark{}},
		"itself":                  {plan.Cited{Number: decree}, known(relate.Reference{Entry: e}, ""), plan.Mark{None: true}},
		"a place in itself":       {plan.Cited{Anchor: "dieu-7"}, known(relate.Reference{Entry: e}, "dieu-7"), plan.Mark{URL: "#dieu-7"}},
		"a place that is nowhere": {plan.Cited{Anchor: "dieu-9"}, relate.Citation{}, plan.Mark{None: true}},
	} {
		e.Document.Citations, e.Citations = []plan.Cited{c.cited}, []relate.Citation{c.is}
		if diff := cmp.Diff(c.want, p.Fill(page).Mark(0)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// What a page names already, as its basis or with another relation, is not
// named again.
func TestCitesOnThePage(t *testing.T) {
	s := site(t, 5, "")
	e := s.Documents[0]
	ref := func(i int) relate.Reference { return relate.Reference{Entry: s.Documents[i]} }
	e.Basis = []relate.Reference{ref(1)}
	e.Inverse = []relate.Relation{{Kind: plan.Replaces, Other: ref(2)}}
	e.Cites = []relate.Reference{ref(1), ref(3)}
	e.CitedBy = []*relate.Entry{s.Documents[2], s.Documents[4]}
	_, v := find(t, New(s, Options{Words: words}), e.URL)
	var got []string
	for _, r := range v.Document.Relations {
		for _, item := range r.Items {
			got = append(got, r.Kind+" "+item.URL)
		}
	}
	want := []string{"relation.replaces.inverse ../../../" + s.Documents[2].URL, "relation.cites ../../../" + s.Documents[3].URL, "relation.cites.inverse ../../../" + s.Documents[4].URL}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	e.Basis, e.Inverse, e.Cites, e.CitedBy = nil, nil, nil, nil
	if _, v := find(t, New(s, Options{Words: words}), e.URL); v.Document.Relations != nil {
		t.Errorf("nothing is cited, and the page has %v", v.Document.Relations)
	}
}
