package frontmatter

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// maxFindings bounds what one file can say. A file with more problems than
// this is not front matter, and nobody reads the hundredth.
const maxFindings = 100

// reader collects what is found while the nodes of one file are read. The
// lines of the nodes it is given count from the beginning of the file.
type reader struct {
	file     *source.File
	page     bool // fields that only documents have are out of place
	findings []diag.Finding
	places   []plan.Place
	broken   bool // part of the YAML could not be read, so a missing field proves nothing
	full     bool // findings were left out
}

func (r *reader) add(f diag.Finding) {
	if len(r.findings) >= maxFindings {
		r.full = true
		return
	}
	r.findings = append(r.findings, f)
}

// result gives the findings in the order of their places. That some were left
// out is itself an error: one of those may have been.
func (r *reader) result() []diag.Finding {
	diag.Sort(r.findings)
	if r.full {
		r.findings = append(r.findings, ruleTooMany.At(r.file.Whole(), diag.T(
			"tệp này có hơn %d vấn đề; phần còn lại không được liệt kê", "this file has more than %d problems; the others are not listed",
			maxFindings)).WithHint(diag.T("sửa những lỗi trên rồi kiểm tra lại", "mend those above, then check again")))
	}
	return r.findings
}

func (r *reader) pos(n *yaml.Node) source.Pos {
	return source.Pos{File: r.file.Path, Line: n.Line, Column: n.Column}
}

// place remembers where a field has its value.
func (r *reader) place(at string, n *yaml.Node) {
	r.places = append(r.places, plan.Place{Field: at, Line: n.Line, Column: n.Column})
}

// absent reports whether a node holds no value: nothing, null, or text that is
// empty or only white space.
func absent(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}

// spoilt reports whether a node was refused before it could be read. What is
// wrong with it has been said.
func spoilt(n *yaml.Node) bool { return n.Kind == 0 }

// want names what a value should have been, and shows one.
type want struct {
	is      diag.Text
	example string // as written in YAML
}

// wrongType says what a value is and what it should have been.
func (r *reader) wrongType(n *yaml.Node, at string, w want) {
	if spoilt(n) {
		return
	}
	got := kindOf(n)
	r.add(ruleType.At(r.pos(n), diag.Text{
		VI: label(at).VI + " cần " + w.is.VI + ", nhưng đây là " + got.VI,
		EN: label(at).EN + " expects " + w.is.EN + ", but this is " + got.EN,
	}).WithHint(diag.T("viết như: %s", "write it like: %s", w.example)))
}

// label names a field in a message; the file as a whole has no name.
func label(at string) diag.Text {
	if at == "" {
		return diag.T("tệp này", "this file")
	}
	return diag.Text{VI: at, EN: at}
}

func kindOf(n *yaml.Node) diag.Text {
	switch {
	case n.Kind == yaml.SequenceNode:
		return diag.T("một danh sách", "a list")
	case n.Kind == yaml.MappingNode:
		return diag.T("một nhóm “khóa: giá trị”", "a group of keys with values")
	case absent(n):
		return diag.T("một giá trị trống", "an empty value")
	}
	v := strconv.Quote(shorten(n.Value, 40))
	switch n.Tag {
	case "!!int", "!!float":
		return diag.T("số %s", "the number %s", shorten(n.Value, 40))
	case "!!bool":
		return diag.T("giá trị đúng/sai %s", "the true/false value %s", n.Value)
	}
	return diag.T("chữ %s", "the text %s", v)
}

// shorten cuts a text for a message.
func shorten(s string, limit int) string {
	count := 0
	for i := range s {
		if count == limit {
			return s[:i] + "…"
		}
		count++
	}
	return s
}

// child and item name a part of a field: "signer.name", "attachments[0]".
func child(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}

func item(at string, i int) string { return at + "[" + strconv.Itoa(i) + "]" }
