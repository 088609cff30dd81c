package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/guard"
	"planpress/internal/rating/store"
)

const (
	site = "https://phuong.example"
	doc  = "plans/2023/ke-hoach/"
)

// service is a running one, with a clock and a store that can fail.
type service struct {
	t     *testing.T
	h     *Handler
	store *failing
	now   atomic.Pointer[time.Time]
	log   *bytes.Buffer
}

type failing struct {
	rating.Store
	err error
}

func (f *failing) Add(ctx context.Context, v rating.Vote) error {
	if f.err != nil {
		return f.err
	}
	return f.Store.Add(ctx, v)
}

func catalog(t testing.TB, base string) *Catalog {
	t.Helper()
	c, err := NewCatalog(&rating.Documents{Site: "Phường Hoa Giấy", Lang: "vi", List: []rating.Document{
		{URL: doc, Title: `Kế hoạch <b>"năm"</b> 2023`, Was: []string{"plans/old/"}}, {URL: "plans/khác/", Title: "Khác"}}}, base)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func newService(t *testing.T, pace guard.Pace) *service {
	t.Helper()
	votes, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "ratings.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = votes.Close() })
	s := &service{t: t, store: &failing{Store: votes}, log: &bytes.Buffer{}}
	s.set(time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC))
	c := catalog(t, site+"/ke-hoach/")
	s.h = New(Options{Store: s.store, Catalog: func() *Catalog { return c }, Now: func() time.Time { return *s.now.Load() }, Pace: pace,
		Proxies: guard.Proxies{netip.MustParsePrefix("192.0.2.1/32")}, Log: slog.New(slog.NewTextHandler(s.log, nil))})
	return s
}

func (s *service) set(now time.Time) { s.now.Store(&now) }

func (s *service) do(r *http.Request) (*http.Response, string) {
	s.t.Helper()
	w := httptest.NewRecorder()
	s.h.ServeHTTP(w, r)
	res := w.Result()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return res, string(body)
}

// get asks as the script of the page does.
func (s *service) get(target string) (int, reply) {
	s.t.Helper()
	r := httptest.NewRequest("GET", target, nil)
	r.Header.Set("Origin", site)
	r.Header.Set("Accept", "application/json")
	return s.reply(s.do(r))
}

func (s *service) reply(res *http.Response, body string) (int, reply) {
	s.t.Helper()
	var a reply
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		s.t.Fatalf("%d %q: %v", res.StatusCode, body, err)
	}
	return res.StatusCode, a
}

func (s *service) token() string {
	s.t.Helper()
	code, a := s.get("/form?document=" + doc)
	if code != 200 || a.Token == "" {
		s.t.Fatal(code, a)
	}
	return a.Token
}

func post(form url.Values, change ...func(*http.Request)) *http.Request {
	r := httptest.NewRequest("POST", "/rate", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", site)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	r.Header.Set("User-Agent", "Firefox")
	for _, f := range change {
		f(r)
	}
	return r
}

func asScript(r *http.Request) { r.Header.Set("Accept", "application/json") }
func from(address string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set("X-Forwarded-For", address) }
}

func (s *service) form(score string) url.Values {
	return url.Values{"document": {doc}, "score": {score}, "token": {s.token()}}
}

func (s *service) want(count, sum int64) {
	s.t.Helper()
	code, a := s.get("/total?document=" + doc)
	if code != 200 || a.Total == nil || *a.Total != (rating.Total{Count: count, Sum: sum}) {
		s.t.Errorf("%d %+v, want %d votes of %d stars", code, a.Total, count, sum)
	}
}

func TestRateWithScript(t *testing.T) {
	s := newService(t, guard.Pace{})
	s.want(0, 0)
	code, a := s.reply(s.do(post(s.form("5"), asScript, from("198.51.100.1"))))
	if code != 200 || a.Total == nil || *a.Total != (rating.Total{Count: 1, Sum: 5}) {
		t.Errorf("%d %+v", code, a)
	}
	s.do(post(s.form("2"), asScript, from("198.51.100.1"))) // thinks again
	s.want(1, 2)
	s.do(post(s.form("4"), asScript, from("198.51.100.2")))
	s.want(2, 6)
}

