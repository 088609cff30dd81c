package plan

import (
	"slices"
	"testing"
)

func TestPlaces(t *testing.T) {
	list := []Place{{"title", 2, 8}, {"relations.replaces[0]", 40, 7}, {"relations", 39, 3}, {"title", 90, 1}}
	p := PlacesOf(list)
	if got := slices.Collect(p.Each); !slices.Equal(got, list) {
		t.Errorf("%v", got)
	}
	for field, want := range map[string]Place{"title": list[0], "relations": list[2], "relations.replaces[0]": list[1], "replaces[0]": {}, "": {}} {
		line, column, ok := p.Find(field)
		if line != want.Line || column != want.Column || ok != (want != Place{}) {
			t.Errorf("%q is at %d:%d, %v", field, line, column, ok)
		}
	}
	damaged := Places{p.Fields, p.At[:3]}
	if _, _, ok := damaged.Find("relations"); ok {
		t.Error("a place that is not there")
	}
}

func TestAnchors(t *testing.T) {
	a := AnchorsOf("dieu-7", "dieu-7-k1", "muc", "dieu-7-k1-a")
	for id, want := range map[string]bool{"dieu-7": true, "dieu-7-k1-a": true, "muc": true, "dieu": false, "7-k1": false, "": false, "k1": false, "muc-2": false} {
		if a.Has(id) != want {
			t.Errorf("%q: %v", id, !want)
		}
	}
	if got := slices.Collect(a.All()); len(got) != 4 || got[3] != "dieu-7-k1-a" {
		t.Errorf("%q", got)
	}
	if AnchorsOf().Has("a") {
		t.Error("none has one")
	}
}
