package prose

import (
	"net/url"
	"path"
	"strings"

	"planpress/internal/diag"
)

var ruleLinkVague = &diag.Rule{
	Code: "P146", Name: "link-vague", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Chữ của liên kết không nói nơi đến",
		EN: "A link's text does not say where it leads",
	},
	Why: diag.Text{
		VI: "Nhiều người nghe riêng danh sách liên kết của trang; ở đó “tại đây”, “xem thêm” không cho biết gì. Đặt liên kết lên tên của trang hay tệp được dẫn tới.",
		EN: "Many people listen to the list of a page's links alone, where “here” and “read more” tell nothing. Put the link on the name of the page or file it leads to.",
	},
	Source: "WCAG 2.2, 2.4.4, 2.4.9",
	Bad:    "Xem kế hoạch [tại đây](ke-hoach.md).", Good: "Xem [Kế hoạch năm 2026](ke-hoach.md).",
}

var ruleLinkAddress = &diag.Rule{
	Code: "P147", Name: "link-address-text", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Địa chỉ dài đứng làm chữ của liên kết",
		EN: "A long address stands as a link's text",
	},
	Why: diag.Text{
		VI: "Trình đọc màn hình đọc địa chỉ từng chữ, từng dấu gạch; trên điện thoại nó bị ngắt giữa chừng. Viết tên của trang: [Cổng Dịch vụ công quốc gia](https://…). Tên máy chủ ngắn như https://dichvucong.gov.vn thì được.",
		EN: "Screen readers say an address letter by letter and sign by sign; on phones it breaks anywhere. Write the page's name: [National Public Service Portal](https://…). A short host such as https://dichvucong.gov.vn is fine.",
	},
	Source: "WCAG 2.2, 2.4.9",
	Bad:    "Nộp hồ sơ tại https://dichvucong.vi.du/p/home/dvc-danh-sach-dich-vu-cong.html?ma=2", Good: "Nộp hồ sơ tại [danh sách dịch vụ công](https://dichvucong.vi.du/p/home/dvc-danh-sach-dich-vu-cong.html?ma=2).",
}

var ruleLinkSame = &diag.Rule{
	Code: "P148", Name: "link-same-text", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Hai liên kết cùng chữ dẫn tới hai nơi",
		EN: "Two links of one text lead to two places",
	},
	Why: diag.Text{
		VI: "Trong danh sách liên kết không phân biệt được chúng. Thêm vào chữ điều làm chúng khác nhau: năm, tên cơ quan, số văn bản.",
		EN: "In a list of links nobody can tell one from the other. Add what makes them differ: the year, the body, the number.",
	},
	Source: "WCAG 2.2, 2.4.9",
	Bad:    "[Báo cáo](quy-1.md), [Báo cáo](quy-2.md)", Good: "[Báo cáo quý I](quy-1.md), [Báo cáo quý II](quy-2.md)",
}

var ruleLinkFile = &diag.Rule{
	Code: "P149", Name: "link-file", Severity: diag.Note,
	Title: diag.Text{
		VI: "Liên kết tải tệp mà không nói loại tệp",
		EN: "A link to a file does not say its type",
	},
	Why: diag.Text{
		VI: "Người đọc bất ngờ khi liên kết mở chương trình khác hay tải tệp về, nhất là trên điện thoại. Ghi loại tệp trong chữ của liên kết: [Mẫu đơn (DOCX)](mau-don.docx).",
		EN: "Readers are surprised by a link that opens another program or downloads a file, most of all on a phone. Name the type in the link's text: [Form (DOCX)](form.docx).",
	},
	Source: "WCAG 2.2, 2.4.9",
	Bad:    "[Mẫu đơn](mau-don.docx)", Good: "[Mẫu đơn (DOCX)](mau-don.docx)",
}

// vague lists texts of links that name no place, in small letters.
var vague = map[string]bool{
	"đây": true, "tại đây": true, "ở đây": true, "vào đây": true, "bấm vào đây": true, "nhấn vào đây": true, "bấm đây": true, "click vào đây": true,
	"nhấp vào đây": true, "xem": true, "xem thêm": true, "xem tiếp": true, "xem chi tiết": true, "xem tại đây": true, "chi tiết": true, "chi tiết tại đây": true,
	"đọc thêm": true, "đọc tiếp": true, "tải về": true, "tải xuống": true, "tải về tại đây": true, "tải tại đây": true, "liên kết": true, "link": true, "đường dẫn": true,
	"here": true, "click here": true, "read more": true, "more": true, "see more": true, "details": true, "download": true, "this": true, "this page": true, "this link": true, "learn more": true,
}

