package check

import (
	"testing"

	"planpress/internal/plan"
	"planpress/internal/source"
)

var secretMarkCases = []caseOf{
	{"in the title", func(d *plan.Document) { d.Title = "Kế hoạch kiểm tra (MẬT)" },
		[]string{`title: it is marked "MẬT": this document must not be published`}},
	{"in small letters", func(d *plan.Document) { d.Title = "Kế hoạch kiểm tra [Lưu hành nội bộ]" },
		[]string{`title: it is marked "Lưu hành nội bộ": this document must not be published`}},
	{"the longest one", func(d *plan.Document) { d.Title = "Kế hoạch kiểm tra (TÀI LIỆU LƯU HÀNH NỘI BỘ)" },
		[]string{`title: it is marked "TÀI LIỆU LƯU HÀNH NỘI BỘ": this document must not be published`}},
	{"behind a dash", func(d *plan.Document) { d.Summary = "LƯU HÀNH NỘI BỘ - Việc của phường" },
		[]string{`summary: it is marked "LƯU HÀNH NỘI BỘ": this document must not be published`}},
	{"among the recipients", func(d *plan.Document) { d.Recipients = []string{"Lưu: VT", "Tài liệu mật"} },
		[]string{`recipients: it is marked "Tài liệu mật": this document must not be published`}},
	{"as the subject", func(d *plan.Document) {
		d.Title = "Kế hoạch bảo vệ bí mật nhà nước, tài liệu lưu hành nội bộ năm 2023"
	}, nil},
	{"other words", func(d *plan.Document) {
		d.Title = "Kế hoạch nuôi ong (mát, mạt)"
		d.Summary = "Thu mật, phấn hoa, sáp"
	}, nil},
	{"honey in a list with brackets elsewhere", func(d *plan.Document) {
		d.Summary = "Hỗ trợ sản xuất đường, mật, sữa (không tính phí)"
	}, nil},
	{"between brackets with other words", func(d *plan.Document) { d.Title = "Kế hoạch kiểm tra (Mật, 02 bản)" },
		[]string{`title: it is marked "Mật": this document must not be published`}},
	{"in brackets that are not closed", func(d *plan.Document) { d.Title = "Kế hoạch kiểm tra [Mật" },
		[]string{`title: it is marked "Mật": this document must not be published`}},
}

func TestSecretMarkAsAHeading(t *testing.T) {
	at := source.Pos{File: "content/plans/a.md", Line: 40, Column: 3}
	found := Headings([]plan.Heading{{Level: 2, Text: "Nhiệm vụ"}, {Level: 2, Text: "Tuyệt mật", Pos: at}})
	if len(found) != 1 || found[0].Rule != ruleSecretMark || found[0].Pos != at {
		t.Errorf("%v", found)
	}
}
