package prose

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleNoteMissing = &diag.Rule{
	Code: "P160", Name: "footnote-missing", Severity: diag.Error,
	Title: diag.Text{
		VI: "Dẫn tới chú thích không có",
		EN: "A reference to a note that does not exist",
	},
	Why: diag.Text{
		VI: "Trong nội dung có dấu dẫn chú thích nhưng không có chú thích nào mang tên đó, nên người đọc thấy nguyên dấu ngoặc. Viết chú thích ở một dòng riêng: [^1]: nội dung. Nếu không phải chú thích, gõ \\[.",
		EN: "The text refers to a note, but no note has that label, so readers see the brackets. Write the note on a line of its own: [^1]: text. If no note is meant, type \\[.",
	},
	Bad: "Theo báo cáo[^1].", Good: "Theo báo cáo[^1].\n\n[^1]: Báo cáo số 12/BC-UBND.",
}

var ruleNoteUnused = &diag.Rule{
	Code: "P161", Name: "footnote-unused", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Chú thích không được dẫn",
		EN: "A note that nothing refers to",
	},
	Why: diag.Text{
		VI: "Không chỗ nào trong nội dung dẫn tới chú thích này, nên nó đứng cuối các chú thích mà người đọc không biết nó nói về điều gì. Thêm dấu dẫn [^1] ở chỗ cần chú thích, hoặc xóa chú thích.",
		EN: "Nothing in the text refers to this note; it stands last among the notes, and nobody can tell what it is about. Add the reference [^1] where it belongs, or delete the note.",
	},
	Bad: "[^1]: Báo cáo số 12/BC-UBND.", Good: "Theo báo cáo[^1].\n\n[^1]: Báo cáo số 12/BC-UBND.",
}

var ruleNoteRepeated = &diag.Rule{
	Code: "P162", Name: "footnote-repeated", Severity: diag.Error,
	Title: diag.Text{
		VI: "Hai chú thích cùng tên",
		EN: "Two notes with one label",
	},
	Why: diag.Text{
		VI: "Dấu dẫn chỉ dẫn tới chú thích đầu tiên mang tên đó; chú thích sau không ai tới được. Đặt cho mỗi chú thích một tên khác nhau.",
		EN: "References lead to the first note with the label; nobody gets to the second. Give each note its own label.",
	},
	Bad: "[^1]: Một.\n\n[^1]: Hai.", Good: "[^1]: Một.\n\n[^2]: Hai.",
}

// notes are the notes of one document, as the walk meets them.
type notes struct {
	defined []*footnote // in the order of the source
	used    []*footnote // in the order of their first references, which numbers them
	inside  bool        // the notes themselves are being written
}

// footnote keeps a note for the end of the document.
func (w *writer) footnote(n *footnote) {
	w.notes.defined = append(w.notes.defined, n)
}

// footnoteRef writes a reference. Those in the text have an id, which the note
// links back to. Inside a link there cannot be another, so the number stands
// alone there.
func (w *writer) footnoteRef(n *footnoteRef) {
	note := n.note
	if note == nil {
		w.find(ruleNoteMissing, n.Pos(),
			diag.T("không có chú thích “%s”", "there is no note “%s”", excerpt(n.label)),
			diag.T("viết “[^%[1]s]: nội dung” ở một dòng riêng; nếu không phải chú thích, gõ \\[", "write “[^%[1]s]: text” on a line of its own; if no note is meant, type \\[", excerpt(n.label)))
		w.prose([]byte("[^" + n.label + "]"))
		return
	}
	if note.number == 0 {
		w.notes.used = append(w.notes.used, note)
		note.number = len(w.notes.used)
	}
	number := strconv.Itoa(note.number)
	w.raw("<sup")
	if w.inLink {
		if !w.notes.inside {
			note.refs++
			w.idAttribute(w.id(backTarget(note.number, note.refs)))
		}
		w.raw(">" + number + "</sup>")
		return
	}
	w.raw(`><a href="#fn-` + number + `" role="doc-noteref" aria-label="`)
	w.plain(w.words.Footnote)
	w.raw(" " + number + `"`)
	if !w.notes.inside {
		note.refs++
		w.idAttribute(w.id(backTarget(note.number, note.refs)))
	}
	w.raw(">" + number + "</a></sup>")
}

