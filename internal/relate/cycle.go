package relate

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var (
	ruleReplaceCycle = &diag.Rule{Code: "P208", Name: "replace-cycle", Severity: diag.Error,
		Title: diag.T("Các văn bản thay thế lẫn nhau", "Documents replace one another"),
		Why: diag.T("Văn bản ban hành sau thay thế văn bản ban hành trước, không có chiều ngược lại; nếu không, người dân không biết văn bản nào còn hiệu lực. Hãy xóa dòng replaces viết nhầm.",
			"A later document replaces an earlier one, never the other way round as well; otherwise citizens cannot tell which of them holds. Delete the line of replaces that is wrong."),
		Bad: "relations: {replaces: [plans/2025/ke-hoach-sua-doi]}", Good: "relations: {replaces: [plans/2022/ke-hoach]}"}
	ruleRelationCycle = &diag.Rule{Code: "P240", Name: "relation-cycle", Severity: diag.Warning,
		Title: diag.T("Các văn bản tác động vòng tròn lên nhau", "Documents act on one another in a circle"),
		Why: diag.T("Căn cứ, sửa đổi, bãi bỏ, thu hồi, ngưng hiệu lực, gia hạn và tiếp nối luôn hướng về văn bản có trước, nên không thể quay vòng về chính văn bản đó. Hãy tìm dòng viết ngược chiều và xóa nó.",
			"What a document rests on, amends, repeals, recalls, suspends, extends or continues was there before it, so it cannot lead back to itself. Find the line that is the wrong way round and delete it."),
		Bad: "# ke-hoach-2025.md\nrelations: {continues: [plans/2026/ke-hoach]}\n# ke-hoach-2026.md\nrelations: {continues: [plans/2025/ke-hoach]}", Good: "# ke-hoach-2026.md\nrelations: {continues: [plans/2025/ke-hoach]}"}
)

// replaced reports the documents that replace themselves through others.
// Relations of a part do not count: two documents may well replace parts of
// each other.
func (r *relater) replaced() {
	w := walk{seen: make([]uint8, len(r.in.Documents)), follows: func(kind plan.RelationKind) bool { return kind == plan.Replaces }}
	w.closed = func(from, to *Entry, _ plan.RelationKind) {
		r.report(ruleReplaceCycle.At(placeOf(from, to, w.follows), diag.T(
			"văn bản này thay thế %[1]s, mà %[1]s lại thay thế văn bản này, trực tiếp hoặc qua văn bản khác",
			"this document replaces %[1]s, and %[1]s replaces this one, itself or through others", to.Document.Path)).WithHint(diag.T(
			"xóa một trong các dòng replaces đó: văn bản ban hành trước không thay thế văn bản ban hành sau",
			"delete one of these lines of replaces: an earlier document does not replace a later one")))
	}
	w.over(r)
}

// circled reports the documents that do anything else to themselves, through
// others, that only an earlier document can have done to it.
func (r *relater) circled() {
	w := walk{seen: make([]uint8, len(r.in.Documents)), follows: looksBack}
	w.closed = func(from, to *Entry, kind plan.RelationKind) {
		r.report(ruleRelationCycle.At(placeOf(from, to, w.follows), diag.T(
			"quan hệ %[2]s với %[1]s dẫn vòng về chính văn bản này", "the relation %[2]s to %[1]s leads back to this document", to.Document.Path, kind)).WithHint(diag.T(
			"xóa dòng này, hoặc dòng ngược lại trong %s: văn bản có trước không tác động lên văn bản có sau",
			"delete this line, or the one the other way in %s: an earlier document does nothing to a later one", to.Document.Path)))
	}
	w.over(r)
}

// looksBack reports whether relations of a kind lead to earlier documents
// only. Replacing has a rule of its own.
func looksBack(kind plan.RelationKind) bool {
	switch kind {
	case plan.BasedOn, plan.Continues:
		return true
	}
	return kind != plan.Replaces && touchesEffect(kind)
}

// placeOf finds where a document names another.
func placeOf(from, to *Entry, follows func(plan.RelationKind) bool) source.Pos {
	for _, rel := range from.Relations {
		if rel.Other.Entry == to && rel.Provision == "" && follows(rel.Kind) {
			return rel.Pos
		}
	}
	for _, ref := range from.Document.LegalBasis {
		if strings.TrimSuffix(ref.Target, ".md") == refName(to.Document.Path) {
			return ref.Pos
		}
	}
	return source.Pos{File: from.Document.Path}
}

// walk goes over the relations between documents, over each of them once, and
// calls closed for those that lead back to a document on the way to them.
type walk struct {
	follows func(plan.RelationKind) bool
	closed  func(from, to *Entry, kind plan.RelationKind)
	seen    []uint8 // by Entry.place
}

// What a walk knows of a document.
const (
	ahead  = 1 // it is on the way to the one that is looked at
	behind = 2 // it is done with
)

// step is a document on the way, and how many of its references are done with.
type step struct {
	at   *Entry
	done int
}

// over starts a walk at every document. The way is kept in a list, for it may
// be as long as there are documents.
func (w *walk) over(r *relater) {
	var way []step
	enter := func(e *Entry) {
		w.seen[e.place] = ahead
		way = append(way, step{at: e})
	}
	for i := range r.entered {
		if w.seen[i] == 0 {
			enter(&r.entered[i])
		}
		for len(way) > 0 {
			last := &way[len(way)-1]
			to, kind, more := w.next(last)
			switch {
			case !more:
				w.seen[last.at.place] = behind
				way = way[:len(way)-1]
			case to == nil:
			case w.seen[to.place] == ahead:
				w.closed(last.at, to, kind)
			case w.seen[to.place] == 0:
				enter(to)
			}
		}
	}
}

// next gives what the next reference of a step leads to: nil for one that is
// not followed.
func (w *walk) next(s *step) (to *Entry, kind plan.RelationKind, more bool) {
	i := s.done
	s.done++
	if i < len(s.at.Relations) {
		rel := &s.at.Relations[i]
		if rel.Provision != "" || !w.follows(rel.Kind) {
			return nil, "", true
		}
		return rel.Other.Entry, rel.Kind, true
	}
	if i -= len(s.at.Relations); i < len(s.at.Basis) && w.follows(plan.BasedOn) {
		return s.at.Basis[i].Entry, plan.BasedOn, true
	}
	return nil, "", false
}
