package render

import (
	"html/template"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/view"
)

// examples are views of every layout, by the path of the page that shows them.
// They use every field, and the longest values that occur.
func examples() []example {
	withdrawn := document("../../../")
	withdrawn.Document.State, withdrawn.Document.StateReason = "withdrawn", "Ban hành nhầm số; thay bằng văn bản số 15/KH-UBND."
	withdrawn.Document.StateDate = plan.Date{Year: 2024, Month: 5, Day: 6}
	withdrawn.Document.Body, withdrawn.Document.Contents, withdrawn.Document.Attachments = "", nil, nil
	bare := page("../../../", "Thông báo")
	bare.Document = &view.Document{Title: "Thông báo", State: "published", Body: "<p>Nội dung.</p>"}
	return []example{
		{"plans/2023/ke-hoach/index.html", "document", document("../../../")},
		{"plans/2023/da-rut/index.html", "document", withdrawn},
		{"plans/2023/thong-bao/index.html", "document", bare},
		{"pages/gioi-thieu/index.html", "page", other()},
		{"index.html", "home", home()},
		{"documents/index.html", "list", list()},
		{"years/index.html", "index", index()},
		{"404.html", "notfound", notFound()},
		{"plans/cu/index.html", "redirect", redirect()},
		{"sitemap/index.html", "sitemap", sitemapPage()},
		{"plans/2026/ke-hoach/index.html", "document", trackedDocument("../../../")},
		{"issuers/ubnd/index.html", "list", bodyPage("../../")},
		{"progress/index.html", "progress", progressPage("../", "overview")},
		{"progress/late/index.html", "progress", progressPage("../../", "late")},
	}
}

type example struct {
	path, layout string
	page         *view.Page
}

func page(root, title string) *view.Page {
	return &view.Page{
		Lang: "vi", Title: title, Description: "Tóm tắt của trang.", Root: root,
		Canonical: "https://ke-hoach.example/plans/2023/ke-hoach/", Feed: root + "feed.xml",
		Site: view.Site{
			Name: "Kế hoạch phường Tam Quan", Lang: "vi", Publisher: "Ủy ban nhân dân phường Tam Quan",
			Address: "Số 1, đường 3 tháng 2", Email: "ubnd@tamquan.example", Phone: "0256 3123 456", Home: root,
			Menu: []view.Link{{Text: "Tất cả văn bản", URL: root + "documents/"}, {Text: "Theo năm", URL: root + "years/", Current: true},
				{Text: "Giới thiệu", URL: root + "pages/gioi-thieu/"}},
			Generator: "planpress", AsOf: plan.Date{Year: 2026, Month: 1, Day: 2},
		},
		Crumbs:     []view.Link{{Text: "Trang chủ", URL: root}, {Text: "Tất cả văn bản", URL: root + "documents/"}},
		Alternates: []view.Alternate{{Lang: "en", Title: "Plan on administrative reform", URL: root + "plans/2023/thong-bao/"}},
	}
}

