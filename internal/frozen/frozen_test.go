package frozen

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/attachment"
	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

// site is a site of two documents; change changes its input.
func site(t *testing.T, change func(a, b *plan.Document, in *relate.Input)) *relate.Site {
	t.Helper()
	a, b := document("01"), document("02")
	a.History = []plan.Change{{Date: day(5), Kind: plan.FirstPublished}, {Date: day(6), Kind: plan.Correction}}
	a.Attachments = []plan.Attachment{{File: "phu-luc.pdf"}}
	in := relate.Input{Registry: &plan.Registry{}, Documents: []*plan.Document{a, b}, AsOf: day(20)}
	in.Inspected = []*attachment.Info{{Path: "content/plans/01/phu-luc.pdf", Format: attachment.FormatOf("a.pdf"), SHA256: strings.Repeat("ab", 32)}}
	if change != nil {
		change(a, b, &in)
	}
	for _, f := range in.Inspected {
		in.Files = append(in.Files, f.Path)
	}
	s, findings := relate.Relate(in)
	for _, f := range findings {
		if f.Rule.Severity.String() == "error" {
			t.Fatalf("%s: %s", f.Pos, f.Message.EN)
		}
	}
	return s
}

func document(ordinal string) *plan.Document {
	number, err := citation.ParseNumber(ordinal + "/KH-UBND")
	if err != nil {
		panic(err)
	}
	return &plan.Document{Path: "content/plans/" + ordinal + ".md", Title: "Kế hoạch " + ordinal, Number: number, Issued: day(3),
		Publication: plan.Publication{State: plan.Published}, TextSHA256: sha256.Sum256([]byte(ordinal)),
		Places: plan.PlacesOf([]plan.Place{{Field: "history", Line: 9, Column: 3}, {Field: "publication", Line: 7, Column: 3}})}
}

func day(d int8) plan.Date { return plan.Date{Year: 2026, Month: 3, Day: d} }

