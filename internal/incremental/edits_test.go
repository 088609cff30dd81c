package incremental

import (
	"math/rand/v2"
	"slices"
)

// edit is a kind of change that somebody makes. do makes one, with choices of
// its own, and says what it did.
type edit struct {
	name   string
	weight int
	do     func(w *world, r *rand.Rand) string
}

// edits are all of them.
func edits() []edit {
	return slices.Concat(documentEdits(), fileEdits(), registryEdits(), themeEdits(), optionEdits(), publicEdits(), cacheEdits())
}
