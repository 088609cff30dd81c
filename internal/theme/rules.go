package theme

import "planpress/internal/diag"

// Rules lists what this package looks for. What keeps a theme from being used
// is an error instead: see LoadError.
func Rules() []*diag.Rule {
	return []*diag.Rule{ruleBehind, ruleFileUnknown, ruleUnrecorded, ruleSame, ruleMessageUnknown, ruleGone, ruleRecordUnused}
}

var (
	ruleBehind = &diag.Rule{Code: "P404", Name: "override-behind", Severity: diag.Warning,
		Title: diag.T("Tệp giao diện chép ra đã cũ", "An override has fallen behind"),
		Why: diag.T("Tệp gốc của giao diện đã được sửa, thường để trang dễ đọc hoặc an toàn hơn; bản chép của trang này chưa có các sửa đổi đó. So sánh hai tệp, đưa sửa đổi vào, rồi ghi hash mới.",
			"The theme's own file was changed, mostly to make pages easier to read or safer; the site's copy lacks that. Compare the two, take over what changed, then record the new hash.")}
	ruleFileUnknown = &diag.Rule{Code: "P405", Name: "theme-file-unknown", Severity: diag.Warning,
		Title: diag.T("Tệp thừa trong giao diện", "A theme's file that nothing uses"),
		Why: diag.T("Tệp nằm sai chỗ hoặc sai tên nên không có tác dụng gì. Đổi tên, chuyển chỗ hoặc xóa.",
			"It lies in the wrong place or has the wrong name, and so does nothing. Rename, move or delete it.")}
	ruleUnrecorded = &diag.Rule{Code: "P406", Name: "override-unrecorded", Severity: diag.Note,
		Title: diag.T("Không rõ tệp giao diện được chép từ bản nào", "An override without a record of its origin"),
		Why: diag.T("Không có bản ghi thì không biết khi nào bản chép đã cũ. “planpress theme copy” ghi sẵn khi chép.",
			"Without it nobody is told when the copy falls behind. \"planpress theme copy\" records it."),
		Good: "from:\n  \"components/footer/footer.html\": {version: \"0.3.0\", hash: \"0123456789abcdef\"}"}
	ruleSame = &diag.Rule{Code: "P407", Name: "override-same", Severity: diag.Note,
		Title: diag.T("Tệp giao diện chép ra mà không sửa gì", "An override that changes nothing"),
		Why: diag.T("Bản chép sẽ cũ đi khi giao diện gốc được sửa. Xóa nó nếu không định sửa.",
			"It will fall behind when the theme's own file is changed. Delete it unless you are about to change it.")}
	ruleMessageUnknown = &diag.Rule{Code: "P408", Name: "message-unknown", Severity: diag.Warning,
		Title: diag.T("Chữ của giao diện không được dùng", "Words that no template asks for"),
		Why: diag.T("Khóa viết sai, hoặc giao diện không còn dùng khóa này; chữ bạn viết sẽ không hiện ra.",
			"The key is mistyped, or the theme no longer has it; your words are shown nowhere.")}
	ruleGone = &diag.Rule{Code: "P409", Name: "override-gone", Severity: diag.Warning,
		Title: diag.T("Tệp gốc không còn", "An override of a file that is no longer there"),
		Why: diag.T("Giao diện gốc không còn tệp này, nên bản chép có thể không còn được dùng. Xóa nó, hoặc xóa mục của nó trong theme.yaml nếu trang vẫn cần.",
			"The theme below no longer has the file, so the copy may serve nothing. Delete it, or delete its entry in theme.yaml if the site still needs it.")}
	ruleRecordUnused = &diag.Rule{Code: "P410", Name: "origin-unused", Severity: diag.Note,
		Title: diag.T("theme.yaml nêu tệp không có", "theme.yaml names a file that is not there"),
		Why: diag.T("Bản chép đã bị xóa. Xóa cả dòng của nó dưới from.",
			"The override was deleted. Delete its line below from as well.")}
)
