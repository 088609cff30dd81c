// Package content finds and reads what editors wrote: the files of a site's
// content folder, made into normalised text.
//
// It reads through an fs.FS that cannot leave the site's folder (rooted's),
// follows no link to a folder, and publishes nothing by itself: a file that no
// document declares or links to stays where it is.
package content

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/par"
	"planpress/internal/plan"
	"planpress/internal/source"
	"planpress/internal/stamp"
	"planpress/internal/viet"
)

// Dir is the folder of a site that editors write in.
const Dir = "content"

// The files beside the documents.
const (
	SettingsFile  = Dir + "/site.yaml"
	OrgsFile      = Dir + "/orgs.yaml"
	ExternalsFile = Dir + "/documents.yaml"
	GlossaryFile  = Dir + "/glossary.yaml"
	RatingsFile   = Dir + "/ratings.json" // what planpress-ratings export wrote
)

// maxDepth bounds how deep folders may be nested.
const maxDepth = 32

// Item is one file of the content folder.
type Item struct {
	Path  string    // relative to the site's folder, normal form C
	Disk  string    // the same as the file system spells it
	Kind  plan.Kind // of a Markdown file
	Size  int64     // bytes
	Stamp stamp.Stamp
}

// Tree is what the content folder holds, each list sorted by path.
type Tree struct {
	Documents []Item // Markdown files
	Files     []Item // everything else that could be an attachment
	Registry  []Item // the YAML files beside the documents that are there
}

// Scan lists the content folder. An error is one of the machine.
func Scan(ctx context.Context, fsys fs.FS) (*Tree, []diag.Finding, error) {
	info, err := fs.Stat(fsys, Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Tree{}, []diag.Finding{ruleNoContent.At(source.Pos{File: Dir}, diag.T(
			"không có thư mục content/", "there is no folder content/")).WithHint(diag.T(
			"chạy lệnh trong thư mục của trang, hoặc chỉ ra nó bằng -C; tạo trang mới bằng “planpress init”",
			"run the command in the site's folder, or name it with -C; make a new site with \"planpress init\""))}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading %s: %w", Dir, err)
	case !info.IsDir():
		return &Tree{}, []diag.Finding{ruleNoContent.At(source.Pos{File: Dir}, diag.T(
			"content không phải là thư mục", "content is not a folder"))}, nil
	}
	s := scanner{fsys: fsys, tree: &Tree{}}
	if err := s.walk(ctx); err != nil {
		return nil, nil, err
	}
	for _, list := range []*[]Item{&s.tree.Documents, &s.tree.Files, &s.tree.Registry} {
		*list = s.sorted(*list)
	}
	return s.tree, s.findings, nil
}

type scanner struct {
	fsys     fs.FS
	tree     *Tree
	findings []diag.Finding
}

// listing is what one folder holds, by names as on disk.
type listing struct {
	files    []Item
	folders  []string
	findings []diag.Finding
}

// walk lists the folders level by level, those of a level several at a time.
func (s *scanner) walk(ctx context.Context) error {
	level := []string{Dir}
	for depth := 1; len(level) > 0 && depth <= maxDepth; depth++ {
		lists, err := par.Map(ctx, 0, level, s.list)
		if err != nil {
			return err
		}
		level = nil
		for _, l := range lists {
			s.findings = append(s.findings, l.findings...)
			level = append(level, l.folders...)
			for _, it := range l.files {
				s.add(it)
			}
		}
	}
	for _, dir := range level {
		s.findings = append(s.findings, ruleTooDeep.At(source.Pos{File: dir}, diag.T(
			"thư mục lồng nhau quá %d tầng", "folders are nested more than %d deep", maxDepth)))
	}
	return nil
}

// sorted puts files in the order of paths. Of those with one path it keeps the
// first.
func (s *scanner) sorted(files []Item) []Item {
	slices.SortFunc(files, func(a, b Item) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Disk, b.Disk))
	})
	out := files[:0]
	for _, it := range files {
		if n := len(out); n > 0 && out[n-1].Path == it.Path {
			s.findings = append(s.findings, ruleSameName.At(source.Pos{File: it.Path}, diag.T(
				"hai tệp có cùng tên sau khi chuẩn hóa Unicode: %q và %q",
				"two files have one name after Unicode normalisation: %q and %q", out[n-1].Disk, it.Disk)))
			continue
		}
		out = append(out, it)
	}
	return out
}

