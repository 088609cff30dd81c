package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Doc is one document of a generated site, before it is written for one
// program or another.
type Doc struct {
	Year    int
	Name    string // of its file, without the extension
	Title   string
	Number  string
	Body    int    // which of the bodies issued it
	Issued  string // 2021-03-09
	Summary string
	Fields  []string
	Targets []Target
	Tasks   []Task
	Files   []File // attachments, by name alone
	Text    string // the body, in Markdown
}

// Target is a value to reach.
type Target struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Unit  string `json:"unit"`
	Value string `json:"value"`
}

// Task is a task with its deadline. Serves is the id of a target.
type Task struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Deliverable string `json:"deliverable"`
	Deadline    string `json:"deadline"`
	Serves      string `json:"serves"`
	Lead        int    `json:"lead"` // a body
}

const (
	wards = 40
	years = 10
	first = 2016

	trackedEvery  = 10
	attachedEvery = 8
	longEvery     = 500
)

// Make makes the i-th document: a function of the seed and of i alone, so that
// documents can be made in any order and by many at once.
func Make(seed uint64, i int) Doc {
	subject := fields[i%len(fields)]
	w := writer{r: random(seed, i, 0), field: subject}
	ward, year, number := place(i)
	d := Doc{Year: year, Name: fmt.Sprintf("ke-hoach-%06d", i), Body: ward, Number: numbered(number), Issued: issued(seed, i)}
	d.Title = fmt.Sprintf("Kế hoạch %s trên địa bàn phường Ví Dụ %d năm %d (%d)", subject, ward, year, number)
	d.Summary = w.sentence(20)
	d.Fields = []string{subject}
	if other := fields[(i/7)%len(fields)]; other != subject {
		d.Fields = append(d.Fields, other)
	}
	if i%trackedEvery == trackedEvery-1 {
		w.follow(&d)
	}
	if i%attachedEvery == 3 {
		d.Files = w.attachments(d)
	}
	chapters := 1
	if i%longEvery == longEvery/2 {
		chapters = 28 // about 50 pages
	}
	w.text(seed, i, chapters)
	d.Text = w.String()
	return d
}

// place says which body issued the i-th document, in which year, and as its
// how manyeth of that year.
func place(i int) (ward, year, number int) {
	return i % wards, first + i/wards%years, i/(wards*years) + 1
}

func numbered(n int) string { return fmt.Sprintf("%02d/KH-UBND", n) }

func issued(seed uint64, i int) string {
	_, year, _ := place(i)
	r := random(seed, i, 1)
	return fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))
}

// random is a source of its own for each document and purpose.
func random(seed uint64, i, purpose int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, uint64(i)<<1|uint64(purpose)))
}

// WardID is the id of a body.
func WardID(n int) string { return fmt.Sprintf("ubnd-phuong-%d", n) }

// Ward is the name of a body.
func Ward(n int) string { return fmt.Sprintf("Ủy ban nhân dân phường Ví Dụ %d", n) }

// follow gives a document targets and 5 to 25 tasks.
func (w *writer) follow(d *Doc) {
	targets := 2 + w.r.IntN(4)
	for n := range targets {
		d.Targets = append(d.Targets, Target{fmt.Sprintf("ct-%02d", n+1), w.label(6), "%", fmt.Sprintf("≥ %d", 60+w.r.IntN(40))})
	}
	for n := range 5 + w.r.IntN(21) {
		d.Tasks = append(d.Tasks, Task{
			ID: fmt.Sprintf("nv-%02d", n+1), Name: w.label(8), Deliverable: w.label(3),
			Deadline: fmt.Sprintf("Quý %s/%d", quarters[w.r.IntN(4)], d.Year+1),
			Serves:   fmt.Sprintf("ct-%02d", 1+n%targets), Lead: (d.Body + n%3) % wards,
		})
	}
}

// attachments are a table, and for half of the documents a PDF too.
func (w *writer) attachments(d Doc) []File {
	var b strings.Builder
	b.WriteString("TT,Nội dung,Số lượng\n")
	for n := range 20 + w.r.IntN(60) {
		fmt.Fprintf(&b, "%d,%s,%d\n", n+1, w.label(5), w.r.IntN(1000))
	}
	files := []File{{"phu-luc.csv", []byte(b.String())}}
	if w.r.IntN(2) == 0 {
		files = append(files, File{"phu-luc.pdf", pdf(d.Number, 2_000+w.r.IntN(20_000))})
	}
	return files
}

// pdf is a whole file of one page and about the given size.
func pdf(text string, size int) []byte {
	var b strings.Builder
	var at []int
	b.WriteString("%PDF-1.4\n")
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	page := "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET\n" + strings.Repeat("% to the size of real files\n", size/28)
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>")
	object(fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", len(page), page))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return []byte(b.String())
}
