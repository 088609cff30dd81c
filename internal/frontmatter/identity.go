package frontmatter

import (
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/suggest"
)

var (
	wantType   = want{diag.T("một loại văn bản", "a type of document"), "ke-hoach"}
	wantNumber = want{diag.T("số và ký hiệu", "a number with its symbol"), `"01/KH-UBND"`}
)

// documentType is a type by its id, name or abbreviation.
var documentType = shape[*plan.Type]{
	read: func(r *reader, n *yaml.Node, at string) (*plan.Type, bool) {
		s, ok := r.scalar(n, at, wantType)
		if !ok {
			return nil, false
		}
		if t := plan.TypeByID(s); t != nil {
			return t, true
		}
		if t := plan.FindType(s); t != nil {
			return t, true
		}
		f := ruleDocumentType.At(r.pos(n), diag.T("%s: không có loại văn bản “%s”", "%s: there is no type of document %q", at, shorten(s, 60)))
		if near := nearestType(s); near != nil {
			r.add(f.WithHint(diag.Text{
				VI: "có phải bạn muốn viết “" + near.ID + "” (" + near.Name.VI + ")?",
				EN: `did you mean "` + near.ID + `" (` + near.Name.EN + ")?",
			}))
		} else {
			r.add(f.WithHint(diag.T("ví dụ: ke-hoach, quyet-dinh, bao-cao, thong-bao; đủ danh sách trong hướng dẫn biên tập",
				"for example: ke-hoach, quyet-dinh, bao-cao, thong-bao; the editors' guide lists all")))
		}
		return nil, false
	},
	schema: typeSchema(),
}

// nearestType gives the type that was probably meant: an abbreviation in small
// letters, or an id with a slip.
func nearestType(s string) *plan.Type {
	var ids []string
	for _, t := range plan.Types() {
		if strings.EqualFold(t.Abbr, s) {
			return t
		}
		ids = append(ids, t.ID)
	}
	return plan.TypeByID(suggest.Nearest(shorten(s, 60), ids))
}

// typeSchema lists ids and Vietnamese names, so that editors' tools can
// complete either.
func typeSchema() object {
	var words []string
	seen := map[string]bool{}
	for _, t := range plan.Types() {
		for _, w := range []string{t.ID, t.Name.VI} {
			if !seen[w] {
				seen[w] = true
				words = append(words, w)
			}
		}
	}
	return object{"anyOf": []any{object{"enum": words}, object{"type": "string", "maxLength": 60}}}
}

// number is a document's number and symbol.
var number = shape[citation.Number]{
	read: func(r *reader, n *yaml.Node, at string) (citation.Number, bool) {
		s, ok := r.scalar(n, at, wantNumber)
		if !ok || !r.plainText(n, at, s, 60) {
			return citation.Number{}, false
		}
		num, err := citation.ParseNumber(s)
		if err == nil {
			return num, true
		}
		var e *citation.NumberError
		if !errors.As(err, &e) {
			e = &citation.NumberError{Text: s}
		}
		r.add(ruleNumber.At(r.pos(n), diag.Text{
			VI: at + " “" + s + "”: " + problemText(e.Problem).VI,
			EN: at + ` "` + s + `": ` + problemText(e.Problem).EN,
		}).WithHint(numberHint(e)))
		return citation.Number{}, false
	},
	schema: object{"type": "string", "minLength": 3, "maxLength": 60},
}

func problemText(p citation.Problem) diag.Text {
	switch p {
	case citation.Quoted:
		return diag.T("có dấu nháy cong hoặc thừa dấu nháy", "has curly quotes, or quotes too many")
	case citation.Prefixed:
		return diag.T("có chữ đứng trước số", "has words before the number")
	case citation.Spaced:
		return diag.T("có dấu cách ở giữa", "has white space inside")
	case citation.WrongSign:
		return diag.T("dùng dấu gạch dài hoặc gạch chéo ngược", "has a long dash or a backslash for a sign")
	case citation.WrongD:
		return diag.T("dùng chữ Ð (eth) thay cho Đ", "has the letter Ð (eth) in place of Đ")
	case citation.NoSlash:
		return diag.T("thiếu dấu gạch chéo", "lacks a slash")
	case citation.WrongCase:
		return diag.T("viết chữ thường trong ký hiệu", "has small letters in its symbol")
	case citation.NoSymbol:
		return diag.T("chỉ có số, thiếu ký hiệu", "is only digits, without a symbol")
	case citation.NoOrdinal:
		return diag.T("thiếu số thứ tự đứng đầu", "lacks the number at its beginning")
	case citation.WrongYear:
		return diag.T("phần ở giữa không phải là năm", "has a middle part that is no year")
	case citation.TooLong:
		return diag.T("dài hơn mọi số văn bản", "is longer than any number")
	}
	return diag.T("không đọc được theo dạng của số văn bản", "cannot be read as the number of a document")
}

func numberHint(e *citation.NumberError) diag.Text {
	if e.Suggest != "" {
		return diag.T("viết: %s", "write: %s", quote(e.Suggest))
	}
	if e.Problem == citation.NoSymbol {
		return diag.T("viết cả số và ký hiệu trong dấu nháy kép: \"%s/KH-UBND\"", "write number and symbol together, in double quotes: \"%s/KH-UBND\"", e.Text)
	}
	return diag.T("viết cả số và ký hiệu: \"01/KH-UBND\", \"30/2020/NĐ-CP\", \"10-CTr/TU\"",
		"write number and symbol: \"01/KH-UBND\", \"30/2020/NĐ-CP\", \"10-CTr/TU\"")
}

// secrecy accepts only that a document is not secret. Anything else must not
// be on a public site at all, so it is refused rather than kept.
func secrecy(none ...string) shape[struct{}] {
	w := want{diag.T("“none”", `"none"`), "none"}
	open := map[string]bool{}
	for _, word := range none {
		open[wordKey(word)] = true
	}
	return shape[struct{}]{
		read: func(r *reader, n *yaml.Node, at string) (struct{}, bool) {
			s, ok := r.scalar(n, at, w)
			if ok && !open[wordKey(s)] {
				r.add(ruleSecret.At(r.pos(n), diag.T("%s là “%s”: văn bản này không được đăng công khai", "%s is %q: this document must not be published",
					at, shorten(s, 40))).WithHint(diag.T("đưa tệp ra khỏi thư mục content/ ngay; nếu văn bản không mật, bỏ dòng này",
					"take the file out of content/ at once; if the document is not secret, remove this line")))
			}
			return struct{}{}, false
		},
		schema: object{"enum": none},
	}
}

// refuse binds a key whose value is only checked, never kept.
func refuse(s shape[struct{}]) binding[plan.Document] {
	return binding[plan.Document]{
		read: func(r *reader, _ *plan.Document, n *yaml.Node, at string) bool {
			_, ok := s.read(r, n, at)
			return ok
		},
		schema: s.schema,
	}
}
