package report

import (
	"bufio"
	"io"
	"strings"

	"planpress/internal/diag"
)

const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	blue   = "\x1b[1;34m"
	reset  = "\x1b[0m"
)

var severityColor = [...]string{diag.Note: blue, diag.Warning: yellow, diag.Error: red}

var severityWord = [...]diag.Text{
	diag.Note:    {VI: "lưu ý", EN: "note"},
	diag.Warning: {VI: "cảnh báo", EN: "warning"},
	diag.Error:   {VI: "lỗi", EN: "error"},
}

// writeText writes a line a finding, as compilers do, so that editors can
// jump to the place, and its hint on a line of its own.
func writeText(w io.Writer, findings []diag.Finding, opts Options) error {
	b := bufio.NewWriter(w)
	paint := func(color, s string) string {
		if !opts.Color {
			return s
		}
		return color + s + reset
	}
	for _, f := range findings {
		pos := f.Pos
		pos.File = opts.file(f)
		if at := pos.String(); at != "" {
			b.WriteString(paint(bold, clean(at)) + ": ")
		}
		b.WriteString(paint(severityColor[f.Rule.Severity], severityWord[f.Rule.Severity].In(opts.Lang)))
		b.WriteString(": " + clean(f.Message.In(opts.Lang)) + " [" + f.Rule.Code + "]\n")
		if hint := clean(f.Hint.In(opts.Lang)); hint != "" {
			word := diag.T("gợi ý", "hint").In(opts.Lang)
			b.WriteString("    " + word + ": " + strings.ReplaceAll(hint, "\n", "\n    ") + "\n")
		}
	}
	return b.Flush()
}