func document(root string) *view.Page {
	p := page(root, "Kế hoạch cải cách hành chính nhà nước phường Tam Quan năm 2023")
	date := plan.Date{Year: 2023, Month: 1, Day: 3}
	ref := view.Reference{Title: "Chương trình hành động số 10-CTr/TU ngày 14/12/2020 của Thị ủy Hoài Nhơn", Subject: "Về cải cách hành chính", URL: "https://hoainhon.example/10", External: true}
	p.Document = &view.Document{
		Title: p.Title, Type: "Kế hoạch", Number: "01/KH-UBND", Issued: date, Place: "Tam Quan",
		Issuer: view.Issuer{Name: "Ủy ban nhân dân phường Tam Quan", URL: root + "documents/", Parent: "Thị xã Hoài Nhơn",
			Until: plan.Date{Year: 2025, Month: 6, Day: 30}, Successors: []view.Link{{Text: "UBND phường Tam Quan (mới)", URL: root + "documents/"}}},
		Signer:    plan.Signer{Name: "Nguyễn Văn A", Position: "Chủ tịch", Authority: "TM"},
		Effective: date, Expires: plan.Date{Year: 2023, Month: 12, Day: 31},
		Period:  plan.Period{From: plan.Date{Year: 2023}, To: plan.Date{Year: 2023}},
		Summary: "Nhiệm vụ cải cách hành chính của phường trong năm 2023 và cơ quan thực hiện từng nhiệm vụ.",
		Fields:  []view.Link{{Text: "Cải cách hành chính", URL: root + "documents/"}, {Text: "Chuyển đổi số", URL: root + "documents/"}},
		State:   "published", Body: body(), Contents: []view.Heading{
			{Text: "I. Mục tiêu", URL: "#muc-tieu", Children: []view.Heading{{Text: "1. Mục tiêu chung", URL: "#muc-tieu-chung"}}},
			{Text: "II. Nhiệm vụ", URL: "#nhiem-vu"}, {Text: "III. Tổ chức thực hiện", URL: "#to-chuc"}},
		Basis: []view.Reference{ref}, Relations: []view.Relations{{Kind: "relation.implements", Items: []view.Reference{ref}},
			{Kind: "relation.replaces.inverse", Items: []view.Reference{{Title: "Kế hoạch số 02/KH-UBND", URL: root + "plans/2023/thong-bao/"}}}},
		Attachments: []view.Attachment{{Title: "Phụ lục I: Nhiệm vụ & tiến độ", Name: "phu-luc-i.pdf", URL: root + "plans/2023/ke-hoach/phu-luc-i.pdf",
			Kind: "attachment.annex", Format: "PDF", Size: 2_411_724, SHA256: strings.Repeat("0123456789abcdef", 4), Pages: 12, Lang: "vi"}},
		Recipients: []string{"Thường trực HĐND phường", "Lưu: VT"},
		History: &view.History{Major: []view.Change{{Date: date, Kind: "history.correction", Note: "Sửa số liệu.", Document: &ref}},
			Minor: []view.Change{{Date: date, Kind: "history.editorial", Note: "Sửa lỗi chính tả."}}},
		Contact: "Bộ phận một cửa", SourceURL: "https://tamquan.example/01",
		Prev: &view.Link{Text: "Kế hoạch trước", URL: root + "plans/2023/thong-bao/"}, Next: &view.Link{Text: "Kế hoạch sau", URL: root + "plans/2023/da-rut/"},
		Words: 900,
	}
	return p
}

// body is as long as that of a real plan of 900 words with its tables.
func body() template.HTML {
	var b strings.Builder
	for _, part := range []struct{ id, title string }{{"muc-tieu", "I. Mục tiêu"}, {"muc-tieu-chung", "Mục tiêu chung"}, {"nhiem-vu", "II. Nhiệm vụ"}, {"to-chuc", "III. Tổ chức thực hiện"}} {
		b.WriteString(`<h2 id="` + part.id + `">` + part.title + "</h2>\n")
		for range 8 {
			b.WriteString("<p>Đẩy mạnh cải cách thủ tục hành chính, nâng cao chất lượng giải quyết thủ tục cho người dân và tổ chức; công khai, minh bạch " +
				"tiến độ giải quyết hồ sơ theo quy định tại <a href=\"https://vanban.chinhphu.example/30\" class=\"external\" rel=\"noopener noreferrer\">Nghị định số 30/2020/NĐ-CP" +
				"<span class=\"visually-hidden\"> (liên kết ngoài)</span></a>. Ủy ban nhân dân phường chủ trì, phối hợp với các đơn vị liên quan thực hiện trước ngày 30/6/2023.</p>\n")
		}
		b.WriteString("<ol>\n<li>Rà soát, cập nhật danh mục thủ tục.</li>\n<li value=\"4\">Niêm yết công khai.</li>\n</ol>\n")
		b.WriteString(`<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng"><table><thead><tr><th scope="col">TT</th><th scope="col">Nhiệm vụ</th></tr></thead><tbody>` +
			strings.Repeat("<tr><td>1</td><td>Rà soát quy trình nội bộ, quy trình điện tử giải quyết thủ tục hành chính</td></tr>", 12) + "</tbody></table></div>\n")
	}
	return template.HTML(b.String())
}

