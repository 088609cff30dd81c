package relate

import (
	"math"
	"strings"

	"planpress/internal/citation"
	"planpress/internal/plan"
)

// acts makes an act of every document of the site and of documents.yaml, and
// the deeds of their relations.
type acts struct {
	of       []*act // by Entry.place; nil for other pages
	external map[*plan.External]*act
	deeds    []*deed
}

// endOfTime is later than any day that a document can name.
var endOfTime = plan.Date{Year: math.MaxInt16}

// version identifies a document whatever its language; number is "" where it
// cannot be told.
type version struct {
	issuer, number string
	issued         plan.Date
}

func (r *relater) makeActs() *acts {
	out := &acts{of: make([]*act, len(r.in.Documents)), external: make(map[*plan.External]*act, len(r.in.Registry.Externals))}
	versions := make(map[version]*act, len(r.in.Documents))
	room := make([]act, 0, len(r.in.Documents)) // never grows: there are pointers into it
	for i, d := range r.in.Documents {
		if d.Kind != plan.KindDocument {
			continue
		}
		v := version{d.Issuer, d.Number.Text, d.Issued}
		a := versions[v]
		if a == nil || v.number == "" || v.issuer == "" || d.Issued.IsZero() {
			room = append(room, act{})
			a = &room[len(room)-1]
			versions[v] = a
		}
		out.of[i] = a
		a.add(&r.entered[i], strings.EqualFold(r.lang(d), string(r.in.Registry.Settings.Lang)))
	}
	for _, x := range r.in.Registry.Externals {
		out.external[x] = externalAct(x)
	}
	for i := range r.entered {
		if e := &r.entered[i]; e.State == plan.Published && e.Document.Kind == plan.KindDocument {
			out.declare(out.of[i], e.Relations)
		}
	}
	for _, x := range r.in.Registry.Externals {
		out.declare(out.external[x], r.declared[x])
	}
	return out
}

// add counts a document as a version of the act. What a version does not say,
// another may.
func (a *act) add(e *Entry, own bool) {
	d := e.Document
	if a.ref.Entry == nil || a.foreign && own || a.foreign == !own && d.Path < a.name {
		a.ref, a.foreign, a.name = Reference{Entry: e}, !own, d.Path
	}
	a.issued, a.ordinal = d.Issued, d.Number.Ordinal
	from, assumed := firstDay(d)
	if !from.IsZero() && (a.from.IsZero() || a.assumed && !assumed || a.assumed == assumed && from.Compare(a.from) < 0) {
		a.from, a.assumed = from, assumed
	}
	if d.Expires.Compare(a.expires) > 0 {
		a.expires, a.last = d.Expires, d.Expires
	}
	if d.Effect.Kind != "" && (a.typed.Kind == "" || d.Path < a.typed.Pos.File) {
		a.typed = d.Effect
		a.typed.Pos.File = d.Path
	}
}

// firstDay is the day on which a document takes effect; zero where it is not
// known. Assumed means that the document does not say, and the day of issue is
// taken: administrative documents hold from their signing unless they say
// otherwise. Normative ones do not.
//
// Source: Law 64/2025/QH15, on when normative documents take effect; for
// administrative ones Decree 30/2020/NĐ-CP, Art. 18.1 (sent out on the day of
// signing) and the practice that goes with it.
func firstDay(d *plan.Document) (day plan.Date, assumed bool) {
	switch {
	case d.EffectiveOnIssue:
		return d.Issued, false
	case !d.Effective.IsZero():
		return d.Effective, false
	case normative(d.Type, d.Number.Year != 0):
		return plan.Date{}, false
	}
	return d.Issued, true
}

func normative(t *plan.Type, year bool) bool {
	return year || t != nil && t.Family == plan.Normative
}

func externalAct(x *plan.External) *act {
	a := &act{ref: Reference{External: x}, name: "documents.yaml#" + x.ID, issued: x.Issued, from: x.Effective, expires: x.Expires, last: x.Expires}
	number, _ := citation.ParseNumber(x.Number)
	if a.from.IsZero() && !normative(x.Type, number.Year != 0) {
		a.from, a.assumed = x.Issued, true
	}
	return a
}

// act gives the act that a reference names, or nil for other pages.
func (s *acts) act(ref Reference) *act {
	if ref.External != nil {
		return s.external[ref.External]
	}
	return s.of[ref.Entry.place]
}

// declare makes deeds of the relations that touch legal effect.
func (s *acts) declare(by *act, relations []Relation) {
	for _, rel := range relations {
		to := s.act(rel.Other)
		if to == nil || to == by || !touchesEffect(rel.Kind) {
			continue
		}
		d := &deed{relation: rel, by: by, to: to, begins: by.from}
		if rel.Date.Compare(d.begins) > 0 {
			d.begins = rel.Date
		}
		if d.begins.IsZero() {
			to.doubted = append(to.doubted, d)
			continue
		}
		if by.issued.Compare(d.begins) > 0 {
			d.begins = by.issued
		}
		s.deeds = append(s.deeds, d)
	}
}
