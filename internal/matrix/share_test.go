package matrix

import "testing"

// What rows of a table repeat is in memory once, and is read as it was written.
func TestRowsShareTheirBodies(t *testing.T) {
	doc, found := complete(t, "", `Mã,Nhiệm vụ,Chủ trì,Phối hợp
nv-01,Rà soát,Văn phòng,Công an phường; Trạm Y tế
nv-02,Công khai,Văn phòng,Công an phường
nv-03,Tiếp dân,Công an phường,Công an phường; Trạm Y tế
`, "")
	if len(found) > 0 {
		t.Fatal(short(found))
	}
	a, b, c := doc.Tasks[0], doc.Tasks[1], doc.Tasks[2]
	if &a.Leads[0] != &b.Leads[0] || &a.Partners[0] != &c.Partners[0] {
		t.Error("equal lists stand in memory twice")
	}
	if len(b.Partners) != 1 || len(c.Partners) != 2 || c.Partners[1].Name != "Trạm Y tế" || c.Leads[0].Name != "Công an phường" {
		t.Errorf("%+v, %+v, %+v", b.Partners, c.Partners, c.Leads)
	}
}
