package build

import (
	"fmt"

	"planpress/internal/audit"
	"planpress/internal/pages"
	"planpress/internal/publish"
)

// putTrackers publishes the targets and tasks of the whole site as data.
func (b *builder) putTrackers(planner *pages.Planner, auditor *audit.Auditor) error {
	if err := planner.SiteFiles(b.putList(auditor)); err != nil {
		return fmt.Errorf("targets and tasks as data: %w", err)
	}
	return nil
}

// putList publishes files that the audit then knows.
func (b *builder) putList(auditor *audit.Auditor) func(url string, data []byte) error {
	return func(url string, data []byte) error {
		auditor.AddFile(url)
		return b.put(publish.Output{Path: url, Kind: publish.List, Data: data})
	}
}
