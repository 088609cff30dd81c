package render

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"planpress/internal/audit"
	"planpress/internal/diag"
	"planpress/internal/hostile"
	"planpress/internal/view"
)

// Whatever stands in a view, no text of it becomes a tag, an attribute or an
// address that runs a program, in any layout. An address of another host, which
// only the program could put there, is told by the audit.
func TestHostileValues(t *testing.T) {
	for _, name := range []string{"default", "plain"} {
		r, set := rendererOf(t, name, diag.VI)
		seen := map[string]bool{}
		for _, ex := range examples() {
			if seen[ex.layout] {
				continue
			}
			seen[ex.layout] = true
			t.Run(name+"/"+ex.layout, func(t *testing.T) {
				t.Parallel()
				attack(t, r, ex, string(set.Boot))
			})
		}
	}
}

// attack puts every vector into every text of an example.
func attack(t *testing.T, r *Renderer, ex example, boot string) {
	if ex.page.Document != nil {
		ex.page.Document.Body = "<p>The text is not what this test is about.</p>"
	}
	sound, err := r.Page(nil, ex.layout, ex.page)
	if err != nil {
		t.Fatal(err)
	}
	want := skeleton(sound)
	for _, value := range hostile.Vectors() {
		p := poisoned(reflect.ValueOf(ex.page), "", value).Interface().(*view.Page)
		page, err := r.Page(nil, ex.layout, p)
		if err != nil {
			t.Fatalf("%q: %v", value, err)
		}
		if got := skeleton(page); !slices.Equal(want, got) {
			t.Errorf("%q changes the page:\n%s", value, cmp.Diff(want, got))
		}
		audited := dangers(ex.path, page, boot)
		if elsewhere := strings.HasPrefix(strings.TrimSpace(value), "//"); elsewhere != (len(audited) > 0) {
			t.Errorf("%q: the audit says %q", value, audited)
		} else if !elsewhere {
			for _, d := range hostile.Dangerous(page, boot) {
				t.Errorf("%q: %s", value, d)
			}
		}
	}
}

// dangers are the findings of the audit that concern safety.
func dangers(path string, page []byte, boot string) []string {
	var out []string
	for _, f := range audit.New(audit.Options{Boot: boot}).Page(path, page) {
		if c := f.Rule.Code; c == "P309" || c == "P310" || c == "P312" {
			out = append(out, c+" "+f.Message.EN)
		}
	}
	return out
}

// poisoned copies a view with a value put into all texts that are not empty:
// addresses become it, other texts end in it. What prose wrote, the words that
// name messages, and addresses that the program makes of slugs alone, stay.
func poisoned(v reflect.Value, field, value string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(poisoned(v.Elem(), field, value).Addr())
		}
		return out
	case reflect.Slice:
		for i := range v.Len() {
			out = reflect.Append(out, poisoned(v.Index(i), field, value))
		}
		return out
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(poisoned(v.Field(i), v.Type().Field(i).Name, value))
		}
		return out
	}
	out.Set(v)
	if v.Type() != reflect.TypeFor[string]() || v.Len() == 0 {
		return out
	}
	switch field {
	case "Kind", "Key", "NoteKey", "Tick", "State", "Root", "To":
	case "URL", "All", "Home", "Feed", "Canonical", "SourceURL", "Prev", "Next":
		out.SetString(value)
	default:
		out.SetString(v.String() + value)
	}
	return out
}

// skeleton is the page's tags with the names of their attributes.
func skeleton(page []byte) []string {
	var out []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			var line strings.Builder
			line.WriteString(t.Data)
			for _, a := range t.Attr {
				line.WriteString(" " + a.Key)
			}
			out = append(out, line.String())
		case html.EndTagToken:
			out = append(out, "/"+z.Token().Data)
		case html.CommentToken:
			out = append(out, "comment")
		}
	}
}
