package check

import (
	"testing"

	"planpress/internal/plan"
)

var contactMissingCases = []caseOf{
	{"none", withoutContact, []string{"title: neither the document nor the site says who answers questions (contact)"}},
	{"withdrawn", func(d *plan.Document) {
		withoutContact(d)
		withdraw(d)
	}, nil},
}

func withoutContact(d *plan.Document) {
	d.Contact = ""
	drop(d, "contact")
}

func TestTheContactOfTheSiteIsEnough(t *testing.T) {
	d := sound()
	withoutContact(d)
	ctx := context
	ctx.Settings.Contact.Phone = "1900 0000"
	if got := Document(d, ctx); len(got) > 0 {
		t.Errorf("%s: %s", got[0].Rule.Code, got[0].Message.EN)
	}
}
