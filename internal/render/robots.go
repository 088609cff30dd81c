package render

// Robots is the file robots.txt of a site that everybody may read. Sitemap is
// its absolute URL, or "" where there is none.
//
// Source: RFC 9309; the line Sitemap is of the Sitemaps protocol.
func Robots(sitemap string) []byte {
	out := "User-agent: *\nAllow: /\n"
	if sitemap != "" {
		out += "\nSitemap: " + sitemap + "\n"
	}
	return []byte(out)
}
