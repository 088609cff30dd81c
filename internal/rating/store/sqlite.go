package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"sync"

	_ "modernc.org/sqlite" // registers "sqlite"

	"planpress/internal/rating"
)

// sqlite is a database in one file. One connection writes, some read.
type sqlite struct {
	path string

	mu   sync.Mutex
	held *sqliteFile // nil after it was found to be gone
}

// sqliteFile is the file as it was opened.
type sqliteFile struct {
	info   os.FileInfo
	write  *sql.DB
	read   *sql.DB
	use    *sql.Stmt
	upsert *sql.Stmt
}

// A commit is on the disk before it is answered (synchronous = FULL); what is
// deleted is overwritten (secure_delete).
var sqlitePragmas = []string{"journal_mode(WAL)", "synchronous(FULL)", "busy_timeout(2000)", "secure_delete(1)", "journal_size_limit(8388608)"}

// openSQLite opens a file, or makes one.
func openSQLite(ctx context.Context, path string, create bool) (*sqlite, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if create {
		err = private(path, 0)
	} else if _, err = os.Stat(path); errors.Is(err, os.ErrNotExist) {
		err = fmt.Errorf("%s: %w", path, errNone)
	}
	if err != nil {
		return nil, err
	}
	s := &sqlite{path: path}
	db, err := s.pool("rw", 1)
	if err != nil {
		return nil, err
	}
	err = migrate(ctx, db, sqliteDialect, create)
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if _, err = s.file(ctx); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// private makes a file that nobody but its owner may read, unless it is there;
// with os.O_EXCL it must not be.
func private(path string, flag int) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|flag, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func (s *sqlite) pool(mode string, connections int) (*sql.DB, error) {
	q := url.Values{"mode": {mode}, "_pragma": sqlitePragmas, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: s.path, RawQuery: q.Encode()}).String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	return db, nil
}

var errGone = errors.New("the file of the database is gone, or is another one")

// file gives the file. One that was removed, or replaced, while the program runs
// would go on taking votes that nobody will ever find: it is left, and what is in
// its place is opened, but nothing is made anew.
func (s *sqlite) file(ctx context.Context) (*sqliteFile, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held != nil {
		if s.held.there(s.path) {
			return s.held, nil
		}
		old := s.held
		s.held = nil
		_ = old.close() // it is gone
	}
	f, err := s.open(ctx)
	if err != nil {
		return nil, unavailable(err)
	}
	s.held = f
	return f, nil
}

func (f *sqliteFile) there(path string) bool {
	now, err := os.Stat(path)
	return err == nil && os.SameFile(f.info, now)
}

func (s *sqlite) open(ctx context.Context) (f *sqliteFile, err error) {
	info, err := os.Stat(s.path)
	if err != nil {
		return nil, errGone
	}
	f = &sqliteFile{info: info}
	defer func() {
		if err != nil {
			_ = f.close() // the first error says more
		}
	}()
	if f.write, err = s.pool("rw", 1); err != nil {
		return nil, err
	}
	if f.read, err = s.pool("rw", 4); err != nil { // not ro: a reader makes the WAL's index where there is none
		return nil, err
	}
	if err := current(ctx, f.write, sqliteDialect); err != nil {
		return nil, err
	}
	if f.use, err = f.write.PrepareContext(ctx, s.query(`INSERT INTO rating_used (form, until) VALUES ($1, $2) ON CONFLICT DO NOTHING`)); err != nil {
		return nil, err
	}
	f.upsert, err = f.write.PrepareContext(ctx, s.query(upsertVote))
	return f, err
}

// upsertVote keeps a vote, in place of an earlier one of the same rater.
const upsertVote = `INSERT INTO rating_votes (document, rater, score, comment, at, flag) VALUES ($1, $2, $3, $4, $5, $6)
	ON CONFLICT (document, rater) DO UPDATE SET score = excluded.score, comment = excluded.comment, at = excluded.at, flag = excluded.flag`

func (f *sqliteFile) close() error {
	var errs []error
	for _, s := range []*sql.Stmt{f.use, f.upsert} {
		if s != nil {
			errs = append(errs, s.Close())
		}
	}
	for _, db := range []*sql.DB{f.read, f.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

func (s *sqlite) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held == nil {
		return nil
	}
	defer func() { s.held = nil }()
	return s.held.close()
}

func (s *sqlite) writer(ctx context.Context) (*sql.DB, error) {
	f, err := s.file(ctx)
	if err != nil {
		return nil, err
	}
	return f.write, nil
}

func (s *sqlite) reader(ctx context.Context) (*sql.DB, error) {
	f, err := s.file(ctx)
	if err != nil {
		return nil, err
	}
	return f.read, nil
}

var numbered = regexp.MustCompile(`\$\d+`)

func (s *sqlite) query(q string) string { return numbered.ReplaceAllString(q, "?") }

func (s *sqlite) add(ctx context.Context, votes []rating.Vote) ([]error, error) {
	f, err := s.file(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := f.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }() // of no effect after Commit
	errs, err := f.addAll(ctx, tx, votes)
	if err != nil {
		return nil, err
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	if !f.there(s.path) {
		return nil, errGone
	}
	return errs, nil
}

func (f *sqliteFile) addAll(ctx context.Context, tx *sql.Tx, votes []rating.Vote) ([]error, error) {
	use, upsert := tx.StmtContext(ctx, f.use), tx.StmtContext(ctx, f.upsert)
	errs := make([]error, len(votes))
	for i := range votes {
		v := &votes[i]
		res, err := use.ExecContext(ctx, v.Form[:], v.Until.Unix())
		if err != nil {
			return nil, err
		}
		if n, err := res.RowsAffected(); err != nil {
			return nil, err
		} else if n == 0 {
			errs[i] = rating.ErrUsed
			continue
		}
		if _, err := upsert.ExecContext(ctx, v.Document, v.Rater[:], v.Score, v.Comment, v.At.Unix(), v.Flag); err != nil {
			return nil, err
		}
	}
	return errs, nil
}

// backup copies the database as it is at one moment, while votes come in. The
// copy has no salt: with it the raters of the day could be told.
func (s *sqlite) backup(ctx context.Context, file string) error {
	f, err := s.file(ctx)
	if err != nil {
		return err
	}
	if err := private(file, os.O_EXCL); err != nil {
		return err
	}
	if _, err := f.read.ExecContext(ctx, `VACUUM INTO ?`, file); err != nil { // an empty file is as good as none
		return errors.Join(err, os.Remove(file))
	}
	copied, err := openSQLite(ctx, file, false)
	if err != nil {
		return err
	}
	_, err = copied.held.write.ExecContext(ctx, `DELETE FROM rating_salt`)
	return errors.Join(err, copied.close())
}
