package goal

import (
	"fmt"
	"testing"

	"planpress/internal/plan"
)

// show writes a goal as a table can hold it: "between 40 50 %".
func show(g plan.Goal) string {
	name := [...]string{"prose", "at least", "at most", "above", "below", "between", "exactly"}[g.Op]
	switch g.Op {
	case plan.Prose:
	case plan.AtMost, plan.Below:
		name += fmt.Sprintf(" %v", g.High)
	case plan.Between:
		name += fmt.Sprintf(" %v %v", g.Low, g.High)
	default:
		name += fmt.Sprintf(" %v", g.Low)
	}
	if g.Unit != "" {
		name += " " + g.Unit
	}
	return name
}

func TestForms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"≥ 55", "at least 55"},
		{">= 55", "at least 55"},
		{"=> 55", "at least 55"},
		{"≥55%", "at least 55 %"},
		{"≤ 3", "at most 3"},
		{"<=3", "at most 3"},
		{"> 90%", "above 90 %"},
		{"< 5", "below 5"},
		{"= 100%", "exactly 100 %"},
		{"40 - 50", "between 40 50"},
		{"40-50%", "between 40 50 %"},
		{"40% - 50%", "between 40 50 %"},
		{"40 – 50", "between 40 50"},
		{"từ 40 đến 50", "between 40 50"},
		{"2,5 - 3,0%", "between 2.5 3 %"},
		{"100%", "at least 100 %"},
		{"100 %", "at least 100 %"},
		{"Đạt 100%", "at least 100 %"},
		{"Phấn đấu đạt 95%", "at least 95 %"},
		{"100% hồ sơ được số hóa khi tiếp nhận", "at least 100 %"},
		{"trên 90%", "above 90 %"},
		{"Trên 90 %", "above 90 %"},
		{"hơn 90%", "above 90 %"},
		{"tối thiểu 80%", "at least 80 %"},
		{"Tối thiểu 80%.", "at least 80 %"},
		{"ít nhất 02 lớp", "at least 2 lớp"},
		{"không dưới 80%", "at least 80 %"},
		{"từ 80% trở lên", "at least 80 %"},
		{"80% trở lên", "at least 80 %"},
		{"không quá 3", "at most 3"},
		{"Không vượt quá 3 ngày", "at most 3 ngày"},
		{"tối đa 5", "at most 5"},
		{"5 trở xuống", "at most 5"},
		{"giảm còn 2%", "at most 2 %"},
		{"dưới 5 ngày", "below 5 ngày"},
		{"DƯỚI 5 NGÀY", "below 5 NGÀY"},
		{"99,5", "at least 99.5"},
		{"99.5", "at least 99.5"},
		{"0,35%", "at least 0.35 %"},
		{"1.234", "at least 1234"},
		{"1.234,5", "at least 1234.5"},
		{"12.500.000 đồng", "at least 1.25e+07 đồng"},
		{"2.450 tỷ đồng", "at least 2450 tỷ đồng"},
		{"hạng 5", "at most 5 rank"},
		{"Hạng 5/34", "at most 5 rank"},
		{"xếp thứ 10/63", "at most 10 rank"},
		{"Xếp thứ 10 trên 63", "at most 10 rank"},
		{"thứ hạng 10", "at most 10 rank"},
		{"Top 10", "at most 10 rank"},
		{"hạng 10 - 15", "at most 15 rank"},
		{"trong 10 phường dẫn đầu", "at most 10 rank"},
		{"giảm từ 3% xuống còn 2%", "at most 2 %"},
		{"giảm từ 3 xuống 2", "at most 2"},
		{"tăng từ 90% lên 95%", "at least 95 %"},
		{"> = 95", "at least 95"},
		{"40 ÷ 50%", "between 40 50 %"},
		{"tăng từ 3 đến 5 bậc", "between 3 5 bậc"},
		{"Hoàn thành", "prose"},
		{"Có kế hoạch được phê duyệt", "prose"},
		{"", "prose"},
		{"-", "prose"},
		{"90% cấp tỉnh, 80% cấp xã", "prose"},
		{"Đạt chuẩn cấp độ 2", "prose"},
		{"1,2,3", "prose"},
		{"1.23.456", "prose"},
	} {
		if got := show(Parse(c.text, "", plan.Rises)); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTheTargetSaysWhatABareNumberMeans(t *testing.T) {
	for _, c := range []struct {
		text, unit string
		direction  plan.Direction
		want       string
	}{
		{"5", "", plan.Rises, "at least 5"},
		{"5", "", plan.Falls, "at most 5"},
		{"5", "", plan.Within, "exactly 5"},
		{"≥ 5", "", plan.Falls, "at least 5"},
		{"0", "vụ", plan.Rises, "at most 0"},
		{"0 vụ", "", plan.Rises, "at most 0 vụ"},
		{"≥ 0", "", plan.Rises, "at least 0"},
		{"5", "hạng", plan.Rises, "at most 5 rank"},
		{"5", "Thứ hạng", plan.Rises, "at most 5 rank"},
		{"5", "rank", plan.Rises, "at most 5 rank"},
		{"5", "người", plan.Rises, "at least 5"},
		{"≥ 850 triệu đồng", "tỷ đồng", plan.Rises, "at least 0.85 triệu đồng"},
		{"1,5 nghìn tỷ đồng", "tỷ đồng", plan.Rises, "at least 1500 nghìn tỷ đồng"},
		{"1 - 1,5 nghìn", "người", plan.Rises, "between 1000 1500 nghìn"},
		{"40,5 tỷ đồng", "tỷ đồng", plan.Rises, "at least 40.5 tỷ đồng"},
		{"40,5 tỷ đồng", "", plan.Rises, "at least 40.5 tỷ đồng"},
		{"95", "Tỷ lệ %", plan.Rises, "at least 95"},
		{"5 công ty", "công ty", plan.Rises, "at least 5 công ty"},
	} {
		if got := show(Parse(c.text, c.unit, c.direction)); got != c.want {
			t.Errorf("%q in %q: got %s, want %s", c.text, c.unit, got, c.want)
		}
	}
}

func TestMet(t *testing.T) {
	for _, c := range []struct {
		goal, value string
		met, known  bool
	}{
		{"≥ 55", "55", true, true},
		{"≥ 55", "54,9", false, true},
		{"trên 90%", "90%", false, true},
		{"trên 90%", "90,1%", true, true},
		{"không quá 3", "3", true, true},
		{"không quá 3", "4", false, true},
		{"dưới 5 ngày", "5 ngày", false, true},
		{"dưới 5 ngày", "4,5 ngày", true, true},
		{"40 - 50", "39", false, true},
		{"40 - 50", "50", true, true},
		{"40 - 50", "51", false, true},
		{"= 12", "13", false, true},
		{"100%", "100 %", true, true},
		{"100%", "Đạt 99,8%", false, true},
		{"hạng 5", "hạng 3", true, true},
		{"hạng 5", "xếp thứ 6/34", false, true},
		{"1.000", "999", false, true},
		{"Hoàn thành", "Hoàn thành", true, true},
		{"Hoàn thành", "Chưa hoàn thành", false, true},
		{"Hoàn thành", "Đang thực hiện", false, true},
		{"Được phê duyệt", "được phê duyệt", true, true},
		{"Được phê duyệt", "đã trình", true, false},
		{"≥ 55", "Đạt", true, true},
		{"≥ 55", "chưa đạt", false, true},
		{"≥ 55", "chưa có số liệu", false, true},
		{"≥ 55", "đang tổng hợp", false, true},
		{"≥ 55", "", false, false},
		{"≥ 55", "60% cấp tỉnh, 40% cấp xã", false, false},
	} {
		met, known := Met(Parse(c.goal, "", plan.Rises), Measure(c.value, ""))
		if known != c.known || known && met != c.met {
			t.Errorf("%q against %q: met %v, known %v; want %v, %v", c.value, c.goal, met, known, c.met, c.known)
		}
	}
}

func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		text   string
		unit   string
		value  float64
		number bool
		of     int
	}{
		{"96,4%", "", 96.4, true, 0},
		{"-2,5%", "", -2.5, true, 0},
		{"1.250 hồ sơ", "", 1250, true, 0},
		{"12/34", "", 12, true, 34},
		{"hạng 12/34", "", 12, true, 34},
		{"34/12", "", 34, true, 0},
		{"Đạt 45 lượt", "", 45, true, 0},
		{"40 - 50", "", 0, false, 0},
		{"chưa có", "", 0, false, 0},
		{"", "", 0, false, 0},
		{"27/30", "%", 90, true, 0},
		{"27/30 (90%)", "%", 90, true, 0},
		{"27/30 hồ sơ", "hồ sơ", 27, true, 30},
		{"90%", "%", 90, true, 0},
		{"850 triệu đồng", "tỷ đồng", 0.85, true, 0},
		{"1,5 nghìn tỷ đồng", "tỷ đồng", 1500, true, 0},
		{"17,4 tỷ đồng", "Tỷ đồng", 17.4, true, 0},
		{"1,5 triệu", "", 1.5, true, 0},
	} {
		m := Measure(c.text, c.unit)
		if m.Value != c.value || m.Number != c.number || m.Of != c.of || m.Text != c.text {
			t.Errorf("%q: got %+v", c.text, m)
		}
	}
}

// FuzzParse holds what is true of every goal: its text is kept, its bounds are
// in order, and a value in the middle of them meets it.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"từ 40,5% đến 1.000,25 % trở lên", "xếp thứ 10/63", "≥-5", "không vượt quá 12.345 ngày"} {
		f.Add(s, "%", uint8(0))
	}
	f.Fuzz(func(t *testing.T, s, unit string, direction uint8) {
		g := Parse(s, unit, plan.Direction(direction%4))
		if g.Text != s {
			t.Fatalf("%q became %q", s, g.Text)
		}
		value := g.Low
		switch g.Op {
		case plan.Prose:
			return
		case plan.Above:
			value = g.Low + 1
		case plan.AtMost:
			value = g.High
		case plan.Below:
			value = g.High - 1
		case plan.Between:
			if value = (g.Low + g.High) / 2; g.Low >= g.High {
				t.Fatalf("%q: from %v to %v", s, g.Low, g.High)
			}
		}
		if met, known := Met(g, plan.Measure{Value: value, Number: true}); !met || !known {
			t.Fatalf("%v does not meet %s of %q", value, show(g), s)
		}
	})
}
