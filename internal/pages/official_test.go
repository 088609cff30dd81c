package pages

import (
	"testing"

	"planpress/internal/plan"
)

func TestSignature(t *testing.T) {
	for _, c := range []struct{ authority, position, body, onBehalf, want string }{
		{"TM", "Chủ tịch", "Ủy ban nhân dân phường Tam Quan", "TM. Ủy ban nhân dân", "Chủ tịch"},
		{"KT", "Phó Chủ tịch", "Ủy ban nhân dân phường Tam Quan", "KT. Chủ tịch", "Phó Chủ tịch"},
		{"KT", "Phó Giám đốc", "Sở Nội vụ", "KT. Giám đốc", "Phó Giám đốc"},
		{"TL", "Chánh Văn phòng", "Ủy ban nhân dân tỉnh Gia Lai", "TL. Chủ tịch", "Chánh Văn phòng"},
		{"Q", "Chủ tịch", "Ủy ban nhân dân xã A", "", "Q. Chủ tịch"},
		{"", "Giám đốc", "Sở Nội vụ", "", "Giám đốc"},
	} {
		onBehalf, position := signature(plan.Signer{Name: "N", Position: c.position, Authority: c.authority}, c.body)
		if onBehalf != c.onBehalf || position != c.want {
			t.Errorf("%s %s: %q, %q, want %q, %q", c.authority, c.position, onBehalf, position, c.onBehalf, c.want)
		}
	}
}

func TestPunctuate(t *testing.T) {
	lines := []string{"a", "b"}
	punctuate(lines)
	if lines[0] != "a;" || lines[1] != "b." {
		t.Error(lines)
	}
}
