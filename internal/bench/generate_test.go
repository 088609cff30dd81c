package bench

import (
	"bytes"
	"strings"
	"testing"
)

func TestTheSeedDecides(t *testing.T) {
	a, b, c := Site(1, 30), Site(1, 30), Site(2, 30)
	differs := false
	for i := range a {
		if a[i].Path != b[i].Path || !bytes.Equal(a[i].Data, b[i].Data) {
			t.Fatalf("%s differs between two runs of one seed", a[i].Path)
		}
		differs = differs || !bytes.Equal(a[i].Data, c[i].Data)
	}
	if !differs {
		t.Error("another seed must give other texts")
	}
}

func TestDocumentsAreLikeTheRealPlan(t *testing.T) {
	words := 0
	for i := range 50 {
		words += len(strings.Fields(string(Document(1, i).Data)))
	}
	if mean := words / 50; mean < 750 || mean > 1100 {
		t.Errorf("%d words in the mean, want about 900", mean)
	}
}
