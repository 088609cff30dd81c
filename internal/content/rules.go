package content

import "planpress/internal/diag"

// Rules lists what this package looks for.
func Rules() []*diag.Rule {
	return []*diag.Rule{ruleNoContent, ruleTooDeep, ruleLink, ruleSpecial, ruleSameName, ruleFileName, ruleTooLarge,
		ruleChanging, ruleEncoding, ruleLegacy, ruleEth, ruleZeroWidth}
}

var (
	ruleNoContent = &diag.Rule{Code: "P100", Name: "no-content", Severity: diag.Error,
		Title: diag.T("Không có thư mục content", "The folder content is missing"),
		Why: diag.T("Mọi thứ biên tập viên viết nằm trong thư mục content của trang. Hãy chạy lệnh tại thư mục của trang.",
			"All that editors write is in the site's folder content. Run the command in the site's folder.")}
	ruleTooDeep = &diag.Rule{Code: "P101", Name: "folder-depth", Severity: diag.Error,
		Title: diag.T("Thư mục lồng nhau quá sâu", "Folders are nested too deep"),
		Why: diag.T("Địa chỉ của trang lấy từ đường dẫn; đường dẫn quá sâu thường do chép nhầm. Hãy đưa tệp lên gần thư mục content hơn.",
			"A page's address comes from its path; a very deep path is mostly a copy gone wrong. Move the files up.")}
	ruleLink = &diag.Rule{Code: "P102", Name: "symbolic-link", Severity: diag.Error,
		Title: diag.T("Liên kết tượng trưng không theo được", "A symbolic link cannot be followed"),
		Why: diag.T("Liên kết tới thư mục có thể thành vòng, và liên kết ra ngoài có thể làm lộ tệp khác của máy, nên chỉ liên kết tới tệp trong thư mục của trang mới được đọc.",
			"Links to folders can form loops, and links that leave the site can publish other files of the machine, so only links to files within the site's folder are read.")}
	ruleSpecial = &diag.Rule{Code: "P103", Name: "special-file", Severity: diag.Error,
		Title: diag.T("Không phải tệp thường", "Not an ordinary file"),
		Why: diag.T("Ống dẫn, ổ cắm và thiết bị không thể là nội dung. Hãy xóa hoặc chuyển đi.",
			"Pipes, sockets and devices cannot be content. Remove them or move them away.")}
	ruleSameName = &diag.Rule{Code: "P104", Name: "same-file-name", Severity: diag.Error,
		Title: diag.T("Hai tệp trùng tên sau khi chuẩn hóa", "Two files have one name after normalisation"),
		Why: diag.T("macOS tách dấu khỏi chữ trong tên tệp; hai tên trông giống hệt nhau là hai tệp khác nhau trên máy này và là một trên máy khác. Hãy đổi tên một tệp.",
			"macOS writes marks apart from letters in file names; two names that look the same are two files here and one elsewhere. Rename one of them.")}
	ruleFileName = &diag.Rule{Code: "P109", Name: "file-name", Severity: diag.Error,
		Title: diag.T("Tên tệp có ký tự không dùng được", "A file name has characters that cannot be used"),
		Why: diag.T("Ký tự điều khiển, ký tự đảo chiều chữ và byte không phải UTF-8 không đứng được trong địa chỉ, và có thể làm thông báo hiện sai.",
			"Control characters, marks that turn the direction of writing, and bytes that are not UTF-8 cannot stand in an address, and can make messages lie.")}
	ruleTooLarge = &diag.Rule{Code: "P105", Name: "file-too-large", Severity: diag.Error,
		Title: diag.T("Tệp văn bản quá lớn", "A text file is too large"),
		Why: diag.T("Văn bản thật dài nhất khoảng 4 MB; tệp lớn hơn 16 MiB thường là số liệu đặt nhầm chỗ, và trang làm ra không mở được trên điện thoại.",
			"The longest real documents are about 4 MB; a file over 16 MiB is mostly data in the wrong place, and no phone opens the page made of it.")}
	ruleChanging = &diag.Rule{Code: "P106", Name: "file-changing", Severity: diag.Error,
		Title: diag.T("Tệp thay đổi trong lúc đọc", "A file changes while it is read"),
		Why: diag.T("Một chương trình khác đang ghi tệp này; đọc lúc này có thể chỉ được một nửa.",
			"Another program is writing this file; reading it now could give half of it.")}
	ruleEncoding = &diag.Rule{Code: "P110", Name: "encoding", Severity: diag.Error,
		Title: diag.T("Tệp không phải là UTF-8", "The file is not UTF-8"),
		Why: diag.T("Mọi văn bản phải được lưu bằng UTF-8 để chữ Việt hiện đúng ở mọi nơi.",
			"All text must be saved as UTF-8, so that Vietnamese letters are right everywhere."), Source: "TCVN 6909:2001; Decree 30/2020/NĐ-CP, App. I.I.2"}
	ruleLegacy = &diag.Rule{Code: "P111", Name: "legacy-encoding", Severity: diag.Error,
		Title: diag.T("Văn bản gõ bằng bảng mã cũ", "Text typed in an old encoding"),
		Why: diag.T("Chữ gõ bằng TCVN3, VNI hay VIQR chỉ đọc được với phông chữ cũ; trên web đó là những ký tự vô nghĩa.",
			"Text typed as TCVN3, VNI or VIQR can be read only with old fonts; on the web it is nonsense."), Source: "TCVN 6909:2001; Decree 30/2020/NĐ-CP, App. I.I.2"}
	ruleEth = &diag.Rule{Code: "P112", Name: "eth", Severity: diag.Warning,
		Title: diag.T("Chữ Ð (eth) thay cho chữ Đ", "The letter Ð (eth) in place of Đ"),
		Why: diag.T("Hai chữ trông giống nhau nhưng là hai ký tự khác nhau: tìm kiếm không ra, máy đọc sai.",
			"They look alike and are different characters: search does not find the word and screen readers misread it."),
		Bad: "QUYẾT ÐỊNH", Good: "QUYẾT ĐỊNH"}
	ruleZeroWidth = &diag.Rule{Code: "P113", Name: "zero-width", Severity: diag.Warning,
		Title: diag.T("Ký tự vô hình", "Invisible characters"),
		Why: diag.T("Ký tự không có bề rộng thường đến từ chép dán; chúng cắt đôi từ khi tìm kiếm và khi máy đọc. Trang in ra bỏ chúng đi.",
			"Characters without width mostly come from copying; they split words for search and screen readers. The page leaves them out.")}
)
