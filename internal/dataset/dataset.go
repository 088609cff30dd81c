// Package dataset makes what machines read of targets and tasks: tables as CSV,
// everything with how it stands as JSON, and the deadlines as a calendar. Each
// document that has targets or tasks has these files beside its page, and the
// site has the same of all documents together.
//
// The tables of a document are what package matrix writes, and can be read back
// in. Those of the site have one column more, before the others: the address of
// the document.
package dataset

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"

	"planpress/internal/diag"
	"planpress/internal/matrix"
	"planpress/internal/plan"
	"planpress/internal/progress"
)

// Source is one document with how it stands.
type Source struct {
	URL      string // of its page, from the site's root
	Document *plan.Document
	Report   *progress.Report
	Body     func(plan.OrgRef) string // what a body is called
}

// File is one file of data.
type File struct {
	Name   string // "tasks.csv"
	Kind   string // "targets", "tasks", "updates", "json", "calendar"
	Format string // as people call it: "CSV"
	Data   []byte
}

// Site is what is known of the site.
type Site struct {
	BaseURL string // absolute; ""
	Name    string
	Lang    diag.Lang
	AsOf    plan.Date
	State   func(progress.State) string // a state in words
}

// OfDocument makes the files of one document. Without tasks there is none of
// tasks, and so on.
func OfDocument(s Site, d Source) (out []File, err error) {
	err = files(s, []Source{d}, false, func(f File) error {
		out = append(out, f)
		return nil
	})
	return out, err
}

// OfSite makes the files of all documents together, and hands each over before
// it makes the next: they are large.
func OfSite(s Site, all []Source, take func(File) error) error { return files(s, all, true, take) }

// files makes the files. What take says ends it.
func files(s Site, all []Source, addressed bool, take func(File) error) error {
	for _, table := range []struct {
		name, kind string
		has        func(*plan.Document) bool
		write      func(io.Writer, *plan.Document) error
	}{
		{plan.TargetsFile, "targets", func(d *plan.Document) bool { return len(d.Targets) > 0 },
			func(w io.Writer, d *plan.Document) error { return matrix.WriteTargets(w, d.Targets) }},
		{plan.TasksFile, "tasks", func(d *plan.Document) bool { return len(d.Tasks) > 0 },
			func(w io.Writer, d *plan.Document) error { return matrix.WriteTasks(w, d.Tasks) }},
		{plan.UpdatesFile, "updates", hasReports,
			func(w io.Writer, d *plan.Document) error { return matrix.WriteUpdates(w, d.Targets, d.Tasks) }},
	} {
		data, err := tables(all, addressed, table.has, table.write)
		if err == nil && data != nil {
			err = take(File{table.name, table.kind, "CSV", data})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", table.name, err)
		}
	}
	data, err := encode(s, all)
	if err == nil {
		err = take(File{plan.ProgressFile, "json", "JSON", data})
	}
	if err != nil {
		return fmt.Errorf("%s: %w", plan.ProgressFile, err)
	}
	if data := calendar(s, all); data != nil {
		return take(File{plan.CalendarFile, "calendar", "iCalendar", data})
	}
	return nil
}

// hasReports reports whether anything was reported on a document's targets and
// tasks, or a deadline of it moved.
func hasReports(d *plan.Document) bool {
	for i := range d.Targets {
		if len(d.Targets[i].Actuals) > 0 {
			return true
		}
	}
	for i := range d.Tasks {
		if rest := d.Tasks[i].More(); len(rest.Updates)+len(rest.Reschedules) > 0 {
			return true
		}
	}
	return false
}

// tables writes one table of the documents that have rows for it; nil where
// none has.
func tables(all []Source, addressed bool, has func(*plan.Document) bool, write func(io.Writer, *plan.Document) error) ([]byte, error) {
	var out bytes.Buffer
	joined := csv.NewWriter(&out)
	joined.UseCRLF = true
	for _, d := range all {
		if !has(d.Document) {
			continue
		}
		var one bytes.Buffer
		if err := write(&one, d.Document); err != nil {
			return nil, err
		}
		if !addressed {
			return one.Bytes(), nil
		}
		if err := join(joined, &one, out.Len() == 0, d.URL); err != nil {
			return nil, err
		}
		joined.Flush()
	}
	return out.Bytes(), joined.Error()
}

// bom is what tells spreadsheets that a table is UTF-8.
var bom = []byte("\uFEFF")

// join adds the rows of a document's table, with its address before each.
func join(out *csv.Writer, table *bytes.Buffer, first bool, url string) error {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table.Bytes(), bom))).ReadAll()
	if err != nil {
		return err
	}
	for i, row := range rows {
		switch {
		case i > 0:
			row = append([]string{url}, row...)
		case first:
			row = append([]string{string(bom) + "document"}, row...)
		default:
			continue
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return nil
}
