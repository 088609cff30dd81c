package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// dialect is what a database is made with.
type dialect struct {
	steps [][]string // what leads from each version to the next; only added to
	lock  string     // keeps other programs from doing the same; ""
	there string     // counts the tables of versions
}

var (
	sqliteDialect = dialect{
		steps: [][]string{sqliteTables},
		there: `SELECT count(*) FROM sqlite_master WHERE name = 'rating_schema'`,
	}
	postgresDialect = dialect{
		steps: [][]string{postgresTables},
		lock:  `SELECT pg_advisory_xact_lock(7305247)`, // a number of our own
		there: `SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'rating_schema'`,
	}
)

var errNewer = errors.New("the database was made by a newer program")

// migrate brings a database up to date, in one transaction; one without tables
// only where it may be made.
func migrate(ctx context.Context, db *sql.DB, d dialect, create bool) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // of no effect after Commit
	if d.lock != "" {
		if _, err := tx.ExecContext(ctx, d.lock); err != nil {
			return err
		}
	}
	version, err := versionOf(ctx, tx, d)
	if err != nil {
		return err
	}
	switch {
	case version > len(d.steps):
		return errNewer
	case version == 0 && !create:
		return errNone
	}
	for _, step := range d.steps[version:] {
		for _, statement := range step {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("making the tables: %w", err)
			}
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf(`UPDATE rating_schema SET version = %d`, len(d.steps))); err != nil {
		return err
	}
	return tx.Commit()
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// versionOf gives how many steps were made; 0 in an empty database.
func versionOf(ctx context.Context, db querier, d dialect) (int, error) {
	var n int
	if err := db.QueryRowContext(ctx, d.there).Scan(&n); err != nil || n == 0 {
		return 0, err
	}
	err := db.QueryRowContext(ctx, `SELECT version FROM rating_schema`).Scan(&n)
	return n, err
}

// current reports whether a database is of this program.
func current(ctx context.Context, db querier, d dialect) error {
	version, err := versionOf(ctx, db, d)
	switch {
	case err != nil:
		return err
	case version != len(d.steps):
		return errGone
	}
	return nil
}

var sqliteTables = []string{
	`CREATE TABLE rating_schema (version INTEGER NOT NULL)`,
	`INSERT INTO rating_schema VALUES (0)`,
	`CREATE TABLE rating_votes (document TEXT NOT NULL, rater BLOB NOT NULL, score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
		comment TEXT NOT NULL, at INTEGER NOT NULL, flag TEXT NOT NULL, PRIMARY KEY (document, rater)) WITHOUT ROWID`,
	`CREATE INDEX rating_flagged ON rating_votes (flag) WHERE flag <> ''`,
	`CREATE TABLE rating_totals (document TEXT PRIMARY KEY, count INTEGER NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID`,
	`CREATE TABLE rating_used (form BLOB PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID`,
	`CREATE TABLE rating_salt (id INTEGER PRIMARY KEY, value BLOB NOT NULL, made INTEGER NOT NULL)`,
	`CREATE TABLE rating_key (id INTEGER PRIMARY KEY, value BLOB NOT NULL)`,
	`CREATE TRIGGER rating_added AFTER INSERT ON rating_votes BEGIN
		INSERT INTO rating_totals VALUES (new.document, 1, new.score)
			ON CONFLICT (document) DO UPDATE SET count = count + 1, sum = sum + new.score; END`,
	`CREATE TRIGGER rating_changed AFTER UPDATE ON rating_votes BEGIN
		UPDATE rating_totals SET sum = sum + new.score - old.score WHERE document = new.document; END`,
	`CREATE TRIGGER rating_erased AFTER DELETE ON rating_votes BEGIN
		UPDATE rating_totals SET count = count - 1, sum = sum - old.score WHERE document = old.document; END`,
}

// The salt is in an unlogged table: it is not in the log, and so not in what is
// made of it. A crash of PostgreSQL empties the table, and the day has two salts.
var postgresTables = []string{
	`CREATE TABLE rating_schema (version integer NOT NULL)`,
	`INSERT INTO rating_schema VALUES (0)`,
	`CREATE TABLE rating_votes (document text NOT NULL, rater bytea NOT NULL, score smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
		comment text NOT NULL, at bigint NOT NULL, flag text NOT NULL, PRIMARY KEY (document, rater))`,
	`CREATE INDEX rating_flagged ON rating_votes (flag) WHERE flag <> ''`,
	`CREATE TABLE rating_totals (document text PRIMARY KEY, count bigint NOT NULL, sum bigint NOT NULL) WITH (fillfactor = 50)`,
	`CREATE TABLE rating_used (form bytea PRIMARY KEY, until bigint NOT NULL)`,
	`CREATE INDEX rating_used_until ON rating_used (until)`,
	`CREATE UNLOGGED TABLE rating_salt (id integer PRIMARY KEY, value bytea NOT NULL, made bigint NOT NULL)`,
	`CREATE TABLE rating_key (id integer PRIMARY KEY, value bytea NOT NULL)`,
	`CREATE FUNCTION rating_added() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
		INSERT INTO rating_totals SELECT document, count(*), sum(score) FROM added GROUP BY document ORDER BY document
			ON CONFLICT (document) DO UPDATE SET count = rating_totals.count + excluded.count, sum = rating_totals.sum + excluded.sum;
		RETURN NULL; END $$`,
	`CREATE FUNCTION rating_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
		UPDATE rating_totals t SET sum = t.sum + d.sum FROM (SELECT document, sum(score) AS sum FROM
			(SELECT document, score FROM after UNION ALL SELECT document, -score FROM before) AS both_sides GROUP BY document ORDER BY document) AS d
			WHERE t.document = d.document;
		RETURN NULL; END $$`,
	`CREATE FUNCTION rating_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
		UPDATE rating_totals t SET count = t.count - d.count, sum = t.sum - d.sum FROM
			(SELECT document, count(*) AS count, sum(score) AS sum FROM before GROUP BY document ORDER BY document) AS d
			WHERE t.document = d.document;
		RETURN NULL; END $$`,
	`CREATE TRIGGER rating_added AFTER INSERT ON rating_votes REFERENCING NEW TABLE AS added
		FOR EACH STATEMENT EXECUTE FUNCTION rating_added()`,
	`CREATE TRIGGER rating_changed AFTER UPDATE ON rating_votes REFERENCING OLD TABLE AS before NEW TABLE AS after
		FOR EACH STATEMENT EXECUTE FUNCTION rating_changed()`,
	`CREATE TRIGGER rating_erased AFTER DELETE ON rating_votes REFERENCING OLD TABLE AS before
		FOR EACH STATEMENT EXECUTE FUNCTION rating_erased()`,
}
