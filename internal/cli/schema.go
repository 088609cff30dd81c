package cli

import "planpress/internal/frontmatter"

type schemaCmd struct{}

func (schemaCmd) Example() string { return "planpress schema > front-matter.schema.json" }

// Run prints the JSON Schema of the front matter.
func (schemaCmd) Run(a *app) error {
	_, err := a.env.Stdout.Write(frontmatter.Schema())
	return err
}
