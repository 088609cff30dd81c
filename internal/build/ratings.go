package build

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"

	"planpress/internal/diag"
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/publish"
	"planpress/internal/rating"
	"planpress/internal/source"
)

var ruleRatings = &diag.Rule{Code: "P114", Name: "bad-ratings", Severity: diag.Error,
	Title: diag.T("Không đọc được content/ratings.json", "content/ratings.json cannot be read"),
	Why: diag.T("Tệp này do “planpress-ratings export” ghi và không sửa bằng tay. Trang không hiện những con số mà nó không đọc được.",
		"The file is written by \"planpress-ratings export\" and not edited by hand. The site does not show figures that it could not read.")}

// ratingsOf reads what readers said.
func ratingsOf(f *source.File) ([]plan.Rated, []diag.Finding) {
	totals, err := rating.ReadTotals(bytes.NewReader(f.Data))
	if err != nil {
		why := diag.T("đây không phải là tệp mà planpress-ratings đã ghi", "this is not a file that planpress-ratings wrote")
		switch {
		case errors.Is(err, rating.ErrDamaged):
			why = diag.T("tệp bị hỏng", "the file is damaged")
		case errors.Is(err, rating.ErrNewer):
			why = diag.T("tệp do một phiên bản mới hơn ghi", "the file was written by a newer version")
		}
		return nil, []diag.Finding{ruleRatings.At(f.Whole(), why).WithHint(diag.T(
			"xuất lại bằng “planpress-ratings export --out content/ratings.json”, hoặc bỏ tệp này đi",
			"export it again with \"planpress-ratings export --out content/ratings.json\", or remove the file"))}
	}
	out := make([]plan.Rated, 0, len(totals))
	for url, t := range totals {
		out = append(out, plan.Rated{URL: url, Count: t.Count, Sum: t.Sum})
	}
	slices.SortFunc(out, func(a, b plan.Rated) int { return cmp.Compare(a.URL, b.URL) })
	return out, nil
}

// putRated publishes the list of what can be rated, for the service.
func (b *builder) putRated(planner *pages.Planner) error {
	list := planner.Rated()
	b.res.Rated = list
	if list == nil || b.sink == nil {
		return nil
	}
	data, err := list.Bytes()
	if err != nil {
		return fmt.Errorf("%s: %w", rating.DocumentsName, err)
	}
	return b.put(publish.Output{Path: rating.DocumentsName, Kind: publish.List, Data: data})
}

// ratingsOrigin is where pages may send forms to beside the site itself; "" where
// that is nowhere else.
func ratingsOrigin(s plan.Settings) string {
	u, err := url.Parse(s.Ratings)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}
