package relate

import (
	"slices"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/viet"
)

var ruleCiteForm = &diag.Rule{Code: "P234", Name: "cite-form", Severity: diag.Warning,
	Title: diag.T("Viện dẫn lẫn thể thức số của Đảng và của Nhà nước", "A citation mixes the Party's and the state's form of numbers"),
	Why: diag.T("Văn bản của Đảng ghi số-loại/cơ quan (10-CTr/TU), văn bản Nhà nước ghi số/loại-cơ quan (01/KH-UBND). Số viện dẫn phải đúng như trên văn bản; nếu bản gốc ghi như vậy, hãy thêm nó vào documents.yaml với đúng số ấy.",
		"The Party writes number-type/body (10-CTr/TU), the state number/type-body (01/KH-UBND). A citation has the number that the document has; if the original is written so, add it to documents.yaml with that number."),
	Source: "Instruction 36-HD/VPTW of 2018 (Party); Decree 30/2020/NĐ-CP, App. I.II.3 (state)",
	Bad:    "Chương trình hành động số 10/CTr-TU", Good: "Chương trình hành động số 10-CTr/TU"}

// stateForms is since when bodies of the state write numbers with a slash
// only; before, some wrote 05-QĐ/UB.
const stateForms = 1997

// checkForm reports a citation in another form than the document's own number
// has, is, or, where that is not known, than its body's numbers have.
func (c *citer) checkForm(cited *plan.Cited, is citation.Number) {
	n := cited.Number
	if n.IsParty() || cited.Issuer != "" && cited.Issuer[0] != 'U' && cited.Issuer[0] != 'C' { // most are of UBND or Chính phủ
		c.checkSide(cited)
	}
	right := ""
	switch {
	case n.IsZero() || n.Form == is.Form:
	case !is.IsZero():
		right = is.Text
	case n.IsParty() && n.Form == citation.State:
		right = n.InPartyForm()
	case n.Form == citation.Old && cited.Day.Year >= stateForms && isLocal(n):
		right = n.InStateForm()
	}
	if right == "" {
		return
	}
	c.report(ruleCiteForm.At(cited.Pos, diag.T("số %[1]s viết theo thể thức của bên khác; đúng ra là %[2]s", "the number %[1]s is in the form of the other side; it should read %[2]s", n, right)).WithHint(
		diag.T("viết %s; nếu bản gốc ghi khác, thêm văn bản vào documents.yaml", "write %s; if the original has it otherwise, add the document to documents.yaml", right)))
}

// checkSide reports a number of the Party that a text says is of a body of the
// state, and the reverse.
func (c *citer) checkSide(cited *plan.Cited) {
	issuer := viet.Fold(cited.Issuer)
	switch {
	case cited.Number.IsParty() && startsWith(issuer, stateBodies[:]):
		c.report(ruleCiteForm.At(cited.Pos, diag.T("%[1]s là số của cơ quan Đảng, nhưng bài ghi là của %[2]s", "%[1]s is a number of the Party, and the text says it is of %[2]s", cited.Number, cited.Issuer)).WithHint(
			diag.T("đối chiếu số và cơ quan ban hành với bản gốc", "compare the number and the body with the original")))
	case cited.Number.Form == citation.State && isOfPeople(cited.Number) && startsWith(issuer, partyBodies[:]):
		c.report(ruleCiteForm.At(cited.Pos, diag.T("%[1]s là số của cơ quan Nhà nước, nhưng bài ghi là của %[2]s", "%[1]s is a number of the state, and the text says it is of %[2]s", cited.Number, cited.Issuer)).WithHint(
			diag.T("đối chiếu số và cơ quan ban hành với bản gốc", "compare the number and the body with the original")))
	}
}

// The names of bodies of each side begin so, without marks.
var (
	stateBodies = [...]string{"ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "chinh phu", "thu tuong", "quoc hoi"}
	partyBodies = [...]string{"tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy", "dang uy", "bo chinh tri", "ban bi thu", "ban chap hanh", "ban thuong vu"}
)

func startsWith(s string, all []string) bool {
	return slices.ContainsFunc(all, func(begin string) bool { return strings.HasPrefix(s, begin) })
}

// isOfPeople reports whether a symbol is that of a people's committee or
// council, or of the government.
func isOfPeople(n citation.Number) bool {
	return strings.HasPrefix(n.Body, "UBND") || strings.HasPrefix(n.Body, "HĐND") || n.Body == "CP" || n.Body == "TTg"
}

// isLocal reports whether a number is that of a people's committee or council,
// written with the slash before the body: 01-KH/UBND.
func isLocal(n citation.Number) bool {
	return n.Type != "" && (n.Body == "UBND" || n.Body == "HĐND") && n.InStateForm() != n.Text
}
