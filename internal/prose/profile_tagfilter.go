package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tagFilter is the extension of GFM that goldmark does not have: nine tags
// lose their "<" in raw HTML (GFM 6.11). It makes nothing safe.
type tagFilter struct{}

func (t tagFilter) Extend(m goldmark.Markdown) {
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(t, 500)))
}

func (t tagFilter) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindRawHTML, t.inline)
	r.Register(ast.KindHTMLBlock, t.block)
}

func (tagFilter) inline(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		writeFiltered(w, segments(n.(*ast.RawHTML).Segments, src))
	}
	return ast.WalkSkipChildren, nil
}

func (tagFilter) block(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		writeFiltered(w, blockSource(n.(*ast.HTMLBlock), src))
	}
	return ast.WalkSkipChildren, nil
}

// writeFiltered leaves errors to the writer's end, where goldmark flushes it.
func writeFiltered(w util.BufWriter, s []byte) {
	for {
		start := bytes.IndexByte(s, '<')
		if start < 0 {
			_, _ = w.Write(s)
			return
		}
		_, _ = w.Write(s[:start])
		s = s[start+1:]
		if isFiltered(s) {
			_, _ = w.WriteString("&lt;")
		} else {
			_ = w.WriteByte('<')
		}
	}
}

// isFiltered reports whether a tag, without its "<", is one of the nine.
func isFiltered(tag []byte) bool {
	tag = bytes.TrimPrefix(tag, []byte("/"))
	for _, name := range [...]string{"title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"} {
		if len(tag) > len(name) && strings.EqualFold(string(tag[:len(name)]), name) && bytes.IndexByte([]byte(" \t\n\r\f/>"), tag[len(name)]) >= 0 {
			return true
		}
	}
	return false
}
