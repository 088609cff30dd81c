package asset

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"planpress/internal/theme"
)

// joinStyles puts the styles of a theme into one, in order. The first must
// begin with the one @layer line that says which layer wins: without it the
// order of files would.
func joinStyles(files []theme.File) (theme.File, error) {
	all := theme.File{Name: theme.SiteCSS}
	for i, f := range files {
		if i == 0 {
			all.Path = f.Path
			if rest := skipComments(string(f.Data)); !strings.HasPrefix(rest, "@layer ") {
				return all, fmt.Errorf("%s: the first style must begin with @layer and the names of all layers", f.Path)
			}
		}
		all.Data = append(append(all.Data, f.Data...), '\n')
		if err := checkStyle(f); err != nil {
			return all, err
		}
	}
	return all, nil
}

// checkStyle reports a style that names other files.
func checkStyle(f theme.File) error {
	if lower := bytes.ToLower(f.Data); !bytes.Contains(lower, []byte("url(")) && !bytes.Contains(lower, []byte("@import")) {
		return nil // what the expressions look for takes them long
	}
	rules := comments.ReplaceAll(f.Data, nil)
	if bad := inside.Find(rules); bad != nil {
		return fmt.Errorf("%s: the site's policy allows no data in styles, but this one has %s; put it into images/ and show it with img", f.Path, bad)
	}
	if bad := outside.FindSubmatch(rules); bad != nil {
		return fmt.Errorf("%s: a style cannot name other files, their names change with their content, but this one has %s", f.Path, bad[0])
	}
	return nil
}

var (
	comments = regexp.MustCompile(`(?s)/\*.*?\*/`)
	inside   = regexp.MustCompile(`(?i)\burl\(\s*["']?data:`)
	// outside finds what loads another file: an address that is neither data
	// nor a part of the page.
	outside = regexp.MustCompile(`(?i)@import\b|\burl\(\s*["']?(?:[^d#"'\s]|d[^a])[^)]*\)?`)
)

// skipComments gives a style from its first rule on.
func skipComments(s string) string {
	for {
		s = strings.TrimLeft(s, " \t\r\n")
		rest, ok := strings.CutPrefix(s, "/*")
		if !ok {
			return s
		}
		_, s, _ = strings.Cut(rest, "*/")
	}
}

func minifyCSS(f theme.File) ([]byte, error) {
	var out bytes.Buffer
	if err := (&css.Minifier{}).Minify(minify.New(), &out, bytes.NewReader(f.Data), nil); err != nil {
		return nil, fmt.Errorf("minify %s: %w", f.Path, err)
	}
	return out.Bytes(), nil
}

func minifyJS(f theme.File) ([]byte, error) {
	var out bytes.Buffer
	if err := (&js.Minifier{}).Minify(minify.New(), &out, bytes.NewReader(f.Data), nil); err != nil {
		return nil, fmt.Errorf("minify %s: %w", f.Path, err)
	}
	return out.Bytes(), nil
}

func sortFiles(files []File) {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}
