package catalog

import (
	"slices"

	"planpress/internal/plan"
	"planpress/internal/relate"
)

// OrgsName is the file of the bodies, from the site's root.
const OrgsName = "organizations.json"

// Organizations lists the bodies that the site knows, in the order of
// orgs.yaml. Two of them may share a name: what tells them apart is the @id,
// and the days on which they began and ended.
//
// Source: schema.org, GovernmentOrganization; DCMI Terms for what replaced what.
func Organizations(site *relate.Site) ([]byte, error) {
	base := site.Registry.Settings.BaseURL
	pages := map[string]string{}
	for _, l := range slices.Concat(site.Issuers, site.Bodies) {
		pages[l.Org.ID] = base + l.URL
	}
	out := graph{Context: orgContext, Graph: []organization{}}
	for _, o := range site.Registry.Orgs {
		out.Graph = append(out.Graph, ofOrg(o, base, pages[o.ID]))
	}
	return encode(out)
}

func ofOrg(o *plan.Org, base, page string) organization {
	id := func(org string) ref { return ref{base + OrgsName + "#" + org} }
	out := organization{ID: id(o.ID).ID, Type: "GovernmentOrganization", Name: o.Name, AlternateName: o.ShortName, Code: o.Code,
		URL: page, Founded: o.From.String(), Dissolved: o.To.String()}
	if o.Parent != "" {
		parent := id(o.Parent)
		out.Parent = &parent
	}
	for _, p := range o.Predecessors {
		out.Replaces = append(out.Replaces, id(p))
	}
	for _, s := range o.Successors {
		out.ReplacedBy = append(out.ReplacedBy, id(s))
	}
	return out
}

var orgContext = map[string]string{"@vocab": "https://schema.org/", "dct": "http://purl.org/dc/terms/"}

type graph struct {
	Context map[string]string `json:"@context"`
	Graph   []organization    `json:"@graph"`
}

type organization struct {
	ID            string `json:"@id"`
	Type          string `json:"@type"`
	Name          string `json:"name"`
	AlternateName string `json:"alternateName,omitempty"`
	Code          string `json:"identifier,omitempty"`
	URL           string `json:"url,omitempty"`
	Founded       string `json:"foundingDate,omitempty"`
	Dissolved     string `json:"dissolutionDate,omitempty"`
	Parent        *ref   `json:"parentOrganization,omitempty"`
	Replaces      []ref  `json:"dct:replaces,omitempty"`
	ReplacedBy    []ref  `json:"dct:isReplacedBy,omitempty"`
}

type ref struct {
	ID string `json:"@id"`
}
