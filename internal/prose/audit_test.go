package prose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// auditCases are texts and what is found in each: "line:column code". A list
// without entries is as much of a promise: what is fine is not reported.
var auditCases = []struct {
	text string
	want []string
}{
	// Texts of links.
	{"Xem kế hoạch [tại đây](a.md).", []string{"1:14 P146"}},
	{"[Xem thêm…](a.md) [bấm vào đây](b.md) [Tải về](c.pdf)", []string{"1:1 P146", "1:19 P146", "1:39 P146"}},
	{"[Click here](a.md)", []string{"1:1 P146"}},
	{"[Xem Kế hoạch năm 2026](a.md) [Đây là kế hoạch](b.md)", nil},
	{"Nộp tại https://dichvucong.gov.vn hoặc <https://x.vn/a>.", nil},
	{"Nộp tại https://dichvucong.gov.vn/p/home/dvc-trang-chu.html.", []string{"1:9 P147"}},
	{"[https://dichvucong.gov.vn/p/home/dvc-trang-chu.html](https://dichvucong.gov.vn)", []string{"1:1 P147"}},
	{"[a](x.md), [A](x.md) và [ a.](y.md)", []string{"1:25 P148"}},
	{"[a](x.md#1) [a](x.md#2)", []string{"1:13 P148"}},
	{"[Mẫu đơn](don.docx) [Mẫu 2 (DOCX)](b.docx) [Bản Word](c.doc) [PDF](d.pdf)", []string{"1:1 P149"}},
	{"[Mẫu](https://vi.du/a.PDF?x=1)", []string{"1:1 P149"}},

	// Colour and place.
	{"Các ô màu đỏ là việc trễ.", []string{"1:5 P135"}},
	{"Xem bảng\nvà hình ở bên phải.", []string{"2:4 P135"}},
	{"Dọn vỉa hè bên phải đường; sơn màu đỏ; bảng màu sắc; xem bảng dưới đây.", nil},

	// Capitals.
	{"ĐỀ NGHỊ CÁC CƠ QUAN VÀ ĐƠN VỊ THỰC HIỆN.", []string{"1:1 P134"}},
	{"Nay YÊU CẦU CÁC PHÒNG BAN VÀ TỔ DÂN PHỐ BÁO CÁO ngay.", []string{"1:5 P134"}},
	{"UBND PHƯỜNG HOA GIẤY họp; số 01/KH-UBND, 02/QĐ-UBND, 03/TB-UBND, 04/BC-UBND, 05/CV-UBND.", nil},
	{"## ĐỀ NGHỊ CÁC CƠ QUAN VÀ ĐƠN VỊ THỰC HIỆN", nil},

	// Languages.
	{"The ward reports its progress to the province twice a year.", []string{"1:1 P132"}},
	{"[The ward reports its progress to the province twice a year.]{lang=en}", nil},
	{"https://vi.du/a 01/KH-UBND 12/2023 30/2020 44/2025 abc def", nil},
	{"[Report]{lang=eng-lish}", []string{"1:15 P133"}},

	// Headings and tables.
	{"## " + strings.Repeat("dài ", 60), []string{"1:1 P136"}},
	{"**Mục tiêu chung**\n\nNâng cao chất lượng.", []string{"1:1 P127"}},
	{"**Nhiệm vụ**\n\n- một", []string{"1:1 P127"}},
	{"**Nơi nhận:**\n\n- một", nil},
	{"**Trân trọng cảm ơn.**\n\nHết", nil},
	{"Đoạn\n\n**CHỦ TỊCH**", nil},
	{"**KẾ HOẠCH**\n\n**Cải cách hành chính**\n\n## A", nil},
	{"| a |\n|---|\n| b |", []string{"1:1 P154"}},

	// What is not Markdown here.
	{"## Mục tiêu {#muc-tieu}", []string{"1:13 P129"}},
	{"[a](b.md){.nut}", []string{"1:10 P129"}},
	{`Tập {1, 2} và {x} và \{#a}`, nil},
	{"Số &#x202e;1 và &rlm; và \\&#x202e; và `&#x202e;`", []string{"1:4 P137", "1:17 P137"}},
}

func TestAudit(t *testing.T) {
	for _, c := range auditCases {
		r := New(WordsIn(diag.VI)).Convert(source.New("x.md", []byte(c.text+"\n")), 0)
		diag.Sort(r.Findings)
		var got []string
		for _, f := range r.Findings {
			got = append(got, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, f.Rule.Code))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestColourOrPlaceInEnglish(t *testing.T) {
	for text, want := range map[string]int{"See the table on the right.": 1, "Tasks in the red cells are late.": 1, "The right to appeal; the reader.": 0} {
		if got := len(convert(text + "\n").Findings); got != want {
			t.Errorf("%q: %d findings, want %d", text, got, want)
		}
	}
}

// An abbreviation that the site explains is no shouting.
func TestCapitalsOfTheGlossary(t *testing.T) {
	text := "UBND, CCHC, UBND, CCHC, UBND, CCHC, UBND, CCHC, UBND, CCHC"
	c := New(WordsIn(diag.VI))
	has := func(c *Converter) bool {
		return slices.ContainsFunc(c.Convert(source.New("x.md", []byte(text)), 0).Findings, func(f diag.Finding) bool { return f.Rule == ruleCapitals })
	}
	if !has(c) || has(c.Explaining(testTerms, diag.VI, diag.VI)) {
		t.Error("words of the glossary count, or others do not")
	}
}

// No control of direction reaches a page through a reference, wherever it is.
func TestNoTextIsTurned(t *testing.T) {
	for _, text := range []string{"a&#x202e;b", "![a&#8238;b](c.png \"d&#x2067;\")", "[a](b.md \"&rlm;\")", "## a&#x202E;b", "|&lrm;|b|\n|---|---|\n|c|d|"} {
		if html := filled(convert(text + "\n")); strings.ContainsAny(html, "\u202e\u2067\u200e\u200f") {
			t.Errorf("%q gave %q", text, html)
		}
	}
}
