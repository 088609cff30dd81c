package pages

import (
	"slices"

	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// effect says whether a document holds, with a link to the others of its kind,
// and with a banner where it does not.
func (p *Planner) effect(l linker, e *relate.Entry, out *view.Document) {
	x := e.Effect
	out.Effect, out.EffectDate, out.EffectAssumed, out.PeriodOver = effectKey(e), x.Date, x.Assumed, x.PeriodOver
	for _, list := range p.site.Statuses {
		if list.Effect == x.Kind {
			out.EffectURL = l.to(list.URL)
		}
	}
	out.EffectTyped, out.Changed = x.Typed, p.deeds(l, x.Changed)
	if x.Kind.Marked() {
		out.Banner = &view.Banner{Kind: "banner." + string(x.Kind), Date: x.Date, Until: x.Until, By: p.deeds(l, x.By)}
	}
}

// deeds groups what others did to a document by kind. Where the day of what
// concerns all of it is that of the effect, the page has said it already.
func (p *Planner) deeds(l linker, done []relate.Relation) []view.Relations {
	var out []view.Relations
	for _, r := range done {
		if r.Provision == "" && r.Kind != plan.Extends {
			r.Date = plan.Date{}
		}
		kind := "relation." + string(r.Kind) + ".inverse"
		at := slices.IndexFunc(out, func(g view.Relations) bool { return g.Kind == kind })
		if at < 0 {
			at = len(out)
			out = append(out, view.Relations{Kind: kind})
		}
		out[at].Items = append(out[at].Items, p.related(l, r))
	}
	return out
}

// effectKey is the message for a document's effect.
func effectKey(e *relate.Entry) string { return "effect." + string(e.Effect.Kind) }

// markKey is the message for the effect of a document in a list; "" where it
// holds, and where nothing is known.
func markKey(e *relate.Entry) string {
	if !e.Effect.Kind.Marked() {
		return ""
	}
	return effectKey(e)
}
