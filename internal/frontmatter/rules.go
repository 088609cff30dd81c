package frontmatter

import "planpress/internal/diag"

// Rules lists what this package looks for.
func Rules() []*diag.Rule {
	return []*diag.Rule{ruleNoFrontMatter, ruleFence, ruleTooLarge, ruleSyntax, ruleFeature, ruleUnknown, ruleTwice, ruleMissing,
		ruleType, ruleNotOnPages, ruleDate, ruleValue, ruleText, ruleAddress, rulePath, ruleIdent, ruleSecret, ruleKey,
		ruleNumber, ruleDocumentType, ruleSwallowed, ruleNoText, ruleNoticeOrder, ruleTwiceEntry, ruleTooMany}
}

// How a file is put together.
var (
	ruleNoFrontMatter = &diag.Rule{Code: "P010", Name: "front-matter-missing", Severity: diag.Error,
		Title: diag.T("Không có phần thông tin đầu tệp", "No front matter"),
		Why: diag.T("Phần thông tin đầu tệp cho biết tên, số, cơ quan, ngày của văn bản. Thiếu nó thì không lập được trang. Bắt đầu tệp bằng dòng ---, các dòng “khóa: giá trị”, rồi một dòng --- nữa.",
			"Front matter says what the document is called, its number, issuer and date; no page can be made without it. Begin the file with a line ---, lines \"key: value\", and another line ---."),
		Bad: "# Kế hoạch", Good: "---\ntitle: Kế hoạch\ntype: ke-hoach\npublication: draft\n---\n"}
	ruleFence = &diag.Rule{Code: "P011", Name: "front-matter-fence", Severity: diag.Error,
		Title: diag.T("Dòng ngăn của phần thông tin đầu tệp viết sai", "A malformed fence of the front matter"),
		Why: diag.T("Phần thông tin đầu tệp nằm giữa hai dòng, mỗi dòng đúng ba dấu gạch ngắn. Một số phần mềm soạn thảo tự đổi --- thành gạch dài.",
			"Front matter stands between two lines of exactly three hyphens. Some editors turn --- into a dash by themselves."),
		Bad: "----\ntitle: Kế hoạch\n—\n", Good: "---\ntitle: Kế hoạch\n---\n"}
	ruleTooLarge = &diag.Rule{Code: "P012", Name: "too-large", Severity: diag.Error,
		Title: diag.T("Quá dài", "Too large"),
		Why: diag.T("Phần thông tin đầu tệp dài nhất 64 KiB, site.yaml và mỗi tệp chữ của giao diện 256 KiB, orgs.yaml, documents.yaml và glossary.yaml 4 MiB; danh sách có số mục giới hạn. Văn bản thật không gặp các giới hạn này.",
			"Front matter may have 64 KiB, site.yaml and a theme's messages 256 KiB, orgs.yaml, documents.yaml and glossary.yaml 4 MiB, and lists a bounded number of items. Real documents do not meet these limits.")}
	ruleSyntax = &diag.Rule{Code: "P013", Name: "yaml-syntax", Severity: diag.Error,
		Title: diag.T("YAML không đọc được", "YAML that cannot be read"),
		Why: diag.T("Thường do dấu hai chấm, dấu nháy hoặc dấu ngoặc trong giá trị, hoặc do thụt lề. Đặt giá trị trong dấu nháy kép; thụt lề bằng dấu cách.",
			"Mostly a colon, quote or bracket in a value, or the indentation. Put the value in double quotes; indent with spaces."),
		Source: "YAML 1.2.2, 7.3.3", Bad: "title: Kế hoạch: năm 2023", Good: `title: "Kế hoạch: năm 2023"`}
	ruleFeature = &diag.Rule{Code: "P015", Name: "yaml-feature", Severity: diag.Error,
		Title: diag.T("Tính năng YAML không dùng ở đây", "A feature of YAML that is not used here"),
		Why: diag.T("Nhãn, tham chiếu, khóa gộp và thẻ kiểu làm cho tệp khó đọc và có thể làm treo máy. Viết thẳng giá trị.",
			"Anchors, aliases, merge keys and tags make files hard to read and can be used to stop the machine. Write the values themselves."),
		Bad: "place: &a Hoa Giấy", Good: "place: Hoa Giấy"}
	ruleTooMany = &diag.Rule{Code: "P034", Name: "too-many-problems", Severity: diag.Error,
		Title: diag.T("Quá nhiều vấn đề trong một tệp", "Too many problems in one file"),
		Why: diag.T("Chỉ một số vấn đề đầu tiên của tệp được liệt kê, nên trong phần còn lại có thể có lỗi.",
			"Only the first problems of the file are listed, so there may be errors among the others.")}
)

