package theme

import (
	"fmt"
	"strconv"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/source"
)

// messages are the words of the interface in one language, by key.
type messages map[string]string

// loadMessages reads the messages of all languages. A later layer replaces
// single messages of an earlier one.
func loadMessages(f *folder, trouble *LoadError) map[diag.Lang]messages {
	all := map[diag.Lang]messages{}
	for _, lang := range languages {
		all[lang] = messages{}
	}
	for _, file := range f.messages {
		lang := diag.Lang(strings.TrimSuffix(file.Name, ".yaml"))
		if all[lang] == nil {
			trouble.add(file.Path, "is no file of messages; there are vi.yaml and en.yaml")
			continue
		}
		read, findings := frontmatter.Messages(source.New(file.Path, file.Data))
		for _, finding := range findings {
			trouble.add(finding.Pos.String(), finding.Message.EN)
		}
		for key, text := range read {
			all[lang][key] = text
		}
	}
	return all
}

// Message gives the words of a key in the theme's language, with {0}, {1} and
// so on replaced by the arguments. A key that the theme does not have, which
// Load rules out for those it knows of, gives the key itself.
func (t *Theme) Message(key string, args ...any) string {
	text, err := t.message(key, args...)
	if err != nil {
		return key
	}
	return text
}

func (t *Theme) message(key string, args ...any) (string, error) {
	text, ok := t.messages[key]
	if !ok {
		return "", fmt.Errorf("messages/%s.yaml has no %q", t.lang, key)
	}
	if len(args) == 0 {
		return text, nil
	}
	return fill(text, args), nil
}

// fill replaces {N} by the argument N. What stands in an argument is not
// looked at again.
func fill(text string, args []any) string {
	var b strings.Builder
	for {
		before, n, after, ok := placeholder(text)
		if !ok {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(before)
		if n < len(args) {
			write(&b, args[n])
		}
		text = after
	}
}

// write is fmt.Fprint; nearly all arguments are texts already.
func write(b *strings.Builder, arg any) {
	if s, ok := arg.(string); ok {
		b.WriteString(s)
		return
	}
	fmt.Fprint(b, arg)
}

// placeholder finds the first {N} of a text.
func placeholder(text string) (before string, n int, after string, ok bool) {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '{')
		if i < 0 {
			return "", 0, "", false
		}
		i += from
		end := strings.IndexByte(text[i:], '}')
		if end < 0 {
			return "", 0, "", false
		}
		if n, err := strconv.ParseUint(text[i+1:i+end], 10, 8); err == nil {
			return text[:i], int(n), text[i+end+1:], true
		}
		from = i + 1
	}
}

// wants is how many arguments a text has places for.
func wants(text string) int {
	most := 0
	for {
		_, n, after, ok := placeholder(text)
		if !ok {
			return most
		}
		most, text = max(most, n+1), after
	}
}
