package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/pgtest"
)

var day = time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)

func created(t *testing.T, where string) *Store {
	t.Helper()
	s, err := Create(context.Background(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// eachStore runs a test with both databases; where is what Open takes.
func eachStore(t *testing.T, test func(t *testing.T, where string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "a ? b%20.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, pgtest.Start(t).URL) })
}

func vote(document string, rater byte, score int) rating.Vote {
	v := rating.Vote{Document: document, Rater: rating.Rater{rater}, Score: score, At: day, Until: day.Add(time.Hour)}
	_, _ = rand.Read(v.Form[:])
	return v
}

func add(t *testing.T, s *Store, v rating.Vote) {
	t.Helper()
	if err := s.Add(t.Context(), v); err != nil {
		t.Fatal(err)
	}
}

func wantTotal(t *testing.T, s *Store, want rating.Total, documents ...string) {
	t.Helper()
	got, err := s.Total(t.Context(), documents...)
	if err != nil || got != want {
		t.Errorf("%v: %+v, %v; want %+v", documents, got, err, want)
	}
}

// TestNoDatabase: what is only read is not made, and so no export is empty by a
// slip of the pen.
func TestNoDatabase(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		if _, err := Open(t.Context(), where); !errors.Is(err, errNone) {
			t.Errorf("%v", err)
		}
		if _, err := os.Stat(where); err == nil {
			t.Error("a file was made")
		}
		created(t, where)
		s, err := Open(t.Context(), where)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestTotals(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		wantTotal(t, s, rating.Total{}, "plans/a/")
		add(t, s, vote("plans/a/", 1, 5))
		add(t, s, vote("plans/a/", 2, 2))
		add(t, s, vote("plans/b/", 1, 4))
		wantTotal(t, s, rating.Total{Count: 2, Sum: 7}, "plans/a/")
		wantTotal(t, s, rating.Total{Count: 3, Sum: 11}, "plans/a/", "plans/b/")
		add(t, s, vote("plans/a/", 1, 1)) // the same rater thinks again
		wantTotal(t, s, rating.Total{Count: 2, Sum: 3}, "plans/a/")
		all, err := s.Totals(t.Context())
		if err != nil || len(all) != 2 || all["plans/a/"] != (rating.Total{Count: 2, Sum: 3}) {
			t.Errorf("%v, %v", all, err)
		}
		if n, err := s.Erase(t.Context(), "plans/a/", false); n != 2 || err != nil {
			t.Errorf("erased %d, %v", n, err)
		}
		wantTotal(t, s, rating.Total{}, "plans/a/")
		if all, err := s.Totals(t.Context()); err != nil || len(all) != 1 {
			t.Errorf("after erasing: %v, %v", all, err)
		}
	})
}

func TestAFormIsUsedOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		v := vote("plans/a/", 1, 5)
		add(t, s, v)
		for _, rater := range []byte{1, 2} {
			again := v
			again.Rater, again.Score = rating.Rater{rater}, 1
			if err := s.Add(t.Context(), again); !errors.Is(err, rating.ErrUsed) {
				t.Errorf("rater %d: %v", rater, err)
			}
		}
		wantTotal(t, s, rating.Total{Count: 1, Sum: 5}, "plans/a/")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = created(t, where) // a form is not forgotten by a restart
		if err := s.Add(t.Context(), v); !errors.Is(err, rating.ErrUsed) {
			t.Errorf("after a restart: %v", err)
		}
	})
}

// TestAllAtOnce has many vote at the same time, some of them twice and with the
// same form, through two programs where the database allows it.
func TestAllAtOnce(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		stores := []*Store{created(t, where), created(t, where)}
		var wg sync.WaitGroup
		var mu sync.Mutex
		stored, used := 0, 0
		for i := range 2000 {
			v := vote(fmt.Sprintf("plans/%d/", i%7), byte(i%50), 1+i%5)
			for twice := range 2 {
				wg.Go(func() {
					err := stores[(i+twice)%2].Add(context.Background(), v)
					mu.Lock()
					defer mu.Unlock()
					switch {
					case err == nil:
						stored++
					case errors.Is(err, rating.ErrUsed):
						used++
					default:
						t.Error(err)
					}
				})
			}
		}
		wg.Wait()
		if stored != 2000 || used != 2000 {
			t.Errorf("%d stored, %d refused", stored, used)
		}
		exact(t, stores[0], 7*50)
	})
}

