package hostile

import (
	"testing"
	"unicode/utf8"
)

func TestVectors(t *testing.T) {
	vectors := Vectors()
	if len(vectors) < 300 {
		t.Errorf("there are %d vectors, want at least 300", len(vectors))
	}
	seen := map[string]bool{}
	for _, v := range vectors {
		if seen[v] || v == "" || !utf8.ValidString(v) {
			t.Errorf("%q is repeated, empty or not UTF-8", v)
		}
		seen[v] = true
	}
}

// A test that looks for danger must find it where it is.
func TestDangerousFinds(t *testing.T) {
	for _, bad := range []string{
		`<script>alert(1)</script>`, `<p onclick="x">a</p>`, `<p style="x">a</p>`, `<a href="javascript:x">a</a>`, `<a href=" java&#10;script:x">a</a>`,
		`<a href="&#106;avascript:x">a</a>`, `<a href="ms-word:x">a</a>`, `<a href="//x">a</a>`, `<a href="/\x">a</a>`, `<a href="https:x">a</a>`, `<img src=data:x>`,
		`<iframe></iframe>`, `<x-y></x-y>`, `<svg></svg>`, `<a download href=x>a</a>`, `<p><b>a</b></p>`, `<input>`, `<img alt="" src="" onerror=x>`,
		"<!doctype html><title>a</title><script>b</script>", `<!doctype html><script src=//x></script>`, `<!doctype html><meta http-equiv=refresh content="0;url=javascript:x">`,
		`<!doctype html><p><link rel=stylesheet href=x>`, `<!doctype html><svg onload=x></svg>`, `<!doctype html><svg><a xlink:href=x></a></svg>`, `<html><form action=javascript:x></form>`,
	} {
		if len(Dangerous([]byte(bad), "c")) == 0 {
			t.Errorf("nothing is found in %s", bad)
		}
	}
}

func TestDangerousPasses(t *testing.T) {
	for _, good := range []string{
		`<p id="a">&lt;script&gt; <a href="x.html#y" class="external" rel="noopener noreferrer">a</a> <a href="tel:+84">b</a></p>`,
		`<div class="table-scroll" role="region" tabindex="0" aria-label="x"><table><caption>a</caption><tbody><tr><th scope="row">b</th></tr></tbody></table></div>`,
		`<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>a</title><link rel="stylesheet" href="a.css"><script>b</script></head><body><form action="x"><input><button>c</button></form><script src="a.js"></script><script type="application/ld+json">{}</script></body></html>`,
	} {
		if found := Dangerous([]byte(good), "b"); len(found) > 0 {
			t.Errorf("%s: %q", good, found)
		}
	}
}
