package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"unicode/utf8"

	"planpress/internal/diag"
	"planpress/internal/source"
	"planpress/internal/viet"
)

// MaxText is the largest text file that is read, in bytes. Real documents
// reach 4 MB.
const MaxText = 16 << 20

// maxPerRule bounds how many findings one kind of character gives in a file;
// a last one says how many more there are.
const maxPerRule = 20

// Read reads one text file and normalises it: UTF-8 without byte order mark,
// LF line ends, normal form C, no zero-width characters. A file that cannot be
// text gives a finding and an empty File.
func Read(fsys fs.FS, it Item) (*source.File, []diag.Finding, error) {
	data, findings, err := Bytes(fsys, it)
	if err != nil {
		return nil, nil, err
	}
	if len(findings) > 0 {
		return source.New(it.Path, nil), findings, nil
	}
	f, findings := Normalise(it.Path, data)
	return f, findings, nil
}

// Bytes reads one text file as it is. Where there are findings it has no bytes.
func Bytes(fsys fs.FS, it Item) ([]byte, []diag.Finding, error) {
	if it.Size > MaxText {
		return nil, []diag.Finding{tooLarge(it.Path, it.Size)}, nil
	}
	data, err := readStable(fsys, it.Disk)
	switch {
	case errors.Is(err, errChanging):
		return nil, []diag.Finding{ruleChanging.At(source.Pos{File: it.Path}, diag.T(
			"tệp bị thay đổi trong lúc đang đọc", "the file changes while it is read")).WithHint(diag.T(
			"đợi chương trình kia ghi xong rồi chạy lại", "wait until the other program has written it and run again"))}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading %s: %w", it.Path, err)
	case len(data) > MaxText:
		return nil, []diag.Finding{tooLarge(it.Path, int64(len(data)))}, nil
	}
	return data, nil, nil
}

func tooLarge(name string, size int64) diag.Finding {
	return ruleTooLarge.At(source.Pos{File: name}, diag.T(
		"tệp dài %[1]s, giới hạn là %[2]s", "the file is %[3]s long, the limit is %[4]s",
		viet.Size(size, "vi"), viet.Size(MaxText, "vi"), viet.Size(size, "en"), viet.Size(MaxText, "en"))).WithHint(diag.T(
		"chia thành nhiều văn bản, hoặc đính kèm phần số liệu", "split it into several documents, or attach the data"))
}

var errChanging = errors.New("changes while it is read")

// readStable reads a file whose size and time are the same before and after.
func readStable(fsys fs.FS, name string) ([]byte, error) {
	for range 3 {
		data, stable, err := readOnce(fsys, name)
		if err != nil || stable {
			return data, err
		}
	}
	return nil, errChanging
}

func readOnce(fsys fs.FS, name string) (data []byte, stable bool, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	data = make([]byte, min(before.Size(), MaxText)+1)
	n, err := f.Read(data)
	if err == nil && int64(n) != before.Size() { // else it was read to its end, if it has not grown
		var rest []byte
		rest, err = io.ReadAll(io.LimitReader(f, int64(MaxText+1-n)))
		data = append(data[:n], rest...)
		n = len(data)
	}
	if err != nil && err != io.EOF {
		return nil, false, err
	}
	after, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	return data[:n], before.Size() == after.Size() && before.ModTime().Equal(after.ModTime()), nil
}

// Normalise makes text of a file's bytes, with the findings of package
// content.
func Normalise(name string, data []byte) (*source.File, []diag.Finding) {
	empty := source.New(name, nil)
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return empty, []diag.Finding{ruleEncoding.At(empty.Whole(), diag.T(
			"tệp được lưu ở dạng UTF-16", "the file is saved as UTF-16")).WithHint(hintUTF8())}
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	plain := viet.Plain(data)
	legacy := viet.LegacyASCII
	if !plain {
		if !utf8.Valid(data) {
			return empty, []diag.Finding{badUTF8(name, data)}
		}
		data, legacy = viet.NFC(data), viet.Legacy
	}
	f := source.New(name, data)
	if i := bytes.IndexByte(f.Data, 0); i >= 0 {
		return empty, []diag.Finding{ruleEncoding.At(f.At(i), diag.T(
			"có ký tự NUL: đây không phải là văn bản", "there is a NUL character: this is not text")).WithHint(hintUTF8())}
	}
	if encoding, at, ok := legacy(f.Data); ok {
		return empty, []diag.Finding{ruleLegacy.At(f.At(at), diag.T(
			"chữ được gõ bằng bảng mã cũ %s, không phải Unicode", "the text is typed in the old encoding %s, not in Unicode", encoding)).WithHint(diag.T(
			"chuyển mã sang Unicode dựng sẵn rồi lưu lại", "convert it to composed Unicode and save it again"))}
	}
	if plain {
		return f, nil
	}
	return characters(f)
}

func hintUTF8() diag.Text {
	return diag.T("lưu lại tệp dưới dạng UTF-8", "save the file as UTF-8")
}

func badUTF8(name string, data []byte) diag.Finding {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return ruleEncoding.At(source.New(name, data).At(at), diag.T(
		"byte 0x%02X không phải là UTF-8 hợp lệ", "byte 0x%02X is not valid UTF-8", data[at])).WithHint(hintUTF8())
}

// characters reports characters that look right and are not, and takes those
// out that have no width.
func characters(f *source.File) (*source.File, []diag.Finding) {
	findings := each(f, viet.Eth(f.Data), func(pos source.Pos, c string) diag.Finding {
		want := map[string]string{"Ð": "Đ", "ð": "đ"}[c]
		return ruleEth.At(pos, diag.T("chữ %[1]s (eth) đứng ở chỗ của chữ %[2]s", "the letter %[1]s (eth) stands where %[2]s belongs", c, want)).WithHint(
			diag.T("gõ lại thành %s", "type %s instead", want))
	})
	zero := viet.ZeroWidth(f.Data)
	if len(zero) == 0 {
		return f, findings
	}
	findings = append(findings, each(f, zero, func(pos source.Pos, c string) diag.Finding {
		return ruleZeroWidth.At(pos, diag.T("có ký tự vô hình %U", "there is an invisible character %U", []rune(c)[0])).WithHint(
			diag.T("xóa nó đi; trang in ra bỏ qua nó", "delete it; the page leaves it out"))
	})...)
	out := make([]byte, 0, len(f.Data))
	from := 0
	for _, at := range zero {
		out = append(out, f.Data[from:at]...)
		_, n := utf8.DecodeRune(f.Data[at:])
		from = at + n
	}
	return source.New(f.Path, viet.NFC(append(out, f.Data[from:]...))), findings
}

func each(f *source.File, offsets []int, finding func(source.Pos, string) diag.Finding) []diag.Finding {
	var out []diag.Finding
	for i, at := range offsets {
		_, n := utf8.DecodeRune(f.Data[at:])
		d := finding(f.At(at), string(f.Data[at:at+n]))
		if i == maxPerRule {
			d.Message = diag.T("và %d chỗ nữa như vậy", "and %d more places like this", len(offsets)-i)
			return append(out, d)
		}
		out = append(out, d)
	}
	return slices.Clip(out)
}
