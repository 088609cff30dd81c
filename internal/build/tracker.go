package build

import (
	"fmt"

	"planpress/internal/audit"
	"planpress/internal/pages"
	"planpress/internal/publish"
)

// putTrackers publishes the targets and tasks of documents, and of the whole
// site, as data.
func (b *builder) putTrackers(planner *pages.Planner, auditor *audit.Auditor) error {
	err := planner.TrackerFiles(func(url string, data []byte) error {
		auditor.AddFile(url)
		return b.put(publish.Output{Path: url, Kind: publish.List, Data: data})
	})
	if err != nil {
		return fmt.Errorf("targets and tasks as data: %w", err)
	}
	return nil
}
