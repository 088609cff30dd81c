package frontmatter

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
)

// maxDepth bounds how deep values may be nested. The deepest that has a
// meaning has four levels.
const maxDepth = 12

var errSeveral = errors.New("more than one document")

// decode gives the root of one YAML document, or nil where there is nothing
// but comments. A panic of the library becomes an error.
func decode(data []byte) (root *yaml.Node, err error) {
	defer func() {
		if v := recover(); v != nil {
			root, err = nil, fmt.Errorf("yaml: the parser failed: %v", v)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	// What follows the first value is silently left unread otherwise.
	if err := dec.Decode(&more); err == nil {
		return nil, errSeveral
	} else if err != io.EOF {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// roots parses a region whose outermost value is of a kind. Where that fails,
// each of its parts is parsed by itself, so that one mistake hides nothing
// else. All nodes have their lines counted from the beginning of the file.
func (r *reader) roots(part region, kind yaml.Kind) []*yaml.Node {
	if r.foreignBreak(part) {
		return nil
	}
	n, err := decode(r.file.Data[part.start:part.end])
	if err == nil {
		if n == nil || absent(n) {
			return nil
		}
		if n.Kind == kind {
			r.vet(n, r.file.At(part.start).Line-1, 0)
			return []*yaml.Node{n}
		}
	}
	return r.recovered(r.chunks(part, kind), kind)
}

// foreignBreak reports the characters that YAML counts as the end of a line and
// editors do not: lines would be miscounted from there on.
func (r *reader) foreignBreak(part region) bool {
	data := r.file.Data[part.start:part.end]
	for _, c := range [...]string{"\r", "\u0085", "\u2028", "\u2029"} {
		if i := bytes.Index(data, []byte(c)); i >= 0 {
			r.broken = true
			r.add(ruleSyntax.At(r.file.At(part.start+i), diag.T("có ký tự xuống dòng lạ U+%04X", "this is the unusual line break U+%04X", []rune(c)[0])).
				WithHint(diag.T("xóa ký tự này rồi xuống dòng bằng phím Enter", "delete the character and begin a new line with Enter")))
			return true
		}
	}
	return false
}

// maxSyntax bounds the parts that are reported as unreadable. More of them
// mean that the file is not YAML.
const maxSyntax = 10

func (r *reader) recovered(chunks []region, kind yaml.Kind) []*yaml.Node {
	var out []*yaml.Node
	failed := 0
	for _, c := range chunks {
		n, err := decode(r.file.Data[c.start:c.end])
		switch {
		case err == nil && (n == nil || absent(n)):
			continue
		case err == nil && n.Kind == kind:
			r.vet(n, r.file.At(c.start).Line-1, 0)
			out = append(out, n)
			continue
		case err == nil && kind == yaml.SequenceNode && n.Kind == yaml.MappingNode:
			r.wrongRoot(c)
			return nil
		}
		r.broken = true
		if kind == yaml.MappingNode && failed == 0 && r.textBegins(c) {
			return out
		}
		r.syntax(c, err)
		if failed++; failed == maxSyntax {
			r.full = true
			return out
		}
	}
	return out
}

// wrongRoot reports a file that holds keys where it should hold a list.
func (r *reader) wrongRoot(c region) {
	r.broken = true
	r.add(ruleType.At(r.file.At(c.start), diag.T("tệp này cần một danh sách, nhưng đây là một nhóm “khóa: giá trị”",
		"this file expects a list, but this is a group of keys with values")).WithHint(diag.T(
		"bắt đầu mỗi mục bằng “- ” ở đầu dòng, các dòng sau của mục thụt vào hai dấu cách",
		`begin each entry with "- " and indent its further lines by two spaces`)))
}

// textBegins reports front matter that runs into the text because its end was
// forgotten: a paragraph after a blank line.
func (r *reader) textBegins(c region) bool {
	data := r.file.Data
	line := lineAt(data, c.start)
	if c.start < 2 || data[c.start-2] != '\n' || looksLikeKey(line) || bytes.IndexByte(line, ' ') < 0 {
		return false
	}
	at := r.file.At(c.start)
	r.add(ruleFence.At(at, diag.T("ở đây có vẻ là nội dung: thiếu dòng --- kết thúc phần thông tin đầu tệp",
		"the text seems to begin here: the --- line that ends the front matter is missing")).WithHint(diag.T(
		"thêm một dòng --- trước dòng %d", "add a line --- before line %d", at.Line)))
	return true
}

// chunks takes a region apart at the lines that begin an entry of its
// outermost value.
func (r *reader) chunks(part region, kind yaml.Kind) []region {
	data := r.file.Data
	indent := 0
	if kind == yaml.SequenceNode {
		indent = indentation(data[part.start:part.end])
	}
	var out []region
	start := part.start
	for at := part.start; at < part.end; at = nextLine(data, at) {
		line := lineAt(data, at)
		if at > start && len(line) > indent && isBlank(line[:indent]) && beginsEntry(line[indent:], kind) {
			out = append(out, region{start, at})
			start = at
		}
	}
	return append(out, region{start, part.end})
}

// indentation gives the number of spaces before the first line that says
// something.
func indentation(data []byte) int {
	for at := 0; at < len(data); at = nextLine(data, at) {
		line := lineAt(data, at)
		if spaces := len(line) - len(bytes.TrimLeft(line, " ")); spaces < len(line) && line[spaces] != '#' && !bytes.HasPrefix(line, []byte("---")) {
			return spaces
		}
	}
	return 0
}

func beginsEntry(line []byte, kind yaml.Kind) bool {
	if len(line) == 0 {
		return false
	}
	isItem := line[0] == '-' && (len(line) == 1 || line[1] == ' ')
	if kind == yaml.SequenceNode {
		return isItem
	}
	return !isItem && !bytes.ContainsRune([]byte(" \t#]}\""), rune(line[0]))
}

// vet makes a tree fit to be read: it moves its lines by base, and refuses
// what YAML offers beyond plain values. Refused nodes get Kind 0.
func (r *reader) vet(n *yaml.Node, base, depth int) {
	n.Line += base
	var f diag.Finding
	switch {
	case n.Kind == yaml.AliasNode:
		f = ruleFeature.At(r.pos(n), diag.T("“*%s” là tham chiếu YAML, không dùng ở đây", "\"*%s\" is a YAML alias, which is not used here", shorten(n.Value, 40))).
			WithHint(diag.T("nếu là chữ bắt đầu bằng dấu *, đặt trong dấu nháy kép; nếu không, viết lại giá trị",
				"if this is text that begins with *, put it in double quotes; otherwise write the value again"))
	case n.Anchor != "":
		f = ruleFeature.At(r.pos(n), diag.T("“&%s” là nhãn YAML, không dùng ở đây", "\"&%s\" is a YAML anchor, which is not used here", shorten(n.Anchor, 40))).
			WithHint(diag.T("bỏ nhãn; nếu là chữ bắt đầu bằng dấu &, đặt trong dấu nháy kép", "remove it; if this is text that begins with &, put it in double quotes"))
	case n.Style&yaml.TaggedStyle != 0:
		f = ruleFeature.At(r.pos(n), diag.T("“%s” là thẻ kiểu YAML, không dùng ở đây", "%q is a YAML tag, which is not used here", shorten(n.Tag, 40))).
			WithHint(diag.T("bỏ thẻ; nếu là chữ bắt đầu bằng dấu !, đặt trong dấu nháy kép", "remove it; if this is text that begins with !, put it in double quotes"))
	case n.Tag == "!!merge":
		f = ruleFeature.At(r.pos(n), diag.T("khóa “<<” (gộp) không dùng ở đây", "the merge key \"<<\" is not used here")).
			WithHint(diag.T("viết lại các giá trị cần dùng", "write the values again"))
	case depth > maxDepth:
		f = ruleFeature.At(r.pos(n), diag.T("giá trị lồng nhau quá %d tầng", "values are nested more than %d deep", maxDepth)).
			WithHint(diag.T("viết gọn lại; nếu là chữ có dấu [ hoặc {, đặt trong dấu nháy kép", "make it flatter; if this is text with [ or {, put it in double quotes"))
	}
	if f.Rule != nil {
		r.add(f)
		n.Kind, n.Content, n.Alias = 0, nil, nil
		return
	}
	for _, c := range n.Content {
		r.vet(c, base, depth+1)
	}
}

func (r *reader) tooLarge(part region, limit int) {
	f := ruleTooLarge.At(r.file.At(part.start), diag.T("phần này dài %d KiB; nhiều nhất là %d KiB", "this part has %d KiB; at most %d KiB are allowed",
		(part.end-part.start+1023)>>10, limit>>10)).WithHint(diag.T("bỏ những gì không dùng đến", "remove what is not used"))
	if limit == maxFrontMatter {
		f.Hint = diag.T("có thể thiếu dòng --- kết thúc; nếu không, chuyển bớt vào nội dung", "perhaps the closing --- is missing; otherwise move some of it to the text")
	}
	r.add(f)
}
