package catalog

import (
	"embed"
	"io/fs"
)

//go:embed schemas/*.json
var schemas embed.FS

// SchemasDir is the folder of the schemas, from the site's root.
const SchemasDir = "schemas/"

// Schemas gives the JSON Schemas of the site's own JSON files, by their names
// from the site's root.
//
// Source: JSON Schema, draft 2020-12.
func Schemas() (map[string][]byte, error) {
	entries, err := schemas.ReadDir("schemas")
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, e := range entries {
		data, err := fs.ReadFile(schemas, "schemas/"+e.Name())
		if err != nil {
			return nil, err
		}
		out[SchemasDir+e.Name()] = data
	}
	return out, nil
}
