package prose

import (
	"strconv"
	"strings"

	"planpress/internal/viet"
)

// ids are the ids taken so far. Ids are parts of addresses that people keep,
// so how one is made from a text must never change.
type ids struct {
	used map[string]struct{}
	next map[string]int // the number to try next behind an id that is taken
}

// take gives want, or want with the first number from 2 that makes it unique.
func (s *ids) take(want string) string {
	if s.used == nil {
		s.used, s.next = map[string]struct{}{}, map[string]int{}
	}
	if _, taken := s.used[want]; !taken {
		s.used[want] = struct{}{}
		return want
	}
	for n := max(2, s.next[want]); ; n++ {
		id := want + "-" + strconv.Itoa(n)
		if _, taken := s.used[id]; !taken {
			s.used[id] = struct{}{}
			s.next[want] = n + 1
			return id
		}
	}
}

// id takes an id for an element of the body and records it as an anchor.
func (w *writer) id(want string) string {
	id := w.ids.take(want)
	w.anchors = append(w.anchors, id)
	return id
}

// headingID takes the id of a heading with the given text.
func (w *writer) headingID(text string) string {
	id := viet.Slug(text)
	switch {
	case id == "":
		id = "muc"
	case isReserved(id), w.quoted > 0 && id == "dieu-"+articleNumber(text): // the article itself has that id
		id = "muc-" + id
	}
	return w.id(id)
}

// reservedIDs are taken by the page around the body, or, where they end in a
// hyphen and stand for all that begin so, by the parts of the body that are
// numbered. Ids of a theme that begin with "_" meet none of here in any case:
// no slug does.
var reservedIDs = [...]string{
	"main", "contents", "top", "menu", "search", "attachments", "controls-", "fn-", "fnref-", "table-",
}

func isReserved(id string) bool {
	for _, r := range reservedIDs {
		if id == r || (strings.HasSuffix(r, "-") && strings.HasPrefix(id, r)) {
			return true
		}
	}
	return false
}