// downloads lists the types of files that browsers do not show as a page.
var downloads = map[string]bool{
	".pdf": true, ".doc": true, ".docx": true, ".xls": true, ".xlsx": true, ".ppt": true, ".pptx": true, ".odt": true, ".ods": true, ".zip": true, ".csv": true,
}

// longestHost is how long an address may be that is read as a name, in bytes.
const longestHost = 40

// checkLinkWords looks at the text of a link.
func (w *writer) checkLinkWords(text string, a address, offset int) {
	text = strings.Join(strings.Fields(text), " ")
	plain := strings.ToLower(strings.Trim(text, " .,:;!?…()[]“”\"'»›→>-"))
	if plain == "" {
		return
	}
	switch {
	case vague[plain]:
		w.find(ruleLinkVague, offset,
			diag.T("chữ “%s” không cho biết liên kết dẫn tới đâu", "the text “%s” does not say where the link leads", text),
			diag.T("đặt liên kết lên tên của trang hay tệp", "put the link on the name of the page or file"))
		return
	case isLongAddress(text):
		w.longAddress(text, offset)
		return
	}
	w.checkSameText(plain, text, a, offset)
	w.checkFileType(plain, text, a, offset)
}

func (w *writer) longAddress(text string, offset int) {
	w.find(ruleLinkAddress, offset,
		diag.T("địa chỉ “%s” đứng làm chữ của liên kết", "the address “%s” stands as a link's text", excerpt(text)),
		diag.T("viết tên của trang: [tên trang](địa-chỉ)", "write the page's name: [name](address)"))
}

// isLongAddress reports whether a text is a web address that is no mere name.
func isLongAddress(text string) bool {
	if len(text) <= longestHost || strings.Contains(text, " ") {
		return false
	}
	u, err := url.Parse(text)
	return strings.HasPrefix(text, "www.") || (err == nil && (u.Scheme == "http" || u.Scheme == "https"))
}

// checkSameText remembers where texts of links lead.
func (w *writer) checkSameText(plain, text string, a address, offset int) {
	target := a.absolute + a.dest + "#" + a.frag
	first, seen := w.linkTexts[plain]
	switch {
	case !seen:
		if w.linkTexts == nil {
			w.linkTexts = map[string]string{}
		}
		w.linkTexts[plain] = target
	case first != target:
		w.find(ruleLinkSame, offset,
			diag.T("liên kết khác ở phía trên cũng có chữ “%s” nhưng dẫn tới nơi khác", "another link above has the text “%s”, too, and leads elsewhere", excerpt(text)),
			diag.T("thêm vào chữ điều làm hai liên kết khác nhau", "add what makes the two differ"))
	}
}

// checkFileType reports a link to a file whose type its text does not name.
func (w *writer) checkFileType(plain, text string, a address, offset int) {
	ext := strings.ToLower(path.Ext(a.dest))
	if a.external {
		u, err := url.Parse(a.absolute)
		if err != nil {
			return
		}
		ext = strings.ToLower(path.Ext(u.Path))
	}
	if !downloads[ext] || strings.Contains(plain, ext[1:]) || namesFamily(plain, ext) {
		return
	}
	w.find(ruleLinkFile, offset,
		diag.T("liên kết “%[1]s” tải một tệp %[2]s mà không nói", "the link “%[1]s” downloads a %[2]s file and does not say so", excerpt(text), strings.ToUpper(ext[1:])),
		diag.T("viết “%[1]s (%[2]s)”", "write “%[1]s (%[2]s)”", excerpt(text), strings.ToUpper(ext[1:])))
}

// namesFamily reports whether a text names the program of a type instead.
func namesFamily(plain, ext string) bool {
	switch ext[1:3] {
	case "do", "od":
		return strings.Contains(plain, "word") || strings.Contains(plain, "opendocument")
	case "xl":
		return strings.Contains(plain, "excel")
	case "pp":
		return strings.Contains(plain, "powerpoint")
	}
	return false
}
