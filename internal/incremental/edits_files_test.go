package incremental

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
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
		{"link", 1, linkFile},
		{"nothing", 2, func(*world, *rand.Rand) string { return "" }},
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
	if _, err := os.Stat(w.path(beside)); err == nil && r.IntN(2) == 0 {
		w.rename(beside, strings.TrimSuffix(to, ".md"))
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
	return from + " to " + to
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
	all = append(all, w.names("themes/", "")...)
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
	row := pick(r,
		"nv-03,10/06/2026,Tháng 6/2026,đang thực hiện,50,,Đã mở lớp.\n",
		"nv-02,12/06/2026,Tháng 6/2026,hoàn thành,100,,Xong.\n",
		"ct-02,05/06/2026,Quý II/2026,,,81,\n",
		"nv-04,4,Việc mới,van-phong,Báo cáo,Quý III/2026,ct-01\n",
		"ct-03,3,Chỉ tiêu mới,%,≥ 50,van-phong,2026\n",
		"nv-99,10/06/2026,Tháng 6/2026,đang thực hiện,50,,Không có nhiệm vụ này.\n",
		"\"dòng hỏng\n",
		"2026,95\n")
	lines := strings.SplitAfter(string(w.read(name)), "\n")
	if len(lines) > 3 && r.IntN(4) == 0 {
		row = ""
		lines = slices.Delete(lines, 2, 3)
	}
	w.write(name, []byte(strings.Join(lines, "")+row))
	return fmt.Sprintf("%s: %q", name, row)
}

// linkFile puts a symbolic link to another document in place of one, or to
// nothing.
func linkFile(w *world, r *rand.Rand) string {
	name, to := w.document(r), pick(r, w.path(w.document(r)), "khong-co.md")
	if to == w.path(name) {
		return "not " + name
	}
	if to != "khong-co.md" {
		to = "../../../" + strings.TrimPrefix(to, w.site+"/")
	}
	w.remove(name)
	must(w.t, os.Symlink(to, w.path(name)))
	return name + " to " + to
}
