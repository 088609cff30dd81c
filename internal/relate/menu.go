package relate

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// maxMenu bounds the menu that a site has without saying so: it stands on
// every page, and one of thousands of entries helps nobody.
const maxMenu = 20

var (
	ruleMenuUnknown = &diag.Rule{Code: "P213", Name: "menu-unknown", Severity: diag.Error,
		Title: diag.T("Trình đơn hay thông báo dẫn tới trang không có", "The menu or a notice names a page that is not there"),
		Why: diag.T("Mỗi mục của menu và notices trong content/site.yaml chỉ tới một tệp, tính từ thư mục content và không có “.md”, hoặc một danh sách: documents, years, fields, issuers, types, status, years/2023, progress, hoặc sitemap.",
			"An item of menu or notices in content/site.yaml names a file, from the folder content and without \".md\", or a list: documents, years, fields, issuers, types, status, years/2023, progress, or sitemap.")}
	ruleMenuLong = &diag.Rule{Code: "P221", Name: "menu-long", Severity: diag.Note,
		Title: diag.T("Trình đơn không chứa hết các trang", "The menu does not hold all pages"),
		Why: diag.T("Không có menu trong content/site.yaml thì các trang của content/pages làm thành trình đơn, xếp theo weight; quá nhiều thì chỉ những trang đầu có mặt. Hãy viết menu, và dẫn tới các trang kia từ đó.",
			"Without a menu in content/site.yaml the pages of content/pages make it, by weight; of very many only the first are in it. Write a menu, and link to the other pages from there.")}
)

// menu resolves the menu of site.yaml. Without one, the pages make it.
func (r *relater) menu() {
	items := r.in.Registry.Settings.Menu
	for _, item := range items {
		if url, ok := r.siteTarget(item.To, "menu"); ok {
			r.site.Menu = append(r.site.Menu, MenuItem{item.Label, url})
		}
	}
	if len(items) > 0 {
		return
	}
	for i, e := range r.site.Pages {
		if i == maxMenu {
			r.report(ruleMenuLong.At(source.Pos{File: contentDir + "site.yaml"}, diag.T(
				"chỉ %[1]d trong %[2]d trang có trong trình đơn", "only %[1]d of %[2]d pages are in the menu", maxMenu, len(r.site.Pages))).WithHint(diag.T(
				"viết menu trong content/site.yaml", "write a menu in content/site.yaml")))
			return
		}
		r.site.Menu = append(r.site.Menu, MenuItem{e.Document.Title, e.URL})
	}
}

// siteTarget finds the address of a page or list that a key of site.yaml names.
func (r *relater) siteTarget(to plan.Ref, key string) (url string, ok bool) {
	target := strings.Trim(to.Target, "/")
	if r.generated[target+"/"] {
		return target + "/", true
	}
	name := contentDir + strings.TrimSuffix(target, ".md") + ".md"
	if e := r.at(name); e != nil {
		if e.shown {
			return e.URL, true
		}
		r.report(heldBack(to, e))
		return "", false
	}
	r.report(ruleMenuUnknown.At(to.Pos, diag.T("%[1]s dẫn tới %[2]q, không có trang đó", "%[1]s names %[2]q, and there is no such page", key, target)).WithHint(
		r.didYouMean(target, r.refs, diag.T("viết đường dẫn của một trang, ví dụ pages/gioi-thieu", "write the path of a page, for example pages/gioi-thieu"))))
	return "", false
}
