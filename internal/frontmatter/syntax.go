package frontmatter

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"planpress/internal/diag"
)

// syntax reports a part that is not YAML. The library's own line numbers are
// those of the construct or off by one, so the line is found by parsing ever
// longer beginnings, and what is wrong with it by looking at it.
func (r *reader) syntax(c region, err error) {
	data := r.file.Data
	line := region{c.start, nextLine(data, c.start)}
	if err != nil && c.end-c.start <= maxSearched {
		line = r.failingLine(c, reportedLine(err))
	}
	for _, at := range []region{line, {c.start, nextLine(data, c.start)}} {
		text := string(trimRight(lineAt(data, at.start)))
		if m, found := inspect(text); found {
			r.add(ruleSyntax.At(r.file.At(at.start+m.at), m.message).WithHint(m.hint))
			return
		}
	}
	m := unexplained(err)
	r.add(ruleSyntax.At(r.file.At(line.start), m.message).WithHint(m.hint))
}

// maxSearched bounds the parts in which the failing line is searched for, as
// each step of the search parses up to all of the part.
const maxSearched = 128 << 10

// failingLine gives the first line with which a part stops being YAML. A value
// over several lines is no YAML until its last one, so lines before the one
// that the library reports are passed over where they can be.
func (r *reader) failingLine(c region, reported int) region {
	data := r.file.Data
	var lines []region
	for at := c.start; at < c.end; at = nextLine(data, at) {
		lines = append(lines, region{at, nextLine(data, at)})
	}
	fails := func(i int) bool {
		_, err := decode(data[c.start:lines[i].end])
		return err != nil
	}
	first := 0
	for i := max(0, reported-3); i < min(reported+1, len(lines)-1); i++ {
		if !fails(i) {
			first = i + 1
		}
	}
	return lines[first+sort.Search(len(lines)-1-first, func(i int) bool { return fails(first + i) })]
}

// reportedLine gives the line that an error of the library names, or 0.
func reportedLine(err error) int {
	var line int
	if _, failed := fmt.Sscanf(err.Error(), "yaml: line %d:", &line); failed != nil {
		return 0
	}
	return line
}

// mistake is what is wrong with a line, at which byte, and the remedy.
type mistake struct {
	at            int
	message, hint diag.Text
}

// inspect looks for what people get wrong in YAML.
func inspect(line string) (mistake, bool) {
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	if tab := strings.IndexByte(line[:indent], '\t'); tab >= 0 {
		return mistake{tab, diag.T("dòng này thụt vào bằng phím Tab", "this line is indented with a tab"),
			diag.T("thụt vào bằng dấu cách, hai dấu mỗi bậc", "indent with spaces, two for each level")}, true
	}
	if i := strings.IndexFunc(line, isForbidden); i >= 0 {
		c, _ := utf8.DecodeRuneInString(line[i:])
		return mistake{i, diag.T("có ký tự điều khiển U+%04X", "this is the control character U+%04X", c),
			diag.T("xóa ký tự này rồi gõ lại", "delete the character and type anew")}, true
	}
	for strings.HasPrefix(line[indent:], "- ") {
		rest := strings.TrimLeft(line[indent+2:], " ")
		indent = len(line) - len(rest)
	}
	key, value, found := cutKey(line[indent:])
	if !found {
		return inspectNoKey(line, indent)
	}
	at := indent + len(line[indent:]) - len(value)
	return inspectValue(line[indent:indent+len(key)], value, at)
}

func isForbidden(c rune) bool {
	return c < ' ' && c != '\t' || c == 0x7F || c >= 0x80 && c < 0xA0 || c == 0xFEFF
}

// cutKey parts "key: value". The value begins behind the spaces.
func cutKey(s string) (key, value string, found bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == '"' || s[i] == '\'' || s[i] == '[' || s[i] == '{' {
			return "", "", false
		}
		if s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t') {
			return s[:i], strings.TrimLeft(s[i+1:], " \t"), true
		}
	}
	return "", "", false
}

