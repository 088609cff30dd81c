package render

import (
	"testing"

	"planpress/internal/diag"
)

// The default theme keeps to what is translated: otherwise its pages would be
// made ten times slower.
func TestDefaultThemeIsTranslated(t *testing.T) {
	r, _ := defaultRenderer(t, diag.VI)
	for name, p := range r.layouts {
		if err := p.Slow(); err != nil {
			t.Errorf("layout %s: %v", name, err)
		}
	}
}
