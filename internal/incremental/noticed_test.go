package incremental

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestEveryChangeIsNoticed changes one file after two builds that changed
// nothing, when a build is surest that nothing has changed: each file of the
// site, and files behind links.
func TestEveryChangeIsNoticed(t *testing.T) {
	w := newWorld(t, t.TempDir(), firstSite(t))
	const behind = "content/plans/2024/cong-van/cong-van-06.md"
	w.rename(behind, "chung/cong-van.md")
	must(t, os.Symlink("../../../../chung/cong-van.md", w.path(behind)))
	w.rename("themes/default", "giao-dien")
	must(t, os.Symlink("../giao-dien", w.path("themes/default")))
	build := func() {
		time.Sleep(tick)
		if err := w.build(); err != nil || w.wrong {
			t.Fatalf("%v (refused: %t)", err, w.wrong)
		}
	}
	build()
	for name, c := range map[string][2]string{
		"content/site.yaml":                             {"Ban Biên tập", "Ban biên tập"},
		"content/orgs.yaml":                             {"Văn phòng HĐND", "Văn Phòng HĐND"},
		"content/documents.yaml":                        {"Luật Tổ chức", "Luật tổ chức"},
		"content/glossary.yaml":                         {"cải cách", "Cải cách"},
		"content/pages/gioi-thieu.md":                   {"đăng gì", "Đăng gì"},
		"content/plans/2026/ke-hoach-2026/nhiem-vu.csv": {"Tập huấn", "tập huấn"},
		"content/plans/2025/bao-cao-2025/so-lieu.csv":   {"80", "81"},
		"giao-dien/components/footer/footer.html":       {"trợ giúp", "Trợ giúp"},
		"giao-dien/messages/vi.yaml":                    {"Tới nội", "Đến nội"},
		"chung/cong-van.md":                             {"Hỏi dân", "Hỏi Dân"},
		"giao-dien/styles/95-phuong.css":                {"2rem", "3rem"},
		"content/plans/2026/ke-hoach-2026/phu-luc.pdf":  {"Phụ lục", "Phụ Lục"},
	} {
		build()
		old := w.read(name)
		if !strings.Contains(string(old), c[0]) {
			t.Fatalf("%s does not say %q", name, c[0])
		}
		w.quietly(name, []byte(strings.Replace(string(old), c[0], c[1], 1)))
		if err := w.build(); err != nil || w.wrong {
			t.Errorf("%s: %v (refused: %t)", name, err, w.wrong)
		}
	}
}