// Keys.
var (
	ruleUnknown = &diag.Rule{Code: "P016", Name: "key-unknown", Severity: diag.Warning,
		Title: diag.T("Khóa không có trong danh sách", "An unknown key"),
		Why: diag.T("Giá trị của khóa viết sai tên không được dùng đến. Khóa riêng của bạn bắt đầu bằng “x-”.",
			"The value of a misspelt key is not used. Keys of your own begin with \"x-\"."),
		Bad: "titel: Kế hoạch", Good: "title: Kế hoạch"}
	ruleTwice = &diag.Rule{Code: "P017", Name: "key-twice", Severity: diag.Error,
		Title: diag.T("Một khóa có hai lần", "A key given twice"),
		Why: diag.T("Không biết giá trị nào đúng. Tên tiếng Anh và tên tiếng Việt của một khóa là cùng một khóa.",
			"Nobody knows which value is right. The English and the Vietnamese name of a key are one key."),
		Bad: "title: A\ntrich_yeu: B", Good: "title: A"}
	ruleMissing = &diag.Rule{Code: "P018", Name: "key-missing", Severity: diag.Error,
		Title: diag.T("Thiếu giá trị bắt buộc", "A required value is missing"),
		Why:   diag.T("Không lập được trang khi thiếu giá trị này. Thêm khóa cùng giá trị.", "The page cannot be made without it. Add the key with its value."),
		Bad:   "title:", Good: "title: Kế hoạch"}
	ruleNotOnPages = &diag.Rule{Code: "P020", Name: "key-not-on-pages", Severity: diag.Warning,
		Title: diag.T("Khóa chỉ dùng cho văn bản", "A key for documents only"),
		Why:   diag.T("Trang trong content/pages/ không có số, cơ quan ban hành… nên giá trị này không hiện ra.", "Pages of content/pages/ have no number, issuer and so on; the value is not shown.")}
	ruleKey = &diag.Rule{Code: "P027", Name: "key-not-text", Severity: diag.Error,
		Title: diag.T("Tên khóa không phải là chữ", "A key that is not text"),
		Why:   diag.T("Dấu [, { hay ? ở đầu dòng làm cho YAML hiểu sai. Đặt giá trị trong dấu nháy kép.", "A [, { or ? at the beginning of a line is misread. Put values in double quotes.")}
	ruleTwiceEntry = &diag.Rule{Code: "P033", Name: "entry-twice", Severity: diag.Error,
		Title: diag.T("Hai mục cùng mã", "Two entries with one id"),
		Why:   diag.T("Nơi khác nói tới mục này bằng mã, nên mỗi mã chỉ dùng cho một mục.", "Others refer to the entry by its id, so each id is for one entry.")}
)

