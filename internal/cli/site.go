package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/report"
	"planpress/internal/rooted"
	"planpress/themes"
)

// siteFlags are those of the commands that read a site.
type siteFlags struct {
	BaseURL string        `name:"base-url" placeholder:"URL" help:"Address of the site, in place of site.yaml's."`
	AsOf    string        `name:"as-of" placeholder:"DATE" help:"Build as of this day (2026-09-01); today by default."`
	Drafts  bool          `help:"Show drafts and scheduled documents as well."`
	Jobs    int           `placeholder:"N" help:"Files at a time; one for each processor by default."`
	Quiet   bool          `short:"q" help:"Print findings and errors only."`
	Format  report.Format `enum:"text,json,github,sarif" default:"text" placeholder:"text|json|github|sarif" help:"How findings are printed."`
	Strict  bool          `help:"Warnings fail as errors do."`
}

var isoDay = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`)

func (f *siteFlags) options(a *app) (build.Options, error) {
	opts := build.Options{Themes: themes.FS, Drafts: f.Drafts, Jobs: f.Jobs, Now: a.env.Now(), Generator: "planpress " + version}
	if f.Jobs < 0 {
		return opts, usageError{"--jobs takes a number from 1"}
	}
	if f.AsOf != "" {
		d, ok := day(f.AsOf)
		if !ok {
			return opts, usageError{fmt.Sprintf("--as-of takes a day such as 2026-09-01, not %q", f.AsOf)}
		}
		opts.AsOf = d
	}
	if f.BaseURL != "" {
		base, err := cleanBaseURL(f.BaseURL)
		if err != nil {
			return opts, err
		}
		opts.BaseURL = base
	}
	return opts, nil
}

func day(s string) (plan.Date, bool) {
	m := isoDay.FindStringSubmatch(s)
	if m == nil {
		return plan.Date{}, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // digits only
	}
	d := plan.Date{Year: int16(n[0]), Month: int8(n[1]), Day: int8(n[2])}
	return d, d.Valid() && d.IsDay()
}

// openSite opens the site's folder so that nothing outside of it is read.
func (a *app) openSite() (fs.FS, func(), error) {
	folder, err := rooted.Open(a.dir)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	return folder.FS(), func() { folder.Close() }, nil
}

// examine finds what is to be found in the site, and makes nothing.
func (a *app) examine(opts build.Options) (*build.Result, error) {
	site, closeSite, err := a.openSite()
	if err != nil {
		return nil, err
	}
	defer closeSite()
	return build.Run(a.ctx, site, nil, opts)
}

// print prints findings, and what was held back, and gives errFindings where
// they fail the command.
func (a *app) print(f *siteFlags, res *build.Result) error {
	findings := res.Findings
	err := report.Write(a.env.Stdout, f.Format, findings, report.Options{
		Lang: a.lang, Color: a.color(), Prefix: a.prefix(), Version: version, Rules: build.Rules(),
	})
	if err != nil {
		return err
	}
	if !f.Quiet && !res.Failed() {
		a.printHeldBack(res)
	}
	n := diag.CountOf(findings)
	if n.Errors > 0 || (f.Strict && n.Warnings > 0) {
		return errFindings
	}
	return nil
}

// prefix leads from the working folder to the site's, where there is such a
// way: tools that read findings match relative names only.
func (a *app) prefix() string {
	dir := filepath.Clean(a.dir)
	if here, err := os.Getwd(); err == nil && filepath.IsAbs(dir) {
		if rel, err := filepath.Rel(here, dir); err == nil && filepath.IsLocal(rel) {
			dir = rel
		}
	}
	return filepath.ToSlash(dir)
}

func (a *app) printHeldBack(res *build.Result) {
	for _, d := range res.HeldBack {
		why := diag.T("bản thảo", "draft")
		if d.State == plan.Scheduled {
			why = diag.T("hẹn đăng ngày %s", "scheduled for %s", d.Date)
		}
		a.say(diag.T("chưa công bố: %s (%s)", "held back: %s (%s)", d.Path, why.In(a.lang)))
	}
}

// summary is the line that a command closes with.
func (a *app) summary(f *siteFlags, line diag.Text) {
	if f.Quiet {
		return
	}
	w := a.env.Stdout
	if f.Format != report.Text {
		w = a.env.Stderr
	}
	fmt.Fprintln(w, line.In(a.lang))
}

// counts words the findings of a result.
func counts(res *build.Result) diag.Text {
	n := diag.CountOf(res.Findings)
	var vi, en []string
	add := func(n int, v, one string) {
		if n > 0 {
			vi = append(vi, fmt.Sprintf("%d %s", n, v))
			en = append(en, plural(n, one))
		}
	}
	add(n.Errors, "lỗi", "error")
	add(n.Warnings, "cảnh báo", "warning")
	add(n.Notes, "lưu ý", "note")
	if vi == nil {
		return diag.T("không có phát hiện nào", "no findings")
	}
	return diag.Text{VI: strings.Join(vi, ", "), EN: strings.Join(en, ", ")}
}

// plural is a number with its English noun.
func plural(n int, one string) string {
	if n != 1 {
		one += "s"
	}
	return fmt.Sprintf("%d %s", n, one)
}
