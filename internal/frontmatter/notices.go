package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

// A notice stands on every page, so that readers of a phone must scroll past
// it: it is short, and there are few.
const (
	maxNotices = 5
	maxNotice  = 300
)

var ruleNoticeOrder = &diag.Rule{Code: "P037", Name: "notice-order", Severity: diag.Error,
	Title: diag.T("Thông báo kết thúc trước khi bắt đầu", "A notice that ends before it begins"),
	Why: diag.T("Thông báo hiện từ đầu ngày from đến hết ngày until; until trước from thì nó không bao giờ hiện.",
		"A notice is shown from the beginning of its day from to the end of its day until; with until before from it is never shown.")}

var noticeTable = table(want{diag.T("một thông báo", "a notice"), "{text: Trang bảo trì tối 01/5., until: 2026-05-01}"},
	field[plan.Notice]{Field{Name: "text", Aliases: []string{"noi_dung"}, Required: true, Doc: diag.T("Câu hiện trên mọi trang.", "What every page says."), Example: "Trang bảo trì tối 01/5."},
		bind(text(maxNotice), func(n *plan.Notice) *string { return &n.Text })},
	field[plan.Notice]{Field{Name: "url", Aliases: []string{"lien_ket"}, Doc: diag.T("Nơi đọc thêm: đường dẫn một trang của trang này, hoặc địa chỉ https.", "Where to read more: the path of a page of this site, or an https address."), Example: "pages/gioi-thieu"},
		noticeURL},
	field[plan.Notice]{Field{Name: "kind", Aliases: []string{"loai"}, Doc: diag.T("info hoặc warning.", "info or warning."), Example: "info"},
		bind(words(choice[string]{word: "info", also: []string{"thông tin"}}, choice[string]{word: "warning", also: []string{"cảnh báo"}}), func(n *plan.Notice) *string { return &n.Kind })},
	field[plan.Notice]{Field{Name: "from", Aliases: []string{"tu"}, Doc: diag.T("Ngày đầu hiện.", "First day."), Example: "2026-04-28"},
		bind(day, func(n *plan.Notice) *plan.Date { return &n.From })},
	field[plan.Notice]{Field{Name: "until", Aliases: []string{"den"}, Doc: diag.T("Ngày cuối còn hiện.", "Last day."), Example: "2026-05-01"},
		bind(day, func(n *plan.Notice) *plan.Date { return &n.Until })},
)

// noticeURL is a web address, or a page of the site as the menu names it.
var noticeURL = binding[plan.Notice]{
	read: func(r *reader, into *plan.Notice, n *yaml.Node, at string) (ok bool) {
		if n.Kind == yaml.ScalarNode && strings.Contains(n.Value, ":") {
			into.URL, ok = webAddress.read(r, n, at)
			return ok
		}
		into.To, ok = reference.read(r, n, at)
		return ok
	},
	schema: object{"anyOf": []any{webAddress.schema, reference.schema}},
}

// notice is information unless it says otherwise.
var notice = shape[plan.Notice]{
	read: func(r *reader, n *yaml.Node, at string) (plan.Notice, bool) {
		v := plan.Notice{Kind: "info"}
		ok := noticeTable.read(r, n, &v, at)
		if ok && v.Until.EndsBefore(v.From) {
			r.add(ruleNoticeOrder.At(r.pos(n), diag.T("%[1]s: until %[2]s trước from %[3]s", "%[1]s: until %[2]s is before from %[3]s", at, v.Until, v.From)).
				WithHint(diag.T("kiểm tra lại hai ngày", "check both dates")))
			return v, false
		}
		return v, ok
	},
	schema: noticeTable.schema(),
}
