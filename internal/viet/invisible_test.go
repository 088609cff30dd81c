package viet

import (
	"slices"
	"testing"
)

func TestEth(t *testing.T) {
	for in, want := range map[string][]int{
		"QUYẾT ĐỊNH đường":       nil,
		"QUYẾT \u00D0ỊNH":        {8},
		"H\u00D0ND và \u00F0i":   {1, 10},
		"30/2020/N\u00D0-CP":     {9},
		"Gu\u00F0 er gó\u00F0ur": nil,
		"\u00D0\u00D0":           {0, 2},
		"\u00D0":                 {0},
	} {
		if got := Eth([]byte(in)); !slices.Equal(got, want) {
			t.Errorf("Eth(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestZeroWidth(t *testing.T) {
	for in, want := range map[string][]int{
		"Kế hoạch “2023” – 10\u00A0%": nil,
		"Kế\u200B hoạch":              {4},
		"a\u00ADb\uFEFFc\u2060":       {1, 4, 8},
		"a\u200Db\u200Cc":             {1, 5},
		"👩\u200D👧 nhà":                nil,
		"می\u200Cخواهم":               nil,
		"\u202Ea":                     {0},
		"\u200E":                      {0},
	} {
		if got := ZeroWidth([]byte(in)); !slices.Equal(got, want) {
			t.Errorf("ZeroWidth(%q) = %v, want %v", in, got, want)
		}
	}
}
