package frontmatter

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/plan"
	"planpress/internal/source"
)

func TestWrongValues(t *testing.T) {
	for _, c := range []struct {
		front string
		want  []string // place and code; the first line of front is line 2
		hint  string   // part of the first finding's hint, in English
	}{
		{"titel: A\n", []string{"2:1 P016"}, `did you mean "title"?`},
		{"date: 2023-01-03\n", []string{"2:1 P016"}, `did you mean "issued"?`},
		{"Tiêu đề: A\n", []string{"2:1 P016"}, `did you mean "title"?`},
		{"Ngày ký: 2023-01-03\n", []string{"2:1 P016"}, `did you mean "issued"?`},
		{"mausac: đỏ\n", []string{"2:1 P016"}, `x-mausac`},
		{"title: A\ntitle: B\n", []string{"3:1 P017"}, "keep one"},
		{"title: A\ntrich_yeu: B\n", []string{"3:1 P017"}, "keep one"},
		{"x-a: 1\nx-a: 2\n", []string{"3:1 P017"}, "keep one"},
		{"title:\n", []string{"2:1 P018"}, "add: title:"},
		{"title: \"\"\n", []string{"2:1 P018"}, "add: title:"},
		{"title: \"  \"\n", []string{"2:1 P018"}, "add: title:"},
		{"publication: \" \"\n", []string{"2:1 P018"}, "add: publication:"},
		{"fields: [a, ' ']\n", []string{"2:13 P018"}, "delete the line"},
		{"title: [a]\n", []string{"2:8 P019"}, "write it like"},
		{"number: 01\n", []string{"2:9 P030"}, `"01/KH-UBND"`},
		{"number: 68- NQ/TW\n", []string{"2:9 P030"}, `write: "68-NQ/TW"`},
		{"number: “01/KH-UBND”\n", []string{"2:9 P030"}, `write: "01/KH-UBND"`},
		{"issued: “2023-01-03”\n", []string{"2:9 P021"}, "write: 2023-01-03"},
		{"signer:\n\u00a0name: A\n", []string{"3:1 P016"}, "U+00A0"},
		{"number: {a: b}\n", []string{"2:9 P019"}, `"01/KH-UBND"`},
		{"type: ke-hoac\n", []string{"2:7 P032"}, `did you mean "ke-hoach"`},
		{"type: kh\n", []string{"2:7 P032"}, `did you mean "ke-hoach"`},
		{"issued: 03/01/2023\n", []string{"2:9 P021"}, "write: 2023-01-03"},
		{"issued: 3-1-2023\n", []string{"2:9 P021"}, "write: 2023-01-03"},
		{"issued: ngày 03 tháng 01 năm 2023\n", []string{"2:9 P021"}, "write: 2023-01-03"},
		{"issued: 2023-01-03T08:00:00Z\n", []string{"2:9 P021"}, "write: 2023-01-03"},
		{"issued: 2023-02-30\n", []string{"2:9 P021"}, "calendar" /* in the message */},
		{"issued: 2023-00-10\n", []string{"2:9 P021"}, ""},
		{"issued: 2023\n", []string{"2:9 P021"}, "year-month-day"},
		{"issued: 1/2023\n", []string{"2:9 P021"}, "write it like: 2023-01-03"},
		{"period: 1/2023\n", []string{"2:9 P021"}, "write: 2023-01"},
		{"issued: [2023-01-03]\n", []string{"2:9 P019"}, "2023-01-03"},
		{"period: {from: 2023, den: sau}\n", []string{"2:27 P021"}, ""},
		{"period: {from: , to: }\n", []string{"2:9 P018"}, "from"},
		{"period: mãi mãi\n", []string{"2:9 P021"}, "from:"},
		{"issuer: UBND phường\n", []string{"2:9 P026"}, "write: ubnd-phuong"},
		{"slug: Kế hoạch/2023\n", []string{"2:7 P026"}, "write: ke-hoach-2023"},
		{"slug: \"???\"\n", []string{"2:7 P026"}, "write it like"},
		{"slug: a--b\n", []string{"2:7 P026"}, "write: a-b"},
		{"fields: Giáo dục\n", []string{"2:9 P019"}, "fields: [Giáo dục]"},
		{"keywords: đất đai, hộ tịch\n", []string{"2:11 P019"}, "keywords: [đất đai, hộ tịch]"},
		{"recipients:\n  - Đảng ủy\n  - Lưu: VT\n", []string{"4:5 P019"}, `write it like: "Lưu: VT"`},
		{"title:\n  a: b\n  c: d\n", []string{"3:3 P019"}, `write it like: "…"`},
		{"recipients: \"Lưu: VT\"\n", []string{"2:13 P019"}, `recipients: ["Lưu: VT"]`},
		{"fields: [a, [b], c]\n", []string{"2:13 P019"}, ""},
		{"fields: [a, ~]\n", []string{"2:13 P018"}, ""},
		{"publication: publish\n", []string{"2:14 P022"}, `did you mean "published"?`},
		{"publication: {date: 2023-01-03}\n", []string{"2:14 P018"}, "state"},
		{"lang: tiếng Việt\n", []string{"2:7 P022"}, "vi"},
		{"translations: {tiếng anh: a}\n", []string{"2:16 P022"}, ""},
		{"translations: {en: a, en: b}\n", []string{"2:23 P017"}, ""},
		{"legal_basis: [https://a.example]\n", []string{"2:15 P025"}, "documents.yaml"},
		{"relations: {replace: [a]}\n", []string{"2:13 P016"}, `did you mean "replaces"?`},
		{"relations: [a]\n", []string{"2:12 P019"}, "replaces"},
		{"attachments: [../a.pdf]\n", []string{"2:15 P025"}, "folder"},
		{"attachments: [{file: /etc/passwd}]\n", []string{"2:22 P025"}, ""},
		{"attachments: [{file: .git/config}]\n", []string{"2:22 P025"}, ""},
		{"attachments: ['C:\\a.pdf', a\\b.pdf]\n", []string{"2:15 P025", "2:27 P025"}, ""},
		{"attachments: [{title: A}]\n", []string{"2:15 P018"}, "file"},
		{"attachments: [{file: a.pdf, pages: mười}]\n", []string{"2:36 P019"}, ""},
		{"attachments: [{file: a.pdf, pages: 0}]\n", []string{"2:36 P022"}, ""},
		{"redirect_from: [//evil.example, '/a?b=1', ../c, https://a.example/]\n", []string{"2:17 P025", "2:33 P025", "2:43 P025", "2:49 P025"}, ""},
		{"source: {url: javascript:alert(1)}\n", []string{"2:15 P024"}, "https://"},
		{"source: {url: www.a.example}\n", []string{"2:15 P024"}, ""},
		{"source: {sha256: abc}\n", []string{"2:18 P022"}, "sha256sum"},
		{"silence: [{code: P061}]\n", []string{"2:11 P018"}, "reason"},
		{"silence: [{code: p61, reason: a}]\n", []string{"2:18 P022"}, ""},
		{"rating: có lẽ\n", []string{"2:9 P022"}, ""},
		{"weight: nặng\n", []string{"2:9 P019"}, ""},
		{"weight: 99999\n", []string{"2:9 P022"}, "from -32768 to 32767"},
		{"weight: " + strings.Repeat("1", 200) + ".5\n", []string{"2:9 P019"}, "the number " + strings.Repeat("1", 40) + "…"},
		{"urgency: gấp\n", []string{"2:10 P022"}, "khan"},
		{"confidentiality: mật\n", []string{"2:18 P028"}, "take the file out"},
		{"do_mat: Tối mật\n", []string{"2:9 P028"}, ""},
		{"circulation: lưu hành nội bộ\n", []string{"2:14 P028"}, ""},
		{"title: Kế hoạch #1\n", []string{"2:8 P031"}, "double quotes"},
		{"title: \"A\\x1bB\"\n", []string{"2:8 P023"}, ""},
		{"title: \"A\\u202eB\"\n", []string{"2:8 P023"}, ""},
		{"title: " + strings.Repeat("ệ", 501) + "\n", []string{"2:8 P023"}, ""},
		{"place: &a Hoa Giấy\nkeywords: [*a]\n", []string{"2:8 P015", "3:12 P015"}, ""},
		{"signer: {<<: {name: B}, name: A}\n", []string{"2:10 P015"}, ""},
		{"signer: {? {a: b} : c, name: A}\n", []string{"2:12 P027"}, ""},
		{"number: !!str 01/KH-UBND\n", []string{"2:9 P015"}, ""},
		{"x-a: [[[[[[[[[[[[[1]]]]]]]]]]]]]\n", []string{"2:18 P015"}, ""},
	} {
		_, findings := read(c.front)
		if diff := cmp.Diff(c.want, short(t, findings)); diff != "" {
			t.Errorf("%s%s", c.front, diff)
			continue
		}
		if f := findings[0]; !strings.Contains(f.Hint.EN+f.Message.EN, c.hint) {
			t.Errorf("%s: the hint is %q, want in it %q", c.front, f.Hint.EN, c.hint)
		}
	}
}

