// Package hugo writes the documents of package bench as a site for Hugo, with
// layouts that show what the pages of this project show: metadata, contents,
// targets, tasks, attachments, neighbours by issuer; lists by issuer, field,
// year and type; feeds and a sitemap.
package hugo

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"

	"planpress/internal/bench"
)

//go:embed all:hugo.yaml all:layouts
var theme embed.FS

// Write writes a site of n documents into a folder.
func Write(dir string, seed uint64, n int) error {
	if err := settings(dir); err != nil {
		return err
	}
	return bench.Each(n, func(i int) error {
		files, err := Document(bench.Make(seed, i))
		if err != nil {
			return err
		}
		return bench.Put(dir, files)
	})
}

func settings(dir string) error {
	return fs.WalkDir(theme, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := theme.ReadFile(name)
		if err != nil {
			return err
		}
		return bench.Put(dir, []bench.File{{Path: name, Data: data}})
	})
}

// Document makes the files of a document, itself first. One with attachments
// is a bundle.
func Document(d bench.Doc) ([]bench.File, error) {
	// JSON is YAML, and needs no care for colons and quotes.
	head, err := json.Marshal(map[string]any{
		"title": d.Title, "date": d.Issued, "description": d.Summary,
		"fields": d.Fields, "issuers": []string{bench.Ward(d.Body)}, "years": []string{fmt.Sprint(d.Year)}, "kinds": []string{"Kế hoạch"},
		"params": map[string]any{
			"number": d.Number, "from": d.Year, "to": d.Year + 1, "signer": "Nguyễn Văn A", "position": "Chủ tịch",
			"targets": d.Targets, "tasks": d.Tasks,
		},
	})
	if err != nil {
		return nil, err
	}
	text := []byte("---\n" + string(head) + "\n---\n\n" + d.Text)
	folder := fmt.Sprintf("content/plans/%d/%s", d.Year, d.Name)
	if len(d.Files) == 0 {
		return []bench.File{{Path: folder + ".md", Data: text}}, nil
	}
	files := []bench.File{{Path: folder + "/index.md", Data: text}}
	for _, f := range d.Files {
		files = append(files, bench.File{Path: folder + "/" + f.Path, Data: f.Data})
	}
	return files, nil
}
