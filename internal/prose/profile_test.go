package prose

import (
	"strings"
	"testing"
)

func TestFragment(t *testing.T) {
	for _, c := range []struct {
		profile  Profile
		in, want string
	}{
		{CommonMark, "a<br>\n***\n", "<p>a<br></p>\n<hr />\n"},
		{CommonMark, "~~a~~ https://a.vn\n", "<p>~~a~~ https://a.vn</p>\n"},
		{GFM, "~~a~~ https://a.vn  \nb\n", "<p><del>a</del> <a href=\"https://a.vn\">https://a.vn</a><br />\nb</p>\n"},
		{GFM, "<b>a</b> <Script>x</sCript> <styled> <iframe\n/>\n", "<p><b>a</b> &lt;Script>x&lt;/sCript> <styled> &lt;iframe\n/></p>\n"},
		{Site, "# a\n\n[b](c d.md#e) <br> [f](<c d.md#đ>)\n", "<div class=\"head\">\n<h2 id=\"a\">a</h2>\n<a class=\"self\" href=\"#a\" aria-label=\"Liên kết đến mục này: a\">#</a>\n</div>\n<p>[b](c d.md#e) &lt;br&gt; <a href=\"c%20d.md#%C4%91\">f</a></p>\n"},
		{Site, "[a](./b:c.md) ![d](e.png)", "<p><a href=\"./b:c.md\">a</a> <img loading=\"lazy\" decoding=\"async\" alt=\"d\" src=\"e.png\"></p>\n"},
	} {
		got, err := Fragment(c.profile, []byte(c.in))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %q\ngives %q, %v\nwant  %q", c.profile, c.in, got, err, c.want)
		}
	}
}

func TestFragmentOfUnknownProfile(t *testing.T) {
	if _, err := Fragment("markdown", nil); err == nil || !strings.Contains(err.Error(), `"markdown"`) {
		t.Errorf("the error %v does not name the profile", err)
	}
}
