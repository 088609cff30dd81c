package attachment

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // dimensions of GIF files
	_ "image/jpeg" // dimensions of JPEG files
	_ "image/png"  // dimensions of PNG files
	"io"
	"io/fs"

	"planpress/internal/diag"
	"planpress/internal/source"
	"planpress/internal/viet"

	_ "golang.org/x/image/webp" // dimensions of WebP files
)

// DefaultMaxMB is the size limit in MiB where a site sets none.
const DefaultMaxMB = 50

// maxPixels bounds the images that a page may ask a phone to decode.
const maxPixels = 50_000_000

// Info is what is known of a file that may be published.
type Info struct {
	Path          string // relative to the site's folder, normal form C
	Disk          string // as the file system spells it
	Format        *Format
	Size          int64  // bytes
	SHA256        string // lower-case hexadecimal
	Width, Height int    // pixels, of images
}

// Inspect reads a file once. Info is nil where it must not be published; then
// there is a finding at its path. An error is one of the machine.
func Inspect(fsys fs.FS, name, disk string, maxMB int) (*Info, []diag.Finding, error) {
	at := source.Pos{File: name}
	format := FormatOf(name)
	if format == nil {
		return nil, []diag.Finding{ruleFormat.At(at, diag.T(
			"loại tệp này không được công bố", "files of this type are not published")).WithHint(diag.T(
			"chuyển sang một trong các loại: %s", "convert it to one of: %s", Extensions()))}, nil
	}
	f, err := fsys.Open(disk)
	if err != nil {
		return nil, nil, fmt.Errorf("reading attachment %s: %w", name, err)
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		return nil, nil, fmt.Errorf("reading attachment %s: %w", name, err)
	}
	if maxMB <= 0 {
		maxMB = DefaultMaxMB
	}
	if limit := int64(maxMB) << 20; stat.Size() > limit {
		return nil, []diag.Finding{ruleSize.At(at, diag.T(
			"tệp nặng %[1]s, giới hạn là %[2]s", "the file is %[3]s, the limit is %[4]s",
			viet.Size(stat.Size(), "vi"), viet.Size(limit, "vi"), viet.Size(stat.Size(), "en"), viet.Size(limit, "en"))).WithHint(diag.T(
			"nén lại, chia nhỏ, hoặc tăng max_attachment_mb trong content/site.yaml",
			"compress or split it, or raise max_attachment_mb in content/site.yaml"))}, nil
	}
	info := &Info{Path: name, Disk: disk, Format: format, Size: stat.Size()}
	findings, err := info.read(f)
	if err != nil {
		return nil, nil, fmt.Errorf("reading attachment %s: %w", name, err)
	}
	if len(findings) > 0 {
		return nil, findings, nil
	}
	return info, nil, nil
}

func (info *Info) read(f fs.File) ([]diag.Finding, error) {
	at := source.Pos{File: info.Path}
	r, ok := f.(io.ReadSeeker)
	if !ok {
		return nil, errors.New("the file system cannot seek")
	}
	ra, ok := f.(io.ReaderAt)
	if !ok {
		return nil, errors.New("the file system cannot read at an offset")
	}
	head := make([]byte, headSize)
	n, err := ra.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if info.Size == 0 {
		return []diag.Finding{ruleEmpty.At(at, diag.T("tệp rỗng", "the file is empty"))}, nil
	}
	if !info.Format.match(head[:n], ra, info.Size) {
		return []diag.Finding{ruleContent.At(at, diag.T(
			"nội dung của tệp không phải là %s như tên tệp nói", "the file's content is not %s, as its name says", info.Format.Name)).WithHint(diag.T(
			"xuất lại tệp đúng loại, hoặc sửa phần đuôi của tên tệp", "export it again in that format, or mend the ending of its name"))}, nil
	}
	if info.Format.Image {
		if findings := info.measure(r, at); findings != nil {
			return findings, nil
		}
	}
	return nil, info.hash(r)
}

func (info *Info) measure(r io.ReadSeeker, at source.Pos) []diag.Finding {
	config, _, err := image.DecodeConfig(r)
	if err != nil {
		return []diag.Finding{ruleContent.At(at, diag.T(
			"không đọc được kích thước của ảnh", "the image's dimensions cannot be read")).WithHint(diag.T(
			"lưu lại ảnh bằng một chương trình khác", "save the image again with another program"))}
	}
	info.Width, info.Height = config.Width, config.Height
	if config.Width*config.Height > maxPixels {
		return []diag.Finding{ruleSize.At(at, diag.T(
			"ảnh rộng %d × %d điểm, quá sức của điện thoại", "the image has %d × %d pixels, too many for a phone", config.Width, config.Height)).WithHint(diag.T(
			"thu nhỏ ảnh còn khoảng 2000 điểm bề ngang", "scale it down to a width of about 2000"))}
	}
	return nil
}

func (info *Info) hash(r io.ReadSeeker) error {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := sha256.New()
	few := make([]byte, min(info.Size+1, 32<<10)) // most files are small
	n, err := io.CopyBuffer(h, struct{ io.Reader }{r}, few)
	if err != nil {
		return err
	}
	info.Size, info.SHA256 = n, hex.EncodeToString(h.Sum(nil))
	return nil
}
