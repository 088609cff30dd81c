package matrix

import (
	"planpress/internal/deadline"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleDeadline = &diag.Rule{
	Code: "P260", Name: "deadline-doubtful", Severity: diag.Note,
	Title: diag.T("Thời hạn trông như ngày tháng nhưng không đọc được", "A deadline that looks like a date, and is none"),
	Why: diag.T("Thời hạn không đọc được thì không ai biết lúc nào là trễ. Kiểm tra ngày, tháng, quý; ghi đủ năm, vì không đoán năm thay người viết. Thời hạn bằng lời (“theo kế hoạch của tỉnh”) thì cứ để nguyên.",
		"Of a deadline that cannot be read nobody knows when it is late. Check day, month and quarter; give the year, for it is never guessed. A deadline in words is left as it is."),
	Bad: "Quý II", Good: "Quý II/2026",
}

// deadline reads a cell that holds a time.
func (f *findings) deadline(r *Row, field Field) plan.Deadline {
	c := r.cell(field)
	if c == nil {
		return plan.Deadline{}
	}
	d, doubt := deadline.Parse(c.Text)
	switch doubt {
	case deadline.NoSuchDate:
		f.add(ruleDeadline, r.at(field), diag.T("“%s” không có trong lịch", "“%s” is not in the calendar", shorten(c.Text)),
			diag.T("kiểm tra ngày, tháng hoặc quý; ngày viết trước tháng: 31/12/2026", "check day, month or quarter; the day comes before the month: 31/12/2026"))
	case deadline.NoYear:
		f.add(ruleDeadline, r.at(field), diag.T("“%s” không ghi năm, nên không tính được lúc nào là trễ", "“%s” gives no year, so nobody can tell when it is late", shorten(c.Text)),
			diag.T("ghi thêm năm: Quý II/2026, tháng 6/2026, 31/12/2026", "add the year: Quý II/2026, tháng 6/2026, 31/12/2026"))
	case deadline.Converted:
		f.add(ruleDeadline, r.at(field), diag.T("“%s” là cách phần mềm bảng tính viết lại một ngày, nên không rõ là lúc nào", "“%s” is how a spreadsheet rewrote a date, so nobody can tell when it is", shorten(c.Text)),
			diag.T("định dạng cột thành “Văn bản” (Text) rồi gõ lại: tháng 6/2026, 15/12/2026", "format the column as text and type it anew: tháng 6/2026, 15/12/2026"))
	case deadline.Backwards:
		f.add(ruleDeadline, r.at(field), diag.T("“%s” kết thúc trước khi bắt đầu", "“%s” ends before it begins", shorten(c.Text)),
			diag.T("viết thời điểm sớm trước, muộn sau", "put the earlier time first"))
	}
	return d
}
