package plan

import "planpress/internal/source"

// EffectKind says whether a document holds: its legal effect, which is not the
// state of its page. The word is part of addresses, so it is never changed.
type EffectKind string

// The kinds of effect that are told apart.
const (
	InForce       EffectKind = "in-force"
	PartlyInForce EffectKind = "partly" // some provisions were amended, replaced, repealed or are suspended
	NotYetInForce EffectKind = "not-yet"
	Suspended     EffectKind = "suspended" // as a whole
	Expired       EffectKind = "expired"
	Replaced      EffectKind = "replaced"
	Repealed      EffectKind = "repealed"
	Recalled      EffectKind = "recalled"
	PageGone      EffectKind = "withdrawn" // the page was withdrawn from the site: it says nothing of the document's effect
	EffectUnknown EffectKind = "unknown"
)

// EffectKinds lists the kinds in the order in which pages show them.
var EffectKinds = [...]EffectKind{InForce, PartlyInForce, NotYetInForce, Suspended, Expired, Replaced, Repealed, Recalled, PageGone, EffectUnknown}

// Over reports whether a document of that kind has come to its end.
func (k EffectKind) Over() bool {
	return k == Expired || k == Replaced || k == Repealed || k == Recalled
}

// Marked reports whether readers are told of it before anything else: not of
// what is in force, nor where nothing is known, nor of pages that are gone.
func (k EffectKind) Marked() bool {
	return k != "" && k != InForce && k != EffectUnknown && k != PageGone
}

// TypedEffect is front matter's "effect": what an editor says of the effect
// where it cannot be computed. Kind is never PageGone.
type TypedEffect struct {
	Kind   EffectKind // "" where nothing was typed
	Reason string
	Date   Date // since when, or the last day of one that expired; zero where not given
	Pos    source.Pos
}
