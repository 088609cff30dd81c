package build

import (
	"path"
	"slices"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var (
	ruleSilenceUnused = &diag.Rule{Code: "P230", Name: "silence-unused", Severity: diag.Note,
		Title: diag.T("Mục silence không còn cần", "A silence that silences nothing"),
		Why: diag.T("Cảnh báo này không còn xuất hiện; hãy xóa mục silence để nó không che lỗi sau này.",
			"The warning does not occur any more; remove the entry, lest it hide a later mistake.")}
	ruleSilenceUnknown = &diag.Rule{Code: "P231", Name: "silence-unknown", Severity: diag.Warning,
		Title: diag.T("Mục silence dùng mã không có", "A silence of a code that does not exist"),
		Why: diag.T("Mã đứng trong ngoặc vuông ở cuối mỗi cảnh báo; “planpress explain” liệt kê tất cả.",
			"The code stands in square brackets at the end of a warning; \"planpress explain\" lists them all.")}
	ruleSilenceError = &diag.Rule{Code: "P232", Name: "silence-error", Severity: diag.Error,
		Title: diag.T("Lỗi không tắt được", "An error cannot be silenced"),
		Why: diag.T("Chỉ cảnh báo và lưu ý tắt được, vì trang không thể công bố khi còn lỗi.",
			"Only warnings and notes can be silenced: a site is not published while there are errors.")}
)

// silence takes out the findings that documents silence, and reports the
// silences that do nothing; of a run that ended early, whole is false, it is
// not known which these are.
func silence(findings []diag.Finding, docs []*plan.Document, rules []*diag.Rule, whole bool) []diag.Finding {
	type key struct{ file, code string }
	used := map[key]bool{}
	for _, d := range docs {
		for _, s := range d.Silences {
			used[key{d.Path, s.Code}] = false
		}
	}
	if len(used) == 0 {
		return findings
	}
	out := slices.DeleteFunc(findings, func(f diag.Finding) bool {
		k := key{f.Pos.File, f.Rule.Code}
		_, asked := used[k]
		if table := path.Ext(k.file) == ".csv"; table && !asked {
			k.file = path.Dir(k.file) + ".md" // a table beside a document is a part of it
			_, asked = used[k]
		}
		if !asked || f.Rule.Severity == diag.Error {
			return false
		}
		used[k] = true
		return true
	})
	for _, d := range docs {
		for _, s := range d.Silences {
			if f, wrong := judge(s, rules, !whole || used[key{d.Path, s.Code}]); wrong {
				out = append(out, f)
			}
		}
	}
	return out
}

func judge(s plan.Silence, rules []*diag.Rule, used bool) (diag.Finding, bool) {
	i := slices.IndexFunc(rules, func(r *diag.Rule) bool { return r.Code == s.Code })
	switch {
	case i < 0:
		return ruleSilenceUnknown.At(s.Pos, diag.T("không có mã %q", "there is no code %q", s.Code)), true
	case rules[i].Severity == diag.Error:
		return ruleSilenceError.At(s.Pos, diag.T("%s là lỗi, không tắt được", "%s is an error and cannot be silenced", s.Code)).WithHint(diag.T(
			"sửa lỗi rồi xóa mục silence này", "mend the error and remove this entry of silence")), true
	case !used:
		return ruleSilenceUnused.At(s.Pos, diag.T("%s không xuất hiện trong văn bản này", "%s does not occur in this document", s.Code)), true
	}
	return diag.Finding{}, false
}
