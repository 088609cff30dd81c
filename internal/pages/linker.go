package pages

import (
	"net/url"
	"strconv"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/relate"
)

// linker makes the links of one page. They are relative, so that the site
// works under any base path.
type linker struct {
	page     string // address of the page, from the site's root
	root     string // leads from the page to the site's root; ends in a slash
	portable bool
}

func (p *Planner) linker(page *Page) linker {
	l := linker{page: page.URL, root: rootOf(page.depth()), portable: p.opts.Portable}
	if page.URL == NotFoundURL {
		l.root = p.path // shown at any address
	}
	return l
}

// depth is how many folders lie between a page and the site's root.
func (p *Page) depth() int { return strings.Count(p.File(), "/") }

func rootOf(depth int) string {
	if depth == 0 {
		return "./"
	}
	return strings.Repeat("../", depth)
}

// to gives the link to an address from the site's root.
func (l linker) to(path string) string {
	if l.portable && (path == "" || strings.HasSuffix(path, "/")) {
		path += "index.html"
	}
	return l.root + (&url.URL{Path: path}).EscapedPath()
}

// target gives what a link of a body leads to.
func (l linker) target(t relate.Target) string {
	frag := ""
	if t.Frag != "" {
		frag = "#" + (&url.URL{Fragment: t.Frag}).EscapedFragment()
		if t.URL == l.page {
			return frag
		}
	}
	return l.to(t.URL) + frag
}

// Fill gives what belongs into each hole of a page's body: see plan.Hole.
func (p *Planner) Fill(page *Page) plan.Filling {
	l, e := p.linker(page), page.Entry
	return plan.Filling{
		Address: func(i int) string {
			t := e.Links[i]
			if t.File == nil || !e.Document.Links[i].Image {
				return l.target(t)
			}
			return l.to(t.URL) + `" width="` + strconv.Itoa(t.File.Width) + `" height="` + strconv.Itoa(t.File.Height)
		},
		Mark: func(i int) plan.Mark { return l.mark(e, i) },
	}
}

func (l linker) entry(e *relate.Entry) string { return l.to(e.URL) }

// basePath is the path of a base URL, with a slash at both ends.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.EscapedPath(), "/") + "/"
}
