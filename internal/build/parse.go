package build

import (
	"context"
	"path"
	"slices"
	"strings"
	"sync"

	"planpress/internal/attachment"
	"planpress/internal/check"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/matrix"
	"planpress/internal/par"
	"planpress/internal/parse"
	"planpress/internal/plan"
	"planpress/internal/relate"
	"planpress/internal/source"
)

// parseAndCheck reads, parses and checks every document, several at a time.
func (b *builder) parseAndCheck(tree *content.Tree, registry *plan.Registry) ([]*plan.Document, error) {
	var err error
	if b.source, err = b.texts(registry); err != nil {
		return nil, err
	}
	rules := check.Context{Settings: registry.Settings, AsOf: b.opts.AsOf, Orgs: orgsByID(registry)}
	beside := matrix.Site{AsOf: b.opts.AsOf, Open: b.dataFiles(tree),
		Bodies: sync.OnceValue(func() *matrix.Registry { return matrix.NewRegistry(registry.Orgs) })}
	warm := b.opts.Warm
	if warm != nil {
		if err := warm.begin(b.source.options, registry, b.opts.AsOf); err != nil {
			return nil, err
		}
		warm.keepOnly(tree.Documents)
	}
	one := func(_ context.Context, it content.Item) (text, error) {
		if known, ok := b.source.unchanged(it); ok && warm != nil {
			if t, ok := warm.take(it, known); ok {
				b.source.cache.KeepText(it.Path, known)
				return t, nil
			}
		}
		t, err := b.source.of(it)
		if err != nil || t.body.item.Path == "" { // there is no text
			return t, err
		}
		tracked, err := matrix.Complete(t.Document, beside)
		if err != nil {
			return text{}, err
		}
		t.Findings = slices.Concat(t.Findings, tracked, check.Document(t.Document, rules))
		if warm != nil {
			warm.put(it, t)
		}
		return t, nil
	}
	late := func(it content.Item) (text, error) { return text{Result: parse.TooSlow(it.Path, it.Kind)}, nil }
	results, err := par.MapWithin(b.ctx, b.opts.Jobs, b.limit, tree.Documents, one, late)
	if err != nil {
		return nil, err
	}
	docs := make([]*plan.Document, len(results))
	b.bodies = make(map[string]*body, len(results))
	for i := range results {
		r := &results[i]
		docs[i] = r.Document
		b.bodies[r.Document.Path] = &r.body
		b.found(r.Findings)
	}
	b.res.All = docs
	return docs, nil
}

// dataFiles opens the CSV files beside documents.
func (b *builder) dataFiles(tree *content.Tree) matrix.Open {
	byPath := map[string]content.Item{}
	for _, it := range tree.Files {
		if strings.EqualFold(path.Ext(it.Path), ".csv") {
			byPath[it.Path] = it
		}
	}
	return func(name string) (*source.File, []diag.Finding, error) {
		it, ok := byPath[name]
		if !ok {
			return nil, nil, nil
		}
		return content.Read(b.fsys, it)
	}
}

func orgsByID(registry *plan.Registry) map[string]*plan.Org {
	out := make(map[string]*plan.Org, len(registry.Orgs))
	for _, o := range registry.Orgs {
		out[o.ID] = o
	}
	return out
}

func (b *builder) relate(registry *plan.Registry, docs []*plan.Document, files []*attachment.Info, tree *content.Tree) {
	site, findings := relate.Relate(relate.Input{
		Registry: registry, Documents: docs, Files: paths(tree.Files), Inspected: files,
		AsOf: b.opts.AsOf, Drafts: b.opts.Drafts,
	})
	b.found(findings)
	b.res.Site = site
	for _, d := range site.HeldBack {
		b.res.HeldBack = append(b.res.HeldBack, Held{d.Path, d.Publication.State, d.Publication.Date})
	}
	b.res.Documents = len(site.Documents)
	for _, e := range site.Withdrawn {
		if e.Document.Kind == plan.KindDocument {
			b.res.Documents++
		}
	}
}

func paths(items []content.Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.Path
	}
	return out
}
