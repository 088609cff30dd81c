package dataset_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"planpress/internal/dataset"
	"planpress/internal/plan"
	"planpress/internal/progress"
)

// calendarOf makes the calendar of one plan.
func calendarOf(t *testing.T, s dataset.Site, url string, d *plan.Document) []byte {
	t.Helper()
	files, err := dataset.OfDocument(s, dataset.Source{URL: url, Document: d, Report: progress.Of(d, s.AsOf), Body: func(r plan.OrgRef) string { return r.ID + r.Name }})
	return byName(t, files, err)[plan.CalendarFile]
}

func events(t *testing.T, data []byte) []*ics.VEvent {
	t.Helper()
	cal, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return cal.Events()
}

// scraps are what names of random tasks are made of.
var scraps = []string{"Rà soát", " ", "; ", ", ", "\\", "\\n", ":", "\"", "'", "\n", "ệ", "đường dây nóng", "🏛️", "“một cửa”", "BEGIN:VEVENT", "END:VCALENDAR", "=", "%", "a\u0301", "\u00a0", strings.Repeat("ộ", 40), strings.Repeat("x", 80)}

// TestAnyNameSurvivesTheCalendar: whatever a task is called, lines are folded
// between characters and another program's parser gives the name back.
func TestAnyNameSurvivesTheCalendar(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 1))
		name := "A"
		for range r.IntN(12) {
			name += scraps[r.IntN(len(scraps))]
		}
		name = strings.TrimSpace(name)
		data := calendarOf(t, site, "plans/2026/a/", &plan.Document{Title: name, Tasks: []plan.Task{{ID: name, Name: name, Deadline: by("31/12/2026")}}})
		for line := range strings.SplitSeq(string(data), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("%q: the line %q", name, line)
			}
		}
		all := events(t, data)
		if len(all) != 1 {
			t.Fatalf("%q gave %d events", name, len(all))
		}
		if diff := cmp.Diff("Hạn: "+name, all[0].GetProperty(ics.ComponentPropertySummary).Value); diff != "" {
			t.Fatalf("%q: %s", name, diff)
		}
		for _, p := range []ics.ComponentProperty{ics.ComponentPropertyUniqueId, ics.ComponentPropertyDtstamp, ics.ComponentPropertyDtStart, ics.ComponentPropertyDtEnd} {
			if all[0].GetProperty(p) == nil {
				t.Fatalf("%q has no %s", name, p)
			}
		}
	}
}

// TestEventsKeepTheirIDs: a calendar that was taken in once finds each task
// again, on any day, however it is called, wherever it stands in the plan and
// whenever it is due; the same id in another plan is another event.
func TestEventsKeepTheirIDs(t *testing.T) {
	task := func(id, name, deadline string) plan.Task {
		return plan.Task{ID: id, Name: name, Deadline: by(deadline)}
	}
	ids := func(s dataset.Site, url string, tasks ...plan.Task) []string {
		var out []string
		for _, e := range events(t, calendarOf(t, s, url, &plan.Document{Title: fmt.Sprint(len(tasks)), Tasks: tasks})) {
			out = append(out, e.Id())
		}
		slices.Sort(out)
		return out
	}
	first := ids(site, "plans/2026/a/", task("nv-1", "A", "31/12/2026"))
	later := site
	later.AsOf = plan.Date{Year: 2027, Month: 1, Day: 9}
	if got := ids(later, "plans/2026/a/", task("nv-0", "B", "2027"), task("nv-1", "A, sửa lại", "Quý I/2027")); len(got) != 2 || !slices.Contains(got, first[0]) {
		t.Errorf("%v became %v", first, got)
	}
	if got := ids(site, "plans/2026/b/", task("nv-1", "A", "31/12/2026")); got[0] == first[0] {
		t.Errorf("two tasks have the id %s", got[0])
	}
}
