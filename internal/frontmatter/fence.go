package frontmatter

import (
	"bytes"
	"strings"

	"planpress/internal/diag"
)

// maxFrontMatter is how many bytes front matter may have. Real ones have one
// or two thousand.
const maxFrontMatter = 64 << 10

// region is a part of the file's bytes, whole lines.
type region struct{ start, end int }

// fences finds the front matter and where the text begins. It reports false
// where there is no front matter to read; a finding says why.
func (r *reader) fences() (part region, body int, ok bool) {
	data := r.file.Data
	start := 0
	for start < len(data) && isBlank(lineAt(data, start)) {
		start = nextLine(data, start)
	}
	if start >= len(data) {
		r.add(ruleNoFrontMatter.At(r.file.At(0), diag.T("tệp trống", "the file is empty")).WithHint(diag.T(
			"tạo văn bản bằng lệnh: planpress new plan \"TÊN VĂN BẢN\"", "make a document with: planpress new plan \"TITLE\"")))
		return region{}, len(data), false
	}
	switch first := lineAt(data, start); fenceKind(first) {
	case fenceRight:
	case fenceNear:
		r.badFence(start, first)
	default:
		if !r.opensWithKey(start, first) {
			return region{}, start, false
		}
		return r.closeFence(start, start)
	}
	return r.closeFence(start, nextLine(data, start))
}

// closeFence finds the line that ends the front matter, which begins at from.
func (r *reader) closeFence(open, from int) (part region, body int, ok bool) {
	data := r.file.Data
	for at := from; at < len(data); at = nextLine(data, at) {
		line := lineAt(data, at)
		if len(line) == 0 || (line[0] != '-' && line[0] != '.' && line[0] < 0x80) {
			continue
		}
		if kind := fenceKind(line); kind == fenceRight || string(trimRight(line)) == "..." {
			return region{from, at}, nextLine(data, at), true
		} else if kind == fenceNear {
			r.badFence(at, line)
			return region{from, at}, nextLine(data, at), true
		}
	}
	f := ruleFence.At(r.file.At(open), diag.T("phần thông tin đầu tệp không có dòng --- kết thúc", "the front matter has no --- line at its end"))
	if end := likelyEnd(data, from); end > from && end < len(data) {
		f.Hint = diag.T("thêm một dòng --- sau khóa cuối cùng, trước dòng %d", "add a line --- after the last key, before line %d", r.file.At(end).Line)
	} else {
		f.Hint = diag.T("thêm một dòng --- sau khóa cuối cùng", "add a line --- after the last key")
	}
	r.add(f)
	return region{}, len(data), false
}

// opensWithKey deals with a file whose first line is no fence. It reports
// whether the line is a key of front matter, so that the fence was forgotten.
func (r *reader) opensWithKey(start int, first []byte) bool {
	key, _, found := strings.Cut(string(first), ":")
	_, known := documentTable.index[strings.TrimSpace(key)]
	if found && known {
		r.add(ruleFence.At(r.file.At(start), diag.T("thiếu dòng --- ở đầu tệp", "the --- line at the beginning of the file is missing")).
			WithHint(diag.T("thêm một dòng --- trước dòng này", "add a line --- before this one")))
		return true
	}
	f := ruleNoFrontMatter.At(r.file.At(start), diag.T("tệp không có phần thông tin đầu tệp", "the file has no front matter"))
	if string(trimRight(first)) == "+++" {
		f = ruleFence.At(r.file.At(start), diag.T("phần thông tin đầu tệp viết bằng TOML (+++)", "the front matter is written in TOML (+++)"))
	}
	r.add(f.WithHint(diag.T("bắt đầu tệp bằng dòng ---, rồi các dòng “khóa: giá trị” như title: …, rồi dòng ---",
		`begin the file with a line ---, then lines "key: value" such as title: …, then a line ---`)))
	return false
}

func (r *reader) badFence(at int, line []byte) {
	r.add(ruleFence.At(r.file.At(at), diag.T("dòng “%s” không phải là dòng ngăn", "the line %q is not a fence", shorten(strings.TrimSpace(string(line)), 20))).
		WithHint(diag.T("viết đúng ba dấu gạch ngắn, không thụt vào: ---", "write exactly three hyphens, not indented: ---")))
}

type fence uint8

const (
	fenceNone  fence = iota
	fenceRight       // --- and perhaps spaces
	fenceNear        // what was surely meant as one: ----, — (made of --- by an editor), indented
)

func fenceKind(line []byte) fence {
	right := trimRight(line)
	if string(right) == "---" {
		return fenceRight
	}
	s := bytes.TrimSpace(right)
	if len(s) == 0 || len(s) > 400 {
		return fenceNone
	}
	dashes, width := 0, 0
	for _, c := range string(s) {
		switch c {
		case '-', '‐', '‑', '−':
			width++
		case '–', '—', '―':
			width += 2
		default:
			return fenceNone
		}
		dashes++
	}
	if width >= 2 {
		return fenceNear
	}
	return fenceNone
}

// likelyEnd gives the offset of the first line that does not look like front
// matter.
func likelyEnd(data []byte, from int) int {
	blank := false
	for at := from; at < len(data); at = nextLine(data, at) {
		line := lineAt(data, at)
		switch {
		case isBlank(line):
			blank = true
			continue
		case line[0] == '#' && blank:
			return at
		case line[0] != ' ' && line[0] != '\t' && line[0] != '-' && line[0] != '#' && !looksLikeKey(line):
			return at
		}
		blank = false
	}
	return len(data)
}

// looksLikeKey reports whether a line begins as a key does: one word, then a
// colon.
func looksLikeKey(line []byte) bool {
	i := bytes.IndexByte(line, ':')
	return i > 0 && i <= 60 && !bytes.ContainsAny(line[:i], " \t*[(") && (i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t')
}

func lineAt(data []byte, at int) []byte {
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		return data[at : at+n]
	}
	return data[at:]
}

func nextLine(data []byte, at int) int {
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(data)
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

func trimRight(line []byte) []byte { return bytes.TrimRight(line, " \t\r") }
