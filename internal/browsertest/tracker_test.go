package browsertest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"
)

// Gates that look at every element in every state take too long on a plan with
// hundreds of rows. They see it with one row of each state in each group.
const (
	trackedPlan = "plans/2026/ke-hoach-nam-2026/"
	shortened   = "plans/2026/ke-hoach-nam-2026-in-short/"
)

func (s *site) shorten(name string) ([]byte, error) {
	data, err := s.read(name)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	type kind struct {
		group *html.Node
		state string
	}
	seen := map[kind]bool{}
	var spare []*html.Node
	for n := range doc.Descendants() {
		k := kind{n.Parent, ""}
		switch {
		case n.Data == "tr" && attribute(n, "id") != "":
			for d := range n.Descendants() {
				k.state += attribute(d, "data-state")
			}
		case n.Data == "li" && strings.HasPrefix(hrefIn(n), "#_nv-"):
		default:
			continue
		}
		if seen[k] {
			spare = append(spare, n)
		}
		seen[k] = true
	}
	for _, n := range spare {
		n.Parent.RemoveChild(n)
	}
	var out bytes.Buffer
	err = html.Render(&out, doc)
	return out.Bytes(), err
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hrefIn is where a list item leads that begins with a link.
func hrefIn(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return attribute(n.FirstChild, "href")
}

// focusOn presses Tab until what has the focus fulfils a condition on "e".
func (b tab) focusOn(condition string) {
	b.t.Helper()
	for range 200 {
		b.keys(kb.Tab)
		if eval[bool](b, `((e) => `+condition+`)(document.activeElement)`) {
			return
		}
	}
	b.t.Fatalf("200 times Tab do not lead to: %s", condition)
}

// From the top of the plan to the reports on a late task, without a mouse.
func TestLateTaskWithTheKeyboard(t *testing.T) {
	b, s := open(t), serve(t)
	b.in(environment{features: []string{"prefers-reduced-motion: reduce"}}) // no gliding, which a tab in the background never ends
	b.visit(s.url + trackedPlan)
	b.focusOn(`e.hash === "#_tasks"`)
	b.keys(kb.Enter)
	b.focusOn(`e.matches(".finder > summary")`)
	b.keys(kb.Enter)
	b.focusOn(`e.matches(".finder summary") && e.textContent.startsWith("Trễ hạn")`)
	b.keys(kb.Enter)
	b.focusOn(`e.matches(".finder a")`)
	b.keys(kb.Enter)
	b.await(`document.querySelector("tr:target") !== null`)
	b.await(`(({top, height}) => height > 0 && top >= 0 && top < innerHeight)(document.querySelector("tr:target").getBoundingClientRect())`)
	if !eval[bool](b, `document.querySelector("tr:target [data-state='task.late']") !== null`) {
		t.Error("the list of late tasks leads to a task that is not late")
	}
	b.focusOn(`e.matches("tr:target summary") && e.textContent.startsWith("Báo cáo")`)
	b.keys(kb.Enter)
	if text := eval[string](b, `document.activeElement.parentElement.querySelector("ul").innerText`); !strings.Contains(text, "/2026") {
		t.Errorf("the reports on the task show no day: %q", text)
	}
}

// Without scripts every target and task is on the page, and every group can be
// unfolded.
func TestTrackerWithoutScripts(t *testing.T) {
	b, s := open(t), serve(t)
	b.scripts(false)
	b.visit(s.url + trackedPlan)
	b.unfold()
	for part, want := range map[string]int{"_targets": 66, "_tasks": 150} {
		rows := fmt.Sprintf(`[...document.querySelectorAll("section[aria-labelledby=%s] tbody tr[id]")]`, part)
		if got := eval[int](b, rows+`.filter((e) => e.checkVisibility() && e.querySelector("[data-state]").innerText.trim()).length`); got != want {
			t.Errorf("%s shows %d rows with their state, want %d", part, got, want)
		}
	}
	if dead := eval[[]string](b, `[...document.querySelectorAll(".track a[href^='#']")].filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map((a) => a.hash)`); len(dead) > 0 {
		t.Errorf("links that lead nowhere: %v", dead)
	}
}

// All rows of the whole plan, unfolded, fit a phone.
func TestTrackerOnAPhone(t *testing.T) {
	b, s := open(t), serve(t)
	b.size(320, 640)
	b.visit(s.url + trackedPlan)
	for _, size := range []string{"default", "largest"} {
		b.choose("size-" + size)
		b.unfold()
		if width := eval[int](b, `document.documentElement.scrollWidth`); width > 320 {
			t.Errorf("with letters %s the page is %d px wide on a screen of 320", size, width)
		}
	}
}

// Whoever hears the page is told each picture's subject and what it shows.
func TestPicturesAreNamed(t *testing.T) {
	b, s := open(t), serve(t)
	for _, page := range []string{shortened, pages["progress"], pages["a body's duties"]} {
		b.visit(s.url + page)
		b.unfold()
		want := eval[int](b, `document.querySelectorAll("svg.chart").length`)
		tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			t.Fatal(err)
		}
		named := 0
		for _, node := range tree.Nodes {
			if node.Ignored || node.Role == nil || string(node.Role.Value) != `"image"` || node.Name == nil {
				continue
			}
			if len(strings.Fields(string(node.Name.Value))) >= 3 {
				named++
			}
		}
		if want == 0 || named < want {
			t.Errorf("%s: %d of %d pictures say what they show", page, named, want)
		}
	}
}

// On paper groups are unfolded though nobody unfolded them, tables stay
// tables, and what only leads to rows is left out.
func TestTrackerOnPaper(t *testing.T) {
	b, s := open(t), serve(t)
	_, sheets := b.print(s.url + trackedPlan)
	if len(sheets) > 40 {
		t.Errorf("the plan takes %d sheets", len(sheets))
	}
	text := strings.Join(sheets, "\n")
	if strings.Contains(text, "Tìm nhiệm vụ") {
		t.Error("what finds tasks on the screen is on paper")
	}
	b.in(environment{media: "print"})
	b.visit(s.url + trackedPlan)
	if hidden := eval[int](b, `[...document.querySelectorAll(".track-table tbody tr[id]")].filter((e) => e.getBoundingClientRect().height === 0 || getComputedStyle(e).display !== "table-row").length`); hidden > 0 {
		t.Errorf("%d rows are not on paper, or no rows of a table", hidden)
	}
}
