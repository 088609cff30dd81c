package relate

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"planpress/internal/plan"
)

var effective = [...]plan.RelationKind{plan.Replaces, plan.Repeals, plan.Recalls, plan.Suspends, plan.Extends, plan.Amends, plan.Corrects}

// tangle is a few documents that do anything to one another, cycles included.
func tangle(r *rand.Rand) []*plan.Document {
	docs := make([]*plan.Document, 2+r.IntN(7))
	day := func() plan.Date { return on(1+r.IntN(4), 1+r.IntN(3)) }
	sometimes := func() plan.Date {
		if r.IntN(2) == 0 {
			return plan.Date{}
		}
		return day()
	}
	for i := range docs {
		d := doc(fmt.Sprintf("plans/d%d.md", i), issued(day()), lasts(sometimes(), sometimes()))
		if r.IntN(5) == 0 {
			kind("quyet-dinh-qppl")(d)
		}
		if r.IntN(4) == 0 && i > 0 { // a version of the one before in another language
			d.Number, d.Lang, d.Issued, d.Issuer, docs[i-1].Issuer = kh1, "en", docs[i-1].Issued, "ward", "ward"
			docs[i-1].Number = kh1
		}
		for range r.IntN(4) {
			relation(effective[r.IntN(len(effective))], fmt.Sprintf("plans/d%d", r.IntN(len(docs))))(d)
			rel := &d.Relations[len(d.Relations)-1]
			rel.Date, rel.Until = sometimes(), sometimes()
			if r.IntN(4) == 0 {
				rel.Provision = "Mục I"
			}
		}
		docs[i] = d
	}
	return docs
}

func effectsOf(docs []*plan.Document) map[string]string {
	r := newRelater(input(docs...))
	r.entries()
	r.references()
	r.effects()
	out := map[string]string{}
	for _, e := range r.entered {
		out[e.Document.Path] = show(e.Effect)
	}
	return out
}

// TestTheOrderOfReadingDoesNotMatter: whatever documents do to one another, each
// comes to the same effect in whatever order they are read, and there is an end
// to it.
func TestTheOrderOfReadingDoesNotMatter(t *testing.T) {
	kinds := map[string]bool{}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		docs := tangle(r)
		want := effectsOf(docs)
		for range 3 {
			r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
			for path, got := range effectsOf(docs) {
				if got != want[path] {
					t.Fatalf("seed %d: %s is %q, and %q in another order", seed, path, want[path], got)
				}
				kinds[got[:4]] = true
			}
		}
	}
	if len(kinds) < 9 {
		t.Errorf("the documents came to %d kinds of effect only: %v", len(kinds), kinds)
	}
}
