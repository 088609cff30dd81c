package suggest

import "testing"

func TestNearest(t *testing.T) {
	keys := []string{"title", "issuer", "issued", "legal_basis", "ubnd-tam-quan", "Kế hoạch"}
	for _, c := range []struct{ word, want string }{
		{"tilte", "title"},
		{"Issuer", "issuer"},
		{"issue", "issuer"},
		{"legal-basis", "legal_basis"},
		{"legalbasis", "legal_basis"},
		{"ubnd-tam-qan", "ubnd-tam-quan"},
		{"ke hoach", "Kế hoạch"},
		{"colour", ""},
		{"", ""},
	} {
		if got := Nearest(c.word, keys); got != c.want {
			t.Errorf("Nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}