// Values.
var (
	ruleType = &diag.Rule{Code: "P019", Name: "wrong-type", Severity: diag.Error,
		Title: diag.T("Giá trị khác loại", "A value of the wrong type"),
		Why:   diag.T("Mỗi khóa nhận một loại giá trị: chữ, ngày, danh sách… Gợi ý cho thấy cách viết.", "Each key takes one type of value: text, a date, a list … The hint shows how to write it."),
		Bad:   "fields: Giáo dục", Good: "fields: [Giáo dục]"}
	ruleDate = &diag.Rule{Code: "P021", Name: "date", Severity: diag.Error,
		Title: diag.T("Ngày viết sai", "A date that cannot be read"),
		Why: diag.T("Ngày viết năm-tháng-ngày để không nhầm ngày với tháng. Trang hiện ngày theo cách viết quen thuộc.",
			"Dates are year-month-day, so that day and month cannot be confused. Pages show them in the customary way."),
		Source: "ISO 8601", Bad: "issued: 03/01/2023", Good: "issued: 2023-01-03"}
	ruleValue = &diag.Rule{Code: "P022", Name: "value", Severity: diag.Error,
		Title: diag.T("Giá trị không có trong danh sách", "A value that is not among those allowed"),
		Why:   diag.T("Khóa này chỉ nhận một số giá trị. Gợi ý liệt kê chúng.", "The key takes only certain values. The hint lists them."),
		Bad:   "publication: publish", Good: "publication: published"}
	ruleText = &diag.Rule{Code: "P023", Name: "text", Severity: diag.Error,
		Title: diag.T("Chữ quá dài hoặc có ký tự lạ", "Text that is too long or has characters of control"),
		Why: diag.T("Trích yếu dài nhất 500 ký tự. Ký tự điều khiển và ký tự đảo chiều chữ làm người đọc hiểu sai.",
			"A subject has at most 500 characters. Control characters and marks that reverse text mislead readers."),
		Source: "Nghị định 30/2020/NĐ-CP, Phụ lục VI"}
	ruleAddress = &diag.Rule{Code: "P024", Name: "web-address", Severity: diag.Error,
		Title: diag.T("Địa chỉ web viết sai", "A web address that cannot be used"),
		Why:   diag.T("Chỉ nhận địa chỉ http và https, viết đủ.", "Only whole http and https addresses are accepted."),
		Bad:   "source: {url: www.chinhphu.vn}", Good: "source: {url: 'https://www.chinhphu.vn/'}"}
	rulePath = &diag.Rule{Code: "P025", Name: "path", Severity: diag.Error,
		Title: diag.T("Đường dẫn viết sai", "A path that cannot be used"),
		Why: diag.T("Đường dẫn bắt đầu trong thư mục của nó và không đi ra ngoài: không có .., không có / ở đầu, không có tệp ẩn.",
			"Paths begin in their folder and do not leave it: no .., no leading /, no hidden files."),
		Bad: "attachments: [../khac/phu-luc.pdf]", Good: "attachments: [phu-luc.pdf]"}
	ruleIdent = &diag.Rule{Code: "P026", Name: "identifier", Severity: diag.Error,
		Title: diag.T("Mã viết sai", "An identifier that cannot be used"),
		Why:   diag.T("Mã và phần cuối của địa chỉ chỉ gồm a-z, 0-9 và dấu -, để chép, đọc qua điện thoại và gõ lại đều được.", "Ids and the last part of addresses have only a-z, 0-9 and -, so that they survive being copied, read out and typed."),
		Bad:   "slug: Kế hoạch 2023", Good: "slug: ke-hoach-2023"}
	ruleSecret = &diag.Rule{Code: "P028", Name: "confidential", Severity: diag.Error,
		Title: diag.T("Văn bản không được công khai", "A document that must not be public"),
		Why: diag.T("Văn bản mật hoặc lưu hành nội bộ không được đăng, cũng không được để trong kho của trang. Đưa tệp ra khỏi đây.",
			"Secret or internal documents must not be published, nor kept among a site's files. Take the file out."),
		Source: "Luật 104/2016/QH13, Điều 6; Nghị định 30/2020/NĐ-CP, Phụ lục I", Bad: "confidentiality: mật", Good: "confidentiality: none"}
	ruleNumber = &diag.Rule{Code: "P030", Name: "number-unreadable", Severity: diag.Error,
		Title: diag.T("Số, ký hiệu không đọc được", "A number that cannot be read"),
		Why: diag.T("Người đọc tìm và viện dẫn văn bản bằng số, ký hiệu. Viết đúng như bản ký, trong dấu nháy kép.",
			"Readers find and cite a document by its number. Write it as in the signed document, in double quotes."),
		Source: "Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3", Bad: "number: 01", Good: `number: "01/KH-UBND"`}
	ruleDocumentType = &diag.Rule{Code: "P032", Name: "type-unknown", Severity: diag.Error,
		Title:  diag.T("Loại văn bản không có trong danh sách", "An unknown type of document"),
		Why:    diag.T("Loại văn bản quyết định số, ký hiệu và chỗ của văn bản trong các danh sách.", "The type decides what a number looks like and where the document is listed."),
		Source: "Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III", Bad: "type: ke hoac", Good: "type: ke-hoach"}
)

// What is read but perhaps not as meant.
var (
	ruleSwallowed = &diag.Rule{Code: "P031", Name: "text-after-hash", Severity: diag.Warning,
		Title: diag.T("Chữ sau dấu # bị bỏ đi", "Text after # is dropped"),
		Why:   diag.T("Trong YAML, dấu cách rồi # bắt đầu một chú thích. Đặt cả giá trị trong dấu nháy kép.", "In YAML a space and # begin a comment. Put the whole value in double quotes."),
		Bad:   "title: Kế hoạch #1", Good: `title: "Kế hoạch #1"`}
	ruleNoText = &diag.Rule{Code: "P035", Name: "no-text", Severity: diag.Warning,
		Title:  diag.T("Văn bản không có nội dung", "A document without text"),
		Why:    diag.T("Trang chỉ có tệp đính kèm thì máy đọc màn hình và điện thoại khó đọc. Chép nội dung vào dưới dòng ---.", "A page with nothing but an attachment is hard to read with screen readers and on phones. Put the text below the ---."),
		Source: "Thông tư 32/2017/TT-BTTTT, Điều 18"}
)
