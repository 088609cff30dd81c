package build

import (
	"fmt"

	"planpress/internal/frozen"
	"planpress/internal/publish"
	"planpress/internal/relate"
)

// compareFrozen holds the site to what was published before. A site that has
// errors is not compared: what could not be read would count as vanished.
func (b *builder) compareFrozen() {
	if b.opts.Frozen != nil && !b.failed() {
		b.found(frozen.Compare(b.opts.Frozen, b.res.Site))
	}
}

// putFrozen publishes the list that the next site is held to.
func (b *builder) putFrozen(site *relate.Site) error {
	if b.sink == nil {
		return nil
	}
	list, err := frozen.Of(site).Bytes()
	if err != nil {
		return fmt.Errorf("%s: %w", frozen.Name, err)
	}
	return b.put(publish.Output{Path: frozen.Name, Kind: publish.List, Data: list})
}
