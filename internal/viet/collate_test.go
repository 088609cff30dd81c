package viet

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCollator(t *testing.T) {
	for _, want := range [][]string{
		{"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"},
		{"ca", "cà", "cả", "cã", "cá", "cạ"},
		{"Cả", "Cã", "Cá", "Cạ"},
		{"bá", "ba lá", "bà la", "bà lan"},
		{"dân", "đa", "Đà Nẵng"},
		{"Kế hoạch 2", "Kế hoạch 10", "Kế hoạch 100"},
		{"01/KH-UBND", "2/KH-UBND", "10/KH-UBND"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, NewCollator().Compare)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("order (-want +got):\n%s", diff)
		}
	}
}

func TestCompareSeesNoDifferenceInForm(t *testing.T) {
	if c := NewCollator().Compare("bệnh", "be\u0302\u0323nh"); c != 0 {
		t.Errorf("composed and decomposed text differ: %d", c)
	}
}
