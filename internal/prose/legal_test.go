package prose

import (
	"strings"
	"testing"
)

func TestArticleNumber(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Điều 7. Trách nhiệm", "7"},
		{"Điều 7: Trách nhiệm", "7"},
		{"Điều 7", "7"},
		{"ĐIỀU 12.", "12"},
		{"Điều\u00a07.", "7"},
		{"Điều 07. Hiệu lực", "7"},
		{"Điều 7a. Bổ sung", "7a"},
		{"Điều 7đ.", "7dd"},
		{"Điều 7 và Điều 8", ""},
		{"Điều 7ab.", ""},
		{"Điều khoản thi hành", ""},
		{"Điều7.", ""},
		{"Điều 0.", ""},
		{"Điều 12345.", ""},
		{"Khoản 7.", ""},
		{"", ""},
	} {
		if got := articleNumber(c.text); got != c.want {
			t.Errorf("articleNumber(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// The anchor of an article is its own, also where another text that has such an
// article is quoted before it.
func TestQuotedArticlesTakeNoAnchor(t *testing.T) {
	got := strings.Join(convert("> ## Điều 7\n\n## Điều 7\n\n1. a\n").Anchors, " ")
	if want := "muc-dieu-7 dieu-7 dieu-7-k1"; got != want {
		t.Errorf("the anchors are %s, want %s", got, want)
	}
}

// A bold article at the beginning of a sentence is a reference to it.
func TestArticleAnchors(t *testing.T) {
	for text, want := range map[string]string{
		"**Điều 7.** Hiệu lực":         "dieu-7",
		"**Điều 7**. Hiệu lực":         "dieu-7",
		"**Điều 7** Hiệu lực":          "dieu-7",
		"**Điều 7**\nHiệu lực":         "dieu-7",
		"**Điều 7**":                   "dieu-7",
		"**Điều 7: hiệu lực** từ nay":  "dieu-7",
		"**Điều 7** của Nghị định này": "",
		"**Điều 7**, khoản 2":          "",
	} {
		if got := strings.Join(convert(text).Anchors, " "); got != want {
			t.Errorf("%q has the anchor %q, want %q", text, got, want)
		}
	}
}

// A number that two articles have is reported, but not where a regulation
// issued with a decision counts its own articles.
func TestRepeatedArticles(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"**Điều 1.** A\n\n**Điều 1.** B", 1},
		{"## Điều 1. A\n\n## Điều 1. B\n\n## Điều 1. C", 2},
		{"**Điều 1.** A\n\n## Quy chế làm việc\n\n### Điều 1. B", 0},
		{"**Điều 1.** A\n\n## Quy chế\n\n### Chương I\n\n#### Điều 1. B\n\n### Chương II\n\n#### Điều 1. C", 1},
		{"## Chương I\n\n### Điều 1. A\n\n## Chương II\n\n### Điều 1. B", 1},
		{"## Điều 1. A\n\n## PHỤ LỤC\n\n### Điều 1. B", 0},
		{"**Điều 1.** A\n\n> **Điều 1.** B", 0},
		{"## Điều 1. A\n\n## Điều 1a. B", 0},
	} {
		got := 0
		for _, f := range convert(c.text + "\n").Findings {
			if f.Rule == ruleArticleRepeated {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%q: %d findings, want %d", c.text, got, c.want)
		}
	}
}
