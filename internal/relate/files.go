package relate

import (
	"path"
	"slices"
	"strings"

	"planpress/internal/attachment"
	"planpress/internal/plan"
)

// UsedFiles tells which of the files that could be attachments a document
// declares or links to. Only these are looked into and published. The result
// is in the order of files.
func UsedFiles(docs []*plan.Document, files []string) []string {
	used := map[string]bool{}
	for _, d := range docs {
		for _, a := range d.Attachments {
			used[attachmentPath(d, a.File)] = true
		}
		for _, l := range d.Links {
			used[linkPath(d, l.Dest)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(files), func(f string) bool { return !used[f] })
}

// folder is a document's own folder: its path without ".md".
func folder(d *plan.Document) string { return strings.TrimSuffix(d.Path, ".md") }

// attachmentPath is where a declared attachment lies, from the site's folder.
func attachmentPath(d *plan.Document, file string) string { return path.Join(folder(d), file) }

// linkPath is what a link of a body names, from the site's folder: relative
// to the Markdown file, so that editors' own previews follow it too, or, with
// a slash at the front, to the folder content. It is "" for a link that leaves
// the folder content, and the document's own path for an empty dest.
func linkPath(d *plan.Document, dest string) string {
	if dest == "" {
		return d.Path
	}
	p := path.Join(path.Dir(d.Path), dest)
	if strings.HasPrefix(dest, "/") {
		p = path.Join(contentDir, dest)
	}
	if !strings.HasPrefix(p+"/", contentDir) {
		return ""
	}
	return p
}

// owner gives the document that a file belongs to, also one that is held back:
// the one whose folder holds it, the nearest one where folders are nested.
func (r *relater) owner(file string) *Entry {
	for dir := path.Dir(file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if e := r.at(dir + ".md"); e != nil {
			return e
		}
	}
	return nil
}

// fileURL is the address of a file in its owner's folder. Names keep their
// case and marks: they are what a citizen saves to disk.
func fileURL(owner *Entry, file string) string {
	return owner.URL + strings.TrimPrefix(file, folder(owner.Document)+"/")
}

// File is a file that is published with the documents.
type File struct {
	URL  string // from the site's root
	Info *attachment.Info
}

// Files lists the files that shown documents declare or link to, by URL.
// Those of withdrawn documents are withdrawn with them.
func (s *Site) Files() []File {
	byURL := map[string]*attachment.Info{}
	for _, entries := range [][]*Entry{s.Documents, s.Pages} {
		for _, e := range entries {
			for _, a := range e.Attachments {
				byURL[a.URL] = a.Info
			}
			for _, t := range e.Links {
				if t.File != nil {
					byURL[t.URL] = t.File
				}
			}
		}
	}
	out := make([]File, 0, len(byURL))
	for url, info := range byURL {
		out = append(out, File{url, info})
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.URL, b.URL) })
	return out
}
