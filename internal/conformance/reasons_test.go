package conformance

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// reason says why a message of a checker is no fault. The pattern is matched
// with the message's line as message.String gives it.
type reason struct{ pattern, why string }

// message is what a checker says about a place in a page.
type message struct {
	page      string // from the site's folder
	line, col int
	rule      string
	text      string
}

func (m message) String() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", m.page, m.line, m.col, m.rule, m.text)
}

// judge fails for messages without a reason, and for reasons that explain
// nothing any more.
func judge(t *testing.T, messages []message, reasons []reason) {
	t.Helper()
	left, stale := sift(messages, reasons)
	for _, m := range left[:min(40, len(left))] {
		t.Error(m)
	}
	if len(left) > 40 {
		t.Errorf("and %d more", len(left)-40)
	}
	for _, r := range stale {
		t.Errorf("no message matches %q any more: take it out of the list of reasons", r.pattern)
	}
}

func sift(messages []message, reasons []reason) (left []message, stale []reason) {
	used := make([]bool, len(reasons))
	for _, m := range messages {
		i := slices.IndexFunc(reasons, func(r reason) bool { return regexp.MustCompile(r.pattern).MatchString(m.String()) })
		if i < 0 {
			left = append(left, m)
		} else {
			used[i] = true
		}
	}
	for i, r := range reasons {
		if !used[i] {
			stale = append(stale, r)
		}
	}
	return left, stale
}

func TestSift(t *testing.T) {
	messages := []message{{"a.html", 1, 2, "x", "bad"}, {"b.html", 3, 4, "y", "odd"}}
	left, stale := sift(messages, []reason{{`: y: odd`, "fine"}, {`never`, "old"}})
	if len(left) != 1 || left[0].String() != "a.html:1:2: x: bad" || len(stale) != 1 || stale[0].pattern != "never" {
		t.Errorf("left %v, stale %v", left, stale)
	}
}

// wantFound fails where none of the messages contains one of the words: the
// fault that was planted was not found.
func wantFound(t *testing.T, messages []message, words ...string) {
	t.Helper()
	for _, word := range words {
		if !slices.ContainsFunc(messages, func(m message) bool { return strings.Contains(m.String(), word) }) {
			t.Errorf("the planted fault %q was not found in %v", word, messages)
		}
	}
}
