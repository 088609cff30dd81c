package viet

import (
	"fmt"
	"testing"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		y, m, d              int
		long, short, english string
	}{
		{2023, 1, 3, "ngày 03 tháng 01 năm 2023", "03/01/2023", "3 January 2023"},
		{2023, 2, 28, "ngày 28 tháng 02 năm 2023", "28/02/2023", "28 February 2023"},
		{2019, 6, 29, "ngày 29 tháng 6 năm 2019", "29/06/2019", "29 June 2019"},
		{2025, 3, 9, "ngày 09 tháng 3 năm 2025", "09/03/2025", "9 March 2025"},
		{2025, 12, 10, "ngày 10 tháng 12 năm 2025", "10/12/2025", "10 December 2025"},
		{2025, 2, 0, "tháng 02 năm 2025", "02/2025", "February 2025"},
		{2025, 7, 0, "tháng 7 năm 2025", "07/2025", "July 2025"},
		{2025, 0, 0, "năm 2025", "2025", "2025"},
		{0, 0, 0, "", "", ""},
	} {
		if long, short, english := LongDate(c.y, c.m, c.d), ShortDate(c.y, c.m, c.d), EnglishDate(c.y, c.m, c.d); long != c.long || short != c.short || english != c.english {
			t.Errorf("%d-%d-%d: %q, %q, %q; want %q, %q, %q", c.y, c.m, c.d, long, short, english, c.long, c.short, c.english)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		v      float64
		places int
		vi, en string
	}{
		{1234567.89, 2, "1.234.567,89", "1,234,567.89"},
		{1234567.89, -1, "1.234.567,89", "1,234,567.89"},
		{0.7, 1, "0,7", "0.7"},
		{-1234, 0, "-1.234", "-1,234"},
		{999, 0, "999", "999"},
		{1000, 0, "1.000", "1,000"},
		{0.125, 3, "0,125", "0.125"},
	} {
		if vi, en := Decimal(c.v, c.places, "vi"), Decimal(c.v, c.places, "en"); vi != c.vi || en != c.en {
			t.Errorf("%v: %q, %q; want %q, %q", c.v, vi, en, c.vi, c.en)
		}
	}
}

func TestSize(t *testing.T) {
	for _, c := range []struct {
		bytes  int64
		vi, en string
	}{
		{0, "0 byte", "0 bytes"},
		{1, "1 byte", "1 byte"},
		{1023, "1.023 byte", "1,023 bytes"},
		{1024, "1 KB", "1 KB"},
		{2_411_725, "2,3 MB", "2.3 MB"},
		{2 << 20, "2 MB", "2 MB"},
		{16 << 20, "16 MB", "16 MB"},
		{812_345, "793 KB", "793 KB"},
		{1<<20 - 1, "1 MB", "1 MB"},
		{10<<20 - 1, "10 MB", "10 MB"},
		{3 << 40, "3 TB", "3 TB"},
	} {
		if vi, en := Size(c.bytes, "vi"), Size(c.bytes, "en"); vi != c.vi || en != c.en {
			t.Errorf("%d: %q, %q; want %q, %q", c.bytes, vi, en, c.vi, c.en)
		}
	}
}

func ExampleLongDate() {
	fmt.Println(LongDate(2023, 1, 3))
	fmt.Println(LongDate(2019, 6, 29))
	// Output:
	// ngày 03 tháng 01 năm 2023
	// ngày 29 tháng 6 năm 2019
}
