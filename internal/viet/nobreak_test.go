package viet

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// In these cases _ stands for the no-break space that is expected.
func TestNoBreak(t *testing.T) {
	for _, want := range []string{
		"",
		"Không có gì để giữ",
		"Kế hoạch số_01/KH-UBND ngày_03/01/2023",
		"Số:_01/KH-UBND",
		"ngày_03 tháng_01 năm_2023",
		"điểm_a khoản_1 Điều_7",
		"theo điểm_đ, khoản_2",
		"Chương_II, Mục_3 và Phụ lục_IV; Quý_II/2025, lần thứ_XX",
		"10_%, 5_% và 3_triệu đồng, 30_°C, 12_km², 1.234_m2",
		"giai đoạn_2021-2025, khoảng 16_- 18, 2021_– 2025",
		"chỉ tiêu ≥_03, ≤_5",
		"xem Article_7, page_12, No._5",
		"(số_5) “Điều_7” [khoản_1]",
		"phường Tam Quan, 07 nhiệm vụ, 5 người",
		"một số_1 nghĩa",
		"Vua I và II",
		"Chương_I-a",
		"điểm các",
		"nam 2023",
		"Điều  7",
		" 7",
		"Điều ",
		"10 phần trăm",
		"kinh tế - xã hội - 2",
	} {
		in := strings.ReplaceAll(want, "_", " ")
		got := strings.ReplaceAll(NoBreak(in), noBreakSpace, "_")
		if got != want {
			t.Errorf("NoBreak(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNoBreakIndexSeesWhatWentBefore(t *testing.T) {
	text := []byte("Điều 7 khoản 1")
	first := NoBreakIndex(text, 0)
	second := NoBreakIndex(text, first+1)
	if first != len("Điều") || second != len("Điều 7 khoản") || NoBreakIndex(text, second+1) != -1 {
		t.Errorf("spaces at %d and %d", first, second)
	}
	if got := NoBreakIndex(text, len("Điều")); got != first {
		t.Errorf("from the space itself: %d", got)
	}
}

func TestNoBreakDoesNotAllocate(t *testing.T) {
	dst, text := make([]byte, 0, 200), []byte("Kế hoạch số 01/KH-UBND ngày 03/01/2023 về 10 % của Chương II, điểm a")
	if n := testing.AllocsPerRun(100, func() { AppendNoBreak(dst, text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzNoBreak(f *testing.F) {
	for _, s := range []string{"số 01/KH-UBND", "điểm đ khoản 1 Điều 7", "16 - 18 %", "\xff 7", "Điều  7 Chương II"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := NoBreak(s)
		if NoBreak(out) != out {
			t.Fatalf("a second time, %q becomes %q", out, NoBreak(out))
		}
		if strings.ReplaceAll(out, noBreakSpace, " ") != strings.ReplaceAll(s, noBreakSpace, " ") {
			t.Fatalf("NoBreak(%q) = %q changes more than spaces", s, out)
		}
		if utf8.ValidString(s) && !utf8.ValidString(out) {
			t.Fatalf("NoBreak(%q) = %q is not UTF-8", s, out)
		}
	})
}

func BenchmarkNoBreak(b *testing.B) {
	text := []byte(strings.Repeat("Thực hiện cải cách hành chính toàn diện theo Kế hoạch số 01/KH-UBND ngày 03/01/2023 của Ủy ban nhân dân phường, ", 10))
	dst := make([]byte, 0, 2*len(text))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		AppendNoBreak(dst[:0], text)
	}
}

func BenchmarkNFC(b *testing.B) {
	text := []byte(strings.Repeat("Thực hiện cải cách hành chính “toàn diện” – ", 100))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NFC(text)
	}
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("Thực hiện cải cách hành chính toàn diện ", 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Fold(text)
	}
}
