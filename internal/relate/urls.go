package relate

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
	"planpress/internal/viet"
)

const contentDir = "content/"

var (
	ruleURLTaken = &diag.Rule{Code: "P200", Name: "url-taken", Severity: diag.Error,
		Title: diag.T("Hai trang cùng một địa chỉ", "Two pages have one address"),
		Why: diag.T("Địa chỉ lấy từ tên tệp, bỏ dấu và viết thường; hai tệp chỉ khác nhau ở dấu hay chữ hoa sẽ đè lên nhau. Hãy đổi tên một tệp hoặc đặt slug.",
			"Addresses come from file names without marks and in lower case; files that differ only in these would overwrite one another. Rename one or give it a slug.")}
	ruleURLEmpty = &diag.Rule{Code: "P201", Name: "url-empty", Severity: diag.Error,
		Title: diag.T("Tên tệp không thành địa chỉ", "A file name gives no address"),
		Why: diag.T("Tên tệp cần có ít nhất một chữ cái hay chữ số Latinh.",
			"A file name needs at least one Latin letter or digit.")}
	ruleHeldBackLink = &diag.Rule{Code: "P207", Name: "held-back", Severity: diag.Error,
		Title: diag.T("Dẫn tới văn bản chưa công bố", "A link to a document that is not published"),
		Why: diag.T("Văn bản được dẫn tới còn là bản thảo hoặc chưa đến ngày đăng, nên liên kết sẽ hỏng với người dân.",
			"The document that is named is a draft or not yet due, so citizens would meet a broken link.")}
)

// entries gives every document an address and decides which are shown.
func (r *relater) entries() {
	urls := slices.Concat(together(inParts(r.in.Documents), urls)...)
	for i, d := range r.in.Documents {
		e := &r.entered[i]
		*e = Entry{Document: d, URL: r.url(d, urls[i]), State: r.state(d), Issuer: r.issuer(d), place: i}
		name := refName(d.Path)
		r.named[name] = e
		r.targets = append(r.targets, name)
		if !r.in.Drafts && (e.State == plan.Draft || e.State == plan.Scheduled) {
			r.site.HeldBack = append(r.site.HeldBack, d)
			continue
		}
		e.shown = true
		switch {
		case e.State == plan.Withdrawn:
			r.site.Withdrawn = append(r.site.Withdrawn, e)
		case d.Kind == plan.KindPage:
			r.site.Pages = append(r.site.Pages, e)
		default:
			r.site.Documents = append(r.site.Documents, e)
		}
	}
	sortNewestFirst(r.site.Documents)
	sortNewestFirst(r.site.Withdrawn)
	for i := range r.entered {
		r.redirects(&r.entered[i])
	}
}

// state is a document's publication on the day of the site.
func (r *relater) state(d *plan.Document) plan.State {
	p := d.Publication
	if p.State == plan.Scheduled && !p.Date.IsZero() && p.Date.Compare(r.in.AsOf) <= 0 {
		return plan.Published
	}
	return p.State
}

// refName is how front matter names a document of the site.
func refName(sourcePath string) string {
	return strings.TrimSuffix(strings.TrimPrefix(sourcePath, contentDir), ".md")
}

// urls gives the addresses of documents, as their paths and slugs make them; ""
// where a part of one would be empty.
func urls(docs []*plan.Document) []string {
	slugOf := once(viet.Slug)
	folderOf := once(func(dir string) string {
		var b strings.Builder
		for part := range strings.SplitSeq(strings.TrimSuffix(dir, "/"), "/") {
			slug := slugOf(part)
			if slug == "" {
				return ""
			}
			b.WriteString(slug + "/")
		}
		return b.String()
	})
	out := make([]string, len(docs))
	for i, d := range docs {
		dir, name := path.Split(refName(d.Path))
		if slug := cmp.Or(d.Slug, viet.Slug(name)); slug != "" && dir == "" {
			out[i] = slug + "/"
		} else if above := folderOf(dir); slug != "" && above != "" {
			out[i] = above + slug + "/"
		}
	}
	return out
}

// url takes the address of a document.
func (r *relater) url(d *plan.Document, url string) string {
	if url == "" {
		r.report(ruleURLEmpty.At(source.Pos{File: d.Path}, diag.T(
			"từ tên tệp này không làm ra được địa chỉ", "no address can be made of this file name")).WithHint(diag.T(
			"đổi tên tệp và thư mục thành chữ Latinh, ví dụ ke-hoach-2023.md", "rename file and folders in Latin letters, for example ke-hoach-2023.md")))
		return "-/"
	}
	r.claim(url, d.At("slug"), diag.T("đổi tên tệp, hoặc đặt slug", "rename the file, or give it a slug"))
	return url
}
