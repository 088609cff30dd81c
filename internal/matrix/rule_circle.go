package matrix

import (
	"slices"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleCircle = &diag.Rule{
	Code: "P279", Name: "item-circle", Severity: diag.Error,
	Title: diag.T("Nhiệm vụ hoặc chỉ tiêu là phần của chính nó, hay chờ chính nó", "A task or target that is a part of itself, or waits for itself"),
	Why: diag.T("Việc có phần con được đếm qua các phần con; nếu vòng lại chính nó thì không được đếm ở đâu cả. Việc chờ chính nó thì không bao giờ bắt đầu được. Sửa mã ở cột của một trong các hàng.",
		"What has parts is counted by them; in a circle nothing would be counted. Work that waits for itself can never begin. Mend the id in one of the rows."),
	Bad: "nv-01 thuộc nv-02, nv-02 thuộc nv-01", Good: "nv-02 thuộc nv-01",
}

// circles finds what is a part of itself, or waits for itself. The link that
// closes a circle of parts is dropped, so that nothing runs round in it later.
func (f *findings) circles(doc *plan.Document, index map[string]place) {
	if !slices.ContainsFunc(doc.Targets, func(t plan.Target) bool { return t.Parent != "" }) &&
		!slices.ContainsFunc(doc.Tasks, func(t plan.Task) bool { return t.More().Parent != "" || len(t.More().Requires) > 0 }) {
		return // as in most plans
	}
	parts := func(at plan.Spot, ids []string) {
		f.circle(at, diag.T("“%[1]s” là một phần của chính nó (%[2]s)", "“%[1]s” is a part of itself (%[2]s)", shorten(ids[0]), chain(ids)))
	}
	walk(links{len(doc.Targets), true, index, func(i int) []string { return []string{doc.Targets[i].Parent} }}, func(i int, ids []string) {
		doc.Targets[i].Parent = ""
		parts(doc.Targets[i].Spot, ids)
	})
	walk(links{len(doc.Tasks), false, index, func(i int) []string { return []string{doc.Tasks[i].More().Parent} }}, func(i int, ids []string) {
		doc.Tasks[i].Own().Parent = ""
		parts(doc.Tasks[i].Spot, ids)
	})
	walk(links{len(doc.Tasks), false, index, func(i int) []string { return doc.Tasks[i].More().Requires }}, func(i int, ids []string) {
		f.circle(doc.Tasks[i].Spot, diag.T("“%[1]s” chờ chính nó (%[2]s)", "“%[1]s” waits for itself (%[2]s)", shorten(ids[0]), chain(ids)))
	})
}

func (f *findings) circle(at plan.Spot, message diag.Text) {
	f.add(ruleCircle, at.Pos(), message, diag.T("sửa hoặc bỏ mã ở một trong các hàng này", "mend the id in one of these rows, or leave it out"))
}

// chain writes the ids of a circle, back to its beginning.
func chain(ids []string) string {
	if len(ids) > 8 {
		ids = append(slices.Clone(ids[:8]), "…")
	}
	return strings.Join(append(slices.Clone(ids), ids[0]), " → ")
}

// links are the ids by which targets, or tasks, name others of their kind.
type links struct {
	n      int
	target bool
	index  map[string]place
	of     func(i int) []string
}

// walk gives each link that leads back to where it came from: the item that has
// it comes first in ids, and behind it those on the way.
func walk(l links, found func(i int, ids []string)) {
	state := make([]byte, l.n) // 0: not seen; 1: on the way; 2: done
	ids := make([]string, l.n)
	for id, p := range l.index {
		if p.target == l.target {
			ids[p.index] = id
		}
	}
	var way []int
	var visit func(i int)
	visit = func(i int) {
		state[i] = 1
		way = append(way, i)
		for _, id := range l.of(i) {
			p, known := l.index[id]
			switch {
			case !known || p.target != l.target || state[p.index] == 2:
			case state[p.index] == 0:
				visit(p.index)
			default:
				circle := []string{ids[i]}
				for _, x := range way[slices.Index(way, p.index):] {
					if x != i {
						circle = append(circle, ids[x])
					}
				}
				found(i, circle)
			}
		}
		way = way[:len(way)-1]
		state[i] = 2
	}
	for i := range l.n {
		if state[i] == 0 {
			visit(i)
		}
	}
}
