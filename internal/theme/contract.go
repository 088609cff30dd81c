package theme

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

// Layout is a kind of page for which a theme has a file in layouts/.
type Layout struct{ Name, Shows string }

// Layouts lists the layouts that every theme has.
func Layouts() []Layout {
	return []Layout{
		{"document", "a plan or another official document: view.Document"},
		{"page", "a page of content/pages: view.Other"},
		{"home", "the home page: view.Home"},
		{"list", "documents, newest first: view.List"},
		{"index", "all lists of one kind: view.Index"},
		{"notfound", "the answer to an address that does not exist: view.NotFound"},
		{"redirect", "an old address: view.Redirect"},
		{"sitemap", "the whole site on one page, for people: view.Map"},
		{"progress", "how the plans stand: view.Progress"},
		{"search", "where readers search: view.Search"},
	}
}

const (
	baseName = "base"
	bootPath = "scripts/boot.js"
)

// ExamplesFile is the file of a component's folder that shows it in use: see
// package gallery.
const ExamplesFile = "examples.yaml"

// ContrastFile says which colours of a theme meet: see package contrast.
const ContrastFile = "contrast.yaml"

// Names of the files that are made of all styles and of all components'
// scripts, as the function asset knows them.
const (
	SiteCSS = "site.css"
	SiteJS  = "site.js"
)

// The messages that the search script shows: LivePrefix with each of LiveTexts.
const LivePrefix = "search.live."

// LiveTexts are what these messages say: how many were found, or about how many,
// or none; that words were taken for others, or left out; that it is at work; what is wrong.
var LiveTexts = [...]string{"results", "about", "none", "mended", "untoned", "partial", "loading", "empty", "offline", "number"}

// languages are those in which every theme speaks.
var languages = [...]diag.Lang{diag.VI, diag.EN}

// wantedMessages are the keys that planpress itself asks for, or that templates
// put together from values of a view.
func wantedMessages() []string {
	keys := []string{"crumb.home", "list.all", "list.numbers", "list.page", "list.description", "index.description", "notfound.title", "notfound.why", "map.title", "map.description", "map.pages",
		"filter.year", "filter.field", "filter.issuer", "filter.type", "filter.status",
		"attachment.signed-copy", "attachment.annex", "attachment.form", "attachment.data"}
	for _, k := range plan.EffectKinds {
		keys = append(keys, "effect."+string(k))
		if k.Marked() {
			keys = append(keys, "banner."+string(k))
		}
	}
	for _, k := range plan.ChangeKinds {
		keys = append(keys, "history."+string(k))
	}
	for _, s := range []plan.State{plan.Draft, plan.Scheduled, plan.Published, plan.Withdrawn} {
		keys = append(keys, "state."+s.String())
	}
	for _, g := range []string{"group.years", "group.fields", "group.issuers", "group.types", "group.status"} {
		keys = append(keys, g, g+".one")
	}
	for _, k := range plan.RelationKinds {
		keys = append(keys, "relation."+string(k), "relation."+string(k)+".inverse")
	}
	keys = append(keys, "relation.cites", "relation.cites.inverse", "search.title", "search.description", "search.page")
	for _, k := range LiveTexts {
		keys = append(keys, LivePrefix+k)
	}
	return append(keys, trackerMessages()...)
}
