package frontmatter

import (
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

// signerTable is who signed. A name alone may stand in its place.
var signerTable = table(want{diag.T("người ký", "who signed"), "{name: Nguyễn Văn A, position: Chủ tịch, authority: TM}"},
	field[plan.Signer]{Field{Name: "name", Aliases: []string{"ho_ten", "nguoi_ky"}, Required: true, Doc: diag.T("Họ và tên.", "Full name."), Example: "Nguyễn Văn A"},
		bind(text(100), func(s *plan.Signer) *string { return &s.Name })},
	field[plan.Signer]{Field{Name: "position", Aliases: []string{"chuc_vu", "chuc_danh"}, Doc: diag.T("Chức vụ.", "Position."), Example: "Chủ tịch"},
		bind(text(200), func(s *plan.Signer) *string { return &s.Position })},
	field[plan.Signer]{Field{Name: "authority", Aliases: []string{"quyen_han"},
		Doc: diag.T("Quyền hạn ký: TM, KT, TL, TUQ hoặc Q.", "Authority to sign: TM, KT, TL, TUQ or Q."), Example: "TM"},
		bind(words(
			choice[string]{word: "TM", also: []string{"TM.", "thay mặt"}}, choice[string]{word: "KT", also: []string{"KT.", "ký thay"}},
			choice[string]{word: "TL", also: []string{"TL.", "thừa lệnh"}}, choice[string]{word: "TUQ", also: []string{"TUQ.", "thừa ủy quyền"}},
			choice[string]{word: "Q", also: []string{"Q.", "quyền"}},
		), func(s *plan.Signer) *string { return &s.Authority })},
)

var signerName = text(100)

var signer = binding[plan.Document]{
	read: func(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
		if n.Kind != yaml.ScalarNode {
			return signerTable.read(r, n, &doc.Signer, at)
		}
		name, ok := signerName.read(r, n, at)
		if ok {
			doc.Signer.Name = name
		}
		return ok
	},
	schema: object{"anyOf": []any{signerName.schema, signerTable.schema()}},
}

// effective is a day, or the word that stands for the day of issue.
var effective = binding[plan.Document]{
	read: func(r *reader, doc *plan.Document, n *yaml.Node, at string) bool {
		if n.Kind == yaml.ScalarNode {
			switch wordKey(n.Value) {
			case "on issue", "tu ngay ky", "ke tu ngay ky", "ngay ky", "tu ngay ban hanh":
				doc.EffectiveOnIssue = true
				return true
			}
		}
		d, ok := day.read(r, n, at)
		if ok {
			doc.Effective = d
		}
		return ok
	},
	schema: object{"anyOf": []any{object{"const": "on-issue"}, day.schema}},
}

var attachmentTable = table(want{diag.T("một tệp đính kèm", "an attachment"), "{file: phu-luc.pdf, title: Phụ lục I}"},
	field[plan.Attachment]{Field{Name: "file", Aliases: []string{"tep"}, Required: true,
		Doc: diag.T("Tên tệp trong thư mục cùng tên với văn bản.", "The file's name within the folder named like the document."), Example: "phu-luc.pdf"},
		bind(attachedFile, func(a *plan.Attachment) *string { return &a.File })},
	field[plan.Attachment]{Field{Name: "title", Aliases: []string{"ten"}, Doc: diag.T("Tên để người đọc bấm vào.", "What readers see."), Example: "Phụ lục I"},
		bind(text(300), func(a *plan.Attachment) *string { return &a.Title })},
	field[plan.Attachment]{Field{Name: "kind", Aliases: []string{"loai"},
		Doc: diag.T("signed-copy, annex, form hoặc data.", "signed-copy, annex, form or data."), Example: "annex"},
		bind(words(
			choice[string]{word: "signed-copy", also: []string{"bản ký số", "bản ký"}}, choice[string]{word: "annex", also: []string{"phụ lục"}},
			choice[string]{word: "form", also: []string{"biểu mẫu", "mẫu"}}, choice[string]{word: "data", also: []string{"dữ liệu", "số liệu"}},
		), func(a *plan.Attachment) *string { return &a.Kind })},
	field[plan.Attachment]{Field{Name: "pages", Aliases: []string{"so_trang"}, Doc: diag.T("Số trang.", "Number of pages."), Example: "12"},
		bind(integer(1, 10000), func(a *plan.Attachment) *int { return &a.Pages })},
	field[plan.Attachment]{Field{Name: "lang", Aliases: []string{"ngon_ngu"}, Doc: diag.T("Ngôn ngữ của tệp.", "The file's language."), Example: "vi"},
		bind(language, func(a *plan.Attachment) *string { return &a.Lang })},
)

// attachment is a file's name by itself, or with what is known of it.
var attachment = shape[plan.Attachment]{
	read: func(r *reader, n *yaml.Node, at string) (a plan.Attachment, ok bool) {
		if n.Kind == yaml.MappingNode {
			ok = attachmentTable.read(r, n, &a, at)
			return a, ok
		}
		a.File, ok = attachedFile.read(r, n, at)
		return a, ok
	},
	schema: object{"anyOf": []any{attachedFile.schema, attachmentTable.schema()}},
}

var provenanceTable = table(want{diag.T("nguồn của văn bản", "where the text is from"), "{url: https://…}"},
	field[plan.Provenance]{Field{Name: "url", Doc: diag.T("Trang gốc.", "The original page."), Example: "https://…"},
		bind(webAddress, func(p *plan.Provenance) *string { return &p.URL })},
	field[plan.Provenance]{Field{Name: "file", Aliases: []string{"tep"}, Doc: diag.T("Tệp gốc.", "The original file."), Example: "ban-goc.pdf"},
		bind(attachedFile, func(p *plan.Provenance) *string { return &p.File })},
	field[plan.Provenance]{Field{Name: "sha256", Doc: diag.T("Mã SHA-256 của tệp gốc, 64 ký tự.", "SHA-256 of the original file, 64 characters."), Example: strings.Repeat("0", 64)},
		bind(sha256, func(p *plan.Provenance) *string { return &p.SHA256 })},
	field[plan.Provenance]{Field{Name: "digitised", Aliases: []string{"so_hoa"}, Doc: diag.T("Chữ lấy từ bản quét.", "The text was taken from a scan."), Example: "true"},
		bind(onOff, func(p *plan.Provenance) *bool { return &p.Digitised })},
)

// provenance is a group of keys, or in short a URL or the name of a file.
var provenance = shape[plan.Provenance]{
	read: func(r *reader, n *yaml.Node, at string) (p plan.Provenance, ok bool) {
		if n.Kind == yaml.MappingNode {
			ok = provenanceTable.read(r, n, &p, at)
			return p, ok
		}
		s, ok := r.scalar(n, at, provenanceTable.want)
		switch {
		case !ok:
			return p, false
		case strings.Contains(s, "://"):
			p.URL, ok = webAddress.read(r, n, at)
		default:
			p.File, ok = attachedFile.read(r, n, at)
		}
		return p, ok
	},
	schema: object{"anyOf": []any{webAddress.schema, attachedFile.schema, provenanceTable.schema()}},
}

var sha256 = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, want{diag.T("mã SHA-256", "a SHA-256"), strings.Repeat("0", 64)})
		if !ok {
			return "", false
		}
		s = strings.ToLower(s)
		if len(s) != 64 || strings.Trim(s, "0123456789abcdef") != "" {
			r.add(ruleValue.At(r.pos(n), diag.T("%s cần 64 ký tự 0-9, a-f", "%s needs 64 characters 0-9, a-f", at)).
				WithHint(diag.T("lấy bằng lệnh: sha256sum TỆP", "get it with: sha256sum FILE")))
			return "", false
		}
		return s, true
	},
	schema: object{"type": "string", "pattern": "^[0-9a-fA-F]{64}$"},
}

// translations names the same document in other languages, one key each.
var translations = shape[[]plan.Translation]{
	read: func(r *reader, n *yaml.Node, at string) ([]plan.Translation, bool) {
		if n.Kind != yaml.MappingNode {
			r.wrongType(n, at, want{diag.T("các bản dịch theo ngôn ngữ", "translations by language"), "{en: plans/2023/plan}"})
			return nil, false
		}
		var out []plan.Translation
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if !r.languageTag(key, at, key.Value) {
				continue
			}
			if first := sameKey(n, i); first != nil {
				r.twice(key.Value, first, key)
				continue
			}
			name := child(at, key.Value)
			r.place(name, value)
			if ref, ok := reference.read(r, value, name); ok {
				out = append(out, plan.Translation{Lang: key.Value, Path: ref.Target})
			}
		}
		return out, true
	},
	schema: object{"type": "object", "propertyNames": language.schema, "additionalProperties": reference.schema},
}

// sameKey gives the key before the i-th node that has the same name, or nil.
func sameKey(n *yaml.Node, i int) *yaml.Node {
	for j := 0; j < i; j += 2 {
		if n.Content[j].Value == n.Content[i].Value {
			return n.Content[j]
		}
	}
	return nil
}
