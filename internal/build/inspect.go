package build

import (
	"context"

	"planpress/internal/attachment"
	"planpress/internal/cache"
	"planpress/internal/codec"
	"planpress/internal/content"
	"planpress/internal/diag"
	"planpress/internal/par"
	"planpress/internal/plan"
	"planpress/internal/relate"
)

// inspected is what the cache keeps of a file that a document uses.
type inspected struct {
	MaxMB    int
	Disk     string
	Info     *attachment.Info
	Findings []diag.Finding
}

// inspect looks into the files that documents declare or link to.
func (b *builder) inspect(docs []*plan.Document, tree *content.Tree, registry *plan.Registry) ([]*attachment.Info, error) {
	items := map[string]content.Item{}
	for _, it := range tree.Files {
		items[it.Path] = it
	}
	kept, err := codec.For[inspected](rulesByCode(), codec.ByName(func(f *attachment.Format) string { return f.Ext }, attachment.FormatOf))
	if err != nil {
		return nil, err
	}
	in := inspector{b, kept, registry.Settings.MaxAttachMB}
	infos, err := par.Map(b.ctx, b.opts.Jobs, relate.UsedFiles(docs, paths(tree.Files)), func(_ context.Context, name string) (*attachment.Info, error) {
		info, findings, err := in.file(items[name])
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

type inspector struct {
	*builder
	kept  *codec.Codec[inspected]
	maxMB int
}

// file looks into one file, unless the cache knows that it is unchanged.
func (in *inspector) file(it content.Item) (*attachment.Info, []diag.Finding, error) {
	store := in.opts.Cache
	if store == nil {
		return attachment.Inspect(in.fsys, it.Path, it.Disk, in.maxMB)
	}
	if old, ok := store.Text(it.Path); ok && !in.opts.Rehash && old.Stamp.Same(it.Stamp) {
		var was inspected
		data, ok := store.Get(nil, old.Meta)
		if ok && in.kept.Decode(string(data), &was) == nil && was.MaxMB == in.maxMB && was.Disk == it.Disk {
			store.KeepText(it.Path, old)
			return was.Info, was.Findings, nil
		}
	}
	info, findings, err := attachment.Inspect(in.fsys, it.Path, it.Disk, in.maxMB)
	if err != nil {
		return nil, nil, err
	}
	if meta, ok := store.Put(in.kept.Append(nil, &inspected{in.maxMB, it.Disk, info, findings})); ok {
		store.KeepText(it.Path, cache.Text{Stamp: it.Stamp, Meta: meta})
	}
	return info, findings, nil
}
