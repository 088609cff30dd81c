package conformance

import (
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// listRole is why a list has a role that it has by itself.
const listRole = "VoiceOver does not say that a list is one when its markers are made by the style; the role brings that back"

// nuReasons are the messages of the Nu HTML checker that are no faults.
var nuReasons = []reason{
	{`Resource violates Content Security Policy \(meta tag\): (external (stylesheet|script)|image) “\.{0,2}/`,
		"the checker reads files, and a file has no origin that 'self' could mean; that browsers report nothing is tested with browsers"},
	{`The “list” role is unnecessary for element “[ou]l”`, listRole},
}

// validateReasons are the messages of html-validate that are no faults.
var validateReasons = []reason{
	{`: long-title: `, "the title of a document is its own; nothing may be cut from it"},
	{`: no-redundant-role: Redundant role "list" on <[ou]l>`, listRole},
	{`: prefer-native-element: Prefer to use the native <ul> element`, listRole},
	{`: prefer-native-element: Prefer to use the native <section> element`, "the frame in which a wide table scrolls is no section of the text"},
}

// faulty is a page that both checkers must object to.
const faulty = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Trang</title></head>
<body><h1>Một</h1><p id="a">Hai</p><p id="a">Ba<img src="x.png"></p><center>Bốn</center></body></html>
`

func TestMarkup(t *testing.T) {
	node := modules(t)
	for _, theme := range themesToCheck(t) {
		public := publishSite(t, theme, "https://ke-hoach.example/")
		htmlFiles(t, public)
		t.Run("Nu, "+theme, func(t *testing.T) { judge(t, nu(t, node, public), nuReasons) })
		t.Run("html-validate, "+theme, func(t *testing.T) { judge(t, validate(t, node, public), validateReasons) })
	}
}

func TestMarkupCheckersBite(t *testing.T) {
	node := modules(t)
	public := t.TempDir()
	if err := os.WriteFile(filepath.Join(public, "index.html"), []byte(faulty), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Run("Nu", func(t *testing.T) {
		wantFound(t, nu(t, node, public), "Duplicate ID", "alt", "center")
	})
	t.Run("html-validate", func(t *testing.T) {
		wantFound(t, validate(t, node, public), "no-dup-id", "wcag/h37", "deprecated")
	})
}

// nu runs the Nu HTML checker over every page in a folder.
func nu(t *testing.T, node, public string) []message {
	t.Helper()
	java := program(t, "Java runtime", "java")
	jar := filepath.Join(node, "vnu-jar", "build", "dist", "vnu.jar")
	_, report := run(t, exec.Command(java, "-jar", jar, "--Werror", "--format", "json", "--skip-non-html", public))
	var found struct {
		Messages []struct {
			URL, Type, SubType, Message string
			LastLine, FirstColumn       int
		}
	}
	decode(t, report, &found)
	var messages []message
	for _, m := range found.Messages {
		rule := m.SubType
		if rule == "" {
			rule = m.Type
		}
		messages = append(messages, message{relative(t, public, m.URL), m.LastLine, m.FirstColumn, rule, m.Message})
	}
	return messages
}

// validate runs html-validate over every page in a folder.
func validate(t *testing.T, node, public string) []message {
	t.Helper()
	script := filepath.Join(node, "html-validate", "bin", "html-validate.mjs")
	cmd := exec.Command(program(t, "Node.js", "node"), script, "--config", "testdata/html-validate.json", "--formatter", "json", filepath.Join(public, "**", "*.html"))
	report, _ := run(t, cmd)
	var found []struct {
		FilePath string
		Messages []struct {
			RuleID, Message string
			Line, Column    int
		}
	}
	decode(t, report, &found)
	var messages []message
	for _, f := range found {
		for _, m := range f.Messages {
			messages = append(messages, message{relative(t, public, f.FilePath), m.Line, m.Column, m.RuleID, m.Message})
		}
	}
	return messages
}

// run gives what a program printed. That it ended with a status other than 0
// is no error: checkers do so when they find something. It prints to files,
// because Node.js programs may end before a pipe took all they said.
func run(t *testing.T, cmd *exec.Cmd) (stdout, stderr []byte) {
	t.Helper()
	dir := t.TempDir()
	create := func(name string) *os.File {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	out, complaints := create("out"), create("err")
	defer out.Close()
	defer complaints.Close()
	cmd.Stdout, cmd.Stderr = out, complaints
	var status *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &status) {
		t.Fatal(err)
	}
	return contents(t, out), contents(t, complaints)
}

func contents(t *testing.T, f *os.File) []byte {
	t.Helper()
	data, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// decode fails where a checker printed anything else than its report, such as
// why it could not start.
func decode(t *testing.T, report []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(report, into); err != nil {
		t.Fatalf("no report: %v\n%s", err, report)
	}
}

// relative gives a page's path from the site's folder, of its path or file URL.
func relative(t *testing.T, public, name string) string {
	t.Helper()
	if u, err := url.Parse(name); err == nil && u.Scheme == "file" {
		name = u.Path
	}
	rel, err := filepath.Rel(public, name)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}
