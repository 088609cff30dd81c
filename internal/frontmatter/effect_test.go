package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
	"planpress/internal/source"
)

func TestTypedEffect(t *testing.T) {
	const head = "---\ntitle: A\ntype: ke-hoach\npublication: published\n"
	for _, c := range []struct{ yaml, want, finding string }{
		{"effect: {status: repealed, reason: Theo tỉnh., date: 2026-02-01}\n", "repealed Theo tỉnh. 2026-02-01 line 5", ""},
		{"tinh_trang_hieu_luc: {tinh_trang: Hết hiệu lực, ly_do: Theo tỉnh.}\n", "expired Theo tỉnh.  line 5", ""},
		{"effect: {status: hết hiệu lực một phần, reason: a}\n", "partly a  line 5", ""},
		{"effect: {status: repealed}\n", "", "reason"},
		{"effect: {reason: a}\n", "", "status"},
		{"effect: repealed\n", "", "{status: expired, reason: …}"},
		{"effect: {status: withdrawn, reason: a}\n", "", "withdrawn"},
	} {
		d, _, findings := Document(source.New("content/plans/a.md", []byte(head+c.yaml+"---\nA.\n")), plan.KindDocument)
		e := d.Effect
		got := strings.Join([]string{string(e.Kind), e.Reason, e.Date.String(), fmt.Sprint("line ", e.Pos.Line)}, " ")
		switch {
		case c.finding == "" && (len(findings) > 0 || got != c.want):
			t.Errorf("%s: %q, findings %v; want %q", c.yaml, got, findings, c.want)
		case c.finding != "" && (len(findings) == 0 || !strings.Contains(findings[0].Message.EN+findings[0].Hint.EN, c.finding)):
			t.Errorf("%s: findings %v, want one of %q", c.yaml, findings, c.finding)
		}
	}
}

func TestRelationsHaveALastDay(t *testing.T) {
	d, _, findings := Document(source.New("content/plans/a.md", []byte("---\ntitle: A\ntype: ke-hoach\npublication: published\n"+
		"relations:\n  suspends: [{to: plans/b, until: 2026-06-30}]\n  thu_hoi: plans/c\n---\nA.\n")), plan.KindDocument)
	for i := range d.Relations {
		d.Relations[i].To.Pos = source.Pos{}
	}
	want := []plan.Relation{{Kind: plan.Suspends, To: plan.Ref{Target: "plans/b"}, Until: plan.Date{Year: 2026, Month: 6, Day: 30}},
		{Kind: plan.Recalls, To: plan.Ref{Target: "plans/c"}}}
	if diff := cmp.Diff(want, d.Relations); diff != "" || len(findings) > 0 {
		t.Errorf("findings %v, (-want +got)\n%s", findings, diff)
	}
}

func TestDocumentsElsewhereDoThings(t *testing.T) {
	all, findings := Externals(source.New("content/documents.yaml", []byte("- id: qd-9\n  title: A\n  effective: 2026-02-01\n  expires: 2027\n"+
		"  relations:\n    repeals:\n      - to: plans/b\n        provision: Mục I\n")))
	if len(findings) > 0 || len(all) != 1 {
		t.Fatal(all, findings)
	}
	x := all[0]
	if x.Effective.String() != "2026-02-01" || x.Expires.String() != "2027" || len(x.Relations) != 1 {
		t.Fatalf("read %+v", x)
	}
	rel := x.Relations[0]
	if rel.Kind != plan.Repeals || rel.To.Target != "plans/b" || rel.Provision != "Mục I" || rel.To.Pos.Line != 7 {
		t.Errorf("relation %+v", rel)
	}
}
