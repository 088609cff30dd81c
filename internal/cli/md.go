package cli

import (
	"fmt"
	"io"

	"planpress/internal/prose"
)

type mdCmd struct {
	Profile prose.Profile `enum:"commonmark,gfm,site" default:"site" help:"commonmark, gfm or site."`

	// The runner of GFM's specification passes these; the profile says it all.
	Unsafe    bool     `hidden:""`
	Extension []string `hidden:"" short:"e"`
}

func (mdCmd) Example() string { return "planpress md --profile commonmark < text.md" }

// Run turns standard input into an HTML fragment. Specification runners of
// CommonMark call it for each of their examples.
func (c *mdCmd) Run(a *app) error {
	src, err := io.ReadAll(a.env.Stdin)
	if err != nil {
		return fmt.Errorf("reading standard input: %w", err)
	}
	out, err := prose.Fragment(c.Profile, src)
	if err != nil {
		return err
	}
	_, err = a.env.Stdout.Write(out)
	return err
}
