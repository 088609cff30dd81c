// Package githistory drafts the history of pages from what a repository of git
// knows of their files.
//
// Read asks git once for all files, with what was renamed. Drafts says what
// entries of front matter's history would tell the same, without those that
// are declared already. They are drafts: git knows when a file changed and how
// its author called that, not what it means to readers. Nothing is written.
package githistory

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Commit is one change of the repository.
type Commit struct {
	Hash    string    // abbreviated, as git does
	Day     plan.Date // in the author's time zone
	Subject string    // the first line of its message
	// Cut says that the clone is shallow and begins here: git takes every file
	// of it for a new one, and knows nothing of what was before.
	Cut   bool
	Files []File
}

// File is what a commit did to a file. Paths are relative to the site's folder.
type File struct {
	Action byte   // as git names it: A added, M modified, D deleted, R renamed, T of another type
	Was    string // of a renamed one, its path before; else ""
	Path   string
	Same   bool // renamed, and nothing else
}

// What keeps git from telling.
var (
	ErrNoGit        = errors.New("git is not installed, or not where programs are looked for (PATH)")
	ErrNoRepository = errors.New("the site's folder is not in a repository of git")
)

// arguments ask for all commits that touched content/, newest first and never
// a parent before its child, whatever the user's configuration says. Only the
// decoration of a commit tells that the clone ends there.
var arguments = []string{"--no-pager", "-c", "log.showRoot=true", "-c", "log.showSignature=false", "log",
	"--topo-order", "--no-merges", "--relative", "--no-color", "--no-ext-diff", "--no-textconv", "--encoding=UTF-8", "--decorate=full",
	"--name-status", "-M", "-z", "--format=%x01%h%x00%as%x00%D%x00%s%x00", "--", "content"}

// Read gives the commits that touched the content of the site in a folder. The
// error is ErrNoGit, ErrNoRepository, or what git says.
func Read(ctx context.Context, dir string) ([]Commit, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, ErrNoGit
	}
	cmd := exec.CommandContext(ctx, program, append([]string{"-C", dir}, arguments...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	switch {
	case err == nil:
		return parse(out)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case strings.Contains(said.String(), "not a git repository"):
		return nil, ErrNoRepository
	case said.Len() > 0:
		first, _, _ := strings.Cut(said.String(), "\n")
		return nil, fmt.Errorf("git log: %s", first)
	}
	return nil, fmt.Errorf("git log: %w", err)
}

var errOutput = errors.New("git log: its output cannot be understood")

// parse takes git's output apart: fields that end in NUL.
func parse(out []byte) ([]Commit, error) {
	fields := strings.Split(string(out), "\x00")
	var commits []Commit
	next := func() (s string, ok bool) {
		if len(fields) == 0 {
			return "", false
		}
		s, fields = fields[0], fields[1:]
		return strings.TrimPrefix(s, "\n"), true
	}
	for {
		s, more := next()
		hash, begins := strings.CutPrefix(s, "\x01")
		switch {
		case !more:
			return commits, nil
		case s == "":
		case begins && len(fields) >= 3:
			c := Commit{Hash: hash, Day: dayOf(fields[0]), Cut: isCut(fields[1]), Subject: fields[2]}
			commits, fields = append(commits, c), fields[3:]
		case len(commits) == 0:
			return nil, errOutput
		default:
			f := File{Action: s[0], Same: s == "R100"}
			if f.Action == 'R' {
				f.Was, _ = next()
			}
			f.Path, more = next()
			if !more {
				return nil, errOutput
			}
			f.Was, f.Path = viet.NFCString(f.Was), viet.NFCString(f.Path)
			last := &commits[len(commits)-1]
			last.Files = append(last.Files, f)
		}
	}
}

// isCut reads a commit's decorations: branches and tags are written in full
// there, so that none can have this name.
func isCut(decorations string) bool {
	return slices.Contains(strings.Split(decorations, ", "), "grafted")
}

func dayOf(s string) plan.Date {
	parts := strings.Split(s, "-")
	if len(parts) != 3 {
		return plan.Date{}
	}
	year, _ := strconv.ParseInt(parts[0], 10, 16) // git writes digits
	month, _ := strconv.ParseInt(parts[1], 10, 8)
	day, _ := strconv.ParseInt(parts[2], 10, 8)
	return plan.Date{Year: int16(year), Month: int8(month), Day: int8(day)}
}
