package scaffold

import (
	"embed"
	"io/fs"

	"planpress/internal/diag"
)

//go:embed all:site
var sites embed.FS

// Site gives the files of a small new site in a language, paths relative to
// the site's folder: settings, bodies, documents cited, abbreviations, a plan
// and a page, all of an invented ward. It builds without a finding.
func Site(lang diag.Lang) fs.FS {
	dir := "site/vi"
	if lang == diag.EN {
		dir = "site/en"
	}
	files, err := fs.Sub(sites, dir)
	if err != nil { // never: the path is one of the two above
		return embed.FS{}
	}
	return files
}
