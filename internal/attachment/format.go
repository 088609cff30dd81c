// Package attachment looks at the files that come with documents: whether they
// may be published at all, what they are, how large, and their checksum.
//
// The formats are an allow-list, and a file's content must be what its name
// says. Formats that a browser runs (HTML, SVG, XML with style sheets) are not
// on it: an attachment is published under the site's own origin.
package attachment

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Format is one kind of file that may be published.
type Format struct {
	Ext   string // with the dot, lower case
	Name  string // as citizens know it
	Media string // media type
	Image bool   // may stand in a document's text
	match func(head []byte, r io.ReaderAt, size int64) bool
}

// headSize is how much of a file's beginning the formats look at.
const headSize = 4096

// formats is sorted by extension.
var formats = [...]Format{
	{".csv", "CSV", "text/csv", false, isText},
	{".docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, zipWith("word/document.xml")},
	{".gif", "GIF", "image/gif", true, prefix("GIF87a", "GIF89a")},
	{".jpeg", "JPEG", "image/jpeg", true, prefix("\xFF\xD8\xFF")},
	{".jpg", "JPEG", "image/jpeg", true, prefix("\xFF\xD8\xFF")},
	{".ods", "OpenDocument", "application/vnd.oasis.opendocument.spreadsheet", false, zipWith("content.xml")},
	{".odt", "OpenDocument", "application/vnd.oasis.opendocument.text", false, zipWith("content.xml")},
	{".pdf", "PDF", "application/pdf", false, prefix("%PDF-")},
	{".png", "PNG", "image/png", true, prefix("\x89PNG\r\n\x1a\n")},
	{".pptx", "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", false, zipWith("ppt/presentation.xml")},
	{".txt", "TXT", "text/plain", false, isText},
	{".webp", "WebP", "image/webp", true, isWebP},
	{".xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, zipWith("xl/workbook.xml")},
	{".zip", "ZIP", "application/zip", false, prefix("PK\x03\x04", "PK\x05\x06")},
}

// FormatOf gives the format that a file's name says, or nil where files of
// that name are not published.
func FormatOf(name string) *Format {
	ext := strings.ToLower(path.Ext(name))
	i := slices.IndexFunc(formats[:], func(f Format) bool { return f.Ext == ext })
	if i < 0 {
		return nil
	}
	return &formats[i]
}

// Extensions lists the extensions that may be published.
func Extensions() string {
	var out []string
	for _, f := range formats {
		out = append(out, f.Ext[1:])
	}
	return strings.Join(out, ", ")
}

func prefix(signatures ...string) func([]byte, io.ReaderAt, int64) bool {
	return func(head []byte, _ io.ReaderAt, _ int64) bool {
		return slices.ContainsFunc(signatures, func(s string) bool { return bytes.HasPrefix(head, []byte(s)) })
	}
}

func isWebP(head []byte, _ io.ReaderAt, _ int64) bool {
	return len(head) > 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP"
}

// isText accepts UTF-8 that does not begin as markup: some servers and old
// browsers would show it as such.
func isText(head []byte, _ io.ReaderAt, _ int64) bool {
	if len(head) == headSize {
		for i := 1; i < utf8.UTFMax && !utf8.Valid(head); i++ {
			head = head[:len(head)-1] // a character cut at the end of the head
		}
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	return utf8.Valid(head) && bytes.IndexByte(head, 0) < 0 && !bytes.HasPrefix(start, []byte("<"))
}

// zipWith accepts a ZIP archive that has an entry of that name, and no macros:
// a file with macros has another extension, and runs programs.
func zipWith(entry string) func([]byte, io.ReaderAt, int64) bool {
	return func(head []byte, r io.ReaderAt, size int64) bool {
		if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
			return false
		}
		z, err := zip.NewReader(r, size)
		if err != nil {
			return false
		}
		macros := func(f *zip.File) bool { return path.Base(f.Name) == "vbaProject.bin" }
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == entry }) && !slices.ContainsFunc(z.File, macros)
	}
}