func TestAllFindingsAtOnce(t *testing.T) {
	front := "title: [a]\nnumber: 01\nissued: 03/01/2023\ndate: x\nfields: a\nplace: Kế hoạch: tầm nhìn\nsigner:\n  name: A\n  authority: XX\n"
	_, findings := read(front)
	want := []string{"2:8 P019", "3:9 P030", "4:9 P021", "5:1 P016", "6:9 P019", "7:16 P013", "10:14 P022"}
	if diff := cmp.Diff(want, short(t, findings)); diff != "" {
		t.Error(diff)
	}
}

func TestSyntax(t *testing.T) {
	for _, c := range []struct {
		front, want, hint string
	}{
		{"title: Kế hoạch: năm 2023\n", "2:16 P013", `title: "Kế hoạch: năm 2023"`},
		{"title: Kế hoạch \"A\": B\n", "2:20 P013", `title: 'Kế hoạch "A": B'`},
		{"title: A\nplace: B:\n", "3:9 P013", `place: "B:"`},
		{"title: \"Kế hoạch\n", "2:8 P013", `add " at the end`},
		{"title: 'Kế hoạch\nplace: A\nissuer: b\n", "2:8 P013", "add ' at the end"},
		{"title: \"A\" B\n", "2:11 P013", `'"A" B'`},
		{"source: {file: \"a\\K\"}\n", "2:1 P013", "quotes"},
		{"redirect_from: [a?b=1]\n", "2:18 P013", "double quotes"},
		{"place: \"a\\K\"\n", "2:10 P013", "single quotes"},
		{"title: @a\n", "2:8 P013", `"@a"`},
		{"title: *quan trọng*\n", "2:8 P013", `"*quan trọng*"`},
		{"title: [Khẩn] Kế hoạch\n", "2:14 P013", `"[Khẩn] Kế hoạch"`},
		{"fields: [a, b\n", "2:9 P013", "add ]"},
		{"attachments: {file: a.pdf, title: B: C}\n", "2:1 P013", "each value that has a colon"},
		{"place:Hoa Giấy\n", "2:7 P013", "write: place: Hoa Giấy"},
		{"place:\u00a0Hoa Giấy\n", "2:7 P013", "write: place: Hoa Giấy"},
		{"signer:\n\tname: A\n", "3:1 P013", "spaces"},
		{"signer:\n    name: A\n  position: B\n", "4:1 P013", "same indentation"},
		{"place: A\n  issuer: b\n", "3:1 P013", "remove the indentation"},
		{"history:\n  - date: 2023-01-03\n    kind: editorial\n    note: Sửa: lỗi\n  - date: 2023-01-04\n    kind: editorial\n", "5:14 P013", `note: "Sửa: lỗi"`},
		{"recipients:\n  - A\n  - B: C: D\n", "4:9 P013", ""},
		{"recipients:\n  - \"Lưu: VT\n", "3:5 P013", "add \" at the end"},
		{"recipients:\n  - \"Lưu\":VT\n  - C: D: E\n", "3:11 P013", "write: \"Lưu\": VT"},
		{"signer:\n  name: \"Nguyễn\n    Văn A\"\n  position: Chủ tịch: phường\n", "5:21 P013", "Chủ tịch: phường"},
		{"attachments:\n  - {file: a.pdf,\n     title: A}\n  - {file: b.pdf, title: B} C\n", "5:28 P013", "quotes"},
		{"Kế hoạch năm 2023\n", "2:1 P013", "indent"},
		{"- a\n", "2:1 P013", ""},
		{"place: A\x01B\n", "2:9 P013", ""},
		{"place: A\u2028B\n", "2:9 P013", ""},
		{"%YAML 1.2\n", "2:1 P013", ""},
	} {
		_, findings := read(c.front)
		if diff := cmp.Diff([]string{c.want}, short(t, findings)); diff != "" {
			t.Errorf("%s%s", c.front, diff)
		} else if !strings.Contains(findings[0].Hint.EN, c.hint) {
			t.Errorf("%s: the hint is %q, want in it %q", c.front, findings[0].Hint.EN, c.hint)
		}
	}
}

