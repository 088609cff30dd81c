package audit

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/source"
)

var (
	ruleScheme = &diag.Rule{Code: "P312", Name: "unsafe-address", Severity: diag.Error,
		Title: diag.T("Địa chỉ không an toàn", "An unsafe address"),
		Why: diag.T("Trang chỉ được dẫn tới http, https, mailto, tel và các tệp của chính nó; địa chỉ loại khác có thể chạy chương trình hoặc giấu nơi đến.",
			"Pages lead to http, https, mailto and tel addresses and to files of the site, and nowhere else: others could run a program or hide where they lead."),
		Source: "URL Standard", Bad: `<a href="javascript:…">`, Good: `<a href="https://…">`}
	ruleNowhere = &diag.Rule{Code: "P313", Name: "link-nowhere", Severity: diag.Error,
		Title: diag.T("Trang dẫn tới một tệp không có", "A page leads to a file that is not there"),
		Why: diag.T("Người đọc bấm vào sẽ thấy trang lỗi. Nếu liên kết nằm trong bài, hãy sửa nó; nếu nằm trong giao diện hay danh mục, hãy sửa ở đó.",
			"Readers who follow it meet an error page. Mend the link where it is: in the text, in the theme or in the menu.")}
	ruleNoAnchor = &diag.Rule{Code: "P314", Name: "anchor-nowhere", Severity: diag.Error,
		Title: diag.T("Trang dẫn tới một đoạn không có của trang khác", "A page leads to a section that another page does not have"),
		Why: diag.T("Trình duyệt sẽ mở trang ở đầu, không ở đoạn được dẫn. Sửa phần sau dấu # của liên kết.",
			"Browsers open the top of the page instead of the section. Mend what follows # in the link.")}
)

// link is an address of the page that leads to another file of the site.
type link struct {
	Target
	start int
	value []byte
}

// anchors are the sorted hashes of a page's ids.
type anchors []uint32

// want is a target that was not there when it was asked for.
type want struct {
	pos   source.Pos // the first that asked
	value string
	pages int    // that asked
	last  string // the page that asked last: it counts once
}

// address judges the address in an attribute; follow says whether it must lead
// to something.
func (p *page) address(at *attr, v []byte, follow bool) {
	v = bytes.TrimFunc(v, isControl)
	if scheme := schemeOf(v); scheme != "" {
		switch {
		case !isSafe(scheme):
			p.find(ruleScheme, at.start, diag.T("%[1]s của thẻ %[2]s có địa chỉ %[3]q", "%[1]s of the tag %[2]s has the address %[3]q", at.name, p.tok.name, v))
			return
		case p.auditor.opts.BaseURL == "" || !bytes.HasPrefix(v, []byte(p.auditor.opts.BaseURL)):
			return
		}
		v = v[len(p.auditor.opts.BaseURL):]
		p.follow(at, append([]byte(p.auditor.path), v...), v)
		return
	}
	if isElsewhere(v) {
		p.find(ruleScheme, at.start, diag.T("%[1]s của thẻ %[2]s dẫn tới máy chủ khác mà không ghi https: %[3]q", "%[1]s of the tag %[2]s leads to another host without saying https: %[3]q", at.name, p.tok.name, v))
		return
	}
	if follow {
		p.follow(at, v, v)
	}
}

// isElsewhere reports whether an address names a host without a scheme. To
// browsers a backslash is a slash.
func isElsewhere(v []byte) bool {
	isSlash := func(i int) bool { return i < len(v) && (v[i] == '/' || v[i] == '\\') }
	return isSlash(0) && isSlash(1)
}

// follow notes an address without a scheme: a mention of an id of this page,
// or a link to a file.
func (p *page) follow(at *attr, v, shown []byte) {
	file, frag, _ := cut(v, '#')
	file, _, _ = cut(file, '?')
	frag = unescaped(frag)
	resolved, ok := p.resolve(file)
	if !ok {
		return
	}
	if len(file) == 0 || string(resolved) == p.path {
		if len(frag) > 0 && string(frag) != "top" {
			p.refer(frag, at)
		}
		return
	}
	t := Target{File: hash(resolved)}
	if len(frag) > 0 {
		t.Anchor = short(hash(frag))
	}
	p.links = append(p.links, link{t, at.start, shown})
}

