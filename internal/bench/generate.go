// Package bench makes sites of any size for measuring, from a seed: documents
// like the real plan, of about 900 words, with lists, a table, a footnote and
// citations of one another. The same seed gives the same bytes.
package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// File is one file of a generated site.
type File struct {
	Path string // from the site's folder
	Data []byte
}

// Site makes a site of n documents.
func Site(seed uint64, n int) []File {
	files := []File{
		{"content/site.yaml", []byte("name: Cổng kế hoạch thử nghiệm\nbase_url: https://bench.example/\nlang: vi\npublisher: Ban thử nghiệm\ncontact: {email: ban@bench.example}\n")},
		{"content/orgs.yaml", orgs()},
		{"content/documents.yaml", []byte("- id: 10-ctr-tu-2020\n  type: chuong-trinh\n  number: 10-CTr/TU\n  issuer: Thị ủy Ví Dụ\n  issued: 2020-12-14\n  title: Đẩy mạnh cải cách hành chính\n")},
	}
	for i := range n {
		files = append(files, Document(seed, i))
	}
	return files
}

const (
	wards = 20
	years = 5
	first = 2021
)

func orgs() []byte {
	var b strings.Builder
	for i := range wards {
		fmt.Fprintf(&b, "- id: ubnd-phuong-%d\n  name: Ủy ban nhân dân phường Ví Dụ %d\n  kind: ubnd\n  level: xa\n  place: Ví Dụ %d\n  fictional: true\n", i, i, i)
	}
	return []byte(b.String())
}

// Document makes the i-th document of a site.
func Document(seed uint64, i int) File {
	w := writer{r: rand.New(rand.NewPCG(seed, uint64(i)))}
	ward, year, number := i%wards, first+i/wards%years, i/(wards*years)+1
	fmt.Fprintf(&w, "---\ntitle: Kế hoạch %s trên địa bàn phường Ví Dụ %d năm %d (%d)\n", w.pick(fields), ward, year, number)
	fmt.Fprintf(&w, "type: ke-hoach\nnumber: \"%02d/KH-UBND\"\nissuer: ubnd-phuong-%d\nissued: %d-%02d-%02d\n", number, ward, year, 1+w.r.IntN(12), 1+w.r.IntN(28))
	fmt.Fprintf(&w, "period: {from: %d, to: %d}\nsummary: %s\nfields: [%s, %s]\n", year, year+1, w.sentence(20), fields[i%len(fields)], fields[(i/7)%len(fields)])
	w.WriteString("legal_basis: [10-ctr-tu-2020]\npublication: published\nsigner: {name: Nguyễn Văn A, position: Chủ tịch, authority: TM}\n---\n\n")
	w.body(i)
	return File{fmt.Sprintf("content/plans/%d/ke-hoach-%06d.md", year, i), []byte(w.String())}
}

type writer struct {
	strings.Builder
	r *rand.Rand
}

func (w *writer) body(i int) {
	for n, heading := range sections {
		fmt.Fprintf(w, "## %s\n\n", heading)
		w.paragraph(45)
		switch n {
		case 1:
			w.list("1.", "2.", "3.", "4.")
		case 2:
			w.table(10)
			fmt.Fprintf(w, "Số liệu tính đến cuối năm.[^1]\n\n[^1]: %s\n\n", w.sentence(15))
		case 3:
			w.list("-", "-", "-")
		case 4:
			w.list("a)", "b)", "c)", "d)", "đ)")
		}
		w.paragraph(30)
	}
	if i > 0 {
		fmt.Fprintf(w, "Xem thêm Kế hoạch số %02d/KH-UBND ngày 03/01/%d và [trang chủ](/).\n", 1+w.r.IntN(90), first)
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
		fmt.Fprintf(w, "| %d | %s | %s | %s | Quý %s |\n", n+1, w.sentence(6), w.pick(bodies), w.sentence(3), []string{"I", "II", "III", "IV"}[w.r.IntN(4)])
	}
	w.WriteByte('\n')
}

func (w *writer) pick(from []string) string { return from[w.r.IntN(len(from))] }

// sentence has the given number of syllables, more or less.
func (w *writer) sentence(n int) string {
	var out []string
	for count := 0; count < n; {
		phrase := w.pick(phrases)
		count += strings.Count(phrase, " ") + 1
		out = append(out, phrase)
	}
	s := strings.Join(out, " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

var sections = []string{"I. Mục đích, yêu cầu", "II. Mục tiêu, chỉ tiêu", "III. Nhiệm vụ, giải pháp", "IV. Kinh phí thực hiện", "V. Tổ chức thực hiện"}

var fields = []string{"cải cách hành chính", "chuyển đổi số", "phòng chống thiên tai", "xây dựng đô thị", "giáo dục", "y tế", "an sinh xã hội"}

var bodies = []string{"Văn phòng", "Công an phường", "Trạm Y tế", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Ban Chỉ huy Quân sự"}

// phrases begin with an ASCII letter, so that a sentence can be capitalised.
var phrases = []string{"tiếp tục nâng cao hiệu lực", "hiệu quả quản lý nhà nước", "cải cách thủ tục hành chính", "trên địa bàn phường",
	"kiểm tra việc thực hiện nhiệm vụ", "theo quy định của pháp luật", "phục vụ người dân và doanh nghiệp", "giai đoạn 2021-2025",
	"trách nhiệm của cán bộ", "công chức", "tổ chức triển khai", "bảo đảm đúng tiến độ", "chất lượng dịch vụ công trực tuyến",
	"rà soát và công khai", "kết quả xếp hạng hằng năm", "nguồn lực được giao", "phối hợp với các tổ chức đoàn thể", "tăng cường kỷ luật",
	"xây dựng nền hành chính dân chủ", "minh bạch và hiện đại", "số hóa hồ sơ", "giải quyết kiến nghị của người dân", "báo cáo định kỳ"}
