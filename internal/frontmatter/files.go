package frontmatter

import (
	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// How many bytes a file may have that holds a list (a province with ten
// thousand bodies needs three million), and one that holds a group of keys.
const (
	maxList    = 4 << 20
	maxMapping = 256 << 10
)

// batchSize is how many bytes of a list are parsed at once. The nodes of YAML
// take some thirty times the memory of their text.
const batchSize = 64 << 10

// whole gives the file's bytes as a region, and false where they are too many
// or hold several documents.
func (r *reader) whole(limit int) (region, bool) {
	part := region{0, len(r.file.Data)}
	if part.end > limit {
		r.tooLarge(part, limit)
		return part, false
	}
	if at := separators(r.file.Data); at >= 0 {
		r.add(ruleFeature.At(r.file.At(at), diag.T("dòng --- bắt đầu một tài liệu YAML thứ hai trong tệp", "the line --- begins a second YAML document in the file")).
			WithHint(diag.T("xóa dòng ---; phần sau nó sẽ không được đọc", "delete the line ---; what follows it would not be read")))
		part.end = at
	}
	return part, true
}

// readMapping reads a file that holds one group of keys.
func readMapping[T any](r *reader, t *fields[T], into *T) {
	part, ok := r.whole(maxMapping)
	if !ok {
		return
	}
	root := &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	for _, n := range r.roots(part, yaml.MappingNode) {
		root.Content = append(root.Content, n.Content...)
	}
	t.read(r, root, into, "")
}

// readList reads a file that holds a list. It goes through the file in
// batches, so that its memory does not grow with the file.
func readList[T any](r *reader, of shape[T]) []T {
	part, ok := r.whole(maxList)
	if !ok {
		return nil
	}
	var out []T
	index := 0
	for _, batch := range r.batches(part) {
		for _, n := range r.roots(batch, yaml.SequenceNode) {
			for _, c := range n.Content {
				if v, ok := of.read(r, c, item("", index)); ok {
					out = append(out, v)
				}
				index++
			}
		}
		r.places = r.places[:0]
	}
	return out
}

func (r *reader) batches(part region) []region {
	var out []region
	for _, c := range r.chunks(part, yaml.SequenceNode) {
		if last := len(out) - 1; last >= 0 && c.end-out[last].start <= batchSize {
			out[last].end = c.end
		} else {
			out = append(out, c)
		}
	}
	return out
}

// once drops entries whose id was used before, and says so.
func once[T any](r *reader, all []T, id func(T) (string, source.Pos)) []T {
	first := make(map[string]source.Pos, len(all))
	out := all[:0]
	for _, v := range all {
		name, pos := id(v)
		if other, seen := first[name]; seen {
			r.add(ruleTwiceEntry.At(pos, diag.T("“%s” đã có ở dòng %d", "%q is already given on line %d", name, other.Line)).
				WithHint(diag.T("đổi mã của một trong hai mục, hoặc xóa một mục", "give one of them another name, or delete one")))
			continue
		}
		first[name] = pos
		out = append(out, v)
	}
	return out
}

// validity is what an org's "valid" holds.
var validTable = table(want{diag.T("khoảng thời gian tồn tại", "a span of existence"), "{from: 2025-07-01}"},
	field[plan.Org]{Field{Name: "from", Aliases: []string{"tu"}, Doc: diag.T("Ngày đầu.", "First day."), Example: "2025-07-01"},
		bind(date, func(o *plan.Org) *plan.Date { return &o.From })},
	field[plan.Org]{Field{Name: "to", Aliases: []string{"den"}, Doc: diag.T("Ngày cuối.", "Last day."), Example: "2025-06-30"},
		bind(date, func(o *plan.Org) *plan.Date { return &o.To })},
)

var orgKinds = words(
	choice[string]{word: "ubnd", also: []string{"ủy ban nhân dân"}}, choice[string]{word: "hdnd", also: []string{"hội đồng nhân dân"}},
	choice[string]{word: "dang", also: []string{"tổ chức đảng"}}, choice[string]{word: "chinh-phu"}, choice[string]{word: "quoc-hoi"},
	choice[string]{word: "bo"}, choice[string]{word: "so"}, choice[string]{word: "phong"}, choice[string]{word: "ban"},
	choice[string]{word: "don-vi-su-nghiep", also: []string{"trung tâm"}}, choice[string]{word: "mat-tran"}, choice[string]{word: "doan-the"},
	choice[string]{word: "cong-an"}, choice[string]{word: "quan-su"}, choice[string]{word: "toa-an"}, choice[string]{word: "vien-kiem-sat"},
	choice[string]{word: "doanh-nghiep"}, choice[string]{word: "khac"},
)

var orgLevels = words(choice[string]{word: "xa", also: []string{"phường", "đặc khu", "cấp xã"}}, choice[string]{word: "huyen", also: []string{"cấp huyện"}},
	choice[string]{word: "tinh", also: []string{"thành phố", "cấp tỉnh"}}, choice[string]{word: "trung-uong"})

func orgField(name string, required bool, doc diag.Text, example string, b binding[plan.Org]) field[plan.Org] {
	return field[plan.Org]{Field{Name: name, Required: required, Doc: doc, Example: example}, b}
}

var orgTable = table(want{diag.T("một cơ quan", "a body"), "{id: ubnd-phuong-hoa-giay, name: Ủy ban nhân dân phường Hoa Giấy}"},
	orgField("id", true, diag.T("Mã, không đổi.", "Id, never changed."), "ubnd-phuong-hoa-giay", bind(ident, func(o *plan.Org) *string { return &o.ID })),
	orgField("name", true, diag.T("Tên đầy đủ.", "Full name."), "Ủy ban nhân dân phường Hoa Giấy", bind(text(200), func(o *plan.Org) *string { return &o.Name })),
	orgField("short_name", false, diag.T("Tên gọn.", "Short name."), "UBND phường Hoa Giấy", bind(text(200), func(o *plan.Org) *string { return &o.ShortName })),
	orgField("kind", false, diag.T("Loại cơ quan.", "Kind of body."), "ubnd", bind(orgKinds, func(o *plan.Org) *string { return &o.Kind })),
	orgField("level", false, diag.T("Cấp: xa, huyen, tinh, trung-uong.", "Level: xa, huyen, tinh, trung-uong."), "xa", bind(orgLevels, func(o *plan.Org) *string { return &o.Level })),
	orgField("parent", false, diag.T("Mã của cơ quan cấp trên.", "Id of the body above."), "ubnd-tinh", bind(ident, func(o *plan.Org) *string { return &o.Parent })),
	orgField("place", false, diag.T("Địa danh ghi trước ngày tháng.", "Place that documents are dated from."), "Hoa Giấy", bind(text(100), func(o *plan.Org) *string { return &o.Place })),
	orgField("code", false, diag.T("Mã đơn vị hành chính, trong dấu nháy kép.", "Administrative code, in quotes."), `"21637"`, bind(text(20), func(o *plan.Org) *string { return &o.Code })),
	orgField("valid", false, diag.T("Tồn tại từ ngày nào đến ngày nào.", "From when to when it exists."), "{from: 2025-07-01}", binding[plan.Org]{
		read:   func(r *reader, o *plan.Org, n *yaml.Node, at string) bool { return validTable.read(r, n, o, at) },
		schema: validTable.schema()}),
	orgField("predecessors", false, diag.T("Mã các cơ quan trước nó.", "Ids of those before it."), "[ubnd-cu]", bind(list(ident, 200, true), func(o *plan.Org) *[]string { return &o.Predecessors })),
	orgField("successors", false, diag.T("Mã các cơ quan kế thừa.", "Ids of those after it."), "[ubnd-moi]", bind(list(ident, 200, true), func(o *plan.Org) *[]string { return &o.Successors })),
	orgField("decision", false, diag.T("Văn bản thành lập hoặc kết thúc.", "What created or ended it."), "Nghị quyết số …", bind(text(500), func(o *plan.Org) *string { return &o.Decision })),
	orgField("fictional", false, diag.T("Cơ quan hư cấu.", "An invented body."), "true", bind(onOff, func(o *plan.Org) *bool { return &o.Fictional })),
)

// Orgs reads orgs.yaml: the bodies in the order of the file, each id once.
func Orgs(f *source.File) ([]*plan.Org, []diag.Finding) {
	r := &reader{file: f}
	all := readList(r, pointer(located(orgTable, func(o *plan.Org) *source.Pos { return &o.Pos })))
	all = once(r, all, func(o *plan.Org) (string, source.Pos) { return o.ID, o.Pos })
	return all, r.result()
}

// pointer makes a shape give pointers.
func pointer[T any](s shape[T]) shape[*T] {
	return shape[*T]{
		read: func(r *reader, n *yaml.Node, at string) (*T, bool) {
			v, ok := s.read(r, n, at)
			return &v, ok
		},
		schema: s.schema,
	}
}
