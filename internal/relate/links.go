package relate

import (
	"path"
	"slices"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var (
	ruleLinkBroken = &diag.Rule{Code: "P205", Name: "link-target-missing", Severity: diag.Error,
		Title: diag.T("Liên kết hỏng", "A broken link"),
		Why: diag.T("Liên kết trong bài chỉ tới một tệp của trang, tính từ tệp Markdown này: [kế hoạch](../2022/ke-hoach.md) hoặc [phụ lục](ten-van-ban/phu-luc.pdf).",
			"Links in a text name a file of the site, relative to the Markdown file: [plan](../2022/ke-hoach.md) or [annex](document-name/annex.pdf)."),
		Bad: "[kế hoạch](../2022/ke-hoac.md)", Good: "[kế hoạch](../2022/ke-hoach.md)"}
	ruleAnchorMissing = &diag.Rule{Code: "P206", Name: "anchor-missing", Severity: diag.Error,
		Title: diag.T("Liên kết tới một đoạn không có", "A link to a section that is not there"),
		Why: diag.T("Phần sau dấu # phải là mã của một đề mục hoặc điều, khoản, điểm trong văn bản được dẫn. “planpress explain TỆP” in ra các mã đó.",
			"What follows # must be the id of a heading or clause of the document that is linked to. \"planpress explain FILE\" prints these ids.")}
	ruleNotImage = &diag.Rule{Code: "P220", Name: "not-an-image", Severity: diag.Error,
		Title: diag.T("Không phải là ảnh", "Not an image"),
		Why: diag.T("Chỉ ảnh PNG, JPEG, GIF và WebP đứng được trong bài; tệp khác thì dẫn tới bằng liên kết.",
			"Only PNG, JPEG, GIF and WebP images can stand in a text; link to other files.")}
)

// links resolves the links and images of all bodies.
func (r *relater) links() {
	anchors := map[string]map[string]bool{}
	for i, d := range r.in.Documents {
		e := &r.entered[i]
		e.Links = make([]Target, len(d.Links))
		for i, l := range d.Links {
			e.Links[i] = r.link(e, l, anchors)
		}
	}
}

func (r *relater) link(e *Entry, l plan.Link, anchors map[string]map[string]bool) Target {
	file := linkPath(e.Document, l.Dest)
	if info := r.files[file]; info != nil {
		return r.fileLink(e, l, file)
	}
	if l.Image {
		r.broken(e, l, file)
		return Target{}
	}
	to := r.at(file)
	if to == nil {
		if list := strings.TrimPrefix(file+"/", contentDir); r.generated[list] || list == "" && file != "" {
			return Target{URL: list, Frag: l.Frag}
		}
		r.broken(e, l, file)
		return Target{}
	}
	if !to.shown && to != e {
		if e.shown {
			r.report(heldBack(plan.Ref{Target: l.Dest, Pos: l.Pos}, to))
		}
		return Target{}
	}
	if l.Frag != "" && to.State == plan.Withdrawn && to != e {
		r.report(ruleAnchorMissing.At(l.Pos, diag.T("%s đã được rút, trang của nó không còn đoạn nào", "%s was withdrawn, its page has no sections any more", to.Document.Path)).WithHint(
			diag.T("bỏ phần từ dấu #: %q", "leave out what follows #: %q", l.Dest)))
		return Target{URL: to.URL}
	}
	if l.Frag != "" && !hasAnchor(to.Document, l.Frag, anchors) {
		r.report(ruleAnchorMissing.At(l.Pos, diag.T("%[1]s không có đoạn %[2]q", "%[1]s has no section %[2]q", to.Document.Path, l.Frag)).WithHint(
			r.didYouMean(l.Frag, func() []string { return slices.Collect(to.Document.Anchors.All()) },
				diag.T("“planpress explain %s” in ra các mã đoạn", "\"planpress explain %s\" prints the ids", to.Document.Path))))
	}
	return Target{URL: to.URL, Frag: l.Frag}
}

func (r *relater) fileLink(e *Entry, l plan.Link, file string) Target {
	info, owner := r.files[file], r.owner(file)
	switch {
	case l.Image && !info.Format.Image:
		r.report(ruleNotImage.At(l.Pos, diag.T("%[1]s là tệp %[2]s, không phải ảnh", "%[1]s is a %[2]s file, not an image", file, info.Format.Name)).WithHint(diag.T(
			"dẫn tới nó bằng liên kết: bỏ dấu ! ở trước", "link to it: leave out the ! in front")))
		return Target{}
	case owner == nil:
		r.broken(e, l, file)
		return Target{}
	case owner != e && !owner.shown:
		if e.shown {
			r.report(heldBack(plan.Ref{Target: l.Dest, Pos: l.Pos}, owner))
		}
		return Target{}
	case owner != e && owner.State == plan.Withdrawn:
		r.report(ruleHeldBackLink.At(l.Pos, diag.T("%s đã được rút cùng với văn bản của nó", "%s was withdrawn together with its document", file)).WithHint(diag.T(
			"dẫn tới trang của văn bản: %s", "link to the document's page: %s", "/"+strings.TrimPrefix(owner.Document.Path, contentDir))))
		return Target{}
	}
	return Target{URL: fileURL(owner, file), Frag: l.Frag, File: info}
}

// broken reports a link that leads nowhere, unless the file is there and was
// refused: that has its own finding.
func (r *relater) broken(e *Entry, l plan.Link, file string) {
	if r.present[file] && r.owner(file) != nil {
		return
	}
	r.report(ruleLinkBroken.At(l.Pos, diag.T("không có %q", "there is no %q", l.Dest)).WithHint(r.meant(e, l, file)))
}

// meant says what a broken link may have meant.
func (r *relater) meant(e *Entry, l plan.Link, file string) diag.Text {
	did := func(dest string) diag.Text { return diag.T("có phải là %q?", "did you mean %q?", dest) }
	page := strings.TrimPrefix(file+"/", contentDir)
	switch {
	case file == "":
		return diag.T("liên kết không ra khỏi thư mục content", "links stay within the folder content")
	case r.present[attachmentPath(e.Document, l.Dest)]:
		return did(path.Base(folder(e.Document)) + "/" + l.Dest)
	case r.at(file+".md") != nil:
		return did(strings.TrimSuffix(l.Dest, "/") + ".md")
	case !l.Image && r.addresses.taken[page].File != "": // written as a reader's browser shows it
		return did("/" + strings.TrimPrefix(r.addresses.taken[page].File, contentDir))
	}
	return r.didYouMean(l.Dest, func() []string { return r.neighboursOf(e, l) }, diag.T(
		"dẫn tới một tệp, tính từ tệp này, ví dụ ../2022/ke-hoach.md, hoặc tới một danh sách: /documents/, /years/2023/",
		"name a file, from this one, such as ../2022/ke-hoach.md, or a list: /documents/, /years/2023/"))
}

// neighboursOf lists what a mistyped link may have meant: the documents and
// files of the folder that it names.
func (r *relater) neighboursOf(e *Entry, l plan.Link) []string {
	dir, prefix := path.Dir(linkPath(e.Document, l.Dest)), strings.TrimSuffix(l.Dest, path.Base(l.Dest))
	var out []string
	for _, d := range r.in.Documents {
		if path.Dir(d.Path) == dir {
			out = append(out, prefix+path.Base(d.Path))
		}
	}
	for _, f := range r.in.Files {
		if path.Dir(f) == dir {
			out = append(out, prefix+path.Base(f))
		}
	}
	return out
}

// fewAnchors is up to how many bytes of them are searched.
const fewAnchors = 1 << 10

// hasAnchor reports whether a document has an anchor. The index holds those of
// documents that have many, for the next call.
func hasAnchor(d *plan.Document, id string, index map[string]map[string]bool) bool {
	if len(d.Anchors) < fewAnchors {
		return d.Anchors.Has(id)
	}
	set := index[d.Path]
	if set == nil {
		set = map[string]bool{}
		for a := range d.Anchors.All() {
			set[a] = true
		}
		index[d.Path] = set
	}
	return set[id]
}
