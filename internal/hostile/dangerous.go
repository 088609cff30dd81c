// Package hostile holds texts that somebody might write into a document to
// make its page do what it must not, and says whether a page does. It is used
// by tests, which put each text into each place and then look for what came
// of it.
package hostile

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Dangerous parses HTML as browsers do, and describes each node of it that
// could run, load or hide something.
//
// A text that is no whole page is a body as prose writes it, and is held to
// what prose writes: nothing else passes. A page may have scripts, styles and
// controls from its own site besides; its inline scripts must be among the
// trusted ones. Those that hold only data pass.
func Dangerous(text []byte, trusted ...string) []string {
	start := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 100)]))
	if bytes.HasPrefix(start, []byte("<!doctype")) || bytes.HasPrefix(start, []byte("<html")) {
		root, err := html.Parse(bytes.NewReader(text))
		if err != nil {
			return []string{"no HTML: " + err.Error()}
		}
		return look(root, page{trusted})
	}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(bytes.NewReader(text), body)
	if err != nil {
		return []string{"no HTML: " + err.Error()}
	}
	var out []string
	for _, n := range nodes {
		out = append(out, look(n, fragment{})...)
	}
	return out
}

// rules say what may be in a page or in a part of one.
type rules interface {
	element(n *html.Node) string // what is wrong with it; "" for nothing
	attribute(name string) bool
}

func look(n *html.Node, r rules) []string {
	var out []string
	if n.Type == html.ElementNode {
		if wrong := r.element(n); wrong != "" {
			out = append(out, wrong)
		}
		for _, a := range n.Attr {
			if wrong := lookAttribute(n, a, r); wrong != "" {
				out = append(out, fmt.Sprintf("<%s %s=%q>: %s", n.Data, a.Key, a.Val, wrong))
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = append(out, look(c, r)...)
	}
	return out
}

func lookAttribute(n *html.Node, a html.Attribute, r rules) string {
	name := strings.ToLower(a.Key)
	switch {
	case strings.HasPrefix(name, "on"):
		return "runs a script"
	case name == "style" || name == "srcdoc" || name == "ping" || name == "background" || a.Namespace != "":
		return "must not be used"
	case !r.attribute(name):
		return "is not written by prose"
	case strings.Contains(a.Val, "\x00"):
		return "has a NUL"
	}
	switch name {
	case "href", "src", "action", "formaction", "data", "poster", "cite", "content":
		if name == "content" {
			return lookRefresh(n, a.Val)
		}
		return lookAddress(a.Val)
	}
	return ""
}

// lookRefresh reads the address that a page sends its reader on to.
func lookRefresh(n *html.Node, content string) string {
	for _, a := range n.Attr {
		if a.Key == "http-equiv" && strings.EqualFold(a.Val, "refresh") {
			_, address, _ := strings.Cut(strings.ToLower(content), "url=")
			return lookAddress(address)
		}
	}
	return ""
}

// lookAddress reads an address as browsers do: without the white space around
// it, and without line ends and tabs in it.
func lookAddress(s string) string {
	if strings.ContainsAny(s, "\u202e\u200b\u00ad") {
		return "has characters that nobody sees"
	}
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
	s = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(strings.ToLower(s))
	if strings.HasPrefix(s, "//") {
		return "leads to another host in disguise"
	}
	end := strings.IndexAny(s, ":/?#")
	if end < 0 || s[end] != ':' {
		return ""
	}
	switch s[:end] {
	case "http", "https":
		if strings.HasPrefix(s[end:], "://") {
			return ""
		}
	case "mailto", "tel":
		return ""
	}
	return "has a scheme that is not allowed"
}

// fragment is what prose writes.
type fragment struct{}

func (fragment) element(n *html.Node) string {
	if n.Namespace == "" && strings.Contains(" p h2 h3 h4 h5 h6 ul ol li a img em strong del code pre br hr blockquote figure figcaption "+
		"div table caption thead tbody tr th td section sup span ", " "+n.Data+" ") {
		return ""
	}
	return "<" + n.Data + "> is not written by prose"
}

func (fragment) attribute(name string) bool {
	return strings.HasPrefix(name, "aria-") || strings.Contains(" id class href src alt title role tabindex scope colspan value loading decoding width height rel ", " "+name+" ")
}

// page is what a whole page may have.
type page struct{ trusted []string }

func (p page) element(n *html.Node) string {
	switch n.Data {
	case "iframe", "object", "embed", "applet", "frame", "frameset", "base", "style", "marquee", "plaintext", "xmp", "portal", "fencedframe", "math", "template":
		return "<" + n.Data + "> must not be used"
	case "script":
		return p.script(n)
	case "meta", "link", "title":
		if n.Namespace == "" && (n.Parent == nil || n.Parent.Data != "head") {
			return "<" + n.Data + "> outside of the head"
		}
	}
	if n.DataAtom == 0 && n.Namespace == "" {
		return "<" + n.Data + "> is no element of HTML"
	}
	return ""
}

// script reports an inline script that is not trusted, and one from elsewhere.
func (p page) script(n *html.Node) string {
	for _, a := range n.Attr {
		switch {
		case a.Key == "src" && (strings.Contains(a.Val, ":") || strings.HasPrefix(a.Val, "//")):
			return fmt.Sprintf("a script from %q", a.Val)
		case a.Key == "src", a.Key == "type" && (a.Val == "application/ld+json" || a.Val == "application/json"):
			return ""
		}
	}
	text := ""
	if n.FirstChild != nil {
		text = n.FirstChild.Data
	}
	for _, t := range p.trusted {
		if strings.TrimSpace(t) == strings.TrimSpace(text) {
			return ""
		}
	}
	return fmt.Sprintf("an inline script: %.60q", text)
}

func (page) attribute(string) bool { return true }
