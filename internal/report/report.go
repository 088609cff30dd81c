// Package report writes findings for the people and the programs that read
// them: as text for a terminal, as JSON, as GitHub workflow commands, and as
// SARIF 2.1.0.
package report

import (
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"planpress/internal/diag"
)

// Format names a way of writing.
type Format string

const (
	Text   Format = "text"
	JSON   Format = "json"
	GitHub Format = "github"
	SARIF  Format = "sarif"
)

// Options say how findings are written. The zero value is English without
// colour.
type Options struct {
	Lang    diag.Lang
	Color   bool         // of Text
	Prefix  string       // put before every file: the way from the working folder to the site's
	Version string       // of the program, for SARIF
	Rules   []*diag.Rule // the whole catalogue, for SARIF
}

// Write writes the findings in their order.
func Write(w io.Writer, format Format, findings []diag.Finding, opts Options) error {
	var err error
	switch format {
	case JSON:
		err = writeJSON(w, findings, opts)
	case GitHub:
		err = writeGitHub(w, findings, opts)
	case SARIF:
		err = writeSARIF(w, findings, opts)
	default:
		err = writeText(w, findings, opts)
	}
	if err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	return nil
}

// file gives the name under which a finding's file is found from the working
// folder.
func (o Options) file(f diag.Finding) string {
	if f.Pos.File == "" || o.Prefix == "" || o.Prefix == "." {
		return f.Pos.File
	}
	return path.Join(o.Prefix, f.Pos.File)
}

// clean takes out of a message, which may quote a document, what a terminal
// would obey: control characters and marks that turn the reading direction.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return '\uFFFD'
		}
		return r
	}, s)
}
