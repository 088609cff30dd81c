package build

import (
	"fmt"

	"planpress/internal/cache"
	"planpress/internal/publish"
)

// trackersName is the name under which the cache keeps the data of all targets
// and tasks. No page has it.
const trackersName = "*trackers"

// putTrackers publishes the targets and tasks of the whole site as data, and
// gives the names of the files.
func (m *pageMaker) putTrackers() ([]string, error) {
	t := &turn{name: trackersName, kind: publish.List}
	if m.prints.cache != nil {
		t.now.Inputs = m.prints.inputs.ofPlans()
		t.old, _ = m.prints.cache.Page(trackersName)
	}
	defer m.prints.done(t)
	if !t.sameInputs() || !m.prints.keepFiles(t, t.old.Files) {
		t.now.Files = []cache.File{}
		put := func(url string, data []byte) error { return m.beside(t, url, data) }
		if err := m.planner.SiteFiles(put); err != nil {
			return nil, fmt.Errorf("targets and tasks as data: %w", err)
		}
	}
	var names []string
	for _, f := range t.now.Files {
		names = append(names, f.Name)
	}
	return names, nil
}
