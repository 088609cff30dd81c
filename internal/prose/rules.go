package prose

import "planpress/internal/diag"

var ruleTooMany = &diag.Rule{
	Code: "P126", Name: "too-many-findings", Severity: diag.Error,
	Title: diag.Text{
		VI: "Quá nhiều vấn đề trong một tệp",
		EN: "Too many findings in one file",
	},
	Why: diag.Text{
		VI: "Chỉ 1.000 vấn đề đầu tiên của mỗi tệp được liệt kê. Sửa những vấn đề đó rồi chạy lại.",
		EN: "Only the first 1,000 findings of a file are listed. Mend those, then run again.",
	},
}

// Rules lists the rules of this package, by code.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleHeadingEmpty, ruleHeadingSkip, ruleRawHTML, ruleCommentOpen, ruleIndented, ruleFenceOpen, ruleTooMany, ruleBoldHeading, ruleAlmost, ruleAttribute,
		ruleListOrder, ruleArticleRepeated, ruleForeign, ruleLanguageUnknown, ruleCapitals, ruleSense, ruleHeadingLong, ruleHidden,
		ruleAddress, ruleLinkText, ruleAlt, ruleImageElsewhere, ruleLinkBroken, ruleEmphasisBroken,
		ruleLinkVague, ruleLinkAddress, ruleLinkSame, ruleLinkFile,
		ruleCellsMissing, ruleCellsSurplus, ruleTableHeader, ruleTableBroken, ruleOneColumn,
		ruleNoteMissing, ruleNoteUnused, ruleNoteRepeated,
		ruleTooLarge, ruleTooComplex, ruleTooDeep, ruleHTMLTooLarge,
	}
}
