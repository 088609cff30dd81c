package viet

import (
	"strings"
	"testing"
)

func TestLegacy(t *testing.T) {
	for _, c := range []struct{ text, encoding, at string }{
		{"Uû ban nh©n d©n ph\u00adêng Tam Quan", "TCVN3", "Uû"},
		{"Căn cứ Luật. Sau đây là đoạn chép lại: §iÒu 1. NghÞ ®Þnh nµy quy ®Þnh viÖc", "TCVN3", "§iÒu"},
		{"c¶i c¸ch hµnh chÝnh", "TCVN3", "c¶i"},
		{"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI", "Coäng"},
		{"COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI", "COÄNG"},
		{"UÛy ban nhaân daân phöôøng Tam Quan veà vieäc caûi caùch haønh chính", "VNI", "UÛy"},
		{"Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "VIQR", "Co^.ng"},
		{"DDo^.c la^.p - Tu+. do - Ha.nh phu'c, UBND phu+o+`ng", "VIQR", "DDo^.c"},

		{text: "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc"},
		{text: "Hà Nội là thành phố; toà án, hoà bình, toán, ngoài, quý, giá, xã, và, có, không"},
		{text: "là và có xã hà quý giá toán ngoài đó"},
		{text: "Diện tích 5 m², nhiệt độ 30 °C, nước «sạch», §1, ©2023 và Windows®, µm, ½, ¾, ghi chú¹ ghi chú² nữa³"},
		{text: "© 2023 ® ™ § 5 § 6 § 7 ° ± × ÷ ¼ ½ ¾ « » · ¶"},
		{text: "Le thé de Noël à Haïti: élève, forêt, père, façade, sœur, naïf, maïs, où, dès, très, été"},
		{text: "Für Ärzte in Köln: über Größe, Straße, Mädchen, schön, Öl, Tür, Grüße"},
		{text: "Så då på två år; går, får, står, blå, små, många, ä, ö"},
		{text: "El niño comió piña; ¿qué? ¡Olé! mañana, corazón, así, más"},
		{text: "I'm sure it's what you're doing; don't, we've, he'd, o'clock. Is it? No. Go! a.m. e.g. i.e."},
		{text: "Let a^n, a^m, e^t, x^2 + y^2 and o(n^2); a(n), a(m), u(t) in C++ with [^1] and a[^b]"},
		{text: "Kế hoạch[^1] có chú thích[^2] và bảng[^3] la? ba? ca?"},
		{text: ""},
	} {
		encoding, offset, ok := Legacy([]byte(c.text))
		switch {
		case ok != (c.encoding != "") || encoding != c.encoding:
			t.Errorf("%q: %q, want %q", c.text, encoding, c.encoding)
		case ok && !strings.HasPrefix(c.text[offset:], c.at):
			t.Errorf("%q: begins at %q, want %q", c.text, c.text[offset:], c.at)
		}
	}
}

func TestIsSyllable(t *testing.T) {
	for _, w := range strings.Fields("à ở y nghiêng khuyên quyết giếng gì giữa thuở đường Đảng ỦY nhân quốc xoong ngoẵng yếu ướt huýt oanh tuyệt ghế kỹ tỷ") {
		if !isSyllable([]rune(w)) {
			t.Errorf("%q is a syllable", w)
		}
	}
	for _, w := range []string{"", "s", "thank", "ngh", "àá", "fan", "năm2023", "wà", "bđ", "của-"} {
		if isSyllable([]rune(w)) {
			t.Errorf("%q is no syllable", w)
		}
	}
}

func BenchmarkLegacy(b *testing.B) {
	text := []byte(strings.Repeat("Ủy ban nhân dân phường «ban hành» Kế hoạch số 01/KH-UBND ngày 03/01/2023; diện tích 5 m². ", 100))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Legacy(text)
	}
}
