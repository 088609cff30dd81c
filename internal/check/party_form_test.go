package check

import (
	"testing"

	"planpress/internal/plan"
)

var partyFormCases = []caseOf{
	{"the Party's body in the state's form", func(d *plan.Document) { d.Type, d.Number = kind("chuong-trinh"), number("02/CTr-ĐU") },
		[]string{"number: the number 02/CTr-ĐU belongs to a Party document but has the state's form"}},
	{"the Party as issuer", func(d *plan.Document) { d.Issuer, d.Number = "dang-uy", number("02/KH-ABC") },
		[]string{"number: the number 02/KH-ABC belongs to a Party document but has the state's form"}},
	{"a type of the Party", func(d *plan.Document) { d.Type = kind("ke-hoach-dang") },
		[]string{"number: the number 01/KH-UBND belongs to a Party document but has the state's form"}},
	{"the state in the Party's form", func(d *plan.Document) { d.Number = number("10-KH/UBND") },
		[]string{"number: the number 10-KH/UBND belongs to a body of the state but has the Party's form"}},
	{"the Party's own form", func(d *plan.Document) {
		d.Issuer, d.Type, d.Number = "dang-uy", kind("chuong-trinh-dang"), number("10-CTr/TU")
	}, nil},
	{"a mass organisation", func(d *plan.Document) { d.Issuer, d.Number = "mat-tran", number("10-KH/MTTQ") }, nil},
	{"an old number of the state", func(d *plan.Document) {
		d.Type, d.Number, d.Issued = kind("quyet-dinh-qppl"), number("111-HĐBT"), date(1982, 5, 26)
	}, nil},
}

func TestExternal(t *testing.T) {
	for _, c := range []struct {
		external plan.External
		findings int
	}{
		{plan.External{Number: "02/CTr-ĐU"}, 1},
		{plan.External{Number: "02/CTr-XYZ", Type: kind("chuong-trinh-dang")}, 1},
		{plan.External{Number: "02/CTr-ĐU", Note: "Số ghi như trong Kế hoạch."}, 0},
		{plan.External{Number: "10-CTr/TU"}, 0},
		{plan.External{Number: "76/NQ-CP"}, 0},
		{plan.External{Number: "30/2020/NĐ-CP", Issued: date(2021, 3, 5)}, 1},
		{plan.External{Number: "30/2020/NĐ-CP", Issued: date(2020, 3, 5)}, 0},
		{plan.External{Number: "không rõ"}, 0},
		{plan.External{}, 0},
	} {
		got := External(&c.external)
		if len(got) != c.findings {
			t.Errorf("%q: %d findings, want %d", c.external.Number, len(got), c.findings)
		}
		for _, f := range got {
			holdsInBothLanguages(t, f)
		}
	}
}

func TestPartyFormNamesTheRemedy(t *testing.T) {
	got := External(&plan.External{Number: "02/CTr-ĐU"})
	if want := "unless the signed copy has it so, write: 02-CTr/ĐU"; len(got) != 1 || got[0].Hint.EN != want {
		t.Errorf("findings %v, want the hint %q", got, want)
	}
}
