package relate

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
	"planpress/internal/viet"
)

// ownFolders are the first parts of addresses that planpress itself uses. A
// list grows pages ("documents/2/") as documents are added, so whole folders
// are kept, not only what is there today.
var ownFolders = []string{"assets", "documents", "years", "fields", "issuers", "types", "status", "sitemap"}

// ownFiles are the files that planpress makes at the site's root.
var ownFiles = []string{"", "404.html", "feed.xml", "robots.txt", "sitemap.xml", "documents.json", "frozen.json", "_headers"}

// addresses knows what each address of the site is taken by. Addresses are
// compared without case: a copy of the site may come to lie on a disk that
// does not tell it apart.
type addresses struct {
	taken  map[string]source.Pos // "plans/a/" for a page, "old.html" for a file
	inside map[string]source.Pos // of each folder, the first that lies in it
}

func newAddresses(n int) addresses {
	return addresses{make(map[string]source.Pos, n), map[string]source.Pos{}}
}

// own reports whether planpress keeps an address for itself. Old addresses such
// as "documents/123.html" are nobody's.
func own(address string) bool {
	root, rest, _ := strings.Cut(address, "/")
	if slices.Contains(ownFolders, root) {
		return strings.HasSuffix(address, "/") || root == "assets"
	}
	numbered := strings.HasPrefix(root, "sitemap-") && strings.HasSuffix(root, ".xml")
	return rest == "" && (numbered || slices.Contains(ownFiles, root))
}

// take takes an address, or gives who has it, or has what stands in its way: a
// file cannot be where a folder is.
func (a addresses) take(address string, pos source.Pos) (first source.Pos, ok bool) {
	if first, taken := a.taken[address]; taken {
		return first, false
	}
	if first, taken := a.inside[address+"/"]; taken {
		return first, false
	}
	for i, c := range address {
		if c != '/' {
			continue
		}
		if first, taken := a.taken[address[:i]]; taken {
			return first, false
		}
		if _, known := a.inside[address[:i+1]]; !known {
			a.inside[address[:i+1]] = pos
		}
	}
	a.taken[address] = pos
	return pos, true
}

// claim takes an address, or reports why it cannot be had.
func (r *relater) claim(address string, pos source.Pos, remedy diag.Text) bool {
	key := strings.ToLower(address)
	if path.Base(key) == "index.html" {
		key = strings.TrimSuffix(key, "index.html")
	}
	if own(key) {
		r.report(ruleURLTaken.At(pos, diag.T("địa chỉ /%s dành cho trang do planpress làm ra", "the address /%s is kept for what planpress itself makes", address)).WithHint(remedy))
		return false
	}
	first, ok := r.addresses.take(key, pos)
	if !ok {
		r.report(ruleURLTaken.At(pos, diag.T("địa chỉ /%[1]s đã thuộc về %[2]s", "the address /%[1]s already belongs to %[2]s", address, first)).WithHint(remedy))
	}
	return ok
}

// redirects takes the old addresses of a document.
func (r *relater) redirects(d *plan.Document) {
	for i, from := range d.RedirectFrom {
		from = strings.TrimPrefix(path.Clean("/"+spelled(from)), "/")
		if !strings.HasSuffix(from, ".html") {
			from += "/"
		}
		free := r.claim(from, d.At(indexed("redirect_from", i)), diag.T("xóa dòng này của redirect_from", "delete this line of redirect_from"))
		if e := r.all[d.Path]; free && e.shown {
			r.site.Redirects = append(r.site.Redirects, Redirect{From: from, To: e})
		}
	}
}

// spelled gives an address copied from a browser, "tin%20t%E1%BB%A9c", as
// servers look for it on disk.
func spelled(address string) string {
	s, err := url.PathUnescape(address)
	if err != nil || strings.ContainsFunc(s, unicode.IsControl) || strings.ContainsAny(s, `\`) || strings.Contains("/"+s, "/.") {
		return address
	}
	return viet.NFCString(s)
}

// fileAddresses takes the addresses of the files that are published.
func (r *relater) fileAddresses() {
	known := map[string]bool{}
	take := func(address, file string, pos source.Pos) {
		if !known[file] {
			known[file] = true
			r.claim(address, pos, diag.T("đổi tên tệp %s", "rename the file %s", file))
		}
	}
	for _, d := range r.in.Documents {
		e := r.all[d.Path]
		if !e.shown || e.State == plan.Withdrawn {
			continue
		}
		for _, a := range e.Attachments {
			take(a.URL, a.Info.Path, source.Pos{File: a.Info.Path})
		}
		for i, t := range e.Links {
			if t.File != nil {
				take(t.URL, t.File.Path, d.Links[i].Pos)
			}
		}
	}
}
