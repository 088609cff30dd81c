// Package asset makes the files that pages load from a theme's styles, scripts
// and images.
//
// All styles become one file, all components' scripts another; sheets stay files
// of their own, for pages that ask for them. All are minified, and every file's name carries the beginning of the hash of its
// content, so that a browser may keep it for ever. The script of the head is
// minified as well and given with its hash, for the site's policy. This is the
// only package that uses a minifier.
package asset

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"planpress/internal/policy"
	"planpress/internal/theme"
)

// Dir is the folder of all assets in the site.
const Dir = "assets"

// hashLen is how many hexadecimal digits of a content's hash a name carries.
const hashLen = 10

// File is a file of the site. Path is from the site's root, with slashes.
type File struct {
	Path string
	Data []byte
}

// Set is all assets of a site. It is not changed after Build, but that Service is
// set.
type Set struct {
	Files    []File      // by path
	Boot     template.JS // the script in the head of every page; "" where the theme has none
	BootHash string      // of Boot, as a policy has it: "sha256-…" in base64
	Service  string      // origin that pages may send forms to and ask, beside the site's own; "" where there is none

	urls map[string]string
}

// Build makes the assets of a theme, and of scripts that are not the theme's. The
// same theme gives the same bytes.
func Build(t *theme.Theme, scripts ...theme.File) (*Set, error) {
	s := &Set{urls: map[string]string{}}
	if err := s.addStyles(t.Styles); err != nil {
		return nil, err
	}
	if err := s.addScript(theme.SiteJS, t.Scripts...); err != nil {
		return nil, err
	}
	for _, f := range t.Extra {
		if err := s.addExtra(f); err != nil {
			return nil, err
		}
	}
	for _, f := range scripts {
		if err := s.addScript(f.Name, f); err != nil {
			return nil, err
		}
	}
	if err := s.addBoot(t.Boot); err != nil {
		return nil, err
	}
	sortFiles(s.Files)
	return s, nil
}

// addBoot makes the script of the head, where the theme has one.
func (s *Set) addBoot(f theme.File) error {
	if f.Data == nil {
		return nil
	}
	boot, err := minifyBoot(f)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(boot)
	s.Boot, s.BootHash = template.JS(boot), "sha256-"+base64.StdEncoding.EncodeToString(sum[:])
	return nil
}

// URL gives the address of an asset by its name in the theme, from the site's
// root: "assets/site.0123456789.css" for "site.css".
func (s *Set) URL(name string) (string, bool) {
	url, ok := s.urls[name]
	return url, ok
}

// Assets is the set as templates use it.
func (s *Set) Assets() theme.Assets {
	return theme.Assets{URL: s.URL, Boot: s.Boot, Policy: policy.Meta(policy.Site{Boot: s.BootHash, Service: s.Service})}
}

func (s *Set) add(name string, data []byte) {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	file := path.Join(Dir, strings.TrimSuffix(name, ext)+"."+hex.EncodeToString(sum[:])[:hashLen]+ext)
	s.urls[name] = file
	s.Files = append(s.Files, File{Path: file, Data: data})
}

func (s *Set) addStyles(files []theme.File) error {
	all, err := joinStyles(files)
	if err != nil {
		return err
	}
	css, err := minifyCSS(all)
	if err != nil {
		return err
	}
	s.add(theme.SiteCSS, css)
	return nil
}

// addExtra makes a file of its own.
func (s *Set) addExtra(f theme.File) error {
	switch path.Ext(f.Name) {
	case ".js":
		return s.addScript(f.Name, f)
	case ".css":
		if err := checkStyle(f); err != nil {
			return err
		}
		css, err := minifyCSS(f)
		if err != nil {
			return err
		}
		f.Data = css
	}
	s.add(f.Name, f.Data)
	return nil
}

// addScript makes one file of scripts. Each stands in a block of its own, so
// that what one declares is not in the way of another.
func (s *Set) addScript(name string, files ...theme.File) error {
	var out []byte
	for _, f := range files {
		f.Data = slices.Concat([]byte("{"), f.Data, []byte("\n}"))
		js, err := minifyJS(f)
		if err != nil {
			return err
		}
		if len(js) == 0 {
			continue
		}
		out = append(append(out, js...), '\n')
	}
	s.add(name, out)
	return nil
}

// minifyBoot makes the script of the head, which stands inside a <script>
// element and so must not end it.
func minifyBoot(f theme.File) ([]byte, error) {
	js, err := minifyJS(f)
	if err != nil {
		return nil, err
	}
	for _, bad := range []string{"</", "<!--"} {
		if i := bytes.Index(js, []byte(bad)); i >= 0 {
			return nil, fmt.Errorf("%s: a script in the page cannot contain %q", f.Path, bad)
		}
	}
	return js, nil
}
