package prose

import (
	"bytes"
	"strings"

	"planpress/internal/diag"
)

var splitHint = diag.Text{
	VI: "chia văn bản thành nhiều tệp",
	EN: "split the document",
}

// A load is what a text that is too large has of each thing that weighs.
type load struct {
	lines, items, cells int
	links               int // by the weight of their signs
	signs               [256]int
}

func loadOf(text []byte) load {
	var l load
	linkSigns := 0
	for len(text) > 0 {
		line := text
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			line = text[:end+1]
		}
		text = text[len(line):]
		if isItem(bytes.TrimLeft(line, " \t>")) {
			l.items++
		}
		for _, b := range line {
			switch {
			case b == '\n':
				l.lines++
			case b == '|':
				l.cells++
			case strings.IndexByte(linkSign, b) >= 0:
				linkSigns += int(weightOf[b])
			case weightOf[b] > 0:
				l.signs[b]++
			}
		}
	}
	l.links = linkSigns / linkWeight
	return l
}

// isItem reports whether a line begins an item of a list.
func isItem(line []byte) bool {
	if _, ok := parsePointMark(line); ok {
		return true
	}
	sign := len(line) - len(bytes.TrimLeft(line, "0123456789"))
	if sign+1 >= len(line) || line[sign+1] > ' ' {
		return false
	}
	if sign == 0 {
		return strings.IndexByte("-+*", line[0]) >= 0
	}
	return line[sign] == '.' || line[sign] == ')'
}

// heaviest says of what a text that is too large has too much, and what to do.
func heaviest(text []byte) (message, hint diag.Text) {
	l := loadOf(text)
	all, most := 0, 0
	for b, n := range l.signs {
		all += n
		if n > l.signs[most] {
			most = b
		}
	}
	switch lines, cells, links, signs := l.lines*lineWeight, l.cells*cellWeight, l.links*linkWeight, all*signWeight; max(lines, cells, links, signs) {
	case cells:
		return diag.T("tới chỗ này số dấu | đã là %d, tức là bảng có quá nhiều ô", "up to here there are %d signs |: the tables have too many cells", l.cells),
			diag.T("đưa bảng lớn vào tệp đính kèm, hoặc chia văn bản thành nhiều tệp", "move large tables to an attachment, or split the document")
	case links:
		return diag.T("tới chỗ này có chừng %d liên kết hoặc dấu của liên kết ([ ], :, @, www)", "up to here there are about %d links or signs of links ([ ], :, @, www)", l.links),
			diag.T("bớt liên kết, chia văn bản thành nhiều tệp, hoặc đưa dữ liệu vào tệp đính kèm", "use fewer links, split the document, or move data to an attachment")
	case signs:
		return diag.T("tới chỗ này số dấu của Markdown đã là %[1]d, nhiều nhất là dấu %[2]c", "up to here there are %[1]d signs of Markdown, most of them %[2]c", all, most),
			diag.T("xóa những dấu thừa, hoặc đưa dữ liệu vào tệp đính kèm", "delete the signs that are not needed, or move data to an attachment")
	}
	if l.items > l.lines/2 {
		return diag.T("tới chỗ này các danh sách đã có %d mục", "up to here the lists have %d items", l.items),
			diag.T("chia danh sách thành nhiều tệp, hoặc đưa vào tệp đính kèm", "split the list into several documents, or move it to an attachment")
	}
	return diag.T("tới chỗ này đã có %d dòng", "up to here there are %d lines", l.lines),
		diag.T("chia văn bản thành nhiều tệp, hoặc đưa dữ liệu vào tệp đính kèm", "split the document, or move data to an attachment")
}
