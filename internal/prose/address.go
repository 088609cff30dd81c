package prose

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/viet"
)

// An address is where a link or an image leads, after every layer of
// encoding was taken off and looked at.
type address struct {
	absolute string // for an href as it is; "" for one inside the site
	external bool   // absolute, on the web
	dest     string // inside the site: path, decoded, in normal form C
	frag     string // without #
}

// schemes lists all that absolute addresses may begin with. A list of what is
// allowed needs no list of what is dangerous: javascript, data, blob, intent,
// ms-word and whatever comes next.
var schemes = [...]string{"http", "https", "mailto", "tel"}

// readAddress reads an address as browsers would, and refuses what they and
// people could understand differently. It is given the text that would become
// the attribute's value. The Text says what is wrong; it is empty where
// nothing is.
func readAddress(s string) (address, diag.Text) {
	s = strings.Trim(s, " ")
	if bad := badChars(s); bad != (diag.Text{}) {
		return address{}, bad
	}
	if s == "" || s == "#" {
		return address{}, diag.T("không có địa chỉ", "there is no address")
	}
	if strings.HasPrefix(s, "//") {
		return address{}, diag.T("địa chỉ thiếu https: ở đầu", "the address lacks https: at its beginning")
	}
	if scheme := schemeOf(s); scheme != "" {
		return readAbsolute(scheme, s)
	}
	return readRelative(s)
}

// schemeOf gives the scheme of an address in lower case, "" where it is
// relative.
func schemeOf(s string) string {
	end := strings.IndexAny(s, ":/?#")
	if end < 1 || s[end] != ':' {
		return ""
	}
	scheme := strings.ToLower(s[:end])
	for i, r := range scheme {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", r)) {
			return ""
		}
	}
	return scheme
}

func readAbsolute(scheme, s string) (address, diag.Text) {
	allowed := false
	for _, a := range schemes {
		allowed = allowed || a == scheme
	}
	rest := s[len(scheme)+1:]
	switch {
	case !allowed:
		return address{}, diag.T("địa chỉ loại “%s:” không được dùng", "addresses of the kind “%s:” are not allowed", scheme)
	case scheme == "mailto" || scheme == "tel":
		if rest == "" {
			return address{}, diag.T("không có gì sau “%s:”", "there is nothing behind “%s:”", scheme)
		}
		return address{absolute: scheme + ":" + encode(rest)}, diag.Text{}
	}
	rest, ok := strings.CutPrefix(rest, "//")
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	host := rest[:end]
	if !ok || host == "" {
		return address{}, diag.T("địa chỉ web không có tên máy chủ", "the web address names no host")
	}
	if strings.Contains(host, "@") {
		return address{}, diag.T("địa chỉ có tên người dùng trước @, dễ bị nhầm máy chủ", "the address has a user name before @, which hides the host")
	}
	if strings.ContainsAny(host, " \"'<>()`{}|^%,;") {
		return address{}, diag.T("tên máy chủ “%s” viết sai", "the host “%s” is not well written", host)
	}
	return address{absolute: scheme + "://" + host + encode(rest[end:]), external: true}, diag.Text{}
}

func readRelative(s string) (address, diag.Text) {
	path, frag, _ := strings.Cut(s, "#")
	if strings.Contains(path, "?") {
		return address{}, diag.T("địa chỉ trong trang có dấu ?", "an address inside the site has a ?")
	}
	dest, err1 := url.PathUnescape(path)
	fragment, err2 := url.PathUnescape(frag)
	if err1 != nil || err2 != nil {
		return address{}, diag.Text{VI: "dấu % trong địa chỉ không đi với hai chữ số", EN: "a % in the address is not followed by two digits"}
	}
	// What was hidden by percent signs is looked at as what was not.
	if bad := badChars(dest + fragment); bad != (diag.Text{}) {
		return address{}, bad
	}
	if strings.HasPrefix(dest, "//") || schemeOf(dest) != "" {
		return address{}, diag.Text{VI: "địa chỉ che giấu một địa chỉ khác sau dấu %", EN: "the address hides another one behind % codes"}
	}
	return address{dest: viet.NFCString(dest), frag: viet.NFCString(fragment)}, diag.Text{}
}

// badChars says what no address may hold: characters that browsers drop, that
// nobody sees, or that turn into others.
func badChars(s string) diag.Text {
	if !utf8.ValidString(s) {
		return diag.T("địa chỉ có byte không phải UTF-8", "the address has bytes that are not UTF-8")
	}
	for _, r := range s {
		switch {
		case r == '\\':
			return diag.T(`địa chỉ có dấu \, hãy dùng dấu /`, `the address has a \ where / is meant`)
		case r < ' ' || (r >= 0x7f && r < 0xa0) || r == utf8.RuneError:
			return diag.T("địa chỉ có ký tự điều khiển U+%04X", "the address has the control character U+%04X", r)
		case isHidden(r):
			return diag.T("địa chỉ có ký tự vô hình U+%04X", "the address has the invisible character U+%04X", r)
		}
	}
	return diag.Text{}
}

// isHidden reports characters without a shape that can hide or reorder others.
func isHidden(r rune) bool {
	return r == 0xad || r == 0x61c || r == 0xfeff || (r >= 0x200b && r <= 0x200f) || (r >= 0x2028 && r <= 0x202e) ||
		(r >= 0x2060 && r <= 0x206f)
}

// encode writes what may not stand in a URL as percent codes. What is encoded
// already stays.
func encode(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > ' ' && c < 0x7f && !strings.ContainsRune("\"'<>`{}|^", rune(c)) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
