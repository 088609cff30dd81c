package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// short gives findings as "line:column code", and fails the test where a
// text of one is missing or badly made.
func short(t *testing.T, findings []diag.Finding) []string {
	t.Helper()
	var out []string
	for _, f := range findings {
		for _, s := range []string{f.Message.VI, f.Message.EN} {
			if s == "" || strings.Contains(s, "%!") {
				t.Errorf("%s: bad message %q", f.Rule.Code, s)
			}
		}
		if strings.Contains(f.Hint.VI+f.Hint.EN, "%!") || f.Hint.VI == "" || f.Hint.EN == "" {
			t.Errorf("%s: bad hint %q", f.Rule.Code, f.Hint)
		}
		out = append(out, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, f.Rule.Code))
	}
	return out
}

// read reads a document of the given front matter, to which the required keys
// are added behind, and a body.
func read(front string) (*plan.Document, []diag.Finding) {
	for _, line := range []string{"title: Kế hoạch", "type: ke-hoach", "publication: draft"} {
		if key, _, _ := strings.Cut(line, ":"); !strings.Contains("\n"+front, "\n"+key+":") {
			front += line + "\n"
		}
	}
	doc, _, findings := Document(source.New("x.md", []byte("---\n"+front+"---\nNội dung.\n")), plan.KindDocument)
	return doc, findings
}

func TestDocumentHoldsEveryField(t *testing.T) {
	doc, body, findings := Document(source.New("content/plans/x.md", []byte(fullDocument)), plan.KindDocument)
	if len(findings) > 0 {
		t.Fatal(short(t, findings))
	}
	if got := fullDocument[body:]; got != "\nNội dung./.\n" {
		t.Errorf("body is %q", got)
	}
	at := func(line, column int) source.Pos {
		return source.Pos{File: "content/plans/x.md", Line: line, Column: column}
	}
	number, err := citation.ParseNumber("02/KH-UBND")
	if err != nil {
		t.Fatal(err)
	}
	want := &plan.Document{
		Path: "content/plans/x.md", Title: "Kế hoạch cải cách hành chính phường Hoa Giấy năm 2026",
		Type: plan.TypeByID("ke-hoach"), Number: number,
		Issuer: "ubnd-phuong-hoa-giay", Issued: plan.Date{Year: 2026, Month: 1, Day: 8}, Place: "Hoa Giấy",
		Signer:           plan.Signer{Name: "Nguyễn Thị Minh Họa", Position: "Chủ tịch", Authority: "TM"},
		Summary:          "Tám chỉ tiêu và bốn mươi lăm nhiệm vụ cải cách hành chính năm 2026, mỗi nhiệm vụ có cơ quan chủ trì, sản phẩm và thời hạn.",
		EffectiveOnIssue: true, Expires: plan.Date{Year: 2026, Month: 12, Day: 31},
		Period: plan.Period{From: plan.Date{Year: 2026, Month: 1}, To: plan.Date{Year: 2026, Month: 12}},
		Fields: []string{"Cải cách hành chính", "Chuyển đổi số"}, Scope: []string{"ubnd-phuong-hoa-giay"},
		Keywords: []string{"cải cách hành chính", "chỉ tiêu", "nhiệm vụ"}, Lang: "vi",
		Translations: []plan.Translation{{Lang: "en", Path: "plans/2026/plan-2026"}},
		LegalBasis:   []plan.Ref{{Target: "luat-72-2025", Pos: at(27, 5)}, {Target: "nq-76-2021", Pos: at(28, 5)}},
		Relations: []plan.Relation{
			{Kind: plan.Implements, To: plan.Ref{Target: "kh-248-vi-du-2025", Pos: at(31, 7)}},
			{Kind: plan.Continues, To: plan.Ref{Target: "plans/2025/ke-hoach-cai-cach-hanh-chinh-2025", Pos: at(32, 14)}}},
		Publication: plan.Publication{State: plan.Published}, Published: plan.Date{Year: 2026, Month: 1, Day: 12},
		Reviewed: plan.Date{Year: 2026, Month: 3, Day: 25}, ReviewDue: plan.Date{Year: 2027, Month: 1, Day: 15},
		Attachments:  []plan.Attachment{{File: "phu-luc-i-nhiem-vu.pdf", Title: "Phụ lục I - Danh mục nhiệm vụ", Kind: "annex", Pages: 3}},
		Recipients:   []string{"UBND tỉnh Ví Dụ", "Đảng ủy, HĐND phường", "Lưu: VT, VP"},
		Contact:      "Văn phòng, điện thoại 1900 0000",
		History:      []plan.Change{{Date: plan.Date{Year: 2026, Month: 1, Day: 12}, Kind: "first-published", Note: "Đăng lần đầu."}},
		RedirectFrom: []string{"van-ban/cchc-2026"},
		Extra:        []plan.Extra{{Key: "x-ma-ho-so", JSON: `"CCHC-2026-002"`}},
	}
	places := doc.Places
	doc.Places = plan.Places{}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Error(diff)
	}
	doc.Places = places
	for field, want := range map[string]source.Pos{
		"title": at(2, 8), "signer.name": at(9, 9), "fields[1]": at(20, 31), "legal_basis[0]": at(27, 5),
		"relations.implements[0]": at(31, 7), "attachments[0].file": at(38, 11), "history[0].date": at(48, 11), "recipients[2]": at(45, 5),
	} {
		if got := doc.At(field); got != want {
			t.Errorf("%s is at %v, want %v", field, got, want)
		}
	}
}