// list looks into one folder.
func (s *scanner) list(_ context.Context, dir string) (listing, error) {
	var l listing
	entries, err := fs.ReadDir(s.fsys, dir)
	if err != nil {
		return l, fmt.Errorf("reading folder %s: %w", dir, err)
	}
	for _, e := range entries {
		switch {
		case ignored(e.Name()):
		case !usableName(e.Name()):
			l.findings = append(l.findings, badName(dir, e.Name()))
		default:
			if err := s.entry(&l, path.Join(dir, e.Name()), e); err != nil {
				return l, err
			}
		}
	}
	return l, nil
}

func (s *scanner) entry(l *listing, disk string, e fs.DirEntry) error {
	name := viet.NFCString(disk)
	mode, describe := e.Type(), e.Info
	if mode&fs.ModeSymlink != 0 {
		info, err := fs.Stat(s.fsys, disk)
		if err != nil || info.IsDir() {
			l.findings = append(l.findings, badLink(name, err))
			return nil
		}
		mode = info.Mode().Type()
		describe = func() (fs.FileInfo, error) { return info, nil }
	}
	switch {
	case mode.IsDir():
		l.folders = append(l.folders, disk)
		return nil
	case !mode.IsRegular():
		l.findings = append(l.findings, ruleSpecial.At(source.Pos{File: name}, diag.T(
			"không phải là tệp thường", "this is not an ordinary file")))
		return nil
	}
	info, err := describe()
	if err != nil {
		return fmt.Errorf("reading %s: %w", disk, err)
	}
	l.files = append(l.files, Item{Path: name, Disk: disk, Size: info.Size(), Stamp: stamp.Of(info)})
	return nil
}

func (s *scanner) add(it Item) {
	switch {
	case isRegistry(it.Path):
		s.tree.Registry = append(s.tree.Registry, it)
	case path.Ext(it.Path) == ".md":
		if strings.HasPrefix(it.Path, Dir+"/pages/") {
			it.Kind = plan.KindPage
		}
		s.tree.Documents = append(s.tree.Documents, it)
	default:
		s.tree.Files = append(s.tree.Files, it)
	}
}

func isRegistry(p string) bool {
	return p == SettingsFile || p == OrgsFile || p == ExternalsFile || p == GlossaryFile || p == RatingsFile
}

func badLink(name string, err error) diag.Finding {
	f := ruleLink.At(source.Pos{File: name}, diag.T(
		"liên kết tượng trưng này trỏ tới một thư mục", "this symbolic link points to a folder"))
	if err != nil {
		f.Message = diag.T("liên kết tượng trưng này không dẫn tới tệp nào trong thư mục của trang",
			"this symbolic link leads to no file within the site's folder")
	}
	return f.WithHint(diag.T("chép tệp vào thay cho liên kết", "copy the file in place of the link"))
}

// usableName reports whether a name can stand in an address, in a message and
// on another system: UTF-8, without characters that control something.
func usableName(name string) bool {
	return utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
	})
}

func badName(dir, name string) diag.Finding {
	return ruleFileName.At(source.Pos{File: dir}, diag.T("tên tệp %+q có ký tự không dùng được trong tên",
		"the file name %+q has characters that cannot be in a name", name)).WithHint(diag.T(
		"đổi tên tệp; chỉ dùng chữ, số, dấu cách, dấu - và dấu chấm", "rename the file; use letters, digits, spaces, hyphens and dots only"))
}

// ignored reports whether a file is never content: hidden, or left behind by
// an editor or an operating system.
func ignored(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	for _, prefix := range []string{".", "~$", "#"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	for _, suffix := range []string{"~", ".swp", ".swo", ".bak", ".tmp", ".orig", ".rej"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}
