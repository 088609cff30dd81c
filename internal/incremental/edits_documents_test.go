package incremental

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// documentEdits are changes inside documents and pages.
func documentEdits() []edit {
	return []edit{
		{"text", 10, addText},
		{"front matter", 25, changeField},
		{"take a key out", 4, dropField},
		{"old address", 3, func(w *world, r *rand.Rand) string { // every page leads to the first
			const name = "content/pages/ho-tro.md"
			value := pick(r, "[tro-giup.html]", "[tro-giup.html, giup.html]", "[giup.html]", "")
			w.write(name, setKey(w.read(name), "redirect_from", value))
			return value
		}},
		{"swap two documents", 2, swapDocuments},
		{"line ends", 1, func(w *world, r *rand.Rand) string {
			name := w.document(r)
			w.write(name, bytes.ReplaceAll(w.read(name), []byte("\n"), []byte("\r\n")))
			return name
		}},
		{"broken front matter", 2, func(w *world, r *rand.Rand) string {
			name := w.document(r)
			w.write(name, bytes.Replace(w.read(name), []byte("title:"), []byte("title: [\ntitle"), 1))
			return name
		}},
	}
}

// addText writes a paragraph behind a document, or in place of its body.
func addText(w *world, r *rand.Rand) string {
	name, other := w.document(r), w.document(r)
	link := "/" + strings.TrimPrefix(other, "content/")
	text := pick(r,
		"Đoạn mới của người biên tập.\n",
		"## Mục mới\n\nXem [mục khác]("+link+").\n",
		"Xem [một mục]("+link+"#ii-nhiem-vu) và [trang](/pages/ho-tro.md#dien-thoai).\n",
		"CCHC, UBND và HĐND là từ viết tắt.[^9]\n\n[^9]: Chú thích mới.\n",
		"Theo Kế hoạch số 04/KH-UBND ngày 14 tháng 01 năm 2026 của UBND phường Hoa Giấy.\n",
		"Theo Luật số 77/2015/QH13 ngày 19 tháng 6 năm 2015, và Nghị định số 30/2020/NĐ-CP.\n",
		"| Cột | Số |\n|---|--:|\n| Một | 1.234 |\n",
		"![Ảnh có hai cột](/plans/2025/bao-cao-2025/bieu-do.png)\n",
		"Điều 3. Khoản mới.\n\n1. Một.\n2. Hai.\n",
		"Xem [tệp](/plans/2025/bao-cao-2025/so-lieu.csv).\n",
		"Liên kết hỏng: [x](khong-co.md).\n",
	)
	data := w.read(name)
	if front, _, ok := cutFront(data); ok && r.IntN(4) == 0 {
		data = front
	}
	w.write(name, slices.Concat(data, []byte("\n"), []byte(text)))
	return fmt.Sprintf("%s: %q", name, text)
}

// cutFront cuts a document behind its front matter.
func cutFront(data []byte) (front, body []byte, ok bool) {
	i := bytes.Index(data, []byte("\n---\n"))
	if i < 0 {
		return nil, data, false
	}
	return data[:i+5], data[i+5:], true
}

// setKey gives a key of a mapping, at its outermost level, another value; ""
// takes it out. In a document that is the front matter.
func setKey(data []byte, key, value string) []byte {
	var out []string
	lines := strings.SplitAfter(string(data), "\n")
	done, inside, fences := false, false, 0
	put := func() {
		if !done && value != "" {
			out = append(out, key+": "+value+"\n")
		}
		done = true
	}
	for _, line := range lines {
		if line == "---\n" {
			if fences++; fences == 2 {
				put()
			}
			inside = false
		}
		switch {
		case strings.HasPrefix(line, key+":") && fences < 2:
			put()
			inside = true
			continue
		case inside && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "- ")):
			continue
		}
		inside = false
		out = append(out, line)
	}
	put()
	return []byte(strings.Join(out, ""))
}

// changeField gives one key of a document another value.
func changeField(w *world, r *rand.Rand) string {
	name := w.plan(r)
	if r.IntN(6) == 0 {
		name = w.document(r)
	}
	key := pick(r, fieldNames()...)
	value := fieldValue(w, r, key)
	w.write(name, setKey(w.read(name), key, value))
	return fmt.Sprintf("%s: %s: %q", name, key, value)
}

func dropField(w *world, r *rand.Rand) string {
	name, key := w.document(r), pick(r, fieldNames()...)
	w.write(name, setKey(w.read(name), key, ""))
	return name + ": " + key
}

func swapDocuments(w *world, r *rand.Rand) string {
	a, b := w.document(r), w.document(r)
	one, two := w.read(a), w.read(b)
	w.write(a, two)
	w.write(b, one)
	return a + " and " + b
}
