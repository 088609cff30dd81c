// Package diag holds findings: what is wrong in the content of a site, where,
// and what to do about it.
//
// A finding is about content, and an author can mend it. It is never used for
// trouble of the machine, which is an error. Each finding belongs to a Rule; a
// rule has a stable code, which people quote, look up with "planpress explain"
// and use to silence a warning. Rules live in tables beside the code that
// applies them; every text of theirs exists in Vietnamese and in English.
package diag

import (
	"fmt"
	"slices"
	"strings"

	"planpress/internal/source"
)

// Severity says how much a finding matters.
type Severity uint8

const (
	Note    Severity = iota // worth knowing; never changes the exit status
	Warning                 // likely a mistake; fails under --strict
	Error                   // nothing is published while it stands
)

// String gives the word that findings are printed with.
func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// Lang is a language in which messages exist.
type Lang string

const (
	VI Lang = "vi"
	EN Lang = "en"
)

// Text is one message in both languages.
type Text struct{ VI, EN string }

// In gives the text in a language; any other than Vietnamese is English.
func (t Text) In(l Lang) string {
	if l == VI {
		return t.VI
	}
	return t.EN
}

// T makes a Text from one format per language, both filled with the same
// arguments. Use %[1]s and so on where the order of the words differs.
func T(vi, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{vi, en}
	}
	return Text{fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)}
}

// Rule is one thing that planpress looks for.
type Rule struct {
	Code     string   // "P014"; never reused for something else
	Name     string   // "issuer-unknown": short, stable, in kebab case
	Severity Severity // of its findings
	Title    Text     // what is wrong, in general, in one line
	Why      Text     // why it matters to a reader, and what to do
	Source   string   // the law and article, WCAG criterion or specification section it rests on, if any
	Bad      string   // a short example that breaks the rule, if one helps
	Good     string   // the same, mended
}

// At makes a finding of the rule.
func (r *Rule) At(pos source.Pos, message Text) Finding {
	return Finding{Rule: r, Pos: pos, Message: message}
}

// Finding is one breach of a rule at one place.
type Finding struct {
	Rule    *Rule
	Pos     source.Pos
	Message Text // what is wrong here, in words that name the value
	Hint    Text // what to do; empty where the message says it
}

// WithHint gives the finding with a hint.
func (f Finding) WithHint(hint Text) Finding {
	f.Hint = hint
	return f
}

// Sort orders findings by place, then code, then message, so that the same
// content gives the same list on any machine.
func Sort(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		if c := a.Pos.Compare(b.Pos); c != 0 {
			return c
		}
		if c := strings.Compare(a.Rule.Code, b.Rule.Code); c != 0 {
			return c
		}
		return strings.Compare(a.Message.EN, b.Message.EN)
	})
}

// Count is the number of findings of each severity.
type Count struct{ Errors, Warnings, Notes int }

// CountOf counts findings.
func CountOf(fs []Finding) Count {
	var c Count
	for _, f := range fs {
		switch f.Rule.Severity {
		case Error:
			c.Errors++
		case Warning:
			c.Warnings++
		default:
			c.Notes++
		}
	}
	return c
}