// Every name in the table must lead to its field, and every example, which
// people copy, must be right.
func TestEveryNameAndExampleIsAccepted(t *testing.T) {
	for _, f := range Fields() {
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			front := name + ": " + f.Example + "\n"
			for _, need := range []struct{ key, line string }{{"title", "title: A\n"}, {"type", "type: ke-hoach\n"}, {"publication", "publication: draft\n"}} {
				if f.Name != need.key {
					front += need.line
				}
			}
			doc, _, findings := Document(source.New("x.md", []byte("---\n"+front+"---\nA\n")), plan.KindDocument)
			for _, x := range findings {
				if x.Rule.Severity > diag.Note {
					t.Errorf("%s: %s: %v", name, x.Message.EN, x.Hint.EN)
				}
			}
			if doc.At(f.Name).Line == 0 {
				t.Errorf("%s has no place as %s", name, f.Name)
			}
		}
	}
}

func TestPagesAreShownWithoutSayingSo(t *testing.T) {
	doc, _, findings := Document(source.New("a.md", []byte("---\ntitle: Giới thiệu\nweight: 3\nnumber: 01/KH-UBND\n---\nA\n")), plan.KindPage)
	if doc.Publication.State != plan.Published || doc.Weight != 3 || !doc.Number.IsZero() {
		t.Errorf("%+v", doc)
	}
	if diff := cmp.Diff([]string{"4:1 P020"}, short(t, findings)); diff != "" {
		t.Error(diff)
	}
}