func TestCompare(t *testing.T) {
	reword := func(d *plan.Document) { d.TextSHA256[0]++ }
	add := func(d *plan.Document, on int8, kind plan.ChangeKind) {
		d.History = append(d.History, plan.Change{Date: day(on), Kind: kind})
	}
	for _, c := range []struct {
		name   string
		change func(a, b *plan.Document, in *relate.Input)
		want   []string
	}{
		{"nothing", func(a, b *plan.Document, in *relate.Input) {}, nil},
		{"title, theme and links to it", func(a, b *plan.Document, in *relate.Input) {
			a.Title = "Kế hoạch mới"
			b.Relations = []plan.Relation{{Kind: plan.Replaces, To: plan.Ref{Target: "plans/01"}}}
		}, nil},
		{"text", func(a, b *plan.Document, in *relate.Input) { reword(a) }, []string{
			"content/plans/01.md:9:3 P340 the text of 01/KH-UBND differs from what was published, and its history has no newer entry"}},
		{"text, with an entry", func(a, b *plan.Document, in *relate.Input) { reword(a); add(a, 7, plan.Editorial) }, nil},
		{"text, with a second entry of one day", func(a, b *plan.Document, in *relate.Input) { reword(a); add(a, 6, plan.Correction) }, nil},
		{"text, with an older entry", func(a, b *plan.Document, in *relate.Input) { reword(a); add(a, 4, plan.Correction) }, []string{
			"content/plans/01.md:9:3 P340 the text of 01/KH-UBND differs from what was published, and its history has no newer entry"}},
		{"text, with an entry to come", func(a, b *plan.Document, in *relate.Input) { reword(b); add(b, 21, plan.Correction) }, []string{
			"content/plans/02.md:9:3 P340 the text of 02/KH-UBND differs from what was published, and its history has no newer entry"}},
		{"text, and only said when it was published", func(a, b *plan.Document, in *relate.Input) { reword(b); add(b, 5, plan.FirstPublished) }, []string{
			"content/plans/02.md:9:3 P340 the text of 02/KH-UBND differs from what was published, and its history has no newer entry"}},
		{"bytes of a file", func(a, b *plan.Document, in *relate.Input) { in.Inspected[0].SHA256 = strings.Repeat("cd", 32) }, []string{
			"content/plans/01.md:9:3 P341 the published file phu-luc.pdf has other content now"}},
		{"a file gone", func(a, b *plan.Document, in *relate.Input) { a.Attachments, in.Inspected = nil, nil }, []string{
			"content/plans/01.md:9:3 P341 the published file phu-luc.pdf is gone"}},
		{"a file gone, with an entry", func(a, b *plan.Document, in *relate.Input) {
			a.Attachments, in.Inspected = nil, nil
			add(a, 9, plan.Correction)
		}, nil},
		{"a file more", func(a, b *plan.Document, in *relate.Input) {
			b.Attachments = []plan.Attachment{{File: "x.pdf"}}
			in.Inspected = append(in.Inspected, &attachment.Info{Path: "content/plans/02/x.pdf", Format: attachment.FormatOf("a.pdf"), SHA256: "ef"})
		}, nil},
		{"address", func(a, b *plan.Document, in *relate.Input) { a.Slug = "ke-hoach" }, []string{
			"content/plans/01.md P342 the published address /plans/01/ leads nowhere now; the document is at /plans/ke-hoach/"}},
		{"address, with a redirect", func(a, b *plan.Document, in *relate.Input) {
			a.Slug, a.RedirectFrom = "ke-hoach", []string{"plans/01/"}
		}, nil},
		{"address and text, with a redirect", func(a, b *plan.Document, in *relate.Input) {
			b.Slug, b.RedirectFrom = "ke-hoach", []string{"plans/02/"}
			reword(b)
		}, []string{"content/plans/02.md:9:3 P340 the text of 02/KH-UBND differs from what was published, and its history has no newer entry"}},
		{"removed", func(a, b *plan.Document, in *relate.Input) { in.Documents = in.Documents[:1] }, []string{
			"content/plans/02.md P343 02/KH-UBND was published at /plans/02/ and is gone"}},
		{"removed, another stands in for it", func(a, b *plan.Document, in *relate.Input) {
			in.Documents = in.Documents[:1]
			a.RedirectFrom = []string{"plans/02/"}
		}, nil},
		{"a draft again", func(a, b *plan.Document, in *relate.Input) { b.Publication.State = plan.Draft }, []string{
			"content/plans/02.md:7:3 P343 02/KH-UBND was published and is draft now"}},
		{"a draft again, in a preview", func(a, b *plan.Document, in *relate.Input) { b.Publication.State, in.Drafts = plan.Draft, true }, []string{
			"content/plans/02.md:7:3 P343 02/KH-UBND was published and is draft now"}},
		{"withdrawn", func(a, b *plan.Document, in *relate.Input) { a.Publication.State = plan.Withdrawn }, nil},
		{"one more document", func(a, b *plan.Document, in *relate.Input) { in.Documents = append(in.Documents, document("03")) }, nil},
	} {
		var got []string
		for _, f := range Compare(Of(site(t, nil)), site(t, c.change)) {
			got = append(got, f.Pos.String()+" "+f.Rule.Code+" "+f.Message.EN)
			if f.Hint.EN == "" || f.Hint.VI == "" || f.Message.VI == f.Message.EN || strings.Contains(f.Hint.VI+f.Hint.EN+f.Message.VI, "%!") {
				t.Errorf("%s: a bad text: %+v", c.name, f)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// What was withdrawn keeps its address, and nothing else of it is frozen.
func TestAWithdrawnPageStays(t *testing.T) {
	before := Of(site(t, func(a, _ *plan.Document, _ *relate.Input) { a.Publication.State = plan.Withdrawn }))
	if d := before.Documents[0]; d.Text != "" || d.Files != nil {
		t.Errorf("of a withdrawn document is kept: %+v", d)
	}
	if got := Compare(before, site(t, nil)); len(got) > 0 {
		t.Errorf("published again: %v", got[0].Message.EN)
	}
	gone := Compare(before, site(t, func(_, b *plan.Document, in *relate.Input) { in.Documents = []*plan.Document{b} }))
	if len(gone) != 1 || gone[0].Rule != ruleGone {
		t.Errorf("removed: %v", gone)
	}
}

func TestFileHoldsTheList(t *testing.T) {
	list := Of(site(t, nil))
	data, err := list.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, again); diff != "" {
		t.Error(diff)
	}
	if d := again.Documents[0]; d.Changed != "2026-03-06" || d.Times != 1 || len(d.Files) != 1 || d.Number != "01/KH-UBND" {
		t.Errorf("the list has %+v", d)
	}
	if lines := strings.Count(string(data), "\n"); lines != len(list.Documents)+2 {
		t.Errorf("%d lines for %d documents", lines, len(list.Documents))
	}
}

func TestReadRefuses(t *testing.T) {
	data, err := Of(site(t, nil)).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	sound := string(data)
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"empty":          {"", ErrForeign},
		"another JSON":   {`{"version": 1, "files": []}`, ErrForeign},
		"a list":         {`[]`, ErrForeign},
		"a page":         {"<!doctype html>", ErrForeign},
		"cut off":        {sound[:len(sound)/2], ErrDamaged},
		"a newer one":    {strings.Replace(sound, `"version": 1`, `"version": 2`, 1), ErrNewer},
		"no version":     {strings.Replace(sound, `"version": 1`, `"version": 0`, 1), ErrDamaged},
		"no documents":   {strings.Replace(sound, `"documents"`, `"docs"`, 1), ErrDamaged},
		"a short sum":    {strings.Replace(sound, strings.Repeat("ab", 32), "abab", 1), ErrDamaged},
		"no address":     {strings.Replace(sound, `"url":"plans/02/"`, `"url":""`, 1), ErrDamaged},
		"twice":          {strings.Replace(sound, "plans/02/", "plans/01/", 1), ErrDamaged},
		"a day, no time": {strings.Replace(sound, `"times":1`, `"times":0`, 1), ErrDamaged},
	} {
		if c.text == sound {
			t.Fatalf("%s: nothing was changed", name)
		}
		if _, err := Read(strings.NewReader(c.text)); err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestRulesExplainThemselves(t *testing.T) {
	for _, r := range Rules() {
		for _, s := range []string{r.Name, r.Title.VI, r.Title.EN, r.Why.VI, r.Why.EN, r.Source, r.Bad, r.Good} {
			if s == "" {
				t.Errorf("%s leaves a text empty", r.Code)
			}
		}
	}
}

// The list costs every build something: this, and one SHA-256 of each text.
func BenchmarkList(b *testing.B) {
	s := &relate.Site{AsOf: day(20)}
	for range 1000 {
		s.Documents = append(s.Documents, &relate.Entry{Document: document("01"), State: plan.Published, URL: "plans/2026/ke-hoach-000001/"})
	}
	for b.Loop() {
		if _, err := Of(s).Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
