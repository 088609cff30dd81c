package guard

import (
	"bytes"
	"encoding/base64"
	"errors"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"
)

var now = time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)

func TestToken(t *testing.T) {
	f := NewForms([]byte("key"))
	token := f.Token("plans/a/", now)
	for _, c := range []struct {
		name, token, document string
		at                    time.Time
		want                  error
	}{
		{"at once", token, "plans/a/", now, nil},
		{"a little later", token, "plans/a/", now.Add(FormLife - time.Second), nil},
		{"too late", token, "plans/a/", now.Add(FormLife), ErrExpired},
		{"a clock that is a little behind", token, "plans/a/", now.Add(-time.Minute), nil},
		{"a clock set back", token, "plans/a/", now.Add(-time.Hour), ErrExpired},
		{"another document", token, "plans/b/", now, ErrForged},
		{"a longer name", token, "plans/a/x", now, ErrForged},
		{"nothing", "", "plans/a/", now, ErrForged},
		{"cut", token[:len(token)-1], "plans/a/", now, ErrForged},
		{"longer", token + "A", "plans/a/", now, ErrForged},
		{"padded", token + "=", "plans/a/", now, ErrForged},
		{"another key", NewForms([]byte("other")).Token("plans/a/", now), "plans/a/", now, ErrForged},
	} {
		if _, _, err := f.Check(c.token, c.document, c.at); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if one, _, _ := f.Check(token, "plans/a/", now); one == ([16]byte{}) {
		t.Error("no nonce")
	}
	if token == f.Token("plans/a/", now) {
		t.Error("two forms have one token")
	}
}

// Every bit of a token is signed.
func TestTokenBits(t *testing.T) {
	f := NewForms([]byte("key"))
	raw, err := base64.RawURLEncoding.DecodeString(f.Token("plans/a/", now))
	if err != nil {
		t.Fatal(err)
	}
	for i := range len(raw) * 8 {
		forged := bytes.Clone(raw)
		forged[i/8] ^= 1 << (i % 8)
		if _, _, err := f.Check(base64.RawURLEncoding.EncodeToString(forged), "plans/a/", now); !errors.Is(err, ErrForged) {
			t.Fatalf("bit %d: %v", i, err)
		}
	}
}

// The end of one field is not the beginning of the next.
func TestRater(t *testing.T) {
	salt := []byte("salt")
	one := Rater(salt, "192.0.2.1", "Firefox", "plans/a/")
	if one != Rater(salt, "192.0.2.1", "Firefox", "plans/a/") {
		t.Error("not the same for the same")
	}
	for _, c := range [][3]string{{"192.0.2.11", "Firefox", "plans/a/"}, {"192.0.2.1", "Chrome", "plans/a/"}, {"192.0.2.1", "Firefox", "plans/b/"},
		{"192.0.2.1F", "irefox", "plans/a/"}, {"192.0.2.1", "Firefoxp", "lans/a/"}} {
		if one == Rater(salt, c[0], c[1], c[2]) {
			t.Errorf("%q is the same rater", c)
		}
	}
	if one == Rater([]byte("tlas"), "192.0.2.1", "Firefox", "plans/a/") {
		t.Error("the same on another day")
	}
}

func TestClient(t *testing.T) {
	proxies := Proxies{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128"), netip.MustParsePrefix("10.0.0.0/24")}
	for _, c := range []struct {
		from      string
		forwarded []string
		want      string
	}{
		{"203.0.113.5:1000", nil, "203.0.113.5"},
		{"203.0.113.5:1000", []string{"198.51.100.1"}, "203.0.113.5"}, // said by somebody who is no proxy
		{"127.0.0.1:1000", []string{"198.51.100.1"}, "198.51.100.1"},
		{"127.0.0.1:1000", []string{"1.1.1.1, 198.51.100.1"}, "198.51.100.1"}, // what the reader said comes first, and is not believed
		{"127.0.0.1:1000", []string{"1.1.1.1", "198.51.100.1, 10.0.0.7"}, "198.51.100.1"},
		{"127.0.0.1:1000", nil, "127.0.0.1"},
		{"127.0.0.1:1000", []string{"nonsense"}, "127.0.0.1"},
		{"[::1]:1000", []string{"2001:db8::7"}, "2001:db8::7"},
		{"[::ffff:127.0.0.1]:1000", []string{"::ffff:198.51.100.1"}, "198.51.100.1"},
		{"[fe80::1%eth0]:1000", nil, "fe80::1"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.from
		for _, f := range c.forwarded {
			r.Header.Add("X-Forwarded-For", f)
		}
		if got := proxies.Client(r); got != netip.MustParseAddr(c.want) {
			t.Errorf("%s %q: %v, want %s", c.from, c.forwarded, got, c.want)
		}
	}
	r := httptest.NewRequest("GET", "/", nil)
	r.RemoteAddr = "@"
	if got := proxies.Client(r); got.IsValid() {
		t.Errorf("a Unix socket: %v", got)
	}
}

func TestBursts(t *testing.T) {
	b := NewBursts(Pace{Notable: 2, Most: 4})
	one, sameHouse := netip.MustParseAddr("2001:db8:1::1"), netip.MustParseAddr("2001:db8:1::2")
	for i, want := range []bool{false, false, true} {
		if got := b.Vote([]netip.Addr{one, sameHouse}[i%2], now); got != want {
			t.Errorf("vote %d: %v", i, got)
		}
	}
	for i := range 4 {
		if _, ok := b.Request(one, now); !ok {
			t.Errorf("request %d is refused", i)
		}
	}
	if wait, ok := b.Request(one, now.Add(20*time.Second)); ok || wait != 40*time.Second {
		t.Errorf("the fifth: %v %v", wait, ok)
	}
	if _, ok := b.Request(netip.MustParseAddr("2001:db8:2::1"), now); !ok {
		t.Error("somebody else is refused")
	}
	if _, ok := b.Request(one, now.Add(time.Minute)); !ok {
		t.Error("refused in the next minute")
	}
	for i := range maxAddresses + 10 {
		a := netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
		if _, ok := b.Request(a, now.Add(time.Minute)); !ok {
			t.Fatalf("address %d is refused", i)
		}
	}
	if n := len(b.counts); n > maxAddresses {
		t.Errorf("%d addresses are remembered", n)
	}
}
