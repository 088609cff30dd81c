// Package themes carries the themes that are part of the program.
package themes

import "embed"

// FS holds one folder for each theme.
//
//go:embed all:default all:plain
var FS embed.FS
