package prose

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// TestPathologies converts texts that are known to keep parsers busy or to
// fill memory. Each must come back: refused in part or as a whole, with a
// place, or with HTML of a size that a page can have. (The test runner's own
// limit of time is what a text that does not come back would meet; alone,
// none takes longer than three seconds.)
func TestPathologies(t *testing.T) {
	c := New(WordsIn(diag.VI))
	for _, p := range pathologies {
		for _, size := range []int{64 << 10, 1 << 20} {
			t.Run(fmt.Sprintf("%s/%d", p.name, size), func(t *testing.T) {
				skipLarge(t, size)
				text := p.make(size)
				r := c.Convert(source.New("x.md", []byte(text)), 0)
				if refused := refusalIn(r.Findings); refused != nil {
					if refused.Pos.Line == 0 || refused.Pos.Column == 0 {
						t.Errorf("refused without a place: %+v", refused)
					}
					return
				}
				if most := 64*len(text) + 1000; len(r.Body.HTML) > most {
					t.Errorf("%d bytes give %d bytes of HTML, more than %d", len(text), len(r.Body.HTML), most)
				}
				if len(r.Findings) > maxFindings+1 {
					t.Errorf("there are %d findings", len(r.Findings))
				}
			})
		}
	}
}

func skipLarge(t *testing.T, size int) {
	t.Helper()
	if size > 100<<10 && (underRace || testing.Short()) {
		t.Skip("large texts are not converted under the race detector or with -short")
	}
}

// refusalIn gives the first finding that refuses a text for what it costs.
func refusalIn(fs []diag.Finding) *diag.Finding {
	for i, f := range fs {
		switch f.Rule {
		case ruleTooLarge, ruleTooComplex, ruleTooDeep, ruleHTMLTooLarge:
			return &fs[i]
		}
	}
	return nil
}

// What is known to be quadratic must not get through at the larger size.
func TestQuadraticIsRefused(t *testing.T) {
	skipLarge(t, 1<<20)
	c := New(WordsIn(diag.VI))
	for name, rule := range map[string]*diag.Rule{
		"emphasis in emphasis": ruleTooComplex, "stars": nil, "links open": ruleTooComplex, "links with angles open": ruleTooComplex,
		"brackets nest": ruleTooLarge, "definitions": ruleTooComplex, "images in images": ruleTooComplex,
		"quotes in a line": ruleTooDeep, "numbers in a line": ruleTooDeep, "quotes grow": ruleTooDeep, "lists grow": ruleTooDeep, "notes nest": ruleTooDeep,
		"lists of nothing": ruleTooLarge, "tables": ruleTooLarge, "paragraphs": ruleTooLarge,
	} {
		for _, p := range pathologies {
			if p.name != name {
				continue
			}
			refused := refusalIn(c.Convert(source.New("x.md", []byte(p.make(1<<20))), 0).Findings)
			switch {
			case rule == nil && refused != nil:
				t.Errorf("%s is refused: %s", name, refused.Message.EN)
			case rule != nil && (refused == nil || refused.Rule != rule):
				t.Errorf("%s is not refused by %s: %+v", name, rule.Name, refused)
			}
		}
	}
}

// TestLargeTexts converts what real documents come near to.
func TestLargeTexts(t *testing.T) {
	row := "| 12 | Rà soát, đơn giản hóa thủ tục **hành chính** | [Văn phòng](a.md) | Quý II |\n"
	table := "Bảng 1. Nhiệm vụ\n\n| STT | Nhiệm vụ | Cơ quan | Hạn |\n|---|---|---|---|\n" + strings.Repeat(row, 141) + "\n"
	line := "Tiếp tục đẩy mạnh công tác cải cách hành chính, nâng cao hiệu lực, hiệu quả quản lý.\n"
	list := "1. **Sở Nội vụ:** *chủ trì*\n   a) `mã` [x](y.md)\n"
	for name, text := range map[string]string{
		"300 tables":       strings.Repeat(table, 300),
		"10 MB of text":    strings.Repeat(strings.Repeat(line, 9)+"\n", 10<<20/(9*len(line)+1)),
		"100,000 headings": strings.Repeat("## Nhiệm vụ\n\n", 100_000),
		"2,000 clauses":    strings.Repeat(list, 2000),
		"1,000 notes":      numbered("a[^%[1]d]\n\n[^%[1]d]: b\n\n")(20_000),
		"one long row":     "|" + strings.Repeat(" a |", 200) + "\n|" + strings.Repeat("-|", 200) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			skipLarge(t, len(text))
			r := New(WordsIn(diag.VI)).Convert(source.New("x.md", []byte(text)), 0)
			if refused := refusalIn(r.Findings); refused != nil {
				t.Errorf("%d bytes are refused: %s: %s", len(text), refused.Pos, refused.Message.EN)
			}
			if len(r.Body.HTML) < len(text)/2 {
				t.Errorf("%d bytes give only %d bytes of HTML", len(text), len(r.Body.HTML))
			}
		})
	}
}

