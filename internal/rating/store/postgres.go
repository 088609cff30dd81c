package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // registers "pgx"

	"planpress/internal/rating"
)

// postgres is a database that several programs share.
type postgres struct{ db *sql.DB }

func openPostgres(ctx context.Context, address string, create bool) (*postgres, error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(8)
	db.SetMaxIdleConns(8)
	db.SetConnMaxLifetime(time.Hour)
	if err := migrate(ctx, db, postgresDialect, create); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &postgres{db}, nil
}

func (p *postgres) close() error                            { return p.db.Close() }
func (p *postgres) reader(context.Context) (*sql.DB, error) { return p.db, nil }
func (p *postgres) writer(context.Context) (*sql.DB, error) { return p.db, nil }
func (p *postgres) query(q string) string                   { return q }

// addVotes is one statement, and so one transaction in one round trip. Votes are
// in order, so that two programs wait for one another in one direction.
const addVotes = `WITH given AS (
	SELECT * FROM unnest($1::text[], $2::bytea[], $3::smallint[], $4::text[], $5::bigint[], $6::text[], $7::bytea[], $8::bigint[])
		AS v (document, rater, score, comment, at, flag, form, until)
), fresh AS (
	INSERT INTO rating_used (form, until) SELECT form, until FROM given ORDER BY form ON CONFLICT DO NOTHING RETURNING form
), kept AS (
	INSERT INTO rating_votes (document, rater, score, comment, at, flag)
		SELECT document, rater, score, comment, at, flag FROM given JOIN fresh USING (form) ORDER BY document, rater
		ON CONFLICT (document, rater) DO UPDATE SET score = excluded.score, comment = excluded.comment, at = excluded.at, flag = excluded.flag
)
SELECT form FROM fresh`

// Two programs can still come to wait for each other, in different tables; then
// PostgreSQL ends one of the transactions, and it is tried again.
const attempts = 5

func (p *postgres) add(ctx context.Context, votes []rating.Vote) ([]error, error) {
	args := columns(votes)
	var err error
	for range attempts {
		var fresh map[rating.Nonce]bool
		if fresh, err = p.fresh(ctx, args); err == nil {
			errs := make([]error, len(votes))
			for i := range votes {
				if !fresh[votes[i].Form] {
					errs[i] = rating.ErrUsed
				}
			}
			return errs, nil
		}
		if !ended(err) {
			break
		}
	}
	return nil, err
}

// ended reports whether a transaction was ended for the sake of another one:
// serialization_failure, deadlock_detected.
func ended(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

// fresh stores votes and gives the forms that were not used before.
func (p *postgres) fresh(ctx context.Context, args []any) (map[rating.Nonce]bool, error) {
	rows, err := p.db.QueryContext(ctx, addVotes, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[rating.Nonce]bool{}
	for rows.Next() {
		var form []byte
		if err := rows.Scan(&form); err != nil {
			return nil, err
		}
		out[rating.Nonce(form)] = true
	}
	return out, rows.Err()
}

// columns gives votes as the arrays that addVotes takes.
func columns(votes []rating.Vote) []any {
	n := len(votes)
	documents, raters, scores, comments := make([]string, n), make([][]byte, n), make([]int16, n), make([]string, n)
	days, flags, forms, until := make([]int64, n), make([]string, n), make([][]byte, n), make([]int64, n)
	for i := range votes {
		v := &votes[i]
		documents[i], raters[i], scores[i], comments[i] = v.Document, v.Rater[:], int16(v.Score), v.Comment
		days[i], flags[i], forms[i], until[i] = v.At.Unix(), v.Flag, v.Form[:], v.Until.Unix()
	}
	return []any{documents, raters, scores, comments, days, flags, forms, until}
}

func (p *postgres) backup(context.Context, string) error {
	return errors.New("a PostgreSQL database is backed up with its own tools, such as pg_dump")
}
