package matrix

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// asOf is the day of the tests.
var asOf = plan.Date{Year: 2026, Month: 7, Day: 1}

var orgs = []*plan.Org{
	{ID: "van-phong", Name: "Văn phòng HĐND và UBND phường", ShortName: "Văn phòng"},
	{ID: "ubnd-phuong-cu", Name: "UBND phường Hoa Giấy"},
	{ID: "ubnd-phuong-moi", Name: "UBND phường Hoa Giấy"},
}

// complete reads a document whose files are given; "" is none.
func complete(t *testing.T, targets, tasks, updates string) (*plan.Document, []diag.Finding) {
	t.Helper()
	doc := &plan.Document{Path: "content/plans/a.md", Issued: plan.Date{Year: 2026, Month: 1, Day: 14}, Period: plan.Period{From: plan.Date{Year: 2026}}, Places: plan.PlacesOf([]plan.Place{{Field: "tasks", Line: 3, Column: 8}})}
	files := map[string]string{}
	for name, f := range map[string]struct {
		text string
		to   *string
	}{"chi-tieu.csv": {targets, &doc.TargetsFile}, "nhiem-vu.csv": {tasks, &doc.TasksFile}, "cap-nhat.csv": {updates, &doc.UpdatesFile}} {
		if f.text != "" {
			*f.to = name
			files["content/plans/a/"+name] = f.text
		}
	}
	found, err := Complete(doc, Site{AsOf: asOf, Bodies: func() *Registry { return NewRegistry(orgs) },
		Open: func(name string) (*source.File, []diag.Finding, error) {
			text, ok := files[name]
			if !ok || text == "missing" {
				return nil, nil, nil
			}
			return source.New(name, []byte(text)), nil, nil
		}})
	if err != nil {
		t.Fatal(err)
	}
	return doc, found
}

// short names findings by file, place and code.
func short(found []diag.Finding) string {
	var out []string
	for _, f := range found {
		name := f.Pos.File[strings.LastIndexByte(f.Pos.File, '/')+1:]
		out = append(out, name+":"+strconv.Itoa(f.Pos.Line)+" "+f.Rule.Code)
	}
	return strings.Join(out, ", ")
}

