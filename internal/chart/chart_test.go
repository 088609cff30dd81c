package chart

import (
	"encoding/xml"
	"html/template"
	"io"
	"regexp"
	"strings"
	"testing"

	"planpress/internal/hostile"
)

// pictures are one of each kind, with a text in every place that has one.
func pictures(text string) map[string]template.HTML {
	h := Head{"_x", text, text}
	return map[string]template.HTML{
		"share":    Share(h, []Part{{"done", 3, Solid}, {"late", 1, Crossed}, {"gone", 0, Dotted}}),
		"progress": Progress(h, Bar{"met", 1.3, .5, true}),
		"timeline": Timeline(h, Scale{Now: .7, HasNow: true, Ticks: []float64{.25, .5}}, Span{Class: "late", From: .1, To: .6, First: .4, Moved: true}),
		"several":  Timeline(h, Scale{}, Span{Class: "late", From: .1, To: .6}, Span{Class: "done", From: .2, To: .4, Thin: true}),
		"course":   Line(h, Course{[]float64{88, 91.5, 90}, 95, 95}),
		"range":    Line(h, Course{[]float64{30}, 40, 50}),
	}
}

// TestPicturesAreSaid: a picture is one image with a name and a description.
func TestPicturesAreSaid(t *testing.T) {
	for name, svg := range pictures("Tiến độ") {
		for _, want := range []string{`role="img"`, `aria-labelledby="_xt _xd"`, `<title id="_xt">Tiến độ</title>`, `<desc id="_xd">Tiến độ</desc>`} {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%s lacks %s:\n%s", name, want, svg)
			}
		}
	}
}

// TestPicturesKeepToThePolicy: no style, script, colour or address.
func TestPicturesKeepToThePolicy(t *testing.T) {
	bad := regexp.MustCompile(`style|script|href|<text|stroke=|fill="[^u]|url\([^#]|NaN|Inf|="-`)
	for name, svg := range pictures("x") {
		if found := bad.FindString(string(svg)); found != "" {
			t.Errorf("%s has %q:\n%s", name, found, svg)
		}
	}
}

// TestTextsStayTexts: no title opens an element, and every picture is
// well-formed.
func TestTextsStayTexts(t *testing.T) {
	sound := map[string]string{}
	for name, svg := range pictures("x") {
		sound[name] = string(svg)
	}
	for _, vector := range append(hostile.Vectors(), "a < b & \"c\"") {
		text := strings.ToValidUTF8(strings.Map(func(r rune) rune {
			if r < ' ' || r == 0xFFFE || r == 0xFFFF {
				return -1 // XML has no such characters, HTML drops them
			}
			return r
		}, vector), "")
		for name, svg := range pictures(text) {
			elements := 0
			for d := xml.NewDecoder(strings.NewReader(string(svg))); ; {
				token, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s with %q: %v", name, text, err)
				}
				if _, ok := token.(xml.StartElement); ok {
					elements++
				}
			}
			if want := strings.Count(sound[name], "<") - strings.Count(sound[name], "</"); text != "" && elements != want {
				t.Errorf("%s with %q has %d elements, want %d", name, text, elements, want)
			}
		}
	}
}

// TestPartsFillTheWhole: widths are shares, and what is empty is not drawn.
func TestPartsFillTheWhole(t *testing.T) {
	svg := string(pictures("x")["share"])
	for _, want := range []string{`class="part-done" x="0%" y="0%" width="75%"`, `class="part-late" x="75%" y="0%" width="25%"`, `fill="url(#_xp3)"`, `<pattern id="_xp3"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("there is no %s in\n%s", want, svg)
		}
	}
	if strings.Contains(svg, "gone") {
		t.Error("a part without anything in it is drawn")
	}
}

// TestMarksStayInside: a bar beyond its goal ends there, and a value at the
// edge keeps a margin.
func TestMarksStayInside(t *testing.T) {
	all := pictures("x")
	if svg := string(all["progress"]); !strings.Contains(svg, `class="bar bar-met" x="0%" y="20%" width="100%"`) {
		t.Errorf("the bar is not cut at the goal:\n%s", svg)
	}
	if svg := string(all["course"]); strings.Contains(svg, `cy="0%"`) || strings.Contains(svg, `cy="100%"`) {
		t.Errorf("a point lies on the edge:\n%s", svg)
	}
}

// TestSpansAreToldApartWithoutColour: each has a row of its own, and what is
// over is thinner.
func TestSpansAreToldApartWithoutColour(t *testing.T) {
	svg := string(pictures("x")["several"])
	for _, want := range []string{`height="1.5em"`, `class="bar bar-late" x="10%" y="12.5%" width="50%" height="25%"`, `class="bar bar-done" x="20%" y="71%" width="20%" height="8%"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("there is no %s in\n%s", want, svg)
		}
	}
}
