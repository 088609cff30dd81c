package cli

type checkCmd struct {
	siteFlags
	cacheFlags
	frozenFlag
}

func (checkCmd) Example() string {
	return "planpress check --strict\nplanpress check --format sarif > findings.sarif\nplanpress check --frozen public"
}

// Run finds what build would find.
func (c *checkCmd) Run(a *app) error {
	opts, err := c.options(a)
	if err != nil {
		return err
	}
	if err := c.into(&opts); err != nil {
		return err
	}
	closeCache, err := c.open(a, &opts)
	if err != nil {
		return err
	}
	defer closeCache()
	res, err := a.examine(opts)
	if err != nil {
		return err
	}
	err = a.print(&c.siteFlags, res)
	a.summary(&c.siteFlags, counts(res))
	return err
}