func TestTasksOfAFile(t *testing.T) {
	doc, found := complete(t, "", `STT;Tên nhiệm vụ;Cơ quan chủ trì;Cơ quan phối hợp;Kết quả/Sản phẩm;Thời gian;Ghi chú
I;Cải cách thể chế;;;;;
1;Rà soát văn bản;Văn phòng, Công an phường;Các phòng, ban;Báo cáo;Quý II/2026;
1.1;Lập danh mục;van-phong;;;6/2026;Theo mẫu
B. Thủ tục hành chính
2;"Niêm yết ""một cửa""";"Phòng Kinh tế, Hạ tầng và Đô thị
Trung tâm PVHCC";;;Thường xuyên;
`, "")
	if len(found) > 0 {
		t.Fatalf("%s: %s", short(found), found[0].Message.EN)
	}
	type task struct{ ID, No, Name, Group, Parent, Leads, Partners, Deadline, Line string }
	var got []task
	for _, x := range doc.Tasks {
		var leads []string
		for _, l := range x.Leads {
			leads = append(leads, l.Name+"="+l.ID)
		}
		got = append(got, task{x.ID, x.No, x.Name, x.Group, x.More().Parent, strings.Join(leads, "|"), joinBodies(x.Partners), x.Deadline.Text, x.Pos().String()[len("content/plans/a/"):]})
	}
	want := []task{
		{"nv-1", "1", "Rà soát văn bản", "I. Cải cách thể chế", "", "Văn phòng=van-phong|Công an phường=", "Các phòng, ban", "Quý II/2026", "nhiem-vu.csv:3:1"},
		{"nv-2", "1.1", "Lập danh mục", "I. Cải cách thể chế", "nv-1", "=van-phong", "", "6/2026", "nhiem-vu.csv:4:1"},
		{"nv-3", "2", "Niêm yết \"một cửa\"", "I. Cải cách thể chế / B. Thủ tục hành chính", "", "Phòng Kinh tế, Hạ tầng và Đô thị=|Trung tâm PVHCC=", "", "Thường xuyên", "nhiem-vu.csv:6:1"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !doc.Tasks[0].Partners[0].Collective {
		t.Error("“Các phòng, ban” is nobody in particular")
	}
}

func TestTargetsOfAFile(t *testing.T) {
	doc, found := complete(t, `TT,Chỉ tiêu,Đơn vị tính,Thực hiện năm 2025,Kế hoạch năm 2026,Mục tiêu năm 2030,Cơ quan chủ trì
1,Hồ sơ đúng hạn,%,"92,5",≥ 95,≥ 98,Văn phòng
2,Xếp hạng cải cách hành chính,Thứ hạng,12/34,10,5,
`, "", "")
	if len(found) > 0 {
		t.Fatalf("%s: %s", short(found), found[0].Message.EN)
	}
	a, b := doc.Targets[0], doc.Targets[1]
	if len(a.Goals) != 2 || a.Goals[0].Op != plan.AtLeast || a.Goals[1].Low != 98 || a.Goals[1].By.Latest.Year != 2030 || a.Baseline.Value != 92.5 || a.Baseline.When.Latest.Year != 2025 || a.Direction != plan.Rises {
		t.Errorf("%+v", a)
	}
	if b.Goals[0].Op != plan.AtMost || b.Goals[1].High != 5 || b.Baseline.Of != 34 || b.Direction != plan.Falls {
		t.Errorf("%+v", b)
	}
	doc, found = complete(t, "TT,Chỉ tiêu,Đơn vị,Kết quả,Cơ quan chủ trì theo dõi\n1,Hồ sơ đúng hạn,%,95%,Văn phòng\n", "", "")
	if len(found) > 0 || doc.Targets[0].Goals[0].Low != 95 || doc.Targets[0].Owners[0].ID != "van-phong" {
		t.Errorf("%s %+v", short(found), doc.Targets)
	}
}

func TestUpdatesOfAFile(t *testing.T) {
	doc, found := complete(t, "Mã,Chỉ tiêu,Kế hoạch\nct-01,Đúng hạn,≥ 95%\n",
		"\uFEFFsep=;\nMã;Nhiệm vụ;Thời hạn\nnv-01;Rà soát;Quý II/2026\n"[3:],
		`Mã,Ngày,Kỳ,Trạng thái,Tiến độ,Giá trị,Gia hạn đến,Nội dung,Minh chứng,Đơn vị báo cáo
nv-01,31/03/2026,Quý I/2026,đang thực hiện,40%,,,Đã có dự thảo,,Văn phòng
nv-01,15/05/2026,,,,,Quý III/2026,Chờ hướng dẫn của tỉnh,,
nv-01,2026-06-30,Quý II/2026,HOÀN THÀNH,100,,,,Báo cáo số 15/BC-UBND; Thông báo số 2/TB-UBND,Văn phòng
ct-01,30/06/2026,6 tháng đầu năm 2026,,,"96,4%",,,,
`)
	if len(found) > 0 {
		t.Fatalf("%s: %s", short(found), found[0].Message.EN)
	}
	task := doc.Tasks[0]
	if len(task.More().Updates) != 2 || task.More().Updates[0].Progress != 40 || task.More().Updates[1].Status != plan.Done || len(task.More().Updates[1].Evidence) != 2 {
		t.Errorf("updates: %+v", task.More().Updates)
	}
	if task.Deadline.Text != "Quý II/2026" || len(task.More().Reschedules) != 1 || task.More().Reschedules[0].Reason != "Chờ hướng dẫn của tỉnh" {
		t.Errorf("the first deadline stays, and the move stands beside it: %+v, %+v", task.Deadline, task.More().Reschedules)
	}
	if before, after := task.Due(plan.Date{Year: 2026, Month: 5, Day: 1}).Text, task.Due(plan.Date{}).Text; before != "Quý II/2026" || after != "Quý III/2026" {
		t.Errorf("due %s, then %s", before, after)
	}
	if a := doc.Targets[0].Actuals; len(a) != 1 || a[0].Value.Value != 96.4 || a[0].Period.Latest.Month != 6 {
		t.Errorf("actuals: %+v", a)
	}
}

func TestRules(t *testing.T) {
	const task = "Mã,Nhiệm vụ,Thời hạn\nnv-01,Rà soát,2026\n"
	broken := map[*diag.Rule]bool{}
	for _, c := range []struct{ name, targets, tasks, updates, want string }{
		{"a task", "", task, "", ""},
		{"no such day", "", "Nhiệm vụ,Thời hạn\nA,31/13/2026\n", "", "nhiem-vu.csv:2 P260"},
		{"no year", "", "Nhiệm vụ,Thời hạn\nA,Quý II\n", "", "nhiem-vu.csv:2 P260"},
		{"backwards", "", "Nhiệm vụ,Thời hạn\nA,2027 - 2026\n", "", "nhiem-vu.csv:2 P260"},
		{"in words", "", "Nhiệm vụ,Thời hạn\nA,Theo kế hoạch của tỉnh\n", "", ""},
		{"unknown column", "", "Nhiệm vụ,Chủ chì\nA,Văn phòng\n", "", "nhiem-vu.csv:1 P261"},
		{"column twice", "", "Nhiệm vụ,Thời hạn,Tiến độ\nA,2026,2026\n", "", "nhiem-vu.csv:1 P262"},
		{"no name", "", "Nhiệm vụ,Chủ trì,Thời hạn\n,Văn phòng,2026\n", "", "nhiem-vu.csv:2 P263"},
		{"a control character", "", "Nhiệm vụ,Chủ trì\nA\u202eB,C\n", "", "nhiem-vu.csv:2 P264"},
		{"a cell too long", "", "Nhiệm vụ,Chủ trì\n" + strings.Repeat("a", 2001) + ",C\n", "", "nhiem-vu.csv:2 P264"},
		{"as long as may be", "", "Nhiệm vụ,Chủ trì\n" + strings.Repeat("ế", 2000) + ",C\n", "", ""},
		{"no day", "", task, "Mã,Ngày\nnv-01,tháng 3/2026\n", "cap-nhat.csv:2 P265"},
		{"no date", "", task, "Mã,Ngày,Nội dung\nnv-01,,A\n", "cap-nhat.csv:2 P265"},
		{"neither yes nor no", "Mã,Chỉ tiêu,Kế hoạch\nct-1,A,5\n", "", "Mã,Ngày,Giá trị,Kiểm định\nct-1,31/03/2026,5,có lẽ\n", "cap-nhat.csv:2 P265"},
		{"unknown direction", "Chỉ tiêu,Kế hoạch,Chiều\nA,5,ngang\n", "", "", "chi-tieu.csv:2 P265"},
		{"names for people", "", task, "STT,Mã,Tên nhiệm vụ,Ngày\n1,nv-01,Rà soát,31/03/2026\n", ""},
		{"unknown status", "", task, "Mã,Ngày,Trạng thái\nnv-01,31/03/2026,quá hạn\n", "cap-nhat.csv:2 P266"},
		{"progress", "", task, "Mã,Ngày,Tiến độ\nnv-01,31/03/2026,101\n", "cap-nhat.csv:2 P267"},
		{"progress that is none", "", task, "Mã,Ngày,Tiến độ\nnv-01,31/03/2026,nửa\n", "cap-nhat.csv:2 P267"},
		{"progress of a hundred", "", task, "Mã,Ngày,Tiến độ\nnv-01,31/03/2026,100 %\n", ""},
		{"done without evidence", "", task, "Mã,Ngày,Trạng thái\nnv-01,31/03/2026,hoàn thành\n", "cap-nhat.csv:2 P268"},
		{"done with evidence", "", task, "Mã,Ngày,Trạng thái,Minh chứng\nnv-01,31/03/2026,hoàn thành,BC 15\n", ""},
		{"moved to the past", "", task, "Mã,Ngày,Gia hạn đến\nnv-01,31/05/2026,30/04/2026\n", "cap-nhat.csv:2 P269"},
		{"moved to the same month", "", task, "Mã,Ngày,Gia hạn đến\nnv-01,15/05/2026,5/2026\n", ""},
		{"out of order", "", task, "Mã,Ngày\nnv-01,31/05/2026\nnv-01,30/04/2026\n", "cap-nhat.csv:3 P270"},
		{"in order", "", task, "Mã,Ngày\nnv-01,30/04/2026\nnv-01,30/04/2026\n", ""},
		{"in the future", "", task, "Mã,Ngày\nnv-01,02/07/2026\n", "cap-nhat.csv:2 P271"},
		{"three in the future", "", task, "Mã,Ngày\nnv-01,01/07/2026\nnv-01,02/07/2026\nnv-01,03/07/2026\nnv-01,04/07/2026\n", "cap-nhat.csv:3 P271"},
		{"in the year before the plan", "", task, "Mã,Ngày,Gia hạn đến\nnv-01,31/12/2025,\nnv-01,31/12/2025,2027\n", "cap-nhat.csv:2 P257, cap-nhat.csv:3 P257"},
		{"on the plan's first day, before it was issued", "", task, "Mã,Ngày\nnv-01,01/01/2026\n", ""},
		{"a value from before the plan", "Mã,Chỉ tiêu,Kế hoạch\nct-1,A,5\n", "", "Mã,Ngày,Giá trị\nct-1,31/12/2025,4\n", ""},
		{"today", "", task, "Mã,Ngày\nnv-01,01/07/2026\n", ""},
		{"quotes", "", "Nhiệm vụ,Chủ trì\n\"A,B\n", "", "nhiem-vu.csv:2 P272"},
		{"no column of names", "", "Việc gì,Chủ trì\nA,B\n", "", "nhiem-vu.csv:1 P261, nhiem-vu.csv:1 P272"},
		{"an empty file", "", "\n", "", "nhiem-vu.csv:0 P272"},
		{"too few cells", "", "Nhiệm vụ,Chủ trì,Thời hạn\nA,B\n", "", "nhiem-vu.csv:2 P273"},
		{"too many cells", "", "Nhiệm vụ,Chủ trì\nA,B,C\n", "", "nhiem-vu.csv:2 P273"},
		{"no such file", "", "missing", "", "a.md:3 P274"},
		{"an id twice", "", "Mã,Nhiệm vụ\na,A\na,B\n", "", "nhiem-vu.csv:3 P275"},
		{"an id of both", "Mã,Chỉ tiêu\na,A\n", "Mã,Nhiệm vụ\na,B\n", "", "nhiem-vu.csv:2 P275"},
		{"an update of nothing", "", task, "Mã,Ngày\nnv-10,01/07/2026\n", "cap-nhat.csv:2 P276"},
		{"serves nothing", "", "Mã,Nhiệm vụ,Mã chỉ tiêu\nnv-01,A,ct-9\n", "", "nhiem-vu.csv:2 P276"},
		{"serves a target", "Mã,Chỉ tiêu\nct-9,A\n", "Mã,Nhiệm vụ,Phục vụ chỉ tiêu\nnv-01,A,ct-9\n", "", ""},
		{"an empty file behind one with a note", "Chỉ tiêu,Kế hoạch,Thời hạn\nA,5,Quý II\n", "\n", "", "chi-tieu.csv:2 P260, nhiem-vu.csv:0 P272"},
		{"what a spreadsheet made of a date", "", "Nhiệm vụ,Thời hạn\nA,Jun-26\n", "", "nhiem-vu.csv:2 P260"},
		{"a name alone, and no row below it", "", "TT,Nhiệm vụ,Chủ trì\n,A,\n,B,\n1,C,D\n,E,\n", "", "nhiem-vu.csv:2 P259, nhiem-vu.csv:5 P259"},
		{"a group, and one within it", "", "TT,Nhiệm vụ,Chủ trì\nI,A,\n,B,\n1,C,D\n,E,\n2,F,G\n", "", ""},
		{"a body alone, where the cells of the others were joined", "", "TT,Nhiệm vụ,Chủ trì\n1,A,B\n,,C\n", "", "nhiem-vu.csv:3 P263"},
		{"a second row of a task", "", "Mã,Nhiệm vụ,Chủ trì\na,A,B\na,,C\n", "", "nhiem-vu.csv:3 P263"},
		{"a value of a task", "", task, "Mã,Ngày,Giá trị\nnv-01,31/03/2026,40\n", "cap-nhat.csv:2 P258"},
		{"a status of a target", "Mã,Chỉ tiêu,Kế hoạch\nct-1,A,5\n", "", "Mã,Ngày,Trạng thái,Gia hạn đến\nct-1,31/03/2026,hoàn thành,2027\n", "cap-nhat.csv:2 P258, cap-nhat.csv:2 P258"},
		{"a value of a target", "Mã,Chỉ tiêu,Kế hoạch\nct-1,A,5\n", "", "Mã,Ngày,Giá trị\nct-1,31/03/2026,40\n", ""},
		{"a part of a target", "Mã,Chỉ tiêu\nct-9,A\n", "Mã,Nhiệm vụ,Thuộc nhiệm vụ\nnv-01,A,ct-9\n", "", "nhiem-vu.csv:2 P276"},
		{"a part of itself", "", "Mã,Nhiệm vụ,Thuộc nhiệm vụ\na,A,a\n", "", "nhiem-vu.csv:2 P279"},
		{"parts of one another", "", "Mã,Nhiệm vụ,Thuộc nhiệm vụ\na,A,b\nb,B,c\nc,C,a\nd,D,a\n", "", "nhiem-vu.csv:4 P279"},
		{"targets that are parts of one another", "Mã,Chỉ tiêu,Thuộc chỉ tiêu\na,A,b\nb,B,a\n", "", "", "chi-tieu.csv:3 P279"},
		{"waits for itself", "", "Mã,Nhiệm vụ,Sau nhiệm vụ\na,A,b; c\nb,B,\nc,C,a\n", "", "nhiem-vu.csv:4 P279"},
		{"parts of parts", "", "Mã,Nhiệm vụ,Thuộc nhiệm vụ,Sau nhiệm vụ\na,A,,\nb,B,a,\nc,C,b,\nd,D,a,b; c\n", "", ""},
		{"two bodies of a name", "", "Nhiệm vụ,Chủ trì\nA,UBND phường Hoa Giấy\nB,UBND phường Hoa Giấy\n", "", "nhiem-vu.csv:2 P277"},
		{"an unknown id of a body", "", "Nhiệm vụ,Chủ trì\nA,van-phog\n", "", "nhiem-vu.csv:2 P278"},
		{"the name of a body that is not listed", "", "Nhiệm vụ,Chủ trì\nA,Sở Nội vụ\n", "", ""},
	} {
		_, found := complete(t, c.targets, c.tasks, c.updates)
		if short(found) != c.want {
			t.Errorf("%s: got %q, want %q", c.name, short(found), c.want)
		}
		for _, f := range found {
			broken[f.Rule] = true
			if f.Message.VI == "" || f.Message.EN == "" || f.Hint.VI == "" || f.Hint.EN == "" {
				t.Errorf("%s: a message or a hint is missing", c.name)
			}
		}
	}
	for _, r := range Rules() {
		if !broken[r] {
			t.Errorf("no case breaks %s (%s)", r.Code, r.Name)
		}
	}
}

func TestHintsNameWhatWasMeant(t *testing.T) {
	for _, c := range []struct{ tasks, updates, want string }{
		{"Nhiệm vụ,Chủ chì\nA,B\n", "", "Chủ trì"},
		{"Nhiệm vụ,Thời hạng\nA,2026\n", "", "Thời hạn"},
		{"Mã,Nhiệm vụ\nnv-01,A\n", "Mã,Ngày,Trạng thái\nnv-01,01/01/2026,hoàn thàn\n", "hoàn thành"},
		{"Mã,Nhiệm vụ\nnv-01,A\n", "Mã,Ngày\nnv-1,01/01/2026\n", "nv-01"},
		{"Nhiệm vụ,Chủ trì\nA,van-phog\n", "", "van-phong"},
	} {
		_, found := complete(t, "", c.tasks, c.updates)
		if len(found) != 1 || !strings.Contains(found[0].Hint.VI, "“"+c.want+"”") {
			t.Errorf("%q: %v", c.tasks+c.updates, found)
		}
	}
}

func TestColumnsAreKnownByManyNames(t *testing.T) {
	for name, want := range map[string]Field{
		"STT": No, "tt": No, "Nhiệm vụ": Name, "TÊN NHIỆM VỤ": Name, "Ten nhiem vu": Name, "Nội dung công việc": Name,
		"Cơ quan chủ trì": Leads, "đơn vị chủ trì": Leads, "Chu tri": Leads, "Phối hợp": Partners, "Cơ quan phối hợp": Partners,
		"Sản phẩm": Deliverable, "Kết quả": Deliverable, "Kết quả / Sản phẩm": Deliverable, "Kết quả/Sản phẩm": Deliverable,
		"Thời gian hoàn thành": Deadline, "Thời hạn (tháng/năm)": Deadline, "Tiến độ": Deadline, "Thời  gian": Deadline,
		"Ghi chú": Note, "ghi_chu": Note, "deadline": Deadline, "Kế hoạch năm 2026": 0, "": 0,
	} {
		if got := columnOf(Tasks, name).field; got != want {
			t.Errorf("%q is field %d, want %d", name, got, want)
		}
	}
}

func TestBodies(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Sở A; Sở B", "Sở A|Sở B"},
		{"Sở A, Sở B", "Sở A|Sở B"},
		{"Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị"},
		{"Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị|Công an phường"},
		{"Các bộ, ngành, địa phương", "*Các bộ, ngành, địa phương"},
		{"Các sở, ban, ngành; UBND các phường", "*Các sở, ban, ngành|*UBND các phường"},
		{"Văn phòng, các phòng, ban, đơn vị", "Văn phòng|*các phòng, ban, đơn vị"},
		{"van-phong-phuong, Công an phường", "#van-phong-phuong|Công an phường"},
		{"Ủy ban MTTQ Việt Nam phường, Đoàn Thanh niên", "Ủy ban MTTQ Việt Nam phường|Đoàn Thanh niên"},
		{"Các đơn vị liên quan", "*Các đơn vị liên quan"},
	} {
		var got []string
		for _, r := range Bodies(c.text) {
			switch {
			case r.Collective:
				got = append(got, "*"+r.Name)
			case r.ID != "":
				got = append(got, "#"+r.ID)
			default:
				got = append(got, r.Name)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q", c.text, strings.Join(got, "|"))
		}
	}
}
