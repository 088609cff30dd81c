// Package arch holds no code: its test keeps the imports of the other packages
// going one way.
package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// only says which package alone may use a module; each program has a command
// line, rating/command that of the second. What is measured against (package
// bench/floor) is not part of the program.
var only = map[string]string{
	"github.com/yuin/goldmark":      "prose",
	"gopkg.in/yaml.v3":              "frontmatter",
	"github.com/fsnotify/fsnotify":  "preview",
	"github.com/tdewolff/minify/v2": "asset",
	"github.com/alecthomas/kong":    "cli",
	"golang.org/x/text":             "viet",
	"golang.org/x/image":            "attachment",
	"golang.org/x/term":             "cli",
	"modernc.org/sqlite":            "rating/store",
	"github.com/jackc/pgx/v5":       "rating/store",
}

func TestImportsGoOneWay(t *testing.T) {
	rules := table(t)
	for name, imports := range packages(t) {
		may, known := rules[name]
		if !known {
			t.Errorf("package %s is not in the table of allowed imports", name)
			continue
		}
		for _, imp := range imports {
			if name == "bench/floor" && strings.HasPrefix(imp, "github.com/yuin/goldmark") || name == "rating/command" && imp == "github.com/alecthomas/kong" {
				continue
			}
			if local, ok := strings.CutPrefix(imp, "planpress/"); ok {
				local = strings.TrimPrefix(local, "internal/")
				if !slices.Contains(may, local) {
					t.Errorf("%s imports %s, which the table does not allow", name, local)
				}
				continue
			}
			for module, owner := range only {
				if (imp == module || strings.HasPrefix(imp, module+"/")) && name != owner {
					t.Errorf("%s imports %s, which belongs to %s alone", name, module, owner)
				}
			}
		}
	}
}

func TestTableHasNoCycle(t *testing.T) {
	rules := table(t)
	state := map[string]int{}
	var visit func(name string)
	visit = func(name string) {
		if state[name] == 1 {
			t.Fatalf("the table allows a cycle through %s", name)
		}
		if state[name] == 2 {
			return
		}
		state[name] = 1
		for _, imp := range rules[name] {
			visit(imp)
		}
		state[name] = 2
	}
	for name := range rules {
		visit(name)
	}
}

// table reads what each package may import of this module from
// ARCHITECTURE.md: the lines of the block that follows the word "imports", a
// package, a colon, and packages.
func table(t *testing.T) map[string][]string {
	t.Helper()
	page, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```imports\n")
	allowed, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("ARCHITECTURE.md has no block of imports")
	}
	rules := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(allowed)) {
		name, imports, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("bad line in the table: %q", line)
		}
		rules[strings.TrimSpace(name)] = strings.Fields(imports)
	}
	return rules
}

// packages gives the imports of every package of the module, tests left out.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	root := filepath.Join("..", "..")
	out := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (strings.HasPrefix(e.Name(), ".") && file != root || e.Name() == "testdata" || e.Name() == "public") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(path.Clean(filepath.ToSlash(rel)), "internal/")
		for _, spec := range f.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if !slices.Contains(out[name], imp) {
				out[name] = append(out[name], imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 10 {
		t.Fatalf("only %d packages found: the walk went wrong", len(out))
	}
	return out
}
