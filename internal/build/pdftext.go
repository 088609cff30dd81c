package build

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os/exec"
	"time"

	"planpress/internal/relate"
)

// Limits of one PDF. What takes longer or says more is cut off there.
const (
	pdfPatience = 20 * time.Second
	pdfMostText = 4 << 20 // bytes
)

// pdfs reads the texts of PDFs with pdftotext, of the poppler tools.
type pdfs struct {
	fsys    fs.FS
	program string // ""; then texts cannot be read
}

func newPDFs(fsys fs.FS) *pdfs {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		program = ""
	}
	return &pdfs{fsys, program}
}

// of gives the PDFs that come with a document.
func (*pdfs) of(e *relate.Entry) []relate.Attached {
	var out []relate.Attached
	for _, a := range e.Attachments {
		if a.Info != nil && a.Info.Format.Ext == ".pdf" {
			out = append(out, a)
		}
	}
	return out
}

// text gives the text of a PDF. It is "" where there is none, as in a scan, and
// where the file cannot be read: then the document is found by its other words.
func (p *pdfs) text(ctx context.Context, a relate.Attached) string {
	if p.program == "" {
		return ""
	}
	f, err := p.fsys.Open(a.Info.Disk)
	if err != nil {
		return ""
	}
	defer f.Close()
	ctx, cancel := context.WithTimeout(ctx, pdfPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.program, "-q", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = f
	out := &limited{}
	cmd.Stdout = out
	_ = cmd.Run() // what it wrote before it failed is text all the same
	return string(bytes.ToValidUTF8(out.Bytes(), nil))
}

// limited keeps the beginning of what is written.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > pdfMostText {
		return 0, io.ErrShortWrite
	}
	return l.Buffer.Write(p)
}
