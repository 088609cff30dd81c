package prose

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
)

var ruleArticleRepeated = &diag.Rule{
	Code: "P131", Name: "article-repeated", Severity: diag.Warning,
	Title: diag.Text{
		VI: "Hai điều cùng số",
		EN: "Two articles with one number",
	},
	Why: diag.Text{
		VI: "Văn bản khác dẫn chiếu theo số điều, nên mỗi số chỉ được dùng một lần. Sửa số; nếu điều đó được trích từ văn bản khác (ví dụ trong văn bản sửa đổi), đặt dấu > ở đầu các dòng trích.",
		EN: "Other documents refer to articles by their numbers, so each number may be there once. Mend it; if the article is quoted from another document, as amendments do, put > before the lines of the quotation.",
	},
	Bad: "**Điều 7.** Một.\n\n**Điều 7.** Hai.", Good: "**Điều 7.** Một.\n\n**Điều 8.** Hai.",
}

// legal is where the walk stands in the structure Điều, khoản, điểm (Decree
// 30/2020/NĐ-CP, Appendix I.II.6). Anchors follow from the numbers as printed
// and from nothing else: dieu-7, dieu-7-k1, dieu-7-k1-dd. Clauses and points
// outside of an article have none, since their numbers repeat.
type legal struct {
	article string // "dieu-7"; "" outside of articles
	level   int    // of the article's heading; 7 for one that is a bold paragraph
	clause  string // "dieu-7-k1"; "" before the first clause
}

// articles are the articles so far, to tell when a number comes again. A
// regulation that is issued with a decision counts its own anew, behind its
// title; chapters and sections do not.
type articles struct {
	part int                        // counts the titles
	ids  map[string][]articleInPart // by number
}

type articleInPart struct {
	part int
	id   string
}

// begin opens a new part at a heading that is no article, unless it divides
// the articles of one.
func (a *articles) begin(heading string) {
	if !beginsHeading(heading) || isAnnex(heading) {
		a.part++
	}
}

// add reports whether a number is there for the second time in its part.
func (a *articles) add(number, id string) bool {
	if a.ids == nil {
		a.ids = map[string][]articleInPart{}
	}
	all := a.ids[number]
	if len(all) > 0 && all[len(all)-1].part == a.part {
		return true
	}
	a.ids[number] = append(all, articleInPart{a.part, id})
	return false
}

// find gives the id of the article that a text in some part means: the one in
// that part, or the only one with the number. It is "" where there is none.
func (a *articles) find(number string, part int) string {
	all := a.ids[number]
	for _, in := range all {
		if in.part == part || len(all) == 1 {
			return in.id
		}
	}
	return ""
}

func isAnnex(heading string) bool {
	return strings.HasPrefix(heading, "Phụ lục") || strings.HasPrefix(heading, "PHỤ LỤC")
}

// articleHeading takes the id of a heading that begins an article; "" for any
// other heading, which ends the article unless it lies below the article's.
func (w *writer) articleHeading(text string, level, offset int) string {
	if w.quoted > 0 {
		return ""
	}
	number := articleNumber(text)
	if number == "" {
		if level <= w.legal.level {
			w.legal = legal{}
			w.articles.begin(text)
		}
		return ""
	}
	id := w.articleID(number, offset)
	w.legal = legal{article: id, level: level}
	return id
}

// articleID takes the id of an article. A number that was there before is a
// finding: nobody can refer to the second article by it.
func (w *writer) articleID(number string, offset int) string {
	id := w.id("dieu-" + number)
	if w.articles.add(number, id) {
		w.find(ruleArticleRepeated, offset,
			diag.T("đã có Điều %[1]s ở phía trên; điều này được địa chỉ #%[2]s", "there is an Article %[1]s above; this one gets the address #%[2]s", number, id),
			diag.T("sửa số điều; nếu là lời của văn bản khác, đặt dấu > ở đầu các dòng trích", "mend the number; if it is quoted from another document, put > before its lines"))
	}
	return id
}

// articleAnchor writes the id of a paragraph that begins an article: one whose
// first words are bold and read "Điều 7.".
// It gives that id, "" for any other paragraph.
func (w *writer) articleAnchor(n *ast.Paragraph) string {
	bold, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || bold.Level != 2 || w.quoted > 0 {
		return ""
	}
	text := w.plainText(bold)
	number := articleNumber(text)
	if number == "" || (!strings.ContainsAny(text, ".:") && w.sentenceGoesOn(bold)) {
		return ""
	}
	id := w.articleID(number, n.Pos())
	w.legal = legal{article: id, level: 7}
	w.idAttribute(id)
	return id
}

// sentenceGoesOn reports whether what follows a node is the rest of a sentence,
// as in “**Điều 7** của Nghị định này”, and not the name of an article.
func (w *writer) sentenceGoesOn(n ast.Node) bool {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRune(bytes.TrimLeft(next.Segment.Value(w.src), " "))
	return r == ',' || r == ';' || unicode.IsLower(r)
}

// clauseAnchor writes the id of a numbered item that is a clause.
func (w *writer) clauseAnchor(number string) {
	if w.legal.article == "" || w.quoted > 0 {
		return
	}
	w.legal.clause = w.id(w.legal.article + "-k" + number)
	w.idAttribute(w.legal.clause)
}

// pointAnchor writes the id of a point. It belongs to the clause before it,
// or to the article where that has no clauses.
func (w *writer) pointAnchor(letter string) {
	if w.legal.article == "" || w.quoted > 0 {
		return
	}
	above := w.legal.clause
	if above == "" {
		above = w.legal.article
	}
	w.idAttribute(w.id(above + "-" + asciiLetter(letter)))
}

func (w *writer) idAttribute(id string) {
	w.raw(` id="`)
	w.raw(id)
	w.raw(`"`)
}

// articleNumber reads "7" of "Điều 7. Trách nhiệm" and "7a" of "Điều 7a:";
// "" where the text does not begin an article.
func articleNumber(text string) string {
	rest, ok := strings.CutPrefix(text, "Điều")
	if !ok {
		if rest, ok = strings.CutPrefix(text, "ĐIỀU"); !ok {
			return ""
		}
	}
	number := strings.TrimLeft(rest, " \u00a0")
	if len(number) == len(rest) {
		return ""
	}
	digits := 0
	for digits < len(number) && number[digits] >= '0' && number[digits] <= '9' {
		digits++
	}
	value := strings.TrimLeft(number[:digits], "0")
	if value == "" || digits > 4 {
		return ""
	}
	rest = number[digits:]
	letter := ""
	for _, r := range pointLetters {
		if after, ok := strings.CutPrefix(rest, string(r)); ok {
			letter, rest = asciiLetter(string(r)), after
			break
		}
	}
	if rest != "" && rest[0] != '.' && rest[0] != ':' {
		return ""
	}
	return value + letter
}

// asciiLetter writes a letter of a point for use in an anchor: đ is dd.
func asciiLetter(letter string) string {
	if letter == "đ" {
		return "dd"
	}
	return letter
}
