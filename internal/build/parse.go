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
	parser := parse.New(parse.Options{Lang: registry.Settings.Lang, Glossary: registry.Glossary})
	rules := check.Context{Settings: registry.Settings, AsOf: b.opts.AsOf, Orgs: orgsByID(registry)}
	beside := matrix.Site{AsOf: b.opts.AsOf, Open: b.dataFiles(tree),
		Bodies: sync.OnceValue(func() *matrix.Registry { return matrix.NewRegistry(registry.Orgs) })}
	one := func(_ context.Context, it content.Item) (parse.Result, error) {
		f, findings, err := content.Read(b.fsys, it)
		if err != nil || diag.CountOf(findings).Errors > 0 {
			return parse.Result{Document: &plan.Document{Path: it.Path, Kind: it.Kind}, Findings: findings}, err
		}
		r := parser.File(f, it.Kind)
		tracked, err := matrix.Complete(r.Document, beside)
		if err != nil {
			return parse.Result{}, err
		}
		r.Findings = slices.Concat(findings, r.Findings, tracked, check.Document(r.Document, rules))
		return r, nil
	}
	late := func(it content.Item) (parse.Result, error) { return parse.TooSlow(it.Path, it.Kind), nil }
	results, err := par.MapWithin(b.ctx, b.opts.Jobs, b.limit, tree.Documents, one, late)
	if err != nil {
		return nil, err
	}
	docs := make([]*plan.Document, len(results))
	for i, r := range results {
		docs[i] = r.Document
		b.bodies[r.Document.Path] = r.Body
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

// take gives a document's body and forgets it.
func (b *builder) take(path string) plan.Body {
	b.mu.Lock()
	defer b.mu.Unlock()
	body := b.bodies[path]
	delete(b.bodies, path)
	return body
}

// inspect looks into the files that documents declare or link to.
func (b *builder) inspect(docs []*plan.Document, tree *content.Tree, registry *plan.Registry) ([]*attachment.Info, error) {
	disk := map[string]string{}
	for _, it := range tree.Files {
		disk[it.Path] = it.Disk
	}
	infos, err := par.Map(b.ctx, b.opts.Jobs, relate.UsedFiles(docs, paths(tree.Files)), func(_ context.Context, name string) (*attachment.Info, error) {
		info, findings, err := attachment.Inspect(b.fsys, name, disk[name], registry.Settings.MaxAttachMB)
		b.found(findings)
		return info, err
	})
	if err != nil {
		return nil, err
	}
	out := infos[:0]
	for _, info := range infos {
		if info != nil {
			out = append(out, info)
		}
	}
	return out, nil
}

func (b *builder) relate(registry *plan.Registry, docs []*plan.Document, files []*attachment.Info, tree *content.Tree) {
	site, findings := relate.Relate(relate.Input{
		Registry: registry, Documents: docs, Files: paths(tree.Files), Inspected: files,
		AsOf: b.opts.AsOf, Drafts: b.opts.Drafts,
	})
	b.found(findings)
	b.res.Site = site
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