// exact compares the totals with the votes.
func exact(t *testing.T, s *Store, votes int) {
	t.Helper()
	counted := rating.Totals{}
	n := 0
	for v, err := range s.Votes(t.Context(), false) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		counted[v.Document] = counted[v.Document].Add(rating.Total{Count: 1, Sum: int64(v.Score)})
	}
	totals, err := s.Totals(t.Context())
	if err != nil || n != votes || len(totals) != len(counted) {
		t.Errorf("%d votes, want %d; %d totals, want %d; %v", n, votes, len(totals), len(counted), err)
	}
	for url, total := range totals {
		if total != counted[url] {
			t.Errorf("%s: total %+v, votes make %+v", url, total, counted[url])
		}
	}
}

func TestSaltLivesADay(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s, other := created(t, where), created(t, where)
		salt := func(s *Store, now time.Time) []byte {
			t.Helper()
			b, err := s.Salt(t.Context(), now)
			if err != nil || len(b) != 32 {
				t.Fatal(len(b), err)
			}
			return b
		}
		first := salt(s, day)
		if !bytes.Equal(first, salt(other, day.Add(time.Hour))) {
			t.Error("two programs have two salts")
		}
		second := salt(s, day.Add(24*time.Hour))
		if bytes.Equal(first, second) {
			t.Error("the salt is older than a day")
		}
		if !bytes.Equal(second, salt(other, day.Add(25*time.Hour))) {
			t.Error("the other program keeps the salt of the day before")
		}
		if bytes.Equal(second, salt(s, day)) {
			t.Error("a clock that was set back lets a salt live longer than a day")
		}
		if err := s.Tidy(t.Context(), day.Add(48*time.Hour)); err != nil {
			t.Fatal(err)
		}
		var n int
		if err := s.row(t.Context(), `SELECT count(*) FROM rating_salt`, nil, &n); err != nil || n != 0 {
			t.Errorf("%d salts are left, %v", n, err)
		}
	})
}

func TestKeyStays(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		one, err := created(t, where).Key(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		two, err := created(t, where).Key(t.Context())
		if err != nil || !bytes.Equal(one, two) || len(one) != 32 {
			t.Errorf("%x and %x, %v", one, two, err)
		}
	})
}

func TestOldFormsAreForgotten(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		add(t, s, vote("plans/a/", 1, 5))
		for _, c := range []struct {
			after time.Duration
			left  int
		}{{time.Hour, 1}, {24 * time.Hour, 1}, {26 * time.Hour, 0}} {
			if err := s.Tidy(t.Context(), day.Add(c.after)); err != nil {
				t.Fatal(err)
			}
			var n int
			if err := s.row(t.Context(), `SELECT count(*) FROM rating_used`, nil, &n); err != nil || n != c.left {
				t.Errorf("after %v: %d forms, %v; want %d", c.after, n, err, c.left)
			}
		}
	})
}

func TestNewerDatabase(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		if err := s.exec(t.Context(), `UPDATE rating_schema SET version = 99`); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), where); !errors.Is(err, errNewer) {
			t.Errorf("%v", err)
		}
	})
}

// TestDatabaseIsGone: what cannot be found again is not answered as stored, and
// when the database is back it is used.
func TestDatabaseIsGone(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "ratings.db")
		s := created(t, path)
		add(t, s, vote("plans/a/", 1, 5))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = created(t, path)
		add(t, s, vote("plans/a/", 2, 5))
		away := path + ".away"
		for _, end := range []string{"", "-wal", "-shm"} {
			if err := os.Rename(path+end, away+end); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Add(t.Context(), vote("plans/a/", 3, 5)); !errors.Is(err, rating.ErrUnavailable) {
			t.Errorf("without its file: %v", err)
		}
		if err := s.Ping(t.Context()); !errors.Is(err, rating.ErrUnavailable) {
			t.Errorf("ping without its file: %v", err)
		}
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Error("an empty database was made in its place")
		}
		for _, end := range []string{"", "-wal", "-shm"} {
			if err := os.Rename(away+end, path+end); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
		}
		add(t, s, vote("plans/a/", 3, 5))
		wantTotal(t, s, rating.Total{Count: 3, Sum: 15}, "plans/a/")
	})
	t.Run("postgres", func(t *testing.T) {
		server := pgtest.Start(t)
		s := created(t, server.URL)
		add(t, s, vote("plans/a/", 1, 5))
		server.Stop()
		if err := s.Add(t.Context(), vote("plans/a/", 2, 5)); !errors.Is(err, rating.ErrUnavailable) {
			t.Errorf("without its server: %v", err)
		}
		server.Resume()
		add(t, s, vote("plans/a/", 3, 5))
		wantTotal(t, s, rating.Total{Count: 2, Sum: 10}, "plans/a/")
	})
}

