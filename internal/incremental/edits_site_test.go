package incremental

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

	"planpress/internal/rating"
	"planpress/themes"
)

// registryEdits are changes to the files beside the documents.
func registryEdits() []edit {
	return []edit{
		{"settings", 10, func(w *world, r *rand.Rand) string {
			key := pick(r, "name", "description", "base_url", "lang", "time_zone", "publisher", "contact", "menu", "notices", "feed_limit", "page_size", "max_attachment_mb", "theme", "ratings")
			value := pick(r, settings()[key]...)
			w.write("content/site.yaml", setKey(w.read("content/site.yaml"), key, value))
			return fmt.Sprintf("%s: %q", key, value)
		}},
		{"bodies", 5, replaceIn("content/orgs.yaml",
			"short_name: UBND phường Hoa Giấy", "short_name: UBND P. Hoa Giấy",
			"name: Văn phòng HĐND và UBND phường Hoa Giấy", "name: Văn phòng phường",
			"  successors: [ubnd-phuong]\n", "", "to: 2025-06-30", "to: 2025-06-29", "parent: ubnd-phuong", "parent: ubnd-phuong-cu",
			"- id: van-phong", "- {id: moi, name: Trạm Y tế, kind: phong}\n- id: van-phong", "- id: van-phong", "- id: van-phong-moi")},
		{"documents elsewhere", 4, replaceIn("content/documents.yaml",
			"title: Luật Tổ chức", "title: Bộ luật Tổ chức", "number: 77/2015/QH13", "number: 78/2015/QH13",
			"  url: https://vanban.example/30-2020\n", "", "- id: nd-30-2020", "- id: nd-31-2020",
			"  issued: 2020-03-05\n", "  issued: 2020-03-05\n  expires: 2026-06-10\n",
			"  issued: 2020-03-05\n", "  issued: 2020-03-05\n  relations: {replaces: [plans/2025/ke-hoach-2025]}\n")},
		{"glossary", 4, replaceIn("content/glossary.yaml",
			"cải cách hành chính", "cải cách thủ tục", "- {abbr: UBND, meaning: Ủy ban nhân dân}\n", "",
			"- {abbr: HĐND", "- {abbr: VT, meaning: Văn thư}\n- {abbr: HĐND", "abbr: CCHC", "abbr: CC")},
		{"ratings", 4, func(w *world, r *rand.Rand) string {
			totals := rating.Totals{"plans/none/": {Count: 1, Sum: 1}}
			for _, url := range []string{"plans/2026/ke-hoach-2026/", "plans/2025/ke-hoach-2025/", "pages/ho-tro/"} {
				if n := r.Int64N(4); n > 0 {
					totals[url] = rating.Total{Count: n, Sum: n + r.Int64N(4*n+1)}
				}
			}
			data, err := totals.Bytes()
			if err != nil || r.IntN(12) == 0 {
				data = []byte("{")
			}
			w.write("content/ratings.json", data)
			return fmt.Sprint(totals)
		}},
		{"remove a registry", 1, func(w *world, r *rand.Rand) string {
			name := pick(r, "content/glossary.yaml", "content/documents.yaml", "content/orgs.yaml", "content/site.yaml", "content/ratings.json")
			w.remove(name)
			return name
		}},
	}
}

func settings() map[string][]string {
	return map[string][]string{
		"name": {"Cổng khác", "Cổng & “kế hoạch”"}, "description": {"Mô tả khác.", ""}, "base_url": {"https://khac.example/", "https://ke-hoach.example/thu-muc/", ""},
		"ratings": {"https://danh-gia.example/", "http://127.0.0.1:8090/", "https://a;b/", ""},
		"lang":    {"en", "vi"}, "time_zone": {"Asia/Tokyo", "UTC"}, "publisher": {"UBND phường", ""}, "contact": {"{phone: \"1900 1111\"}", ""},
		"menu":       {"[{label: Năm, to: years}]", "[{label: Kế hoạch, to: plans/2026/ke-hoach-2026}]", ""},
		"notices":    {"[{text: Nghỉ ngày mai., kind: info, from: 2026-06-14, until: 2026-06-16}]", "[{text: Bão., kind: warning, from: 2026-06-16, until: 2026-06-18, url: pages/ho-tro}]", ""},
		"feed_limit": {"1", "3", "50"}, "page_size": {"1", "3", "100"}, "max_attachment_mb": {"1", "20"}, "theme": {"plain", "default", "khong-co"},
	}
}

