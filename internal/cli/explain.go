package cli

import (
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"planpress/internal/build"
	"planpress/internal/diag"
	"planpress/internal/suggest"
)

type explainCmd struct {
	siteFlags
	What string `arg:"" optional:"" help:"A finding's code or name, or a file of content/. Without it: all codes."`
}

func (explainCmd) Example() string {
	return "planpress explain P014\nplanpress explain content/plans/2023/ke-hoach.md"
}

var codeShape = regexp.MustCompile(`^[Pp]\d+$`)

// Run explains a code or a file.
func (c *explainCmd) Run(a *app) error {
	rules := build.Rules()
	if c.What == "" {
		for _, r := range rules {
			fmt.Fprintf(a.env.Stdout, "%s  %-7s  %-22s  %s\n", r.Code, r.Severity, r.Name, r.Title.In(a.lang))
		}
		return nil
	}
	i := slices.IndexFunc(rules, func(r *diag.Rule) bool { return strings.EqualFold(r.Code, c.What) || r.Name == c.What })
	if i >= 0 {
		explainRule(a.env.Stdout, rules[i], a.lang)
		return nil
	}
	if codeShape.MatchString(c.What) || !strings.ContainsAny(c.What, "./") {
		return usageError{fmt.Sprintf("there is no code %q%s", c.What, nearestCode(c.What, rules))}
	}
	return c.file(a)
}

func nearestCode(what string, rules []*diag.Rule) string {
	var names []string
	for _, r := range rules {
		names = append(names, r.Code, r.Name)
	}
	if near := suggest.Nearest(what, names); near != "" {
		return fmt.Sprintf("; did you mean %s?", near)
	}
	return "; planpress explain lists them all"
}

func explainRule(w io.Writer, r *diag.Rule, lang diag.Lang) {
	fmt.Fprintf(w, "%s %s (%s)\n%s\n\n%s\n", r.Code, r.Name, r.Severity, r.Title.In(lang), wrap(r.Why.In(lang), 78))
	for _, part := range []struct {
		label diag.Text
		text  string
	}{{diag.T("Sai", "Wrong"), r.Bad}, {diag.T("Đúng", "Right"), r.Good}, {diag.T("Căn cứ", "Source"), r.Source}} {
		if part.text != "" {
			fmt.Fprintf(w, "\n%s:\n  %s\n", part.label.In(lang), strings.ReplaceAll(part.text, "\n", "\n  "))
		}
	}
}

// wrap breaks a text into lines of at most width characters.
func wrap(s string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(s) {
		n := len([]rune(word))
		switch {
		case column == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// file prints what was parsed, checked and related of one document.
func (c *explainCmd) file(a *app) error {
	opts, err := c.options(a)
	if err != nil {
		return err
	}
	opts.Drafts = true
	res, err := a.examine(opts)
	if err != nil {
		return err
	}
	name := a.sitePath(c.What)
	e, ok := res.Explain(name)
	if !ok && len(res.All) == 0 && res.Failed() { // no documents were read, and the findings say why
		return a.print(&c.siteFlags, res)
	}
	if !ok {
		return usageError{fmt.Sprintf("%s is not a document of this site", c.What)}
	}
	explainEntry(a.env.Stdout, e, a.lang)
	res.Findings = slices.DeleteFunc(res.Findings, func(f diag.Finding) bool { return f.Pos.File != name })
	c.Quiet = true
	return a.print(&c.siteFlags, res)
}

// sitePath gives a named file as findings name it: from the site's folder.
func (a *app) sitePath(file string) string {
	dir, err := filepath.Abs(a.dir)
	what, err2 := filepath.Abs(file)
	if rel, err3 := filepath.Rel(dir, what); errors.Join(err, err2, err3) == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path.Clean(filepath.ToSlash(file))
}