var tokenField = regexp.MustCompile(`name="token" value="([^"]+)"`)

// A page of the site cannot carry a token: what it sends is shown again, with
// one, and then it is stored.
func TestRateWithoutScript(t *testing.T) {
	s := newService(t, guard.Pace{})
	res, body := s.do(post(url.Values{"document": {doc}, "score": {"4"}, "comment": {"Rất <rõ>"}}))
	token := tokenField.FindStringSubmatch(body)
	if res.StatusCode != 200 || token == nil || !strings.Contains(body, `value="4" required checked`) || !strings.Contains(body, "Rất &lt;rõ&gt;") {
		t.Fatalf("%d %s", res.StatusCode, body)
	}
	if strings.Contains(body, "<b>") {
		t.Error("the title became markup")
	}
	s.want(0, 0)
	res, _ = s.do(post(url.Values{"document": {doc}, "score": {"4"}, "comment": {"Rất <rõ>"}, "token": {token[1]}}, func(r *http.Request) {
		r.Header.Set("Origin", "http://example.com") // of the service itself
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}))
	if to := res.Header.Get("Location"); res.StatusCode != 303 || to != site+"/ke-hoach/"+doc+"#_rated" {
		t.Errorf("%d to %q", res.StatusCode, to)
	}
	s.want(1, 4)
}

func TestRefused(t *testing.T) {
	s := newService(t, guard.Pace{})
	other, _ := s.h.signed(t.Context())
	set := func(key, value string) func(url.Values) { return func(v url.Values) { v.Set(key, value) } }
	for _, c := range []struct {
		name   string
		change func(url.Values)
		status int
		why    string
	}{
		{"no stars", set("score", ""), 422, "score"},
		{"six stars", set("score", "6"), 422, "score"},
		{"no number", set("score", "5 "), 422, "score"},
		{"a document that is not there", set("document", "plans/none/"), 404, "unknown"},
		{"a document of another form", set("document", "../"+doc), 404, "unknown"},
		{"no token", set("token", ""), 403, "forged"},
		{"a forged token", set("token", strings.Repeat("A", 75)), 403, "forged"},
		{"a token of another document", func(v url.Values) { v.Set("token", other.Token("plans/khác/", *s.now.Load())) }, 403, "forged"},
		{"a long comment", set("comment", strings.Repeat("ă", rating.MaxComment+1)), 422, "long"},
		{"a comment that is no text", set("comment", "\xff\xfe"), 422, "long"},
		{"a body without end", set("comment", strings.Repeat("x", maxBody)), 413, "long"},
	} {
		form := s.form("5")
		c.change(form)
		code, a := s.reply(s.do(post(form, asScript)))
		if code != c.status || a.Error != c.why || a.Text == "" {
			t.Errorf("%s: %d %+v, want %d %s", c.name, code, a, c.status, c.why)
		}
	}
	s.want(0, 0)
}

func TestReplay(t *testing.T) {
	s := newService(t, guard.Pace{})
	form := s.form("5")
	s.do(post(form, asScript, from("198.51.100.1")))
	form.Set("score", "1")
	for _, address := range []string{"198.51.100.1", "198.51.100.2"} {
		if code, a := s.reply(s.do(post(form, asScript, from(address)))); code != 409 || a.Error != "used" {
			t.Errorf("%d %+v", code, a)
		}
	}
	s.want(1, 5)
}

