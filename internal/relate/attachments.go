package relate

import (
	"path"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var (
	ruleAttachmentMissing = &diag.Rule{Code: "P215", Name: "attachment-missing", Severity: diag.Error,
		Title: diag.T("Thiếu tệp đính kèm", "An attachment is missing"),
		Why: diag.T("Tệp đính kèm nằm trong thư mục cùng tên với văn bản, bên cạnh nó: ke-hoach.md và ke-hoach/phu-luc.pdf.",
			"Attachments lie in the folder of the document's name, beside it: ke-hoach.md and ke-hoach/phu-luc.pdf.")}
	ruleAttachmentUnused = &diag.Rule{Code: "P216", Name: "attachment-unused", Severity: diag.Warning,
		Title: diag.T("Tệp không được dùng", "A file that is not used"),
		Why: diag.T("Tệp này nằm cạnh văn bản nhưng văn bản không khai báo và không dẫn tới nó, nên nó không được công bố.",
			"The file lies beside a document that neither declares it nor links to it, so it is not published.")}
	ruleStrayFile = &diag.Rule{Code: "P218", Name: "stray-file", Severity: diag.Warning,
		Title: diag.T("Tệp không thuộc văn bản nào", "A file that belongs to no document"),
		Why: diag.T("Chỉ tệp trong thư mục cùng tên với một văn bản mới được công bố.",
			"Only files in the folder of a document's name are published.")}
)

// attachments resolves declared attachments and finds files nobody uses.
func (r *relater) attachments() {
	for i, d := range r.in.Documents {
		e := &r.entered[i]
		for i, a := range d.Attachments {
			file := attachmentPath(d, a.File)
			r.used[file] = true
			if info := r.files[file]; info != nil {
				e.Attachments = append(e.Attachments, Attached{a, info, fileURL(e, file)})
			} else if !r.present[file] {
				r.report(ruleAttachmentMissing.At(d.At(indexed("attachments", i)), diag.T(
					"không có tệp %q", "there is no file %q", file)).WithHint(r.didYouMeanFile(d, file)))
			}
		}
		for _, l := range d.Links {
			r.used[linkPath(d, l.Dest)] = true
		}
		for _, file := range d.DataFiles() {
			r.used[file] = true
		}
	}
	for _, file := range r.in.Files {
		r.unused(file)
	}
}

func (r *relater) unused(file string) {
	pos := source.Pos{File: file}
	owner := r.owner(file)
	switch {
	case owner == nil:
		r.report(ruleStrayFile.At(pos, diag.T("tệp này không thuộc văn bản nào", "this file belongs to no document")).WithHint(strayHint(file)))
	case !r.used[file]:
		r.report(ruleAttachmentUnused.At(pos, diag.T("%s không dùng tệp này", "%s does not use this file", owner.Document.Path)).WithHint(diag.T(
			"thêm %[1]q vào attachments, dẫn tới nó trong bài, hoặc xóa nó", "add %[1]q to attachments, link to it in the text, or delete it", path.Base(file))))
	}
}

func (r *relater) didYouMeanFile(d *plan.Document, file string) diag.Text {
	return r.didYouMean(path.Base(file), func() []string {
		var names []string
		for _, f := range r.in.Files {
			if path.Dir(f) == path.Dir(file) {
				names = append(names, path.Base(f))
			}
		}
		return names
	}, diag.T("đặt tệp vào thư mục %s/", "put the file into the folder %s/", folder(d)))
}

// strayHint knows the endings that are nearly those of a document or of a
// registry.
func strayHint(file string) diag.Text {
	ext := path.Ext(file)
	name := strings.TrimSuffix(path.Base(file), ext)
	switch strings.ToLower(ext) {
	case ".md", ".markdown", ".mdown":
		return diag.T("nếu đây là văn bản, đổi tên thành %s", "if it is a document, rename it %s", name+".md")
	case ".yml", ".yaml":
		return diag.T("nếu đây là danh bạ hay cài đặt, đặt tại content/ với tên site.yaml, orgs.yaml, documents.yaml hoặc glossary.yaml",
			"if it is a registry or the settings, it must be site.yaml, orgs.yaml, documents.yaml or glossary.yaml in content/")
	}
	return diag.T("chuyển nó vào thư mục cùng tên với văn bản", "move it into the folder of its document's name")
}
