package contrast

import (
	"regexp"
	"strings"

	"planpress/internal/source"
	"planpress/internal/theme"
)

// token is a custom property with its value as written.
type token struct {
	value string
	pos   source.Pos
}

// tokens are the custom properties that the styles of a theme set on :root
// whatever the reader chose, by name.
type tokens map[string]token

// readTokens reads the declarations of all blocks that are for :root alone and
// stand in no rule but @layer. What other blocks do is choose a state.
func readTokens(styles []theme.File) tokens {
	out := tokens{}
	for _, f := range styles {
		s := scanner{file: source.New(f.Path, f.Data), css: blanked(f.Data)}
		s.blocks(0, len(s.css), out)
	}
	return out
}

var comment = regexp.MustCompile(`(?s)/\*.*?(?:\*/|$)`)

// blanked gives a style with spaces for its comments, so that all places stay.
func blanked(css []byte) string {
	return comment.ReplaceAllStringFunc(string(css), func(c string) string { return strings.Repeat(" ", len(c)) })
}

// scanner looks through the blocks of one style.
type scanner struct {
	file *source.File
	css  string
}

// blocks goes through css[from:to], in which rules stand one after another.
func (s *scanner) blocks(from, to int, out tokens) {
	for at := from; at < to; {
		open := strings.IndexAny(s.css[at:to], "{;")
		if open < 0 {
			return
		}
		open += at
		if s.css[open] == ';' { // a statement such as @layer a, b;
			at = open + 1
			continue
		}
		end := s.closing(open, to)
		switch head := strings.TrimSpace(s.css[at:open]); {
		case head == ":root":
			s.declarations(open+1, end, out)
		case strings.HasPrefix(head, "@layer"):
			s.blocks(open+1, end, out)
		}
		at = end + 1
	}
}

// closing gives the place of the brace that ends the block opened at open.
func (s *scanner) closing(open, to int) int {
	depth := 0
	for i := open; i < to; i++ {
		switch s.css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return to
}

func (s *scanner) declarations(from, to int, out tokens) {
	for at := from; at < to; {
		end := strings.IndexByte(s.css[at:to], ';')
		if end < 0 {
			end = to - at
		}
		end += at
		name, value, ok := strings.Cut(s.css[at:end], ":")
		if trimmed := strings.TrimSpace(name); ok && strings.HasPrefix(trimmed, "--") {
			start := at + strings.Index(name, "--")
			out[trimmed] = token{strings.TrimSpace(value), s.file.At(start)}
		}
		at = end + 1
	}
}