// resolve gives the file that the path of an address names, from the site's
// root; false where it lies outside of the site. A path that climbs out of the
// site names the impossible file "..".
func (p *page) resolve(path []byte) ([]byte, bool) {
	path = unescaped(path)
	buf := append(p.buf[:0], p.dir...)
	if len(path) > 0 && path[0] == '/' {
		var inside bool
		if path, inside = bytes.CutPrefix(path, []byte(p.auditor.path)); !inside {
			return nil, false
		}
		buf = buf[:0]
	}
	for len(path) > 0 {
		segment, rest, more := cut(path, '/')
		switch string(segment) {
		case ".", "":
		case "..":
			if len(buf) == 0 {
				return []byte(".."), true
			}
			buf = buf[:bytes.LastIndexByte(buf[:len(buf)-1], '/')+1]
		default:
			buf = append(buf, segment...)
			if more {
				buf = append(buf, '/')
			}
		}
		path = rest
	}
	if len(buf) == 0 || buf[len(buf)-1] == '/' {
		buf = append(buf, "index.html"...)
	}
	p.buf = buf
	return buf, true
}

// cut is bytes.Cut for one byte, which it need not search for as for many.
func cut(v []byte, sep byte) (before, after []byte, found bool) {
	if i := bytes.IndexByte(v, sep); i >= 0 {
		return v[:i], v[i+1:], true
	}
	return v, nil, false
}

// learn takes what other pages need to know of a page, and what it asks of
// them.
func (a *Auditor) learn(p *page, ids anchors) {
	a.mu.Lock()
	defer a.mu.Unlock()
	self := hash([]byte(p.path))
	a.files[self] = &ids
	delete(a.kept, self)
	delete(a.wants, Target{File: self})
	for i := range p.links {
		if l := &p.links[i]; !a.has(l.Target) {
			a.miss(p, l)
		}
	}
}

// has reports whether a target is there, as far as is known now.
func (a *Auditor) has(t Target) bool {
	page, ok := a.files[t.File]
	if !ok || t.Anchor == 0 {
		return ok
	}
	if page == nil {
		return false
	}
	_, ok = slices.BinarySearch(*page, t.Anchor)
	return ok
}

func (a *Auditor) miss(p *page, l *link) {
	w := a.wants[l.Target]
	if w == nil {
		a.wants[l.Target] = &want{p.at(l.start), string(l.value), 1, p.path}
		return
	}
	if w.last == p.path {
		return
	}
	w.pages, w.last = w.pages+1, p.path
	if p.path < w.pos.File {
		w.pos, w.value = p.at(l.start), string(l.value)
	}
}

// broken gives the finding for a target that is missing in the end. An anchor
// of a file that is no page, such as #page=3 of a PDF, is not judged.
func (a *Auditor) broken(t Target, w *want) (diag.Finding, bool) {
	page, ok := a.files[t.File]
	rule := ruleNoAnchor
	switch {
	case a.has(t) || (ok && page == nil):
		return diag.Finding{}, false
	case !ok:
		rule = ruleNowhere
	}
	also := diag.Text{}
	if w.pages > 1 {
		also = diag.T("; %d trang khác cũng vậy", "; so do %d other pages", w.pages-1)
	}
	message := diag.T("dẫn tới %q, không có", "leads to %q, which is not there", w.value)
	return rule.At(w.pos, diag.Text{VI: message.VI + also.VI, EN: message.EN + also.EN}), true
}

// short makes a hash of an anchor small; it is never 0.
func short(h uint64) uint32 { return uint32(h) | 1 }

// unescaped decodes percent escapes; what is malformed stays as it is.
func unescaped(v []byte) []byte {
	if bytes.IndexByte(v, '%') < 0 {
		return v
	}
	s, err := url.PathUnescape(string(v))
	if err != nil {
		return v
	}
	return []byte(s)
}

// blanks are what browsers leave out of addresses.
var blanks = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// schemeOf gives the scheme of an address, in lower case, as browsers see it:
// without the tabs and line ends that they leave out.
func schemeOf(v []byte) string {
	i := bytes.IndexByte(v, ':')
	if i < 0 || bytes.IndexByte(v[:i], '/') >= 0 {
		return ""
	}
	scheme := strings.ToLower(blanks.Replace(string(v[:i])))
	for j := range len(scheme) {
		c := scheme[j]
		if !isLetter(c) && (j == 0 || !('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.')) {
			return ""
		}
	}
	return scheme
}

func isSafe(scheme string) bool {
	return scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel"
}

func isControl(r rune) bool { return r <= ' ' }

// meta judges the address of a refresh, which is a part of its content.
func (p *page) meta() {
	equiv, _ := p.tok.get("http-equiv")
	if !strings.EqualFold(equiv, "refresh") {
		return
	}
	content, _ := p.tok.get("content")
	_, target, ok := strings.Cut(content, "=")
	if !ok {
		return
	}
	at := attr{name: []byte("content"), start: p.tok.start}
	p.address(&at, []byte(strings.Trim(target, ` '"`)), true)
}
