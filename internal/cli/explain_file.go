package cli

import (
	"fmt"
	"io"
	"strings"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/relate"
)

// explainEntry prints every intermediate form of a document: what was read,
// what it means, and where it stands in the site.
func explainEntry(w io.Writer, x build.Explanation, lang diag.Lang) {
	d := x.Document
	row := func(vi, en string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "0" {
			fmt.Fprintf(w, "%-16s %s\n", diag.Text{VI: vi, EN: en}.In(lang), s)
		}
	}
	row("tệp", "file", d.Path)
	row("tiêu đề", "title", d.Title)
	if d.Type != nil {
		row("loại", "type", d.Type.ID+" ("+d.Type.Name.In(lang)+")")
	}
	row("số, ký hiệu", "number", d.Number)
	row("cơ quan", "issuer", d.Issuer)
	row("ngày", "issued", d.Issued)
	row("tình trạng", "publication", d.Publication.State)
	row("số từ", "words", d.Words)
	if x.Entry != nil {
		row("địa chỉ", "address", "/"+x.Entry.URL)
		row("hiệu lực", "effect", strings.TrimSpace(string(x.Entry.Effect.Kind)+" "+x.Entry.Effect.Date.String()))
		row("căn cứ", "basis", names(x.Entry.Basis))
		for _, r := range x.Entry.Relations {
			row(string(r.Kind), string(r.Kind), names([]relate.Reference{r.Other}))
		}
		for _, r := range x.Entry.Inverse {
			row("← "+string(r.Kind), "← "+string(r.Kind), names([]relate.Reference{r.Other}))
		}
		row("viện dẫn", "cites", names(x.Entry.Cites))
		row("viện dẫn bởi", "cited by", paths(x.Entry.CitedBy))
		for _, at := range x.Entry.Attachments {
			row("đính kèm", "attachment", fmt.Sprintf("%s %s %d bytes sha256:%s", at.File, at.Info.Format.Name, at.Info.Size, at.Info.SHA256))
		}
	}
	for _, h := range x.Outline {
		row("đề mục", "heading", fmt.Sprintf("h%d #%s  %s", h.Level, h.ID, h.Text))
	}
	row("các mã đoạn", "anchors", strings.TrimSpace(string(d.Anchors)))
	for _, s := range d.Silences {
		row("silence", "silence", s.Code+": "+s.Reason)
	}
}

func paths(entries []*relate.Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Document.Path)
	}
	return strings.Join(out, ", ")
}

func names(refs []relate.Reference) string {
	var out []string
	for _, r := range refs {
		if r.External != nil {
			out = append(out, r.External.ID)
		} else {
			out = append(out, r.Entry.Document.Path)
		}
	}
	return strings.Join(out, ", ")
}
