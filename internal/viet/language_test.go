package viet

import "testing"

func TestIsLanguage(t *testing.T) {
	for tag, want := range map[string]bool{
		"vi": true, "en": true, "EN": true, "en-GB": true, "zh-Hant": true, "tyz": true, "hmn": true, "cjm": true, "jra": true,
		"": false, "vn": false, "english": false, "und": false, "e": false, "qq": false, "en_": false, "x y": false,
	} {
		if got := IsLanguage(tag); got != want {
			t.Errorf("IsLanguage(%q) = %v, want %v", tag, got, want)
		}
	}
}
