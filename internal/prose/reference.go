package prose

import (
	"bytes"
	"unicode/utf8"

	"planpress/internal/diag"
)

var ruleHidden = &diag.Rule{
	Code: "P137", Name: "character-hidden", Severity: diag.Error,
	Title: diag.Text{
		VI: "Mã ký tự làm chữ đảo chiều",
		EN: "A character code that turns text around",
	},
	Why: diag.Text{
		VI: "Ký tự điều khiển chiều chữ, viết dưới dạng như &#x202e;, làm người đọc thấy thứ tự khác với chữ thật: một con số hay một địa chỉ có thể bị giả mạo. Tiếng Việt không cần ký tự này; trang thay nó bằng �. Xóa nó.",
		EN: "Characters that control the direction of text, written as &#x202e; and the like, show another order than that of the text: a number or an address can be faked so. Vietnamese and English need none; the page shows � instead. Delete it.",
	},
	Source: "Unicode TR36, 2.4",
	Bad:    "Số &#x202e;123&#x202c; đồng", Good: "Số 123 đồng",
}

// turns reports characters that change the direction of the text after them.
func turns(r rune) bool {
	return r == 0x61c || r == 0x200e || r == 0x200f || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069)
}

// checkReferences reports references to characters that turn text around:
// those that stand as themselves are found when the file is read.
func (w *writer) checkReferences(s []byte, offset int) {
	for i := 0; ; i++ {
		next := bytes.IndexByte(s[i:], '&')
		if next < 0 {
			return
		}
		i += next
		char, n := namedChar(s[i:])
		if r, _ := utf8.DecodeRuneInString(char); n == 0 || !turns(r) || isEscaped(s, i) {
			continue
		}
		w.find(ruleHidden, offset+i,
			diag.T("“%s” làm chữ phía sau đảo chiều", "“%s” turns the text behind it around", string(s[i:i+n])),
			diag.T("xóa mã này", "delete this code"))
	}
}
