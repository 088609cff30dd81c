package dataset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/progress"
)

// calendar makes a calendar of the last days of tasks that can still be late or
// were done; nil where there are none. The same site gives the same bytes: the
// stamp is the day of the site.
//
// Source: RFC 5545, RFC 7986 (NAME).
func calendar(s Site, all []Source) []byte {
	c := calendarWriter{}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//planpress//planpress//VI")
	c.text("NAME", s.Name)
	c.text("X-WR-CALNAME", s.Name)
	events := 0
	for _, d := range all {
		for i := range d.Report.Tasks {
			t := &d.Report.Tasks[i]
			if t.Split || !t.State.Countable() || !t.Due.Dated() {
				continue
			}
			events++
			c.event(s, d, t)
		}
	}
	c.line("END", "VCALENDAR")
	if events == 0 {
		return nil
	}
	return c.out.Bytes()
}

type calendarWriter struct{ out bytes.Buffer }

func (c *calendarWriter) event(s Site, d Source, t *progress.Task) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", uid(s.BaseURL, d.URL, t.ID))
	c.line("DTSTAMP", compact(s.AsOf)+"T000000Z")
	c.line("DTSTART;VALUE=DATE", compact(t.Due.Latest))
	c.line("DTEND;VALUE=DATE", compact(plan.DateOf(t.Due.Latest.Time().AddDate(0, 0, 1))))
	c.text("SUMMARY", diag.T("Hạn: %s", "Due: %s", t.Name).In(s.Lang))
	about := []string{d.Document.Title, s.State(t.State), t.Due.Text}
	if t.Moved {
		about = append(about, diag.T("Thời hạn đầu tiên: %s", "First deadline: %s", t.Task.Deadline.Text).In(s.Lang))
	}
	for _, r := range t.InCharge {
		about = append(about, d.Body(r))
	}
	c.text("DESCRIPTION", strings.Join(about, "\n"))
	if s.BaseURL != "" {
		c.line("URL", s.BaseURL+(&url.URL{Path: d.URL}).EscapedPath())
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

// uid is the same for a task in every build of a site.
func uid(base, page, task string) string {
	host := "planpress"
	if u, err := url.Parse(base); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	sum := sha256.Sum256([]byte(page + "#" + task))
	return hex.EncodeToString(sum[:16]) + "@" + host
}

func compact(d plan.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// text writes a property whose value is a text.
func (c *calendarWriter) text(name, value string) {
	value = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7F {
			return -1
		}
		return r
	}, value)
	c.line(name, escapes.Replace(value))
}

// maxLine is the most octets of a line, its end not counted.
const maxLine = 75

// line writes a property, folded between characters.
func (c *calendarWriter) line(name, value string) {
	rest, room := name+":"+value, maxLine
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.out.WriteString(rest[:cut])
		c.out.WriteString("\r\n ")
		rest, room = rest[cut:], maxLine-1
	}
	c.out.WriteString(rest)
	c.out.WriteString("\r\n")
}