// TestExpired: who took too long gets the form again with all that was written.
func TestExpired(t *testing.T) {
	s := newService(t, guard.Pace{})
	form := s.form("3")
	form.Set("comment", "viết lâu")
	s.set(s.now.Load().Add(guard.FormLife))
	res, body := s.do(post(form))
	token := tokenField.FindStringSubmatch(body)
	if res.StatusCode != 403 || token == nil || !strings.Contains(body, "viết lâu") || !strings.Contains(body, `value="3" required checked`) {
		t.Fatalf("%d %s", res.StatusCode, body)
	}
	form.Set("token", token[1])
	if res, _ := s.do(post(form)); res.StatusCode != 303 {
		t.Errorf("sent again: %d", res.StatusCode)
	}
}

// TestOrigins: nothing that only looks like the site's origin is taken for it.
func TestOrigins(t *testing.T) {
	s := newService(t, guard.Pace{})
	for _, origin := range []string{"https://evil.example", "null", site + ".evil.example", site + ":8443", "http://phuong.example", site + "/",
		"https://evil.example@phuong.example", "HTTPS://PHUONG.EXAMPLE", "https://phuong.example https://evil.example", "*"} {
		r := post(s.form("5"), asScript, func(r *http.Request) { r.Header.Set("Origin", origin) })
		res, body := s.do(r)
		if code, a := s.reply(res, body); code != 403 || a.Error != "foreign" {
			t.Errorf("%s: %d %+v", origin, code, a)
		}
		if got := res.Header.Get("Access-Control-Allow-Origin"); got != "" {
			t.Errorf("%s may read answers: %q", origin, got)
		}
	}
	res, _ := s.do(post(s.form("5"), asScript))
	if got := res.Header.Get("Access-Control-Allow-Origin"); got != site {
		t.Errorf("the site's own pages may not read answers: %q", got)
	}
	if res.Header.Get("Access-Control-Allow-Credentials") != "" || res.Header.Get("Set-Cookie") != "" {
		t.Error("cookies have no part in this")
	}
}

// TestBurst: many who share an address are all counted, and a person is told.
func TestBurst(t *testing.T) {
	s := newService(t, guard.Pace{Notable: 3, Most: 1000})
	for i := range 5 {
		code, _ := s.reply(s.do(post(s.form("5"), asScript, from("198.51.100.1"), func(r *http.Request) { r.Header.Set("User-Agent", string(rune('a'+i))) })))
		if code != 200 {
			t.Errorf("vote %d: %d", i, code)
		}
	}
	s.want(5, 25)
	flagged := 0
	for v, err := range s.store.Store.(*store.Store).Votes(t.Context(), true) {
		if flagged++; err != nil || v.Flag != rating.FlagBurst {
			t.Errorf("%+v %v", v, err)
		}
	}
	if flagged != 2 {
		t.Errorf("%d are flagged", flagged)
	}
}

func TestTrap(t *testing.T) {
	s := newService(t, guard.Pace{})
	form := s.form("5")
	form.Set(trapName, "https://spam.example")
	if code, _ := s.reply(s.do(post(form, asScript))); code != 200 {
		t.Errorf("%d: a person may have filled it in", code)
	}
	for v, err := range s.store.Store.(*store.Store).Votes(t.Context(), true) {
		if err != nil || v.Flag != rating.FlagTrap {
			t.Errorf("%+v %v", v, err)
		}
		return
	}
	t.Error("it is not flagged")
}

func TestTooMany(t *testing.T) {
	s := newService(t, guard.Pace{Notable: 1, Most: 3})
	for range 3 {
		s.get("/total?document=" + doc)
	}
	r := httptest.NewRequest("GET", "/total?document="+doc, nil)
	res, body := s.do(r)
	if res.StatusCode != 429 || res.Header.Get("Retry-After") == "" || !strings.Contains(body, "thử lại") {
		t.Errorf("%d %q %s", res.StatusCode, res.Header.Get("Retry-After"), body)
	}
}

