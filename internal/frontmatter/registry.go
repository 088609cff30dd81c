package frontmatter

import (
	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

func externalField(name string, required bool, doc diag.Text, example string, b binding[plan.External]) field[plan.External] {
	return field[plan.External]{Field{Name: name, Required: required, Doc: doc, Example: example}, b}
}

var externalTable = table(want{diag.T("một văn bản được viện dẫn", "a document cited"), "{id: nd-30-2020, number: 30/2020/NĐ-CP}"},
	externalField("id", true, diag.T("Mã để viện dẫn.", "Id to cite it by."), "nd-30-2020", bind(ident, func(e *plan.External) *string { return &e.ID })),
	externalField("type", false, diag.T("Loại văn bản.", "Type of document."), "nghi-dinh", bind(documentType, func(e *plan.External) **plan.Type { return &e.Type })),
	externalField("number", false, diag.T("Số và ký hiệu, như bản gốc ghi.", "Number and symbol, as the original has it."), `"30/2020/NĐ-CP"`, bind(text(60), func(e *plan.External) *string { return &e.Number })),
	externalField("issuer", false, diag.T("Tên cơ quan ban hành.", "Name of the issuer."), "Chính phủ", bind(text(200), func(e *plan.External) *string { return &e.Issuer })),
	externalField("issued", false, diag.T("Ngày ban hành.", "Date of issue."), "2020-03-05", bind(date, func(e *plan.External) *plan.Date { return &e.Issued })),
	externalField("title", true, diag.T("Trích yếu.", "Subject."), "Về công tác văn thư", bind(text(500), func(e *plan.External) *string { return &e.Title })),
	externalField("url", false, diag.T("Nơi đọc toàn văn.", "Where to read it."), "https://…", bind(webAddress, func(e *plan.External) *string { return &e.URL })),
	externalField("note", false, diag.T("Ghi chú.", "Note."), "…", bind(text(500), func(e *plan.External) *string { return &e.Note })),
	externalField("effective", false, diag.T("Ngày có hiệu lực; văn bản hành chính không ghi thì từ ngày ban hành.", "First day in force; by default the day of issue, but for normative documents."), "2020-03-05", bind(date, func(e *plan.External) *plan.Date { return &e.Effective })),
	externalField("expires", false, diag.T("Ngày cuối còn hiệu lực.", "Last day in force."), "2025-12-31", bind(date, func(e *plan.External) *plan.Date { return &e.Expires })),
	externalField("relations", false, diag.T("Quan hệ với văn bản khác, như ở văn bản trên trang.", "What it does to other documents, as in documents of the site."), "{replaces: [plans/2025/ke-hoach]}", externalRelations),
)

// externalRelations are read as those of a document are.
var externalRelations = binding[plan.External]{
	read: func(r *reader, e *plan.External, n *yaml.Node, at string) bool {
		var d plan.Document
		ok := relationsTable.read(r, n, &d, at)
		e.Relations = d.Relations
		return ok
	},
	schema: relationsTable.schema(),
}

// Externals reads documents.yaml: the documents cited that live elsewhere, in
// the order of the file, each id once.
func Externals(f *source.File) ([]*plan.External, []diag.Finding) {
	r := &reader{file: f}
	all := readList(r, pointer(located(externalTable, func(e *plan.External) *source.Pos { return &e.Pos })))
	all = once(r, all, func(e *plan.External) (string, source.Pos) { return e.ID, e.Pos })
	return all, r.result()
}

var termTable = table(want{diag.T("một từ viết tắt", "an abbreviation"), "{abbr: CCHC, meaning: cải cách hành chính}"},
	field[plan.Term]{Field{Name: "abbr", Aliases: []string{"viet_tat"}, Required: true, Doc: diag.T("Từ viết tắt.", "The abbreviation."), Example: "CCHC"},
		bind(text(40), func(t *plan.Term) *string { return &t.Abbr })},
	field[plan.Term]{Field{Name: "meaning", Aliases: []string{"nghia"}, Required: true, Doc: diag.T("Nghĩa.", "What it means."), Example: "cải cách hành chính"},
		bind(text(300), func(t *plan.Term) *string { return &t.Meaning })},
	field[plan.Term]{Field{Name: "lang", Aliases: []string{"ngon_ngu"}, Doc: diag.T("Ngôn ngữ của nghĩa.", "Language of the meaning."), Example: "en"},
		bind(language, func(t *plan.Term) *string { return &t.Lang })},
)

// Glossary reads glossary.yaml, in the order of the file, each abbreviation
// once for each language.
func Glossary(f *source.File) ([]plan.Term, []diag.Finding) {
	r := &reader{file: f}
	all := readList(r, located(termTable, func(t *plan.Term) *source.Pos { return &t.Pos }))
	all = once(r, all, func(t plan.Term) (string, source.Pos) {
		if t.Lang == "" {
			return t.Abbr, t.Pos
		}
		return t.Abbr + " (" + t.Lang + ")", t.Pos
	})
	return all, r.result()
}

// maxMessage is how long one text of the interface may be, in characters.
const maxMessage = 2000

var interfaceText = text(maxMessage)

// Messages reads a theme's texts of one language: one key each, all texts.
func Messages(f *source.File) (map[string]string, []diag.Finding) {
	r := &reader{file: f}
	out := map[string]string{}
	part, ok := r.whole(maxMapping)
	if !ok {
		return out, r.result()
	}
	lines := map[string]*yaml.Node{}
	for _, root := range r.roots(part, yaml.MappingNode) {
		for i := 0; i+1 < len(root.Content); i += 2 {
			key, value := root.Content[i], root.Content[i+1]
			if first, twice := lines[key.Value]; twice {
				r.twice(key.Value, first, key)
				continue
			}
			lines[key.Value] = key
			if s, ok := interfaceText.read(r, value, key.Value); ok {
				out[key.Value] = s
			}
		}
	}
	return out, r.result()
}
