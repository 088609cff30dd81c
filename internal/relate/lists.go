package relate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// The addresses of the lists, from the site's root.
const (
	DocumentsURL = "documents/"
	YearsURL     = "years/"
	FieldsURL    = "fields/"
	IssuersURL   = "issuers/"
	TypesURL     = "types/"
	StatusURL    = "status/"
	SitemapURL   = "sitemap/"
	SearchURL    = "search/"  // not where the settings leave search out
	NumbersURL   = "numbers/" // likewise: who cannot search looks for numbers there
)

// The addresses of the pages that say how plans stand. A site has them where a
// document has targets or tasks.
const (
	ProgressURL = "progress/"
	DueURL      = "progress/due/"
	LateURL     = "progress/late/"
)

var listRoots = [...]string{DocumentsURL, YearsURL, FieldsURL, IssuersURL, TypesURL, StatusURL, SitemapURL}

// neighbours sorts the other pages and links each document to the one before and the one
// after it by the same issuer.
func (r *relater) neighbours() {
	collator := viet.NewCollator()
	slices.SortFunc(r.site.Pages, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(a.Document.Weight, b.Document.Weight),
			collator.Compare(a.Document.Title, b.Document.Title), strings.Compare(a.URL, b.URL))
	})
	slices.SortFunc(r.site.Redirects, func(a, b Redirect) int { return strings.Compare(a.From, b.From) })
	newer := map[string]*Entry{}
	for _, e := range r.site.Documents {
		if e.Issuer == nil {
			continue
		}
		if n := newer[e.Issuer.ID]; n != nil {
			n.Prev, e.Next = e, n
		}
		newer[e.Issuer.ID] = e
	}
}

// sortNewestFirst sorts with what decides side by side: the documents themselves lie
// far apart in memory.
func sortNewestFirst(list []*Entry) {
	type dated struct {
		issued  plan.Date
		ordinal int32
		*Entry
	}
	keys := make([]dated, len(list))
	for i, e := range list {
		keys[i] = dated{e.Document.Issued, e.Document.Number.Ordinal, e}
	}
	slices.SortFunc(keys, func(a, b dated) int {
		return cmp.Or(b.issued.Compare(a.issued), cmp.Compare(b.ordinal, a.ordinal), strings.Compare(a.URL, b.URL))
	})
	for i, k := range keys {
		list[i] = k.Entry
	}
}

// lists groups the documents by year, field, issuer, type and effect.
func (r *relater) lists() {
	years, fields, issuers := map[int16]*List{}, map[string]*List{}, map[string]*List{}
	types, statuses := map[string]*List{}, map[plan.EffectKind]*List{}
	slugOf, urlOf := once(viet.Slug), once(typeURL)
	for _, e := range r.site.Documents {
		d := e.Document
		if !d.Issued.IsZero() {
			add(years, d.Issued.Year, e, func() List {
				year := strconv.Itoa(int(d.Issued.Year))
				return List{Name: year, URL: YearsURL + year + "/"}
			})
		}
		for _, field := range d.Fields {
			if slug := slugOf(field); slug != "" {
				add(fields, slug, e, func() List { return List{Name: field, URL: FieldsURL + slug + "/"} })
			}
		}
		if e.Issuer != nil {
			add(issuers, e.Issuer.ID, e, func() List { return List{Name: e.Issuer.Name, URL: issuerURL(e.Issuer), Org: e.Issuer} })
		}
		if d.Type != nil {
			url := urlOf(d.Type)
			add(types, url, e, func() List { return List{Name: d.Type.Name.In(r.in.Registry.Settings.Lang), URL: url} })
		}
		kind := e.Effect.Kind
		add(statuses, kind, e, func() List { return List{Name: string(kind), URL: StatusURL + string(kind) + "/", Effect: kind} })
	}
	r.site.Years = sorted(years, func(a, b *List) int { return strings.Compare(b.Name, a.Name) })
	collator := viet.NewCollator()
	byName := func(a, b *List) int { return cmp.Or(collator.Compare(a.Name, b.Name), strings.Compare(a.URL, b.URL)) }
	r.site.Fields, r.site.Issuers, r.site.Types = sorted(fields, byName), sorted(issuers, byName), sorted(types, byName)
	r.site.Statuses = sorted(statuses, func(a, b *List) int {
		return slices.Index(plan.EffectKinds[:], a.Effect) - slices.Index(plan.EffectKinds[:], b.Effect)
	})
	for _, url := range listRoots {
		r.generated[url] = true
	}
	if r.in.Registry.Settings.Search {
		r.generated[SearchURL], r.generated[NumbersURL] = true, true
	}
	if slices.ContainsFunc(r.site.Documents, func(e *Entry) bool { return len(e.Document.Targets)+len(e.Document.Tasks) > 0 }) {
		r.generated[ProgressURL], r.generated[DueURL], r.generated[LateURL] = true, true, true
	}
	for _, lists := range [][]*List{r.site.Years, r.site.Fields, r.site.Issuers, r.site.Types, r.site.Statuses} {
		for _, l := range lists {
			r.generated[l.URL] = true
		}
	}
}

func issuerURL(o *plan.Org) string { return IssuersURL + viet.Slug(o.ID) + "/" }

// typeURL is the address of a type's list. A type that two families share,
// such as Quyết định, has one list: readers look for the word.
func typeURL(t *plan.Type) string { return TypesURL + viet.Slug(t.Name.VI) + "/" }

// once computes what is the same for many documents once.
func once[K comparable](f func(K) string) func(K) string {
	known := map[K]string{}
	return func(k K) string {
		out, ok := known[k]
		if !ok {
			out = f(k)
			known[k] = out
		}
		return out
	}
}

// add adds a document to the list of a key, which begins as fresh makes it.
func add[K comparable](lists map[K]*List, key K, e *Entry, fresh func() List) {
	l := lists[key]
	if l == nil {
		first := fresh()
		l = &first
		lists[key] = l
	}
	if n := len(l.Documents); n == 0 || l.Documents[n-1] != e {
		l.Documents = append(l.Documents, e)
	}
}

func sorted[K comparable](lists map[K]*List, less func(a, b *List) int) []*List {
	out := make([]*List, 0, len(lists))
	for _, l := range lists {
		out = append(out, l)
	}
	slices.SortFunc(out, less)
	return out
}
