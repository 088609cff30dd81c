package prose

import "testing"

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
