package check

import (
	"planpress/internal/citation"
	"planpress/internal/plan"
)

var factsMissingCases = []caseOf{
	{"all of them", withoutFacts, []string{
		"publication: the document is published but has no number (number)",
		"publication: the document is published but has no issuer (issuer)",
		"publication: the document is published but has no date of issue (issued)",
	}},
	{"in a draft", func(d *plan.Document) { withoutFacts(d); d.Publication.State = plan.Draft }, nil},
	{"a number that cannot be read", func(d *plan.Document) { d.Number = citation.Number{} }, nil},
	{"a formal letter", func(d *plan.Document) {
		d.Type, d.Number = kind("thu-cong"), citation.Number{}
		drop(d, "number")
	}, nil},
}

func withoutFacts(d *plan.Document) {
	d.Number, d.Issuer, d.Issued = citation.Number{}, "", plan.Date{}
	drop(d, "number")
	drop(d, "issuer")
	drop(d, "issued")
}
