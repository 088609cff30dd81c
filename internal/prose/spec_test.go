package prose

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// specExample is one example of the CommonMark specification, as goldmark's
// module carries them.
type specExample struct {
	Markdown string
	HTML     string
	Example  int
	Section  string
}

// commonMarkSpec reads the examples of CommonMark 0.31.2 from goldmark's own
// module, so that they follow its version and are not copied.
func commonMarkSpec(t *testing.T) []specExample {
	t.Helper()
	cmd := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark")
	cmd.Stderr = os.Stderr
	dir, err := cmd.Output()
	if err != nil {
		t.Fatalf("finding goldmark's module: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []specExample
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) != 652 {
		t.Fatalf("there are %d examples, want the 652 of CommonMark 0.31.2", len(examples))
	}
	return examples
}

func fragmentOf(t *testing.T, p Profile, markdown string) string {
	t.Helper()
	html, err := Fragment(p, []byte(markdown))
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

func TestCommonMarkSpec(t *testing.T) {
	for _, e := range commonMarkSpec(t) {
		if got := fragmentOf(t, CommonMark, e.Markdown); got != e.HTML {
			t.Errorf("example %d (%s)\n%q\ngives\n%q\nwant\n%q", e.Example, e.Section, e.Markdown, got, e.HTML)
		}
	}
}

// gfmDifferences are the examples of CommonMark that have another meaning in
// GFM, with the reason.
var gfmDifferences = map[int]string{
	170: rawTag, 171: rawTag, 172: rawTag, 173: rawTag, 176: rawTag, 178: rawTag,
	608: bareAddress, 611: bareAddress, 612: bareAddress,
}

const (
	rawTag      = "GFM 6.11 takes the < from tags such as <script>, <style> and <textarea>"
	bareAddress = "GFM 6.9 makes a link of an address that stands in the text"
)

func TestGFMDifferences(t *testing.T) {
	for _, e := range commonMarkSpec(t) {
		same := fragmentOf(t, GFM, e.Markdown) == e.HTML
		reason, known := gfmDifferences[e.Example]
		switch {
		case same && known:
			t.Errorf("example %d gives what CommonMark wants, but is said to differ: %s", e.Example, reason)
		case !same && !known:
			t.Errorf("example %d (%s)\n%q\ngives\n%q\nand CommonMark wants\n%q", e.Example, e.Section, e.Markdown, fragmentOf(t, GFM, e.Markdown), e.HTML)
		}
	}
}