// replaceIn makes an edit that changes one text of a file into another: pairs
// of them.
func replaceIn(name string, pairs ...string) func(*world, *rand.Rand) string {
	return func(w *world, r *rand.Rand) string {
		i := 2 * r.IntN(len(pairs)/2)
		old, instead := pairs[i], pairs[i+1]
		if r.IntN(3) == 0 {
			old, instead = instead, old
		}
		if old == "" {
			return "not " + name
		}
		w.write(name, bytes.Replace(w.read(name), []byte(old), []byte(instead), 1))
		return fmt.Sprintf("%q to %q", old, instead)
	}
}

// themeEdits are changes to the site's own part of the theme.
func themeEdits() []edit {
	return []edit{
		{"style", 3, func(w *world, r *rand.Rand) string {
			name := pick(r, "95-phuong.css", "96-khac.css")
			w.write("themes/default/styles/"+name, fmt.Appendf(nil, "@layer components {\n  .footer { margin-block-start: %drem; }\n}\n", 1+r.IntN(9)))
			return name
		}},
		{"override", 5, func(w *world, r *rand.Rand) string {
			name := pick(r, "layouts/base.html", "layouts/list.html", "layouts/document.html", "components/footer/footer.html", "components/menu/menu.html", "scripts/boot.js", "sheets/tracker.css", "images/icon.svg")
			data, err := themes.FS.ReadFile("default/" + name)
			must(w.t, err)
			if strings.HasSuffix(name, ".html") {
				data = bytes.Replace(data, []byte("</"), fmt.Appendf(nil, "<span>%d</span></", r.IntN(9)), 1+r.IntN(2))
			}
			w.write("themes/default/"+name, data)
			return name
		}},
		{"remove an override", 3, func(w *world, r *rand.Rand) string {
			name := pick(r, w.names("themes/", "")...)
			if name != "" {
				w.remove(name)
			}
			return name
		}},
		{"messages", 4, func(w *world, r *rand.Rand) string {
			name, key := pick(r, "vi", "en"), pick(r, "skip", "contents", "print", "footer.asof", "khong.co")
			value := pick(r, "Lời khác", `"Lời {0}"`, "Lời 2", "")
			name = "themes/default/messages/" + name + ".yaml"
			w.write(name, setKey(w.read(name), key, value))
			return fmt.Sprintf("%s: %s: %q", name, key, value)
		}},
		{"theme behind a link", 3, linkTheme},
		{"theme.yaml", 1, func(w *world, r *rand.Rand) string {
			text := pick(r, "extends: default\n", "extends: plain\n", "from:\n  layouts/base.html: {version: 0.0.1, hash: 0123456789abcdef}\n")
			w.write("themes/default/theme.yaml", []byte(text))
			return text
		}},
		{"broken template", 1, func(w *world, r *rand.Rand) string {
			w.write("themes/default/components/footer/footer.html", []byte("<footer>{{.KhongCo}}"))
			return ""
		}},
	}
}

// linkTheme keeps the site's theme outside of themes/, and a symbolic link in
// its place.
func linkTheme(w *world, _ *rand.Rand) string {
	const name, kept = "themes/default", "giao-dien"
	if info, err := os.Lstat(w.path(name)); err != nil || !info.IsDir() {
		return "not " + name
	}
	w.rename(name, kept)
	must(w.t, os.Symlink("../"+kept, w.path(name)))
	return name
}

// optionEdits are changes of the command line, and of the day.
func optionEdits() []edit {
	return []edit{
		{"day", 8, func(w *world, r *rand.Rand) string {
			w.flags.asOf = pick(r, "2026-06-01", "2026-06-14", "2026-06-15", "2026-06-16", "2026-06-20", "2026-06-21", "2026-07-01", "2027-01-01", "2025-01-01")
			return w.flags.asOf
		}},
		{"--drafts", 2, func(w *world, r *rand.Rand) string { w.flags.drafts = !w.flags.drafts; return "" }},
		{"--portable", 2, func(w *world, r *rand.Rand) string { w.flags.portable = !w.flags.portable; return "" }},
		{"--minify-html", 2, func(w *world, r *rand.Rand) string { w.flags.minify = !w.flags.minify; return "" }},
		{"--atomic", 1, func(w *world, r *rand.Rand) string { w.flags.atomic = !w.flags.atomic; return "" }},
		{"--base-url", 2, func(w *world, r *rand.Rand) string {
			w.flags.baseURL = pick(r, "", "https://khac.example/", "https://khac.example/a/")
			return w.flags.baseURL
		}},
		{"check in between", 2, func(w *world, r *rand.Rand) string { run(w.site, w.cache, "check", "--as-of", w.flags.asOf); return "" }},
		{"--jobs", 1, func(w *world, r *rand.Rand) string { w.flags.jobs = pick(r, 1, 2, 16); return fmt.Sprint(w.flags.jobs) }},
	}
}
