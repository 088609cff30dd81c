package relate

import (
	"testing"

	"planpress/internal/attachment"
	"planpress/internal/plan"
)

// The files of data in a document's folder are made by planpress, if it has
// targets or tasks: nothing else can have their addresses.
func TestAddressesOfDataAreTaken(t *testing.T) {
	tasks := func(d *plan.Document) { d.Tasks = []plan.Task{{ID: "nv-1"}} }
	without := func(*plan.Document) {}
	from := func(old string) func(*plan.Document) {
		return func(d *plan.Document) { d.RedirectFrom = []string{old} }
	}
	for _, c := range []struct {
		file, old string
		data      func(*plan.Document)
		want      int
	}{
		{"bieu.csv", "old.html", tasks, 0},
		{"tasks.csv", "old.html", tasks, 1},
		{"Tasks.CSV", "old.html", tasks, 1},
		{"tasks.csv", "old.html", without, 0},
		{"x.csv", "plans/a/old.html", tasks, 0},
		{"tasks.csv", "plans/a/old.html", tasks, 1},
		{"x.csv", "plans/a/targets.csv/", tasks, 1},
		{"x.csv", "plans/a/targets.csv/old.html", tasks, 1},
		{"targets.csv/x.csv", "old.html", tasks, 1},
		{"targets.csv/x.csv", "old.html", without, 0},
	} {
		in := input(doc("plans/a.md", declare(c.file), from(c.old), c.data))
		in.Files = []string{"content/plans/a/" + c.file}
		in.Inspected = []*attachment.Info{{Path: in.Files[0], Format: attachment.FormatOf("x.csv")}}
		_, findings := Relate(in)
		if len(findings) != c.want || c.want > 0 && (findings[0].Rule != ruleURLTaken || findings[0].Pos.File == "") {
			t.Errorf("%s, %s: %v", c.file, c.old, findings)
		}
	}
}
