package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"planpress/internal/plan"
	"planpress/internal/source"
)

// fullDocument is a document with twenty-five fields, as real ones have them.
const fullDocument = `---
title: Kế hoạch cải cách hành chính phường Hoa Giấy năm 2026
type: ke-hoach
number: "02/KH-UBND"
issuer: ubnd-phuong-hoa-giay
issued: 2026-01-08
place: Hoa Giấy
signer:
  name: Nguyễn Thị Minh Họa
  position: Chủ tịch
  authority: TM
effective: on-issue
expires: 2026-12-31
period:
  from: 2026-01
  to: 2026-12
summary: >-
  Tám chỉ tiêu và bốn mươi lăm nhiệm vụ cải cách hành chính năm 2026, mỗi nhiệm vụ có
  cơ quan chủ trì, sản phẩm và thời hạn.
fields: [Cải cách hành chính, Chuyển đổi số]
scope: [ubnd-phuong-hoa-giay]
keywords: [cải cách hành chính, chỉ tiêu, nhiệm vụ]
lang: vi
translations:
  en: plans/2026/plan-2026
legal_basis:
  - luat-72-2025
  - nq-76-2021
relations:
  implements:
    - kh-248-vi-du-2025
  continues: plans/2025/ke-hoach-cai-cach-hanh-chinh-2025
publication: published
published: 2026-01-12
reviewed: 2026-03-25
review_due: 2027-01-15
attachments:
  - file: phu-luc-i-nhiem-vu.pdf
    title: Phụ lục I - Danh mục nhiệm vụ
    kind: annex
    pages: 3
recipients:
  - UBND tỉnh Ví Dụ
  - Đảng ủy, HĐND phường
  - "Lưu: VT, VP"
contact: Văn phòng, điện thoại 1900 0000
history:
  - date: 2026-01-12
    kind: first-published
    note: Đăng lần đầu.
redirect_from:
  - van-ban/cchc-2026
x-ma-ho-so: CCHC-2026-002
---

Nội dung./.
`

func BenchmarkDocument(b *testing.B) {
	data := []byte(fullDocument)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, findings := Document(source.New("x.md", data), plan.KindDocument); len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// province is orgs.yaml of a province with n bodies.
func province(n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "- id: ubnd-xa-%[1]d\n  name: Ủy ban nhân dân xã Hoa Giấy %[1]d\n  short_name: UBND xã Hoa Giấy %[1]d\n  kind: ubnd\n"+
			"  level: xa\n  parent: ubnd-tinh\n  place: Hoa Giấy\n  code: \"%05[1]d\"\n  valid: {from: 2025-07-01}\n"+
			"  predecessors: [xa-cu-%[1]d, xa-cu-b-%[1]d]\n  decision: Nghị quyết số 1/NQ-UBTVQH15\n", i)
	}
	return []byte(b.String())
}

func BenchmarkOrgs(b *testing.B) {
	data := province(10_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if orgs, findings := Orgs(source.New("orgs.yaml", data)); len(orgs) != 10_000 || len(findings) > 0 {
			b.Fatal(len(orgs), findings)
		}
	}
}
