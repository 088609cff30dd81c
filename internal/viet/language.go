package viet

import "golang.org/x/text/language"

// IsLanguage reports whether a tag of BCP 47 is well formed and names a
// language that is registered: vi, en-GB, tyz (Tày). Case does not matter.
func IsLanguage(tag string) bool {
	t, err := language.Parse(tag)
	return err == nil && t != language.Und
}