// TestLocked: another program holds the database for longer than a vote waits.
func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ratings.db")
	s := created(t, path)
	other, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	if err := s.Add(t.Context(), vote("plans/a/", 1, 5)); !errors.Is(err, rating.ErrUnavailable) {
		t.Errorf("while it is locked: %v", err)
	}
	if _, err := other.Exec("COMMIT"); err != nil {
		t.Fatal(err)
	}
	add(t, s, vote("plans/a/", 1, 5))
	wantTotal(t, s, rating.Total{Count: 1, Sum: 5}, "plans/a/")
}

// TestFull: there is no more room in the database.
func TestFull(t *testing.T) {
	s := created(t, filepath.Join(t.TempDir(), "ratings.db"))
	writer, err := s.db.writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	room := func(pages int) {
		t.Helper()
		if _, err := writer.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	room(1)
	stored := int64(0)
	for {
		v := vote(fmt.Sprintf("plans/%d/", stored), 1, 5)
		v.Comment = string(bytes.Repeat([]byte("x"), 900))
		if err := s.Add(t.Context(), v); err != nil {
			if !errors.Is(err, rating.ErrUnavailable) {
				t.Errorf("%v", err)
			}
			break
		}
		stored++
	}
	exact(t, s, int(stored))
	if err := s.Ping(t.Context()); !errors.Is(err, rating.ErrUnavailable) {
		t.Errorf("votes are not stored, and it says that they can be: %v", err)
	}
	room(1 << 20)
	add(t, s, vote("plans/room/", 1, 5))
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("votes are stored again: %v", err)
	}
	exact(t, s, int(stored)+1)
}

func TestBackup(t *testing.T) {
	dir := t.TempDir()
	s := created(t, filepath.Join(dir, "ratings.db"))
	add(t, s, vote("plans/a/", 1, 5))
	if _, err := s.Salt(t.Context(), day); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "copy.db")
	if err := s.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v: others can read it", info.Mode(), err)
	}
	c := created(t, file)
	wantTotal(t, c, rating.Total{Count: 1, Sum: 5}, "plans/a/")
	var n int
	if err := c.row(t.Context(), `SELECT count(*) FROM rating_salt`, nil, &n); err != nil || n != 0 {
		t.Errorf("the salt is in the copy: %d, %v", n, err)
	}
	if err := s.Backup(t.Context(), file); err == nil {
		t.Error("an old backup was overwritten")
	}
}

// TestErasedIsGone: what was erased is not in the file any more, for whoever
// reads it without SQLite.
func TestErasedIsGone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ratings.db")
	s := created(t, path)
	v := vote("plans/a/", 1, 5)
	v.Comment = "Nguyễn Văn Ví Dụ lives here"
	add(t, s, v)
	if _, err := s.Erase(t.Context(), "plans/a/", false); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || bytes.Contains(data, []byte("lives here")) {
		t.Errorf("the comment is still in the file, %v", err)
	}
}

func TestFlagged(t *testing.T) {
	eachStore(t, func(t *testing.T, where string) {
		s := created(t, where)
		v := vote("plans/a/", 1, 1)
		v.Flag = rating.FlagBurst
		add(t, s, v)
		add(t, s, vote("plans/a/", 2, 5))
		n := 0
		for v, err := range s.Votes(t.Context(), true) {
			if n++; err != nil || v.Score != 1 || v.Flag != rating.FlagBurst {
				t.Errorf("%+v, %v", v, err)
			}
		}
		if n != 1 {
			t.Errorf("%d flagged", n)
		}
		if n, err := s.Erase(t.Context(), "plans/a/", true); n != 1 || err != nil {
			t.Errorf("erased %d, %v", n, err)
		}
		wantTotal(t, s, rating.Total{Count: 1, Sum: 5}, "plans/a/")
	})
}
