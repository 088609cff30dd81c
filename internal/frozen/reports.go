package frozen

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"
	"strconv"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

// Reports is what was reported in the file of updates beside a document, which
// is only ever added to: what was said in public stays, and is put right by a
// row of a later day.
type Reports struct {
	Rows   int    `json:"rows"`
	SHA256 string `json:"sha256"` // of these rows, in the order of the file
}

// report is one row: what it says, part by part.
type report struct {
	spot  plan.Spot
	parts []string
}

// reportsOf lists the rows of a document's file of updates, in its order.
func reportsOf(d *plan.Document) []report {
	if d.UpdatesFile == "" {
		return nil
	}
	file := d.InFolder(d.UpdatesFile)
	var out []report
	add := func(at plan.Spot, parts ...string) {
		if at.File == file {
			out = append(out, report{at, parts})
		}
	}
	for i := range d.Targets {
		for _, a := range d.Targets[i].Actuals {
			add(a.Spot, append([]string{"value", d.Targets[i].ID, a.Date.String(), a.Period.Text, a.Value.Text, a.Text, a.By, strconv.FormatBool(a.Verified)}, a.Evidence...)...)
		}
	}
	for i := range d.Tasks {
		rest := d.Tasks[i].More()
		for _, u := range rest.Updates {
			add(u.Spot, append([]string{"update", d.Tasks[i].ID, u.Date.String(), u.Period.Text, string(u.Status), strconv.Itoa(int(u.Progress)), u.Text, u.By}, u.Evidence...)...)
		}
		for _, r := range rest.Reschedules {
			add(r.Spot, "move", d.Tasks[i].ID, r.Date.String(), r.To.Text, r.Reason)
		}
	}
	slices.SortStableFunc(out, func(a, b report) int { return cmp.Compare(a.spot.Line, b.spot.Line) })
	return out
}

// sumOf is the hash of rows.
func sumOf(rows []report) string {
	h := sha256.New()
	for _, r := range rows {
		for _, part := range r.parts {
			write(h, part)
		}
		write(h, "\n")
	}
	return hex.EncodeToString(h.Sum(nil))
}

// write adds a part with its length, so that no two rows look alike.
func write(h hash.Hash, part string) {
	h.Write(strconv.AppendInt(nil, int64(len(part)), 10))
	h.Write([]byte{':'})
	h.Write([]byte(part))
}

func frozenReports(d *plan.Document) *Reports {
	rows := reportsOf(d)
	if len(rows) == 0 {
		return nil
	}
	return &Reports{len(rows), sumOf(rows)}
}

// reports compares the rows that had been published with the first ones of now.
// No entry of history excuses a change.
func (c *comparer) reports(was *Document, now *relate.Entry) {
	if was.Reports == nil {
		return
	}
	rows := reportsOf(now.Document)
	if len(rows) >= was.Reports.Rows && sumOf(rows[:was.Reports.Rows]) == was.Reports.SHA256 {
		return
	}
	at := now.Document.At("updates")
	if len(rows) > 0 {
		at = rows[0].spot.Pos()
		at.Line, at.Column = 0, 0 // which row it was is not known
	}
	c.report(ruleReports.At(at, diag.T(
		"%[1]d dòng báo cáo đã công bố của %[2]s không còn như cũ ở đầu tệp", "the %[1]d published rows of reports of %[2]s no longer stand as they were at the beginning of the file",
		was.Reports.Rows, name(was))).WithHint(diag.T(
		"lấy lại các dòng cũ; muốn sửa thì thêm một dòng mới ở cuối, có ngày sửa", "bring the old rows back; to put something right, add a row at the end with the day of it")))
}
