package theme

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/source"
)

// Overrides looks through the layers of a site's theme for files that no
// longer fit what they lie over: copies that the original has left behind,
// files and messages that nothing uses.
func Overrides(layers []Layer) ([]diag.Finding, error) {
	var out []diag.Finding
	for i, layer := range layers {
		if !layer.Site {
			continue
		}
		below, err := overlay(layers[:i])
		if err != nil {
			return nil, err
		}
		m, err := layer.manifest()
		if err != nil {
			return nil, err
		}
		o := overrides{layer: layer, below: below, manifest: m}
		if err := o.look(); err != nil {
			return nil, fmt.Errorf("read the theme in %s: %w", layer.Name, err)
		}
		out = append(out, o.findings...)
	}
	diag.Sort(out)
	return out, nil
}

// Find gives the topmost file of a path in a theme.
func Find(layers []Layer, file string) (File, bool, error) {
	f, err := overlay(layers)
	if err != nil {
		return File{}, false, err
	}
	found, ok := f.files[file]
	if !ok {
		for _, m := range f.messages { // the last is of the topmost layer
			if path.Join("messages", m.Name) == file {
				found, ok = m, true
			}
		}
	}
	return found, ok, nil
}

// overrides looks at one layer.
type overrides struct {
	layer    Layer
	below    *folder
	manifest Manifest
	findings []diag.Finding
}

func (o *overrides) look() error {
	err := fs.WalkDir(o.layer.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || isAside(p) || p == ManifestFile {
			return err
		}
		data, err := read(o.layer.FS, p, d)
		if err != nil {
			return err
		}
		if path.Dir(p) == "messages" {
			o.messages(p, data)
			return nil
		}
		o.file(p, data)
		return nil
	})
	for _, p := range sortedKeys(o.manifest.From) {
		if _, e := fs.Stat(o.layer.FS, p); e != nil {
			o.find(ruleRecordUnused, ManifestFile, diag.T("from nêu %s, nhưng giao diện không có tệp này", "from names %s, but the theme has no such file", p))
		}
	}
	return err
}

func (o *overrides) find(rule *diag.Rule, p string, message diag.Text, hint ...diag.Text) {
	f := rule.At(source.Pos{File: o.layer.Name + "/" + p}, message)
	for _, h := range hint {
		f = f.WithHint(h)
	}
	o.findings = append(o.findings, f)
}

func (o *overrides) file(p string, data []byte) {
	original, covers := o.below.files[p]
	from, recorded := o.manifest.From[p]
	switch {
	case !covers && recorded:
		o.find(ruleGone, p, diag.T("%s không còn trong giao diện gốc từ sau bản %s", "%s is no longer in the theme below since version %s", p, from.Version))
	case !covers && !isUsed(p):
		o.find(ruleFileUnknown, p, diag.T("giao diện không dùng đến tệp này", "nothing of a theme uses this file"))
	case !covers: // a file of the site's own
	case bytes.Equal(original.Data, data):
		o.find(ruleSame, p, diag.T("giống hệt %s", "is the same as %s", original.Path))
	case !recorded:
		o.find(ruleUnrecorded, p, diag.T("không rõ được chép từ bản nào của %s", "it is not recorded of which %s this is a copy", original.Path),
			hintRecord(p, original))
	case from.Hash != Hash(original.Data):
		o.find(ruleBehind, p, diag.T("%[1]s đã đổi từ sau bản %[2]s mà tệp này được chép từ đó", "%[1]s has changed since version %[2]s, of which this is a copy",
			original.Path, from.Version), hintRecord(p, original))
	}
}

// hintRecord says how to tell that a copy was compared with its original.
func hintRecord(p string, original File) diag.Text {
	return diag.T("so sánh với kết quả của “planpress theme show --original %[1]s”, rồi ghi hash: %[2]q dưới from trong %[3]s",
		"compare with what \"planpress theme show --original %[1]s\" prints, then write hash: %[2]q below from in %[3]s", p, Hash(original.Data), ManifestFile)
}

// messages looks for words that nothing says: a key that the theme below does
// not have is mistyped, or no longer asked for.
func (o *overrides) messages(p string, data []byte) {
	if len(o.below.messages) == 0 { // the theme stands alone
		return
	}
	known := map[string]bool{}
	for _, f := range o.below.messages {
		words, _ := frontmatter.Messages(source.New(f.Path, f.Data))
		for key := range words {
			known[key] = true
		}
	}
	own, findings := frontmatter.Messages(source.New(o.layer.Name+"/"+p, data))
	o.findings = append(o.findings, findings...)
	for _, key := range sortedKeys(own) {
		if !known[key] && !o.asked(key) {
			o.find(ruleMessageUnknown, p, diag.T("không có mẫu nào dùng chữ %q", "no template asks for the words %q", key))
		}
	}
}

// asked reports whether a template of this layer names a message.
func (o *overrides) asked(key string) bool {
	found := false
	_ = fs.WalkDir(o.layer.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(p) == ".html" {
			data, err := fs.ReadFile(o.layer.FS, p)
			found = found || err == nil && bytes.Contains(data, []byte(`"`+key+`"`))
		}
		return nil // what cannot be read was told when the theme was loaded
	})
	return found
}

// isUsed reports whether a file has a place in a theme.
func isUsed(p string) bool {
	dir, ext := path.Dir(p), path.Ext(p)
	return p == ContrastFile || dir == "images" || isPart(ext) || strings.HasPrefix(dir, "components/") && path.Base(p) == ExamplesFile
}
