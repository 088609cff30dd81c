package relate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"planpress/internal/citation"
	"planpress/internal/plan"
)

// TestLikelyIsEnough: looking only at the documents that a citation may mean
// finds what looking at all of that number finds.
func TestLikelyIsEnough(t *testing.T) {
	found, none := 0, 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		rel := newRelater(crowd(r))
		rel.organisations()
		rel.kinship()
		rel.entries()
		rel.references()
		rel.effects()
		c := newCiter(rel).forPart(nil)
		for at, d := range rel.in.Documents {
			for i := range d.Citations {
				cited := &d.Citations[i]
				all := vote{citer: c, citing: &rel.entered[at], cited: cited, said: c.body(cited.Issuer), central: isCentral(cited.Number)}
				likely := all
				same := c.byNumber[numberedAs(cited.Number)]
				all.weigh(same.here)
				likely.likely(same)
				if all.tie != likely.tie || !all.tie && all.best != likely.best {
					t.Fatalf("seed %d: %s of %q on %s in %s: of all %+v, of those that are likely %+v", seed, cited, cited.Issuer, cited.Day, d.Path, all.best.Entry, likely.best.Entry)
				}
				if all.best.Entry != nil && !all.tie {
					found++
				} else {
					none++
				}
			}
		}
	}
	if found < 1000 || none < 1000 {
		t.Errorf("the trial says little: %d found, %d not", found, none)
	}
}

// crowd is documents of few numbers, by bodies whose names begin alike, on few
// days.
func crowd(r *rand.Rand) Input {
	in := input()
	names := []string{"Ủy ban nhân dân tỉnh Ví Dụ", "Ủy ban nhân dân phường Hoa Giấy", "Ủy ban nhân dân phường Hoa", "Ủy ban nhân dân phường Hoa Giấy", "Văn phòng"}
	in.Registry.Orgs = nil
	for i, name := range names {
		o := &plan.Org{ID: fmt.Sprint("org-", i), Name: name}
		if i > 0 {
			o.Parent = fmt.Sprint("org-", r.IntN(i))
		}
		in.Registry.Orgs = append(in.Registry.Orgs, o)
	}
	day := func() plan.Date {
		return plan.Date{Year: int16(2024 + r.IntN(2)), Month: 3, Day: int8(1 + r.IntN(2))}
	}
	numbers := []citation.Number{{Text: "1/KH-UBND", Form: citation.State, Ordinal: 1, Type: "KH", Body: "UBND"},
		{Text: "2/2025/QĐ-UBND", Form: citation.State, Ordinal: 2, Year: 2025, Type: "QĐ", Body: "UBND"}}
	said := []string{"", "", "UBND", "UBND tỉnh", "UBND phường Hoa Giấy", "Chủ tịch UBND tỉnh Ví Dụ", "UBND xã Khác"}
	for i := range 40 {
		d := doc(fmt.Sprintf("plans/d%02d.md", i), issued(day()), number(numbers[r.IntN(2)], ""))
		if r.IntN(8) == 0 {
			d.Issued = plan.Date{}
		}
		if d.Issuer = in.Registry.Orgs[r.IntN(len(names))].ID; r.IntN(8) == 0 {
			d.Issuer = ""
		}
		for range 4 {
			cited := plan.Cited{Number: numbers[r.IntN(2)], Issuer: said[r.IntN(len(said))]}
			if r.IntN(2) == 0 {
				cited.Day = day()
			}
			d.Citations = append(d.Citations, cited)
		}
		if i > 0 && r.IntN(3) == 0 {
			basis(fmt.Sprintf("plans/d%02d", r.IntN(i)))(d)
		}
		in.Documents = append(in.Documents, d)
	}
	return in
}
