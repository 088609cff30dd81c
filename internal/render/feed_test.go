package render

import (
	"encoding/xml"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFeed(t *testing.T) {
	day := time.Date(2023, 1, 3, 0, 0, 0, 0, time.FixedZone("", 7*3600))
	f := Feed{ID: "https://a.example/", Title: "Kế hoạch", Lang: "vi", URL: "https://a.example/feed.xml", Home: "https://a.example/", Author: "UBND",
		Entries: []FeedEntry{
			{ID: "https://a.example/2/", Title: "A < B & \"C\"\x00\x0b", URL: "https://a.example/2/", Published: day, Updated: day.Add(48 * time.Hour),
				Author: "UBND phường", Summary: "Tóm tắt", Topics: []string{"Y tế"}},
			{ID: "https://a.example/1/", Title: "Cũ", URL: "https://a.example/1/", Published: day},
		}}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>https://a.example/</id>
<title>Kế hoạch</title>
<updated>2023-01-05T00:00:00+07:00</updated>
<link rel="self" href="https://a.example/feed.xml"/>
<link rel="alternate" href="https://a.example/"/>
<author>
  <name>UBND</name>
</author>
<entry>
  <id>https://a.example/2/</id>
  <title>A &lt; B &amp; &#34;C&#34;</title>
  <link rel="alternate" href="https://a.example/2/"/>
  <published>2023-01-03T00:00:00+07:00</published>
  <updated>2023-01-05T00:00:00+07:00</updated>
  <author>
    <name>UBND phường</name>
  </author>
  <category term="Y tế"/>
  <summary>Tóm tắt</summary>
</entry>
<entry>
  <id>https://a.example/1/</id>
  <title>Cũ</title>
  <link rel="alternate" href="https://a.example/1/"/>
  <published>2023-01-03T00:00:00+07:00</published>
  <updated>2023-01-03T00:00:00+07:00</updated>
</entry>
</feed>
`
	if diff := cmp.Diff(want, string(f.Bytes())); diff != "" {
		t.Error(diff)
	}
}

// Whatever stands in a title, a reader of feeds gets well-formed XML and the
// text without what XML cannot hold.
func TestFeedIsWellFormed(t *testing.T) {
	for in, want := range map[string]string{
		"</title><script>": "</title><script>", "]]>": "]]>", "\uFFFE\x01a\xff": "a", "&amp;": "&amp;", "a\uFFFDb": "a\uFFFDb", "😀": "😀",
	} {
		var got struct {
			Title string `xml:"title"`
		}
		f := Feed{Title: in}
		if err := xml.Unmarshal(f.Bytes(), &got); err != nil || got.Title != want {
			t.Errorf("%q: %q, %v", in, got.Title, err)
		}
	}
}
