package viet

import (
	"strings"
	"unicode"
)

// isSyllable reports whether a word has the shape of a Vietnamese syllable: an
// onset, a rhyme, and at most one tone. It says nothing of whether the word
// exists.
func isSyllable(word []rune) bool {
	if len(word) == 0 || len(word) > 7 {
		return false
	}
	tones := 0
	letters := make([]rune, len(word))
	for i, r := range word {
		v, ok := toneless[unicode.ToLower(r)]
		if ok {
			letters[i] = v.letter
		} else {
			letters[i] = unicode.ToLower(r)
		}
		if v.tone > 0 {
			tones++
		}
	}
	return tones <= 1 && isShape(string(letters))
}

// isShape does the work of isSyllable for small letters without tones.
func isShape(s string) bool {
	for i := 0; i < len(s) && i <= 3; i++ {
		if (i == 0 || onsets[s[:i]]) && rhymes[s[i:]] {
			return true
		}
	}
	return strings.HasPrefix(s, "đ") && rhymes[s[len("đ"):]]
}

// vowels gives each vowel letter followed by its forms in the five marked
// tones: huyền, hỏi, ngã, sắc, nặng.
const vowels = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ"

type toned struct {
	letter rune
	tone   int // 0 for ngang, else the place in vowels
}

var (
	toneless = toneTable()
	onsets   = set("b c ch d g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x")
	rhymes   = set(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
		e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
		o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc ooc oong oe oen oeo oet oi om on ong op ot
		ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uynh
		uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
		y yêm yên yêng yêt yêu`)
)

func toneTable() map[rune]toned {
	table := map[rune]toned{}
	for _, forms := range strings.Fields(vowels) {
		letters := []rune(forms)
		for tone, r := range letters {
			table[r] = toned{letters[0], tone}
		}
	}
	return table
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
