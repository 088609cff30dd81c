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
	data := tables(tree.Files)
	warm := b.opts.Warm
	if warm != nil {
		if err := warm.begin(b.source.options, registry, b.opts.AsOf); err != nil {
			return nil, err
		}
		warm.keepOnly(tree.Documents)
	}
	results, missing, places := b.source.held(warm, tree.Documents, data)
	late := func(it content.Item) (text, error) { return text{Result: parse.TooSlow(it.Path, it.Kind)}, nil }
	read, err := par.MapWithin(b.ctx, b.opts.Jobs, b.limit, missing, b.checked(registry, data), late)
	if err != nil {
		return nil, err
	}
	for i, t := range read {
		results[places[i]] = t
	}
	docs, bodies := make([]*plan.Document, len(results)), make([]body, len(results))
	b.bodies = make(map[string]*body, len(results))
	for i, r := range results {
		docs[i], bodies[i] = r.Document, r.body
		b.bodies[r.Document.Path] = &bodies[i]
		b.found(r.Findings)
	}
	b.res.All = docs
	return docs, nil
}

// checked gives the function that gives the text of a file with what is wrong in
// it.
func (b *builder) checked(registry *plan.Registry, data map[string]content.Item) func(context.Context, content.Item) (text, error) {
	rules := check.Context{Settings: registry.Settings, AsOf: b.opts.AsOf, Orgs: orgsByID(registry)}
	beside := matrix.Site{AsOf: b.opts.AsOf, Open: b.openTable(data),
		Bodies: sync.OnceValue(func() *matrix.Registry { return matrix.NewRegistry(registry.Orgs) })}
	return func(_ context.Context, it content.Item) (text, error) {
		t, err := b.source.of(it)
		if err != nil || t.body.item.Path == "" { // there is no text
			return t, err
		}
		tracked, err := matrix.Complete(t.Document, beside)
		if err != nil {
			return text{}, err
		}
		t.Findings = slices.Concat(t.Findings, tracked, check.Document(t.Document, rules))
		if b.opts.Warm != nil {
			b.opts.Warm.put(t, data, b.opts.Cache)
		}
		return t, nil
	}
}

// tables gives the files that can be tables of targets, tasks and updates, by
// their paths.
func tables(files []content.Item) map[string]content.Item {
	byPath := map[string]content.Item{}
	for _, it := range files {
		if strings.EqualFold(path.Ext(it.Path), ".csv") {
			byPath[it.Path] = it
		}
	}
	return byPath
}

// openTable opens one of these files.
func (b *builder) openTable(byPath map[string]content.Item) matrix.Open {
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
