package citation

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"planpress/internal/viet"
)

// labelled is a sentence with the citations that a reader finds in it.
//
// In testdata a line is a sentence. ⟦…⟧ bounds what is to be marked; in braces
// behind it are number|date|issuer|place, of which the last may be left out.
// Number is "." for the last word of the mark, as it also is without braces, and
// "-" for none. A place is article.clause.point, with ! for “này”. ␣ stands for a
// no-break space, ⏎ for the end of a line. A sentence in normal form D comes to
// Find in form C, as package source gives every file.
type labelled struct {
	line int
	text string
	want []Span
}

func readLabelled(t *testing.T, name string) []labelled {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []labelled
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != '#' {
			l, err := parseLabelled(viet.NFCString(strings.NewReplacer("␣", "\u00a0", "⏎", "\n").Replace(line)))
			if err != nil {
				t.Fatalf("%s:%d: %v", name, n, err)
			}
			l.line = n
			all = append(all, l)
		}
	}
	return all
}

func parseLabelled(line string) (l labelled, err error) {
	for {
		before, rest, more := strings.Cut(line, "⟦")
		l.text += before
		if !more {
			return l, nil
		}
		mark, rest, closed := strings.Cut(rest, "⟧")
		if !closed {
			return l, fmt.Errorf("a mark does not end: %s", line)
		}
		s := Span{Start: len(l.text), End: len(l.text) + len(mark)}
		label := "."
		if strings.HasPrefix(rest, "{") {
			label, rest, _ = strings.Cut(rest[1:], "}")
		}
		if err := s.label(label, mark); err != nil {
			return l, fmt.Errorf("%s: %w", mark, err)
		}
		l.want = append(l.want, s)
		l.text += mark
		line = rest
	}
}

func (s *Span) label(label, mark string) (err error) {
	fields := append(strings.Split(label, "|"), "", "", "")
	switch number := fields[0]; number {
	case "-":
	case ".":
		words := strings.Fields(mark)
		s.Number, err = ParseNumber(words[len(words)-1])
	default:
		s.Number, err = ParseNumber(number)
	}
	if day := fields[1]; day != "" {
		parts := append(strings.Split(day, "-"), "0", "0")
		s.Day.Year, _ = strconv.Atoi(parts[0])
		s.Day.Month, _ = strconv.Atoi(parts[1])
		s.Day.Day, _ = strconv.Atoi(parts[2])
	}
	s.Issuer = fields[2]
	if place := fields[3]; place != "" {
		place, s.Provision.This = strings.CutSuffix(place, "!")
		parts := append(strings.Split(place, "."), "", "")
		s.Provision.Article, _ = strconv.Atoi(parts[0])
		s.Provision.Clause, _ = strconv.Atoi(parts[1])
		s.Provision.Point = parts[2]
	}
	return err
}

// score counts what was found rightly, what was found, and what there was.
type score struct{ right, found, there int }

func (s *score) add(got, want []string) {
	s.found += len(got)
	s.there += len(want)
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	for _, g := range got {
		if left[g] > 0 {
			left[g]--
			s.right++
		}
	}
}

func (s score) precision() float64 { return float64(s.right) / float64(s.found) }
func (s score) recall() float64    { return float64(s.right) / float64(s.there) }

func (s score) String() string {
	return fmt.Sprintf("precision %.2f %% (%d of %d), recall %.2f %% (%d of %d)", 100*s.precision(), s.right, s.found, 100*s.recall(), s.right, s.there)
}

func marks(text string, spans []Span, whole bool) (out []string) {
	for _, s := range spans {
		m := fmt.Sprintf("%d⟦%s⟧%s", s.Start, text[s.Start:s.End], s.Number)
		if whole {
			m += fmt.Sprintf("|%v|%s|%v", s.Day, s.Issuer, s.Provision)
		}
		out = append(out, m)
	}
	return out
}

func TestFindLabelled(t *testing.T) {
	for _, name := range []string{"testdata/labelled.txt", "testdata/holdout.txt", "testdata/second.txt"} {
		var numbers, whole score
		sentences, silent := readLabelled(t, name), 0
		for _, l := range sentences {
			got := Find(nil, []byte(l.text))
			numbers.add(marks(l.text, got, false), marks(l.text, l.want, false))
			g, w := marks(l.text, got, true), marks(l.text, l.want, true)
			whole.add(g, w)
			if len(l.want) == 0 {
				silent++
			}
			if strings.Join(g, "\n") != strings.Join(w, "\n") {
				t.Logf("%s:%d: %s\n  found %q\n   want %q", name, l.line, l.text, g, w)
			}
		}
		fmt.Printf("%s: %d sentences, %d without a citation\n\tnumbers: %v\n\twhole:   %v\n", name, len(sentences), silent, numbers, whole)
		for _, s := range []score{numbers, whole} {
			if !(s.precision() >= 0.99 && s.recall() >= 0.99) {
				t.Errorf("%s: less than 99 %%: %v", name, s)
			}
		}
	}
}

func TestFindAllocatesOnlyForCitations(t *testing.T) {
	text := []byte("Ngày 03/01/2023, 3/4 số hộ của phường, tức 1.234/1.645 hộ, dùng tệp 01-KH-UBND.pdf; mẫu số 01/QĐ; Luật sư năm 2023; khoản 3 triệu; 60km/h; tổ 5-KP3; 5/kg-ngày.")
	if n := testing.AllocsPerRun(10, func() {
		if got := Find(nil, text); len(got) > 0 {
			t.Errorf("found %q", marks(string(text), got, true))
		}
	}); n > 0 {
		t.Errorf("%v allocations where nothing is found", n)
	}
}
