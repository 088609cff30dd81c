package rating

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestFiles(t *testing.T) {
	d := &Documents{Site: "Cổng “một”", Lang: "vi", Base: "https://phuong.example/", List: []Document{{URL: "plans/a/", Title: "A <b>", Was: []string{"cu/"}}, {URL: "plans/b/", Title: "B"}}}
	data, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ReadDocuments(strings.NewReader(string(data))); err != nil || !reflect.DeepEqual(got, d) {
		t.Errorf("%+v, %v", got, err)
	}
	totals := Totals{"plans/b/": {Count: 2, Sum: 7}, "plans/a/": {Count: 1, Sum: 5}}
	data, err = totals.Bytes()
	if err != nil || strings.Index(string(data), "plans/a/") > strings.Index(string(data), "plans/b/") {
		t.Errorf("not in order: %s, %v", data, err)
	}
	if got, err := ReadTotals(strings.NewReader(string(data))); err != nil || !reflect.DeepEqual(got, totals) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestBadFiles(t *testing.T) {
	const head = `{"kind": "planpress ratings", "version": 1, "ratings": [`
	for text, want := range map[string]error{
		"": ErrForeign, "[]": ErrForeign, "{}": ErrForeign, `{"kind": "planpress rated documents", "version": 1}`: ErrForeign,
		`{"kind": "planpress ratings", "version": 2, "ratings": 7}`: ErrNewer,
		head: ErrDamaged,
		head + `{"url": "a/", "count": 1, "sum": 6}]}`:                                      ErrDamaged, // six stars
		head + `{"url": "a/", "count": 2, "sum": 1}]}`:                                      ErrDamaged,
		head + `{"url": "a/", "count": -1, "sum": -1}]}`:                                    ErrDamaged,
		head + `{"url": "", "count": 1, "sum": 1}]}`:                                        ErrDamaged,
		head + `{"url": "a/", "count": 1, "sum": 1}, {"url": "a/", "count": 1, "sum": 1}]}`: ErrDamaged,
		head + `{"url": "a/", "count": 1e30, "sum": 1e30}]}`:                                ErrDamaged,
		head + `{"url": "a/", "count": 1, "sum": 5}]}`:                                      nil,
	} {
		if _, err := ReadTotals(strings.NewReader(text)); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

func TestTenths(t *testing.T) {
	for _, c := range []struct{ count, sum, want int64 }{{0, 0, 0}, {1, 5, 50}, {3, 13, 43}, {3, 14, 47}, {20, 91, 46}, {1e12, 5e12, 50}} {
		if got := (Total{c.count, c.sum}).Tenths(); got != c.want {
			t.Errorf("%d in %d: %d, want %d", c.sum, c.count, got, c.want)
		}
	}
}

func TestCleanComment(t *testing.T) {
	for in, want := range map[string]string{"  tốt\r\nlắm \x00\u202e": "tốt\nlắm", "": "", strings.Repeat("ă", MaxComment): strings.Repeat("ă", MaxComment)} {
		if got, ok := CleanComment(in); !ok || got != want {
			t.Errorf("%q: %q %v", in, got, ok)
		}
	}
	for _, in := range []string{"\xff", strings.Repeat("ă", MaxComment+1)} {
		if _, ok := CleanComment(in); ok {
			t.Errorf("%.20q is taken", in)
		}
	}
}
