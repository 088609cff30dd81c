package incremental

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// values are what the keys of a document may be changed to. PATH stands for
// the path of a document, and N for a number.
func values() map[string][]string {
	all := partValues()
	maps.Copy(all, map[string][]string{
		"title":        {"Kế hoạch đã đổi tên N", "Văn bản <b>N</b> & “khác”", "Công văn N"},
		"type":         {"ke-hoach", "quyet-dinh", "bao-cao", "thong-bao"},
		"number":       {"N/KH-UBND", "N/QĐ-UBND", "04/KH-UBND"},
		"issuer":       {"ubnd-phuong", "ubnd-phuong-cu", "van-phong", "khong-co"},
		"issued":       {"2025-03-0N", "2026-01-1N", "2026-06-1N", "2026-02-30"},
		"place":        {"Hoa Giấy", "Nơi N"},
		"signer":       {"Người ký N", "{name: Người N, position: Chủ tịch, authority: KT}"},
		"effective":    {"on-issue", "2026-06-1N", "2026-07-0N"},
		"expires":      {"2026-06-1N", "2026-12-31", "2024-01-01"},
		"effect":       {"{status: expired, reason: Theo thông báo N}"},
		"period":       {"{from: 2026, to: 2027}", "{from: 2025-0N, to: 2026-0N}"},
		"summary":      {"Tóm tắt N.", "Tóm tắt N: CCHC & “việc”."},
		"fields":       {"[Đô thị]", "[Y tế, Lĩnh vực N]", "[đô thị]"},
		"scope":        {"[ubnd-phuong]", "[Khu phố N]"},
		"keywords":     {"[từ khóa N, CCHC]"},
		"lang":         {"en", "vi"},
		"translations": {"{en: PATH}", "{vi: PATH}"},
		"legal_basis":  {"[luat-77-2015]", "[nd-30-2020, PATH]", "[khong-co]"},
		"relations":    relationValues(),
		"replaces":     {"[PATH]"},
		"publication":  {"published", "draft", "{state: scheduled, date: 2026-06-2N}", "{state: scheduled, date: 2026-06-1N}", "{state: withdrawn, date: 2026-05-0N, reason: Ghi sai}"},
		"published":    {"2026-05-0N", "2026-06-1N"},
		"reviewed":     {"2026-06-0N"},
		"review_due":   {"2026-06-1N", "2026-12-1N"},
		"history":      {"[{date: 2026-05-0N, kind: editorial, note: Sửa chữ N.}]", "[{date: 2026-05-0N, kind: first-published}, {date: 2026-06-0N, kind: correction, note: Sửa số N.}]"},
	})
	return all
}

// partValues are those of the keys that describe parts of a document, and its
// page.
func partValues() map[string][]string {
	return map[string][]string{
		"targets":       {`[{id: ct-0N, name: Chỉ tiêu N, unit: "%", value: "≥ 9N", by: "2026"}]`, "{file: chi-tieu.csv}"},
		"tasks":         {"[{id: nv-0N, name: Việc N, lead: van-phong, deliverable: Báo cáo, deadline: Quý II/2026, updates: [{date: 2026-06-0N, status: done, text: Xong, evidence: Báo cáo số 1/BC-UBND}]}]"},
		"updates":       {"{file: cap-nhat.csv}"},
		"budget":        {"N triệu đồng"},
		"attachments":   {"[so-lieu.csv]", "[phu-luc.pdf]", "[{file: so-lieu.csv, title: Số liệu N, kind: data, lang: vi}]", "[khong-co.pdf]"},
		"recipients":    {"[Nơi nhận N, \"Lưu: VT\"]"},
		"urgency":       {"khan", "hoa-toc"},
		"contact":       {"Văn phòng, số N"},
		"source":        {"{url: \"https://phuong.example/N.html\"}"},
		"rating":        {"true", "false"},
		"feedback":      {"true", "false"},
		"slug":          {"dia-chi-N", "lich-quy-ii"},
		"redirect_from": {"[cu/N.html]", "[cu/N/, tro-giup.html]"},
		"weight":        {"N", "10"},
		"silence":       {"[{code: P070, reason: Bản gốc không ghi.}]"},
		"x-rieng":       {"N"},
		"khong-co":      {"N"},
	}
}

func relationValues() []string {
	out := []string{"{replaces: [{to: PATH, date: 2026-06-1N}]}", "{suspends: [{to: PATH, date: 2026-06-0N, until: 2026-06-2N}]}", "{amends: [PATH], implements: [PATH]}"}
	for _, kind := range []string{"based_on", "implements", "amends", "replaces", "repeals", "recalls", "corrects", "extends", "promulgates", "reports_on", "consolidates", "continues"} {
		out = append(out, "{"+kind+": [PATH]}")
	}
	return out
}

func fieldNames() []string { return slices.Sorted(maps.Keys(values())) }

// fieldValue draws a value for a key.
func fieldValue(w *world, r *rand.Rand, key string) string {
	value := pick(r, values()[key]...)
	for strings.Contains(value, "PATH") {
		other := strings.TrimSuffix(strings.TrimPrefix(w.plan(r), "content/"), ".md")
		value = strings.Replace(value, "PATH", other, 1)
	}
	return strings.ReplaceAll(value, "N", fmt.Sprint(1+r.IntN(9)))
}
