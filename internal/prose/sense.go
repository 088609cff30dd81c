package prose

import (
	"bytes"
	"regexp"

	"planpress/internal/diag"
)

var ruleSense = &diag.Rule{
	Code: "P135", Name: "colour-or-place", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Chỉ dẫn chỉ bằng màu hoặc vị trí",
		EN: "A direction by colour or place alone",
	},
	Why: diag.Text{
		VI: "“Ô màu đỏ” không có nghĩa với người không phân biệt màu hay nghe trang bằng trình đọc màn hình; “bảng bên phải” không đúng trên điện thoại, nơi các phần xếp chồng lên nhau. Gọi bằng tên hoặc số: “Bảng 2”, “hàng Trễ hạn”.",
		EN: "“The red cell” means nothing to people who do not see colours or listen to the page; “the table on the right” is wrong on a phone, where parts are stacked. Use a name or a number: “Table 2”, “the row Late”.",
	},
	Source: "WCAG 2.2, 1.3.3, 1.4.1",
	Bad:    "Xem bảng bên phải; các ô màu đỏ là việc trễ hạn.", Good: "Xem Bảng 2; các ô ghi “Trễ” là việc trễ hạn.",
}

var senses = regexp.MustCompile(`(?i)(?:^|[^\p{L}])((?:ô|chữ|dòng|cột|hàng|mục|nút|phần) (?:(?:có |được )?(?:tô |in |nền |bôi )?)màu (?:đỏ|xanh|vàng|cam|tím|xám|hồng|nâu)|(?:bảng|hình|cột|khung|nút|mục|hộp|menu|biểu đồ) (?:ở )?(?:phía )?bên (?:phải|trái)|the (?:red|green|yellow|orange|blue|grey|gray) (?:cell|row|column|text|line|button|item|box)s?|(?:table|figure|column|box|button|menu|chart) (?:on|to) the (?:right|left))(?:[^\p{L}]|$)`)

// senseOffset gives for each byte of "màu" and "bên", which nothing of it is
// without in Vietnamese, how many bytes of the word stand before it, plus 1.
var senseOffset = [256]uint8{'m': 1, 'b': 1, 0xC3: 2, 0xA0: 3, 0xAA: 3, 'u': 4, 'n': 4}

// mayPoint reports whether a whole text has words of colour or place. Both
// words that it looks for have four bytes, so every fourth byte is enough.
func mayPoint(src []byte, lang diag.Lang) bool {
	if lang != diag.VI {
		return bytes.Contains(src, []byte("the "))
	}
	const size = len("màu")
	for i := size - 1; i < len(src); i += size {
		before := int(senseOffset[src[i]]) - 1
		if before < 0 || i-before+size > len(src) {
			continue
		}
		if word := src[i-before : i-before+size]; string(word) == "màu" || string(word) == "bên" {
			return true
		}
	}
	return false
}

// checkSense reports a direction by colour or place.
func (w *writer) checkSense(s []byte, offset int) {
	m := senses.FindSubmatchIndex(s)
	if m == nil {
		return
	}
	w.find(ruleSense, offset+m[2],
		diag.T("“%s” không đủ cho người không thấy màu hoặc đọc trên điện thoại", "“%s” is not enough for people who do not see it or use a phone", string(s[m[2]:m[3]])),
		diag.T("gọi bằng tên, số hoặc chữ trong ô", "use a name, a number or the words in it"))
}