// TestStoreFails: the reader is told, and nothing of what was written is lost.
func TestStoreFails(t *testing.T) {
	s := newService(t, guard.Pace{})
	form := s.form("4")
	form.Set("comment", "chưa mất")
	for _, c := range []struct {
		err error
		why string
	}{{rating.ErrUnavailable, "down"}, {rating.ErrBusy, "busy"}, {errors.New("anything"), "down"}} {
		s.store.err = c.err
		res, body := s.do(post(form))
		if res.StatusCode != 503 || res.Header.Get("Retry-After") == "" || !strings.Contains(body, "chưa mất") || !strings.Contains(body, "checked") {
			t.Errorf("%v: %d %s", c.err, res.StatusCode, body)
		}
		if code, a := s.reply(s.do(post(form, asScript))); code != 503 || a.Error != c.why {
			t.Errorf("%v: %d %+v", c.err, code, a)
		}
	}
	s.store.err = nil
	if code, _ := s.reply(s.do(post(form, asScript))); code != 200 {
		t.Errorf("the same form, once the store is back: %d", code)
	}
	s.want(1, 4)
}

// TestNothingPersonalIsLogged reads the log after everything went wrong.
func TestNothingPersonalIsLogged(t *testing.T) {
	s := newService(t, guard.Pace{})
	s.store.err = rating.ErrUnavailable
	form := s.form("4")
	form.Set("comment", "tôi tên là Ví Dụ")
	s.do(post(form, from("198.51.100.77")))
	if s.log.Len() == 0 {
		t.Error("the operator is told nothing")
	}
	for _, personal := range []string{"198.51.100.77", "192.0.2.1", "Firefox", "Ví Dụ", form.Get("token")} {
		if strings.Contains(s.log.String(), personal) {
			t.Errorf("%q is in the log: %s", personal, s.log)
		}
	}
}

// TestVotesOfAnOldAddress count for the document that moved.
func TestVotesOfAnOldAddress(t *testing.T) {
	s := newService(t, guard.Pace{})
	v := rating.Vote{Document: "plans/old/", Score: 3, At: *s.now.Load(), Until: *s.now.Load()}
	if err := s.store.Store.Add(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	s.want(1, 3)
}

func TestPreview(t *testing.T) {
	c := catalog(t, "/")
	if got := c.page(rating.Document{URL: "plans/khác/"}, "#_rated"); got != "/plans/kh%C3%A1c/#_rated" {
		t.Error(got)
	}
}

// FuzzRequests: whatever comes in, there is an answer, and it is not the
// service's fault.
func FuzzRequests(f *testing.F) {
	f.Add("POST", "/rate", "application/x-www-form-urlencoded", "document="+doc+"&score=5&token=AAAA", site)
	f.Add("POST", "/rate", "application/x-www-form-urlencoded", "document="+doc+"&score=5", "null")
	f.Add("POST", "/rate", "multipart/form-data; boundary=x", "--x\r\n", "")
	f.Add("GET", "/form?document="+doc, "", "", site)
	f.Add("GET", "/total?document=%zz;", "", "", "https://[::1")
	f.Add("OPTIONS", "/rate", "", "", site)
	f.Add("GET", "/rate?score=%00", "", "", "")
	votes, err := store.Create(f.Context(), filepath.Join(f.TempDir(), "ratings.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = votes.Close() })
	c := catalog(f, site)
	h := New(Options{Store: votes, Catalog: func() *Catalog { return c }, Pace: guard.Pace{Notable: 1, Most: 1 << 40}})
	f.Fuzz(func(t *testing.T, method, target, kind, body, origin string) {
		u, err := url.ParseRequestURI(target)
		if err != nil || !strings.HasPrefix(target, "/") {
			t.Skip()
		}
		r := &http.Request{Method: method, URL: u, RequestURI: target, Host: "ratings.example", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
			Header: http.Header{"Content-Type": {kind}, "Origin": {origin}, "Accept": {body}}, Body: io.NopCloser(strings.NewReader(body)), RemoteAddr: "192.0.2.9:1"}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r.WithContext(t.Context()))
		if w.Code >= 500 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if got := w.Header().Get("Access-Control-Allow-Origin"); got != "" && origin != site {
			t.Errorf("%q may read answers", origin)
		}
	})
}
