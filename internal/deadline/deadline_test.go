package deadline

import (
	"testing"
	"unicode/utf8"

	"planpress/internal/plan"
)

// show writes a deadline in a way that a table can hold: its days, the
// recurrence, then + for one without an end.
func show(d plan.Deadline) string {
	out := d.Earliest.String() + ".." + d.Latest.String()
	if d.Recurs != plan.Once {
		out += " " + [...]string{"once", "always", "daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"}[d.Recurs]
	}
	if d.Open {
		out += " +"
	}
	return out
}

func TestForms(t *testing.T) {
	const none = ".."
	for _, c := range []struct{ text, want string }{
		{"", none},
		{"2025", "2025-01-01..2025-12-31"},
		{"Năm 2025", "2025-01-01..2025-12-31"},
		{"Trong năm 2025", "2025-01-01..2025-12-31"},
		{"cuối năm 2025", "2025-01-01..2025-12-31"},
		{"6/2025", "2025-06-01..2025-06-30"},
		{"06/2025", "2025-06-01..2025-06-30"},
		{"2/2024", "2024-02-01..2024-02-29"},
		{"6-2025", "2025-06-01..2025-06-30"},
		{"2025-06", "2025-06-01..2025-06-30"},
		{"Tháng 10/2025", "2025-10-01..2025-10-31"},
		{"THÁNG 10/2025", "2025-10-01..2025-10-31"},
		{"thang 10/2025", "2025-10-01..2025-10-31"},
		{"Tháng 10/2025.", "2025-10-01..2025-10-31"},
		{"tháng 10 năm 2025", "2025-10-01..2025-10-31"},
		{"Trong tháng 10/2025", "2025-10-01..2025-10-31"},
		{"cuối tháng 10/2025", "2025-10-01..2025-10-31"},
		{"tháng mười năm 2025", "2025-10-01..2025-10-31"},
		{"tháng mười hai năm 2025", "2025-12-01..2025-12-31"},
		{"tháng Mười một năm 2025", "2025-11-01..2025-11-30"},
		{"tháng năm năm 2025", "2025-05-01..2025-05-31"},
		{"tháng tư năm 2025", "2025-04-01..2025-04-30"},
		{"tháng chạp năm 2025", "2025-12-01..2025-12-31"},
		{"tháng 3-6/2025", "2025-03-01..2025-06-30"},
		{"tháng 3, 6 và 9 năm 2025", "2025-03-01..2025-09-30"},
		{"Từ tháng 01 đến tháng 6/2025", "2025-01-01..2025-06-30"},
		{"tháng 10/2025 - tháng 3/2026", "2025-10-01..2026-03-31"},
		{"10/2025 - 3/2026", "2025-10-01..2026-03-31"},
		{"Quý II/2025", "2025-04-01..2025-06-30"},
		{"quý ii/2025", "2025-04-01..2025-06-30"},
		{"Quý 2/2025", "2025-04-01..2025-06-30"},
		{"Q2/2025", "2025-04-01..2025-06-30"},
		{"QuýII/2025", "2025-04-01..2025-06-30"},
		{"Quý IV năm 2025", "2025-10-01..2025-12-31"},
		{"Quý I, 2025", "2025-01-01..2025-03-31"},
		{"Trong Quý I/2025", "2025-01-01..2025-03-31"},
		{"Quý II, III năm 2025", "2025-04-01..2025-09-30"},
		{"Quý II và Quý III/2025", "2025-04-01..2025-09-30"},
		{"Quý I - III/2025", "2025-01-01..2025-09-30"},
		{"Quý I - Quý III/2025", "2025-01-01..2025-09-30"},
		{"Quý IV/2025 - Quý I/2026", "2025-10-01..2026-03-31"},
		{"Từ Quý IV/2025 đến hết Quý I/2026", "2025-10-01..2026-03-31"},
		{"2025-2026", "2025-01-01..2026-12-31"},
		{"2025 - 2026", "2025-01-01..2026-12-31"},
		{"2025 – 2026", "2025-01-01..2026-12-31"},
		{"Giai đoạn 2026-2030", "2026-01-01..2030-12-31"},
		{"2025, 2026", "2025-01-01..2026-12-31"},
		{"Từ năm 2025 đến năm 2027", "2025-01-01..2027-12-31"},
		{"31/12/2025", "2025-12-31..2025-12-31"},
		{"1/7/2025", "2025-07-01..2025-07-01"},
		{"31-12-2025", "2025-12-31..2025-12-31"},
		{"31.12.2025", "2025-12-31..2025-12-31"},
		{"2025-12-31", "2025-12-31..2025-12-31"},
		{"Ngày 31/12/2025", "2025-12-31..2025-12-31"},
		{"ngày 31 tháng 12 năm 2025", "2025-12-31..2025-12-31"},
		{"ngày 31 tháng 12/2025", "2025-12-31..2025-12-31"},
		{"01/6 - 30/6/2025", "2025-06-01..2025-06-30"},
		{"Từ ngày 01/6/2025 đến ngày 30/6/2025", "2025-06-01..2025-06-30"},
		{"Trước ngày 15/12/2025", "..2025-12-14"},
		{"Xong trước ngày 01/01/2026", "..2025-12-31"},
		{"Hoàn thành trước 15/12/2025", "..2025-12-14"},
		{"Trước 17h00 ngày 15/12/2025", "..2025-12-15"},
		{"Trước 17 giờ ngày 15/12/2025", "..2025-12-15"},
		{"Cả năm 2025", "2025-01-01..2025-12-31"},
		{"Quí II/2025", "2025-04-01..2025-06-30"},
		{"QII/2025", "2025-04-01..2025-06-30"},
		{"Hàng quí", ".. quarterly"},
		{"T6/2025", "2025-06-01..2025-06-30"},
		{"12.2025", "2025-12-01..2025-12-31"},
		{"Tháng 12/2025 (dự kiến)", "2025-12-01..2025-12-31"},
		{"Quý III/2025 (theo tiến độ của tỉnh)", "2025-07-01..2025-09-30"},
		{"Sau khi có hướng dẫn (dự kiến)", none},
		{"Trước tháng 6/2025", "..2025-05-31"},
		{"Trước Quý III/2025", "..2025-06-30"},
		{"Trước năm 2026", "..2025-12-31"},
		{"Chậm nhất ngày 15/12/2025", "..2025-12-15"},
		{"Đến 31/12/2025", "..2025-12-31"},
		{"Đến hết năm 2025", "..2025-12-31"},
		{"Hết Quý II/2025", "..2025-06-30"},
		{"2025 và những năm tiếp theo", "2025-01-01.. +"},
		{"Năm 2025 và các năm tiếp theo", "2025-01-01.. +"},
		{"Từ năm 2025 trở đi", "2025-01-01.. +"},
		{"Từ tháng 7/2025", "2025-07-01.. +"},
		{"6 tháng đầu năm 2025", "2025-01-01..2025-06-30"},
		{"06 tháng cuối năm 2025", "2025-07-01..2025-12-31"},
		{"Sáu tháng đầu năm 2025", "2025-01-01..2025-06-30"},
		{"9 tháng đầu năm 2025", "2025-01-01..2025-09-30"},
		{"nửa cuối năm 2025", "2025-07-01..2025-12-31"},
		{"Thường xuyên", ".. always"},
		{"thường xuyên, liên tục", ".. always"},
		{"Thường xuyên trong năm 2025", "2025-01-01..2025-12-31 always"},
		{"Thường xuyên, hằng năm", ".. always"},
		{"Hằng năm", ".. yearly"},
		{"Hàng năm", ".. yearly"},
		{"Hằng quý", ".. quarterly"},
		{"Hàng tháng", ".. monthly"},
		{"Hằng tuần", ".. weekly"},
		{"Hằng tháng, quý, năm", ".. monthly"},
		{"Định kỳ hằng quý", ".. quarterly"},
		{"Định kỳ quý", ".. quarterly"},
		{"Định kỳ 6 tháng/lần", ".. half-yearly"},
		{"6 tháng một lần", ".. half-yearly"},
		{"3 tháng/lần", ".. quarterly"},
		{"01 lần/năm", ".. yearly"},
		{"Tháng 01/2025; tháng 12/2025", "2025-01-01..2025-12-31"},
		{"Tháng 3 và tháng 9/2025", "2025-03-01..2025-09-30"},
		{"từ tháng 3 đến tháng 11/2025", "2025-03-01..2025-11-30"},
		{"5 tháng đầu năm 2025", "2025-01-01..2025-05-31"},
		{"Trước Tết Nguyên đán", none},
		{"Hằng năm, từ năm 2025", "2025-01-01.. yearly +"},
		{"Trước ngày 15 hằng tháng", ".. monthly"},
		{"Trước ngày 15/12 hằng năm", ".. yearly"},
		{"Quý IV hằng năm", ".. yearly"},
		{"Hằng quý trong năm 2025", "2025-01-01..2025-12-31 quarterly"},
		{"theo kế hoạch của tỉnh", none},
		{"Theo Kế hoạch số 123/KH-UBND năm 2025", none},
		{"Sau khi có hướng dẫn của Bộ Nội vụ", none},
		{"30 ngày kể từ ngày 01/7/2025", none},
		{"Theo nhiệm vụ thường xuyên của đơn vị", none},
		{"đầu năm 2025", none},
		{"tháng năm 2025", none},
		{"Theo quy định", none},
	} {
		d, doubt := Parse(c.text)
		if doubt != Certain {
			t.Errorf("%q: doubt %d", c.text, doubt)
		}
		if got := show(d); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
		if d.Text != c.text {
			t.Errorf("%q: the text became %q", c.text, d.Text)
		}
	}
}

