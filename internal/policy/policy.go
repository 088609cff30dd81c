// Package policy is what a site lets browsers do: its Content-Security-Policy
// and the other headers that a web server sends with every file.
//
// Everything comes from the site itself, and nothing is allowed that a page
// does not need. One script stands in the pages, the one that restores the
// reader's choices before anything is painted; it is allowed by its hash. The
// policy stands in every page, so that it also holds where nobody can change
// the server; what a page cannot say of itself, who may frame it, is added
// where the server sends it.
package policy

import "strings"

// Source of the directives: Content Security Policy Level 3.

// Site is what policies of sites differ in.
type Site struct {
	Boot    string // hash of the script in the page as a policy has it, "sha256-…"; "" where there is none
	Service string // origin of the one service that pages may ask and send forms to; "" where there is none
}

// Meta is the policy as a page carries it.
func Meta(s Site) string {
	scripts, others := "script-src 'self'", ""
	if s.Boot != "" {
		scripts += " '" + s.Boot + "'"
	}
	if s.Service != "" {
		others = " " + s.Service
	}
	return strings.Join([]string{"default-src 'none'", scripts, "style-src 'self'", "img-src 'self'", "connect-src 'self'" + others,
		"form-action 'self'" + others, "base-uri 'none'"}, "; ")
}

// Header is the policy as a server sends it.
func Header(s Site) string { return Meta(s) + "; frame-ancestors 'none'" }

// header is one line that a server adds to an answer.
type header struct{ name, value string }

// headers lists what a server sends with every file.
func headers(s Site) []header {
	return []header{
		{"Content-Security-Policy", Header(s)},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	}
}

// forever is how long a file may be kept whose name carries the hash of its
// content: a year, the most that caches heed.
const forever = "public, max-age=31536000, immutable"
