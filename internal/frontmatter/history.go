package frontmatter

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var changeKind = oneOf(
	choice[plan.ChangeKind]{plan.FirstPublished, "first-published", []string{"đăng lần đầu", "đăng"}},
	choice[plan.ChangeKind]{plan.Editorial, "editorial", []string{"biên tập", "sửa chữ"}},
	choice[plan.ChangeKind]{plan.Correction, "correction", []string{"đính chính", "sửa lỗi"}},
	choice[plan.ChangeKind]{plan.ProgressUpdate, "progress", []string{"tiến độ", "cập nhật"}},
	choice[plan.ChangeKind]{plan.PageWithdrawn, "withdrawn", []string{"thu hồi", "gỡ"}},
)

// historyTable is one entry of the history of a page.
var historyTable = table(want{diag.T("một lần thay đổi của trang", "a change of the page"), "{date: 2023-05-10, kind: editorial, note: …}"},
	field[plan.Change]{Field{Name: "date", Aliases: []string{"ngay"}, Required: true, Doc: diag.T("Ngày thay đổi.", "The day."), Example: "2023-05-10"},
		bind(day, func(c *plan.Change) *plan.Date { return &c.Date })},
	field[plan.Change]{Field{Name: "kind", Aliases: []string{"loai"}, Required: true,
		Doc:     diag.T("first-published, editorial, correction, progress hoặc withdrawn.", "first-published, editorial, correction, progress or withdrawn."),
		Example: "editorial"},
		bind(changeKind, func(c *plan.Change) *plan.ChangeKind { return &c.Kind })},
	field[plan.Change]{Field{Name: "note", Aliases: []string{"ghi_chu"}, Doc: diag.T("Thay đổi gì.", "What changed."), Example: "Sửa lỗi đánh máy ở Mục II."},
		bind(text(1000), func(c *plan.Change) *string { return &c.Note })},
	field[plan.Change]{Field{Name: "document", Aliases: []string{"van_ban"}, meant: []string{"to", "target"},
		Doc:     diag.T("Văn bản đính chính, sửa đổi hay thu hồi, nếu có.", "The document that corrects, amends or recalls, if there is one."),
		Example: "plans/2023/dinh-chinh-ke-hoach"},
		bind(reference, func(c *plan.Change) *plan.Ref { return &c.Document })},
)
