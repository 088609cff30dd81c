package matrix

import (
	"os"
	"strings"
	"testing"
)

// TestTheAnnualPlanReadsBack: the largest plan of the site, as people wrote it,
// is the same after it was written and read.
func TestTheAnnualPlanReadsBack(t *testing.T) {
	var files [3]string
	for i, name := range []string{"chi-tieu.csv", "nhiem-vu.csv", "cap-nhat.csv"} {
		data, err := os.ReadFile("../../content/plans/2026/ke-hoach-nam-2026/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n")
	}
	doc, found := complete(t, files[0], files[1], files[2])
	for _, f := range found {
		if f.Rule != ruleFuture { // the day of the tests is not that of the site
			t.Errorf("%s %s", f.Pos, f.Message.EN)
		}
	}
	moved, reports, actuals := 0, 0, 0
	for i := range doc.Tasks {
		reports += len(doc.Tasks[i].More().Updates)
		moved += len(doc.Tasks[i].More().Reschedules)
	}
	for i := range doc.Targets {
		actuals += len(doc.Targets[i].Actuals)
	}
	if len(doc.Targets) < 60 || len(doc.Tasks) < 140 || reports < 140 || actuals < 60 || moved < 3 {
		t.Fatalf("%d targets, %d tasks, %d reports, %d values, %d moves", len(doc.Targets), len(doc.Tasks), reports, actuals, moved)
	}
	again(t, doc)
}
