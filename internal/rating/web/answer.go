package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"planpress/internal/rating"
)

// reply is an answer to the script of a page.
type reply struct {
	*rating.Total
	Token string `json:"token,omitempty"`
	Error string `json:"error,omitempty"` // key of a text
	Text  string `json:"text,omitempty"`  // for the reader
}

// say answers the script.
func (q *request) say(status int, a reply) outcome {
	data, err := json.Marshal(a)
	if err != nil {
		return outcome{status: http.StatusInternalServerError, err: err}
	}
	q.w.Header().Set("Content-Type", "application/json")
	q.w.WriteHeader(status)
	_, _ = q.w.Write(data) // the reader may have left
	return outcome{status: status}
}

// refuse says why a vote is not taken. The page has the form again, with what
// was filled in.
func (q *request) refuse(status int, why string, f filled) outcome {
	if q.json() {
		return q.say(status, reply{Error: why, Text: q.text(why)})
	}
	return q.page(status, why, f)
}

// patience is when it may be worth trying again.
const patience = 10 * time.Second

// failed answers where the store cannot be used.
func (q *request) failed(err error, f filled) outcome {
	q.retry(patience)
	why := "down"
	if errors.Is(err, rating.ErrBusy) {
		why = "busy"
	}
	out := q.refuse(http.StatusServiceUnavailable, why, f)
	if !errors.Is(err, context.Canceled) { // the reader left
		out.err = err
	}
	return out
}

func (q *request) retry(after time.Duration) {
	q.w.Header().Set("Retry-After", strconv.Itoa(int((after+time.Second-1)/time.Second)))
}

func (q *request) text(key string) string { return texts.in(q.catalog.lang, key) }
