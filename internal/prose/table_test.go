package prose

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCutCell(t *testing.T) {
	for line, want := range map[string][]string{
		"| a | b |":         {" a ", " b "},
		"a | b":             {"a ", " b"},
		"|a|b":              {"a", "b"},
		"| a | |":           {" a ", " "},
		"| a | b | ":        {" a ", " b "},
		"||a|":              {"", "a"},
		"|":                 {""},
		`| a \| b | c |`:    {` a \| b `, " c "},
		`| a \\| b |`:       {` a \\`, " b "},
		"| `a|b` |":         {" `a", "b` "},
		`| Điều 7 | điểm đ`: {" Điều 7 ", " điểm đ"},
	} {
		var got []string
		for rest, more := openRow([]byte(line)), true; more; {
			var one []byte
			one, rest, more = cutCell(rest)
			got = append(got, string(one))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
		if n := countCells([]byte(line)); n != len(want) {
			t.Errorf("%s has %d cells, want %d", line, n, len(want))
		}
	}
}

func TestTableColumns(t *testing.T) {
	for _, c := range []struct {
		header, line string
		want         []alignment
	}{
		{"| a | b |", "|---|:-:|", []alignment{alignNone, alignCenter}},
		{"a | b", "--- | --:", []alignment{alignNone, alignRight}},
		{"| a |", "| :-- |", []alignment{alignLeft}},
		{"a", "---", nil},  // a heading
		{"a", ":---", nil}, // a text
		{"| a | b |", "|---|", nil},
		{"| a |", "|---|---|", nil},
		{"| a |", "| - - |", nil},
		{"| a |", "| : |", nil},
		{"| a |", "| |", nil},
		{"| a | b |", "| ---x | --- |", nil},
	} {
		if diff := cmp.Diff(c.want, tableColumns([]byte(c.line), []byte(c.header))); diff != "" {
			t.Errorf("%s under %s (-want +got):\n%s", c.line, c.header, diff)
		}
	}
}

func TestCaptionLabel(t *testing.T) {
	for text, want := range map[string]string{
		"Bảng 1. Chỉ tiêu":             "bang-1",
		"Bảng 2.1: Chỉ tiêu":           "bang-2-1",
		"Bảng 2-12. Chỉ tiêu":          "bang-2-12",
		"BẢNG IV. CHỈ TIÊU":            "bang-iv",
		"Biểu số 02: Tổng hợp":         "bieu-so-02",
		"Table 3. Targets":             "table-3",
		"Bảng: Chỉ tiêu":               "without a number",
		"Bảng 1 cho thấy":              "",
		"Bảng 1.":                      "",
		"Bảng chỉ tiêu: năm 2026":      "",
		"Bảng. ":                       "",
		"Theo Bảng 1. Chỉ tiêu":        "",
		"Bảngx 1. a":                   "",
		"Biểu dương 3. tập thể":        "",
		"Biểu diễn văn nghệ: kế hoạch": "",
	} {
		label, numbered := captionLabel(text)
		got := captionName(text)
		if label != "" && !numbered {
			got = "without a number"
		}
		if got != want {
			t.Errorf("the caption %q has the anchor %q, want %q", text, got, want)
		}
	}
}

// body gives the rows below the header of the only table in a text, each tag
// without its alignment.
func body(t *testing.T, markdown string) string {
	t.Helper()
	r := convert(markdown)
	_, rest, ok := strings.Cut(string(r.Body.HTML), "<tbody>\n")
	if !ok {
		t.Fatalf("no table in %s", r.Body.HTML)
	}
	rest, _, _ = strings.Cut(rest, "</table>")
	return rest
}

func TestRowNames(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"an empty first header": {"| | a |\n|-|-|\n| b | c |", `<tr><th scope="row">b</th><td>c</td></tr>`},
		"bold names":            {"| x | a |\n|-|-|\n| **b** | c |", `<tr><th scope="row"><strong>b</strong></th><td>c</td></tr>`},
		"one that is not bold":  {"| x | a |\n|-|-|\n| **b** | c |\n| d | e |", `<tr><td><strong>b</strong></td><td>c</td></tr>`},
		"counted rows":          {"| STT | a | b |\n|-|-|-|\n| 1 | c | d |", `<tr><td>1</td><th scope="row">c</th><td>d</td></tr>`},
		"a name is missing":     {"| TT | a | b |\n|-|-|-|\n| 1 | c | d |\n| 2 | | d |", `<tr><td>1</td><td>c</td><td>d</td></tr>`},
		"two columns":           {"| TT | a |\n|-|-|\n| 1 | c |", `<tr><td>1</td><td>c</td></tr>`},
		"nothing of all":        {"| x | a | b |\n|-|-|-|\n| 1 | c | d |", `<tr><td>1</td><td>c</td><td>d</td></tr>`},
	} {
		if got := body(t, c.text); !strings.HasPrefix(got, c.want+"\n") {
			t.Errorf("%s:\n%s\nbegins\n%s\nwant\n%s", name, c.text, got, c.want)
		}
	}
}