// inspectNoKey looks at a line, or an item of a list, without "key: ".
func inspectNoKey(line string, indent int) (mistake, bool) {
	s := line[indent:]
	if m, found := inspectStart("", s, indent); found {
		return m, true
	}
	if colon := strings.IndexByte(s, ':'); colon > 0 && looksLikeKey([]byte(s[:colon+1])) && !strings.HasPrefix(s[colon:], "://") {
		return mistake{indent + colon + 1, diag.T("thiếu dấu cách thường sau dấu hai chấm", "an ordinary space is missing after the colon"),
			diag.T("viết: %s: %s", "write: %s: %s", s[:colon], shorten(strings.TrimSpace(s[colon+1:]), 60))}, true
	}
	if indent > 0 || s == "" || s[0] == '"' || s[0] == '\'' || s[0] == '-' {
		return mistake{}, false
	}
	return mistake{0, diag.T("dòng “%s” không có dạng “khóa: giá trị”", "the line %q is not of the form \"key: value\"", shorten(s, 40)),
		diag.T("nếu dòng này nối tiếp dòng trên, thụt vào hai dấu cách", "if it continues the line above, indent it by two spaces")}, true
}

// inspectValue looks at what follows a key.
func inspectValue(key, value string, at int) (mistake, bool) {
	if m, found := inspectStart(key, value, at); found {
		return m, true
	}
	if value == "" || strings.ContainsRune("\"'[{|>#", rune(value[0])) {
		return mistake{}, false
	}
	colon := strings.Index(value, ": ")
	if colon < 0 && strings.HasSuffix(value, ":") {
		colon = len(value) - 1
	}
	if colon < 0 {
		return mistake{}, false
	}
	return mistake{at + colon, diag.T("giá trị có dấu hai chấm, nên YAML coi đó là một khóa nữa", "the value has a colon, which YAML takes for another key"),
		quoteHint(key, value)}, true
}

// inspectStart looks at the sign that a value begins with.
func inspectStart(key, value string, at int) (mistake, bool) {
	if value == "" {
		return mistake{}, false
	}
	switch c := value[0]; c {
	case '"', '\'':
		return inspectQuoted(key, value, at)
	case '[', '{':
		return inspectBracket(key, value, at)
	case '@', '`', '%', '*', '&', '!', ',', ']', '}':
		return mistake{at, diag.T("giá trị không được bắt đầu bằng dấu %c", "a value cannot begin with %c", c), quoteHint(key, value)}, true
	case '|', '>':
		if rest := strings.TrimLeft(value[1:], "+-0123456789"); strings.TrimSpace(rest) != "" && !strings.HasPrefix(strings.TrimSpace(rest), "#") {
			return mistake{at, diag.T("sau dấu %c không được có chữ trên cùng dòng", "no text may follow %c on its line", c),
				diag.T("xuống dòng sau %c và thụt vào, hoặc đặt cả giá trị trong dấu nháy kép", "begin a new, indented line after %c, or put the whole value in double quotes", c)}, true
		}
	}
	return mistake{}, false
}

// inspectQuoted looks at a value in quotes.
func inspectQuoted(key, value string, at int) (mistake, bool) {
	q := value[0]
	i := 1
	for ; i < len(value) && value[i] != q; i++ {
		if q != '"' || value[i] != '\\' {
			continue
		}
		if i+1 < len(value) && !strings.ContainsRune("0abt\tnvfre \"/\\N_LPxuU", rune(value[i+1])) {
			return mistake{at + i, diag.T("“%s” không có nghĩa trong dấu nháy kép", "%q has no meaning in double quotes", shorten(value[i:], 2)),
				diag.T("dùng dấu nháy đơn quanh giá trị, hoặc viết \\\\ thay cho \\", "use single quotes around the value, or write \\\\ for \\")}, true
		}
		i++
	}
	if i >= len(value) {
		return mistake{at, diag.T("dấu nháy %c mở ở đây không được đóng", "the quote %c that opens here is never closed", q),
			diag.T("thêm dấu %c vào cuối giá trị", "add %c at the end of the value", q)}, true
	}
	rest := strings.TrimSpace(value[i+1:])
	if rest == "" || rest[0] == '#' || (key == "" && rest[0] == ':') {
		return mistake{}, false
	}
	return mistake{at + i + 1, diag.T("có chữ sau dấu nháy đóng: %s", "text follows the closing quote: %s", shorten(rest, 40)), quoteHint(key, value)}, true
}

