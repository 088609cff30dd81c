// Package scaffold writes the first text of things: a new document, a new
// site. It gives bytes and names; the caller writes them, and must open files
// with os.O_EXCL, so that nothing that is there is ever overwritten.
//
// A new document lists every key of the front matter with what it is for. The
// list comes from package frontmatter's own table, so it is never out of date.
package scaffold

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/plan"
	"planpress/internal/viet"
)

// maxTitle is how many characters a title may have, as front matter counts
// them (Decree 30/2020/NĐ-CP, App. VI: Subject).
const maxTitle = 500

// What is wrong with a title that no document can be made from.
var (
	ErrNoTitle   = errors.New("the title has no letters or digits to name the file by")
	ErrLongTitle = fmt.Errorf("the title has more than %d characters", maxTitle)
)

// PlanOptions say what a new document is to be.
type PlanOptions struct {
	Title string    // as readers will see it; white space is tidied
	Lang  diag.Lang // of the comments; any other than English is Vietnamese
	Date  plan.Date // today; the year names the folder
}

// Plan gives a new document: its path below the site's folder, slash-separated
// and named from the title, and its text. The document is a draft that has no
// errors. The error is ErrNoTitle or ErrLongTitle.
func Plan(opts PlanOptions) (path string, text []byte, err error) {
	title := tidy(opts.Title)
	slug := viet.Slug(title)
	switch {
	case slug == "":
		return "", nil, ErrNoTitle
	case utf8.RuneCountInString(title) > maxTitle:
		return "", nil, ErrLongTitle
	}
	w := wordsIn(opts.Lang)
	given := map[string]string{"title": quoted(title), "type": typeOf(title), "publication": "draft"}
	var b strings.Builder
	b.WriteString("---\n")
	comment(&b, w.intro)
	for _, f := range frontmatter.Fields() {
		b.WriteByte('\n')
		writeField(&b, f, given[f.Name], w)
	}
	b.WriteString("---\n\n")
	b.WriteString(w.body)
	return fmt.Sprintf("content/plans/%04d/%s.md", opts.Date.Year, slug), []byte(b.String()), nil
}

// writeField writes a key under a comment that says what it is for. A key
// without a value is itself a comment, with an example to begin from.
func writeField(b *strings.Builder, f frontmatter.Field, value string, w words) {
	doc := f.Doc.In(w.lang)
	if f.Required {
		doc += " " + w.required
	}
	comment(b, doc)
	if value != "" {
		fmt.Fprintf(b, "%s: %s\n", f.Name, value)
		return
	}
	entry := f.Name + ": " + f.Example
	if strings.HasPrefix(f.Example, "\n") {
		entry = f.Name + ":" + f.Example
	}
	comment(b, entry)
}

func comment(b *strings.Builder, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString("# " + line + "\n")
	}
}

// tidy makes a title one line of text in normal form.
func tidy(s string) string {
	s = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c):
			return ' '
		case unicode.Is(unicode.C, c) || c == utf8.RuneError:
			return -1
		}
		return c
	}, s)
	return viet.NFCString(strings.Join(strings.Fields(s), " "))
}

// quoted writes a text as YAML in double quotes.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// typeOf guesses the type from the words that the title begins with; most
// documents are plans.
func typeOf(title string) string {
	words := strings.Fields(title)
	for n := min(4, len(words)); n > 0; n-- {
		if t := plan.FindType(strings.Join(words[:n], " ")); t != nil {
			return t.ID
		}
	}
	return "ke-hoach"
}

// words are the texts of a new document that are not in the table of fields.
type words struct {
	lang     diag.Lang
	intro    string // below the first fence, lines without #
	required string
	body     string
}

func wordsIn(lang diag.Lang) words {
	if lang == diag.EN {
		return words{diag.EN, introEN, "(required)", bodyEN}
	}
	return words{diag.VI, introVI, "(bắt buộc)", bodyVI}
}

const (
	introVI = `Bỏ dấu # ở đầu những dòng cần dùng, sửa giá trị, xóa những dòng còn lại.
Xem trước: planpress serve --drafts      Kiểm tra: planpress check
Khi văn bản đã ký, đổi publication thành published.`
	introEN = `Remove the # from the lines that you need, change their values, delete the others.
Preview: planpress serve --drafts      Check: planpress check
When the document is signed, change publication to published.`

	bodyVI = `## I. Mục đích, yêu cầu

Viết nội dung ở đây.

## II. Nội dung

1. Việc thứ nhất.
2. Việc thứ hai.

## III. Tổ chức thực hiện

Ghi rõ ai làm, làm gì, khi nào xong./.
`
	bodyEN = `## I. Purpose and requirements

Write the text here.

## II. Content

1. The first item.
2. The second item.

## III. Implementation

Say who does what, and by when./.
`
)
