package citation

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseNumber(t *testing.T) {
	for _, want := range []Number{
		{Text: "01/KH-UBND", Form: State, Ordinal: 1, Type: "KH", Body: "UBND"},
		{Text: "1/KH-UBND", Form: State, Ordinal: 1, Type: "KH", Body: "UBND"},
		{Text: "0124/KH-UBND", Form: State, Ordinal: 124, Type: "KH", Body: "UBND"},
		{Text: "636/QĐ-UBND", Form: State, Ordinal: 636, Type: "QĐ", Body: "UBND"},
		{Text: "1015/QĐ-TTg", Form: State, Ordinal: 1015, Type: "QĐ", Body: "TTg"},
		{Text: "30/2020/NĐ-CP", Form: State, Ordinal: 30, Year: 2020, Type: "NĐ", Body: "CP"},
		{Text: "25/2020/QĐ-UBND", Form: State, Ordinal: 25, Year: 2020, Type: "QĐ", Body: "UBND"},
		{Text: "80/2015/QH13", Form: State, Ordinal: 80, Year: 2015, Body: "QH13"},
		{Text: "1654/NQ-UBTVQH15", Form: State, Ordinal: 1654, Type: "NQ", Body: "UBTVQH15"},
		{Text: "66.16/2026/NQ-CP", Form: State, Ordinal: 66, Suffix: ".16", Year: 2026, Type: "NQ", Body: "CP"},
		{Text: "30c/NQ-CP", Form: State, Ordinal: 30, Suffix: "c", Type: "NQ", Body: "CP"},
		{Text: "15A/QĐ-UBND", Form: State, Ordinal: 15, Suffix: "A", Type: "QĐ", Body: "UBND"},
		{Text: "30đ/NQ-CP", Form: State, Ordinal: 30, Suffix: "đ", Type: "NQ", Body: "CP"},
		{Text: "11/2013/TTLT-BYT-BTC-BCA", Form: State, Ordinal: 11, Year: 2013, Type: "TTLT", Body: "BYT-BTC-BCA"},
		{Text: "12/2012/TTLT/BTC-BQP", Form: State, Ordinal: 12, Year: 2012, Type: "TTLT", Body: "BTC-BQP"},
		{Text: "45/QĐ-BNN&PTNT", Form: State, Ordinal: 45, Type: "QĐ", Body: "BNN&PTNT"},
		{Text: "161/CP", Form: State, Ordinal: 161, Body: "CP"},
		{Text: "2345/UBND-VX", Form: State, Ordinal: 2345, Body: "UBND-VX"},
		{Text: "01/BC", Form: State, Ordinal: 1, Type: "BC"},
		{Text: "02/CTr-ĐU", Form: State, Ordinal: 2, Type: "CTr", Body: "ĐU"},
		{Text: "02/Ctr-ĐU", Form: State, Ordinal: 2, Type: "Ctr", Body: "ĐU"},
		{Text: "10-CTr/TU", Form: Party, Ordinal: 10, Type: "CTr", Body: "TU"},
		{Text: "16-NQ/TW", Form: Party, Ordinal: 16, Type: "NQ", Body: "TW"},
		{Text: "3260-KH/ĐĐQH15", Form: Party, Ordinal: 3260, Type: "KH", Body: "ĐĐQH15"},
		{Text: "36-HD/VPTW", Form: Party, Ordinal: 36, Type: "HD", Body: "VPTW"},
		{Text: "32-L/CTN", Form: Old, Ordinal: 32, Type: "L", Body: "CTN"},
		{Text: "111-HĐBT", Form: Old, Ordinal: 111, Body: "HĐBT"},
		{Text: "73-CP", Form: Old, Ordinal: 73, Body: "CP"},
	} {
		got, err := ParseNumber(want.Text)
		if err != nil {
			t.Errorf("%s: %v", want.Text, err)
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", want.Text, diff)
		}
	}
}

func TestParseNumberNormalises(t *testing.T) {
	n, err := ParseNumber(" 01/CTr-\u0110U \n")
	if err != nil || n.Text != "01/CTr-ĐU" {
		t.Errorf("got %q, %v", n.Text, err)
	}
}

