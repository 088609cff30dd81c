package matrix

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleGroupEmpty = &diag.Rule{
	Code: "P259", Name: "group-without-rows", Severity: diag.Warning,
	Title: diag.T("Nhóm không có hàng nào", "A group without rows"),
	Why: diag.T("Hàng chỉ có một ô chữ được đọc là tên của nhóm các hàng bên dưới. Nếu đó là một nhiệm vụ hay chỉ tiêu thì nó không có trong danh sách và không được đếm.",
		"A row with a text in one cell only is read as the name of a group of the rows below it. If it is meant as a task or target, it is missing from the list, and not counted."),
	Bad: "STT,Nhiệm vụ,Chủ trì\n,Rà soát thủ tục,\n,Số hóa hồ sơ,Văn phòng", Good: "STT,Nhiệm vụ,Chủ trì\n1,Rà soát thủ tục,Văn phòng\n2,Số hóa hồ sơ,Văn phòng",
}

// group is a row that names those below it.
type group struct {
	name string
	sort byte
	at   plan.Spot
	used bool // there are rows in it
}

// groupStack holds the groups that a row is in, the outermost first. A number
// of a sort that is on it ends that group and those within it; “A” within “I”
// or “I” within “A” are both in use. A name without a number right below one
// with a number is within that.
type groupStack struct {
	*findings
	all []group
}

func (g *groupStack) push(number, name string, at plan.Spot) {
	kind := sortOf(number)
	within := kind == 0 && len(g.all) > 0 && g.all[len(g.all)-1].sort != 0 && !g.all[len(g.all)-1].used
	for i := range g.all {
		if g.all[i].sort == kind || kind == 0 && !within {
			g.cut(i)
			break
		}
	}
	g.all = append(g.all, group{name: name, sort: kind, at: at})
}

// cut ends the groups from a place on.
func (g *groupStack) cut(from int) {
	for _, x := range g.all[from:] {
		if !x.used {
			g.add(ruleGroupEmpty, x.at.Pos(), diag.T("“%s” được đọc là tên nhóm, nhưng không có hàng nào trong nhóm đó", "“%s” is read as the name of a group, and no row is in that group", shorten(x.name)),
				diag.T("nếu là nhiệm vụ hay chỉ tiêu, hãy điền thêm cột khác (số thứ tự, cơ quan, thời hạn); nếu là nhóm trống, xóa hàng", "if it is a task or target, fill in another column (number, body, deadline); if the group is empty, delete the row"))
		}
	}
	g.all = g.all[:from]
}

// take gives the name of the groups that a row is in.
func (g *groupStack) take() string {
	names := make([]string, len(g.all))
	for i := range g.all {
		g.all[i].used = true
		names[i] = g.all[i].name
	}
	return strings.Join(names, groupBetween)
}
