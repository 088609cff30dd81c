package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"planpress/internal/diag"
)

var githubCommand = [...]string{diag.Note: "notice", diag.Warning: "warning", diag.Error: "error"}

// The escapes of GitHub's workflow commands: a message keeps its line ends as
// %0A, and a property its colons and commas besides.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func writeGitHub(w io.Writer, findings []diag.Finding, opts Options) error {
	b := bufio.NewWriter(w)
	for _, f := range findings {
		props := []string{"title=" + githubProperty.Replace(f.Rule.Code+" "+f.Rule.Title.In(opts.Lang))}
		if file := opts.file(f); file != "" {
			props = append(props, "file="+githubProperty.Replace(file))
		}
		if f.Pos.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", f.Pos.Line))
		}
		if f.Pos.Column > 0 {
			props = append(props, fmt.Sprintf("col=%d", f.Pos.Column))
		}
		message := clean(f.Message.In(opts.Lang))
		if hint := clean(f.Hint.In(opts.Lang)); hint != "" {
			message += "\n" + hint
		}
		fmt.Fprintf(b, "::%s %s::%s\n", githubCommand[f.Rule.Severity], strings.Join(props, ","), githubData.Replace(message))
	}
	return b.Flush()
}
