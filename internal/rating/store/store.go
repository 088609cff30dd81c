// Package store keeps votes in a database: SQLite, in a file beside the program,
// or PostgreSQL, which several programs share. Votes that arrive at the same time
// are written together (group commit), and each is answered once it is durable.
//
// Totals are kept by triggers of the database, so that they are exact whatever
// changes a vote.
package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"planpress/internal/rating"
)

// Store is a rating.Store.
type Store struct {
	db    database
	queue *queue

	mu   sync.Mutex // guards what is remembered of the salt
	salt []byte
	made time.Time
}

var _ rating.Store = (*Store)(nil)

// database is what differs between databases.
type database interface {
	// add keeps votes in one transaction. No two are of the same rater and
	// document, or came with the same form. The errors are those of each vote; nil
	// is kept.
	add(ctx context.Context, votes []rating.Vote) ([]error, error)
	// reader and writer give a connection pool. Queries have $1, $2 … in order.
	reader(ctx context.Context) (*sql.DB, error)
	writer(ctx context.Context) (*sql.DB, error)
	// query words a query for the database.
	query(q string) string
	// backup writes a copy to a new file.
	backup(ctx context.Context, file string) error
	close() error
}

// Create opens a database, and makes it where there is none. Where is the path of
// a SQLite file, or the address of a PostgreSQL database, which begins with
// postgres://.
func Create(ctx context.Context, where string) (*Store, error) { return open(ctx, where, true) }

// Open opens a database that is there. Its tables are brought up to date.
func Open(ctx context.Context, where string) (*Store, error) { return open(ctx, where, false) }

var errNone = errors.New("there are no ratings here: it is made when the service starts")

func open(ctx context.Context, where string, create bool) (*Store, error) {
	var db database
	var err error
	if strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://") {
		db, err = openPostgres(ctx, where, create)
	} else {
		db, err = openSQLite(ctx, where, create)
	}
	if err != nil {
		return nil, err
	}
	return &Store{db: db, queue: newQueue(db)}, nil
}

// Close stores what is waiting, and closes the database.
func (s *Store) Close() error {
	s.queue.close()
	return s.db.close()
}

// Add implements rating.Store.
func (s *Store) Add(ctx context.Context, v rating.Vote) error { return s.queue.add(ctx, v) }

// Total implements rating.Store.
func (s *Store) Total(ctx context.Context, documents ...string) (rating.Total, error) {
	var all rating.Total
	for _, d := range documents {
		var t rating.Total
		err := s.row(ctx, `SELECT count, sum FROM rating_totals WHERE document = $1`, []any{d}, &t.Count, &t.Sum)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return rating.Total{}, err
		}
		all = all.Add(t)
	}
	return all, nil
}

// Ping implements rating.Store.
func (s *Store) Ping(ctx context.Context) error {
	db, err := s.db.writer(ctx)
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, s.db.query(`UPDATE rating_schema SET version = version`)); err != nil {
		return unavailable(err)
	}
	return s.queue.trouble()
}

// Key implements rating.Store.
func (s *Store) Key(ctx context.Context) ([]byte, error) {
	if err := s.exec(ctx, `INSERT INTO rating_key (id, value) VALUES (1, $1) ON CONFLICT (id) DO NOTHING`, secret()); err != nil {
		return nil, err
	}
	var key []byte
	err := s.row(ctx, `SELECT value FROM rating_key WHERE id = 1`, nil, &key)
	return key, err
}

// saltLife is how long raters can be told apart; skew how far clocks of programs
// that share a database may be apart.
const (
	saltLife = 24 * time.Hour
	skew     = 5 * time.Minute
)

// Salt implements rating.Store. One that was made later than now, by a clock
// that was set back, is replaced as well: it might live too long.
func (s *Store) Salt(ctx context.Context, now time.Time) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.salt != nil && now.Sub(s.made) < saltLife && s.made.Sub(now) < skew {
		return s.salt, nil
	}
	s.salt = nil
	err := s.exec(ctx, `INSERT INTO rating_salt (id, value, made) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE
		SET value = excluded.value, made = excluded.made WHERE rating_salt.made <= $3 OR rating_salt.made >= $4`,
		secret(), now.Unix(), now.Add(-saltLife).Unix(), now.Add(skew).Unix())
	if err != nil {
		return nil, err
	}
	var made int64
	var salt []byte
	if err := s.row(ctx, `SELECT value, made FROM rating_salt WHERE id = 1`, nil, &salt, &made); err != nil {
		return nil, err
	}
	s.salt, s.made = salt, time.Unix(made, 0)
	return s.salt, nil
}

// formGrace is how long a used form is remembered after it expired, lest a clock
// that is set back brings it to life.
const formGrace = 24 * time.Hour

// Tidy destroys what has had its time: salts of the day before, and forms that
// nobody can send any more.
func (s *Store) Tidy(ctx context.Context, now time.Time) error {
	if err := s.exec(ctx, `DELETE FROM rating_salt WHERE made <= $1`, now.Add(-saltLife).Unix()); err != nil {
		return err
	}
	return s.exec(ctx, `DELETE FROM rating_used WHERE until < $1`, now.Add(-formGrace).Unix())
}

// secret is a new key.
func secret() []byte {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails
	return key
}

func (s *Store) exec(ctx context.Context, q string, args ...any) error {
	db, err := s.db.writer(ctx)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, s.db.query(q), args...)
	return unavailable(err)
}

// row reads one row. The error is sql.ErrNoRows where there is none.
func (s *Store) row(ctx context.Context, q string, args []any, into ...any) error {
	db, err := s.db.reader(ctx)
	if err != nil {
		return err
	}
	err = db.QueryRowContext(ctx, s.db.query(q), args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return unavailable(err)
}

// unavailable says of an error of a database what it means to who rates.
func unavailable(err error) error {
	if err == nil || errors.Is(err, rating.ErrUnavailable) {
		return err
	}
	return fmt.Errorf("%w: %w", rating.ErrUnavailable, err)
}