func other() *view.Page {
	p := page("../../", "Giới thiệu")
	p.Other = &view.Other{Title: p.Title, Body: `<h2 id="trang-nay">Trang này</h2><p>Đăng các kế hoạch của phường.</p>`,
		Contents: []view.Heading{{Text: "Trang này", URL: "#trang-nay"}}, Updated: plan.Date{Year: 2026, Month: 1, Day: 2}}
	return p
}

func home() *view.Page {
	p := page("./", "Kế hoạch phường Tam Quan")
	p.Crumbs = nil
	p.Home = &view.Home{Description: "Kế hoạch và chương trình công tác.", Total: 12, Newest: entries("./"), All: "./documents/",
		Groups: []view.Group{{Key: "group.years", URL: "./years/", Lists: counts("./")}, {Key: "group.fields", URL: "./years/", Lists: counts("./")},
			{Key: "group.issuers", URL: "./years/", Lists: counts("./")}}}
	return p
}

func list() *view.Page {
	p := page("../", "Tất cả văn bản")
	p.List = &view.List{Title: p.Title, Total: 1234, First: 1, Entries: entries("../"), Pager: view.Pager{Page: 1, Pages: 9, Next: "../years/",
		Numbers: []view.Link{{Text: "1", URL: "../documents/", Current: true}, {Text: "2", URL: "../years/"}, {}, {Text: "9", URL: "../years/"}}}}
	return p
}

func index() *view.Page {
	p := page("../", "Theo năm")
	p.Index = &view.Index{Title: p.Title, Lists: counts("../")}
	return p
}

func notFound() *view.Page {
	p := page("/", "Không tìm thấy trang")
	p.Canonical, p.NoIndex, p.Crumbs = "", true, nil
	p.NotFound = &view.NotFound{All: "/documents/"}
	return p
}

func redirect() *view.Page {
	p := page("../../", "Kế hoạch cải cách hành chính")
	p.NoIndex = true
	p.Redirect = &view.Redirect{To: "../../plans/2023/ke-hoach/"}
	return p
}

func sitemapPage() *view.Page {
	p := page("../", "Sơ đồ trang")
	p.Map = &view.Map{Title: p.Title, Groups: []view.MapGroup{
		{Title: "Các trang thông tin", Total: 1, Links: []view.Link{{Text: "Giới thiệu", URL: "../pages/gioi-thieu/"}}},
		{Title: "Văn bản năm 2023", URL: "../years/", More: "../years/", Total: 1234, Links: []view.Link{{Text: "Kế hoạch cải cách hành chính", URL: "../plans/2023/ke-hoach/"}}}}}
	return p
}

func entries(root string) []view.Entry {
	e := view.Entry{Title: "Kế hoạch cải cách hành chính nhà nước phường Tam Quan năm 2023", URL: root + "plans/2023/ke-hoach/", Type: "Kế hoạch", Number: "01/KH-UBND",
		Issued: plan.Date{Year: 2023, Month: 1, Day: 3}, Issuer: "Ủy ban nhân dân phường Tam Quan", Summary: "Nhiệm vụ trong năm.", State: "published"}
	draft := e
	draft.State, draft.Number, draft.Summary = "draft", "", ""
	return []view.Entry{e, draft, e}
}

func counts(root string) []view.Count {
	return []view.Count{{Text: "2023", URL: root + "documents/", N: 1234}, {Text: "2022", URL: root + "documents/", N: 1}}
}
