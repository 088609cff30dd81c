package report

import (
	"encoding/json"
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/source"
)

var rule = &diag.Rule{Code: "P999", Name: "sample", Severity: diag.Error,
	Title: diag.T("Mẫu", "Sample"), Why: diag.T("Vì sao", "Why")}

func findings() []diag.Finding {
	return []diag.Finding{
		rule.At(source.Pos{File: "content/plans/a, b.md", Line: 4, Column: 9}, diag.T("sai 100%% \u202e\x1b[31m", "wrong 100%% \u202e\x1b[31m")).WithHint(diag.T("sửa\nlại", "mend\nit")),
		rule.At(source.Pos{}, diag.T("cả trang", "the whole site")),
	}
}

func write(t *testing.T, format Format, opts Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, format, findings(), opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	want := "site/content/plans/a, b.md:4:9: error: wrong 100%% \uFFFD\uFFFD[31m [P999]\n    hint: mend\n    it\nerror: the whole site [P999]\n"
	if got := write(t, Text, Options{Prefix: "site"}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := write(t, Text, Options{Lang: diag.VI, Color: true}); !strings.Contains(got, red+"lỗi"+reset+": sai") {
		t.Errorf("Vietnamese with colour: %q", got)
	}
}

func TestGitHubEscapes(t *testing.T) {
	want := "::error title=P999 Sample,file=content/plans/a%2C b.md,line=4,col=9::wrong 100%25%25 \uFFFD\uFFFD[31m%0Amend%0Ait\n::error title=P999 Sample::the whole site\n"
	if got := write(t, GitHub, Options{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJSON(t *testing.T) {
	var got jsonReport
	if err := json.Unmarshal([]byte(write(t, JSON, Options{})), &got); err != nil {
		t.Fatal(err)
	}
	if got.Errors != 2 || len(got.Findings) != 2 || got.Findings[0].Line != 4 || got.Findings[0].File != "content/plans/a, b.md" {
		t.Errorf("got %+v", got)
	}
	var b strings.Builder
	if err := Write(&b, JSON, nil, Options{}); err != nil || !strings.Contains(b.String(), `"findings": []`) {
		t.Errorf("no findings must be an empty list, got %s (%v)", b.String(), err)
	}
}

func TestSARIF(t *testing.T) {
	other := &diag.Rule{Code: "P001", Severity: diag.Note}
	var log sarifLog
	if err := json.Unmarshal([]byte(write(t, SARIF, Options{Rules: []*diag.Rule{other, rule}})), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	r := run.Results[0]
	if log.Version != "2.1.0" || run.Tool.Driver.Rules[r.RuleIndex].ID != "P999" || r.Level != "error" {
		t.Errorf("a result does not point to its rule: %+v", r)
	}
	if at := r.Locations[0].Physical; at.Artifact.URI != "content/plans/a,%20b.md" || at.Region.StartLine != 4 || at.Region.StartColumn != 9 {
		t.Errorf("location %+v", at)
	}
	if len(run.Results[1].Locations) != 0 {
		t.Error("a finding of the whole site has no location")
	}
}
