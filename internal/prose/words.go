package prose

import "planpress/internal/diag"

// Words are the interface words that become part of a body's HTML, in the
// language of the document's reader.
type Words struct {
	Lang         diag.Lang
	ExternalLink string // said behind a link that leaves the site: "(external link)"
	Table        string // name of a table's scroll region where it has no caption
	Footnotes    string // heading of the notes
	Footnote     string // name of a reference to a note; its number follows
	BackTo       string // name of the link from a note back to the text; the note's number follows
	TaskDone     string // said of a task that is ticked
	TaskOpen     string // said of a task that is not
	Self         string // name of the link from a heading to itself; the heading follows
}

// WordsIn gives the words of a language; any other than Vietnamese is English.
func WordsIn(lang diag.Lang) Words {
	if lang == diag.VI {
		return Words{
			Lang:         diag.VI,
			ExternalLink: "(liên kết ngoài)",
			Table:        "Bảng",
			Footnotes:    "Chú thích",
			Footnote:     "Chú thích",
			BackTo:       "Quay lại chỗ dẫn chú thích",
			TaskDone:     "Đã xong:",
			TaskOpen:     "Chưa xong:",
			Self:         "Liên kết đến mục này:",
		}
	}
	return Words{
		Lang:         diag.EN,
		ExternalLink: "(external link)",
		Table:        "Table",
		Footnotes:    "Notes",
		Footnote:     "Note",
		BackTo:       "Back to the reference to note",
		TaskDone:     "Done:",
		TaskOpen:     "Not done:",
		Self:         "Link to this part:",
	}
}
