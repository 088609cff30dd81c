package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

func trackerField[T any](name, alias string, required bool, doc diag.Text, example string, to func(*T) *string) field[T] {
	return field[T]{Field{Name: name, Aliases: []string{alias}, Required: required, Doc: doc, Example: example}, bind(texts, to)}
}

var targetTable = table(want{diag.T("một chỉ tiêu", "a target"), "{name: Hồ sơ đúng hạn, unit: \"%\", value: \"95\", by: \"2025\"}"},
	trackerField("id", "ma", false, diag.T("Mã.", "Id."), "ct-1", func(t *plan.Target) *string { return &t.ID }),
	trackerField("name", "ten", true, diag.T("Tên chỉ tiêu.", "Name."), "Hồ sơ giải quyết đúng hạn", func(t *plan.Target) *string { return &t.Name }),
	trackerField("group", "nhom", false, diag.T("Nhóm.", "Group."), "Thủ tục hành chính", func(t *plan.Target) *string { return &t.Group }),
	trackerField("unit", "don_vi", false, diag.T("Đơn vị tính.", "Unit."), `"%"`, func(t *plan.Target) *string { return &t.Unit }),
	trackerField("value", "gia_tri", false, diag.T("Giá trị cần đạt.", "Value to reach."), `"≥ 95"`, func(t *plan.Target) *string { return &t.Value }),
	trackerField("by", "thoi_han", false, diag.T("Thời hạn.", "By when."), `"2025"`, func(t *plan.Target) *string { return &t.By }),
)

var taskTable = table(want{diag.T("một nhiệm vụ", "a task"), "{name: Rà soát thủ tục, lead: Văn phòng, deadline: Quý II/2023}"},
	trackerField("id", "ma", false, diag.T("Mã.", "Id."), "nv-1", func(t *plan.Task) *string { return &t.ID }),
	trackerField("name", "ten", true, diag.T("Tên nhiệm vụ.", "Name."), "Rà soát thủ tục hành chính", func(t *plan.Task) *string { return &t.Name }),
	trackerField("group", "nhom", false, diag.T("Nhóm.", "Group."), "Thủ tục hành chính", func(t *plan.Task) *string { return &t.Group }),
	trackerField("lead", "chu_tri", false, diag.T("Cơ quan chủ trì.", "Body in charge."), "Văn phòng", func(t *plan.Task) *string { return &t.Lead }),
	trackerField("partners", "phoi_hop", false, diag.T("Cơ quan phối hợp.", "Partners."), "[Công an phường]", func(t *plan.Task) *string { return &t.Partners }),
	trackerField("deliverable", "san_pham", false, diag.T("Sản phẩm.", "Deliverable."), "Báo cáo", func(t *plan.Task) *string { return &t.Deliverable }),
	trackerField("deadline", "thoi_han", false, diag.T("Thời hạn.", "Deadline."), "Quý II/2023", func(t *plan.Task) *string { return &t.Deadline }),
)

var oneText = text(1000)

// texts is one text, or several that are joined.
var texts = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		if n.Kind != yaml.SequenceNode {
			return oneText.read(r, n, at)
		}
		return strings.Join(items(r, n, at, oneText), "; "), true
	},
	schema: object{"anyOf": []any{object{"type": []string{"string", "number"}}, listSchema(oneText.schema, 50, false)}},
}

const maxTracked = 5000

// tracked binds targets or tasks: a list, or the name of a file that holds
// one. This version reads them and shows neither, and says so.
func tracked[T any](of *fields[T], to func(*plan.Document) *[]T) binding[plan.Document] {
	all := list(of.shape(), maxTracked, false)
	return binding[plan.Document]{
		read: func(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
			r.add(ruleNotShown.At(r.pos(n), diag.T("%s được đọc nhưng phiên bản này chưa hiển thị", "%s is read, but this version does not show it yet", at)).
				WithHint(diag.T("để người đọc thấy, viết thêm một bảng trong nội dung", "for readers, write a table in the body as well")))
			if n.Kind == yaml.ScalarNode {
				_, ok := attachedFile.read(r, n, at)
				return ok
			}
			v, ok := all.read(r, n, at)
			if ok {
				*to(doc) = v
			}
			return ok
		},
		schema: object{"anyOf": []any{attachedFile.schema, all.schema}},
	}
}
