package prose

import (
	"slices"
	"strings"
	"testing"

	"planpress/internal/diag"
)

// TestHeadingIDsAreFrozen holds the addresses of headings. People have linked
// to them: a line of this table is never changed, only added.
func TestHeadingIDsAreFrozen(t *testing.T) {
	for _, c := range []struct{ text, id string }{
		{"Ngân sách năm 2026", "ngan-sach-nam-2026"},
		{"I. MỤC ĐÍCH, YÊU CẦU", "i-muc-dich-yeu-cau"},
		{"Đẩy mạnh “chuyển đổi số”", "day-manh-chuyen-doi-so"},
		{"Thủ tục hành chính (TTHC) & dịch vụ công", "thu-tuc-hanh-chinh-tthc-dich-vu-cong"},
		{"Nghị định số 30/2020/NĐ-CP", "nghi-dinh-so-30-2020-nd-cp"},
		{"100 %", "100"},
		{"Phụ lục I", "phu-luc-i"},
		{"Budget 2026", "budget-2026"},
		{"Điều 7. Trách nhiệm", "dieu-7"},
		{"Điều 7a", "dieu-7a"},
		{"Điều 12đ: Hiệu lực", "dieu-12dd"},
		{"Điều khoản thi hành", "dieu-khoan-thi-hanh"},
		{"…", "muc"},
		{"fn-1", "muc-fn-1"},
		{"main", "muc-main"},
	} {
		r := convert("## " + c.text + "\n")
		if len(r.Body.Outline) != 1 || r.Body.Outline[0].ID != c.id || r.Body.Outline[0].Text != c.text {
			t.Errorf("heading %q gave %+v, want id %q", c.text, r.Body.Outline, c.id)
		}
	}
}

// The page's title is its only h1, however an author counts levels.
func TestHeadingLevels(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"# a\n## b\n### c\n", []int{2, 3, 4}},
		{"## a\n### b\n#### c\n", []int{2, 3, 4}},
		{"## a\n# b\n## c\n", []int{3, 2, 3}},
		{"# a\n## b\n### c\n#### d\n##### e\n###### f\n", []int{2, 3, 4, 5, 6, 6}},
	} {
		r := convert(c.text)
		for i, h := range r.Body.Outline {
			if h.Level != c.want[i] {
				t.Errorf("%q: heading %d is at level %d, want %d", c.text, i+1, h.Level, c.want[i])
			}
		}
		if len(r.Body.Outline) != len(c.want) {
			t.Errorf("%q: %d headings, want %d", c.text, len(r.Body.Outline), len(c.want))
		}
	}
}

// The hint for a heading that skips a level speaks of the signs it is written
// with, and following it mends the heading.
func TestHintsForSkippedLevels(t *testing.T) {
	for _, c := range []struct{ name, text, mended, hint string }{
		{"underlined", "Mục tiêu\n---\n\n# Phần\n", "Mục tiêu\n===\n\n# Phần\n", "=== instead of ---"},
		{"underlined in two lines", "# Phần\n\n> a\n\nMục\ntiêu\n---\n\n#### Bốn\n", "# Phần\n\n> a\n\nMục\ntiêu\n---\n\n### Bốn\n", "1 # fewer"},
		{"signs", "## a\n\n##### b\n", "## a\n\n### b\n", "2 # fewer"},
		{"signs first", "## a\n\n# b\n", "# a\n\n# b\n", "1 # fewer"},
		{"deepest level", "# a\n\n###### b\n", "# a\n\n## b\n", "4 # fewer"},
	} {
		found := convert(c.text).Findings
		if len(found) != 1 || found[0].Rule != ruleHeadingSkip || !strings.Contains(found[0].Hint.EN, c.hint) {
			t.Errorf("%s: findings %v, want one whose hint says %q", c.name, found, c.hint)
			continue
		}
		if strings.Contains(c.hint, "===") && strings.Contains(found[0].Hint.VI, "#") {
			t.Errorf("%s: the hint speaks of #: %s", c.name, found[0].Hint.VI)
		}
		if left := convert(c.mended).Findings; len(left) != 0 {
			t.Errorf("%s: mended as the hint says, there is still %v", c.name, left)
		}
	}
}

// A heading without a text is none, but what stands in it is judged and shown.
func TestHeadingsWithoutText(t *testing.T) {
	for _, c := range []struct {
		text, html string
		also       *diag.Rule
	}{
		{"## <img src=x>\n", "<p>&lt;img src=x&gt;</p>\n", ruleRawHTML},
		{"## [](a.md)\n", "<p><a href=\"\"></a></p>\n", ruleLinkText},
		{"## ![](a.png)\n", "<p><img loading=\"lazy\" decoding=\"async\" alt=\"\" src=\"\"></p>\n", ruleAlt},
		{"##\n", "", nil},
		{"## <!-- a -->\n", "", nil},
	} {
		r := convert(c.text)
		want := []*diag.Rule{ruleHeadingEmpty}
		if c.also != nil {
			want = append(want, c.also)
		}
		var found []*diag.Rule
		for _, f := range r.Findings {
			found = append(found, f.Rule)
		}
		if !slices.Equal(found, want) || string(r.Body.HTML) != c.html || len(r.Body.Outline) != 0 {
			t.Errorf("%q gives %q and %v, want %q", c.text, r.Body.HTML, r.Findings, c.html)
		}
	}
}
