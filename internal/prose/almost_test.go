package prose

import (
	"strings"
	"testing"
)

// Each text was meant as markup by somebody who copied it from Word. There is
// one finding, at the line that is wrong, which names what is wrong there.
func TestAlmostMarkup(t *testing.T) {
	for _, c := range []struct{ name, text, at, message, hint string }{
		{"heading", "##Thiếu cách\n", "x.md:1:1", "“##Thiếu cách”", "“## …”"},
		{"deepest heading", "a\n######Đề mục\n", "x.md:2:1", "no space behind #", "“###### …”"},
		{"number", "1.Một\n2.Hai\n", "x.md:1:1", "behind “1.”", "“1. …”"},
		{"number with a bracket", "Gồm:\n  12)Mười hai\n", "x.md:2:3", "behind “12)”", "“12) …”"},
		{"point", "Gồm:\na)tiếp nhận;\nđ)trả kết quả.\n", "x.md:2:1", "behind “a)”", "“a) …”"},
		{"point đ in a point", "a) tiếp nhận;\n   đ)trả kết quả.\n", "x.md:2:4", "behind “đ)”", "“đ) …”"},
		{"point in an item", "- tiếp nhận:\n  a)trả kết quả.\n", "x.md:2:3", "behind “a)”", ""},
		{"in a quotation", "> Gồm:\n> 1.Một\n", "x.md:2:3", "behind “1.”", ""},
		{"bullets", "Gồm:\n• một;\n• hai.\n", "x.md:2:1", "• is no sign", "instead of •"},
		{"bullets that touch", "·một\n·hai\n", "x.md:1:1", "· is no sign", ""},
		{"bullets with tabs", "•\tmột\n•\thai\n", "x.md:1:1", "• is no sign", ""},
		{"bullets of Word", "\uf0b7 một\n\uf0b7 hai\n", "x.md:1:1", "is no sign", ""},
		{"short dashes", "Nơi nhận:\n– Như trên;\n– Lưu: VT.\n", "x.md:2:1", "– is no sign", "a hyphen and a space"},
		{"long dashes", "—một\n— hai\n", "x.md:1:1", "— is no sign", ""},
		{"hyphens that touch", "Gồm:\n-một;\n-hai.\n", "x.md:2:1", "behind -", "“- …”"},
		{"hyphens under a number", "1. Gồm:\n-một;\n-hai.\n", "x.md:2:1", "behind -", ""},
		{"pluses that touch", "+một;\n+hai.\n", "x.md:1:1", "behind +", "“+ …”"},
		{"table without its rule", "Bảng:\n| TT | Việc |\n| 1 | Rà soát |\n", "x.md:2:1", "no row |---|", "|---|---| right below"},
		{"table without outer bars", "TT | Việc | Hạn\n1 | Rà soát | Quý I\n", "x.md:1:1", "no row |---|", "|---|---|---|"},
		{"table with long dashes", "| TT | Việc |\n|—|–|\n| 1 | Rà soát |\n", "x.md:2:1", "“|—|–|”", "|---|---|"},
		{"grid", "+----+-------+\n| TT | Việc  |\n+====+=======+\n| 1  | Rà soát |\n+----+-------+\n", "x.md:1:1", "“+----+-------+”", "|---|---| right"},
		{"tabs", "TT\tViệc\tHạn\n1\tRà soát\tQuý I\n", "x.md:1:3", "tabs", "|---|---|"},
		{"tabs and numbers", "TT\tViệc\n1.Một\tRà soát\n", "x.md:1:3", "tabs", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := convert(c.text)
			if len(r.Findings) != 1 || r.Findings[0].Rule != ruleAlmost {
				t.Fatalf("findings %v, want one of %s", r.Findings, ruleAlmost.Name)
			}
			f := r.Findings[0]
			if f.Pos.String() != c.at || !strings.Contains(f.Message.EN, c.message) || !strings.Contains(f.Hint.EN, c.hint) {
				t.Errorf("%s: %s (%s)\nwant %s: …%s… (…%s…)", f.Pos, f.Message.EN, f.Hint.EN, c.at, c.message, c.hint)
			}
		})
	}
}

// What is written as Markdown wants it, or is a text like any other, is not
// reported.
func TestNoAlmostMarkup(t *testing.T) {
	for _, text := range []string{
		"## Đủ cách\n\n1. Một\n2. Hai\n\na) b;\nđ) c.\n\n- một\n- hai\n",
		"Theo mục 1.Một của kế hoạch, a)tiếp nhận và ##Thiếu.\n",
		"1.1.Một\n1.000 hồ sơ\n12.5 %\n2026.\n",
		"#1 là số\n#######Bảy\n",
		`\##Thiếu` + "\n" + `1\.Một` + "\n",
		"A)Tiếp nhận\nw)không có điểm này\n",
		"– Một câu bắt đầu bằng gạch.\nCâu sau không có gạch.\n",
		"–5 độ\n–7 độ\n",
		"-một dòng\nkhông có dòng nào khác\n",
		"• một\n\n• hai\n",
		"a | b | c\nkhông phải bảng\n",
		`a \| b \| c` + "\n" + `d \| e \| f` + "\n",
		"| TT | Việc |\n|---|---|\n| 1.Một | a)b |\n",
		"Họ tên\tNguyễn Văn A\n",
		"dấu tab ở cuối\t\nvà ở đầu\n\tmột dòng\n",
		"```\n##a\n1.b\n| c | d |\n| e | f |\n```\n",
	} {
		for _, f := range convert(text).Findings {
			if f.Rule == ruleAlmost {
				t.Errorf("%q is reported: %s: %s", text, f.Pos, f.Message.EN)
			}
		}
	}
}

// A row |---| with a wrong number of cells has its own rule, and no other
// finding beside it.
func TestBrokenTableIsReportedOnce(t *testing.T) {
	for _, text := range []string{
		"| a | b | c |\n|---|---|\n| d | e | f |\n",
		"a | b | c\n---|---\nd | e | f\n",
	} {
		if r := convert(text); len(r.Findings) != 1 || r.Findings[0].Rule != ruleTableBroken || r.Findings[0].Pos.Line != 2 {
			t.Errorf("%q: findings %v, want one of %s in line 2", text, r.Findings, ruleTableBroken.Name)
		}
	}
}
