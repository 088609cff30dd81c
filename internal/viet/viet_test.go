package viet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestNFC(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"bệnh":                    "bệnh",
		"be\u0323\u0302nh":        "bệnh",
		"be\u0302\u0323nh":        "bệnh",
		"b\u00EA\u0323nh":         "bệnh",
		"Kê\u0301 hoa\u0323ch.md": "Kế hoạch.md",
		"“Điều 7” – 10 % ≥ 03 … 😀": "“Điều 7” – 10 % ≥ 03 … 😀",
		"\u2126":       "Ω",
		"\u2000":       "\u2002",
		"\u1E9B\u0323": "\u1E9B\u0323",
		"e\u1E9B":      "e\u1E9B",
		"\xE1":         "\xE1",
	} {
		if got := NFCString(in); got != want {
			t.Errorf("NFCString(%+q) = %+q, want %+q", in, got, want)
		}
		if got := string(NFC([]byte(in))); got != want {
			t.Errorf("NFC(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

// The quick look must never call something composed that is not.
func TestComposedAgreesWithNorm(t *testing.T) {
	for r := rune(0); r < 0x30000; r++ {
		if s := "a" + string(r); utf8.ValidRune(r) && composed(s) && !norm.NFC.IsNormalString(s) {
			t.Errorf("%U is taken for composed", r)
		}
	}
	if all := "Đẩy mạnh cải cách hành chính “2023” – ẰẲẴẮẶ"; !composed(all) {
		t.Errorf("%q is not found composed without a closer look", all)
	}
}

func TestNFCKeepsTheSlice(t *testing.T) {
	in := []byte("Kế hoạch ≥ 03")
	if out := NFC(in); &out[0] != &in[0] {
		t.Error("normal text was copied")
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		"ubnd":                   "ubnd",
		"UBND Tam Quan":          "ubnd tam quan",
		"Kế hoạch số 01/KH-UBND": "ke hoach so 01/kh-ubnd",
		"ĐƯỜNG DƯƠNG đường":      "duong duong duong",
		"be\u0302\u0323nh":       "benh",
		"ằẳẵắặ ầẩẫấậ ỳỷỹýỵ ờởỡớợ ừửữứự": "aaaaa aaaaa yyyyy ooooo uuuuu",
		"QUYẾT ÐỊNH":  "quyet dinh",
		"Łódź Ørsted": "lodz orsted",
		"Ελλάδα":      "ελλαδα",
		"日本":          "日本",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// Slugs are addresses: a change here breaks links.
func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "",
		"Ngân sách năm 2026":                "ngan-sach-nam-2026",
		"  I. MỤC ĐÍCH, YÊU CẦU  ":          "i-muc-dich-yeu-cau",
		"Điều 7. Đường/đi":                  "dieu-7-duong-di",
		"be\u0302\u0323nh vie\u0323\u0302n": "benh-vien",
		"10 % – 1.234,5":                    "10-1-234-5",
		"đ)":                                "d",
		"日本":                                "",
		"--- …":                             "",
		"!a?":                               "a",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSlugIsCutAtAWord(t *testing.T) {
	for in, want := range map[string]string{
		strings.Repeat("kế hoạch ", 20):                         strings.Repeat("ke-hoach-", 11)[:98],
		strings.Repeat("a", 150):                                strings.Repeat("a", 100),
		strings.Repeat("a", 100):                                strings.Repeat("a", 100),
		strings.Repeat("a", 99) + " b":                          strings.Repeat("a", 99),
		strings.Repeat("a", 98) + " b":                          strings.Repeat("a", 98) + "-b",
		strings.Repeat("a", 98) + " b c":                        strings.Repeat("a", 98) + "-b",
		strings.Repeat("a", 50) + " " + strings.Repeat("b", 50): strings.Repeat("a", 50),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Ngân sách năm 2026", "be\u0323\u0302nh", "\xff đ)", strings.Repeat("dài ", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		if len(slug) > maxSlug || Slug(slug) != slug || strings.Trim(slug, "-") != slug || strings.Contains(slug, "--") {
			t.Fatalf("Slug(%q) = %q", s, slug)
		}
		for i := range len(slug) {
			if c := slug[i]; c != '-' && !isSlugByte(c) {
				t.Fatalf("Slug(%q) = %q", s, slug)
			}
		}
		if normal := NFCString(s); Slug(normal) != slug {
			t.Fatalf("Slug(%q) = %q, and %q in normal form", s, slug, Slug(normal))
		}
	})
}

// TestPlain: a text that is said to be plain must be one in which the closer
// looks find nothing.
func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"Kế hoạch số 01/KH-UBND – “Đẩy mạnh” ‘cải cách’… Ặ Ễ ỷ": true,
		"": true, "đường Ỗ ợ ừ ĩ ũ": true,
		"Ðiều": false, "ð": false, "a\u200Bb": false, "a\u00ADb": false, "\uFEFFa": false, "e\u0302": false,
		"Uû ban nh©n d©n": false, "ê\u0323": false, "\xc4": false, "\xc4a": false, "\xe1\xba": false, "\xe1\xbaa": false, "\xe1a\xba": false, "日本": false, "10 m²": false, "≥ 55": false,
	} {
		if got := Plain([]byte(text)); got != want {
			t.Errorf("Plain(%q) = %v, want %v", text, got, want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("Kế hoạch – “Đẩy mạnh”…")
	f.Add("Ðiều \u200B ê\u0323")
	f.Add("\xe1\xba\xc4a\xc3")
	f.Fuzz(func(t *testing.T, s string) {
		text := []byte(s)
		if !Plain(text) {
			return
		}
		if !utf8.Valid(text) || !norm.NFC.IsNormal(text) || Eth(text) != nil || ZeroWidth(text) != nil || mayBeLatin(text) {
			t.Errorf("%q is not plain", s)
		}
	})
}
