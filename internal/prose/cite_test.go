package prose

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// TestCites shows what is marked: ⟦n …⟧ stands for the citation n.
func TestCites(t *testing.T) {
	marks := strings.NewReplacer("{cite 0}", "⟦0 ", "{/cite 0}", "⟧", "{cite 1}", "⟦1 ", "{/cite 1}", "⟧", "{cite 2}", "⟦2 ", "{/cite 2}", "⟧", "\u00a0", " ")
	for _, c := range []struct{ name, text, html, cites string }{
		{"paragraph", "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.", "<p>Theo ⟦0 Nghị định số 30/2020/NĐ-CP⟧ ngày 05/3/2020 của Chính phủ.</p>",
			"1:6 Nghị định 30/2020/NĐ-CP 2020-03-05 Chính phủ"},
		{"several", "Nghị quyết số 76/NQ-CP, số 77/NQ-CP.", "<p>⟦0 Nghị quyết số 76/NQ-CP⟧, ⟦1 số 77/NQ-CP⟧.</p>", "1:1 Nghị quyết 76/NQ-CP; 1:25 77/NQ-CP"},
		{"over a line", "Theo Nghị định\nsố 30/2020/NĐ-CP ngày\n05/3/2020.", "<p>Theo ⟦0 Nghị định\nsố 30/2020/NĐ-CP⟧ ngày 05/3/2020.</p>", "1:6 Nghị định 30/2020/NĐ-CP 2020-03-05"},
		{"bold as a whole", "**Nghị quyết số 76/NQ-CP** là căn cứ", "<p><strong>⟦0 Nghị quyết số 76/NQ-CP⟧</strong> là căn cứ</p>", "1:3 Nghị quyết 76/NQ-CP"},
		{"bold in part", "Nghị quyết số **76/NQ-CP** ngày 15/7/2021", "<p>Nghị quyết số <strong>⟦0 76/NQ-CP⟧</strong> ngày 15/7/2021</p>", "1:1 Nghị quyết 76/NQ-CP 2021-07-15"},
		{"item", "- Nghị quyết số 76/NQ-CP;", "<ul>\n<li>⟦0 Nghị quyết số 76/NQ-CP⟧;</li>\n</ul>", "1:3 Nghị quyết 76/NQ-CP"},
		{"quotation", "> theo Nghị quyết\n> số 76/NQ-CP ngày\n> 15/7/2021", "<blockquote>\n<p>theo ⟦0 Nghị quyết\nsố 76/NQ-CP⟧ ngày 15/7/2021</p>\n</blockquote>", "1:8 Nghị quyết 76/NQ-CP 2021-07-15"},
		{"law by name", "Luật Đất đai năm 2024 quy định", "<p>⟦0 Luật Đất đai năm 2024⟧ quy định</p>", "1:1 Luật Đất đai 2024 2024"},
		{"escaped text before", `1\. A \& B theo 76/NQ-CP`, "<p>1. A &amp; B theo ⟦0 76/NQ-CP⟧</p>", "1:17 76/NQ-CP"},
		{"escapes around", `\*Nghị quyết số 76/NQ-CP\*`, "<p>*⟦0 Nghị quyết số 76/NQ-CP⟧*</p>", "1:3 Nghị quyết 76/NQ-CP"},
		{"place in a document that is cited", "theo khoản 1 Điều 7 Nghị định số 30/2020/NĐ-CP", "<p>theo khoản 1 Điều 7 ⟦0 Nghị định số 30/2020/NĐ-CP⟧</p>", "1:21 Nghị định 30/2020/NĐ-CP #dieu-7-k1"},
		{"place with a letter that was put in", "theo Điều 7a Nghị định số 30/2020/NĐ-CP", "<p>theo Điều 7a ⟦0 Nghị định số 30/2020/NĐ-CP⟧</p>", "1:14 Nghị định 30/2020/NĐ-CP"},
		{"place in this document", "theo điểm đ khoản 1 Điều 7 của Quyết định này\n\n**Điều 7.** Tên", "<p>theo ⟦0 điểm đ khoản 1 Điều 7⟧ của Quyết định này</p>", "1:6 place #dieu-7-k1-dd"},
		{"place of nobody knows what", "theo khoản 1 Điều 7", "<p>theo khoản 1 Điều 7</p>", ""},
		{"place in a part that is issued with it", "**Điều 1.** Ban hành.\n\n## QUY CHẾ\n\n**Điều 1.** Chung\n\n**Điều 2.** Theo Điều 1 Quy chế này, Điều 1 của Quyết định này và Điều 2.", "</p>",
			"7:18 place #dieu-1-2; 7:38 place #dieu-1; 7:67 place #dieu-2"},
		{"place named within an article", "**Điều 8.** Theo Điều 9.\n\n**Điều 9.** Tên", `<p id="dieu-8"><strong>Điều 8.</strong> Theo ⟦0 Điều 9⟧.`, "1:18 place #dieu-9"},
		{"place that is not there", "**Điều 8.** Theo Điều 7 của Kế hoạch này.", `Theo ⟦0 Điều 7⟧ của`, "1:18 place"},
		{"this article", "**Điều 8.** Tên\n\nTheo khoản 2 Điều này.", "<p>Theo ⟦0 khoản 2 Điều này⟧.</p>", "3:6 place #dieu-8-k2"},
		{"place of a text that is quoted", "> theo Điều 7 của Quyết định này", "<p>theo Điều 7 của Quyết định này</p>", ""},

		{"a link stays the author's", "Xem [Nghị quyết số 76/NQ-CP](a.md) và 77/NQ-CP.", `<a href="{0}">Nghị quyết số 76/NQ-CP</a> và ⟦1 77/NQ-CP⟧`, "1:6 Nghị quyết 76/NQ-CP; 1:39 77/NQ-CP"},
		{"code", "Gõ `Nghị quyết số 76/NQ-CP`, Nghị quyết số 77/NQ-CP", "<code>Nghị quyết số 76/NQ-CP</code>, ⟦0 Nghị quyết số 77/NQ-CP⟧", "1:30 Nghị quyết 77/NQ-CP"},
		{"heading", "## Nghị quyết số 76/NQ-CP\n\nVăn", "Nghị quyết số 76/NQ-CP</h2>", ""},
		{"image", "Ảnh: ![Nghị quyết số 76/NQ-CP](a.png)", `alt="Nghị quyết số 76/NQ-CP"`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := New(WordsIn(diag.VI)).Convert(source.New("x.md", []byte(c.text+"\n")), 0)
			if got := marks.Replace(filled(r)); !strings.Contains(got, c.html) {
				t.Errorf("got  %s\nwant %s", got, c.html)
			}
			if got := listed(r); got != c.cites {
				t.Errorf("cites %q, want %q", got, c.cites)
			}
		})
	}
}

