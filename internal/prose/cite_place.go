package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"planpress/internal/citation"
	"planpress/internal/plan"
)

// citation gives what a span cites. It is none where a place is named and
// nobody can tell in which document.
func (w *writer) citation(s *citation.Span) (c plan.Cited, ok bool) {
	c = plan.Cited{Number: s.Number, Type: oneLine(s.Type), Day: dayOf(s.Day), Issuer: oneLine(s.Issuer)}
	switch {
	case !s.Number.IsZero():
		if n := s.Provision.Article; n > 0 && !isLettered(w.src[max(0, s.Start-reach):s.Start]) {
			c.Anchor = anchorOf("dieu-"+strconv.Itoa(n), s.Provision)
		}
	case !s.Day.IsZero():
		c.Name = lawName(oneLine(string(w.src[s.Start:s.End])))
	case !w.isOwn(s):
		return c, false
	case s.Provision.Article > 0:
		w.cites.places = append(w.cites.places, placeInPart{len(w.cites.all), w.partOf(s), s.Provision})
	case w.legal.article != "": // Điều này
		c.Anchor = anchorOf(w.legal.article, s.Provision)
	default:
		return c, false
	}
	c.Pos = w.at(s.Start)
	return c, true
}

// reach is how many bytes before a number the words of a place in its document
// may take: “điểm a, b và c khoản 1 Điều 7a của ”.
const reach = 48

// isOwn reports whether a place is one of this text: it says so, or it is named
// alone within an article, as regulations refer to themselves. What is quoted
// speaks of another text.
func (w *writer) isOwn(s *citation.Span) bool {
	if isLettered(w.src[s.Start:s.End]) {
		return false
	}
	if w.notes.inside {
		return s.Provision.This && w.quoted == 1
	}
	return w.quoted == 0 && (s.Provision.This || w.legal.article != "")
}

// placeInPart is a citation of an article of this text, which may follow.
type placeInPart struct {
	cite, part int
	citation.Provision
}

// partOf gives the part of the text that a place is meant in: “của Quyết định
// này” in a regulation that is issued with the decision is the first one.
func (w *writer) partOf(s *citation.Span) int {
	if strings.EqualFold(s.Type, "Quyết định") {
		return 0
	}
	return w.articles.part
}

// resolvePlaces finds the articles that the text refers to, once it is written.
func (w *writer) resolvePlaces() {
	for _, p := range w.cites.places {
		if article := w.articles.find(strconv.Itoa(p.Article), p.part); article != "" {
			w.cites.all[p.cite].Anchor = anchorOf(article, p.Provision)
		}
	}
}

// anchorOf gives the anchor of a place in an article. It need not be there.
func anchorOf(article string, p citation.Provision) string {
	if p.Clause > 0 {
		article += "-k" + strconv.Itoa(p.Clause)
	}
	if p.Point != "" {
		article += "-" + asciiLetter(p.Point)
	}
	return article
}

// isLettered reports whether a number in a text has a letter, as the article 7a
// has that was put in between. Which one it is, the span does not say.
func isLettered(text []byte) bool {
	for i := 0; i+1 < len(text); i++ {
		if '0' <= text[i] && text[i] <= '9' {
			if r, _ := utf8.DecodeRune(text[i+1:]); r == 'đ' || 'a' <= r && r <= 'z' {
				return true
			}
		}
	}
	return false
}

// lawName gives the name of a law without the year behind it.
func lawName(text string) string {
	name := strings.TrimRight(strings.TrimRight(text, "0123456789"), " \u00a0")
	return strings.TrimRight(strings.TrimSuffix(name, " năm"), " \u00a0")
}

// oneLine gives words with one space between them.
func oneLine(s string) string {
	if !strings.Contains(s, "\n") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// dayOf gives a date of a citation; zero where the calendar has no such day.
func dayOf(d citation.Date) plan.Date {
	day := plan.Date{Year: int16(d.Year), Month: int8(d.Month), Day: int8(d.Day)}
	if !day.Valid() {
		return plan.Date{}
	}
	return day
}
