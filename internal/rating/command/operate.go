package command

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/store"
)

type exportCmd struct {
	database
	Format string `enum:"json,csv" default:"json" placeholder:"json|csv" help:"json is what a build reads."`
	Votes  bool   `help:"Every rating with its comment, instead of the totals. Comments may name people: keep the file to yourself."`
	Out    string `placeholder:"FILE" help:"Where to, such as content/ratings.json; standard output by default."`
}

// Run writes what was rated.
func (c *exportCmd) Run(a *app) error {
	return c.with(a.ctx, func(s *store.Store) error {
		if c.Out == "" {
			return c.write(a, s, a.env.Stdout)
		}
		mode := os.FileMode(0o644)
		if c.Votes {
			mode = 0o600 // comments may name people
		}
		return replace(c.Out, mode, func(w io.Writer) error { return c.write(a, s, w) })
	})
}

func (c *exportCmd) write(a *app, s *store.Store, w io.Writer) error {
	if c.Votes {
		return writeVotes(w, c.Format, func(yield func(rating.Vote) error) error {
			for v, err := range s.Votes(a.ctx, false) {
				if err != nil {
					return err
				}
				if err := yield(v); err != nil {
					return err
				}
			}
			return nil
		})
	}
	totals, err := s.Totals(a.ctx)
	if err != nil {
		return err
	}
	data, err := totals.Bytes()
	if c.Format == "csv" {
		data, err = totals.CSV()
	}
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// writeVotes writes each vote on a line. Days are enough: a time of day could
// point to somebody.
func writeVotes(w io.Writer, format string, each func(func(rating.Vote) error) error) error {
	day := func(v rating.Vote) string { return v.At.UTC().Format(time.DateOnly) }
	if format == "json" {
		out := json.NewEncoder(w)
		return each(func(v rating.Vote) error {
			return out.Encode(struct {
				Document string `json:"document"`
				Day      string `json:"day"`
				Score    int    `json:"score"`
				Comment  string `json:"comment,omitempty"`
				Flag     string `json:"flag,omitempty"`
			}{v.Document, day(v), v.Score, v.Comment, v.Flag})
		})
	}
	out := csv.NewWriter(w)
	if err := out.Write([]string{"document", "day", "score", "comment", "flag"}); err != nil {
		return err
	}
	err := each(func(v rating.Vote) error {
		return out.Write([]string{harmless(v.Document), day(v), strconv.Itoa(v.Score), harmless(v.Comment), v.Flag})
	})
	out.Flush()
	return errors.Join(err, out.Error())
}

// harmless keeps a spreadsheet from taking a text for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t", rune(s[0])) {
		return "'" + s
	}
	return s
}

// replace writes a file so that who reads it sees the old one or the new one.
func replace(name string, mode os.FileMode, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".ratings-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

type flaggedCmd struct{ database }

// Run lists the votes that a person should look at.
func (c *flaggedCmd) Run(a *app) error {
	return c.with(a.ctx, func(s *store.Store) error {
		n := 0
		for v, err := range s.Votes(a.ctx, true) {
			if err != nil {
				return err
			}
			n++
			fmt.Fprintf(a.env.Stdout, "%s  %s  %s  %d  %q\n", v.At.UTC().Format(time.DateOnly), v.Flag, v.Document, v.Score, v.Comment)
		}
		fmt.Fprintf(a.env.Stderr, "%d flagged; they count. To take those of a document out: planpress-ratings erase --flagged DOCUMENT\n", n)
		return nil
	})
}

type eraseCmd struct {
	database
	Flagged  bool   `help:"Only those that are flagged."`
	Document string `arg:"" help:"Address of the document's page from the site's root: plans/2023/x/."`
}

// Run deletes votes.
func (c *eraseCmd) Run(a *app) error {
	return c.with(a.ctx, func(s *store.Store) error {
		n, err := s.Erase(a.ctx, c.Document, c.Flagged)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.env.Stdout, "%d ratings of %s were deleted\n", n, c.Document)
		return nil
	})
}

type backupCmd struct {
	database
	File string `arg:"" help:"Where to; a file that does not exist yet."`
}

// Run copies the database.
func (c *backupCmd) Run(a *app) error {
	return c.with(a.ctx, func(s *store.Store) error { return s.Backup(a.ctx, c.File) })
}
