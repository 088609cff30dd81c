package cli

import (
	"fmt"
	"time"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/publish"
	"planpress/internal/viet"
)

type buildCmd struct {
	siteFlags
	cacheFlags
	frozenFlag
	Public     string `placeholder:"DIR" help:"Where the site is written; public/ in the site's folder by default."`
	Portable   bool   `help:"Write links that also work when the folder is opened without a server."`
	Atomic     bool   `help:"Exchange the whole folder at once, for a web server that reads it."`
	MinifyHTML bool   `name:"minify-html" help:"Leave out white space that no reader sees; takes no longer."`
}

func (buildCmd) Example() string {
	return "planpress build\nplanpress -C site build --strict --format github --base-url https://example.org/\nplanpress build --frozen public"
}

// Run builds and publishes the site.
func (c *buildCmd) Run(a *app) error {
	opts, err := c.options(a)
	if err != nil {
		return err
	}
	if err := c.into(&opts); err != nil {
		return err
	}
	opts.Portable, opts.MinifyHTML = c.Portable, c.MinifyHTML
	public, err := a.publicDir(c.Public)
	if err != nil {
		return err
	}
	start := a.env.Now()
	site, closeSite, err := a.openSite()
	if err != nil {
		return err
	}
	defer closeSite()
	closeCache, err := c.open(a, &opts)
	if err != nil {
		return err
	}
	defer closeCache()
	looked := make(chan error, 1)
	go func() {
		var err error
		opts.Sources, err = build.Look(a.ctx, site, opts.Cache)
		looked <- err
	}()
	session, err := publish.Open(a.ctx, public, publish.Options{Atomic: c.Atomic})
	lookErr := <-looked
	if err != nil {
		return err
	}
	defer session.Abort() // does nothing after Commit
	if lookErr != nil {
		return lookErr
	}
	if last, ok := build.Recall(opts.Sources, opts); ok {
		if done, ok := session.Unchanged(last.Token); ok {
			return c.finish(a, last.Result(), func() (publish.Report, error) { return done, last.Renew(opts, done.Token) }, start)
		}
	}
	progress := a.progress(&c.siteFlags)
	opts.Progress, opts.Clock = progress.step, a.env.Now
	res, err := build.Run(a.ctx, site, session, opts)
	progress.clear()
	if err != nil {
		return err
	}
	return c.finish(a, res, func() (publish.Report, error) {
		done, err := session.Commit(a.ctx)
		if err != nil {
			return done, err
		}
		return done, build.Remember(opts.Sources, opts, res, done.Token)
	}, start)
}

// finish prints what was found and, where that allows it, publishes.
func (c *buildCmd) finish(a *app, res *build.Result, commit func() (publish.Report, error), start time.Time) error {
	if err := a.print(&c.siteFlags, res); err != nil {
		c.refused(a, res, start)
		return err
	}
	done, err := commit()
	if err != nil {
		return err
	}
	c.remark(a, done)
	c.searched(a, res.Search)
	c.close(a, res, done, a.env.Now().Sub(start))
	return nil
}

// remark names what the folder still shows and the site no longer has.
func (c *buildCmd) remark(a *app, done publish.Report) {
	if c.Quiet {
		return
	}
	if done.ManifestDamaged {
		a.say(diag.T("danh mục tệp đã ghi bị hỏng, nay được lập lại; tệp không còn rõ là của planpress được để nguyên",
			"the list of written files was damaged and is whole again; files not known any more to be planpress's are left as they are"))
	}
	for _, name := range done.Kept {
		a.say(diag.T("để nguyên: %s (trang không còn tệp này, nhưng có người đã sửa nó; hãy tự xóa nếu không cần)",
			"left as it is: %s (the site no longer has it, but somebody changed it; delete it if it is not needed)", name))
	}
}

// close prints the closing line.
func (c *buildCmd) close(a *app, res *build.Result, done publish.Report, took time.Duration) {
	found := counts(res)
	a.summary(&c.siteFlags, diag.Text{
		VI: fmt.Sprintf("%d văn bản, %d trang: ghi %d, giữ nguyên %d, xóa %d tệp; %s; %s",
			res.Documents, res.Pages, done.Written, done.Unchanged, done.Removed, found.VI, rounded(took)),
		EN: fmt.Sprintf("%s, %s: %s written, %d unchanged, %d removed; %s; %s",
			plural(res.Documents, "document"), plural(res.Pages, "page"), plural(done.Written, "file"), done.Unchanged, done.Removed, found.EN, rounded(took)),
	})
}

// searched says what the search index took, and what it lacks.
func (c *buildCmd) searched(a *app, r *build.SearchReport) {
	if r == nil || r.Fresh == 0 {
		return
	}
	text := diag.T("tìm kiếm: %d văn bản và trang, %d mới đưa vào mục lục, %d tệp; hết %v, %s bộ nhớ",
		"search: %d documents and pages, %d of them new in the index, %d files; %v, %s of memory",
		r.Documents, r.Fresh, r.Files, rounded(r.Took), viet.Size(r.Memory, string(a.lang)))
	if r.Unread > 0 {
		text.VI += fmt.Sprintf("; chưa đọc được chữ của %d tệp PDF, vì máy không có pdftotext (gói poppler-utils)", r.Unread)
		text.EN += fmt.Sprintf("; the text of %s is not found, because this machine has no pdftotext (package poppler-utils)", plural(r.Unread, "PDF"))
	}
	a.summary(&c.siteFlags, text)
}

func (c *buildCmd) refused(a *app, res *build.Result, start time.Time) {
	found, took := counts(res), rounded(a.env.Now().Sub(start))
	a.summary(&c.siteFlags, diag.Text{
		VI: fmt.Sprintf("không công bố gì: %s; %s", found.VI, took),
		EN: fmt.Sprintf("nothing published: %s; %s", found.EN, took),
	})
}

func rounded(d time.Duration) time.Duration {
	if d < time.Second {
		return d.Round(time.Millisecond)
	}
	return d.Round(10 * time.Millisecond)
}
