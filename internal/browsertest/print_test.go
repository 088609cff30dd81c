package browsertest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// officialParts are what stands on a plan of the Tam Quan ward on paper, in
// this order. Source: Decree 30/2020/NĐ-CP, Appendix I.
var officialParts = []string{
	"ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "01/KH-UBND", "ngày 03 tháng 01 năm 2023",
	"KẾ HOẠCH", "cải cách hành chính", "10-CTr/TU", "nâng cao chỉ số hài lòng của người dân và doanh nghiệp./.",
}

// paper prints the page of the real plan to PDF: A4, the parts of an official
// document in their order, no controls, no number on the first page and "2"
// on the second.
func paper(b tab, s *site, path string) []string {
	pdf, pages := b.print(s.url + path)
	out := a4(pdf)
	if len(pages) < 2 {
		return append(out, fmt.Sprintf("the plan is on %d page", len(pages)))
	}
	for i, want := range []string{"", "2"} {
		if top := topNumber(pages[i]); top != want {
			out = append(out, fmt.Sprintf("page %d has the number %q on top, not %q", i+1, top, want))
		}
	}
	return append(out, parts(strings.Join(pages, "\n"))...)
}

// print gives a page as PDF, and the text of each sheet.
func (b tab) print(url string) (pdf []byte, sheets []string) {
	b.t.Helper()
	b.visit(url)
	yes := true
	got, err := chromedp.Call(b.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes, PrintBackground: &yes})
	if err != nil {
		b.t.Fatal(err)
	}
	file := filepath.Join(b.t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, got.Data, 0o644); err != nil {
		b.t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		b.t.Fatal(err)
	}
	return got.Data, strings.Split(strings.TrimRight(string(text), "\f\n"), "\f")
}

var mediaBox = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)

func a4(pdf []byte) []string {
	box := mediaBox.FindSubmatch(pdf)
	if box == nil {
		return []string{"the PDF does not say how large its pages are"}
	}
	var w, h float64
	fmt.Sscan(string(box[1])+" "+string(box[2]), &w, &h)
	if w < 594 || w > 597 || h < 840 || h > 843 {
		return []string{fmt.Sprintf("the paper is %v by %v points, not A4", w, h)}
	}
	return nil
}

// topNumber is the first line of a page where it is a number alone.
func topNumber(page string) string {
	first, _, _ := strings.Cut(strings.TrimLeft(page, "\n"), "\n")
	if regexp.MustCompile(`^\s*\d+\s*$`).MatchString(first) {
		return strings.TrimSpace(first)
	}
	return ""
}

func parts(text string) []string {
	var out []string
	plain := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " "))
	at := 0
	for _, part := range officialParts {
		i := strings.Index(plain[at:], strings.ToLower(part))
		switch {
		case i >= 0:
			at += i
		case i < 0 && strings.Contains(plain, strings.ToLower(part)):
			out = append(out, "not in its place on paper: "+part)
		case i < 0:
			out = append(out, "not on paper: "+part)
		}
	}
	for _, not := range []string{"Tăng tương phản", "Đến nội dung chính", "Sao chép"} {
		if strings.Contains(plain, strings.ToLower(not)) {
			out = append(out, "stands on paper: "+not)
		}
	}
	return out
}

func TestPrint(t *testing.T) {
	needsPDFText(t)
	holds(t, paper, map[string]string{"seed": pages["seed"]})
}

// A list whose numbers are cut off at the edge of the paper says something else.
func TestPrintKeepsNumbers(t *testing.T) {
	needsPDFText(t)
	b, s := open(t), serve(t)
	_, sheets := b.print(s.url + pages["plan with tables"])
	text := strings.ReplaceAll(strings.Join(sheets, "\n"), "\u00a0", " ")
	for _, want := range []string{`đ\)\s+Nhiệm vụ chậm`, `1\.\s+98,5 %`, `3\.\s+mức độ hài lòng`} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("not on paper: %s", want)
		}
	}
}

func needsPDFText(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no pdftotext found (package poppler-utils), and CI needs it")
		}
		t.Skip("no pdftotext found (package poppler-utils): skipped what is on paper")
	}
}
