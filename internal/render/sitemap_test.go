package render

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
)

func TestSitemap(t *testing.T) {
	places := []Place{
		{"https://a.example/", plan.Date{}},
		{"https://a.example/x/?a=1&b=2", plan.Date{Year: 2023, Month: 1, Day: 3}},
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url>
<loc>https://a.example/</loc>
</url>
<url>
<loc>https://a.example/x/?a=1&amp;b=2</loc>
<lastmod>2023-01-03</lastmod>
</url>
</urlset>
`
	files := Sitemap("sitemap.xml", "https://a.example/", places)
	if len(files) != 1 || files[0].Name != "sitemap.xml" {
		t.Fatalf("files: %v", files)
	}
	if diff := cmp.Diff(want, string(files[0].Data)); diff != "" {
		t.Error(diff)
	}
	if files := Sitemap("sitemap.xml", "https://a.example/", nil); files != nil {
		t.Errorf("of no pages: %v", files)
	}
}

// A site of more pages than one file may list has an index, and every page
// stands in exactly one of the files that the index names.
func TestSitemapLimits(t *testing.T) {
	var places []Place
	for i := range 7 {
		places = append(places, Place{URL: "https://a.example/" + strings.Repeat("x", 10*i) + "/"})
	}
	for name, c := range map[string]struct{ urls, bytes, files int }{
		"by number": {3, 1 << 20, 3},
		"by size":   {100, 300, 4},
	} {
		t.Run(name, func(t *testing.T) {
			files := sitemap("sitemap.xml", "https://a.example/", places, c.urls, c.bytes)
			index := files[len(files)-1]
			if index.Name != "sitemap.xml" || len(files) != c.files+1 {
				t.Fatalf("%d files, the last is %s", len(files), index.Name)
			}
			var listed struct {
				Loc []string `xml:"sitemap>loc"`
			}
			if err := xml.Unmarshal(index.Data, &listed); err != nil {
				t.Fatal(err)
			}
			var got []Place
			for i, f := range files[:len(files)-1] {
				if listed.Loc[i] != "https://a.example/"+f.Name || len(f.Data) > c.bytes {
					t.Errorf("%s: %d bytes, in the index as %s", f.Name, len(f.Data), listed.Loc[i])
				}
				var set struct {
					Loc []string `xml:"url>loc"`
				}
				if err := xml.Unmarshal(f.Data, &set); err != nil {
					t.Fatal(err)
				}
				if len(set.Loc) > c.urls {
					t.Errorf("%s has %d URLs", f.Name, len(set.Loc))
				}
				for _, loc := range set.Loc {
					got = append(got, Place{URL: loc})
				}
			}
			if diff := cmp.Diff(places, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRobots(t *testing.T) {
	if got := string(Robots("https://a.example/sitemap.xml")); got != "User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n" {
		t.Errorf("%q", got)
	}
	if got := string(Robots("")); strings.Contains(got, "Sitemap") {
		t.Errorf("%q", got)
	}
}
