package contrast

import "strings"

// State is one of the six ways in which a reader may see a page.
type State struct {
	Dark  bool
	Level string // "even", "less", "more"
}

// States lists all six.
func States() []State {
	var all []State
	for _, dark := range []bool{false, true} {
		for _, level := range []string{"even", "less", "more"} {
			all = append(all, State{dark, level})
		}
	}
	return all
}

// states lists those that the styles know: a theme may leave out dark, and each
// level but the even one, by not declaring the property that stands for it.
func (t tokens) states() []State {
	var out []State
	for _, s := range States() {
		_, dark := t["--dark"]
		_, level := t["--"+s.Level]
		if (dark || !s.Dark) && (level || s.Level == "even") {
			out = append(out, s)
		}
	}
	return out
}

// value gives what a property is worth in a state; ok is false where it has no
// valid value. The properties that stand for the state itself are "initial",
// which is no value, where they are on, and empty where they are off.
func (t tokens) value(name string, s State, depth int) (value string, ok bool) {
	on, isState := s.is(name)
	if isState {
		return "", !on
	}
	tok, there := t[name]
	if !there || tok.value == "initial" || depth > 20 { // deeper: they name one another in a circle
		return "", false
	}
	return t.expand(tok.value, s, depth)
}

// is reports whether a property stands for a state, and whether it is on.
func (s State) is(name string) (on, isState bool) {
	switch name {
	case "--light":
		return !s.Dark, true
	case "--dark":
		return s.Dark, true
	case "--even", "--less", "--more":
		return name == "--"+s.Level, true
	}
	return false, false
}

// expand replaces every var() of a text by what it gives.
func (t tokens) expand(text string, s State, depth int) (string, bool) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "var(")
		b.WriteString(before)
		if !found {
			return strings.Join(strings.Fields(b.String()), " "), true
		}
		end := closed(rest)
		name, fallback, hasFallback := strings.Cut(rest[:end], ",")
		value, ok := t.value(strings.TrimSpace(name), s, depth+1)
		if !ok && hasFallback {
			value, ok = t.expand(fallback, s, depth+1)
		}
		if !ok {
			return "", false
		}
		b.WriteString(value)
		text = strings.TrimPrefix(rest[end:], ")")
	}
}

// closed gives the place of the parenthesis that ends what is open before s.
func closed(s string) int {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(s)
}
