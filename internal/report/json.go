package report

import (
	"encoding/json"
	"io"

	"planpress/internal/diag"
)

type jsonReport struct {
	Version  int           `json:"version"` // of this format
	Findings []jsonFinding `json:"findings"`
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
	Notes    int           `json:"notes"`
}

type jsonFinding struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Severity string `json:"severity"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func writeJSON(w io.Writer, findings []diag.Finding, opts Options) error {
	n := diag.CountOf(findings)
	out := jsonReport{Version: 1, Findings: []jsonFinding{}, Errors: n.Errors, Warnings: n.Warnings, Notes: n.Notes}
	for _, f := range findings {
		out.Findings = append(out.Findings, jsonFinding{
			Code: f.Rule.Code, Name: f.Rule.Name, Severity: f.Rule.Severity.String(),
			File: opts.file(f), Line: f.Pos.Line, Column: f.Pos.Column,
			Message: f.Message.In(opts.Lang), Hint: f.Hint.In(opts.Lang),
		})
	}
	return encode(w, out)
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
