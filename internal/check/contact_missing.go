package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleContactMissing = &diag.Rule{
	Code: "P076", Name: "contact-missing", Severity: diag.Note,
	Title: diag.T("Không nói người dân hỏi ai", "Nobody is named for questions"),
	Why: diag.T("Người đọc có câu hỏi cần biết gọi hoặc viết cho ai. Hãy ghi “contact” trong văn bản, hoặc một lần cho cả trang trong site.yaml.",
		"Readers with a question need to know whom to call or write to. Give “contact” in the document, or once for the whole site in site.yaml."),
	Good: "contact: \"Văn phòng HĐND và UBND phường, điện thoại 1900 0000\"",
}

func contactMissing(d *plan.Document, ctx Context) []diag.Finding {
	if d.Publication.State != plan.Published || d.Contact != "" || isGiven(d, "contact") || ctx.Settings.Contact != (plan.Contact{}) {
		return nil
	}
	return one(ruleContactMissing.At(d.At("title"), diag.T("văn bản và trang đều không ghi nơi giải đáp (contact)",
		"neither the document nor the site says who answers questions (contact)")).WithHint(diag.T(
		"ghi contact trong content/site.yaml, một lần cho cả trang", "give contact in content/site.yaml, once for the whole site")))
}
