package web

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"planpress/internal/rating"
)

//go:embed page.html
var pageSource string

//go:embed page.css
var style string

var (
	pageTemplate = template.Must(template.New("page").Parse(pageSource))
	styleHash    = func() string {
		sum := sha256.Sum256([]byte(style))
		return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}()
)

// pageView is what the page shows.
type pageView struct {
	Lang, Site, Title string
	Style             template.CSS
	Message           string
	Wrong             bool   // the message says why a vote was not taken
	Document          string // "" where no form can be shown
	Back              string
	Stars             []starView
	Comment, Token    string
	MaxComment        int
	Trap              string
	T                 func(key string) string
}

type starView struct {
	Score   int
	Text    string
	Checked bool
}

// page answers with a page that has the form, and says something about it: why,
// the key of a text, or "".
func (q *request) page(status int, why string, f filled) outcome {
	v := pageView{Lang: q.catalog.lang, Site: q.catalog.site, Title: q.text("title"), Style: template.CSS(style), T: q.text,
		Wrong: status >= 400, MaxComment: rating.MaxComment, Trap: trapName, Back: q.catalog.base}
	if why != "" {
		v.Message = q.text(why)
	}
	if f.known {
		if err := q.fillIn(&v, f); err != nil {
			v.Message, v.Wrong = q.text("down"), true
		}
	}
	head := q.w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Content-Security-Policy", fmt.Sprintf("default-src 'none'; style-src '%s'; form-action 'self' %s; frame-ancestors 'none'; base-uri 'none'", styleHash, q.catalog.origin))
	q.w.WriteHeader(status)
	var b strings.Builder
	if err := pageTemplate.Execute(&b, v); err != nil {
		return outcome{status: status, err: err}
	}
	_, _ = q.w.Write([]byte(b.String())) // the reader may have left
	return outcome{status: status}
}

// fillIn puts the form into the page, as it was filled in, with a new token.
func (q *request) fillIn(v *pageView, f filled) error {
	v.Back, v.Title = q.catalog.page(f.document, ""), f.document.Title
	forms, err := q.signed(q.r.Context())
	if err != nil {
		return err
	}
	v.Document, v.Comment, v.Token = f.document.URL, f.comment, forms.Token(f.document.URL, q.now)
	for n := rating.Highest; n >= rating.Lowest; n-- {
		v.Stars = append(v.Stars, starView{n, q.text(fmt.Sprintf("stars.%d", n)), n == f.score})
	}
	return nil
}

// NotFound answers for other addresses.
func NotFound(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "planpress-ratings: there is nothing here", http.StatusNotFound)
}
