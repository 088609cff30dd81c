package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"planpress/internal/diag"
)

// The policy of every page names the hash of exactly the bytes of the script
// that stands in it, and stands before all that it is to hold for.
func TestPagesCarryThePolicyOfTheirScript(t *testing.T) {
	r, _ := defaultRenderer(t, diag.VI)
	for _, ex := range examples() {
		page, err := r.Page(nil, ex.layout, ex.page)
		if err != nil {
			t.Fatal(err)
		}
		policy, inline, early := policyOf(page)
		if policy == "" || early {
			t.Errorf("%s: no policy, or a script, style or link before it: %q", ex.layout, policy)
		}
		for _, script := range inline {
			sum := sha256.Sum256([]byte(script))
			if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
				t.Errorf("%s: the policy %q does not allow the script with the hash %s", ex.layout, policy, want)
			}
		}
		if ex.layout != "redirect" && len(inline) != 1 {
			t.Errorf("%s: %d scripts in the page, want the boot script alone", ex.layout, len(inline))
		}
	}
}

// policyOf gives the policy of a page, the scripts that stand in it, and
// whether something came before the policy that it should have held for.
func policyOf(page []byte) (policy string, inline []string, early bool) {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return policy, inline, early
		}
		token := z.Token()
		if kind != html.StartTagToken {
			continue
		}
		attrs := map[string]string{}
		for _, a := range token.Attr {
			attrs[a.Key] = a.Val
		}
		switch token.Data {
		case "meta":
			if strings.EqualFold(attrs["http-equiv"], "Content-Security-Policy") {
				policy = attrs["content"]
			}
		case "script", "link", "style":
			early = early || policy == ""
			if _, file := attrs["src"]; token.Data == "script" && !file {
				z.Next()
				inline = append(inline, string(z.Raw()))
			}
		}
	}
}
