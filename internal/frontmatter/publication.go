package frontmatter

import (
	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var state = oneOf(
	choice[plan.State]{plan.Draft, "draft", []string{"bản thảo", "nháp", "dự thảo"}},
	choice[plan.State]{plan.Scheduled, "scheduled", []string{"hẹn giờ", "hẹn ngày", "chờ đăng"}},
	choice[plan.State]{plan.Published, "published", []string{"đã đăng", "đăng", "công bố", "đã công bố"}},
	choice[plan.State]{plan.Withdrawn, "withdrawn", []string{"thu hồi", "đã thu hồi", "rút", "đã rút", "gỡ"}},
)

var wantPublication = want{diag.T("trạng thái đăng", "a state of publication"), "published"}

var publicationTable = table(want{wantPublication.is, "{state: withdrawn, date: 2023-05-10, reason: …}"},
	field[plan.Publication]{Field{Name: "state", Aliases: []string{"trang_thai"}, Required: true,
		Doc: diag.T("draft, scheduled, published hoặc withdrawn.", "draft, scheduled, published or withdrawn."), Example: "published"},
		bind(state, func(p *plan.Publication) *plan.State { return &p.State })},
	field[plan.Publication]{Field{Name: "date", Aliases: []string{"ngay"},
		Doc: diag.T("Ngày bắt đầu đăng, hoặc ngày thu hồi.", "First day of a scheduled page, or the day of withdrawal."), Example: "2023-05-10"},
		bind(day, func(p *plan.Publication) *plan.Date { return &p.Date })},
	field[plan.Publication]{Field{Name: "reason", Aliases: []string{"ly_do"},
		Doc: diag.T("Lý do thu hồi, viết cho người đọc.", "Why it was withdrawn, for readers."), Example: "Đính chính số liệu ở Mục II."},
		bind(text(1000), func(p *plan.Publication) *string { return &p.Reason })},
)

// publication is a state by itself, or with a date and a reason.
var publication = shape[plan.Publication]{
	read: func(r *reader, n *yaml.Node, at string) (p plan.Publication, ok bool) {
		if n.Kind == yaml.MappingNode {
			ok = publicationTable.read(r, n, &p, at)
			return p, ok
		}
		p.State, ok = state.read(r, n, at)
		return p, ok
	},
	schema: object{"anyOf": []any{state.schema, publicationTable.schema()}},
}

// code is the code of a rule.
var code = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, want{diag.T("mã của một quy tắc", "the code of a rule"), "P061"})
		if !ok {
			return "", false
		}
		if len(s) != 4 || s[0] != 'P' || !allDigits(s[1:]) {
			r.add(ruleValue.At(r.pos(n), diag.T("%s: “%s” không phải là mã của quy tắc", "%s: %q is not the code of a rule", at, shorten(s, 20))).
				WithHint(diag.T("mã đứng trong ngoặc vuông ở cuối cảnh báo, ví dụ P061", "the code stands in brackets at the end of a warning, for example P061")))
			return "", false
		}
		return s, true
	},
	schema: object{"type": "string", "pattern": `^P\d{3}$`},
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

var silenceTable = table(want{diag.T("một mã cảnh báo với lý do", "the code of a warning with a reason"), "{code: P061, reason: …}"},
	field[plan.Silence]{Field{Name: "code", Aliases: []string{"ma"}, Required: true, Doc: diag.T("Mã của cảnh báo.", "The warning's code."), Example: "P061"},
		bind(code, func(s *plan.Silence) *string { return &s.Code })},
	field[plan.Silence]{Field{Name: "reason", Aliases: []string{"ly_do"}, Required: true,
		Doc: diag.T("Vì sao cảnh báo này không đúng ở đây.", "Why the warning does not apply here."), Example: "Bản gốc viết như vậy."},
		bind(text(500), func(s *plan.Silence) *string { return &s.Reason })},
)

// located makes a table a shape whose values remember their place.
func located[T any](t *fields[T], pos func(*T) *source.Pos) shape[T] {
	s := t.shape()
	return shape[T]{
		read: func(r *reader, n *yaml.Node, at string) (T, bool) {
			v, ok := s.read(r, n, at)
			*pos(&v) = r.pos(n)
			return v, ok
		},
		schema: s.schema,
	}
}

var silence = located(silenceTable, func(s *plan.Silence) *source.Pos { return &s.Pos })