// Going on to another line costs more than the few bytes of a short one.
func TestShortLinesAreNotCheap(t *testing.T) {
	refused := refusalIn(convert(strings.Repeat("\\```\n", 10_000)).Findings)
	if refused == nil || refused.Rule != ruleTooComplex {
		t.Errorf("10,000 lines that open code are not refused by %s: %+v", ruleTooComplex.Name, refused)
	}
}

// TestRefusedTextStays: what is above a limit in a paragraph is written as
// plain text, and what stands behind it is read as ever.
func TestRefusedTextStays(t *testing.T) {
	r := New(WordsIn(diag.VI)).Convert(source.New("x.md", []byte("đầu\n\n"+strings.Repeat("*a ", 5000)+"*cuối*\n\n**sau**\n")), 0)
	html := string(r.Body.HTML)
	for _, want := range []string{"*cuối*", "<strong>sau</strong>"} {
		if !strings.Contains(html, want) {
			t.Errorf("%s is not in the HTML", want)
		}
	}
	refused := refusalIn(r.Findings)
	if refused == nil || refused.Pos.String() != "x.md:3:12001" || refused.Rule.Severity != diag.Error {
		t.Errorf("the refusal is %+v, want an error at x.md:3:12001", refused)
	}
}

func TestHTMLHasALimit(t *testing.T) {
	skipLarge(t, 12<<20)
	// Each "&" weighs as much as a hundred of these, so only text gets so far.
	r := New(WordsIn(diag.VI)).Convert(source.New("x.md", []byte(strings.Repeat(strings.Repeat(`"`, 1000)+"\n\n", 12_000))), 0)
	if refused := refusalIn(r.Findings); refused == nil || refused.Rule != ruleHTMLTooLarge || refused.Pos.Line < 1000 {
		t.Errorf("the refusal is %+v", refused)
	}
	if len(r.Body.HTML) > maxHTML+10_000 {
		t.Errorf("the HTML has %d bytes", len(r.Body.HTML))
	}
}

// A text that is too large is told of what it has too much, and not to move
// tables where it has none.
func TestTooLargeNamesItsCause(t *testing.T) {
	skipLarge(t, 12<<20)
	row := strings.Repeat("| a ", 600) + "|\n"
	for _, c := range []struct{ name, text, message, hint string }{
		{"lines", strings.Repeat("a\n", 500_000), "400000 lines", "move data"},
		{"list items", strings.Repeat("- a\n", 500_000), "lists have 400001 items", "split the list"},
		{"points", strings.Repeat("a) x\n\nđ) y\n", 150_000), "lists have", "split the list"},
		{"cells", strings.Repeat(row, 2000), "signs |: the tables", "large tables"},
		{"links", strings.Repeat(strings.Repeat("[a](https://b.vn) ", 300)+"\n", 1600), "links", "fewer links"},
		{"addresses", strings.Repeat("a@b.vn ", 500_000), "400000 links", "fewer links"},
		{"signs", strings.Repeat(strings.Repeat("*a* **b** <", 200)+"\n", 1000), "most of them *", "delete the signs"},
		{"bytes", strings.Repeat("a", maxBytes+1), "16777217 bytes", "split"},
	} {
		found := convert(c.text).Findings
		if len(found) != 1 || found[0].Rule != ruleTooLarge {
			t.Errorf("%s: findings %v, want one of %s", c.name, found, ruleTooLarge.Name)
			continue
		}
		if f := found[0]; !strings.Contains(f.Message.EN, c.message) || !strings.Contains(f.Hint.EN, c.hint) {
			t.Errorf("%s: %s (%s), want …%s… (…%s…)", c.name, f.Message.EN, f.Hint.EN, c.message, c.hint)
		}
		if c.name != "cells" && strings.Contains(found[0].Message.EN+found[0].Hint.EN, "table") {
			t.Errorf("%s: told of tables: %s (%s)", c.name, found[0].Message.EN, found[0].Hint.EN)
		}
	}
}

// Emphasis within emphasis is written up to a depth, the text in full.
func TestEmphasisDoesNotNestWithoutEnd(t *testing.T) {
	for _, sign := range []string{"**", "*", "_", "~~"} {
		text := ""
		for range 300 {
			text += sign + "a "
		}
		r := convert(text + "x" + strings.Repeat(" a"+sign, 300))
		html := string(r.Body.HTML)
		if n := strings.Count(html, "<"); n > 10*maxAround {
			t.Errorf("%s: %d tags", sign, n)
		}
		if strings.Count(html, "a") < 600 {
			t.Errorf("%s: a part of the text is gone", sign)
		}
	}
	deep := strings.Repeat("**", 700) + "chữ" + strings.Repeat("**", 700)
	r := convert(deep)
	if n := strings.Count(string(r.Body.HTML), "<strong>"); n > maxAround {
		t.Errorf("%d elements around one text", n)
	}
	if len(r.Findings) != 1 || r.Findings[0].Rule != ruleTooDeep || r.Findings[0].Pos.Line != 1 {
		t.Errorf("findings %v, want one of %s", r.Findings, ruleTooDeep.Code)
	}
}
