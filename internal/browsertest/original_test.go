package browsertest

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The README's picture is made by
//
//	go test ./internal/browsertest -run TestShowsAllOfTheOriginal -screenshot FILE
var screenshot = flag.String("screenshot", "", "file to write a picture of the real plan's page to")

// The page of the real plan shows all that the page it was taken from shows,
// and no heading for attachments, since there are none.
func TestShowsAllOfTheOriginal(t *testing.T) {
	b, s := open(t), serve(t)
	b.visit(s.url + pages["seed"])
	text := strings.ReplaceAll(eval[string](b, `document.body.innerText`), "\u00a0", " ")
	for _, want := range []string{
		"Kế hoạch cải cách hành chính trên địa bàn phường Tam Quan năm 2023", "01/KH-UBND", "03/01/2023",
		"Ủy ban nhân dân phường Tam Quan", "A−", "A+", "Giảm tương phản", "Tăng tương phản", "10-CTr/TU", "02/CTr-ĐU",
		"nâng cao chỉ số hài lòng của người dân và doanh nghiệp./.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
	if strings.Contains(text, "Tập tin đính kèm") {
		t.Error("a document without attachments shows a heading for them")
	}
	if *screenshot == "" {
		return
	}
	b.size(1200, 860)
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*screenshot, png, 0o644); err != nil {
		t.Fatal(err)
	}
}
