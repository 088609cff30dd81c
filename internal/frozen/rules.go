package frozen

import "planpress/internal/diag"

const law = "Decree 30/2020/NĐ-CP, Art. 18.3 (what is wrong in an issued document is amended, replaced or corrected by a document)"

var (
	ruleText = &diag.Rule{Code: "P340", Name: "frozen-text", Severity: diag.Error,
		Title: diag.T("Nội dung văn bản đã ban hành bị đổi mà không nói", "The text of an issued document changed without a word"),
		Why: diag.T("Văn bản đã ban hành thì không sửa lặng lẽ. Sai nội dung phải có văn bản sửa đổi hoặc thay thế; sai trên trang web so với bản ký thì sửa trang và nói ở history.",
			"What has been issued is not changed silently. A wrong content is amended or replaced by another document; where only the page differs from what was signed, mend the page and say so in its history."),
		Source: law,
		Bad:    "# ngày 10/5 sửa bảng 1, không ghi gì",
		Good:   "history:\n  - {date: 2023-05-10, kind: correction, note: Sửa bảng 1 theo bản ký.}"}
	ruleFile = &diag.Rule{Code: "P341", Name: "frozen-file", Severity: diag.Error,
		Title: diag.T("Tệp của văn bản đã ban hành bị đổi hoặc mất", "A file of an issued document changed or vanished"),
		Why: diag.T("Người dân đã tải tệp này, có thể đã kiểm tra mã SHA-256 của nó. Hãy để tệp cũ nguyên như cũ; nếu buộc phải thay, nói ở history.",
			"People have downloaded this file and may have checked its SHA-256. Leave the old file as it was; where it must be replaced, say so in the history."),
		Source: law,
		Bad:    "attachments: [{file: phu-luc.pdf}]   # tệp đã bị ghi đè",
		Good:   "history:\n  - {date: 2023-05-10, kind: correction, note: Thay phụ lục I bằng bản có đủ trang.}"}
	ruleMoved = &diag.Rule{Code: "P342", Name: "frozen-address", Severity: diag.Error,
		Title: diag.T("Văn bản đã ban hành đổi địa chỉ", "An issued document moved"),
		Why: diag.T("Địa chỉ cũ nằm trong văn bản khác, trong thư và dấu trang của người dân. Hãy giữ nó, hoặc dẫn nó tới địa chỉ mới bằng redirect_from.",
			"The old address stands in other documents, in letters and in people's bookmarks. Keep it, or lead from it to the new one with redirect_from."),
		Source: "W3C, Cool URIs don't change; Decree 30/2020/NĐ-CP, Art. 18.3",
		Bad:    "slug: ke-hoach-moi",
		Good:   "slug: ke-hoach-moi\nredirect_from: [plans/2023/ke-hoach-cu/]"}
	ruleGone = &diag.Rule{Code: "P343", Name: "frozen-gone", Severity: diag.Error,
		Title: diag.T("Văn bản đã ban hành biến mất", "An issued document vanished"),
		Why: diag.T("Văn bản đã công bố không tự mất đi. Muốn gỡ, giữ tệp và đặt publication: withdrawn với lý do; hoặc dẫn địa chỉ cũ tới văn bản thay thế bằng redirect_from.",
			"What has been published does not just vanish. To take it down, keep the file and set publication: withdrawn with the reason; or lead from its address to the document that replaces it with redirect_from."),
		Source: "Decree 30/2020/NĐ-CP, Art. 18.3 and 18.4",
		Bad:    "git rm content/plans/2023/ke-hoach.md",
		Good:   "publication: {state: withdrawn, date: 2023-05-10, reason: \"Thay bằng Kế hoạch số 05/KH-UBND.\"}"}
	ruleReports = &diag.Rule{Code: "P344", Name: "frozen-reports", Severity: diag.Error,
		Title: diag.T("Báo cáo tiến độ đã công bố bị sửa hoặc xóa", "Published reports on progress were changed or removed"),
		Why: diag.T("Người dân có quyền biết lúc nào cơ quan đã nói gì. Tệp cập nhật chỉ được viết thêm ở cuối; số liệu sai thì thêm một dòng mới. Nếu buộc phải xóa một dòng, chẳng hạn vì có thông tin cá nhân, hãy xuất bản lần đó không có --frozen.",
			"People have a right to know what a body said, and when. The file of updates is only ever added to; a wrong figure is put right by a new row. Where a row must go, because of personal data, publish that once without --frozen."),
		Source: "Law 104/2016/QH13, Art. 17 and 19 (plans and their results are made public)",
		Bad:    "nv-01,2026-03-31,,hoàn thành   # trước đây: đang thực hiện",
		Good:   "nv-01,2026-03-31,,đang thực hiện\nnv-01,2026-05-10,,hoàn thành"}
)

// Rules lists what this package looks for.
func Rules() []*diag.Rule { return []*diag.Rule{ruleText, ruleFile, ruleMoved, ruleGone, ruleReports} }
