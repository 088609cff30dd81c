package matrix

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"planpress/internal/plan"
)

// The files that are written have the columns of Columns, named by their keys,
// always all of them and in that order: UTF-8, commas, CRLF (RFC 4180), and a
// byte order mark, without which spreadsheets misread Vietnamese. A cell that a
// spreadsheet would take for a formula begins with an apostrophe; read back, it
// goes. Reading a file that was written gives the same data, and writing that
// gives the same bytes.

// WriteTargets writes targets: a row each, and a row with no name for each
// further goal of it.
func WriteTargets(w io.Writer, targets []plan.Target) error {
	return write(w, Targets, func(put func(...string)) {
		for i := range targets {
			t := &targets[i]
			first := plan.Goal{}
			if len(t.Goals) > 0 {
				first = t.Goals[0]
			}
			put(t.ID, t.No, t.Name, t.Group, t.Parent, joinBodies(t.Owners), t.Unit, directionNames[t.Direction][0],
				t.Baseline.Text, t.Baseline.When.Text, first.Text, first.By.Text, first.Scope, t.Source, t.Method, t.Frequency, t.Note)
			for _, g := range t.Goals[min(1, len(t.Goals)):] {
				put(t.ID, "", "", "", "", "", "", "", "", "", g.Text, g.By.Text, g.Scope, "", "", "", "")
			}
		}
	})
}

// WriteTasks writes tasks, a row each, without their updates.
func WriteTasks(w io.Writer, tasks []plan.Task) error {
	return write(w, Tasks, func(put func(...string)) {
		for i := range tasks {
			t := &tasks[i]
			rest := t.More()
			put(t.ID, t.No, t.Name, t.Group, rest.Parent, joinBodies(t.Leads), joinBodies(t.Partners), t.Deliverable,
				rest.Start.Text, t.Deadline.Text, rest.Budget, strings.Join(rest.Serves, "; "), strings.Join(rest.Requires, "; "), rest.Note)
		}
	})
}

// WriteUpdates writes what was reported on targets and tasks: first the values
// of each target, then of each task its updates and moved deadlines.
func WriteUpdates(w io.Writer, targets []plan.Target, tasks []plan.Task) error {
	return write(w, Updates, func(put func(...string)) {
		for i := range targets {
			for _, a := range targets[i].Actuals {
				verified := ""
				if a.Verified {
					verified = "true"
				}
				put(targets[i].ID, a.Date.String(), a.Period.Text, "", "", a.Value.Text, verified, "", a.Text, strings.Join(a.Evidence, "; "), a.By)
			}
		}
		for i := range tasks {
			t := &tasks[i]
			for _, u := range t.More().Updates {
				progress := ""
				if u.Progress != plan.NoProgress {
					progress = strconv.Itoa(int(u.Progress))
				}
				put(t.ID, u.Date.String(), u.Period.Text, string(u.Status), progress, "", "", "", u.Text, strings.Join(u.Evidence, "; "), u.By)
			}
			for _, r := range t.More().Reschedules {
				put(t.ID, r.Date.String(), "", "", "", "", "", r.To.Text, r.Reason, "", "")
			}
		}
	})
}

func write(w io.Writer, k Kind, all func(put func(...string))) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := make([]string, len(columns[k]))
	for i, c := range columns[k] {
		head[i] = c.Key
	}
	put := func(cells ...string) {
		for i := range cells {
			cells[i] = guarded(cells[i])
		}
		_ = out.Write(cells) // what went wrong is kept, and given by Error
	}
	put(head...)
	all(put)
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

// formula are the signs with which a cell may begin that is calculated, and the
// apostrophe that keeps it from that.
const formula = "=+-@'"

// guarded puts an apostrophe before a text that begins with one of the signs.
func guarded(s string) string {
	if s != "" && strings.IndexByte(formula, s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// unguarded takes it away again.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(formula, s[1]) >= 0 {
		return s[1:]
	}
	return s
}
