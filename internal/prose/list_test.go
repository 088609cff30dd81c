package prose

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// TestNumbersArePrintedAsWritten makes lists of clauses, points and dashes as
// people type them, indented or not, with blank lines or without, and with
// gaps. The numbers and letters that a browser shows must be those of the text.
func TestNumbersArePrintedAsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		text := randomClauses(r)
		want := writtenMarks(text)
		got := printedMarks(t, convert(text).Body.HTML)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("marks (-written +printed):\n%s\nof\n%s", diff, text)
		}
	}
}

// randomClauses writes clauses with rising numbers, points with rising
// letters, and dashes under some of them.
func randomClauses(r *rand.Rand) string {
	var b strings.Builder
	blank, indented := r.IntN(2) == 0, r.IntN(2) == 0
	line := func(indent int, s string) {
		if indented {
			b.WriteString(strings.Repeat(" ", indent))
		}
		b.WriteString(s + "\n")
		if blank {
			b.WriteString("\n")
		}
	}
	format := []string{"%d. Khoản:", "%02d. Khoản:", "%d) Khoản:"}[r.IntN(3)]
	number := 0
	for range 1 + r.IntN(5) {
		number += 1 + r.IntN(2)*r.IntN(3)
		line(0, fmt.Sprintf(format, number))
		letters := []rune(pointLetters)
		for range r.IntN(5) {
			letters = letters[r.IntN(3):]
			line(3, string(letters[0])+") điểm:")
			letters = letters[1:]
			for range r.IntN(3) {
				line(6, "- việc;")
			}
		}
	}
	return b.String()
}

var mark = regexp.MustCompile(`(?m)^ *(\d+[.)]|[\pL]\)|-) `)

func writtenMarks(text string) []string {
	var marks []string
	for _, m := range mark.FindAllStringSubmatch(text, -1) {
		marks = append(marks, m[1])
	}
	return marks
}

// printedMarks counts list items as browsers do.
func printedMarks(t *testing.T, body []byte) []string {
	t.Helper()
	var marks []string
	var lists []int // the number shown last; -1 where none are shown
	z := html.NewTokenizer(bytes.NewReader(body))
	label := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return marks
		case html.TextToken:
			if label {
				marks = append(marks, string(z.Text()))
			}
			label = false
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "ol" || string(name) == "ul" {
				lists = lists[:len(lists)-1]
			}
		case html.StartTagToken:
			token := z.Token()
			attrs := map[string]string{}
			for _, a := range token.Attr {
				attrs[a.Key] = a.Val
			}
			switch {
			case token.Data == "ul":
				lists = append(lists, -2)
			case token.Data == "ol" && attrs["class"] == "points":
				lists = append(lists, -1)
			case token.Data == "ol":
				lists = append(lists, 0)
			case token.Data == "span" && attrs["class"] == "point-label":
				label = true
			case token.Data == "li" && lists[len(lists)-1] == -2:
				marks = append(marks, "-")
			case token.Data == "li" && lists[len(lists)-1] >= 0:
				top := &lists[len(lists)-1]
				*top++
				if v, err := strconv.Atoi(attrs["value"]); err == nil {
					*top = v
				}
				marks = append(marks, strconv.Itoa(*top)+".")
			}
		}
	}
}

// An item that begins with the caption of a table keeps its label before both.
func TestLabelBeforeACaption(t *testing.T) {
	for label, text := range map[string]string{
		"a)":  "a) Bảng 1. Tên\n\n   | a | b |\n   |---|---|\n   | c | d |\n",
		"01.": "01. Bảng 1. Tên\n\n    | a | b |\n    |---|---|\n    | c | d |\n",
	} {
		html := string(convert(text).Body.HTML)
		before, _, _ := strings.Cut(html, "<caption")
		if !strings.Contains(before, `<span class="point-label">`+label+`</span>`) {
			t.Errorf("the label %s is not before the caption:\n%s", label, html)
		}
	}
}
