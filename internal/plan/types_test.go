package plan

import (
	"regexp"
	"testing"

	"planpress/internal/citation"
)

func TestFindType(t *testing.T) {
	for in, want := range map[string]string{
		"ke-hoach":             "ke-hoach",
		"Kế hoạch":             "ke-hoach",
		"KẾ HOẠCH":             "ke-hoach",
		"ke hoach":             "ke-hoach",
		"Kê\u0301 hoa\u0323ch": "ke-hoach",
		" KH ":                 "ke-hoach",
		"Plan":                 "ke-hoach",
		"plan":                 "ke-hoach",
		"ĐA":                   "de-an",
		"DA":                   "du-an",
		"TTr":                  "to-trinh",
		"QyĐ":                  "quy-dinh",
		"NQ":                   "nghi-quyet",
		"nghị quyết":           "nghi-quyet",
		"nghi-quyet-dang":      "nghi-quyet-dang",
		"NĐ":                   "nghi-dinh",
		"KL":                   "ket-luan",
		"Công văn":             "cong-van",
		"GN":                   "ban-ghi-nho",
		"Ctr":                  "",
		"kế hoặc":              "",
		"":                     "",
		"!":                    "",
	} {
		got := ""
		if found := FindType(in); found != nil {
			got = found.ID
		}
		if got != want {
			t.Errorf("FindType(%q) is %q, want %q", in, got, want)
		}
	}
}

// The decree names 29 types and three sorts of copies, all with an
// abbreviation but for the two sorts of letters.
func TestAdministrativeTypes(t *testing.T) {
	n, without := 0, 0
	for _, typ := range Types() {
		if typ.Family != Administrative {
			continue
		}
		n++
		if typ.Abbr == "" {
			without++
		}
	}
	if n != 29+3 || without != 2 {
		t.Errorf("%d administrative types, %d without abbreviation; want 32, 2", n, without)
	}
}

func TestTypesAreDistinct(t *testing.T) {
	ids, names := map[string]bool{}, map[Family]map[string]bool{Administrative: {}, Normative: {}, Party: {}}
	shape := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	for _, typ := range Types() {
		if ids[typ.ID] || !shape.MatchString(typ.ID) || TypeByID(typ.ID) != typ || FindType(typ.ID) != typ {
			t.Errorf("id %q is not of one type", typ.ID)
		}
		ids[typ.ID] = true
		if names[typ.Family][typ.Name.VI] || typ.Name.VI == "" || typ.Name.EN == "" {
			t.Errorf("%s: name %q is missing or taken", typ.ID, typ.Name)
		}
		names[typ.Family][typ.Name.VI] = true
		for _, abbr := range append([]string{typ.Abbr}, typ.OtherAbbrs...) {
			if abbr != "" && !citation.IsTypeAbbr(abbr) {
				t.Errorf("%s: numbers with %q are not read as naming a type", typ.ID, abbr)
			}
		}
	}
}

func TestTypeIn(t *testing.T) {
	if got := TypeByID("ke-hoach").In(Party); got != TypeByID("ke-hoach-dang") {
		t.Errorf("the Party's plan is %v", got)
	}
	if got := TypeByID("giay-moi").In(Party); got != nil {
		t.Errorf("the Party's invitation is %v, want none", got)
	}
	if got := TypesByAbbr("NQ"); len(got) != 3 {
		t.Errorf("NQ stands for %d types, want 3", len(got))
	}
}
