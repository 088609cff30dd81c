package prose

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// linkify makes links of addresses that stand in the text: http://…,
// https://…, www.… and mail addresses (GFM, "Autolinks (extension)"). It is
// asked at the rare signs inside an address and looks back for its beginning;
// goldmark's own is asked at every space, and takes the space with it. Even so
// sentences end with such a sign, and being asked takes their text apart: a
// text without addresses is read without it.
type linkify struct{}

// mayLinkify reports whether a text has what linkify could make a link of.
func mayLinkify(src []byte) bool {
	if bytes.IndexByte(src, '@') >= 0 || bytes.Contains(src, []byte("://")) {
		return true
	}
	for at := 0; ; at++ {
		next := bytes.IndexByte(src[at:], '.')
		if next < 0 {
			return false
		}
		if at += next; endsWithFold(src[:at], "www") {
			return true
		}
	}
}

func (linkify) Trigger() []byte { return []byte{':', '.', '@'} }

func (linkify) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != segment.Start || before.SoftLineBreak() || before.HardLineBreak() {
		return nil
	}
	if line[0] == '@' && mailLength(line) > 0 {
		before = joinUnderscores(before, pc)
	}
	past := block.Source()[:segment.Start]
	var back, ahead int
	kind, protocol := ast.AutoLinkURL, []byte(nil)
	switch line[0] {
	case ':':
		back, ahead = webAddress(past, line)
	case '.':
		back, ahead = wwwAddress(past, line)
		protocol = []byte("http")
	case '@':
		back, ahead = mailAddress(past, line)
		kind = ast.AutoLinkEmail
	}
	start := segment.Start - back
	if ahead == 0 || start < before.Segment.Start {
		return nil
	}
	if before.Segment.Start == start {
		parent.RemoveChild(parent, before)
	} else {
		before.Segment = before.Segment.WithStop(start)
	}
	block.Advance(ahead)
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, segment.Start+ahead)))
	link.Protocol = protocol
	link.SetPos(start)
	return link
}

// joinUnderscores makes text of the underscores before an @: in ubnd_xa@… they
// are part of the address and emphasise nothing.
func joinUnderscores(t *ast.Text, pc parser.Context) *ast.Text {
	for range maxMailName {
		mark, ok := t.PreviousSibling().(*parser.Delimiter)
		if !ok || mark.Char != '_' || mark.Segment.Stop != t.Segment.Start {
			return t
		}
		pc.RemoveDelimiter(mark)
		joined, ok := t.PreviousSibling().(*ast.Text)
		if !ok || joined.Segment.Stop != t.Segment.Start {
			return t
		}
		joined.Segment = joined.Segment.WithStop(t.Segment.Stop)
		t.Parent().RemoveChild(t.Parent(), t)
		t = joined
	}
	return t
}

// webAddress gives how many bytes of a web address lie before the colon and
// how many from it on; zero where there is none.
func webAddress(past, line []byte) (back, ahead int) {
	if !bytes.HasPrefix(line, []byte("://")) {
		return 0, 0
	}
	back = 4
	if endsWithFold(past, "https") {
		back = 5
	} else if !endsWithFold(past, "http") {
		return 0, 0
	}
	if !atWordStart(past[:len(past)-back]) {
		return 0, 0
	}
	if !isAlnum(line[3:]) { // asked first: the rest of the line may be long
		return 0, 0
	}
	return back, 3 + addressLength(line[3:])
}

func wwwAddress(past, line []byte) (back, ahead int) {
	if !endsWithFold(past, "www") || !atWordStart(past[:len(past)-3]) || len(line) < 2 || !isAlnum(line[1:]) {
		return 0, 0
	}
	ahead = addressLength(line)
	if bytes.IndexByte(line[1:ahead], '.') < 0 {
		return 0, 0
	}
	return 3, ahead
}

// maxMailName is the longest name before an @ (RFC 5321, 4.5.3.1.1).
const maxMailName = 64

func mailAddress(past, line []byte) (back, ahead int) {
	for back < min(len(past), maxMailName) && isMailByte(past[len(past)-1-back]) {
		back++
	}
	if back == 0 || !atWordStart(past[:len(past)-back]) {
		return 0, 0
	}
	return back, mailLength(line)
}

// mailLength gives the length of "@" with the host behind it, zero where no
// host with a dot follows.
func mailLength(line []byte) int {
	end, dot := 1, false
	for end < len(line) && (isMailByte(line[end]) && line[end] != '+') {
		end++
	}
	for end > 1 && line[end-1] == '.' {
		end--
	}
	for i := 2; i < end; i++ {
		dot = dot || line[i] == '.'
	}
	if !dot || line[end-1] == '-' || line[end-1] == '_' {
		return 0
	}
	return end
}

func isMailByte(b byte) bool {
	return util.IsAlphaNumeric(b) || b == '.' || b == '-' || b == '_' || b == '+'
}

// addressLength gives how far an address goes: up to a space, a quotation
// mark, "<" or a bracket that it did not open, without the punctuation of the
// sentence around it.
func addressLength(s []byte) int {
	end, round, square := 0, 0, 0
scan:
	for end < len(s) {
		r, size := utf8.DecodeRune(s[end:])
		switch r {
		case '<', '>', '"', '`', '\\', '“', '”', '«', '»', '‘', '’', '…', utf8.RuneError:
			break scan
		case '(':
			round++
		case ')':
			round--
		case '[':
			square++
		case ']':
			square--
		}
		if round < 0 || square < 0 || r <= ' ' || unicode.IsSpace(r) || isHidden(r) {
			break
		}
		end += size
	}
	return trimAddress(s[:end])
}

// trimAddress leaves out what ends a sentence, the "./." that ends a plan, and
// an entity, and gives what remains.
func trimAddress(s []byte) int {
	end := len(bytes.TrimSuffix(s, []byte("./.")))
	for end > 0 && bytes.IndexByte([]byte("?!.,:;*_~'"), s[end-1]) >= 0 {
		end--
		if s[end] == ';' {
			from := max(0, end-33)
			if amp := bytes.LastIndexByte(s[from:end], '&'); amp >= 0 {
				if _, n := entity(s[from+amp : end+1]); n == end+1-from-amp {
					end = from + amp
				}
			}
		}
	}
	return end
}

func endsWithFold(s []byte, suffix string) bool {
	return len(s) >= len(suffix) && bytes.EqualFold(s[len(s)-len(suffix):], []byte(suffix))
}

// atWordStart reports whether a word can begin behind s.
func atWordStart(s []byte) bool {
	r, size := utf8.DecodeLastRune(s)
	return size == 0 || (!unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '/' && r != '@')
}

func isAlnum(s []byte) bool {
	r, _ := utf8.DecodeRune(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