// backTarget gives the id of a reference: fnref-3, and fnref-3-2 for the
// second one to the same note.
func backTarget(number, ref int) string {
	id := "fnref-" + strconv.Itoa(number)
	if ref > 1 {
		id += "-" + strconv.Itoa(ref)
	}
	return id
}

// footnotes writes the notes behind the text: those that are referred to, in
// the order of their numbers, and then, so that nothing is lost, the others.
func (w *writer) footnotes() {
	if len(w.notes.defined) == 0 {
		return
	}
	w.notes.inside, w.legal = true, legal{}
	w.quoted++ // headings and articles in notes are not those of the text
	w.raw(`<section class="footnotes" role="doc-endnotes" aria-labelledby="fn-heading">` + "\n<h2")
	w.idAttribute(w.id("fn-heading"))
	w.raw(">")
	w.plain(w.words.Footnotes)
	w.raw("</h2>\n<ol>\n")
	w.numberedNotes(0)
	for i := 0; i < len(w.notes.defined); i++ { // a note can define others
		if note := w.notes.defined[i]; note.number == 0 {
			w.reportNote(note)
			w.notes.used = append(w.notes.used, note)
			note.number = len(w.notes.used)
			w.numberedNotes(note.number - 1)
		}
	}
	w.quoted--
	w.raw("</ol>\n</section>\n")
}

// numberedNotes writes the notes that have a number, from an index on. They can
// refer to further ones, which get theirs then.
func (w *writer) numberedNotes(from int) {
	for i := from; i < len(w.notes.used); i++ {
		w.note(w.notes.used[i])
	}
}

// reportNote reports a note that the text does not refer to.
func (w *writer) reportNote(n *footnote) {
	shown := excerpt(n.label)
	if n.repeated {
		w.find(ruleNoteRepeated, n.Pos(),
			diag.T("đã có chú thích “%s” ở phía trên", "there is a note “%s” above", shown),
			diag.T("đặt cho chú thích này một tên khác", "give this one another label"))
	} else {
		w.find(ruleNoteUnused, n.Pos(),
			diag.T("không chỗ nào dẫn tới chú thích “%s”", "nothing refers to the note “%s”", shown),
			diag.T("thêm [^%[1]s] ở chỗ cần chú thích, hoặc xóa chú thích", "add [^%[1]s] where it belongs, or delete the note", shown))
	}
}

// note writes one note, with its links back at the end of its last paragraph.
func (w *writer) note(n *footnote) {
	w.raw("<li")
	w.idAttribute(w.id("fn-" + strconv.Itoa(n.number)))
	w.raw(">\n")
	last, isParagraph := n.LastChild().(*ast.Paragraph)
	isParagraph = isParagraph && loneImage(last) == nil && !w.isTableCaption(last)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if isParagraph && c == ast.Node(last) {
			break
		}
		w.node(c)
	}
	if isParagraph || n.refs > 0 {
		w.raw("<p>")
		if isParagraph {
			w.checkLines(last)
			w.findCites(last)
			w.children(last)
		}
		w.backLinks(n)
		w.raw("</p>\n")
	}
	w.raw("</li>\n")
	w.counter.end()
}

// backLinks writes a link to each reference in the text.
func (w *writer) backLinks(n *footnote) {
	for ref := 1; ref <= n.refs; ref++ {
		number := strconv.Itoa(n.number)
		w.raw(` <a href="#` + backTarget(n.number, ref) + `" role="doc-backlink" aria-label="`)
		w.plain(w.words.BackTo)
		w.raw(" " + number)
		if ref > 1 {
			w.raw(" (" + strconv.Itoa(ref) + ")")
		}
		w.raw("\">↩\ufe0e")
		if n.refs > 1 {
			w.raw("<sup>" + strconv.Itoa(ref) + "</sup>")
		}
		w.raw("</a>")
	}
}