func TestDoubts(t *testing.T) {
	for _, c := range []struct {
		text string
		want Doubt
	}{
		{"31/13/2025", NoSuchDate},
		{"30/02/2025", NoSuchDate},
		{"29/2/2025", NoSuchDate},
		{"29/2/2024", Certain},
		{"Tháng 13/2025", NoSuchDate},
		{"Tháng 0/2025", NoSuchDate},
		{"13/2025", NoSuchDate},
		{"Quý V/2025", NoSuchDate},
		{"Quý XX/2025", NoSuchDate},
		{"Quý 5/2025", NoSuchDate},
		{"ngày 31 tháng 6 năm 2025", NoSuchDate},
		{"2025-13-01", NoSuchDate},
		{"Trước ngày 32/12/2025", NoSuchDate},
		{"2026 - 2025", Backwards},
		{"Từ tháng 6/2025 đến tháng 3/2025", Backwards},
		{"Quý II", NoYear},
		{"Tháng 6", NoYear},
		{"Trước ngày 31/12", NoYear},
		{"6 tháng đầu năm", NoYear},
		{"Trước ngày 15 hằng tháng", Certain},
		{"123/2025", Certain},
		{"Jun-26", Converted},
		{"15-Dec-26", Converted},
		{"15/12/26", Converted},
		{"46022", Converted},
		{"500", Certain},
		{"Hoàn thành", Certain},
	} {
		d, doubt := Parse(c.text)
		if doubt != c.want {
			t.Errorf("%q: doubt %d, want %d (%s)", c.text, doubt, c.want, show(d))
		}
		if doubt != Certain && (d.Dated() || d.Open || d.Recurs != plan.Once) {
			t.Errorf("%q is in doubt, and yet gave %s", c.text, show(d))
		}
	}
}

// FuzzParse holds what is true of every deadline: its text is kept, and its
// ends are days of the calendar in their order.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"Quý II, III/2025", "Từ 01/6 - 30/6/2025 trở đi", "ngày 31 tháng mười hai năm 2025", "trước 17h00 ngày 1/1/1900", "hằng 6 tháng, quý, năm 2025 và những năm tiếp theo"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		d, _ := Parse(s)
		if d.Text != s {
			t.Fatalf("%q became %q", s, d.Text)
		}
		for _, day := range []plan.Date{d.Earliest, d.Latest} {
			if !day.IsZero() && (!day.Valid() || !day.IsDay()) {
				t.Fatalf("%q gave the day %v", s, day)
			}
		}
		if !d.Earliest.IsZero() && !d.Latest.IsZero() && d.Latest.Compare(d.Earliest) < 0 {
			t.Fatalf("%q ends before it begins: %s", s, show(d))
		}
	})
}
