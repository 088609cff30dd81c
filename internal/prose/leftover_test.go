package prose

import (
	"strings"
	"testing"

	"planpress/internal/diag"
)

// What is left over of a link, a comment or a block of code is reported where
// it stands; what was typed with a backslash, or is whole, is not.
func TestLeftOvers(t *testing.T) {
	for _, c := range []struct {
		text string
		rule *diag.Rule
		at   string
	}{
		{"[a](b c)", ruleLinkBroken, "x.md:1:1"},
		{`\[a](b c)`, nil, ""},
		{`[a\](b c)`, nil, ""},
		{`\\[a](b c)`, ruleLinkBroken, "x.md:1:3"},
		{`\[a](b c) và [d](e f)`, ruleLinkBroken, "x.md:1:14"},
		{`[a\](b c) và [d](e f)`, ruleLinkBroken, "x.md:1:14"},
		{"a <!-- b\n\nc -->", ruleCommentOpen, "x.md:1:3"},
		{"a <!-- b\nc --> d", nil, ""},
		{`a \<!-- b`, nil, ""},
		{"`<!--`", nil, ""},
		{"a\n\n```\nb\n\n## c", ruleFenceOpen, "x.md:3:1"},
		{"```go", ruleFenceOpen, "x.md:1:1"},
		{"> ~~~\n> a\n\nb", ruleFenceOpen, "x.md:1:3"},
		{"```\n```", nil, ""},
		{"- ```\n  a\n\n  ```\n- b", nil, ""},
		{"> ~~~~ go\n> ~~~\n> ~~~~\n\na", nil, ""},
	} {
		found := convert(c.text + "\n").Findings
		switch {
		case c.rule == nil && len(found) > 0:
			t.Errorf("%q: findings %v, want none", c.text, found)
		case c.rule != nil && (len(found) != 1 || found[0].Rule != c.rule || found[0].Pos.String() != c.at):
			t.Errorf("%q: findings %v, want one of %s at %s", c.text, found, c.rule.Name, c.at)
		}
	}
}

// All that is wrong with an image is said at once.
func TestImageFindings(t *testing.T) {
	for text, want := range map[string]string{
		"![](https://a.vn/b.png)": "P142 P143",
		"![](mailto:a@b.vn)":      "P142 P140",
		"![](#b)":                 "P142 P140",
		"![a](#b)":                "P140",
		"![](b.png)":              "P142",
	} {
		var codes []string
		for _, f := range convert(text).Findings {
			codes = append(codes, f.Rule.Code)
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%q: findings %s, want %s", text, got, want)
		}
	}
}

// A character that HTML does not allow does not come in as a number either.
func TestNumbersOfCharacters(t *testing.T) {
	for in, want := range map[string]string{
		"&#272;&#x1EA7;u": "Đầu",
		"a&#0;b":          "a\ufffdb",
		"a&#1;b":          "a\ufffdb",
		"a&#x7f;b":        "a\ufffdb",
		"a&#x9b;b":        "a\ufffdb",
		"a&#xd800;b":      "a\ufffdb",
		"a&#x110000;b":    "a\ufffdb",
		"a&#10;b":         "a\nb",
		"a&#160;b":        "a\u00a0b",
		"a&#;b":           "a&#;b",
		"a&#x;b":          "a&#x;b",
		"a&#+1;b":         "a&#+1;b",
		"a&#1_0;b":        "a&#1_0;b",
		"a&#12345678;b":   "a&#12345678;b",
	} {
		if got := string(appendDecoded(nil, []byte(in))); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
