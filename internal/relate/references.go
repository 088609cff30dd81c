package relate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var (
	ruleReferenceUnknown = &diag.Rule{Code: "P204", Name: "reference-unknown", Severity: diag.Error,
		Title: diag.T("Dẫn tới văn bản không có", "A reference to a document that is not known"),
		Why: diag.T("Văn bản được dẫn là một mục (id) trong content/documents.yaml, hoặc đường dẫn của một văn bản trên trang này, không có “.md”, tính từ thư mục content.",
			"A document is named by an id of content/documents.yaml, or by the path of a document of this site without \".md\", from the folder content."),
		Bad: "legal_basis: [10-ctr-tu]", Good: "legal_basis: [10-ctr-tu-2020, plans/2022/ke-hoach]"}
	ruleTranslation = &diag.Rule{Code: "P212", Name: "translation-unknown", Severity: diag.Error,
		Title: diag.T("Bản dịch không có trên trang", "A translation is not on the site"),
		Why: diag.T("translations chỉ tới tệp của bản dịch, tính từ thư mục content, không có “.md”.",
			"translations name the file of the translation, from the folder content, without \".md\".")}
	ruleTranslationLanguage = &diag.Rule{Code: "P226", Name: "translation-language", Severity: diag.Warning,
		Title: diag.T("Bản dịch không ở ngôn ngữ đã ghi", "A translation is not in the language that it is given for"),
		Why: diag.T("Khóa trong translations là ngôn ngữ của tệp được chỉ tới. Tệp đó phải ghi lang như vậy; không có lang thì nó ở ngôn ngữ của trang, và máy đọc màn hình sẽ đọc sai giọng.",
			"A key of translations is the language of the file that it names. That file must say so with lang; without lang it is in the language of the site, and screen readers read it in the wrong voice."),
		Source: "WCAG 2.2, 3.1.1", Bad: "translations: {en: plans/2023/ke-hoach}   # ke-hoach.md không ghi lang: en", Good: "translations: {en: plans/2023/plan}   # plan.md ghi lang: en"}
	ruleSelfReference = &diag.Rule{Code: "P224", Name: "self-reference", Severity: diag.Error,
		Title: diag.T("Văn bản tự dẫn chính mình", "A document refers to itself"),
		Why:   diag.T("Một văn bản không thể thay thế hay căn cứ vào chính nó.", "A document cannot replace or rest on itself.")}
)

// references resolves legal bases, relations and translations.
func (r *relater) references() {
	for _, x := range r.in.Registry.Externals {
		r.externals[x.ID] = x
		r.targets = append(r.targets, x.ID)
	}
	for i, d := range r.in.Documents {
		e := &r.entered[i]
		e.Basis = slices.Grow(e.Basis, len(d.LegalBasis))
		e.Relations = slices.Grow(e.Relations, len(d.Relations))
		for _, ref := range d.LegalBasis {
			if to, ok := r.resolve(e, ref); ok {
				e.Basis = append(e.Basis, to)
			}
		}
		for _, rel := range d.Relations {
			r.relation(e, rel)
		}
		r.translations(e)
		r.history(e)
	}
	r.externalRelations()
	for i := range r.entered {
		e := &r.entered[i]
		slices.SortStableFunc(e.Inverse, func(a, b Relation) int {
			return cmp.Or(strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(a.Other.name(), b.Other.name()))
		})
	}
}

// name is unique among the references of a site, and puts them in order.
func (ref Reference) name() string {
	if ref.External != nil {
		return ref.External.ID
	}
	return ref.Entry.URL
}

// relation resolves a relation of e; of two that say the same, the first.
func (r *relater) relation(e *Entry, rel plan.Relation) {
	to, ok := r.resolve(e, rel.To)
	if !ok {
		return
	}
	declared := Relation{rel.Kind, to, rel.Provision, rel.Date, rel.Until, rel.To.Pos}
	if slices.ContainsFunc(e.Relations, declared.same) {
		return
	}
	e.Relations = append(e.Relations, declared)
	if to.Entry != nil && e.shown {
		declared.Other = Reference{Entry: e}
		to.Entry.Inverse = append(to.Entry.Inverse, declared)
	}
}

