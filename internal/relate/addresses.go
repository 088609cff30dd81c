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
var ownFolders = []string{"assets", "documents", "years", "fields", "issuers", "types", "status", "sitemap", "progress", "search", "ratings"}

// ownFiles are the files that planpress makes at the site's root.
var ownFiles = []string{"", "404.html", "feed.xml", "robots.txt", "sitemap.xml", "documents.json", "organizations.json", "catalog.json", "frozen.json", "_headers"}

// addresses knows what each address of the site is taken by. Addresses are
// compared without case: a copy of the site may come to lie on a disk that
// does not tell it apart.
type addresses struct {
	taken  map[string]holder     // "plans/a/" for a page, "old.html" for a file
	inside map[string]source.Pos // of each folder, the first that lies in it, or its own page if that came before
	last   string                // a folder that something lies in: no file can come to stand in its way any more
}

// holder is what has an address.
type holder struct {
	source.Pos
	tracks bool // it is a page that has the addresses of plan.TrackerFiles in its folder as well
}

func newAddresses(n int) addresses {
	return addresses{taken: make(map[string]holder, n), inside: map[string]source.Pos{}}
}

// holder gives who has an address.
func (a addresses) holder(address string) (source.Pos, bool) {
	if h, taken := a.taken[address]; taken {
		return h.Pos, true
	}
	folder := address[:strings.LastIndexByte(address, '/')+1]
	if slices.Contains(plan.TrackerFiles[:], address[len(folder):]) && a.taken[folder].tracks {
		return source.Pos{File: a.taken[folder].File}, true
	}
	return source.Pos{}, false
}

// within gives the first that lies in a folder.
func (a addresses) within(folder string) (source.Pos, bool) {
	if first, known := a.inside[folder]; known {
		return first, true
	}
	first, taken := a.taken[folder]
	return first.Pos, taken
}

// own reports whether planpress keeps an address for itself. Old addresses such
// as "documents/123.html" are nobody's.
func own(address string) bool {
	root, rest, _ := strings.Cut(address, "/")
	if slices.Contains(ownFolders, root) {
		return strings.HasSuffix(address, "/") || root == "assets" || root == "search"
	}
	numbered := strings.HasPrefix(root, "sitemap-") && strings.HasSuffix(root, ".xml")
	return rest == "" && (numbered || slices.Contains(ownFiles, root))
}

// take takes an address, or gives who has it, or has what stands in its way: a
// file cannot be where a folder is.
func (a *addresses) take(address string, pos source.Pos) (first source.Pos, ok bool) {
	if first, taken := a.holder(address); taken {
		return first, false
	}
	if !strings.HasSuffix(address, "/") {
		if first, taken := a.within(address + "/"); taken {
			return first, false
		}
	}
	if first, taken := a.enterAll(address, pos); taken {
		return first, false
	}
	a.taken[address] = holder{Pos: pos}
	return pos, true
}

// enterAll notes that something lies in the folders of an address, or gives who
// stands in the way of one of them. Most addresses lie where the one before does.
func (a *addresses) enterAll(address string, pos source.Pos) (first source.Pos, taken bool) {
	name := strings.TrimSuffix(address, "/")
	if within := name[:strings.LastIndexByte(name, '/')+1]; within != a.last {
		for i, c := range within {
			if c != '/' {
				continue
			}
			if first, taken = a.holder(within[:i]); taken {
				return first, true
			}
			a.enter(within[:i+1], pos)
		}
		a.last = within
	}
	if name == address {
		return first, false
	}
	return a.holder(name) // a file where the page's folder belongs
}

// enter notes that something lies in a folder.
func (a addresses) enter(folder string, pos source.Pos) {
	if _, known := a.inside[folder]; known {
		return
	}
	if page, taken := a.taken[folder]; taken {
		pos = page.Pos
	}
	a.inside[folder] = pos
}

// track takes the addresses of plan.TrackerFiles in the folder of a page, if
// nothing else is in it: one note for all of them, as there may be many pages.
func (a addresses) track(page, file string) bool {
	h, taken := a.taken[page]
	if _, more := a.inside[page]; more || !taken || h.tracks || h.File != file {
		return false
	}
	h.tracks = true
	a.taken[page] = h
	return true
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
func (r *relater) redirects(e *Entry) {
	d := e.Document
	for i, from := range d.RedirectFrom {
		from = strings.TrimPrefix(path.Clean("/"+spelled(from)), "/")
		if !strings.HasSuffix(from, ".html") {
			from += "/"
		}
		free := r.claim(from, d.At(indexed("redirect_from", i)), diag.T("xóa dòng này của redirect_from", "delete this line of redirect_from"))
		if free && e.shown {
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
	for i := range r.entered {
		e := &r.entered[i]
		d := e.Document
		if !e.shown || e.State == plan.Withdrawn {
			continue
		}
		if len(d.Targets)+len(d.Tasks) > 0 && !r.addresses.track(strings.ToLower(e.URL), d.Path) {
			for _, name := range plan.TrackerFiles {
				r.claim(e.URL+name, source.Pos{File: d.Path}, diag.T("đổi tên tệp %s", "rename the file %s", name))
			}
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
