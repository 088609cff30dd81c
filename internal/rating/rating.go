// Package rating is what readers say of documents: votes of one to five stars,
// their totals, and the two files that a site and its rating service share. One
// is written by the build and lists the documents that there are; the other is
// written by the service and has the totals that the next build shows.
//
//	build ──documents.json──▶ service ──ratings.json──▶ build
//
// The packages below it are the service: guard tells forms, raters and bursts,
// store keeps votes, web answers, command is the command line.
package rating

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The stars that a document can get.
const (
	Lowest  = 1
	Highest = 5
)

// MaxComment is how many characters a comment has at most.
const MaxComment = 1000

// Vote is one rating of one document.
type Vote struct {
	Document string    // address of its page from the site's root: "plans/2023/x/"
	Rater    Rater     // who gave it, under the salt of the day
	Form     Nonce     // the form it came with, which can be used once
	Until    time.Time // when that form expires
	Score    int       // Lowest to Highest
	Comment  string    // "" where there is none
	At       time.Time
	Flag     string // why a person should look at it: FlagBurst, FlagTrap; ""
}

// Rater stands for somebody who rates one document within one day: a keyed hash,
// which nobody can turn back once its key is gone.
type Rater [16]byte

// Nonce tells one form from all others.
type Nonce [16]byte

// Why a person should look at a vote. It counts all the same.
const (
	FlagBurst = "burst" // many came from one address within a minute
	FlagTrap  = "trap"  // a field was filled in that nobody sees
)

// Total is what all votes for a document come to.
type Total struct {
	Count int64 `json:"count"` // of votes
	Sum   int64 `json:"sum"`   // of stars
}

// Add gives the total of both.
func (t Total) Add(o Total) Total { return Total{t.Count + o.Count, t.Sum + o.Sum} }

// Tenths is the mean, in tenths of a star, half of one upwards; 0 without votes.
func (t Total) Tenths() int64 {
	if t.Count == 0 {
		return 0
	}
	return (20*t.Sum + t.Count) / (2 * t.Count)
}

// Sound reports whether a total can be that of votes.
func (t Total) Sound() bool {
	return t.Count >= 0 && t.Count <= 1e12 && t.Sum >= Lowest*t.Count && t.Sum <= Highest*t.Count
}

// Store keeps votes. Several goroutines, and with some stores several programs,
// use one.
type Store interface {
	// Add keeps a vote: when it returns nil the vote survives a loss of power.
	// A later vote of the same rater for the same document takes the place of an
	// earlier one. The error is ErrUsed, ErrBusy, ErrUnavailable, or ctx's.
	Add(ctx context.Context, v Vote) error
	// Total gives what the votes for documents come to together.
	Total(ctx context.Context, documents ...string) (Total, error)
	// Key is the key that forms are signed with: the same for all that share the
	// store, and for ever.
	Key(ctx context.Context) ([]byte, error)
	// Salt is the key of the day that raters are told apart with. The one of the
	// day before is gone for good.
	Salt(ctx context.Context, now time.Time) ([]byte, error)
	// Ping reports whether votes can be kept.
	Ping(ctx context.Context) error
}

// What a store refuses.
var (
	ErrUsed        = errors.New("this form was used before")
	ErrBusy        = errors.New("too much is waiting to be stored")
	ErrUnavailable = errors.New("the store cannot be written to")
)

// CleanComment gives a comment as it is kept: without control characters, without
// space around it. It reports false where it is longer than MaxComment or no
// text.
func CleanComment(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return "", false
	}
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r':
			return -1
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return ' '
		}
		return r
	}, s))
	return s, utf8.RuneCountInString(s) <= MaxComment
}