// same reports whether two relations say the same, wherever they stand.
func (a Relation) same(b Relation) bool {
	a.Pos = b.Pos
	return a == b
}

// resolve finds what a reference of e names. It reports what is wrong with it.
func (r *relater) resolve(e *Entry, ref plan.Ref) (Reference, bool) {
	name := strings.TrimSuffix(ref.Target, ".md")
	if x := r.externals[name]; x != nil {
		return Reference{External: x}, true
	}
	to := r.named[name]
	switch {
	case to == nil:
		r.report(r.unknown(ref))
		return Reference{}, false
	case to == e:
		r.report(ruleSelfReference.At(ref.Pos, diag.T("văn bản này dẫn tới chính nó", "the document refers to itself")).WithHint(diag.T(
			"viết văn bản kia, hoặc xóa dòng này", "name the other document, or delete this line")))
		return Reference{}, false
	case !to.shown:
		if e.shown {
			r.report(heldBack(ref, to))
		}
		return Reference{}, false
	}
	return Reference{Entry: to}, true
}

func (r *relater) unknown(ref plan.Ref) diag.Finding {
	return ruleReferenceUnknown.At(ref.Pos, diag.T("văn bản %q không có trong content/documents.yaml và không có trên trang này",
		"the document %q is neither in content/documents.yaml nor on this site", ref.Target)).WithHint(
		r.didYouMean(strings.TrimSuffix(ref.Target, ".md"), r.refs, diag.T(
			"thêm nó vào content/documents.yaml rồi viết mã của nó", "add it to content/documents.yaml and write its id")))
}

func heldBack(ref plan.Ref, to *Entry) diag.Finding {
	return ruleHeldBackLink.At(ref.Pos, diag.T("%[1]s chưa được công bố (%[2]s)", "%[1]s is not published (%[2]s)",
		to.Document.Path, to.Document.Publication.State)).WithHint(diag.T(
		"công bố văn bản kia trước, hoặc xem thử bằng --drafts", "publish that document first, or preview with --drafts"))
}

// translations finds those that readers can be sent to: what was withdrawn is
// not one.
func (r *relater) translations(e *Entry) {
	for _, t := range e.Document.Translations {
		to := r.named[strings.TrimSuffix(t.Path, ".md")]
		pos := e.Document.At("translations." + t.Lang)
		if to == nil {
			r.report(ruleTranslation.At(pos, diag.T("không có văn bản %q", "there is no document %q", t.Path)).WithHint(
				r.didYouMean(t.Path, r.refs, diag.T("viết đường dẫn của bản dịch tính từ content, ví dụ plans/2023/plan-en",
					"write the path of the translation from the folder content, for example plans/2023/plan-en"))))
			continue
		}
		if to == e {
			r.report(ruleSelfReference.At(pos, diag.T("translations chỉ tới chính văn bản này", "translations name this document itself")).WithHint(diag.T(
				"xóa dòng này: chỉ ghi các bản ở ngôn ngữ khác", "delete this line: only versions in other languages are named")))
			continue
		}
		if lang := r.lang(to.Document); !strings.EqualFold(lang, t.Lang) {
			r.report(ruleTranslationLanguage.At(pos, diag.T("%[1]s ở ngôn ngữ “%[2]s”, không phải “%[3]s”",
				"%[1]s is in the language %[2]q, not %[3]q", to.Document.Path, lang, t.Lang)).WithHint(diag.T(
				"sửa khóa này, hoặc ghi lang: %s trong tệp kia", "mend this key, or write lang: %s in that file", t.Lang)))
		}
		if to.shown && to.State != plan.Withdrawn {
			e.Translations = append(e.Translations, to)
		}
	}
}

// lang is the language of a document.
func (r *relater) lang(d *plan.Document) string {
	return cmp.Or(d.Lang, string(r.in.Registry.Settings.Lang))
}

// indexed is the name under which a list item's place is kept.
func indexed(field string, i int) string { return fmt.Sprintf("%s[%d]", field, i) }
