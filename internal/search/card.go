package search

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// card is what a result shows of a document: address, title, number, day,
// issuer, type, status and the beginning of its text.
type card [8]string

const abstractLen = 160 // runes

func cardOf(d *Document) card {
	abstract := d.Summary
	if abstract == "" {
		abstract = plainStart(d.Body)
	}
	return card{d.URL, d.Title, d.Number, d.Date, d.Issuer, d.Type, d.Status, shorten(abstract)}
}

// shorten ends a text at a word.
func shorten(text string) string {
	if utf8.RuneCountInString(text) <= abstractLen {
		return text
	}
	runes := []rune(text)[:abstractLen]
	cut := string(runes)
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// plainStart gives the first paragraph of a body as plain text.
func plainStart(html []byte) string {
	text := string(html[:min(len(html), 4096)])
	_, text, found := strings.Cut(text, "<p")
	if !found {
		return ""
	}
	text, _, _ = strings.Cut(text, "</p>")
	_, text, _ = strings.Cut(text, ">")
	var out strings.Builder
	for text != "" {
		before, rest, _ := strings.Cut(text, "<")
		out.WriteString(before)
		_, text, _ = strings.Cut(rest, ">")
	}
	return entities.Replace(strings.Join(strings.Fields(out.String()), " "))
}

var entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#34;", `"`, "&#39;", "'", "&amp;", "&")

// day gives the day of a card as a number that grows with it: 0 where there is
// none. Months have 31 days, and years twelve of them.
func (c *card) day() int {
	var y, m, d int
	if n, _ := fmt.Sscanf(c[3], "%d-%d-%d", &y, &m, &d); n < 3 {
		return 0
	}
	return (y*12+m-1)*31 + d - 1
}

func yearOf(day int) int { return day / (12 * 31) }

// days gives the contents of a y file: of each day how far it is from the one
// before.
func days(cards []card) []byte {
	var out []byte
	last := 0
	for i := range cards {
		day := cards[i].day()
		out = binary.AppendVarint(out, int64(day-last))
		last = day
	}
	return out
}

// store gives the contents of a d file.
func store(cards []card) ([]byte, error) { return json.Marshal(cards) }

// titlesOf gives what can be searched without a network: address, title, number,
// day and type of the newest documents.
func titlesOf(cards []card) ([]byte, error) {
	rows := make([][5]string, 0, min(len(cards), offlineLimit))
	for _, c := range cards[:min(len(cards), offlineLimit)] {
		rows = append(rows, [5]string{c[0], c[1], c[2], c[3], c[5]})
	}
	return json.Marshal(rows)
}
