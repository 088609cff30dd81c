package render

import (
	"planpress/internal/chart"
	"planpress/internal/plan"
	"planpress/internal/view"
)

// trackedDocument is the page of a plan with targets and tasks.
func trackedDocument(root string) *view.Page {
	p := page(root, "Kế hoạch năm 2026")
	p.Tracked = true
	p.Document = &view.Document{Title: p.Title, State: "published", Body: "<p>Nội dung.</p>", Tracker: &view.Tracker{
		TaskTally: tally("_a", "task.late"), TargetTally: tally("_b", "target.met"),
		Targets: []view.TargetGroup{{Name: "I. Dịch vụ công", Tally: tally("_c", "target.met").Parts, Targets: []view.Target{target()}}},
		Tasks:   []view.TaskGroup{{Name: "I. Dịch vụ công", Tally: tally("_d", "task.late").Parts, Tasks: []view.Task{task()}}},
		Finders: []view.Finder{{Key: "find.state", Sets: []view.FinderSet{{Key: "task.late", Links: []view.Link{{Text: "Rà soát", URL: "#_nv-1"}}}}},
			{Key: "find.lead", Sets: []view.FinderSet{{Text: "Văn phòng", URL: root + "documents/", Links: []view.Link{{Text: "Rà soát", URL: "#_nv-1"}}}}}},
		Timeline: &view.Timeline{From: plan.Date{Year: 2026, Month: 1, Day: 1}, To: plan.Date{Year: 2026, Month: 12, Day: 31}, Tick: "timeline.months",
			Now: plan.Date{Year: 2026, Month: 6, Day: 1}, More: 2, Rows: []view.TimelineRow{{Text: "Rà soát", URL: "#_nv-1", State: "task.late", Dates: "01/01/2026 – 31/03/2026",
				Picture: chart.Timeline(chart.Head{ID: "_s", Title: "Trễ hạn", Desc: "Rà soát"}, chart.Scale{}, chart.Span{Class: "late", To: .3})}}},
		Files:       []view.DataFile{{Key: "data.tasks", URL: root + "documents/", Format: "CSV", Size: 41_000}},
		Definitions: root + "progress/#_definitions",
	}}
	return p
}

// bodyPage is the page of a body that has something to do.
func bodyPage(root string) *view.Page {
	p := page(root, "Cơ quan: Văn phòng")
	p.Tracked = true
	p.List = &view.List{Title: p.Title, Total: 1, First: 1, Entries: entries(root), Body: &view.Body{Place: "Tam Quan"}, Duties: &view.Duties{
		Tally: tally("_a", "task.late"), Tasks: []view.TaskGroup{{Name: "Kế hoạch năm 2026", URL: root + "plans/2026/ke-hoach/", Tally: tally("_b", "task.late").Parts, Tasks: []view.Task{task()}}},
		Targets: []view.Link{{Text: "Hồ sơ đúng hạn", URL: root + "plans/2026/ke-hoach/"}}, Shown: 1, Open: 2, Overview: root + "progress/"}}
	return p
}

func progressPage(root, kind string) *view.Page {
	p := page(root, "Tình hình thực hiện")
	p.Tracked = true
	p.Progress = &view.Progress{Kind: kind, Title: p.Title, Overview: root + "progress/", Due: root + "documents/", Late: root + "progress/late/", DueN: 3, LateN: 1,
		Counting: "Mỗi nhiệm vụ được đếm một lần.", Tasks: []view.TaskGroup{{Name: "Hạn trong tháng 4/2026", Tasks: []view.Task{task()}}}, Shown: 1, All: 2}
	if kind == "overview" {
		p.Progress.TaskTally, p.Progress.TargetTally = tally("_a", "task.late"), tally("_b", "target.met")
		p.Progress.Sections = []view.ProgressSection{{Key: "progress.bodies", NoteKey: "progress.bodies.note", All: 1, Rows: []view.ProgressRow{
			{Text: "Văn phòng", URL: root + "documents/", Total: 3, Countable: 2, Done: 1, Late: 1, Percent: 50, HasPercent: true, Apart: 1, Targets: 2, TargetMet: 1}, {Text: "Các phòng", Total: 1, Apart: 1}}}}
		p.Progress.Definitions = []view.Definition{{Key: "task.late", Text: "Đã qua thời hạn."}}
		p.Progress.Files = []view.DataFile{{Key: "data.json", URL: root + "documents/", Format: "JSON", Size: 900}}
	}
	return p
}

func tally(id, key string) *view.Tally {
	h, part := chart.Head{ID: id, Title: "Theo tình trạng", Desc: "Trễ hạn: 1."}, chart.Part{Class: "late", N: 1, Pattern: chart.Crossed}
	return &view.Tally{Total: 2, Countable: 1, HasPercent: true, Late: 1, DueSoon: 1, Picture: chart.Share(h, []chart.Part{part}),
		Parts: []view.TallyPart{{Key: key, N: 1, Swatch: chart.Swatch(h, part)}}}
}

func target() view.Target {
	return view.Target{Anchor: "_ct-1", No: "1", Name: "Hồ sơ đúng hạn", Unit: "%", State: "target.met", Goal: "≥ 95%", By: "2026", Baseline: "88%", BaselineWhen: "2025",
		Actual: "96%", Period: "Quý I/2026", Stages: []view.Stage{{Goal: "≥ 98%", By: "2030", Scope: "trực tuyến"}}, Values: []view.Value{{Period: "Quý I/2026", Text: "96%", Note: "Tăng.", Verified: true,
			Evidence: []view.Link{{Text: "Báo cáo"}}}}, Bar: chart.Progress(chart.Head{ID: "_x", Title: "96%", Desc: "Đạt."}, chart.Bar{Class: "met", Part: 1}),
		Course: chart.Line(chart.Head{ID: "_y", Title: "Qua các kỳ", Desc: "Tăng."}, chart.Course{Values: []float64{1, 2}, Low: 3, High: 3}),
		Owners: []view.Link{{Text: "Văn phòng"}}, Tasks: []view.Link{{Text: "Rà soát", URL: "#_nv-1"}}, Method: []string{"Đếm hồ sơ"}}
}

func task() view.Task {
	day := plan.Date{Year: 2026, Month: 3, Day: 31}
	return view.Task{Anchor: "_nv-1", No: "1.", Name: "Rà soát thủ tục", State: "task.late", Days: 12, Leads: []view.Link{{Text: "Văn phòng"}}, Partners: []view.Link{{Text: "Công an phường"}},
		Deliverable: "Báo cáo", Deadline: "Quý II/2026", First: "Quý I/2026", Moves: []view.Move{{Date: day, To: "Quý II/2026", Reason: "Chờ hướng dẫn"}}, Percent: 60, HasPercent: true,
		Reports: []view.TaskReport{{Date: day, Period: "Quý I/2026", State: "status.in-progress", Percent: 60, Reported: true, Text: "Đang làm.", By: "Văn phòng",
			Evidence: []view.Link{{Text: "https://phuong.example/1", URL: "https://phuong.example/1"}}}}, Serves: []view.Link{{Text: "Hồ sơ đúng hạn", URL: "#_main"}}, Note: "Theo giao của tỉnh"}
}
