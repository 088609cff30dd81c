package pages

import (
	"strings"
	"testing"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

func texts(links []view.Link) string {
	var out []string
	for _, l := range links {
		out = append(out, l.Text+" "+l.URL)
	}
	return strings.Join(out, ", ")
}

// namesakes gives the ward a successor of the same name and code, a town above
// it that issued nothing, and an office below. Only one side names the other.
func namesakes(in *relate.Input) {
	ward := in.Registry.Orgs[0]
	ward.To, ward.Parent, ward.Code = plan.Date{Year: 2025, Month: 6, Day: 30}, "town", "21637"
	in.Registry.Orgs = append(in.Registry.Orgs, &plan.Org{ID: "town", Name: "UBND thị xã"},
		&plan.Org{ID: "office", Name: "Văn phòng", Parent: "ward"}, &plan.Org{ID: "elsewhere", Name: "UBND xã khác"},
		&plan.Org{ID: "ward-2025", Name: "UBND phường", Code: "21637", From: plan.Date{Year: 2025, Month: 7, Day: 1}, Predecessors: []string{"ward"}})
}

func TestNamesakesAreToldApart(t *testing.T) {
	s := site(t, 1, "", namesakes)
	p := New(s, Options{Words: words})
	if _, v := find(t, p, "issuers/"); len(v.Index.Lists) != 1 || v.Index.Lists[0].Text != "org.until UBND phường30/06/2025" {
		t.Errorf("the lists are %+v", v.Index.Lists)
	}
	_, v := find(t, p, s.Documents[0].URL)
	x := v.Document.Issuer
	if got := texts(x.Successors); got != "org.since UBND phường01/07/2025 ../../../issuers/ward-2025/" {
		t.Errorf("the successor is called %q", got)
	}
	if x.Since != (plan.Date{Year: 2025, Month: 7, Day: 1}) {
		t.Errorf("it has the duties since %v", x.Since)
	}
}

// TestTheIssuerStillExists: what ends in days to come has not ended.
func TestTheIssuerStillExists(t *testing.T) {
	s := site(t, 1, "", namesakes, func(in *relate.Input) { in.AsOf = plan.Date{Year: 2025, Month: 6, Day: 30} })
	_, v := find(t, New(s, Options{Words: words}), s.Documents[0].URL)
	if x := v.Document.Issuer; !x.Until.IsZero() || x.Successors != nil {
		t.Errorf("on its last day the issuer is said to have ended: %+v", x)
	}
}

func TestPagesOfBodies(t *testing.T) {
	p := New(site(t, 12, "", namesakes), Options{Words: words})
	_, v := find(t, p, "issuers/ward/")
	b := v.List.Body
	if got := texts(b.Parent) + "; " + texts(b.Children) + "; " + texts(b.Successors); v.List.Total != 12 || !b.Ended ||
		got != "UBND thị xã ../../issuers/town/; Văn phòng ../../issuers/office/; org.since UBND phường01/07/2025 ../../issuers/ward-2025/" {
		t.Errorf("the ward: %d documents, ended %v, %s", v.List.Total, b.Ended, got)
	}
	if _, v = find(t, p, "issuers/ward/2/"); v.List.Body != nil {
		t.Error("the second page of a list does not say again whose it is")
	}
	_, v = find(t, p, "issuers/ward-2025/")
	if b = v.List.Body; texts(b.Predecessors) != "org.until UBND phường30/06/2025 ../../issuers/ward/" || b.Ended || v.List.Total != 0 {
		t.Errorf("the successor: %+v", b)
	}
	find(t, p, "issuers/town/")
	for _, page := range p.Pages() {
		if page.URL == "issuers/elsewhere/" {
			t.Error("a body that nothing leads to has a page")
		}
	}
}