// inspectBracket looks at a list or group that is written on one line.
func inspectBracket(key, value string, at int) (mistake, bool) {
	depth, question := 0, -1
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '"', '\'':
			if end := strings.IndexByte(value[i+1:], value[i]); end >= 0 {
				i += end + 1
			}
		case '[', '{':
			depth++
		case '?':
			question = i
		case ']', '}':
			if depth--; depth > 0 {
				continue
			}
			rest := strings.TrimSpace(value[i+1:])
			if rest == "" || rest[0] == '#' {
				return mistake{at + question, diag.T("dấu ? không đứng được trong ngoặc", "a ? cannot stand within brackets"),
					diag.T("đặt giá trị có dấu ? trong dấu nháy kép", "put the value that has it in double quotes")}, question >= 0
			}
			return mistake{at + i + 1, diag.T("có chữ sau dấu %c", "text follows %c", value[i]), quoteHint(key, value)}, true
		}
	}
	closing := map[byte]string{'[': "]", '{': "}"}[value[0]]
	return mistake{at, diag.T("dấu %c mở ở đây không được đóng", "the %c that opens here is never closed", value[0]),
		diag.T("thêm dấu %s; nếu đây là chữ, đặt cả giá trị trong dấu nháy kép", "add %s; if this is text, put the whole value in double quotes", closing)}, true
}

// quoteHint shows the value in quotes.
func quoteHint(key, value string) diag.Text {
	mended := quote(shorten(value, 80))
	if key != "" {
		mended = key + ": " + mended
	}
	return diag.T("đặt giá trị trong dấu nháy: %s", "put the value in quotes: %s", mended)
}

// unexplained words what only the library can say.
func unexplained(err error) mistake {
	hint := diag.T("xem lại dòng này và dòng trên nó: thụt lề, dấu hai chấm, dấu nháy, dấu ngoặc",
		"look at this line and the one above: indentation, colons, quotes, brackets")
	if err == nil || errors.Is(err, errSeveral) {
		return mistake{message: diag.T("dòng này không có dạng “khóa: giá trị”", `this line is not of the form "key: value"`), hint: hint}
	}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if _, rest, found := strings.Cut(message, ": "); found && strings.HasPrefix(message, "line ") {
		message = rest
	}
	if strings.Contains(message, "mapping values are not allowed") {
		return mistake{message: diag.T("khóa ở dòng này thụt vào sâu hơn khóa phía trên, mà khóa đó đã có giá trị", "the key on this line is indented under a key that already has a value"),
			hint: diag.T("bỏ thụt lề, hoặc đặt chữ trong dấu nháy kép nếu nó nối tiếp dòng trên", "remove the indentation, or put the text in double quotes if it continues the line above")}
	}
	if strings.Contains(message, "did not find expected key") || strings.Contains(message, "did not find expected '-' indicator") {
		return mistake{message: diag.T("dòng này thụt lề không khớp với các dòng trên", "the indentation of this line does not match the lines above"),
			hint: diag.T("các dòng cùng bậc phải thụt vào bằng nhau", "lines of one level must have the same indentation")}
	}
	if strings.Contains(message, "did not find expected ','") {
		return mistake{message: diag.T("trong ngoặc thiếu dấu phẩy, hoặc một giá trị có dấu hai chấm", "within the brackets a comma is missing, or a value has a colon"),
			hint: diag.T("ngăn các mục bằng dấu phẩy; đặt giá trị có dấu hai chấm trong dấu nháy kép", "part the items with commas; put each value that has a colon in double quotes")}
	}
	return mistake{message: diag.T("YAML không đọc được dòng này (%s)", "YAML cannot read this line (%s)", message), hint: hint}
}

// separators gives the offset of a second document in a YAML file, or -1.
func separators(data []byte) int {
	content := false
	for at := 0; at < len(data); at = nextLine(data, at) {
		line := lineAt(data, at)
		marker := bytes.HasPrefix(line, []byte("---")) && (len(line) == 3 || line[3] == ' ')
		if marker && content {
			return at
		}
		if !marker && !isBlank(line) && line[0] != '#' {
			content = true
		}
	}
	return -1
}
