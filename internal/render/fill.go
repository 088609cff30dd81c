package render

import (
	"html/template"
	"strings"
	"unsafe"

	"planpress/internal/plan"
)

// Fill puts what fill gives for each hole into a body. It escapes the values
// for the place that the hole stands in; of an image's, the width and the
// height that plan.Hole allows behind the address stay attributes.
//
// The text lies in buf, which is given back grown: it holds until something
// else is written there.
func Fill(buf []byte, body plan.Body, fill plan.Filling) (text template.HTML, grown []byte) {
	buf = buf[:0]
	done := 0
	for _, h := range body.Holes {
		buf = append(buf, body.HTML[done:h.Offset]...)
		done = h.Offset
		switch h.Kind {
		case plan.HoleAddress:
			url, size := cutSize(fill.Address(h.Index))
			buf = append(buf, attribute.Replace(url)...)
			buf = append(buf, size...)
		case plan.HoleMark:
			buf = openMark(buf, fill.Mark(h.Index))
		case plan.HoleMarkEnd:
			mark := fill.Mark(h.Index)
			done += h.Words
			if mark.URL != "" && mark.External {
				buf = append(buf, body.HTML[h.Offset:done]...)
			}
			buf = closeMark(buf, mark)
		}
	}
	buf = append(buf, body.HTML[done:]...)
	return template.HTML(unsafe.String(unsafe.SliceData(buf), len(buf))), buf
}

// openMark writes the tag before a citation: a link, or where it leads nowhere
// a span.
func openMark(buf []byte, m plan.Mark) []byte {
	switch {
	case m.None:
		return buf
	case m.URL == "":
		return append(buf, `<span class="cited">`...)
	case m.External:
		buf = append(buf, `<a class="cited external" rel="noopener noreferrer" href="`...)
	default:
		buf = append(buf, `<a class="cited" href="`...)
	}
	return append(append(buf, attribute.Replace(m.URL)...), `">`...)
}

// closeMark ends what openMark began.
func closeMark(buf []byte, m plan.Mark) []byte {
	switch {
	case m.None:
		return buf
	case m.URL == "":
		return append(buf, "</span>"...)
	}
	return append(buf, "</a>"...)
}

// attribute escapes a value for a double-quoted attribute.
var attribute = strings.NewReplacer("&", "&amp;", `"`, "&#34;", "<", "&lt;", ">", "&gt;", "\x00", "\uFFFD")

// cutSize cuts `" width="640" height="480` from the end of a value, if it is
// there in exactly this form.
func cutSize(value string) (url, size string) {
	i := strings.LastIndex(value, `" width="`)
	if i < 0 {
		return value, ""
	}
	rest, ok1 := cutNumber(value[i+len(`" width="`):])
	rest, ok2 := strings.CutPrefix(rest, `" height="`)
	rest, ok3 := cutNumber(rest)
	if !ok1 || !ok2 || !ok3 || rest != "" {
		return value, ""
	}
	return value[:i], value[i:]
}

func cutNumber(s string) (rest string, ok bool) {
	rest = strings.TrimLeft(s, "0123456789")
	return rest, len(rest) < len(s)
}
