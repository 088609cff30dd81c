package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

type writer struct {
	strings.Builder
	r     *rand.Rand
	field string // what the document is about
}

// text writes a body of some chapters, each of 600 to 1,200 words.
func (w *writer) text(seed uint64, i, chapters int) {
	for chapter := range chapters {
		words := 15 + w.r.IntN(46) // of a paragraph
		for n, heading := range sections {
			if chapters > 1 {
				heading = fmt.Sprintf("%s (phần %d)", heading, chapter+1)
			}
			fmt.Fprintf(w, "## %s\n\n", heading)
			w.paragraph(words)
			w.special(n, chapter)
			w.paragraph(words / 2)
		}
		w.cite(seed, i)
	}
}

// special is what only the n-th section of a chapter has.
func (w *writer) special(n, chapter int) {
	switch n {
	case 1:
		w.list("1.", "2.", "3.", "4.")
	case 2:
		w.table(10)
		fmt.Fprintf(w, "Số liệu tính đến cuối năm.[^%d]\n\n[^%d]: %s\n\n", chapter+1, chapter+1, w.sentence(15))
	case 3:
		w.list("-", "-", "-")
	case 4:
		w.list("a)", "b)", "c)", "d)", "đ)")
	}
}

// cite names two documents made before the i-th.
func (w *writer) cite(seed uint64, i int) {
	if i == 0 {
		return
	}
	for range 2 {
		j := w.r.IntN(i)
		body, _, number := place(j)
		day := strings.Split(issued(seed, j), "-")
		fmt.Fprintf(w, "Xem thêm Kế hoạch số %s ngày %s/%s/%s của %s và [trang chủ](/).\n\n", numbered(number), day[2], day[1], day[0], Ward(body))
	}
}

func (w *writer) paragraph(words int) {
	for n := 0; n < words; n += 15 {
		w.WriteString(w.sentence(15))
		w.WriteByte(' ')
	}
	w.WriteString("\n\n")
}

func (w *writer) list(marks ...string) {
	for _, m := range marks {
		fmt.Fprintf(w, "%s %s\n", m, w.sentence(12))
	}
	w.WriteByte('\n')
}

func (w *writer) table(rows int) {
	w.WriteString("| TT | Tên nhiệm vụ | Cơ quan chủ trì | Kết quả | Thời gian hoàn thành |\n|---:|---|---|---|---|\n")
	for n := range rows {
		fmt.Fprintf(w, "| %d | %s | %s | %s | Quý %s |\n", n+1, w.sentence(6), w.pick(bodies), w.sentence(3), quarters[w.r.IntN(4)])
	}
	w.WriteByte('\n')
}

func (w *writer) pick(from []string) string { return from[w.r.IntN(len(from))] }

// sentence has the given number of syllables, more or less.
func (w *writer) sentence(n int) string { return w.label(n) + "." }

// label is a sentence without its full stop: who does what, to what ends, until
// there are enough syllables. A third of what is done is of the document's field.
func (w *writer) label(n int) string {
	var out []string
	count := 0
	add := func(part string) {
		count += syllables(part)
		out = append(out, part)
	}
	if n > 8 && w.r.IntN(2) == 0 {
		add(w.pick(actors))
	}
	for count < n {
		add(w.pick(deeds))
		switch w.r.IntN(3) {
		case 0:
			add(w.pick(ofField[w.field]))
		case 1:
			add(w.pick(ofField[w.pick(fields)]))
		default:
			add(w.pick(things))
		}
		if count < n {
			add(w.pick(circumstances))
		}
	}
	return capitalised(strings.Join(out, " "))
}

var quarters = []string{"I", "II", "III", "IV"}

var sections = []string{"I. Mục đích, yêu cầu", "II. Mục tiêu, chỉ tiêu", "III. Nhiệm vụ, giải pháp", "IV. Kinh phí thực hiện", "V. Tổ chức thực hiện"}

var fields = []string{"cải cách hành chính", "chuyển đổi số", "phòng chống thiên tai", "xây dựng đô thị", "giáo dục", "y tế", "an sinh xã hội",
	"quản lý đất đai", "bảo vệ môi trường", "phòng cháy chữa cháy", "văn hóa thể thao", "an ninh trật tự"}

var bodies = []string{"Văn phòng", "Công an phường", "Trạm Y tế", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Ban Chỉ huy Quân sự"}
