package audit

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkPage audits a page of 30 KB as a plan of 900 words makes it.
func BenchmarkPage(b *testing.B) {
	var s strings.Builder
	for i := range 20 {
		fmt.Fprintf(&s, `<h2 id="muc-%d">Mục %d</h2>`, i, i)
		for range 4 {
			s.WriteString(`<p class="x">Đẩy mạnh cải cách thủ tục hành chính, nâng cao chất lượng giải quyết thủ tục cho người dân và tổ chức; công khai, minh bạch tiến độ giải quyết hồ sơ. <a href="../../../documents/" class="y">Tất cả</a></p>`)
		}
		fmt.Fprintf(&s, `<p><a href="#muc-%d">lên</a></p><table><tr><th scope="col">TT</th><td>1</td><td>2</td></tr></table>`, i)
	}
	page := []byte(sound(s.String()))
	a := New(Options{})
	a.AddFile("documents/index.html")
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if f := a.Page("plans/2023/x/index.html", page); f != nil {
			b.Fatal(said(f))
		}
	}
}
