package prose

import (
	"fmt"
	"strings"
)

// A pathology is a text that costs some Markdown parsers far more than its
// size lets one think.
type pathology struct {
	name string
	make func(size int) string
}

// repeated makes a text of one piece over and over.
func repeated(piece string) func(int) string {
	return func(size int) string { return strings.Repeat(piece, size/len(piece)+1) }
}

// numbered makes a text of pieces that differ by a number.
func numbered(format string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

// growing makes a text of lines, each with one piece more than the one before.
func growing(piece, end string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for i := 1; b.Len() < size; i++ {
			b.WriteString(strings.Repeat(piece, i))
			b.WriteString(end)
		}
		return b.String()
	}
}

// halves makes a text that begins with one piece and ends with another.
func halves(first, second string) func(int) string {
	return func(size int) string { return repeated(first)(size/2) + repeated(second)(size/2) }
}

// headed makes a text that begins with something.
func headed(head string, then func(int) string) func(int) string {
	return func(size int) string { return head + then(size) }
}

var pathologies = []pathology{
	{"emphasis in emphasis", repeated("*a_ ")},
	{"emphasis opens", repeated("*a **a ")},
	{"emphasis closes", repeated("a** b* c_ ")},
	{"emphasis by threes", repeated("a***b** c*d ")},
	{"stars", repeated("*")},
	{"stars and underscores", repeated("*_")},
	{"strikes", repeated("~~a ~b ")},
	{"links open", repeated("[a](b")},
	{"links with angles open", repeated("[a](<b")},
	{"links with titles open", repeated(`[a](b "c`)},
	{"links with titles in brackets open", repeated("[a](b (c")},
	{"links across lines open", repeated("[a](b \"c\nd")},
	{"links with brackets", headed("[a](", repeated("("))},
	{"brackets open", repeated("[")},
	{"brackets close", repeated("]")},
	{"brackets nest", halves("[", "]")},
	{"brackets around images", halves("[", "![a](b)]")},
	{"brackets nest with links", halves("[", "](b)")},
	{"images open", repeated("![")},
	{"images nest", repeated("![[]()")},
	{"references", repeated("[a][")},
	{"references to one", headed("[a]: b\n\n", repeated("[a] "))},
	{"definitions", numbered("[a%d]: b\n")},
	{"definitions in paragraphs", numbered("[a%d]: b\n\n")},
	{"notes", numbered("[^%d]: a\n")},
	{"notes with references", numbered("a[^%[1]d]\n\n[^%[1]d]: b\n\n")},
	{"notes nest", repeated("[^a]: ")},
	{"references to a note", headed("[^1]: a\n\n", repeated("b[^1] "))},
	{"references to no note", repeated("[^a] ")},
	{"code opens", growing("`", "a")},
	{"code opens on each line", growing("`", "a\n")},
	{"code opens twice", repeated("`a``b")},
	{"code opens twice behind a backslash", repeated("\\```\n")},
	{"code opens in short lines", repeated("a\\``\n")},
	{"bold opens in short lines", repeated("**\na")},
	{"bold closes in short lines", repeated("a**\n")},
	{"fences", repeated("```\n")},
	{"quotes in a line", repeated("> ")},
	{"quotes grow", growing("> ", "a\n")},
	{"lists in a line", repeated("- ")},
	{"numbers in a line", repeated("1. ")},
	{"points in a line", repeated("a) ")},
	{"lists grow", growing("  ", "- a\n")},
	{"lists of nothing", repeated("-\n")},
	{"lists loose", repeated("- a\n\n")},
	{"lists by turns", repeated("1. a:\n- b\n+ c\n")},
	{"points by turns", repeated("1. a\na) b\nđ) c\n\n")},
	{"points", repeated("a) b\n")},
	{"quotes and lists in a line", repeated("> - ")},
	{"less than", repeated("<")},
	{"tags open", repeated("<a ")},
	{"attributes open", repeated(`<a b="`)},
	{"attributes open in quotes", repeated("<a b='")},
	{"tags end open", repeated("</a ")},
	{"comments open", repeated("a <!-- ")},
	{"instructions open", repeated("a <?")},
	{"sections open", repeated("a <![CDATA[")},
	{"declarations open", repeated("a <!A ")},
	{"ampersands", repeated("&a")},
	{"entities", repeated("&#x10ffff;")},
	{"backslashes", repeated(`\`)},
	{"addresses", repeated("http://a.")},
	{"addresses of nothing", repeated("http://(")},
	{"addresses that end in entities", repeated("http://a&amp;")},
	{"hosts without dots", repeated("www.a(www")},
	{"autolinks open", repeated("<a:b")},
	{"mail autolinks open", repeated("<a@b")},
	{"tags on lines", repeated("<p>\n\n")},
	{"comments on lines", repeated("<!--\n")},
	{"addresses with brackets", repeated("https://a.vn/(")},
	{"hosts", repeated("www.a.")},
	{"mail", repeated("a_b@c.")},
	{"mail names", repeated("a.")},
	{"table with short rows", func(size int) string {
		n := size / 8
		return strings.Repeat("a|", n) + "\n" + strings.Repeat("-|", n) + "\n" + strings.Repeat("|\n", 2*n)
	}},
	{"table with one row", func(size int) string {
		n := size / 6
		return strings.Repeat("a|", n) + "\n" + strings.Repeat("-|", n) + "\n" + strings.Repeat("a|", n)
	}},
	{"table with code", headed("a|b\n-|-\n", repeated("`a\\|b`|c\n"))},
	{"tables", repeated("|a|b|\n|-|-|\n|c|d|\n\n")},
	{"table captions", repeated("Bảng 1. a\n\n|a|b|\n|-|-|\n|c|d|\n\n")},
	{"table rules", repeated("|-|-|\n")},
	{"images in images", halves("![", "](a)")},
	{"points deep", growing("   ", "a) b\n")},
	{"notes in notes", numbered("[^%[1]d]: a\n\n    b[^%[1]d]\n\n")},
	{"headings", repeated("# a\n")},
	{"headings that differ", numbered("## a %d\n")},
	{"headings underlined", repeated("a\n-\n")},
	{"headings that clash", numbered("# a-%d\n# a\n")},
	{"articles", repeated("## Điều 1.\n\n1. a\n\na) b\n\n")},
	{"bold articles", repeated("**Điều 1.** a\n\n")},
	{"one word", repeated("a")},
	{"words", repeated("kế hoạch năm 2026 ")},
	{"lines", repeated("a\n")},
	{"breaks", repeated("a  \n")},
	{"paragraphs", repeated("a\n\n")},
	{"tabs", repeated("\t")},
	{"lines of tabs", repeated("\ta\n")},
	{"blank lines", repeated("\n")},
	{"spaces", repeated(" ")},
	{"spaces before a break", headed("a", repeated(" "))},
	{"zeros", repeated("\x00")},
	{"marks", repeated("a\u0301\u0301")},
}
