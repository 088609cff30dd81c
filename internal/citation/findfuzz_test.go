package citation

import (
	"os"
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
		"điểm a khoản 1 Điều 7 và Điều 8 của Kế hoạch này", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2024 số 31/2024/QH15",
		"68- NQ/TW, số 49/2025TT-BCT; Số: 01\u00a0/ kh–UBND", "của Bộ Văn hóa, Thể thao và Du lịch", "các Quyết định số 1/QĐ-TTg ngày 3-1-2023, 2/QĐ-TTg của UBND tỉnh ngày 4.1.2023",
	} {
		f.Add([]byte(s))
	}
	for _, name := range []string{"testdata/labelled.txt", "testdata/holdout.txt"} {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		end := 0
		for _, s := range Find(nil, text) {
			if s.Start < end || s.End <= s.Start || s.Full < s.End || s.Full > len(text) {
				t.Fatalf("%q: %+v begins before %d, or is no span", text, s, end)
			}
			end = s.Full
			for _, at := range []int{s.Start, s.End, s.Full} {
				if at < len(text) && utf8.Valid(text) && !utf8.RuneStart(text[at]) {
					t.Fatalf("%q: %+v cuts a character", text, s)
				}
			}
			if s.Number.IsZero() {
				if s.Provision == (Provision{}) && s.Day.IsZero() {
					t.Fatalf("%q: %+v cites nothing", text, s)
				}
				continue
			}
			if n, err := ParseNumber(s.Number.Text); err != nil || n != s.Number {
				t.Fatalf("%q: %+v: the number reads %+v, %v", text, s, n, err)
			}
		}
	})
}
