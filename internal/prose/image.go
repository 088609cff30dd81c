package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"planpress/internal/diag"
	"planpress/internal/plan"
)

var ruleAlt = &diag.Rule{
	Code: "P142", Name: "image-alt", Severity: diag.Error,
	Title: diag.Text{
		VI: "Hình không có mô tả",
		EN: "An image has no description",
	},
	Why: diag.Text{
		VI: "Người không nhìn thấy hình chỉ biết nó qua mô tả. Viết giữa ![ và ] điều mà hình cho biết, không cần chữ “hình ảnh”.",
		EN: "People who do not see the image know it by its description. Write between ![ and ] what the image tells, without the word “image”.",
	},
	Source: "WCAG 2.2, 1.1.1",
	Bad:    "![](bieu-do.png)", Good: "![Tỷ lệ hồ sơ đúng hạn tăng từ 91 % lên 98 %](bieu-do.png)",
}

var ruleImageElsewhere = &diag.Rule{
	Code: "P143", Name: "image-elsewhere", Severity: diag.Error,
	Title: diag.Text{
		VI: "Hình nằm ở máy chủ khác",
		EN: "An image lies on another host",
	},
	Why: diag.Text{
		VI: "Mỗi lần mở trang, máy chủ kia sẽ biết ai đang đọc, và hình có thể mất hay bị thay. Tải hình về thư mục của văn bản rồi dùng tên tệp.",
		EN: "That host would learn who reads the page, and the image can vanish or be exchanged. Put the image into the document's folder and use its file name.",
	},
	Bad: "![Trụ sở](https://vi.du/tru-so.jpg)", Good: "![Trụ sở](tru-so.jpg)",
}

// image writes an image that belongs to the site. Its tag ends with a hole in
// src, filled with the address and the size: see plan.Hole.
func (w *writer) image(n *ast.Image) {
	alt := strings.Join(strings.Fields(w.plainText(n)), " ")
	dest := string(appendDecoded(nil, n.Destination))
	a, bad := readAddress(dest)
	if alt == "" {
		w.find(ruleAlt, n.Pos(),
			diag.T("hình “%s” không có mô tả", "the image “%s” has no description", excerpt(dest)),
			diag.T("viết điều hình cho biết giữa ![ và ]", "write what the image tells between ![ and ]"))
	}
	switch {
	case bad == (diag.Text{}) && a.external:
		w.find(ruleImageElsewhere, n.Pos(),
			diag.T("hình “%s” nằm ở máy chủ khác", "the image “%s” lies on another host", excerpt(dest)),
			diag.T("tải hình về thư mục của văn bản rồi dùng tên tệp", "put the image into the document's folder and use its file name"))
	case bad == (diag.Text{}) && a.dest == "":
		bad = diag.T("địa chỉ không phải là một tệp hình", "the address is not that of an image file")
	}
	if bad != (diag.Text{}) {
		w.refuse(n.Pos(), dest, bad)
	}
	if bad != (diag.Text{}) || a.dest == "" {
		w.prose([]byte(alt))
		return
	}
	w.raw(`<img loading="lazy" decoding="async" alt="`)
	w.plain(alt)
	if title := string(appendDecoded(nil, n.Title)); title != "" && loneImage(n.Parent()) == nil {
		w.raw(`" title="`)
		w.plain(title)
	}
	w.raw(`" src="`)
	w.hole(plan.Link{Image: true, Dest: a.dest, Frag: a.frag, Pos: w.at(n.Pos())})
	w.raw(`">`)
}

// loneImage gives the image of a paragraph that consists of one with a title.
func loneImage(n ast.Node) *ast.Image {
	if n.ChildCount() != 1 || n.Kind() != ast.KindParagraph {
		return nil
	}
	img, ok := n.FirstChild().(*ast.Image)
	if !ok || len(img.Title) == 0 {
		return nil
	}
	return img
}

// figure writes an image that stands alone, with its title as its caption.
func (w *writer) figure(n *ast.Image) {
	w.raw("<figure>\n")
	w.pointLabel()
	w.image(n)
	w.raw("\n<figcaption>")
	w.text(n.Title)
	w.raw("</figcaption>\n</figure>\n")
	w.counter.end()
}
