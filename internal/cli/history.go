package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/githistory"
	"planpress/internal/plan"
	"planpress/themes"
)

type historyCmd struct {
	FromGit bool     `name:"from-git" required:"" help:"Take it from the repository in which the site is kept."`
	Files   []string `arg:"" optional:"" name:"file" help:"Documents of content/. Without any: all that are published."`
}

func (historyCmd) Example() string {
	return "planpress history --from-git\nplanpress history --from-git content/plans/2023/ke-hoach.md"
}

// errShallow ends a command that told only what a shallow clone knows.
var errShallow = errors.New("the clone is shallow")

// Run prints entries of history to be read and pasted. It writes no file.
func (c *historyCmd) Run(a *app) error {
	docs, err := c.documents(a)
	if err != nil {
		return err
	}
	commits, err := githistory.Read(a.ctx, a.dir)
	if err != nil {
		return err
	}
	if len(commits) == 0 {
		a.say(diag.T("kho git không có gì của thư mục content", "the repository holds nothing of the folder content"))
	}
	drafted := 0
	for _, d := range githistory.Drafts(docs, commits) {
		drafted += len(d.Entries)
		switch {
		case len(d.Entries) > 0:
			printDraft(a.env.Stdout, d, a.lang)
		case len(c.Files) > 0 && !d.Known:
			a.say(diag.T("%s: chưa có trong kho git", "%s: git does not know it yet", d.Document.Path))
		case len(c.Files) > 0:
			a.say(diag.T("%s: không có gì để thêm", "%s: there is nothing to add", d.Document.Path))
		}
	}
	a.say(diag.T("%[1]d mục được phác thảo; loại của mỗi mục là phỏng đoán, hãy đọc lại rồi mới dán vào phần đầu tệp",
		"%[2]s drafted; their kinds are guesses: read them before you paste them into the front matter", drafted, entriesWord(drafted)))
	return shallow(commits)
}

func entriesWord(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

// shallow is an error where the clone lacks the beginning of what was asked.
func shallow(commits []githistory.Commit) error {
	i := slices.IndexFunc(commits, func(c githistory.Commit) bool { return c.Cut })
	if i < 0 {
		return nil
	}
	return fmt.Errorf("%w: it begins at the commit %s of %s, and what was changed or published before is not in the drafts; get the rest with: git fetch --unshallow",
		errShallow, commits[i].Hash, commits[i].Day)
}

// documents gives those asked for. One with errors is left out: what it
// declares cannot be told from what it lacks.
func (c *historyCmd) documents(a *app) ([]*plan.Document, error) {
	site, closeSite, err := a.openSite()
	if err != nil {
		return nil, err
	}
	defer closeSite()
	all, findings, err := build.Documents(a.ctx, site, build.Options{Themes: themes.FS, Now: a.env.Now()})
	if err != nil {
		return nil, err
	}
	asked, err := c.asked(a, all)
	if err != nil {
		return nil, err
	}
	bad := map[string]bool{}
	for _, f := range findings {
		if f.Rule.Severity == diag.Error {
			bad[f.Pos.File] = true
		}
	}
	return slices.DeleteFunc(asked, func(d *plan.Document) bool {
		if bad[d.Path] {
			a.say(diag.T("bỏ qua %s: tệp có lỗi, planpress check cho biết lỗi nào", "left out %s: it has errors, and planpress check tells which", d.Path))
		}
		return bad[d.Path]
	}), nil
}

// asked finds the named documents; by default all whose pages are public.
func (c *historyCmd) asked(a *app, all []*plan.Document) ([]*plan.Document, error) {
	if len(c.Files) == 0 {
		return slices.DeleteFunc(all, func(d *plan.Document) bool { return d.Publication.State == plan.Draft }), nil
	}
	var out []*plan.Document
	for _, file := range c.Files {
		name := a.sitePath(file)
		i := slices.IndexFunc(all, func(d *plan.Document) bool { return d.Path == name })
		if i < 0 {
			return nil, usageError{fmt.Sprintf("%s is not a document of this site", file)}
		}
		out = append(out, all[i])
	}
	slices.SortFunc(out, func(a, b *plan.Document) int { return cmp.Compare(a.Path, b.Path) })
	return slices.Compact(out), nil
}

// printDraft prints one document's entries as they stand in front matter.
func printDraft(w io.Writer, d githistory.Draft, lang diag.Lang) {
	if len(d.Document.History) == 0 {
		fmt.Fprintf(w, "# %s\nhistory:\n", d.Document.Path)
	} else {
		fmt.Fprintf(w, "# %s (%s)\n", d.Document.Path, diag.T("thêm vào history đã có", "add to the history that is there").In(lang))
	}
	for _, e := range d.Entries {
		fmt.Fprintf(w, "  - date: %s", e.Date)
		if len(e.Hashes) > 0 {
			fmt.Fprintf(w, " # %s", strings.Join(e.Hashes, ", "))
		}
		fmt.Fprintf(w, "\n    kind: %s\n", e.Kind)
		if e.Note != "" {
			fmt.Fprintf(w, "    note: \"%s\"\n", strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(e.Note))
		}
	}
}
