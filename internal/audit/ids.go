package audit

import (
	"bytes"
	"cmp"
	"slices"

	"planpress/internal/diag"
)

var (
	ruleDuplicateID = &diag.Rule{Code: "P300", Name: "duplicate-id", Severity: diag.Error,
		Title: diag.T("Hai phần tử cùng một id", "Two elements have one id"),
		Why: diag.T("Liên kết và nhãn dẫn tới id chỉ đến được phần tử đầu. Nếu id đến từ một đề mục, hãy đổi chữ của đề mục; nếu đến từ giao diện, hãy sửa giao diện.",
			"Links and labels that name the id reach the first element only. Where it comes from a heading, change the heading's words; where it comes from the theme, mend the theme."),
		Source: "HTML Standard, 3.2.6", Bad: `<h2 id="a">…</h2> <p id="a">`, Good: `<h2 id="a">…</h2> <p id="b">`}
	ruleNoSuchID = &diag.Rule{Code: "P301", Name: "no-such-id", Severity: diag.Error,
		Title: diag.T("Nhãn hoặc liên kết trỏ tới id không có trong trang", "A label or link names an id that the page does not have"),
		Why: diag.T("Người dùng trình đọc màn hình mất nhãn, hoặc người đọc bấm mà không đến đâu. Sửa id, hoặc bỏ chỗ nhắc tới nó.",
			"People who use a screen reader lose the label, or a click leads nowhere. Mend the id, or take the mention away."),
		Source: "WCAG 2.2, 1.3.1, 4.1.2", Bad: `<a href="#muc-9">`, Good: `<a href="#muc-2">`}
)

// id is an id of the page.
type id struct {
	hash  uint64
	start int // offset of the attribute
	value []byte
}

// ref is a mention of an id.
type ref struct {
	hash  uint64
	start int
	value []byte
	attr  []byte
}

func (p *page) id(at *attr) {
	v := decoded(at.value)
	p.ids = append(p.ids, id{hash(v), at.start, v})
}

// references takes the ids that an attribute names, separated by spaces.
func (p *page) references(at *attr) {
	for v := range bytes.FieldsSeq(decoded(at.value)) {
		p.refer(v, at)
	}
}

func (p *page) refer(v []byte, at *attr) {
	p.refs = append(p.refs, ref{hash(v), at.start, v, at.name})
}

func (p *page) judgeIDs() {
	slices.SortFunc(p.ids, func(a, b id) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.start, b.start))
	})
	for i := 1; i < len(p.ids); i++ {
		if a, b := &p.ids[i-1], &p.ids[i]; a.hash == b.hash && bytes.Equal(a.value, b.value) {
			p.find(ruleDuplicateID, b.start, diag.T("id %[1]q đã có ở dòng %[2]d", "the id %[1]q is already on line %[2]d", a.value, p.at(a.start).Line))
		}
	}
	for i := range p.refs {
		if r := &p.refs[i]; !p.hasID(r.hash) {
			p.find(ruleNoSuchID, r.start, diag.T("%[1]s trỏ tới %[2]q, mà trang không có id này", "%[1]s names %[2]q, and the page has no such id", r.attr, r.value))
		}
	}
}

func (p *page) hasID(hash uint64) bool {
	_, ok := slices.BinarySearchFunc(p.ids, hash, func(a id, h uint64) int { return cmp.Compare(a.hash, h) })
	return ok
}
