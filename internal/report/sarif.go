package report

import (
	"io"
	"net/url"
	"slices"

	"planpress/internal/diag"
)

// SARIF 2.1.0, the parts that code scanning services read.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string      `json:"id"`
		Name  string      `json:"name"`
		Short sarifText   `json:"shortDescription"`
		Full  sarifText   `json:"fullDescription"`
		Level sarifConfig `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

func writeSARIF(w io.Writer, findings []diag.Finding, opts Options) error {
	rules := slices.Clone(opts.Rules)
	for _, f := range findings {
		if !slices.Contains(rules, f.Rule) {
			rules = append(rules, f.Rule)
		}
	}
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "planpress", Version: opts.Version, Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{ID: r.Code, Name: r.Name,
			Short: sarifText{r.Title.In(opts.Lang)}, Full: sarifText{r.Why.In(opts.Lang)},
			Level: sarifConfig{r.Severity.String()}})
	}
	for _, f := range findings {
		run.Results = append(run.Results, sarifResultOf(f, slices.Index(rules, f.Rule), opts))
	}
	return encode(w, sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifResultOf(f diag.Finding, rule int, opts Options) sarifResult {
	message := f.Message.In(opts.Lang)
	if hint := f.Hint.In(opts.Lang); hint != "" {
		message += "\n" + hint
	}
	out := sarifResult{RuleID: f.Rule.Code, RuleIndex: rule, Level: f.Rule.Severity.String(), Message: sarifText{message}}
	if f.Pos.File == "" {
		return out
	}
	at := sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: opts.file(f)}).String()}}
	if f.Pos.Line > 0 {
		at.Region = &sarifRegion{f.Pos.Line, f.Pos.Column}
	}
	out.Locations = []sarifLocation{{at}}
	return out
}
