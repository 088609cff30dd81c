// Package render makes the bytes of a site: pages of views and a theme, and
// the feed, the sitemap and robots.txt of plain structs.
//
// A page is a pure function of the theme, the assets and the view.
package render

import (
	"fmt"
	"reflect"

	"planpress/internal/asset"
	"planpress/internal/compile"
	"planpress/internal/theme"
	"planpress/internal/view"
)

// Renderer makes pages. It is safe for concurrent use.
type Renderer struct {
	layouts map[string]*compile.Program
}

// Options say how pages are made.
type Options struct {
	// Compact leaves out white space of the templates that no reader sees. It
	// is done once, here, and costs the pages nothing.
	Compact bool
}

// New prepares all layouts of a theme. The error names file and line of a
// template that cannot be used.
func New(t *theme.Theme, assets *asset.Set, opts Options) (*Renderer, error) {
	r := &Renderer{layouts: map[string]*compile.Program{}}
	funcs := t.Funcs(assets.Assets())
	for _, l := range theme.Layouts() {
		entry, trees := t.Layout(l.Name)
		if opts.Compact {
			trees = compile.Compact(entry, trees)
		}
		program, err := compile.New(entry, trees, funcs, reflect.TypeFor[*view.Page]())
		if err != nil {
			return nil, fmt.Errorf("prepare the layout %s: %w", l.Name, err)
		}
		r.layouts[l.Name] = program
	}
	return r, nil
}

// Page makes one page and appends it to dst. The error names file and line of
// the template, and the page by its title.
func (r *Renderer) Page(dst []byte, layout string, p *view.Page) ([]byte, error) {
	program := r.layouts[layout]
	if program == nil {
		return nil, fmt.Errorf("render the page %q: there is no layout %q", p.Title, layout)
	}
	html, err := program.Append(dst, p)
	if err != nil {
		return nil, fmt.Errorf("render the page %q: %w", p.Title, err)
	}
	return html, nil
}
