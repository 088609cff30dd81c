package citation

import "slices"

// phrases is a list of phrases in small letters, in which those that may stand
// at a place are found by their first or their last word.
type phrases struct{ first, last index }

func indexed(list ...string) *phrases {
	return &phrases{
		first: newIndex(list, keyOf),
		last:  newIndex(list, func(s string) key { return lastKey([]byte(s), len(s)) }),
	}
}

func keyOf(s string) key {
	k, _ := firstKey([]byte(s), 0)
	return k
}

// anyOf gives the keys with which a phrase in any of the lists begins.
func anyOf(lists ...*phrases) *[256]bool {
	var any [256]bool
	for k := range any {
		for _, p := range lists {
			any[k] = any[k] || len(p.first.of(key(k))) > 0
		}
	}
	return &any
}

// key is a digest of the letters of a word, the same for a letter and its
// capital.
type key uint8

// index holds phrases in the order of their keys: list[from[k]:from[k+1]] are
// those of the key k. Most keys have none, so that most words cost one look.
type index struct {
	list []string
	from [257]uint16
}

func newIndex(list []string, of func(string) key) index {
	x := index{list: slices.Clone(list)}
	slices.SortStableFunc(x.list, func(a, b string) int { return int(of(a)) - int(of(b)) })
	for _, s := range list {
		for k := int(of(s)) + 1; k < len(x.from); k++ {
			x.from[k]++
		}
	}
	return x
}

func (x *index) of(k key) []string { return x.list[x.from[k]:x.from[int(k)+1]] }

// firstKey gives the key of the word at p, and the end of the word.
func firstKey(t []byte, p int) (k key, end int) {
	for most := min(len(t), p+maxRun); p < most; {
		if c := t[p]; isAlnum(c) {
			k = k*31 + key(c|0x20)
			p++
			continue
		}
		n := wordLen(t, p)
		if n == 0 {
			break
		}
		k = k.with(t[p], t[p+n-1])
		p += n
	}
	return k, p
}

// lastKey gives the key of the word that ends at p, which begins with its last
// letter and so is not that of firstKey.
func lastKey(t []byte, p int) (k key) {
	for start := max(0, p-maxRun); p > start; {
		if c := t[p-1]; isAlnum(c) {
			k = k*31 + key(c|0x20)
			p--
			continue
		}
		n := letterLenBefore(t, p)
		if n == 0 {
			break
		}
		k = k.with(t[p-n], t[p-1])
		p -= n
	}
	return k
}

// with adds a letter that is not ASCII, of which it takes what is the same for
// its capital: the first byte, and some of the last one but that of ư.
func (k key) with(first, last byte) key {
	k = k*31 + key(first)
	if first != 0xC6 {
		k = k*31 + key(last&0x1E)
	}
	return k
}

// end gives the end of the longest of the phrases that stand at p in t; 0 where
// none does.
func (p *phrases) end(t []byte, at int) int {
	if at >= len(t) {
		return 0
	}
	k, _ := firstKey(t, at)
	return p.endOf(t, at, k)
}

// endOf is end where the key of the word at p is known: who asks several lists
// about a word reads it once.
func (p *phrases) endOf(t []byte, at int, k key) int {
	longest := 0
	for _, phrase := range p.first.of(k) {
		longest = max(longest, phraseEnd(t, at, phrase))
	}
	return longest
}

// start gives the start of the longest of the phrases that end at p in t; -1
// where none does.
func (p *phrases) start(t []byte, at int) int {
	first := -1
	if at == 0 {
		return first
	}
	for _, phrase := range p.last.of(lastKey(t, at)) {
		if start := phraseStart(t, at, phrase); start >= 0 && (first < 0 || start < first) {
			first = start
		}
	}
	return first
}
