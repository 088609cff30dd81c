package attachment

import "planpress/internal/diag"

// Rules lists what this package looks for.
func Rules() []*diag.Rule { return []*diag.Rule{ruleFormat, ruleContent, ruleSize, ruleEmpty} }

var (
	ruleFormat = &diag.Rule{Code: "P170", Name: "attachment-type", Severity: diag.Error,
		Title: diag.T("Loại tệp đính kèm không được phép", "A type of attachment that is not allowed"),
		Why: diag.T("Tệp HTML, SVG hay chương trình có thể chạy mã trong trình duyệt của người dân dưới tên của cơ quan, nên chỉ những loại tệp trong danh sách được công bố.",
			"HTML, SVG and programs can run code in citizens' browsers under the body's own name, so only listed types are published.")}
	ruleContent = &diag.Rule{Code: "P171", Name: "attachment-content", Severity: diag.Error,
		Title: diag.T("Nội dung tệp không khớp với tên", "A file is not what its name says"),
		Why: diag.T("Người dân không mở được tệp có đuôi sai, và tệp giả dạng là một cách phát tán mã độc.",
			"Citizens cannot open a file with the wrong ending, and disguised files spread malware.")}
	ruleSize = &diag.Rule{Code: "P172", Name: "attachment-size", Severity: diag.Error,
		Title: diag.T("Tệp đính kèm quá lớn", "An attachment is too large"),
		Why: diag.T("Người dân tải tệp bằng điện thoại và mạng chậm. Giới hạn đặt ở max_attachment_mb trong content/site.yaml.",
			"Citizens download with phones on slow networks. The limit is max_attachment_mb in content/site.yaml.")}
	ruleEmpty = &diag.Rule{Code: "P173", Name: "attachment-empty", Severity: diag.Error,
		Title: diag.T("Tệp đính kèm rỗng", "An attachment is empty"),
		Why: diag.T("Một tệp 0 byte thường do chép hoặc tải lên chưa xong.",
			"A file of 0 bytes is mostly a copy or an upload that did not finish.")}
)
