package store

import (
	"context"
	"iter"
	"time"

	"planpress/internal/rating"
)

// Totals gives the totals of all documents that were rated.
func (s *Store) Totals(ctx context.Context) (rating.Totals, error) {
	out := rating.Totals{}
	for r, err := range s.rows(ctx, `SELECT document, count, sum FROM rating_totals WHERE count > 0`) {
		var url string
		var t rating.Total
		if err == nil {
			err = r(&url, &t.Count, &t.Sum)
		}
		if err != nil {
			return nil, err
		}
		out[url] = t
	}
	return out, nil
}

// Votes gives all votes, or only those that a person should look at, by document.
// None says who gave it: that is nobody's business.
func (s *Store) Votes(ctx context.Context, flagged bool) iter.Seq2[rating.Vote, error] {
	q := `SELECT document, score, comment, at, flag FROM rating_votes ORDER BY document, at, rater`
	if flagged {
		q = `SELECT document, score, comment, at, flag FROM rating_votes WHERE flag <> '' ORDER BY document, at, rater`
	}
	return func(yield func(rating.Vote, error) bool) {
		for r, err := range s.rows(ctx, q) {
			var v rating.Vote
			var at int64
			if err == nil {
				err = r(&v.Document, &v.Score, &v.Comment, &at, &v.Flag)
			}
			v.At = time.Unix(at, 0)
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// rows gives each row of a query, as a function that scans it.
func (s *Store) rows(ctx context.Context, q string) iter.Seq2[func(into ...any) error, error] {
	return func(yield func(func(...any) error, error) bool) {
		db, err := s.db.reader(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		rows, err := db.QueryContext(ctx, s.db.query(q))
		if err != nil {
			yield(nil, unavailable(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			if !yield(rows.Scan, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, unavailable(err))
		}
	}
}

// Erase deletes the votes for a document, or only those with a flag, and gives
// how many these were.
func (s *Store) Erase(ctx context.Context, document string, flagged bool) (int64, error) {
	db, err := s.db.writer(ctx)
	if err != nil {
		return 0, err
	}
	q := `DELETE FROM rating_votes WHERE document = $1`
	if flagged {
		q += ` AND flag <> ''`
	}
	res, err := db.ExecContext(ctx, s.db.query(q), document)
	if err != nil {
		return 0, unavailable(err)
	}
	return res.RowsAffected()
}

// Backup writes a copy of a SQLite database to a new file, while votes come in.
func (s *Store) Backup(ctx context.Context, file string) error { return s.db.backup(ctx, file) }
