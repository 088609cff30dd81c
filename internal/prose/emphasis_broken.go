package prose

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"planpress/internal/diag"
)

// stars is a run of two stars or more that is left over in a text.
type stars struct{ start, stop int }

// starsLeft is where the search for stars that are left over stands. A pair
// can begin in one line and end in another.
type starsLeft struct {
	parent ast.Node // of the texts that were searched last
	open   bool     // their next sign ends a pair that has been reported
}

// checkBold reports the first pair of signs for bold text that begins in a
// text and is left over there; last is the node the text ends with.
func (w *writer) checkBold(start, stop int, last *ast.Text) {
	if !bytes.Contains(w.src[start:stop], []byte("**")) {
		return
	}
	if w.stars.parent != last.Parent() {
		w.stars = starsLeft{parent: last.Parent()}
	}
	said := false
	for {
		opening, ok := nextStars(w.src, start, stop)
		if !ok {
			return
		}
		start = opening.stop
		if w.stars.open {
			w.stars.open = false
			continue
		}
		closing, paired := nextStars(w.src, start, stop)
		if paired {
			start = closing.stop
		} else {
			closing, paired = w.starsBehind(last)
			w.stars.open = paired
			if parent := last.Parent(); !paired && parent.Type() == ast.TypeInline {
				w.stars = starsLeft{parent: parent.Parent(), open: true} // its partner is likely outside
			}
		}
		if !said {
			at, hint := w.remedyOfBold(opening, closing, paired, last.Parent())
			w.reportBold(at, hint)
			said = true
		}
	}
}

// nextStars finds the first run of stars that are not escaped.
func nextStars(src []byte, from, to int) (stars, bool) {
	for i := from; i+1 < to; i++ {
		switch src[i] {
		case '\\':
			i++
		case '*':
			end := i + 1
			for end < to && src[end] == '*' {
				end++
			}
			if end-i > 1 {
				return stars{i, end}, true
			}
		}
	}
	return stars{}, false
}

// starsBehind finds the first stars in the texts behind a node.
func (w *writer) starsBehind(n ast.Node) (stars, bool) {
	for n = n.NextSibling(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok && !t.IsRaw() {
			start := t.Segment.Start // of signs that were too many to be read, each is a text of its own
			t = lastOfRun(t)
			if found, ok := nextStars(w.src, start, t.Segment.Stop); ok {
				return found, true
			}
			n = t
		}
	}
	return stars{}, false
}

func (w *writer) reportBold(at stars, hint diag.Text) {
	from, to := max(0, at.start-20), min(len(w.src), at.start+30)
	from += bytes.LastIndexByte(w.src[from:at.start], '\n') + 1
	if end := bytes.IndexByte(w.src[at.start:to], '\n'); end >= 0 {
		to = at.start + end
	}
	w.find(ruleEmphasisBroken, at.start,
		diag.T("dấu ** ở “%s” không thành chữ đậm", "the ** in “%s” does not make bold text", excerpt(string(w.src[from:to]))),
		hint)
}

// remedyOfBold says which sign keeps a pair from being read, by what stands
// around it (CommonMark 6.2, flanking), and what to do.
func (w *writer) remedyOfBold(opening, closing stars, paired bool, parent ast.Node) (stars, diag.Text) {
	crossed := diag.T(
		`đặt cả hai dấu ** cùng ở trong hoặc cùng ở ngoài chữ nghiêng, liên kết; hoặc gõ \*\* nếu muốn in hai dấu sao`,
		`put both ** inside of italic text and links or both outside, or type \*\* to print two stars`)
	if !paired && parent.Type() == ast.TypeInline {
		return opening, crossed
	}
	if !paired {
		return opening, diag.T(
			`thêm dấu ** còn thiếu trong cùng đoạn, hoặc gõ \*\* nếu muốn in hai dấu sao`,
			`add the ** that is missing in the same paragraph, or type \*\* to print two stars`)
	}
	before, first := w.around(opening)
	last, behind := w.around(closing)
	switch {
	case util.IsSpaceRune(first) && util.IsSpaceRune(last):
		return opening, diag.T("bỏ khoảng trống ngay sau ** mở và ngay trước ** đóng", "remove the space right behind the opening ** and right before the closing **")
	case util.IsSpaceRune(first):
		return opening, diag.T("bỏ khoảng trống ngay sau ** mở", "remove the space right behind the opening **")
	case util.IsSpaceRune(last):
		return closing, diag.T("bỏ khoảng trống ngay trước ** đóng", "remove the space right before the closing **")
	case util.IsPunctRune(first) && isWord(before):
		return opening, diag.T("thêm dấu cách trước ** mở, hoặc đưa dấu câu ra trước **", "add a space before the opening **, or move the punctuation before it")
	case util.IsPunctRune(last) && isWord(behind):
		return closing, diag.T("thêm dấu cách sau ** đóng, hoặc đưa dấu câu ra sau **", "add a space behind the closing **, or move the punctuation behind it")
	}
	return opening, crossed
}

// around gives the characters on both sides; a space where the text ends.
func (w *writer) around(s stars) (before, behind rune) {
	before, behind = ' ', ' '
	if s.start > 0 {
		before, _ = utf8.DecodeLastRune(w.src[:s.start])
	}
	if s.stop < len(w.src) {
		behind, _ = utf8.DecodeRune(w.src[s.stop:])
	}
	return before, behind
}

func isWord(r rune) bool { return !util.IsSpaceRune(r) && !util.IsPunctRune(r) }
