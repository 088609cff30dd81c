// Package command is the command line of planpress-ratings: the service itself,
// and what its operator does with what it keeps.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/alecthomas/kong"

	"planpress/internal/rating/guard"
	"planpress/internal/rating/store"
)

// Env is what a command sees of the machine.
type Env struct {
	Args           []string // without the program's name
	Stdout, Stderr io.Writer
}

// The exit status.
const (
	exitFine    = 0
	exitUsage   = 2 // the command line is wrong
	exitMachine = 3 // the machine failed: disk, permissions, database
)

// usageError is a mistake on the command line.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

type commands struct {
	Serve   serveCmd   `cmd:"" help:"Take ratings until interrupted."`
	Export  exportCmd  `cmd:"" help:"Write the totals for the next build, or what was rated for reading."`
	Flagged flaggedCmd `cmd:"" help:"List the ratings that a person should look at."`
	Erase   eraseCmd   `cmd:"" help:"Delete the ratings of a document."`
	Backup  backupCmd  `cmd:"" help:"Copy the SQLite database to a new file while the service runs."`
}

// database is where votes are.
type database struct {
	DB string `name:"db" env:"PLANPRESS_RATINGS_DB" default:"ratings.db" placeholder:"FILE|URL" help:"SQLite file, or postgres://…; the environment's PLANPRESS_RATINGS_DB keeps a password out of the list of processes."`
}

// with calls f with the database.
func (d database) with(ctx context.Context, f func(*store.Store) error) error {
	s, err := store.Open(ctx, d.DB)
	if err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	return errors.Join(f(s), s.Close())
}

// app is what every command is given.
type app struct {
	ctx context.Context
	env Env
}

// Run carries out one command and gives the exit status.
func Run(ctx context.Context, env Env) (code int) {
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintf(env.Stderr, "planpress-ratings: a fault in the program: %v\n", v)
			code = exitMachine
		}
	}()
	exited := -1
	parser, err := kong.New(&commands{}, kong.Name("planpress-ratings"),
		kong.Description("Takes the ratings that readers give the documents of a site. Guide for operators: internal/rating/README.md."),
		kong.Writers(env.Stdout, env.Stderr), kong.Exit(func(code int) { exited = code }),
		kong.Vars{"notable": strconv.Itoa(guard.DefaultPace.Notable), "most": strconv.Itoa(guard.DefaultPace.Most)},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}))
	if err != nil {
		fmt.Fprintf(env.Stderr, "planpress-ratings: %v\n", err)
		return exitMachine
	}
	args := env.Args
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	switch {
	case exited >= 0:
		return exited
	case err != nil:
		return status(env, usageError{err.Error()})
	}
	return status(env, k.Run(&app{ctx, env}))
}

// status prints an error and gives the exit status that it means.
func status(env Env, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &usage):
		fmt.Fprintf(env.Stderr, "planpress-ratings: %v\nTry \"planpress-ratings --help\".\n", err)
		return exitUsage
	}
	fmt.Fprintf(env.Stderr, "planpress-ratings: %v\n", err)
	return exitMachine
}
