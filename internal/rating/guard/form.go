// Package guard tells honest ratings from others without following anybody: it
// signs forms, makes raters of what a request carries anyway, and notices
// bursts. Addresses are used for that in memory and are never stored.
package guard

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"time"

	"planpress/internal/rating"
)

// How long a form can be sent after it was made, and how much earlier than its
// own making a clock may be that is set back meanwhile.
const (
	FormLife = 4 * time.Hour
	skew     = 5 * time.Minute
)

// Why a form is refused.
var (
	ErrForged  = errors.New("the form is not one that this service made for this document")
	ErrExpired = errors.New("the form is too old")
)

// Forms makes and checks what forms carry.
type Forms struct{ key []byte }

// NewForms makes forms that are signed with a key.
func NewForms(key []byte) *Forms { return &Forms{key} }

const (
	nonceLen = len(rating.Nonce{})
	timeLen  = 8
	tokenLen = nonceLen + timeLen + sha256.Size
)

// Token is what one form for a document carries: a nonce, when it was made, and
// the signature of both and of the document.
func (f *Forms) Token(document string, now time.Time) string {
	var t [tokenLen]byte
	_, _ = rand.Read(t[:nonceLen]) // never fails
	binary.BigEndian.PutUint64(t[nonceLen:], uint64(now.Unix()))
	sum := f.sign(document, t[:nonceLen], t[nonceLen:nonceLen+timeLen])
	copy(t[nonceLen+timeLen:], sum)
	return base64.RawURLEncoding.EncodeToString(t[:])
}

// Check takes a token apart. The error is ErrForged or ErrExpired.
func (f *Forms) Check(token, document string, now time.Time) (nonce rating.Nonce, until time.Time, err error) {
	var t [tokenLen]byte
	if base64.RawURLEncoding.DecodedLen(len(token)) != tokenLen {
		return nonce, until, ErrForged
	}
	if n, err := base64.RawURLEncoding.Strict().Decode(t[:], []byte(token)); err != nil || n != tokenLen {
		return nonce, until, ErrForged
	}
	if !hmac.Equal(t[nonceLen+timeLen:], f.sign(document, t[:nonceLen], t[nonceLen:nonceLen+timeLen])) {
		return nonce, until, ErrForged
	}
	made := time.Unix(int64(binary.BigEndian.Uint64(t[nonceLen:])), 0)
	until = made.Add(FormLife)
	if now.Before(made.Add(-skew)) || !now.Before(until) {
		return nonce, until, ErrExpired
	}
	return rating.Nonce(t[:nonceLen]), until, nil
}

func (f *Forms) sign(document string, nonce, made []byte) []byte {
	return sum(f.key, "planpress rating form", []byte(document), nonce, made)
}

// sum is the HMAC-SHA-256 (RFC 2104) of a purpose and fields. Each has its length
// before it: else the end of one could pass for the beginning of the next.
func sum(key []byte, purpose string, fields ...[]byte) []byte {
	h := hmac.New(sha256.New, key)
	for _, field := range append([][]byte{[]byte(purpose)}, fields...) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(field)))
		h.Write(n[:])
		h.Write(field)
	}
	return h.Sum(nil)
}

// Rater is who rates a document: the same for one browser at one address on one
// day.
func Rater(salt []byte, address, browser, document string) rating.Rater {
	return rating.Rater(sum(salt, "planpress rater", []byte(address), []byte(browser), []byte(document)))
}
