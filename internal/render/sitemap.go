package render

import (
	"fmt"

	"planpress/internal/plan"
)

// The limits of the sitemap protocol for one file.
const (
	maxSitemapURLs  = 50_000
	maxSitemapBytes = 50 << 20
)

// Place is a page as a sitemap lists it.
type Place struct {
	URL     string    // absolute
	Changed plan.Date // of its content; zero where that is not known
}

// File is a file at the site's root.
type File struct {
	Name string
	Data []byte
}

// Sitemap lists pages for search engines, in the given order: one file called
// name, or, where the pages are too many for one, several with an index of
// that name. Base is the absolute URL of the folder of the files, with a slash
// at its end.
//
// Source: the Sitemaps protocol 0.9.
func Sitemap(name, base string, places []Place) []File {
	return sitemap(name, base, places, maxSitemapURLs, maxSitemapBytes)
}

func sitemap(name, base string, places []Place, maxURLs, maxBytes int) []File {
	const tail = "</urlset>\n"
	var parts [][]byte
	var w *xmlWriter
	n := 0
	for _, p := range places {
		entry := &xmlWriter{}
		entry.raw("<url>\n")
		entry.element("", "loc", p.URL)
		entry.element("", "lastmod", p.Changed.String())
		entry.raw("</url>\n")
		if w == nil || n == maxURLs || len(w.buf)+len(entry.buf)+len(tail) > maxBytes {
			if w != nil {
				parts = append(parts, append(w.buf, tail...))
			}
			w, n = &xmlWriter{}, 0
			w.raw(xmlHead + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
		}
		w.raw(string(entry.buf))
		n++
	}
	if w == nil {
		return nil
	}
	parts = append(parts, append(w.buf, tail...))
	if len(parts) == 1 {
		return []File{{name, parts[0]}}
	}
	return withIndex(name, base, parts)
}

func withIndex(name, base string, parts [][]byte) []File {
	index := &xmlWriter{}
	index.raw(xmlHead + `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	var out []File
	for i, data := range parts {
		part := fmt.Sprintf("sitemap-%d.xml", i+1)
		out = append(out, File{part, data})
		index.raw("<sitemap>\n")
		index.element("", "loc", base+part)
		index.raw("</sitemap>\n")
	}
	index.raw("</sitemapindex>\n")
	return append(out, File{name, index.buf})
}
