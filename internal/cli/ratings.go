package cli

import (
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"

	"planpress/internal/diag"
	"planpress/internal/preview"
	"planpress/internal/rating"
	"planpress/internal/rating/store"
	"planpress/internal/rating/web"
)

// ratings takes ratings in a preview, with a database of its own beside the
// cache, so that whoever tries planpress sees the whole of it.
type ratings struct {
	http.Handler
	votes   *store.Store
	catalog atomic.Pointer[web.Catalog]
}

// openRatings opens the preview's database. Where that cannot be, the preview
// works without, and says so: nil.
func (a *app) openRatings() *ratings {
	r, err := newRatings(a)
	if err == nil {
		return r
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	a.say(diag.T("không mở được .planpress/ratings.db (%v): xem thử không có khung đánh giá", ".planpress/ratings.db cannot be opened (%v): the preview has no ratings", err))
	return nil
}

func newRatings(a *app) (*ratings, error) {
	folder := filepath.Join(a.dir, ".planpress")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	votes, err := store.Create(a.ctx, filepath.Join(folder, "ratings.db"))
	if err != nil {
		return nil, err
	}
	r := &ratings{votes: votes}
	if err := errors.Join(votes.Tidy(a.ctx, a.env.Now()), r.show(&rating.Documents{})); err != nil {
		return nil, errors.Join(err, votes.Close())
	}
	r.Handler = web.New(web.Options{Store: votes, Catalog: r.catalog.Load, Now: a.env.Now})
	return r, nil
}

// show makes documents those that can be rated.
func (r *ratings) show(d *rating.Documents) error {
	if r == nil || d == nil {
		return nil
	}
	c, err := web.NewCatalog(d, "/")
	if err == nil {
		r.catalog.Store(c)
	}
	return err
}

func (r *ratings) close() error {
	if r == nil {
		return nil
	}
	return r.votes.Close()
}

// offer has a preview take ratings, and pages ask for them.
func (r *ratings) offer(opts *preview.Options) (at string) {
	if r == nil {
		return ""
	}
	opts.Ratings = r
	return preview.RatingsPath
}
