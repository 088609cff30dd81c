package prose

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"planpress/internal/diag"
	"planpress/internal/source"
)

// A placer finds the places of offsets that mostly rise. Going on from the last
// one keeps a long line of many links from being counted once for each.
type placer struct {
	f      *source.File
	offset int // into f.Data
	pos    source.Pos
}

// farAhead is from where on counting costs more than looking the line up.
const farAhead = 1 << 16

func (p *placer) at(offset int) source.Pos {
	offset = min(offset, len(p.f.Data))
	if offset < p.offset || offset-p.offset > farAhead {
		p.offset, p.pos = offset, p.f.At(offset)
		return p.pos
	}
	passed := p.f.Data[p.offset:offset]
	p.offset = offset
	if end := bytes.LastIndexByte(passed, '\n'); end >= 0 {
		p.pos.Line += bytes.Count(passed, []byte{'\n'})
		p.pos.Column = 1
		passed = passed[end+1:]
	}
	p.pos.Column += characters(passed)
	return p.pos
}

// characters counts those of valid UTF-8: the bytes but for those that go on
// with a character, eight at a time. utf8.RuneCount copies it first.
func characters(s []byte) int {
	n := 0
	for ; len(s) >= 8; s = s[8:] {
		v := binary.LittleEndian.Uint64(s)
		n += 8 - bits.OnesCount64(v&^(v<<1)&0x8080808080808080)
	}
	for _, b := range s {
		if b&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// maxFindings bounds what one document can say: the author of a file with
// more mends these first.
const maxFindings = 1000

// at gives the place of an offset in the Markdown.
func (w *writer) at(offset int) source.Pos { return w.places.at(w.base + max(offset, 0)) }

// find records a finding at an offset in the Markdown.
func (w *writer) find(rule *diag.Rule, offset int, message, hint diag.Text) {
	if len(w.findings) >= maxFindings {
		w.unsaid++
		return
	}
	w.findings = append(w.findings, rule.At(w.at(offset), message).WithHint(hint))
}

// sayUnsaid adds the finding that stands for those above the limit.
func (w *writer) sayUnsaid() {
	if w.unsaid == 0 {
		return
	}
	w.findings = append(w.findings, ruleTooMany.At(w.f.Whole(), diag.T(
		"còn %d vấn đề nữa trong tệp này không được liệt kê",
		"%d more findings in this file are not listed", w.unsaid,
	)).WithHint(diag.T(
		"sửa những vấn đề đã nêu rồi chạy lại",
		"mend those that are listed, then run again",
	)))
}
