package incremental

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// fileEdits are changes to the files and folders of content/, whatever is in
// them.
func fileEdits() []edit {
	return []edit{
		{"add a document", 5, addDocument},
		{"remove a document", 4, func(w *world, r *rand.Rand) string {
			name := w.document(r)
			if r.IntN(3) > 0 {
				name = pick(r, w.names("content/plans/", "0.md")...) // nobody links to it
			}
			w.remove(name)
			return name
		}},
		{"move a document", 5, moveDocument},
		{"move a folder", 3, moveFolder},
		{"remove a folder", 1, func(w *world, r *rand.Rand) string {
			name := path.Dir(w.plan(r))
			w.remove(name)
			return name
		}},
		{"touch", 3, touch},
		{"new inode", 2, newInode},
		{"quiet change", 12, quietChange},
		{"change an attachment", 5, changeAttachment},
		{"change a table", 8, changeTable},
		{"link", 3, linkFile},
		{"nothing", 6, func(*world, *rand.Rand) string { return "" }},
	}
}

func addDocument(w *world, r *rand.Rand) string {
	n := r.IntN(90)
	name := fmt.Sprintf("content/plans/%d/%smoi-%02d.md", 2024+r.IntN(4), pick(r, "", "cong-van/", "moi/"), n)
	w.write(name, plain(n))
	return name
}

func (w *world) rename(from, to string) {
	if w.path(from) == w.path(to) {
		return
	}
	must(w.t, os.MkdirAll(path.Dir(w.path(to)), 0o755))
	w.remove(to)
	must(w.t, os.Rename(w.path(from), w.path(to)))
}

// moveDocument gives a document another name or folder, sometimes with the
// files beside it.
func moveDocument(w *world, r *rand.Rand) string {
	from := w.document(r)
	base := strings.TrimSuffix(path.Base(from), ".md")
	to := path.Join(path.Dir(from), base+"-moi.md")
	if r.IntN(2) == 0 {
		to = fmt.Sprintf("content/plans/%d/%s.md", 2023+r.IntN(4), base)
	}
	w.rename(from, to)
	beside := strings.TrimSuffix(from, ".md")
	if _, err := os.Stat(w.path(beside)); err == nil && r.IntN(8) > 0 {
		w.rename(beside, strings.TrimSuffix(to, ".md"))
	}
	if r.IntN(4) > 0 {
		w.follow(beside, strings.TrimSuffix(to, ".md"))
	}
	return from + " to " + to
}

func moveFolder(w *world, r *rand.Rand) string {
	from := path.Dir(w.plan(r))
	to := pick(r, from+"-moi", "content/plans/2023", "content/plans/luu-tru/"+path.Base(from))
	if strings.HasPrefix(to+"/", from+"/") || strings.HasPrefix(from+"/", to+"/") {
		return "not " + from
	}
	w.rename(from, to)
	if r.IntN(4) > 0 {
		w.follow(from, to)
	}
	return from + " to " + to
}

// follow has what names a document or a folder name its new place.
func (w *world) follow(from, to string) {
	path := regexp.MustCompile(`\b` + regexp.QuoteMeta(strings.TrimPrefix(from, "content/")) + `([^\w-]|$)`)
	for _, name := range append(w.names("content/", ".md"), w.names("content/", ".yaml")...) {
		old := w.read(name)
		if data := path.ReplaceAll(old, []byte(strings.TrimPrefix(to, "content/")+"$1")); !bytes.Equal(data, old) {
			w.write(name, data)
		}
	}
}

// touch gives a file another time, and no other bytes.
func touch(w *world, r *rand.Rand) string {
	name := pick(r, w.names("", "")...)
	when := pick(r, time.Now(), time.Unix(1, 0), time.Now().Add(48*time.Hour))
	must(w.t, os.Chtimes(w.path(name), when, when))
	return name
}

// newInode puts another file in place of one, as most editors save: with the
// same bytes, or others.
func newInode(w *world, r *rand.Rand) string {
	name := pick(r, w.names("content/", ".md")...)
	data := w.read(name)
	if r.IntN(2) == 0 {
		data = slices.Concat(data, []byte("\nThêm một câu.\n"))
	}
	w.write("content/.moi", data)
	w.rename("content/.moi", name)
	return name
}

