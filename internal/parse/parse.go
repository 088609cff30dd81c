// Package parse makes a document and its body of one source file. The result
// is a pure function of the file's bytes and of the Parser's options, and so
// can be kept under their hash.
package parse

import (
	"bytes"
	"crypto/sha256"
	"runtime/debug"
	"strings"
	"time"

	"planpress/internal/diag"
	"planpress/internal/frontmatter"
	"planpress/internal/plan"
	"planpress/internal/prose"
	"planpress/internal/source"
)

// Limit is how long one document may take. Real documents take milliseconds;
// what takes longer was built, or damaged, to do harm.
const Limit = 20 * time.Second

// Options say how documents are parsed. The zero value works.
type Options struct {
	Lang     diag.Lang   // of documents that name none; default Vietnamese
	Glossary []plan.Term // abbreviations to explain where a document first uses them
}

// Parser parses files; it may be used from several goroutines.
type Parser struct {
	opts       Options
	converters map[diag.Lang]*prose.Converter
}

// New makes a Parser.
func New(opts Options) *Parser {
	if opts.Lang == "" {
		opts.Lang = diag.VI
	}
	p := &Parser{opts: opts, converters: map[diag.Lang]*prose.Converter{}}
	for _, lang := range []diag.Lang{diag.VI, diag.EN} {
		p.converters[lang] = prose.New(prose.WordsIn(lang)).Explaining(opts.Glossary, lang, opts.Lang)
	}
	return p
}

// Result is what one file gives. Document is never nil.
type Result struct {
	Document *plan.Document
	Body     plan.Body
	Findings []diag.Finding
}

// File parses one file.
func (p *Parser) File(f *source.File, kind plan.Kind) Result { return p.guarded(f, kind, p.convert) }

// TooSlow is the result for a file that was given up after the time limit: the
// conversion of Markdown cannot be interrupted.
func TooSlow(path string, kind plan.Kind) Result {
	return failed(path, kind, ruleTooSlow.At(source.Pos{File: path, Line: 1, Column: 1}, diag.T(
		"văn bản không dịch xong trong %v", "the document was not converted within %v", Limit)).WithHint(diag.T(
		"tìm đoạn có rất nhiều dấu *, _, [, > hoặc ` liền nhau và viết lại", "look for a passage with very many *, _, [, > or ` and write it anew")))
}

// guarded keeps a panic of a library within the document that caused it.
func (p *Parser) guarded(f *source.File, kind plan.Kind, convert func(*source.File, plan.Kind) Result) (r Result) {
	defer func() {
		if v := recover(); v != nil {
			r = failed(f.Path, kind, rulePanic.At(f.At(0), diag.T(
				"lỗi trong chương trình khi đọc tệp này: %[1]v (%[2]s)", "a fault in the program while reading this file: %[1]v (%[2]s)",
				v, caller(debug.Stack()))).WithHint(diag.T(
				"gửi tệp này cho những người làm planpress", "send this file to those who make planpress")))
		}
	}()
	return convert(f, kind)
}

func (p *Parser) convert(f *source.File, kind plan.Kind) Result {
	doc, body, findings := frontmatter.Document(f, kind)
	conv := p.converters[p.opts.Lang]
	lang, _, _ := strings.Cut(doc.Lang, "-") // en of en-GB
	if c, ok := p.converters[diag.Lang(lang)]; ok {
		conv = c
	}
	text := conv.Convert(f, body)
	doc.TextSHA256 = sha256.Sum256(ownText(f.Data[body:]))
	doc.Words, doc.Anchors, doc.Links, doc.Citations = text.Words, plan.AnchorsOf(text.Anchors...), text.Links, text.Cites
	findings = append(findings, text.Findings...)
	for _, t := range text.Marked {
		findings = append(findings, addTable(doc, t)...)
	}
	return Result{Document: doc, Body: text.Body, Findings: findings}
}

// ownText is a body without the empty lines around it, which say nothing.
func ownText(body []byte) []byte {
	return bytes.TrimRight(bytes.TrimLeft(body, "\n"), " \t\n")
}

func failed(path string, kind plan.Kind, finding diag.Finding) Result {
	return Result{Document: &plan.Document{Path: path, Kind: kind}, Findings: []diag.Finding{finding}}
}

var (
	ruleTooSlow = &diag.Rule{Code: "P190", Name: "too-slow", Severity: diag.Error,
		Title: diag.T("Văn bản mất quá nhiều thời gian", "A document takes too long"),
		Why: diag.T("Một vài dãy ký hiệu Markdown làm bộ chuyển đổi chạy rất lâu. Văn bản thật không gặp giới hạn này.",
			"A few runs of Markdown signs keep the converter busy for very long. Real documents do not meet this limit.")}
	rulePanic = &diag.Rule{Code: "P191", Name: "internal-fault", Severity: diag.Error,
		Title: diag.T("Lỗi của chương trình", "A fault in the program"),
		Why: diag.T("Đây là lỗi của planpress, không phải của người viết; các văn bản khác không bị ảnh hưởng.",
			"This is a fault of planpress, not of the author; other documents are not affected.")}
)

// Rules lists what this package looks for.
func Rules() []*diag.Rule { return []*diag.Rule{ruleTooSlow, rulePanic} }
