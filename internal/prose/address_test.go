package prose

import (
	"testing"

	"planpress/internal/diag"
)

func TestReadAddressAccepts(t *testing.T) {
	for _, c := range []struct {
		in   string
		want address
	}{
		{"https://binhdinh.gov.vn", address{absolute: "https://binhdinh.gov.vn", external: true}},
		{"HTTP://Vi.du:8080/A b?x=\"y\"#z", address{absolute: "http://Vi.du:8080/A%20b?x=%22y%22#z", external: true}},
		{"https://vi.du/a%20b", address{absolute: "https://vi.du/a%20b", external: true}},
		{"https://[::1]/", address{absolute: "https://[::1]/", external: true}},
		{"mailto:ubnd@tamquan.gov.vn?subject=Góp ý", address{absolute: "mailto:ubnd@tamquan.gov.vn?subject=G%C3%B3p%20%C3%BD"}},
		{"TEL:+84 256", address{absolute: "tel:+84%20256"}},
		{"ke-hoach.md", address{dest: "ke-hoach.md"}},
		{" ../2024/Kế hoạch.md ", address{dest: "../2024/Kế hoạch.md"}},
		{"k\u0065\u0302\u0301.md#pha\u0302\u0300n", address{dest: "kế.md", frag: "phần"}}, // from a file name of macOS
		{"ke%CC%82%CC%81.md", address{dest: "kế.md"}},
		{"#dieu-7-k1-dd", address{frag: "dieu-7-k1-dd"}},
		{"/plans/2023/x.md", address{dest: "/plans/2023/x.md"}},
		{"10:30.pdf", address{dest: "10:30.pdf"}}, // no scheme begins with a digit
		{"./muc:luc.md", address{dest: "./muc:luc.md"}},
	} {
		got, bad := readAddress(c.in)
		if bad != (diag.Text{}) || got != c.want {
			t.Errorf("readAddress(%q) = %+v, %q; want %+v", c.in, got, bad.EN, c.want)
		}
	}
}

func TestReadAddressRefuses(t *testing.T) {
	for _, in := range []string{
		"", "#", " ", "//vi.du", "//", `\\vi.du\x`, `/\vi.du`, `https:\\vi.du`,
		"javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)",
		"\x01javascript:alert(1)", "javascript%3Aalert(1)", "%6Aavascript:alert(1)", "java%0Ascript:alert(1)", "java\u00adscript:alert(1)",
		"data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:https://vi.du/x", "intent:x", "ms-word:ofe|u|https://vi.du", "search-ms:query=x",
		"ftp://vi.du", "about:blank", "view-source:https://vi.du", "https:", "https:/", "https://", "https:vi.du", "https:/vi.du", "https:///vi.du",
		"https://a@vi.du", "https://a:b@vi.du/", "https://vi.du%2Fx", "https://vi.du<x", "https://vi du/", "mailto:", "tel:",
		"%2F%2Fvi.du", "a%5Cb", "a%00", "a%zz", "a%", "a.md?x=1", "a%FF", "a\u202eb", "a\u200bb", "a\ufeff",
	} {
		if got, bad := readAddress(in); bad == (diag.Text{}) {
			t.Errorf("readAddress(%q) = %+v, want it refused", in, got)
		} else if bad.VI == "" || bad.EN == "" || got != (address{}) {
			t.Errorf("readAddress(%q) = %+v, %+v; want a message in both languages and no address", in, got, bad)
		}
	}
}
