package prose

import (
	"bytes"
	"fmt"
	"net/url"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Profile is a dialect of Markdown, with the HTML that is made of it.
type Profile string

const (
	CommonMark Profile = "commonmark" // the specification and nothing else
	GFM        Profile = "gfm"        // with GitHub's five extensions
	Site       Profile = "site"       // what this package makes of documents
)

// Fragment makes HTML of a Markdown text, for the runners of specifications.
//
// The first two profiles are goldmark's own, so that they can be measured by
// the specifications they claim: raw HTML passes through them, and what they
// make must not be published. In that of the profile Site, which does not
// report its findings here, links inside the site lead where the text says.
// It fails on an unknown profile, and where goldmark does.
func Fragment(p Profile, src []byte) (out []byte, err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			err = fmt.Errorf("converting Markdown (%s): %v", p, trouble)
		}
	}()
	var md goldmark.Markdown
	switch p {
	case Site:
		return fillFragment(New(WordsIn(diag.VI)).Convert(source.New("-", src), 0)), nil
	case CommonMark:
		md = goldmark.New(goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()))
	case GFM:
		md = goldmark.New(
			goldmark.WithExtensions(extension.GFM, tagFilter{}),
			goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(breakTrimmer{}, 500))),
			goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()),
		)
	default:
		return nil, fmt.Errorf("there is no Markdown profile %q; use %s, %s or %s", p, CommonMark, GFM, Site)
	}
	var b bytes.Buffer
	if err := md.Convert(src, &b); err != nil {
		return nil, fmt.Errorf("converting Markdown (%s): %w", p, err)
	}
	return b.Bytes(), nil
}

// fillFragment puts the addresses that were written into the holes for them. A
// fragment belongs to no site, so its citations lead nowhere and have no marks.
func fillFragment(r Result) []byte {
	out := make([]byte, 0, len(r.Body.HTML))
	done := 0
	for _, hole := range r.Body.Holes {
		out = append(out, r.Body.HTML[done:hole.Offset]...)
		done = hole.Offset + hole.Words
		if hole.Kind == plan.HoleAddress {
			link := r.Links[hole.Index]
			address := url.URL{Path: link.Dest, Fragment: link.Frag}
			out = appendEscaped(out, address.String())
		}
	}
	return append(out, r.Body.HTML[done:]...)
}

// breakTrimmer removes the spaces before a hard line break that goldmark's own
// autolinks leave there, in one text or several (CommonMark 6.7).
type breakTrimmer struct{}

func (breakTrimmer) Transform(root *ast.Document, reader text.Reader, _ parser.Context) {
	src := reader.Source()
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		t, ok := n.(*ast.Text)
		if !ok || !entering || !t.HardLineBreak() || t.Segment.Stop >= len(src) || src[t.Segment.Stop] != ' ' {
			return ast.WalkContinue, nil
		}
		for ; ok; t, ok = t.PreviousSibling().(*ast.Text) {
			t.Segment = t.Segment.TrimRightSpace(src)
			if !t.Segment.IsEmpty() {
				break
			}
		}
		return ast.WalkContinue, nil
	})
}