func listed(r Result) string {
	var out []string
	for _, c := range r.Cites {
		name, anchor := c.String(), ""
		if c.IsPlace() {
			name = "place"
		}
		if c.Anchor != "" {
			anchor = "#" + c.Anchor
		}
		out = append(out, strings.Join(strings.Fields(fmt.Sprintf("%d:%d %s %s %s %s", c.Pos.Line, c.Pos.Column, name, c.Day, c.Issuer, anchor)), " "))
	}
	return strings.Join(out, "; ")
}

// Cells and notes are text, too; the words for those who leave the site stand
// inside of the mark.
func TestCitesInTablesAndNotes(t *testing.T) {
	r := convert("| Căn cứ | Số |\n|---|---|\n| Nghị quyết | số 76/NQ-CP |\n\nXem[^1].\n\n[^1]: Nghị quyết số 77/NQ-CP.\n")
	html := filled(r)
	for _, want := range []string{"<td>Nghị quyết</td><td>{cite 0}số\u00a076/NQ-CP{/cite 0}</td>", "<p>{cite 1}Nghị quyết số\u00a077/NQ-CP{/cite 1}. <a"} {
		if !strings.Contains(html, want) {
			t.Errorf("%q is not in %s", want, html)
		}
	}
	if want := "76/NQ-CP" + `<span class="hidden"> (external link)</span></td>`; !strings.Contains(string(r.Body.HTML), want) {
		t.Errorf("%q is not in %s", want, r.Body.HTML)
	}
}

// An abbreviation is explained where it is first used, and not within a mark.
func TestCitesAndAbbreviations(t *testing.T) {
	c := New(WordsIn(diag.VI)).Explaining(testTerms, diag.VI, diag.VI)
	r := c.Convert(source.New("x.md", []byte("Kế hoạch CCHC theo Nghị quyết số 76/NQ-CP về CCHC, UBND.\n")), 0)
	got := filled(r)
	if n := strings.Count(got, "<abbr"); !strings.Contains(got, "{cite 0}Nghị quyết số\u00a076/NQ-CP{/cite 0}") || !strings.HasPrefix(got, "<p>Kế hoạch <abbr") || n != 2 {
		t.Errorf("%d explained: %s", n, got)
	}
}
