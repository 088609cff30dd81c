package prose

import (
	"strings"
	"testing"
)

// The hint mends the sign that is wrong, and the finding stands there.
func TestBrokenBold(t *testing.T) {
	const (
		inner   = "remove the space right behind the opening ** and right before the closing **"
		behind  = "remove the space right behind the opening **"
		before  = "remove the space right before the closing **"
		apart   = "add a space before the opening **, or move"
		further = "add a space behind the closing **, or move"
		missing = "add the ** that is missing"
		crossed = "put both ** inside"
	)
	for _, c := range []struct{ text, at, hint string }{
		{"** đậm sai **", "x.md:1:1", inner},
		{"đây là ** đậm sai ** nhé", "x.md:1:8", inner},
		{"** a** b", "x.md:1:1", behind},
		{"**a **b", "x.md:1:5", before},
		{"**a ** b", "x.md:1:5", before},
		{"**Mục tiêu:**nâng cao", "x.md:1:12", further},
		{"gọi**“đậm”** là", "x.md:1:4", apart},
		{"**a", "x.md:1:1", missing},
		{"2 ** 3", "x.md:1:3", missing},
		{"a **đậm** và ** một", "x.md:1:14", missing},
		{"**a\n\nb", "x.md:1:1", missing},
		{"** a\nb** c", "x.md:1:1", behind},
		{"**a\nb **c", "x.md:2:3", before},
		{"** a *b* c **", "x.md:1:1", inner},
		{"**a *b **c*", "x.md:1:1", missing},
		{"_a **b_ c**", "x.md:1:4", crossed},
		{"[a **b](https://c.vn) d**", "x.md:1:4", crossed},
		{`** a \** b **`, "x.md:1:1", inner},
	} {
		var found []string
		for _, f := range convert(c.text + "\n").Findings {
			found = append(found, f.Rule.Code+" "+f.Pos.String()+" "+f.Hint.EN)
		}
		if want := ruleEmphasisBroken.Code + " " + c.at + " " + c.hint; len(found) == 0 || !strings.HasPrefix(found[0], want) {
			t.Errorf("%q: %q, want %q", c.text, found, want)
		}
	}
}

// A pair is reported once, also where it goes over several lines.
func TestBrokenBoldIsReportedOnce(t *testing.T) {
	for text, want := range map[string]int{
		"** a\nb **\n":              1,
		"** a\n*b*\nc **\nd\n":      1,
		"** a\nb **\n** c\nd **\n":  2,
		"_a **b_ c**\n":             1,
		"** a **\n\n** b **\n":      2,
		"**đúng** và **cũng đúng**": 0,
		`\*\* hai dấu sao \*\*`:     0,
		"`** mã **`":                0,

		strings.Repeat("~~ ", maxSigns) + "** a\nb **\n": 2, // the other is that of too many signs
	} {
		if r := convert(text); len(r.Findings) != want {
			t.Errorf("%q: %d findings, want %d: %v", text, len(r.Findings), want, r.Findings)
		}
	}
}
