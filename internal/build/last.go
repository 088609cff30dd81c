package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/stamp"
)

// Sources are the files that a site is made of, as they were when somebody
// looked.
type Sources struct {
	tree     *content.Tree
	findings []diag.Finding
	stamps   [sha256.Size]byte // of all files of the content and of the site's own themes
	settled  bool              // the stamps prove that a file is unchanged
}

// Look lists the files of a site.
func Look(ctx context.Context, site fs.FS, store *cache.Cache) (*Sources, error) {
	tree, findings, err := content.Scan(ctx, site)
	if err != nil {
		return nil, err
	}
	s := &Sources{tree: tree, findings: findings, settled: store != nil && len(findings) == 0}
	if !s.settled {
		return s, nil
	}
	h := sha256.New()
	add := func(name string, st stamp.Stamp) {
		s.settled = s.settled && store.Settled(st)
		fmt.Fprintf(h, "%q %d %d %d %d\n", name, st.Size, st.MTime, st.CTime, st.Inode)
	}
	for _, items := range [][]content.Item{tree.Registry, tree.Documents, tree.Files} {
		for _, it := range items {
			add(it.Disk, it.Stamp)
		}
	}
	if err := themeFiles(site, add); err != nil {
		return nil, err
	}
	h.Sum(s.stamps[:0])
	return s, nil
}

func themeFiles(site fs.FS, add func(string, stamp.Stamp)) error {
	err := fs.WalkDir(site, "themes", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := fs.Stat(site, name) // of a link, what it leads to
		switch {
		case err != nil:
			return err
		case info.IsDir(): // its stamp says nothing of the files in it
			add(name, stamp.Stamp{})
		default:
			add(name, stamp.Of(info))
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading themes: %w", err)
	}
	return nil
}

// Last is what the cache knows of the last build that was published.
type Last struct {
	Inputs    [sha256.Size]byte // the sources and the options
	AsOf      plan.Date
	Zone      string            // of the site, in which a day begins
	Token     [sha256.Size]byte // of publish.Report: the folder it was published in, as it was then
	Documents int
	Pages     int
	HeldBack  []Held
	Findings  []diag.Finding
}

// Result is that of the build.
func (l *Last) Result() *Result {
	return &Result{Documents: l.Documents, Pages: l.Pages, HeldBack: l.HeldBack, Findings: l.Findings}
}

// Recall gives the last build where this one would give the same: from the same
// sources, with the same options, by the same program, on the same day.
func Recall(s *Sources, opts Options) (*Last, bool) {
	if !rememberable(s, opts) || opts.Rehash {
		return nil, false
	}
	data := opts.Cache.Last()
	c, err := lastCodec()
	if err != nil || data == nil {
		return nil, false
	}
	var last Last
	if c.Decode(string(data), &last) != nil || last.Inputs != inputsOf(s, opts) {
		return nil, false
	}
	today := opts.AsOf
	if today.IsZero() {
		zone, err := time.LoadLocation(last.Zone)
		if err != nil {
			return nil, false
		}
		today = plan.DateOf(opts.Now.In(zone))
	}
	return &last, today == last.AsOf
}

// Remember leaves in the cache what Recall gives, once a site is published.
func Remember(s *Sources, opts Options, res *Result, token [sha256.Size]byte) error {
	if !rememberable(s, opts) || token == [sha256.Size]byte{} || res.Site == nil {
		return nil
	}
	c, err := lastCodec()
	if err != nil {
		return err
	}
	opts.Cache.SetLast(c.Append(nil, &Last{Inputs: inputsOf(s, opts), AsOf: res.Site.AsOf, Zone: res.Registry.Settings.TimeZone.String(),
		Token: token, Documents: res.Documents, Pages: res.Pages, HeldBack: res.HeldBack, Findings: res.Findings}))
	return nil
}

// Renew leaves a build under another token for the same folder.
func (l *Last) Renew(opts Options, token [sha256.Size]byte) error {
	c, err := lastCodec()
	if err != nil || token == l.Token {
		return err
	}
	l.Token = token
	opts.Cache.SetLast(c.Append(nil, l))
	return nil
}

func lastCodec() (*codec.Codec[Last], error) { return codec.For[Last](rulesByCode()) }

// rememberable reports whether all that a build depends on is known by the
// stamps of the sources and by inputsOf.
func rememberable(s *Sources, opts Options) bool {
	return opts.Cache != nil && s.settled && opts.Frozen == nil
}

func inputsOf(s *Sources, opts Options) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%x %q %t %t %t %q %t", s.stamps, opts.BaseURL, opts.Drafts, opts.Portable,
		opts.MinifyHTML, opts.Generator, opts.AsOf.IsZero()))
}
