package frontmatter

import (
	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var (
	wantRelation  = want{diag.T("một văn bản khác", "another document"), "{to: plans/2022/ke-hoach-cu, provision: Mục II}"}
	wantRelations = want{diag.T("một nhóm quan hệ", "a group of relations"), "{replaces: [plans/2022/ke-hoach-cu]}"}
)

var relationTable = table(wantRelation,
	field[plan.Relation]{Field{Name: "to", Aliases: []string{"target", "van_ban"}, Required: true,
		Doc: diag.T("Văn bản kia.", "The other document."), Example: "plans/2022/ke-hoach-cu"},
		bind(reference, func(x *plan.Relation) *plan.Ref { return &x.To })},
	field[plan.Relation]{Field{Name: "provision", Aliases: []string{"dieu_khoan"},
		Doc: diag.T("Phần liên quan, nếu không phải cả văn bản.", "The part it concerns, unless all of it."), Example: "Mục II"},
		bind(text(200), func(x *plan.Relation) *string { return &x.Provision })},
	field[plan.Relation]{Field{Name: "date", Aliases: []string{"ngay"},
		Doc: diag.T("Từ ngày nào.", "From which day."), Example: "2023-01-03"},
		bind(day, func(x *plan.Relation) *plan.Date { return &x.Date })},
	field[plan.Relation]{Field{Name: "until", Aliases: []string{"den_het_ngay"},
		Doc: diag.T("Ngày cuối bị ngưng hiệu lực, hoặc ngày cuối còn hiệu lực sau khi gia hạn.", "Last day of the suspension, or the last day in force once extended."), Example: "2023-06-30"},
		bind(day, func(x *plan.Relation) *plan.Date { return &x.Until })},
)

// relation is another document by itself, or with the part it concerns.
var relation = shape[plan.Relation]{
	read: func(r *reader, n *yaml.Node, at string) (x plan.Relation, ok bool) {
		if n.Kind == yaml.MappingNode {
			ok = relationTable.read(r, n, &x, at)
			return x, ok
		}
		x.To, ok = reference.read(r, n, at)
		return x, ok
	},
	schema: object{"anyOf": []any{reference.schema, relationTable.schema()}},
}

// maxRelated bounds the documents that one document can name at one place.
const maxRelated = 200

var related = list(relation, maxRelated, true)

// relate binds a list of documents, adding them as relations of one kind.
func relate(kind plan.RelationKind) binding[plan.Document] {
	return binding[plan.Document]{
		read: func(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
			found, ok := related.read(r, n, at)
			if !ok {
				return false
			}
			for _, x := range found {
				x.Kind = kind
				doc.Relations = append(doc.Relations, x)
			}
			return true
		},
		schema: related.schema,
	}
}

var relationsTable = func() *fields[plan.Document] {
	words := map[plan.RelationKind]struct {
		alias string
		doc   diag.Text
	}{
		plan.BasedOn:      {"can_cu", diag.T("Căn cứ vào.", "Is based on.")},
		plan.Implements:   {"thuc_hien", diag.T("Thực hiện, triển khai.", "Implements.")},
		plan.Amends:       {"sua_doi", diag.T("Sửa đổi, bổ sung.", "Amends.")},
		plan.Replaces:     {"thay_the", diag.T("Thay thế.", "Replaces.")},
		plan.Repeals:      {"bai_bo", diag.T("Bãi bỏ, hủy bỏ.", "Repeals.")},
		plan.Recalls:      {"thu_hoi", diag.T("Thu hồi văn bản đã phát hành.", "Recalls after it was sent out.")},
		plan.Suspends:     {"ngung_hieu_luc", diag.T("Ngưng hiệu lực.", "Suspends.")},
		plan.Corrects:     {"dinh_chinh", diag.T("Đính chính.", "Corrects.")},
		plan.Extends:      {"gia_han", diag.T("Gia hạn.", "Extends.")},
		plan.Promulgates:  {"ban_hanh_kem_theo", diag.T("Ban hành kèm theo.", "Promulgates.")},
		plan.ReportsOn:    {"bao_cao", diag.T("Báo cáo kết quả thực hiện.", "Reports on.")},
		plan.Consolidates: {"hop_nhat", diag.T("Hợp nhất.", "Consolidates.")},
		plan.Continues:    {"tiep_noi", diag.T("Tiếp nối kế hoạch kỳ trước.", "Continues the plan of the period before.")},
	}
	var list []field[plan.Document]
	for _, kind := range plan.RelationKinds {
		w := words[kind]
		list = append(list, field[plan.Document]{
			Field{Name: string(kind), Aliases: []string{w.alias}, Pages: true, Doc: w.doc, Example: "[plans/2022/ke-hoach-cu]"}, relate(kind)})
	}
	return table(wantRelations, list...)
}()

// relations is the group of all kinds.
var relations = binding[plan.Document]{
	read: func(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
		return relationsTable.read(r, n, doc, at)
	},
	schema: relationsTable.schema(),
}

// legalBasis is the list that the basis of a document is printed from.
var legalBasis = list(reference, maxRelated, true)
