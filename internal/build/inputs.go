package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"planpress/internal/attachment"
	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/pages"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/view"
)

// inputs tells whether anything that a page could show has changed, without
// making its view. For the page of a document it looks at the document's entry
// in the site, at the documents that the entry refers to, and at what is the same
// for all pages; for a page of a list at its documents, and at the names and
// sizes of all lists. It may say that something has changed that is not shown:
// then the view is compared.
//
// It rests on one property of package pages: of the documents that an entry
// refers to, its page shows nothing that those refer to in turn; and of those in
// a list, nothing that they refer to.
type inputs struct {
	site   [sha256.Size]byte // what is the same for all
	lists  [sha256.Size]byte // for all lists
	plans  [sha256.Size]byte // for all that shows targets and tasks of many documents
	bodies map[string]*body
	labels map[*relate.Entry]string
	entry  *codec.Codec[relate.Entry]
	plan   *codec.Codec[tracked]
}

// common is what pages of documents show besides documents.
type common struct {
	Base     [sha256.Size]byte // of prints
	Registry plan.Registry
	AsOf     plan.Date
	Shell    view.Page // of a page that shows nothing
	Lists    []string  // addresses of the lists that there are
}

// tracked is what CSV files beside a document have put into it.
type tracked struct {
	Targets []plan.Target
	Tasks   []plan.Task
}

func newInputs(site *relate.Site, planner *pages.Planner, base [sha256.Size]byte, bodies map[string]*body) (*inputs, error) {
	all, err := codec.For[common](typesByID, codec.ByName((*time.Location).String, nil))
	if err != nil {
		return nil, err
	}
	in := &inputs{bodies: bodies, labels: map[*relate.Entry]string{}}
	if in.plan, err = codec.For[tracked](typesByID); err != nil {
		return nil, err
	}
	shared := common{Base: base, Registry: *site.Registry, AsOf: site.AsOf, Shell: *planner.Shell()}
	shared.Registry.Ratings = nil // each is in the entry of its document
	for _, lists := range [][]*relate.List{site.Years, site.Fields, site.Issuers, site.Bodies, site.Types, site.Statuses} {
		for _, l := range lists {
			shared.Lists = append(shared.Lists, l.URL)
		}
	}
	in.site = sha256.Sum256(all.Append(nil, &shared))
	plans := sha256.New()
	for _, entries := range [][]*relate.Entry{site.Documents, site.Withdrawn, site.Pages} {
		for _, e := range entries {
			in.labels[e] = in.label(e)
			if len(e.Document.Targets)+len(e.Document.Tasks) > 0 {
				io.WriteString(plans, in.inList(e))
			}
		}
	}
	plans.Sum(in.plans[:0])
	in.lists = in.listsOf(site)
	in.entry, err = codec.For[relate.Entry](typesByID, codec.Without[relate.Entry]("place", "shown"),
		codec.ByName(func(e *relate.Entry) string { return in.labels[e] }, nil),
		codec.ByName(in.document, nil),
		codec.ByName(func(o *plan.Org) string { return o.ID }, nil),
		codec.ByName(func(x *plan.External) string { return x.ID }, nil),
		codec.ByName(func(f *attachment.Info) string { return f.Path + "\x00" + f.SHA256 }, nil))
	return in, err
}

// listsOf stands for what lists say of one another.
func (in *inputs) listsOf(site *relate.Site) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write(in.site[:])
	for _, lists := range [][]*relate.List{site.Years, site.Fields, site.Issuers, site.Bodies, site.Types, site.Statuses} {
		for _, l := range lists {
			fmt.Fprintf(h, "%q %q %d\n", l.URL, l.Name, len(l.Documents))
		}
	}
	fmt.Fprintln(h, len(site.Documents))
	h.Sum(sum[:0])
	return sum
}

// inList stands for an entry in a list.
func (in *inputs) inList(e *relate.Entry) string {
	return in.labels[e] + "\x00" + string(e.Effect.Kind)
}

// label stands for an entry in those that refer to it.
func (in *inputs) label(e *relate.Entry) string {
	issuer := ""
	if e.Issuer != nil {
		issuer = e.Issuer.ID
	}
	return in.document(e.Document) + e.State.String() + "\x00" + e.URL + "\x00" + issuer
}

// document stands for all that was read of a document.
func (in *inputs) document(d *plan.Document) string {
	sum := in.bodies[d.Path].sum
	if len(d.DataFiles()) == 0 {
		return string(sum[:])
	}
	h := sha256.Sum256(in.plan.Append(sum[:], &tracked{d.Targets, d.Tasks}))
	return hex.EncodeToString(h[:])
}

// ofPlans gives the fingerprint of the targets and tasks of all documents.
func (in *inputs) ofPlans() cache.Print {
	sum := sha256.Sum256(append(in.lists[:], in.plans[:]...))
	return cache.Print(sum[:])
}

// of gives the fingerprint of the inputs of a page; zero for a page whose inputs
// are not known. It uses buf, and gives it back grown.
func (in *inputs) of(buf []byte, page *pages.Page) (cache.Print, []byte) {
	buf = append(append(buf[:0], page.Layout...), page.URL...)
	switch {
	case page.Entry != nil && page.Entry.Document.Kind == plan.KindDocument:
		buf = in.entry.Append(append(buf, in.site[:]...), page.Entry)
	case page.Shown != nil || page.Plans:
		buf = append(buf, in.lists[:]...)
		if page.Plans {
			buf = append(buf, in.plans[:]...)
		}
		for _, e := range page.Shown {
			buf = append(buf, in.inList(e)...)
		}
	default:
		return cache.Print{}, buf
	}
	sum := sha256.Sum256(buf)
	return cache.Print(sum[:]), buf
}
