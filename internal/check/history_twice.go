package check

import (
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleHistoryTwice = &diag.Rule{
	Code: "P088", Name: "history-twice", Severity: diag.Warning,
	Title: diag.T("Đăng lần đầu hai lần", "First published twice"),
	Why: diag.T("Một trang chỉ được đăng lần đầu một lần; ngày ấy dùng để biết văn bản có được công khai đúng hạn không. Lần sau là correction, progress hoặc editorial.",
		"A page is first published once, and by that day it is judged whether the document was public in time. What comes later is a correction, progress or editorial."),
	Source: "Law 104/2016/QH13, Art. 18",
	Bad:    "history:\n  - {date: 2023-01-04, kind: first-published}\n  - {date: 2023-02-01, kind: first-published}",
	Good:   "history:\n  - {date: 2023-01-04, kind: first-published}\n  - {date: 2023-02-01, kind: correction}",
}

func historyTwice(d *plan.Document, _ Context) []diag.Finding {
	var out []diag.Finding
	first := -1
	for i, c := range d.History {
		switch {
		case c.Kind != plan.FirstPublished:
		case first < 0:
			first = i
		default:
			out = append(out, ruleHistoryTwice.At(atChange(d, i, "kind"), diag.T(
				"trang đã được đăng lần đầu ngày %[1]s, và lại ngày %[2]s", "the page was first published on %[1]s, and again on %[2]s",
				d.History[first].Date, c.Date)).WithHint(diag.T(
				"để một mục first-published; mục kia là correction, progress hoặc editorial", "keep one entry first-published; the other is a correction, progress or editorial")))
		}
	}
	return out
}