// quietChange changes one letter of a file and neither its size nor its time,
// as happens where two edits fall into one tick of the clock.
func quietChange(w *world, r *rand.Rand) string {
	all := append(w.names("content/", ".md"), w.names("content/", ".csv")...)
	all = append(all, w.names("content/", ".yaml")...)
	all = slices.Concat(all, w.names("themes/", ""), w.names("chung/", ""), w.names("chung/", ""), w.names("giao-dien/", ""))
	name := pick(r, all...)
	data := slices.Clone(w.read(name))
	letters := []int{}
	for i, c := range data {
		if c >= 'a' && c <= 'y' || c >= '1' && c <= '8' {
			letters = append(letters, i)
		}
	}
	if len(letters) == 0 {
		return "not " + name
	}
	at := letters[r.IntN(len(letters))]
	data[at]++
	w.quietly(name, data)
	return fmt.Sprintf("%s, byte %d to %q", name, at, data[at])
}

// quietly writes a file and sets its time back, in place or as a new file.
func (w *world) quietly(name string, data []byte) {
	info, err := os.Stat(w.path(name))
	must(w.t, err)
	must(w.t, os.WriteFile(w.path(name), data, 0o644))
	must(w.t, os.Chtimes(w.path(name), info.ModTime(), info.ModTime()))
}

func changeAttachment(w *world, r *rand.Rand) string {
	const image, annex = "content/plans/2025/bao-cao-2025/bieu-do.png", "content/plans/2026/ke-hoach-2026/phu-luc.pdf"
	name := pick(r, image, annex)
	grey, note := uint8(r.IntN(256)), fmt.Sprintf("Phụ lục %d", r.IntN(10))
	data := picture(w.t, grey)
	if name == annex {
		data = pdf(note)
	}
	if old := w.read(name); len(old) == len(data) {
		w.quietly(name, data)
		return name + ", same size and time"
	}
	switch r.IntN(4) {
	case 0:
		w.remove(name)
		return name + ", removed"
	case 1:
		w.write(name, []byte("không phải là tệp ấy"))
		return name + ", spoilt"
	}
	w.write(name, data)
	return name
}

// changeTable changes a CSV file of targets, tasks or reports.
func changeTable(w *world, r *rand.Rand) string {
	name := pick(r, w.names("content/", ".csv")...)
	rows := map[string][]string{
		"cap-nhat.csv": {
			"nv-03,10/06/2026,Tháng 6/2026,đang thực hiện,50,,Đã mở lớp.\n", "nv-02,12/06/2026,Tháng 6/2026,hoàn thành,100,,Xong.\n",
			"ct-02,05/06/2026,Quý II/2026,,,81,\n", "nv-99,10/06/2026,Tháng 6/2026,đang thực hiện,50,,Không có nhiệm vụ này.\n"},
		"nhiem-vu.csv": {"nv-04,4,Việc mới,van-phong,Báo cáo,Quý III/2026,ct-01\n", "nv-05,5,Việc khác,Khu phố 1,Báo cáo,thường xuyên,\n"},
		"chi-tieu.csv": {"ct-03,3,Chỉ tiêu mới,%,≥ 50,van-phong,2026\n"},
		"so-lieu.csv":  {"2026,95\n"},
	}[path.Base(name)]
	row := pick(r, append(rows, "\"dòng hỏng\n", "\n")...)
	lines := strings.SplitAfter(string(w.read(name)), "\n")
	if len(lines) > 3 && r.IntN(4) == 0 {
		row = ""
		lines = slices.Delete(lines, 2, 3)
	}
	w.write(name, []byte(strings.Join(lines, "")+row))
	return fmt.Sprintf("%s: %q", name, row)
}

// linkFile keeps a document outside of content/, and a symbolic link in its
// place, which now and then leads nowhere.
func linkFile(w *world, r *rand.Rand) string {
	name := w.document(r)
	kept := "chung/" + path.Base(name)
	to, err := filepath.Rel(path.Dir(w.path(name)), w.path(kept))
	must(w.t, err)
	if info, err := os.Lstat(w.path(name)); err != nil || !info.Mode().IsRegular() {
		return "not " + name
	}
	w.rename(name, kept)
	if r.IntN(6) == 0 {
		to = "khong-co.md"
	}
	must(w.t, os.Symlink(to, w.path(name)))
	return name + " to " + to
}
