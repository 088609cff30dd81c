// Package cli is the command line: arguments, help, the exit status, and how
// findings and errors are printed. It is the edge of the program: nothing
// below it prints, exits, or reads the clock.
//
// Findings and results go to standard output. Errors, progress and remarks go
// to standard error, so that the output of --format can be read by a program.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"planpress/internal/diag"
)

// Env is what a command sees of the machine.
type Env struct {
	Args           []string // without the program's name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Terminal       bool // standard output is a terminal
	ErrTerminal    bool // standard error is one
}

// OS gives the process's own environment.
func OS() Env {
	return Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now,
		Terminal: term.IsTerminal(int(os.Stdout.Fd())), ErrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}
}

// The exit status.
const (
	exitFine     = 0
	exitFindings = 1 // findings of level error, or of level warning under --strict
	exitUsage    = 2 // the command line is wrong
	exitMachine  = 3 // the machine failed: disk, permissions, a theme that does not load
)

// errFindings ends a command whose findings have been printed.
var errFindings = errors.New("findings")

// usageError is a mistake on the command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// commands is the command line as Kong reads it.
type commands struct {
	Dir  string           `short:"C" default:"." placeholder:"DIR" help:"The site's folder."`
	Lang string           `enum:",vi,en" default:"" placeholder:"vi|en" help:"Language of messages; the locale's by default."`
	Ver  kong.VersionFlag `name:"version" hidden:""`
	profiles

	Build   buildCmd   `cmd:"" help:"Make the site in public/ from content/."`
	Serve   serveCmd   `cmd:"" help:"Show the site in a browser, and again after each change."`
	Check   checkCmd   `cmd:"" help:"Find what build would find, and write nothing."`
	New     newCmd     `cmd:"" help:"Begin a document."`
	Init    initCmd    `cmd:"" help:"Begin a site."`
	History historyCmd `cmd:"" help:"Draft the history of pages from the repository's."`
	Cite    citeCmd    `cmd:"" help:"Draft entries of documents.yaml for what the texts cite."`
	Search  searchCmd  `cmd:"" help:"Search in the site that was built, as its pages do."`
	Explain explainCmd `cmd:"" help:"Explain a finding's code, or what was read of a file."`
	Schema  schemaCmd  `cmd:"" help:"Print the JSON Schema of the front matter."`
	Theme   themeCmd   `cmd:"" help:"Check and change the site's theme."`
	Gallery galleryCmd `cmd:"" help:"Write pages that show every component of the theme."`
	Headers headersCmd `cmd:"" help:"Print the security headers for a web server."`
	Cache   cacheCmd   `cmd:"" help:"Show what earlier builds left for the next, and make it smaller."`
	Version versionCmd `cmd:"" help:"Print the version."`
	MD      mdCmd      `cmd:"" name:"md" hidden:"" help:"Turn Markdown on standard input into an HTML fragment."`
}

// Run carries out one command and gives the exit status.
func Run(ctx context.Context, env Env) (code int) {
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintf(env.Stderr, "planpress: a fault in the program: %v\n", v)
			code = exitMachine
		}
	}()
	var cmds commands
	exited := -1
	parser, err := kong.New(&cmds,
		kong.Name("planpress"),
		kong.Description("Publishes government plans: Markdown documents go in, an accessible static site comes out."),
		kong.Writers(env.Stdout, env.Stderr),
		kong.Exit(func(code int) { exited = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Help(helpWithExample),
		kong.Vars{"version": versionLine()},
	)
	if err != nil {
		fmt.Fprintf(env.Stderr, "planpress: %v\n", err)
		return exitMachine
	}
	args := env.Args
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		return wrongUse(env, err)
	}
	a := &app{ctx: ctx, env: env, dir: cmds.Dir, lang: language(env, cmds.Lang)}
	return status(env, cmds.around(func() error { return k.Run(a) }))
}

func wrongUse(env Env, err error) int {
	fmt.Fprintf(env.Stderr, "planpress: %v\n", err)
	fmt.Fprintln(env.Stderr, `Try "planpress --help".`)
	return exitUsage
}

// status prints an error and gives the exit status that it means.
func status(env Env, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		return wrongUse(env, err)
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(env.Stderr, "planpress: interrupted; nothing was published")
		return exitMachine
	}
	fmt.Fprintf(env.Stderr, "planpress: %v\n", err)
	return exitMachine
}

// app is what every command is given.
type app struct {
	ctx  context.Context
	env  Env
	dir  string
	lang diag.Lang
}

// language of messages: the flag, else the locale's as the C library reads it,
// else English.
func language(env Env, flag string) diag.Lang {
	locale := flag
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale == "" {
			locale = env.Getenv(name)
		}
	}
	if locale == string(diag.VI) || strings.HasPrefix(locale, "vi_") || strings.HasPrefix(locale, "vi.") {
		return diag.VI
	}
	return diag.EN
}

// color reports whether standard output may be coloured.
func (a *app) color() bool {
	return a.env.Terminal && a.env.Getenv("NO_COLOR") == "" && a.env.Getenv("TERM") != "dumb"
}

// say prints a remark to standard error.
func (a *app) say(t diag.Text) {
	fmt.Fprintln(a.env.Stderr, strings.Map(func(r rune) rune {
		if unicode.IsControl(r) { // of a file's name: a terminal would obey it
			return '\uFFFD'
		}
		return r
	}, t.In(a.lang)))
}

// helpWithExample prints Kong's help and then the command's example.
func helpWithExample(options kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
		return err
	}
	example := "planpress build"
	if node := ctx.Selected(); node != nil {
		if e, ok := node.Target.Addr().Interface().(interface{ Example() string }); ok {
			example = e.Example()
		}
	}
	fmt.Fprintf(ctx.Stdout, "\nExample:\n  %s\n", strings.ReplaceAll(example, "\n", "\n  "))
	return nil
}
