package frozen

import (
	"cmp"
	"path"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/source"
)

// Compare finds what of a list changed or vanished without a word. The
// findings are in the order of the list.
func Compare(before *List, site *relate.Site) []diag.Finding {
	c := newComparer(site)
	for i := range before.Documents {
		c.document(&before.Documents[i])
	}
	return c.findings
}

// comparer knows the site that is compared with a list.
type comparer struct {
	byURL     map[string]*relate.Entry // what is published
	byPath    map[string]*relate.Entry
	redirects map[string]*relate.Entry
	heldBack  map[string]*plan.Document // by path
	asOf      plan.Date
	findings  []diag.Finding
}

func newComparer(site *relate.Site) *comparer {
	c := &comparer{byURL: map[string]*relate.Entry{}, byPath: map[string]*relate.Entry{},
		redirects: map[string]*relate.Entry{}, heldBack: map[string]*plan.Document{}, asOf: site.AsOf}
	for _, entries := range [][]*relate.Entry{site.Documents, site.Withdrawn} {
		for _, e := range entries {
			if !isPublic(e) {
				c.heldBack[e.Document.Path] = e.Document // a preview shows it
				continue
			}
			c.byURL[e.URL], c.byPath[e.Document.Path] = e, e
		}
	}
	for _, d := range site.HeldBack {
		c.heldBack[d.Path] = d
	}
	for _, r := range site.Redirects {
		c.redirects[r.From] = r.To
	}
	return c
}

func (c *comparer) report(f diag.Finding) { c.findings = append(c.findings, f) }

// document compares one document of the list with what is at its address now.
func (c *comparer) document(was *Document) {
	if now := c.byURL[was.URL]; now != nil {
		c.same(was, now)
		return
	}
	if now := c.redirects[was.URL]; now != nil {
		if now.Document.Number.String() == was.Number { // it moved; else another stands in for it
			c.same(was, now)
		}
		return
	}
	c.missing(was)
}

// missing reports a document at whose address nothing is left.
func (c *comparer) missing(was *Document) {
	if now := c.byPath[was.Path]; now != nil {
		c.report(ruleMoved.At(now.Document.At("slug"), diag.T(
			"địa chỉ đã công bố /%[1]s nay không dẫn tới đâu; văn bản ở /%[2]s", "the published address /%[1]s leads nowhere now; the document is at /%[2]s",
			was.URL, now.URL)).WithHint(diag.T(
			"thêm vào tệp này: redirect_from: [%s]", "add to this file: redirect_from: [%s]", was.URL)))
		return
	}
	if d := c.heldBack[was.Path]; d != nil {
		c.report(ruleGone.At(d.At("publication"), diag.T(
			"%[1]s đã công bố, nay lại là %[2]s", "%[1]s was published and is %[2]s now", name(was), d.Publication.State)).WithHint(diag.T(
			"đặt lại publication: published, hoặc withdrawn với lý do", "set publication to published again, or to withdrawn with the reason")))
		return
	}
	c.report(ruleGone.At(source.Pos{File: was.Path}, diag.T(
		"%[1]s đã công bố ở /%[2]s, nay không còn", "%[1]s was published at /%[2]s and is gone", name(was), was.URL)).WithHint(diag.T(
		"lấy lại tệp này và đặt publication: withdrawn với lý do; nếu nó chỉ chuyển chỗ, ghi ở tệp mới: redirect_from: [%s]",
		"bring this file back and set publication: withdrawn with the reason; if it only moved, write in the new file: redirect_from: [%s]", was.URL)))
}

// same compares what a document was with what it is. A withdrawn one shows
// neither text nor files, then or now.
func (c *comparer) same(was *Document, now *relate.Entry) {
	if was.withdrawn() || now.State == plan.Withdrawn {
		return
	}
	c.reports(was, now)
	if declared(was, now) {
		return
	}
	if textOf(now) != was.Text {
		c.report(ruleText.At(inHistory(now), diag.T(
			"nội dung của %[1]s khác bản đã công bố, mà history không có mục nào mới", "the text of %[1]s differs from what was published, and its history has no newer entry",
			name(was))).WithHint(c.entryHint()))
	}
	files := map[string]string{}
	for _, f := range filesOf(now) {
		files[f.URL] = f.SHA256
	}
	for _, f := range was.Files {
		url := now.URL + strings.TrimPrefix(f.URL, was.URL) // files move with their document
		switch sum := files[url]; {
		case sum == "":
			c.report(ruleFile.At(inHistory(now), diag.T(
				"tệp đã công bố %s nay không còn", "the published file %s is gone", path.Base(f.URL))).WithHint(c.entryHint()))
		case sum != f.SHA256:
			c.report(ruleFile.At(inHistory(now), diag.T(
				"tệp đã công bố %s nay có nội dung khác", "the published file %s has other content now", path.Base(f.URL))).WithHint(c.entryHint()))
		}
	}
}

func (c *comparer) entryHint() diag.Text {
	return diag.T("lấy lại bản cũ, hoặc thêm vào history: - {date: %s, kind: correction, note: \"…\"}",
		"bring the old version back, or add to history: - {date: %s, kind: correction, note: \"…\"}", c.asOf)
}

// declared reports whether the page's history tells of a change since.
func declared(was *Document, now *relate.Entry) bool {
	day, times := lastChange(now)
	if c := strings.Compare(day.String(), was.Changed); c != 0 { // ISO 8601: as text, as time
		return c > 0
	}
	return times > was.Times
}

// inHistory is where the entry belongs that is missing.
func inHistory(e *relate.Entry) source.Pos { return e.Document.At("history") }

// name is what people call a document.
func name(was *Document) string { return cmp.Or(was.Number, was.Path) }
