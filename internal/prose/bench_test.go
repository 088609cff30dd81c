package prose

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/source"
)

// benchPlan is a text like the real plans: about 900 words with headings,
// clauses, points, links, a note and a table of tasks.
func benchPlan() []byte {
	var b strings.Builder
	long := "Tiếp tục đẩy mạnh công tác cải cách hành chính, nâng cao hiệu lực, hiệu quả quản lý, trọng tâm là cải cách thủ tục hành chính, " +
		"góp phần xây dựng một nền hành chính dân chủ, minh bạch, hiện đại, chuyên nghiệp, phục vụ cho mục tiêu phát triển kinh tế - xã hội " +
		"theo Chương trình hành động số 10-CTr/TU ngày 14/12/2020 của Đại hội đại biểu Đảng bộ thị xã lần thứ XX."
	for _, part := range []string{"MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ, GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN"} {
		b.WriteString("## I. " + part + "\n\n" + long + "\n\n")
		b.WriteString("1. **Mục đích:** " + long + "\n\n   a) Công chức phụ trách xem [kế hoạch năm trước](../2022/ke-hoach.md);\n\n   b) Báo cáo trước ngày 15 tháng 12 hằng năm.\n\n")
		b.WriteString("2. *Yêu cầu:* bảo đảm **100 %** hồ sơ đúng hạn tại https://dichvucong.gov.vn/ho-so.\n\n")
	}
	b.WriteString("| STT | Tên nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |\n|---|---|---|---|\n")
	for range 12 {
		b.WriteString("| 1 | Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền | Văn phòng - Thống kê | Quý II/2023 |\n")
	}
	b.WriteString("\n- Nơi nhận: thường trực Đảng ủy;\n- Lưu: VT, CCHC.\n\nÝ kiến góp ý[^1] xin gửi về phường./.\n\n[^1]: Trong giờ hành chính.\n")
	return []byte(b.String())
}

func BenchmarkConvert(b *testing.B) {
	text := benchPlan()
	c := New(WordsIn(diag.VI)).Explaining(testTerms, diag.VI, diag.VI)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if r := c.Convert(source.New("x.md", text), 0); len(r.Body.HTML) == 0 {
			b.Fatal("no HTML")
		}
	}
}

// BenchmarkRecognising says how much longer a conversion takes because it
// recognises citations: each text is converted with and without, in turn, and
// the medians of both are compared, so that whatever else the machine does at
// times is added to neither.
func BenchmarkRecognising(b *testing.B) {
	for _, c := range []struct {
		name  string
		texts [][]byte
	}{{"Dense", [][]byte{benchPlan()}}, {"Site", sitePlans(b)}} {
		b.Run(c.name, func(b *testing.B) {
			with := New(WordsIn(diag.VI)).Explaining(testTerms, diag.VI, diag.VI)
			without := New(WordsIn(diag.VI)).Explaining(testTerms, diag.VI, diag.VI)
			without.find = func(dst []citation.Span, _ []byte) []citation.Span { return dst }
			var took [2][]time.Duration
			cites := 0
			for b.Loop() {
				for i, converter := range []*Converter{without, with} {
					begin := time.Now()
					for _, text := range c.texts {
						cites += len(converter.Convert(source.New("x.md", text), 0).Cites)
					}
					took[i] = append(took[i], time.Since(begin))
				}
			}
			less, more := median(took[0]), median(took[1])
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(less, "ns-without")
			b.ReportMetric(more, "ns-with")
			b.ReportMetric(100*(more/less-1), "%-added")
			b.ReportMetric(float64(cites)/float64(b.N), "citations")
		})
	}
}

func median(of []time.Duration) float64 {
	slices.Sort(of)
	return float64(of[len(of)/2])
}

// sitePlans are the texts of the site's own plans.
func sitePlans(b *testing.B) (texts [][]byte) {
	files, err := filepath.Glob("../../content/plans/*/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no plans", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		if _, body, ok := bytes.Cut(text, []byte("\n---\n")); ok {
			texts = append(texts, body)
		}
	}
	return texts
}

// BenchmarkGoldmark is what goldmark alone needs for the same text.
func BenchmarkGoldmark(b *testing.B) {
	text := benchPlan()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := md.Convert(text, &out); err != nil {
			b.Fatal(err)
		}
	}
}