func TestFences(t *testing.T) {
	const front = "title: A\ntype: ke-hoach\npublication: draft\n"
	for _, c := range []struct {
		name, file, body string
		want             []string
	}{
		{"as it should be", "---\n" + front + "---\nB", "B", nil},
		{"trailing spaces", "---  \n" + front + "--- \t\nB", "B", nil},
		{"blank lines before", "\n  \n---\n" + front + "---\nB", "B", nil},
		{"dots at the end", "---\n" + front + "...\nB", "B", nil},
		{"a rule in the body", "---\n" + front + "---\nB\n\n---\n", "B\n\n---\n", nil},
		{"an indented rule in a value", "---\n" + front + "summary: |\n  a\n  ---\n---\nB", "B", nil},
		{"no line break at the end", "---\n" + front + "---", "", []string{"5:4 P035"}},
		{"front matter only", "---\n" + front + "---\n\n \n", "\n \n", []string{"6:1 P035"}},
		{"four hyphens", "----\n" + front + "----\nB", "B", []string{"1:1 P011", "5:1 P011"}},
		{"a dash made by an editor", "—\n" + front + "—-\nB", "B", []string{"1:1 P011", "5:1 P011"}},
		{"indented", " ---\n" + front + "---\nB", "B", []string{"1:1 P011"}},
		{"no beginning", front + "---\nB", "B", []string{"1:1 P011"}},
		{"no end", "---\n" + front + "\n# B\n", "", []string{"1:1 P011"}},
		{"no end, but a rule in the text", "---\n" + front + "\nĐây là nội dung.\n\n---\nB", "B", []string{"6:1 P011"}},
		{"TOML", "+++\ntitle = 'A'\n+++\nB", "+++\ntitle = 'A'\n+++\nB", []string{"1:1 P011"}},
		{"none", "# A\n\nB\n", "# A\n\nB\n", []string{"1:1 P010"}},
		{"empty", "", "", []string{"1:1 P010"}},
		{"blank", "\n\n", "", []string{"1:1 P010"}},
		{"nothing between", "---\n---\nB", "B", []string{"1:1 P018", "1:1 P018", "1:1 P018"}},
		{"only a comment between", "---\n# A\n---\nB", "B", []string{"1:1 P018", "1:1 P018", "1:1 P018"}},
		{"too large", "---\n" + front + "x-a: " + strings.Repeat("a", maxFrontMatter) + "\n---\nB", "B", []string{"2:1 P012"}},
	} {
		doc, body, findings := Document(source.New("x.md", []byte(c.file)), plan.KindDocument)
		if diff := cmp.Diff(c.want, short(t, findings)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if got := c.file[body:]; got != c.body {
			t.Errorf("%s: the body is %q, want %q", c.name, got, c.body)
		}
		if c.want == nil && doc.Title != "A" {
			t.Errorf("%s: the front matter was not read", c.name)
		}
	}
}

// What is made to stop the machine must come back as findings.
func TestBombs(t *testing.T) {
	const size = maxFrontMatter - 100
	for name, front := range map[string]string{
		"aliases":         "x-a: &a [b, b]\nx-b: &b [*a, *a, *a]\nx-c: [*b, *b, *b]\n",
		"brackets":        "x-a: " + strings.Repeat("[", size) + "\n",
		"braces":          "x-a: " + strings.Repeat("{a: ", size/4) + "\n",
		"dashes":          strings.Repeat("- ", size/2) + "\n",
		"questions":       strings.Repeat("? ", size/2) + "\n",
		"unknown keys":    lines("khoa%d: v\n", size),
		"one key":         strings.Repeat("title: A\n", size/9),
		"comments":        strings.Repeat("a:\n#\n", size/5),
		"merge":           "<<: [a]\n? [a, b]\n: c\n<<: {? [x] : y}\n",
		"unclosed quotes": strings.Repeat("a: \"\n", size/5),
		"bad indentation": "a:\n" + strings.Repeat(" b\n  c: d\n", size/10),
		"dates":           "history:\n" + strings.Repeat(" - {date: 1, kind: a}\n", size/24),
	} {
		_, findings := read(front)
		if len(findings) == 0 || len(findings) > maxFindings+1 {
			t.Errorf("%s: %d findings", name, len(findings))
		}
		if len(findings) == maxFindings+1 && findings[maxFindings].Rule != ruleTooMany {
			t.Errorf("%s: findings are left out without a word", name)
		}
	}
}

func lines(format string, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size-20; i++ {
		b.WriteString(strings.Replace(format, "%d", strings.Repeat("i", i%40), 1))
	}
	return b.String()
}

func FuzzDocument(f *testing.F) {
	f.Add([]byte(fullDocument))
	for _, s := range []string{"---\ntitle: a: b\n---\n", "----\na\n—\n", "---\n? [a]\n: *b\n<<: c\n---\n", "---\nx-a: !!binary a\n...\nb", "+++", "---\ntitle: \"a\n---\n",
		"---\nattachments:\n- file: ../a\n  pages: x\nperiod: 2020-2025\n---\n", "\n---\ntitle: 'a\u2028'\n---"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, kind := range []plan.Kind{plan.KindDocument, plan.KindPage} {
			file := source.New("x.md", data)
			doc, body, findings := Document(file, kind)
			if doc == nil || body < 0 || body > len(data) {
				t.Fatalf("document %v, body at %d", doc, body)
			}
			last := file.At(len(data)).Line
			for _, x := range findings {
				if x.Pos.Line < 0 || x.Pos.Line > last || x.Message.VI == "" || x.Message.EN == "" {
					t.Fatalf("%v: %v", x.Pos, x.Message)
				}
			}
			for p := range doc.Places.Each {
				if p.Line < 1 || p.Line > last || p.Column < 1 {
					t.Fatalf("%v of %d lines", p, last)
				}
			}
		}
	})
}