func TestValuesInEveryWayTheyMayBeWritten(t *testing.T) {
	day := plan.Date{Year: 2023, Month: 1, Day: 3}
	year := func(y int16) plan.Date { return plan.Date{Year: y} }
	for _, c := range []struct {
		front string
		get   func(*plan.Document) any
		want  any
	}{
		{"issued: 2023-01-03", func(d *plan.Document) any { return d.Issued }, day},
		{`issued: "2023-01-03"`, func(d *plan.Document) any { return d.Issued }, day},
		{"period: 2020-2025", func(d *plan.Document) any { return d.Period }, plan.Period{From: year(2020), To: year(2025)}},
		{"giai_doan: 2020 – 2025", func(d *plan.Document) any { return d.Period }, plan.Period{From: year(2020), To: year(2025)}},
		{"period: 2023", func(d *plan.Document) any { return d.Period }, plan.Period{From: year(2023), To: year(2023)}},
		{"type: Kế hoạch", func(d *plan.Document) any { return d.Type.ID }, "ke-hoach"},
		{"type: KH", func(d *plan.Document) any { return d.Type.ID }, "ke-hoach"},
		{"number: 01/KH-UBND", func(d *plan.Document) any { return d.Number.Ordinal }, int32(1)},
		{"effective: từ ngày ký", func(d *plan.Document) any { return d.EffectiveOnIssue }, true},
		{"effective: 2023-01-03", func(d *plan.Document) any { return d.Effective }, day},
		{"publication: Bản thảo", func(d *plan.Document) any { return d.Publication.State }, plan.Draft},
		{"publication: đã đăng", func(d *plan.Document) any { return d.Publication.State }, plan.Published},
		{"publication: {state: thu hồi, date: 2023-01-03, reason: Sai số liệu}", func(d *plan.Document) any { return d.Publication },
			plan.Publication{State: plan.Withdrawn, Date: day, Reason: "Sai số liệu"}},
		{"nguoi_ky: Nguyễn Văn A\nchuc_danh_nguoi_ky: Chủ tịch", func(d *plan.Document) any { return d.Signer },
			plan.Signer{Name: "Nguyễn Văn A", Position: "Chủ tịch"}},
		{"signer: {name: A, authority: KT.}", func(d *plan.Document) any { return d.Signer }, plan.Signer{Name: "A", Authority: "KT"}},
		{"thay_the: plans/2022/cu.md", func(d *plan.Document) any { return d.Relations[0].To.Target }, "plans/2022/cu"},
		{"relations: {amends: [{target: a, provision: Mục II, date: 2023-01-03}]}", func(d *plan.Document) any { return d.Relations }, []plan.Relation{
			{Kind: plan.Amends, To: plan.Ref{Target: "a", Pos: source.Pos{File: "x.md", Line: 2, Column: 31}}, Provision: "Mục II", Date: day}}},
		{"redirect_from: /tin-tuc/cu/", func(d *plan.Document) any { return d.RedirectFrom }, []string{"tin-tuc/cu/"}},
		{"attachments: [a.pdf]", func(d *plan.Document) any { return d.Attachments }, []plan.Attachment{{File: "a.pdf"}}},
		{"source: https://a.example/b", func(d *plan.Document) any { return d.Source.URL }, "https://a.example/b"},
		{"rating: bật", func(d *plan.Document) any { return d.Rating }, plan.On},
		{"urgency: Hỏa tốc", func(d *plan.Document) any { return d.Urgency }, "hoa-toc"},
		{"confidentiality: không", func(d *plan.Document) any { return d.Title }, "Kế hoạch"},
		{"summary: |\n  Dòng một,\n  dòng hai.", func(d *plan.Document) any { return d.Summary }, "Dòng một, dòng hai."},
		{`summary: "e\u0302\u0323"`, func(d *plan.Document) any { return d.Summary }, "ệ"},
		{"summary:", func(d *plan.Document) any { return d.Summary }, ""},
		{"title: 2023", func(d *plan.Document) any { return d.Title }, "2023"},
		{"x-a: {b: [1, 2.5, 0x1F, yes, true, ~, 2023-01-01, \"<c>\"]}", func(d *plan.Document) any { return d.Extra[0].JSON },
			`{"b":[1,2.5,"0x1F","yes",true,null,"2023-01-01","\u003cc\u003e"]}`},
	} {
		doc, findings := read(c.front + "\n")
		if len(findings) > 0 {
			t.Errorf("%s: %s", c.front, findings[0].Message.EN)
			continue
		}
		if diff := cmp.Diff(c.want, c.get(doc)); diff != "" {
			t.Errorf("%s: %s", c.front, diff)
		}
	}
}
