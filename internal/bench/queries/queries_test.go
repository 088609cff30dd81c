package queries

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func docs() []Doc {
	var out []Doc
	for i := range 40 {
		d := Doc{URL: string(rune('a'+i%26)) + string(rune('0'+i/26)), Title: "Kế hoạch", Number: "07/KH-UBND", Place: "phường Ví Dụ 1", Topic: "đất đai", Year: 2020 + i%2}
		d.Blocks = []string{"Phục vụ nhân dân tốt hơn, kỹ cương; rà soát."}
		if i%3 == 0 {
			d.Blocks = append(d.Blocks, "Nâng cao hiệu lực. Quản lý đất đai rừng núi")
		}
		out = append(out, d)
	}
	return out
}

func TestQueriesHaveRightAnswers(t *testing.T) {
	all := Make(docs(), 1, 6)
	if len(all) != 6*len(Kinds) {
		t.Fatalf("%d queries", len(all))
	}
	for _, q := range all {
		if q.Text == "" || len(q.Right) == 0 {
			t.Errorf("%s: %q has no right answer", q.Kind, q.Text)
		}
		if len(q.Right) == 40 && q.Kind == Topic {
			t.Errorf("%q: every year is right", q.Text)
		}
	}
	if diff := cmp.Diff(all, Make(docs(), 1, 6)); diff != "" {
		t.Error("the same seed gives other queries:", diff)
	}
}

func TestPhrasesDoNotCrossClauses(t *testing.T) {
	m := &maker{docs: docs(), texts: []string{folded([]string{"Kỹ cương; rà soát", "núi, sông"})}}
	for phrase, want := range map[string]int{"ky cuong": 1, "cuong ra": 0, "soat nui": 0, "nui song": 1} {
		if got := len(m.having(phrase)); got != want {
			t.Errorf("%q: %d documents, not %d", phrase, got, want)
		}
	}
}

func TestScore(t *testing.T) {
	q := Query{Kind: Phrase, Right: map[string]bool{"a": true, "b": true}}
	if got := q.Score([]string{"a", "x"}); got != .5 {
		t.Errorf("one of two right ones: %v", got)
	}
	q.Kind = Topic
	if q.Score([]string{"x", "a"}) != 0 || q.Score([]string{"b"}) != 1 || q.Score(nil) != 0 {
		t.Error("the first must be right")
	}
}
