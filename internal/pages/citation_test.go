package pages

import (
	"testing"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

func numberOf(t *testing.T, s string) citation.Number {
	t.Helper()
	n, err := citation.ParseNumber(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSubject(t *testing.T) {
	for _, c := range []struct{ kind, title, want string }{
		{"Kế hoạch", "Kế hoạch cải cách hành chính năm 2023", "về cải cách hành chính năm 2023"},
		{"Kế hoạch", "KẾ HOẠCH Cải cách hành chính năm 2023", "về cải cách hành chính năm 2023"},
		{"Kế hoạch", "Kế hoạch Đẩy mạnh chuyển đổi số", "về đẩy mạnh chuyển đổi số"},
		{"Kế hoạch", "Kế hoạch về phòng, chống thiên tai", "về phòng, chống thiên tai"},
		{"Quyết định", "Quyết định về việc thành lập Tổ công tác", "về việc thành lập Tổ công tác"},
		{"Quyết định", "Quyết định ban hành Quy chế tiếp công dân", "ban hành Quy chế tiếp công dân"},
		{"Quyết định", "Quyết định Phê duyệt danh mục", "phê duyệt danh mục"},
		{"Công văn", "Về việc tổ chức họp", "về việc tổ chức họp"},
		{"Kế hoạch", "Kế hoạch Hoài Nhơn xanh", ""},
		{"Kế hoạch", "Kế hoạch CCHC năm 2023", ""},
		{"Kế hoạch", "Kế hoạch 05 năm", ""},
		{"Kế hoạch", "Cải cách hành chính năm 2023", ""},
		{"Kế hoạch", "Kế hoạch", ""},
		{"Kế hoạch", "Kế hoạchcải cách", ""},
		{"Chương trình", "Kế hoạch cải cách", ""},
	} {
		if got, ok := subject(c.kind, c.title); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, want %q", c.title, got, c.want)
		}
	}
}

// TestCitationToCopy: what people copy is what a document may say.
func TestCitationToCopy(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*plan.Document)
		want   string
	}{
		{"in full", func(*plan.Document) {}, "Kế hoạch số 01/KH-UBND ngày 03 tháng 01 năm 2023 của UBND phường về cải cách hành chính năm 2023"},
		{"months from March on have no zero", func(d *plan.Document) { d.Issued = plan.Date{Year: 2023, Month: 3, Day: 3} },
			"Kế hoạch số 01/KH-UBND ngày 03 tháng 3 năm 2023 của UBND phường về cải cách hành chính năm 2023"},
		{"a title that is no subject", func(d *plan.Document) { d.Title = "Phường xanh" },
			"Kế hoạch số 01/KH-UBND ngày 03 tháng 01 năm 2023 của UBND phường, “Phường xanh”"},
		{"without a number", func(d *plan.Document) { d.Number = citation.Number{} }, "Kế hoạch cải cách hành chính năm 2023"},
		{"a law", func(d *plan.Document) { d.Type, d.Title = plan.TypeByID("luat"), "Luật Tiếp cận thông tin" }, "Luật Tiếp cận thông tin"},
		{"in English", func(d *plan.Document) { d.Lang, d.Title = "en", "Reform plan" }, "Plan No. 01/KH-UBND of 3 January 2023 issued by UBND phường, “Reform plan”"},
	} {
		s := site(t, 1, "")
		e := s.Documents[0]
		e.Document.Type, e.Document.Number, e.Document.Title = plan.TypeByID("ke-hoach"), numberOf(t, "01/KH-UBND"), "Kế hoạch cải cách hành chính năm 2023"
		c.change(e.Document)
		_, v := find(t, New(s, Options{Words: words}), e.URL)
		if v.Document.Citation != c.want {
			t.Errorf("%s: %q", c.name, v.Document.Citation)
		}
	}
	s := site(t, 1, "")
	s.Registry.Settings.Lang = diag.EN
	s.Documents[0].Document.Type, s.Documents[0].Document.Number = plan.TypeByID("ke-hoach"), numberOf(t, "01/KH-UBND")
	s.Documents[0].Document.Lang = "vi"
	if _, v := find(t, New(s, Options{Words: words}), s.Documents[0].URL); v.Document.Citation[:len("Kế hoạch số")] != "Kế hoạch số" {
		t.Errorf("a Vietnamese document on an English site is cited in Vietnamese: %q", v.Document.Citation)
	}
}
