package check

import "planpress/internal/plan"

var pdfOnlyCases = []caseOf{
	{"declared", func(d *plan.Document) {
		d.Words, d.Attachments = 4, []plan.Attachment{{File: "a.docx"}, {File: "KE-HOACH.PDF"}}
	},
		[]string{"attachments: the number of words in the body is only 4; the rest is in “KE-HOACH.PDF”"}},
	{"linked", func(d *plan.Document) { d.Words, d.Links = 4, []plan.Link{{Dest: "a.pdf"}} },
		[]string{"attachments: the number of words in the body is only 4; the rest is in “a.pdf”"}},
	{"a text beside it", func(d *plan.Document) { d.Words, d.Attachments = 50, []plan.Attachment{{File: "a.pdf"}} }, nil},
	{"short without a file", func(d *plan.Document) { d.Words = 4 }, nil},
	{"withdrawn", func(d *plan.Document) {
		d.Words, d.Attachments = 0, []plan.Attachment{{File: "a.pdf"}}
		withdraw(d)
	}, nil},
}