func TestNumberError(t *testing.T) {
	for _, c := range []struct {
		in      string
		problem Problem
		suggest string
	}{
		{"", Empty, ""},
		{"  ", Empty, ""},
		{"105 /2021/TT-BQP", Spaced, "105/2021/TT-BQP"},
		{"68- NQ/TW", Spaced, "68-NQ/TW"},
		{"01/KH - UBND", Spaced, "01/KH-UBND"},
		{"Số: 01/KH-UBND", Prefixed, "01/KH-UBND"},
		{"số 01 / KH-UBND", Prefixed, "01/KH-UBND"},
		{"No. 01/KH-UBND", Prefixed, "01/KH-UBND"},
		{"“01/KH-UBND”", Quoted, "01/KH-UBND"},
		{"01/KH-UBND'", Quoted, "01/KH-UBND"},
		{"“Số: 01/KH–UBND”", Quoted, "01/KH-UBND"},
		{"“”", NoOrdinal, ""},
		{"01/KH–UBND", WrongSign, "01/KH-UBND"},
		{`01\KH-UBND`, WrongSign, "01/KH-UBND"},
		{"30/2020/NÐ-CP", WrongD, "30/2020/NĐ-CP"},
		{"49/2025TT-BCT", NoSlash, "49/2025/TT-BCT"},
		{"49/2025-TT-BCT", NoSlash, "49/2025/TT-BCT"},
		{"01KH-UBND", NoSlash, "01/KH-UBND"},
		{"01/kh-ubnd", WrongCase, "01/KH-UBND"},
		{"10-ctr/tu", WrongCase, "10-CTr/TU"},
		{"1015/qđ-ttg", WrongCase, "1015/QĐ-TTg"},
		{"01 kh-ubnd", Spaced, ""},
		{"01", NoSymbol, ""},
		{"1", NoSymbol, ""},
		{"01/2023", NoSymbol, ""},
		{"KH-UBND", NoOrdinal, ""},
		{"01/23/KH-UBND", WrongYear, ""},
		{"123456/KH-UBND", TooLong, ""},
		{"01-2/TB-TĐT", Unreadable, ""},
		{"01/" + strings.Repeat("KH-", 70) + "UBND", TooLong, ""},
		{"01/KH-", Unreadable, ""},
	} {
		_, err := ParseNumber(c.in)
		var e *NumberError
		if !errors.As(err, &e) {
			t.Errorf("%q: error is %v, want a *NumberError", c.in, err)
			continue
		}
		if e.Problem != c.problem || e.Suggest != c.suggest {
			t.Errorf("%q: problem %d, suggestion %q; want %d, %q", c.in, e.Problem, e.Suggest, c.problem, c.suggest)
		}
	}
}

func TestNumberErrorReads(t *testing.T) {
	for in, want := range map[string]string{
		"68- NQ/TW": `number "68- NQ/TW" is spaced, probably "68-NQ/TW"`,
		"01":        `number "01" is without a symbol`,
	} {
		if _, err := ParseNumber(in); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{"1/KH-UBND", "02/KH-UBND", "10/KH-UBND", "30/NQ-CP", "30c/NQ-CP", "0124/KH-UBND",
		"05/2023/QĐ-UBND", "66/2026/NQ-CP", "66.2/2026/NQ-CP", "66.16/2026/NQ-CP"}
	var numbers []Number
	for _, s := range want {
		n, err := ParseNumber(s)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append([]Number{n}, numbers...)
	}
	slices.SortFunc(numbers, Number.Compare)
	var got []string
	for _, n := range numbers {
		got = append(got, n.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestPadded(t *testing.T) {
	for s, want := range map[string]bool{"01/KH-UBND": true, "1/KH-UBND": false, "10/KH-UBND": true, "9a/NQ-CP": false, "005/BC-UBND": true} {
		if n, err := ParseNumber(s); err != nil || n.Padded() != want {
			t.Errorf("%s: padded is %t, want %t (%v)", s, n.Padded(), want, err)
		}
	}
}

func TestPartyAndStateForm(t *testing.T) {
	for _, c := range []struct {
		in           string
		isParty      bool
		party, state string
	}{
		{"02/CTr-ĐU", true, "02-CTr/ĐU", "02/CTr-ĐU"},
		{"10-CTr/TU", true, "10-CTr/TU", "10/CTr-TU"},
		{"3260-KH/ĐĐQH15", true, "3260-KH/ĐĐQH15", "3260/KH-ĐĐQH15"},
		{"10-KH/UBND", false, "10-KH/UBND", "10/KH-UBND"},
		{"01/BC-BCĐTW", false, "01-BC/BCĐTW", "01/BC-BCĐTW"},
		{"30/2020/NĐ-CP", false, "", ""},
		{"161/CP", false, "", ""},
		{"01/BC", false, "", ""},
	} {
		n, err := ParseNumber(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if n.IsParty() != c.isParty || n.InPartyForm() != c.party || n.InStateForm() != c.state {
			t.Errorf("%s: %t, %q, %q; want %t, %q, %q", c.in, n.IsParty(), n.InPartyForm(), n.InStateForm(), c.isParty, c.party, c.state)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"01/KH-UBND", "30/2020/NĐ-CP", "10-CTr/TU", "111-HĐBT", "66.16/2026/NQ-CP", "Số: 68- nq/tw", "49/2025TT-BCT", "45/QĐ-BNN&PTNT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNumber(s)
		if err == nil {
			again, err := ParseNumber(n.String())
			if err != nil || again != n {
				t.Fatalf("%q parses to %+v, and that again to %+v, %v", s, n, again, err)
			}
			return
		}
		if suggest := err.(*NumberError).Suggest; suggest != "" {
			if _, err := ParseNumber(suggest); err != nil {
				t.Fatalf("%q: suggestion %q cannot be read", s, suggest)
			}
		}
	})
}
