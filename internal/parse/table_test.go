package parse

import (
	"strings"
	"testing"

	"planpress/internal/content"
	"planpress/internal/plan"
)

const marked = `---
title: Kế hoạch
type: ke-hoach
publication: published
---
## Chỉ tiêu {targets}

Bảng 1. Chỉ tiêu năm 2026

| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026 |
|----|----------|-------------|-------------------|
| 1 | Hồ sơ đúng hạn | % | ≥ 95 |

## **Nhiệm vụ** {nhiem-vu}

| STT | Nội dung công việc | Chủ trì | Thời hạn |
|-----|--------------------|---------|----------|
| **I** | **Thể chế** | | |
| 1 | Rà soát *văn bản* | Văn phòng, Công an phường | Quý II/2026 |
| II. Thủ tục |
| 2 | Niêm yết | [Trung tâm](https://vi-du.example/) | Thường xuyên |
`

func TestTablesUnderMarkedHeadings(t *testing.T) {
	f, _ := content.Normalise("content/a.md", []byte(marked))
	r := New(Options{}).File(f, plan.KindDocument)
	if len(r.Findings) > 0 {
		t.Fatal(r.Findings)
	}
	d := r.Document
	if len(d.Targets) != 1 || d.Targets[0].Goals[0].Low != 95 || d.Targets[0].Goals[0].By.Latest.Year != 2026 {
		t.Errorf("targets: %+v", d.Targets)
	}
	if len(d.Tasks) != 2 {
		t.Fatalf("tasks: %+v", d.Tasks)
	}
	a, b := d.Tasks[0], d.Tasks[1]
	if a.Name != "Rà soát văn bản" || a.Group != "I. Thể chế" || len(a.Leads) != 2 || a.Deadline.Latest.Month != 6 || a.Pos().String() != "content/a.md:19:1" {
		t.Errorf("the first task: %+v", a)
	}
	if b.Group != "II. Thủ tục" || b.Leads[0].Name != "Trung tâm" || b.Deadline.Recurs != plan.Always {
		t.Errorf("the second task: %+v", b)
	}
	if html := string(r.Body.HTML); strings.Contains(html, "{") || strings.Count(html, "<table") != 2 {
		t.Errorf("the mark is not shown, and the tables are:\n%s", html)
	}
	if r.Body.Outline[0].Text != "Chỉ tiêu" || r.Body.Outline[0].ID != "chi-tieu" || r.Body.Outline[1].ID != "nhiem-vu" {
		t.Errorf("outline: %+v", r.Body.Outline)
	}
}

func TestMarkedHeadingsWithoutATable(t *testing.T) {
	for text, want := range map[string]string{
		"## Nhiệm vụ {tasks}\n\nCác nhiệm vụ như sau.\n\n| Nhiệm vụ | Chủ trì |\n|---|---|\n| A | B |\n": "P274",
		"## Nhiệm vụ {tasks}\n\n| Việc gì | Ai |\n|---|---|\n| A | B |\n":                                "P261 P261 P272",
		"## Nhiệm vụ {task}\n\n| Nhiệm vụ | Chủ trì |\n|---|---|\n| A | B |\n":                           "P129",
		"## Nhiệm vụ {Nhiệm vụ}\n\n| Nhiệm vụ | Chủ trì |\n|---|---|\n| A | B |\n":                       "P129",
		"## Mục tiêu {dự kiến}\n\nChưa có bảng.\n":                                                       "",
		"## Nhiệm vụ\n\nĐề mục có {tasks} thì là dữ liệu.\n":                                             "",
		"> ## Nhiệm vụ {tasks}\n>\n> | Nhiệm vụ | Chủ trì |\n> |---|---|\n> | A | B |\n":                 "",
	} {
		f, _ := content.Normalise("content/a.md", []byte(marked[:strings.Index(marked, "##")]+text))
		r := New(Options{}).File(f, plan.KindDocument)
		var codes []string
		for _, f := range r.Findings {
			codes = append(codes, f.Rule.Code)
		}
		if strings.Join(codes, " ") != want || len(r.Document.Tasks) > 0 {
			t.Errorf("%s: got %v and %d tasks", text, codes, len(r.Document.Tasks))
		}
	}
}
