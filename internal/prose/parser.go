package prose

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// newParser assembles goldmark's parser of the "site" profile: what is read,
// and in which order the parsers are asked. Smaller numbers are asked first;
// those of CommonMark have the numbers that goldmark gives them. More are
// further parsers of what stands within lines.
func newParser(more ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(nested{parser.NewListParser()}, 300),
			util.Prioritized(nested{pointsParser{}}, 350),
			util.Prioritized(pointParser{}, 360),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(nested{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(nested{footnoteParser{}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(taskParser{}, 0),
			util.Prioritized(scanning{counted{parser.NewCodeSpanParser()}}, 100),
			util.Prioritized(footnoteRefParser{}, 101),
			util.Prioritized(spanParser{}, 150),
			util.Prioritized(scanning{counted{parser.NewLinkParser()}}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(counted{parser.NewEmphasisParser()}, 500),
			util.Prioritized(counted{extension.NewStrikethroughParser()}, 501),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tableParser{}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(nester{}, 500),
		),
		parser.WithInlineParsers(more...),
	)
}