func TestGroupRows(t *testing.T) {
	head := "| STT | a | b |\n|-|-|-|\n"
	group := `<tr class="group">`
	for row, want := range map[string]string{
		"| Nhóm một |":         group + `<th scope="rowgroup" colspan="3">Nhóm một</th></tr>`,
		"| **Nhóm một** | | |": group + `<th scope="rowgroup" colspan="3"><strong>Nhóm một</strong></th></tr>`,
		"| NHÓM MỘT | | |":     group + `<th scope="rowgroup" colspan="3">NHÓM MỘT</th></tr>`,
		"| I. Nhóm | | |":      group + `<th scope="rowgroup" colspan="3">I. Nhóm</th></tr>`,
		"| II | Nhóm | |":      group + `<td>II</td><th scope="rowgroup" colspan="2">Nhóm</th></tr>`,
		"| A. | Nhóm | |":      group + `<td>A.</td><th scope="rowgroup" colspan="2">Nhóm</th></tr>`,
		"| 5 | | |":            `<tr><td>5</td><td></td><td></td></tr>`,
		"| 5 |":                `<tr><td>5</td><td colspan="2"></td></tr>`,
		"| Nhóm một | | |":     `<tr><td>Nhóm một</td><td></td><td></td></tr>`,
		"| 1 | việc | |":       `<tr><td>1</td><th scope="row">việc</th><td></td></tr>`,
	} {
		if got := body(t, head+row); !strings.HasPrefix(got, want+"\n") {
			t.Errorf("%s\ngives\n%s\nwant\n%s", row, got, want)
		}
	}
	if got := body(t, "| Hạng | a | b |\n|-|-|-|\n| A | 9 | |"); strings.Contains(got, "group") {
		t.Errorf("a mark in the first column is taken for the number of a group:\n%s", got)
	}
}

// What stands in a table is shown, however badly it is written.
func TestTablesLoseNothing(t *testing.T) {
	for _, text := range []string{
		"| một | hai |\n|---|---|\n| ba | bốn | năm | sáu |",
		"| một | hai |\n|---|---|\n| ba\nbốn năm\nsáu",
		"một\nhai | ba\n--|--\nbốn | năm\nsáu",
		"| một | hai |\n|---|\n| ba | bốn | năm | sáu |",
		"> | một | hai |\n> |---|---|\n> | ba | bốn |\nnăm sáu",
		"- | một | hai |\n  |---|---|\n  | ba | bốn |\n  năm sáu",
		"Bảng 1. một\n\n| hai | ba |\n|---|---|\n| bốn | năm |\n\nBảng 2. sáu",
		"| một | hai |\n|---|---|\n| ba | bốn |\n| năm |\n===\n\nsáu",
	} {
		html := string(convert(text).Body.HTML)
		for _, word := range strings.Fields("một hai ba bốn năm sáu") {
			if !strings.Contains(html, word) {
				t.Errorf("%q is lost in\n%s\nwhich gives\n%s", word, text, html)
			}
		}
	}
}

// The finding for a table that is none says what is wrong with it.
func TestBrokenTables(t *testing.T) {
	for _, c := range []struct{ name, text, at, message, hint string }{
		{"cells", "| a | b |\n|---|\n", "x.md:2:1", "is 1, in the one above it 2", "|---|---| for two"},
		{"in a list", "- | a | b |\n  |---|\n- c\n", "x.md:2:3", "is 1, in the one above it 2", "|---|---| for two"},
		{"a cell", "| a | b |\n|---|- -|\n", "x.md:2:1", "not well written", "|---|---| for two"},
		{"behind another", "| a | A |\n|---|---|\n| b | B |\nc\n| d |\n|---|\n| e |\n", "x.md:6:1", "touches the text", "a blank line above"},
	} {
		found := convert(c.text).Findings
		if len(found) != 1 || found[0].Rule != ruleTableBroken {
			t.Errorf("%s: findings %v, want one of %s", c.name, found, ruleTableBroken.Name)
			continue
		}
		if f := found[0]; f.Pos.String() != c.at || !strings.Contains(f.Message.EN, c.message) || !strings.Contains(f.Hint.EN, c.hint) {
			t.Errorf("%s: %s: %s (%s), want %s: …%s… (…%s…)", c.name, f.Pos, f.Message.EN, f.Hint.EN, c.at, c.message, c.hint)
		}
	}
}
