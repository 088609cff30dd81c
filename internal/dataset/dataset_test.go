package dataset_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"planpress/internal/catalog"
	"planpress/internal/dataset"
	"planpress/internal/deadline"
	"planpress/internal/diag"
	"planpress/internal/goal"
	"planpress/internal/matrix"
	"planpress/internal/plan"
	"planpress/internal/progress"
)

var asOf = plan.Date{Year: 2026, Month: 6, Day: 10}

const long = "Rà soát, đơn giản hóa thủ tục hành chính; niêm yết công khai tại trụ sở, “một cửa” và \\trên mạng\nđể người dân biết"

func by(text string) plan.Deadline {
	d, _ := deadline.Parse(text)
	return d
}

// sources are two documents with all that the files can hold.
func sources() []dataset.Source {
	one := &plan.Document{Title: "Kế hoạch; năm 2026", Targets: []plan.Target{{ID: "ct-1", Name: "Đúng hạn", Unit: "%", Baseline: plan.Baseline{Measure: goal.Measure("88,2", "")},
		Goals:   []plan.Goal{{Text: "≥ 95", Op: plan.AtLeast, Low: 95, By: by("2026")}},
		Actuals: []plan.Actual{{Date: asOf, Period: by("Quý I/2026"), Value: goal.Measure("91,4", "")}}}},
		Tasks: []plan.Task{
			{ID: "nv-1", No: "1", Name: long, Leads: []plan.OrgRef{{ID: "van-phong"}, {Name: "Các phòng", Collective: true}}, Deadline: by("Quý I/2026"),
				Rest: &plan.Rest{Serves: []string{"ct-1"}, Updates: []plan.Update{{Date: plan.Date{Year: 2026, Month: 6, Day: 1}, Status: plan.InProgress, Progress: 40}}, Reschedules: []plan.Reschedule{{Date: plan.Date{Year: 2026, Month: 3, Day: 1}, To: by("31/12/2026"), Reason: "Chờ"}}}},
			{ID: "nv-2", Name: "Tiếp công dân", Deadline: by("Thường xuyên")},
			{ID: "nv-3", Name: "=HYPERLINK(1)", Deadline: by("31/5/2026")}}}
	two := &plan.Document{Title: "Kế hoạch khác", Tasks: []plan.Task{{ID: "nv-1", Name: "Lập danh mục", Deadline: by("30/6/2026")}}}
	var out []dataset.Source
	for url, d := range map[string]*plan.Document{"plans/2026/a/": one, "plans/2026/b/": two} {
		out = append(out, dataset.Source{URL: url, Document: d, Report: progress.Of(d, asOf), Body: func(r plan.OrgRef) string { return "Body " + r.ID + r.Name }})
	}
	if out[0].URL > out[1].URL {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

var site = dataset.Site{BaseURL: "https://phuong.example/cong/", Name: "Cổng kế hoạch", Lang: diag.VI, AsOf: asOf,
	State: func(s progress.State) string { return s.Key() }}

func ofSite(t *testing.T) map[string][]byte {
	t.Helper()
	var files []dataset.File
	err := dataset.OfSite(site, sources(), func(f dataset.File) error {
		files = append(files, f)
		return nil
	})
	return byName(t, files, err)
}

func byName(t *testing.T, files []dataset.File, err error) map[string][]byte {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		out[f.Name] = f.Data
	}
	return out
}

// TestTablesOfADocument: they are what can be read back in; what a document
// does not have gives no file.
func TestTablesOfADocument(t *testing.T) {
	all := sources()
	files, err := dataset.OfDocument(site, all[0])
	got := byName(t, files, err)
	var want bytes.Buffer
	if err := matrix.WriteTasks(&want, all[0].Document.Tasks); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(got[plan.TasksFile])); diff != "" {
		t.Error(diff)
	}
	files, err = dataset.OfDocument(site, all[1])
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); err != nil || got != "tasks.csv progress.json deadlines.ics" {
		t.Errorf("a plan without targets and reports has %q, %v", got, err)
	}
}

// TestTablesOfTheSite: each row begins with the address of its document, and
// the head stands once.
func TestTablesOfTheSite(t *testing.T) {
	data := ofSite(t)[plan.TasksFile]
	if !bytes.HasPrefix(data, []byte("\uFEFFdocument,id,")) {
		t.Errorf("it begins with %.30q", data)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if rows[1][0] != "plans/2026/a/" || rows[4][0] != "plans/2026/b/" || rows[4][3] != "Lập danh mục" {
		t.Errorf("rows %q", rows)
	}
	if rows[3][3] != "'=HYPERLINK(1)" {
		t.Errorf("a spreadsheet would calculate %q", rows[3][3])
	}
}

func TestJSONKeepsToItsSchema(t *testing.T) {
	all, err := catalog.Schemas()
	if err != nil {
		t.Fatal(err)
	}
	decoded := func(data []byte) any {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("progress.json", decoded(all[catalog.SchemasDir+"progress.schema.json"])); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("progress.json")
	if err != nil {
		t.Fatal(err)
	}
	data := ofSite(t)[plan.ProgressFile]
	if err := schema.Validate(decoded(data)); err != nil {
		t.Error(err)
	}
	for _, broken := range []string{`"state":"late"`, `"as_of"`, `"percent":40`} {
		if !bytes.Contains(data, []byte(broken)) {
			t.Fatalf("there is no %s in\n%s", broken, data)
		}
		if schema.Validate(decoded(bytes.ReplaceAll(data, []byte(broken), []byte(strings.NewReplacer("late", "x", "as_of", "x", "40", "400").Replace(broken))))) == nil {
			t.Errorf("the schema takes it without %s", broken)
		}
	}
}

// TestCalendar: another program's parser reads what we meant.
func TestCalendar(t *testing.T) {
	data := ofSite(t)[plan.CalendarFile]
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line %d has %d octets: %q", i+1, len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	events := cal.Events()
	if len(events) != 3 {
		t.Fatalf("%d events: work that recurs has no last day", len(events))
	}
	first := events[0]
	if got := first.GetProperty(ics.ComponentPropertySummary).Value; got != "Hạn: "+long {
		t.Errorf("summary %q", got)
	}
	if day, err := first.GetAllDayStartAt(); err != nil || day.Format(time.DateOnly) != "2026-12-31" {
		t.Errorf("it begins on %v, %v", day, err)
	}
	if got := first.GetProperty(ics.ComponentPropertyDescription).Value; got != "Kế hoạch; năm 2026\non-course\n31/12/2026\nThời hạn đầu tiên: Quý I/2026\nBody van-phong\nBody Các phòng" {
		t.Errorf("description %q", got)
	}
	if got := first.GetProperty(ics.ComponentPropertyUrl).Value; got != "https://phuong.example/cong/plans/2026/a/" {
		t.Errorf("URL %q", got)
	}
	if got := first.GetProperty(ics.ComponentPropertyDtstamp).Value; got != "20260610T000000Z" {
		t.Errorf("stamp %q", got)
	}
	ids := map[string]bool{}
	for _, e := range events {
		if id := e.Id(); ids[id] || !strings.HasSuffix(id, "@phuong.example") {
			t.Errorf("the id %q is not its own", id)
		}
		ids[e.Id()] = true
	}
}

func TestSameInputSameBytes(t *testing.T) {
	if diff := cmp.Diff(ofSite(t), ofSite(t)); diff != "" {
		t.Error(diff)
	}
}
