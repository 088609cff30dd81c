package viet

import (
	"strings"
	"unicode"
)

// TCVN 5712:1993, third part: each letter is one byte, read here as Latin-1.
// The capitals with tones are the small letters in another font.
var tcvn3 = legacyEncoding{"TCVN3", inLatinWord, func(word []rune) ([]rune, bool) {
	out := make([]rune, len(word))
	strong := false
	for i, r := range word {
		out[i] = r
		if v, ok := tcvn3Letters[r]; ok {
			out[i] = v
			strong = strong || r < 0xC0 && len(word) > 1
		}
	}
	return out, strong
}}

var tcvn3Letters = pairs("¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00ADư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ" +
	"×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöửøứ÷ữùựúỳûỷüỹýýþỵ")

// VNI: a letter is followed by a second character that carries its marks.
var vni = legacyEncoding{"VNI", inLatinWord, func(word []rune) ([]rune, bool) {
	var out []rune
	for i := 0; i < len(word); i++ {
		r := unicode.ToLower(word[i])
		if i+1 < len(word) {
			if v, ok := vniPairs[[2]rune{r, unicode.ToLower(word[i+1])}]; ok {
				out, i = append(out, v), i+1
				continue
			}
		}
		if v, ok := vniLetters[r]; ok {
			r = v
		}
		out = append(out, r)
	}
	return out, len(out) < len(word)
}}

var (
	vniLetters = pairs("æỉóĩòịñđöưôơîỵ") // í and ì stand for themselves
	vniPairs   = vniTable()
)

// vniTable spells out the pairs: the marks of each letter in the order of the
// letter's forms in vowels.
func vniTable() map[[2]rune]rune {
	table := map[[2]rune]rune{}
	add := func(base rune, marks, forms string) {
		m, f := []rune(marks), []rune(forms)
		for i := range m {
			table[[2]rune{base, m[i]}] = f[i]
		}
	}
	const tones, hat, breve = "øûõùï", "âàåãáä", "êèúüéë"
	for base, forms := range map[rune]string{'a': "àảãáạ", 'e': "èẻẽéẹ", 'o': "òỏõóọ", 'u': "ùủũúụ", 'y': "ỳỷỹýỵ", 'ô': "ờởỡớợ", 'ö': "ừửữứự"} {
		add(base, tones, forms)
	}
	for base, forms := range map[rune]string{'a': "âầẩẫấậ", 'e': "êềểễếệ", 'o': "ôồổỗốộ"} {
		add(base, hat, forms)
	}
	add('a', breve, "ăằẳẵắặ")
	return table
}

// VIQR (RFC 1456): plain ASCII, with signs behind the letters for their marks.
// A sign that could as well end a sentence is not read as a mark.
var viqr = legacyEncoding{"VIQR", inVIQRWord, func(word []rune) ([]rune, bool) {
	text := strings.TrimRight(strings.ToLower(string(word)), "'?.")
	decoded := viqrTones.Replace(viqrLetters.Replace(text))
	if decoded == text {
		return nil, false
	}
	out := []rune(decoded)
	strong := false
	for _, r := range out {
		strong = strong || r > 0x1EA0 && toneless[r].letter > 'z' // two marks on one letter
	}
	return out, strong
}}

var (
	viqrLetters = strings.NewReplacer("a(", "ă", "a^", "â", "e^", "ê", "o^", "ô", "o+", "ơ", "o*", "ơ", "u+", "ư", "u*", "ư", "dd", "đ")
	viqrTones   = viqrToneTable()
)

func viqrToneTable() *strings.Replacer {
	signs := []rune("`?~'.")
	var table []string
	for _, forms := range strings.Fields(vowels) {
		letters := []rune(forms)
		for i, sign := range signs {
			table = append(table, string(letters[0])+string(sign), string(letters[i+1]))
		}
	}
	return strings.NewReplacer(table...)
}

func inVIQRWord(r rune) bool { return isLetter(r) || strings.ContainsRune("^(+*'`?~.", r) }

// pairs reads a table written as one character and what it stands for, again
// and again.
func pairs(s string) map[rune]rune {
	table := map[rune]rune{}
	letters := []rune(s)
	for i := 0; i+1 < len(letters); i += 2 {
		table[letters[i]] = letters[i+1]
	}
	return table
}
