package githistory

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
)

// log writes what git prints: "hash day decorations|subject|status path[ path]…".
func log(commits ...string) string {
	var b strings.Builder
	for _, c := range commits {
		head, rest, _ := strings.Cut(c, "|")
		subject, files, _ := strings.Cut(rest, "|")
		parts := append(strings.SplitN(head, " ", 3), "", "")
		fmt.Fprintf(&b, "\x01%s\x00%s\x00%s\x00%s\x00\x00\n", parts[0], parts[1], parts[2], subject)
		for _, field := range strings.Fields(files) {
			b.WriteString(field + "\x00")
		}
	}
	return b.String()
}

func document(path string, change func(*plan.Document)) *plan.Document {
	d := &plan.Document{Path: path, Publication: plan.Publication{State: plan.Published}}
	if change != nil {
		change(d)
	}
	return d
}

func on(month, day int8) plan.Date { return plan.Date{Year: 2026, Month: month, Day: day} }

func TestDrafts(t *testing.T) {
	a := "content/plans/a.md"
	for _, c := range []struct {
		name string
		log  string
		docs []*plan.Document
		want []string
	}{
		{"published and changed", log("c 2026-03-02|Chữ|M "+a, "b 2026-02-02|Báo cáo tiến độ quý I|M "+a, "a 2026-01-02|Mới|A "+a),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-01-02 first-published  a", a + " 2026-02-02 progress Báo cáo tiến độ quý I b", a + " 2026-03-02 editorial Chữ c"}},
		{"two names in turn", log("c 2026-03-02|Đổi|R090 content/plans/c.md "+a, "b 2026-02-02|Đổi|R100 content/plans/b.md content/plans/c.md", "a 2026-01-02|Mới|A content/plans/b.md"),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-01-02 first-published  a", a + " 2026-03-02 editorial Đổi c"}},
		{"two documents change places", log("b 2026-02-02|Đổi|R090 content/plans/b.md "+a+" R100 "+a+" content/plans/b.md", "a 2026-01-02|Mới|A "+a+" A content/plans/b.md"),
			[]*plan.Document{document(a, nil), document("content/plans/b.md", nil)},
			[]string{a + " 2026-01-02 first-published  a", a + " 2026-02-02 editorial Đổi b", "content/plans/b.md 2026-01-02 first-published  a"}},
		{"another file of the name before", log("d 2026-04-02|Chữ|M "+a, "c 2026-03-02|Mới|A "+a, "b 2026-02-02|Bỏ|D "+a, "a 2026-01-02|Cũ|A "+a),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-03-02 first-published  c", a + " 2026-04-02 editorial Chữ d"}},
		{"files in the folder", log("c 2026-03-02|Ảnh|M content/plans/a/anh.png", "b 2026-02-02|Khác|M content/plans/b/anh.png", "a 2026-01-02|Mới|A "+a+" A content/plans/a/anh.png"),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-01-02 first-published  a", a + " 2026-03-02 editorial Ảnh c"}},
		{"drafting is no history", log("c 2026-03-02|Chữ|M "+a, "b 2026-02-02|Dự thảo|M "+a, "a 2026-01-02|Mới|A "+a),
			[]*plan.Document{document(a, func(d *plan.Document) { d.Issued = on(2, 5) })},
			[]string{a + " 2026-02-05 first-published  a", a + " 2026-03-02 editorial Chữ c"}},
		{"declared already", log("c 2026-03-02|Chữ|M "+a, "b 2026-02-02|Chữ|M "+a, "a 2026-01-02|Mới|A "+a),
			[]*plan.Document{document(a, func(d *plan.Document) {
				d.History = []plan.Change{{Date: on(1, 5), Kind: plan.FirstPublished}, {Date: on(3, 2), Kind: plan.Correction}}
			})},
			[]string{a + " 2026-02-02 editorial Chữ b"}},
		{"withdrawn", log("b 2026-02-02|Gỡ|M "+a, "a 2026-01-02|Mới|A "+a),
			[]*plan.Document{document(a, func(d *plan.Document) {
				d.Publication = plan.Publication{State: plan.Withdrawn, Date: on(2, 2)}
				d.History = []plan.Change{{Date: on(1, 2), Kind: plan.FirstPublished}}
			})},
			[]string{a + " 2026-02-02 withdrawn Gỡ b"}},
		{"cut off", log("b 2026-02-02|Chữ|M "+a, "a 2026-01-02 grafted, refs/heads/main|Mới|A "+a),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-02-02 editorial Chữ b"}},
		{"a branch called so", log("a 2026-01-02 HEAD -> refs/heads/grafted|Mới|A " + a),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-01-02 first-published  a"}},
		{"a hostile subject", log("b 2026-02-02|\x01x\x1b[31m \u202e"+strings.Repeat("ă", 2000)+"|M "+a, "a 2026-01-02|Mới|A "+a),
			[]*plan.Document{document(a, nil)},
			[]string{a + " 2026-01-02 first-published  a", a + " 2026-02-02 editorial x[31m " + strings.Repeat("ă", 993) + "… b"}},
		{"unknown to git", "", []*plan.Document{document(a, nil)}, nil},
	} {
		commits, err := parse([]byte(c.log))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, d := range Drafts(c.docs, commits) {
			for _, e := range d.Entries {
				got = append(got, fmt.Sprintf("%s %s %s %s %s", d.Document.Path, e.Date, e.Kind, e.Note, strings.Join(e.Hashes, ",")))
			}
			if known := c.log != ""; d.Known != known {
				t.Errorf("%s: known is %v", c.name, d.Known)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestParseRefusesWhatIsNotALog(t *testing.T) {
	for _, out := range []string{"M\x00content/a.md\x00", "fatal: x", "\x01a\x002026-01-02\x00\x00S\x00\x00\nM"} {
		if commits, err := parse([]byte(out)); err == nil {
			t.Errorf("%q is taken for %v", out, commits)
		}
	}
}

func TestReadWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Read(context.Background(), t.TempDir()); !errors.Is(err, ErrNoGit) {
		t.Error(err)
	}
}
