package codec_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"planpress/internal/audit"
	"planpress/internal/codec"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/view"
)

var types = codec.ByName(func(t *plan.Type) string { return t.ID }, plan.TypeByID)

// fill puts random values into everything that a value holds.
func fill(r *rand.Rand, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint64()) >> (64 - v.Type().Bits() + r.IntN(v.Type().Bits())))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(r.Uint64() >> (64 - v.Type().Bits() + r.IntN(v.Type().Bits())))
	case reflect.Float64:
		v.SetFloat(r.NormFloat64())
	case reflect.String:
		v.SetString([...]string{"", "a", "Kế hoạch", "\x00\xff", strings.Repeat("dài ", 100)}[r.IntN(5)])
	case reflect.Array:
		for i := range v.Len() {
			fill(r, v.Index(i), depth)
		}
	case reflect.Slice:
		n := r.IntN(4) - 1
		if n < 0 || depth > 8 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i), depth+1)
		}
	case reflect.Pointer:
		if r.IntN(2) == 0 || depth > 8 {
			return
		}
		if v.Type() == reflect.TypeFor[*plan.Type]() {
			v.Set(reflect.ValueOf(plan.Types()[r.IntN(len(plan.Types()))]))
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		fill(r, v.Elem(), depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i), depth+1)
		}
	}
}

// roundTrip holds the codec of a type to its promises.
func roundTrip[T any](t *testing.T) {
	t.Helper()
	c, err := codec.For[T](types)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	seen := map[string]T{}
	for range 300 {
		var in, out T
		fill(r, reflect.ValueOf(&in).Elem(), 0)
		data := string(c.Append(nil, &in))
		if err := c.Decode(data, &out); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(in, out); diff != "" {
			t.Fatalf("what is read is not what was written:\n%s", diff)
		}
		if other, ok := seen[data]; ok && !reflect.DeepEqual(in, other) {
			t.Fatalf("two values are written alike: %+v and %+v", in, other)
		}
		seen[data] = in
		for range 20 { // damaged bytes may give anything but a panic
			cut := []byte(data[:r.IntN(len(data)+1)])
			if len(cut) > 0 {
				cut[r.IntN(len(cut))] ^= byte(1 + r.IntN(255))
			}
			var x T
			_ = c.Decode(string(cut), &x)
		}
	}
}

func TestWhatIsReadIsWhatWasWritten(t *testing.T) {
	roundTrip[plan.Document](t)
	roundTrip[[]plan.Hole](t)
	roundTrip[audit.Facts](t)
	roundTrip[view.Page](t)
	roundTrip[struct {
		A []byte
		B [3]byte
		C *[]string
	}](t)
}

func TestBytesThatAreCutShortAreDamaged(t *testing.T) {
	c, err := codec.For[plan.Document](types)
	if err != nil {
		t.Fatal(err)
	}
	data := string(c.Append(nil, &plan.Document{Title: "Kế hoạch", Fields: []string{"a", "b"}, Type: plan.TypeByID("ke-hoach")}))
	for n := range len(data) {
		if err := c.Decode(data[:n], new(plan.Document)); err == nil {
			t.Errorf("%d of %d bytes are taken for a document", n, len(data))
		}
	}
	if err := c.Decode(data+"x", new(plan.Document)); err == nil {
		t.Error("bytes behind the document are not noticed")
	}
}

func TestWhatCannotBeWrittenIsNamed(t *testing.T) {
	if _, err := codec.For[struct{ Inner struct{ hidden int } }](); err == nil || !strings.Contains(err.Error(), "hidden") {
		t.Errorf("error %v", err)
	}
	if _, err := codec.For[struct{ M map[string]int }](); err == nil || !strings.Contains(err.Error(), "M") {
		t.Errorf("error %v", err)
	}
}

func TestNamesAndOmissions(t *testing.T) {
	type part struct{ A, B string }
	c, err := codec.For[[]part](codec.Without[part]("B"))
	if err != nil {
		t.Fatal(err)
	}
	one, two := c.Append(nil, &[]part{{"a", "b"}}), c.Append(nil, &[]part{{"a", "c"}})
	if string(one) != string(two) {
		t.Error("a field that is left out makes a difference")
	}
	rules, err := codec.For[diag.Finding](codec.ByName(func(r *diag.Rule) string { return r.Code }, func(string) *diag.Rule { return nil }))
	if err != nil {
		t.Fatal(err)
	}
	data := rules.Append(nil, &diag.Finding{Rule: &diag.Rule{Code: "P999"}})
	if err := rules.Decode(string(data), new(diag.Finding)); err == nil {
		t.Error("a name that nobody knows any more is taken")
	}
}
