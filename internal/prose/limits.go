package prose

import (
	"planpress/internal/diag"
	"planpress/internal/source"
)

// What a text may cost. Real documents reach 4 MB, hundreds of tables and
// annexes of thousands of rows; the limits are several times that. They are
// there because a text of one megabyte can be written that keeps a Markdown
// parser busy for hours, or fills the memory of the machine.
const (
	maxBytes = 16 << 20 // of Markdown: package content reads no larger file
	maxHTML  = 64 << 20 // bytes made of it

	// maxWeight bounds the memory for the parsed text, in bytes. The weights
	// are what goldmark's trees were measured to need for a line with a block
	// of its own, for a cell, and for a sign that may mean something.
	maxWeight  = 400_000_000
	lineWeight = 1000
	cellWeight = 400
	signWeight = 350
	linkWeight = 1000 // for the signs of a link, and those in an address in the text

	maxDepth       = 100           // blocks within blocks
	maxSigns       = 4000          // * _ ~ [ in one paragraph, cell or heading: the work grows with their square
	maxScanned     = 1_000_000_000 // bytes of paragraphs looked through for the end of a link or of code
	lineScan       = 200           // what going on to another line takes, in such bytes
	maxDefinitions = 2000          // lines of a paragraph that begins with "["
)

var ruleTooLarge = &diag.Rule{
	Code: "P165", Name: "text-too-large", Severity: diag.Error,
	Title: diag.Text{
		VI: "Nội dung quá lớn",
		EN: "The text is too large",
	},
	Why: diag.Text{
		VI: "Một trang như vậy không ai mở được trên điện thoại, và xử lý nó tốn quá nhiều bộ nhớ. Chia văn bản thành nhiều tệp, hoặc đưa dữ liệu và bảng lớn vào tệp đính kèm. Giới hạn: 16 MiB, hoặc khoảng 400.000 dòng, 400.000 liên kết, 1.000.000 ô, 1.100.000 dấu khác của Markdown; có nhiều thứ thì mỗi giới hạn thấp hơn.",
		EN: "Nobody could open such a page on a telephone, and making it takes too much memory. Split the document, or move data and large tables to an attachment. The limits are 16 MiB, or about 400,000 lines, 400,000 links, 1,000,000 cells, 1,100,000 other signs of Markdown; where there are several of these, each is lower.",
	},
}

var ruleTooComplex = &diag.Rule{
	Code: "P166", Name: "paragraph-too-complex", Severity: diag.Error,
	Title: diag.Text{
		VI: "Đoạn có quá nhiều dấu Markdown",
		EN: "A paragraph has too many Markdown signs",
	},
	Why: diag.Text{
		VI: "Một đoạn có hàng nghìn dấu như *, _, [ hay ` thường là do chép nhầm dữ liệu, và xử lý nó tốn quá nhiều thời gian. Tách đoạn bằng dòng trống, hoặc đặt dữ liệu giữa hai dòng ```.",
		EN: "A paragraph with thousands of signs such as *, _, [ or ` is mostly data pasted by mistake, and takes too much time. Divide it with blank lines, or put data between two lines of ```.",
	},
}

var ruleTooDeep = &diag.Rule{
	Code: "P167", Name: "nested-too-deep", Severity: diag.Error,
	Title: diag.Text{
		VI: "Danh sách, trích dẫn hoặc chữ nhấn mạnh lồng nhau quá sâu",
		EN: "Lists, quotations or emphasis are nested too deep",
	},
	Why: diag.Text{
		VI: "Không ai theo dõi được hơn vài cấp lồng nhau. Dùng đề mục để chia nội dung.",
		EN: "Nobody can follow more than a few levels. Use headings to divide the text.",
	},
}

var ruleHTMLTooLarge = &diag.Rule{
	Code: "P168", Name: "page-too-large", Severity: diag.Error,
	Title: diag.Text{
		VI: "Trang tạo ra quá lớn",
		EN: "The page that is made is too large",
	},
	Why: diag.Text{
		VI: "Phần HTML tạo ra từ nội dung vượt quá 64 MiB; không trình duyệt nào mở nổi. Chia văn bản thành nhiều tệp.",
		EN: "The HTML made of the text is above 64 MiB; no browser copes with it. Split the document.",
	},
}

// guard looks at a text before it is parsed, and refuses what would take more
// memory than the tool may. It goes over the bytes once.
func guard(f *source.File, offset int) []diag.Finding {
	text := f.Data[offset:]
	if len(text) > maxBytes {
		return []diag.Finding{ruleTooLarge.At(f.At(offset),
			diag.T("nội dung dài %d byte", "the text has %d bytes", len(text))).WithHint(splitHint)}
	}
	weight := 0
	for i, b := range text {
		weight += int(weightOf[b])
		if weight > maxWeight {
			message, hint := heaviest(text[:i])
			return []diag.Finding{ruleTooLarge.At(f.At(offset+i), message).WithHint(hint)}
		}
	}
	return nil
}

// linkSign are the signs that links are made of.
const linkSign = "[]:@wW"

// weightOf is what each byte of a text weighs.
var weightOf = [256]int16{
	'\n': lineWeight, '|': cellWeight,
	'*': signWeight, '_': signWeight, '~': signWeight, '`': signWeight,
	'[': linkWeight / 2, ']': linkWeight / 2,
	'<': signWeight, '!': signWeight, '&': signWeight, '\\': signWeight,
	':': linkWeight, '@': linkWeight, 'w': linkWeight / 3, 'W': linkWeight / 3,
}

// isFull reports whether the HTML has reached its limit, and says so once.
func (w *writer) isFull(offset int) bool {
	if len(w.buf) <= maxHTML {
		return false
	}
	if !w.full {
		w.full = true
		w.find(ruleHTMLTooLarge, offset,
			diag.T("từ chỗ này phần HTML tạo ra vượt quá %d MiB", "from here on the HTML is above %d MiB", maxHTML>>20),
			diag.T("chia văn bản thành nhiều tệp", "split the document"))
	}
	return true
}
