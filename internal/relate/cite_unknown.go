package relate

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/source"
)

var ruleCiteUnknown = &diag.Rule{Code: "P236", Name: "cite-unknown", Severity: diag.Note,
	Title: diag.T("Văn bản được viện dẫn chưa có trong documents.yaml", "Documents that are cited are not in documents.yaml"),
	Why: diag.T("Viện dẫn chỉ thành liên kết khi văn bản có trên trang này, hoặc có trong content/documents.yaml cùng địa chỉ (url). Chỉ có một lưu ý cho cả trang, và chỉ khi trang đã có documents.yaml: trang mới có hàng trăm viện dẫn như vậy, liệt kê hết thì che mất điều cần sửa.",
		"A citation becomes a link only where its document is on this site, or in content/documents.yaml with a url. There is one note for the whole site, and only where it has a documents.yaml: a new site has hundreds of such citations, and a line for each would hide what must be mended."),
	Bad: "theo Nghị định số 30/2020/NĐ-CP   # documents.yaml không có", Good: "- {id: nd-30-2020, number: 30/2020/NĐ-CP, title: Về công tác văn thư}"}

// shownUnknown is how many documents the note names.
const shownUnknown = 3

// notListed notes that texts cite documents that the site's registry lacks.
func (r *relater) notListed() {
	n := len(r.site.Unknown)
	if n == 0 || len(r.in.Registry.Externals) == 0 {
		return
	}
	var names []string
	for _, u := range r.site.Unknown[:min(n, shownUnknown)] {
		names = append(names, u.String())
	}
	list := strings.Join(names, ", ")
	if n > shownUnknown {
		list += ", …"
	}
	r.report(ruleCiteUnknown.At(source.Pos{File: r.in.Registry.Externals[0].Pos.File}, diag.T(
		"%[1]d văn bản được viện dẫn mà chưa có ở đây: %[2]s", "%[1]d cited, but not listed here: %[2]s", n, list)).WithHint(diag.T(
		"“planpress cite --extract” soạn sẵn các mục còn thiếu", "\"planpress cite --extract\" drafts the missing entries")))
}
