package web

import (
	"errors"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"planpress/internal/rating"
	"planpress/internal/rating/guard"
)

// trapName is a field of the form that no reader sees.
const trapName = "website"

// filled is a form as it came in, so that nothing of it is lost where something
// is wrong.
type filled struct {
	document rating.Document
	known    bool
	score    int // 0 where none was chosen
	comment  string
	token    string
	trapped  bool
}

func (q *request) empty() filled { return filled{} }

// ask answers with a page that has the form.
func (h *Handler) ask(q *request) outcome {
	f := q.read(q.r.URL.Query().Get)
	if !f.known {
		return q.refuse(http.StatusNotFound, "unknown", f)
	}
	return q.page(http.StatusOK, "", f)
}

// rate takes a vote.
func (h *Handler) rate(q *request) outcome {
	if kind, _, _ := mime.ParseMediaType(q.r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" {
		return q.refuse(http.StatusUnsupportedMediaType, "form", q.empty())
	}
	if err := q.r.ParseForm(); err != nil {
		var long *http.MaxBytesError
		if errors.As(err, &long) {
			return q.refuse(http.StatusRequestEntityTooLarge, "long", q.empty())
		}
		return q.refuse(http.StatusBadRequest, "form", q.empty())
	}
	f := q.read(q.r.PostForm.Get)
	comment, fits := rating.CleanComment(f.comment)
	switch {
	case !f.known:
		return q.refuse(http.StatusNotFound, "unknown", f)
	case f.score == 0:
		return q.refuse(http.StatusUnprocessableEntity, "score", f)
	case !fits:
		return q.refuse(http.StatusUnprocessableEntity, "long", f)
	case f.token == "" && !q.json():
		return q.page(http.StatusOK, "confirm", f) // a page of the site cannot carry a token
	}
	f.comment = comment
	return q.store(f)
}

// read reads a form.
func (q *request) read(get func(string) string) filled {
	f := filled{comment: get("comment"), token: get("token"), trapped: strings.TrimSpace(get(trapName)) != ""}
	f.document, f.known = q.catalog.find(get("document"))
	if n, err := strconv.Atoi(get("score")); err == nil && rating.Lowest <= n && n <= rating.Highest {
		f.score = n
	}
	return f
}

// store keeps a vote whose form is in order.
func (q *request) store(f filled) outcome {
	ctx := q.r.Context()
	forms, err := q.signed(ctx)
	if err != nil {
		return q.failed(err, f)
	}
	form, until, err := forms.Check(f.token, f.document.URL, q.now)
	switch {
	case errors.Is(err, guard.ErrExpired):
		return q.refuse(http.StatusForbidden, "expired", f)
	case err != nil:
		return q.refuse(http.StatusForbidden, "forged", f)
	}
	salt, err := q.opts.Store.Salt(ctx, q.now)
	if err != nil {
		return q.failed(err, f)
	}
	from := q.opts.Proxies.Client(q.r)
	v := rating.Vote{Document: f.document.URL, Form: form, Until: until, Score: f.score, Comment: f.comment, At: q.now,
		Rater: guard.Rater(salt, from.String(), browser(q.r), f.document.URL)}
	switch {
	case f.trapped:
		v.Flag = rating.FlagTrap
	case q.bursts.Vote(from, q.now):
		v.Flag = rating.FlagBurst
	}
	switch err := q.opts.Store.Add(ctx, v); {
	case errors.Is(err, rating.ErrUsed):
		return q.refuse(http.StatusConflict, "used", f)
	case err != nil:
		return q.failed(err, f)
	}
	q.totals.forget(f.document)
	out := q.thank(f)
	out.stored, out.flag = true, v.Flag
	return out
}

// browser is what a browser says of itself with every request.
func browser(r *http.Request) string {
	return r.UserAgent() + "\x00" + r.Header.Get("Accept-Language") + "\x00" + r.Header.Get("Sec-CH-UA-Platform") + "\x00" + r.Header.Get("Sec-CH-UA")
}

// thank leads back to the page; the script of the page is given the new total.
func (q *request) thank(f filled) outcome {
	if !q.json() {
		http.Redirect(q.w, q.r, q.catalog.page(f.document, "#_rated"), http.StatusSeeOther)
		return outcome{status: http.StatusSeeOther}
	}
	t, err := q.totals.of(q.r.Context(), f.document, q.now)
	if err != nil { // the vote is kept; the page shows it next time
		return q.say(http.StatusOK, reply{})
	}
	return q.say(http.StatusOK, reply{Total: &t})
}
