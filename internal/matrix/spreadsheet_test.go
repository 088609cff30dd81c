package matrix

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
)

// tasksOf writes what was read of tasks: number, name, group, bodies, deadline
// and deliverable.
func tasksOf(doc *plan.Document) string {
	var out strings.Builder
	for _, t := range doc.Tasks {
		out.WriteString(strings.Join([]string{t.No, t.Name, t.Group, joinBodies(t.Leads), t.Deadline.Latest.String(), t.Deliverable}, "|") + "\n")
	}
	return out.String()
}

// TestWhatSpreadsheetsMakeOfATable: signs between cells, breaks in cells, rows
// that count columns, and empty rows at the end.
func TestWhatSpreadsheetsMakeOfATable(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"commas in names of columns, semicolons between them", "Nhiệm vụ, giải pháp;Cơ quan, đơn vị chủ trì\nA;Văn phòng\n", "|A||Văn phòng||\n"},
		{"semicolons in a name of a column", "\"Mã; số\",Nhiệm vụ,Chủ trì\nx,A,Văn phòng\n", "|A||Văn phòng||\n"},
		{"tabs", "TT\tNhiệm vụ\tChủ trì\n1\tA, B\tVăn phòng\n", "1|A, B||Văn phòng||\n"},
		{"a name of a column on two lines", "TT;Nhiệm vụ;\"Cơ quan,\nđơn vị chủ trì\"\n1;A;Văn phòng\n", "1|A||Văn phòng||\n"},
		{"a sentence on two lines", "TT,Nhiệm vụ,Thời hạn\n1,\"Rà soát\nthủ tục\",\"Quý II/\n2026\"\n", "1|Rà soát thủ tục|||2026-06-30|\n"},
		{"a list in a cell", "TT,Nhiệm vụ,Chủ trì,Sản phẩm\n1,\"Rà soát:\n- A\n- B\",\"Phòng Kinh tế,\nHạ tầng và Đô thị;\nCông an phường\nThuế cơ sở\",\"Kế hoạch\nBáo cáo kết quả\nrà soát\"\n",
			"1|Rà soát: A; B||Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường; Thuế cơ sở||Kế hoạch; Báo cáo kết quả rà soát\n"},
		{"a row that counts the columns", "TT,Nhiệm vụ,Chủ trì\n(1),(2),(3)\n1,A,B\n", "1|A||B||\n"},
		{"a row that counts the columns, in letters", "TT,Nhiệm vụ,Chủ trì,Thời hạn\nA,B,1,2\n1,A,B,\n", "1|A||B||\n"},
		{"empty rows and columns", "TT;Nhiệm vụ;Chủ trì;;\n1;A;B;;\n;;;;\n;;;;\n", "1|A||B||\n"},
		{"names alone", "Nhiệm vụ\nA\nB\n", "|A||||\n|B||||\n"},
		{"groups within groups", "TT,Nhiệm vụ,Chủ trì\nA,X,\nI,Y,\n1,a,B\nII,Z,\n1,b,B\nB,W,\n1,c,B\n", "1|a|A. X / I. Y|B||\n1|b|A. X / II. Z|B||\n1|c|B. W|B||\n"},
	} {
		doc, found := complete(t, "", c.file, "")
		for _, f := range found {
			if f.Rule != ruleColumn {
				t.Errorf("%s: %s", c.name, f.Message.EN)
			}
		}
		if diff := cmp.Diff(c.want, tasksOf(doc)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestAMoveThatSaysMore: a row with a new deadline and a status gives both.
func TestAMoveThatSaysMore(t *testing.T) {
	doc, found := complete(t, "", "Mã,Nhiệm vụ,Thời hạn\na,A,Quý II/2026\n",
		"Mã,Ngày,Trạng thái,Gia hạn đến,Nội dung,Minh chứng\na,15/05/2026,đang thực hiện,Quý III/2026,Chờ hướng dẫn,TB 5\na,20/05/2026,,Quý IV/2026,Chờ,\n")
	task := doc.Tasks[0]
	if len(found) > 0 || len(task.More().Updates) != 1 || task.More().Updates[0].Status != plan.InProgress || task.More().Updates[0].Evidence[0] != "TB 5" ||
		len(task.More().Reschedules) != 2 || task.More().Reschedules[0].Reason != "Chờ hướng dẫn" {
		t.Errorf("%s %+v", short(found), task)
	}
}

// TestAFileHasSoManyRows: five thousand and no more, and empty ones below them
// do not count.
func TestAFileHasSoManyRows(t *testing.T) {
	rows := "Nhiệm vụ,Chủ trì\n" + strings.Repeat("A,B\n", MostRows)
	if doc, found := complete(t, "", rows+",\n,\n", ""); len(found) > 0 || len(doc.Tasks) != MostRows {
		t.Errorf("%s, %d tasks", short(found), len(doc.Tasks))
	}
	if _, found := complete(t, "", rows+"A,B\n", ""); short(found) != "nhiem-vu.csv:5002 P272" {
		t.Errorf("one more: %s", short(found))
	}
}
