package cli

type checkCmd struct{ siteFlags }

func (checkCmd) Example() string {
	return "planpress check --strict\nplanpress check --format sarif > findings.sarif"
}

// Run finds what build would find.
func (c *checkCmd) Run(a *app) error {
	opts, err := c.options(a)
	if err != nil {
		return err
	}
	res, err := a.examine(opts)
	if err != nil {
		return err
	}
	err = a.print(&c.siteFlags, res)
	a.summary(&c.siteFlags, counts(res))
	return err
}
