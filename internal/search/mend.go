package search

import "strings"

// mend replaces words that no document has by frequent ones that are one slip
// away: a letter wrong, missing, too many, or two changed about.
func (x *Index) mend(words []asked) (out []asked, mended []string, err error) {
	out = append(out, words...)
	for i, w := range words {
		if isNumber(w.key) {
			continue
		}
		n, err := x.frequency(clause{key: w.key}, 0)
		if err != nil {
			return nil, nil, err
		}
		if n > 0 {
			continue
		}
		better, err := x.nearest(words, i)
		if err != nil {
			return nil, nil, err
		}
		if better != "" {
			out[i].key, out[i].form = better, better
			mended = append(mended, better)
		}
	}
	return out, mended, nil
}

// candidates are how many words are tried in place of a slip.
const candidates = 12

// nearest gives the word that is one slip away from the i-th and goes best with
// the one before or behind; else the most frequent.
func (x *Index) nearest(words []asked, i int) (string, error) {
	list, err := x.near(words[i].key)
	if err != nil || len(list) == 0 {
		return "", err
	}
	best, most := list[0], 0
	for _, w := range list {
		n := 0
		for _, c := range beside(words, i, w) {
			df, err := x.frequency(c, 0)
			if err != nil {
				return "", err
			}
			n += df
		}
		if n > most {
			best, most = w, n
		}
	}
	return best, nil
}

// beside gives the pairs that a word would make in the place of the i-th.
func beside(words []asked, i int, w string) []clause {
	var out []clause
	if i > 0 && words[i].joins {
		out = append(out, clause{key: words[i-1].key + " " + w})
	}
	if i+1 < len(words) && words[i+1].joins {
		out = append(out, clause{key: w + " " + words[i+1].key})
	}
	return out
}

// near gives frequent words that are one slip away.
func (x *Index) near(key string) ([]string, error) {
	var out []string
	for _, s := range x.segments {
		if !s.Words {
			continue
		}
		data, err := x.file(s.ID + "/w")
		if err != nil {
			return nil, err
		}
		for w := range strings.SplitSeq(string(data), "\n") {
			if w != "" && len(out) < candidates && slip(key, w) {
				out = append(out, w)
			}
		}
	}
	return out, nil
}

// slip reports whether two words differ by one slip. Of short words only letters
// changed about count: too many others are one letter away.
func slip(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	short := len(a) < 4
	a, b = a[n:], b[n:]
	switch {
	case a == b:
		return false
	case len(a) == len(b) && len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]:
		return true
	case short:
		return false
	case len(a) == len(b):
		return a[1:] == b[1:]
	case len(a) == len(b)+1:
		return a[1:] == b
	case len(b) == len(a)+1:
		return b[1:] == a
	}
	return false
}
