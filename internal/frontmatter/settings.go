package frontmatter

import (
	"net/url"
	"regexp"
	"strings"
	"time"
	_ "time/tzdata" // the binary runs where no time zones are installed

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// Defaults gives the settings of a site that says nothing.
func Defaults() plan.Settings {
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil { // never: the zones are in the binary
		zone = time.FixedZone("+07", 7*60*60)
	}
	return plan.Settings{Lang: diag.VI, TimeZone: zone, FeedLimit: 20, PageSize: 50, MaxAttachMB: 50, Search: true, Theme: "default"}
}

var contactTable = table(want{diag.T("địa chỉ liên hệ", "how to reach the publisher"), "{email: phuong@example.vn}"},
	field[plan.Contact]{Field{Name: "address", Aliases: []string{"dia_chi"}, Doc: diag.T("Địa chỉ.", "Address."), Example: "Số 1 đường Giàn Hoa"},
		bind(text(300), func(c *plan.Contact) *string { return &c.Address })},
	field[plan.Contact]{Field{Name: "email", Doc: diag.T("Thư điện tử.", "E-mail."), Example: "phuong@example.vn"},
		bind(email, func(c *plan.Contact) *string { return &c.Email })},
	field[plan.Contact]{Field{Name: "phone", Aliases: []string{"dien_thoai"}, Doc: diag.T("Điện thoại, trong dấu nháy kép.", "Telephone, in quotes."), Example: `"1900 0000"`},
		bind(phone, func(c *plan.Contact) *string { return &c.Phone })},
)

var (
	email = matching(regexp.MustCompile(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`), 200,
		diag.T("một địa chỉ thư điện tử", "an e-mail address"), "phuong@example.vn")
	phone = matching(regexp.MustCompile(`^\+?[0-9][0-9 .()-]{2,30}$`), 32,
		diag.T("một số điện thoại", "a telephone number"), `"1900 0000"`)
	folder = matching(regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`), 100,
		diag.T("tên một thư mục trong themes/", "the name of a folder in themes/"), "default")
)

// matching is text of a fixed form.
func matching(re *regexp.Regexp, limit int, is diag.Text, example string) shape[string] {
	w := want{is, example}
	return shape[string]{
		read: func(r *reader, n *yaml.Node, at string) (string, bool) {
			s, ok := r.scalar(n, at, w)
			if ok && (len(s) > limit || !re.MatchString(s)) {
				r.wrongType(n, at, w)
				return "", false
			}
			return s, ok
		},
		schema: object{"type": "string", "pattern": re.String(), "maxLength": limit},
	}
}

var timeZone = shape[*time.Location]{
	read: func(r *reader, n *yaml.Node, at string) (*time.Location, bool) {
		s, ok := r.scalar(n, at, want{diag.T("một múi giờ", "a time zone"), "Asia/Ho_Chi_Minh"})
		if !ok {
			return nil, false
		}
		zone, err := time.LoadLocation(s)
		if err != nil || s == "Local" { // "Local" differs from machine to machine
			r.add(ruleValue.At(r.pos(n), diag.T("%s: không có múi giờ “%s”", "%s: there is no time zone %q", at, shorten(s, 60))).
				WithHint(diag.T("giờ Việt Nam là Asia/Ho_Chi_Minh", "that of Viet Nam is Asia/Ho_Chi_Minh")))
			return nil, false
		}
		return zone, true
	},
	schema: object{"type": "string"},
}

// baseURL is a web address without query and fragment, that ends in a slash.
var baseURL = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := webAddress.read(r, n, at)
		if !ok {
			return "", false
		}
		if strings.ContainsAny(s, "?#") {
			r.add(ruleAddress.At(r.pos(n), diag.T("%s: “%s” không được có ? hay #", "%s: %q may have no ? or #", at, s)).
				WithHint(diag.T("chỉ viết tên miền và thư mục: https://phuong.example/ke-hoach/", "write only domain and folder: https://ward.example/plans/")))
			return "", false
		}
		return strings.TrimRight(s, "/") + "/", true
	},
	schema: webAddress.schema,
}

// service is the address of a service. Its host is written into policies, in which
// some signs that a host may have would end what they say.
var service = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := baseURL.read(r, n, at)
		if !ok {
			return "", false
		}
		if u, err := url.Parse(s); err != nil || !plainHost.MatchString(u.Host) {
			r.add(ruleAddress.At(r.pos(n), diag.T("%s: “%s” có tên máy chủ với ký tự lạ", "%s: %q has a host with strange signs", at, shorten(s, 80))).
				WithHint(diag.T("tên máy chủ chỉ có chữ không dấu, số, dấu chấm và dấu gạch nối", "a host has plain letters, digits, points and hyphens")))
			return "", false
		}
		return s, true
	},
	schema: webAddress.schema,
}

var plainHost = regexp.MustCompile(`^[A-Za-z0-9.-]+(:[0-9]+)?$|^\[[0-9A-Fa-f:]+\](:[0-9]+)?$`)

var menuTable = table(want{diag.T("một mục của thực đơn", "an entry of the menu"), "{label: Giới thiệu, to: pages/gioi-thieu}"},
	field[plan.MenuItem]{Field{Name: "label", Aliases: []string{"ten"}, Required: true, Doc: diag.T("Chữ hiện ra.", "What it says."), Example: "Giới thiệu"},
		bind(text(60), func(m *plan.MenuItem) *string { return &m.Label })},
	field[plan.MenuItem]{Field{Name: "to", Aliases: []string{"toi"}, Required: true,
		Doc:     diag.T("Đường dẫn một trang, hoặc documents, years, fields, issuers, types, status, sitemap.", "The path of a page, or documents, years, fields, issuers, types, status, sitemap."),
		Example: "pages/gioi-thieu"},
		bind(reference, func(m *plan.MenuItem) *plan.Ref { return &m.To })},
)

func setting(name string, required bool, doc diag.Text, example string, b binding[plan.Settings]) field[plan.Settings] {
	return field[plan.Settings]{Field{Name: name, Required: required, Doc: doc, Example: example}, b}
}

var settingsTable = table(want{diag.T("các dòng “khóa: giá trị”", `lines of "key: value"`), "name: Cổng kế hoạch"},
	setting("name", true, diag.T("Tên của trang.", "Name of the site."), "Cổng kế hoạch", bind(text(200), func(s *plan.Settings) *string { return &s.Name })),
	setting("description", false, diag.T("Trang này để làm gì.", "What the site is for."), "…", bind(text(1000), func(s *plan.Settings) *string { return &s.Description })),
	setting("base_url", false, diag.T("Địa chỉ của trang trên mạng.", "The site's address on the web."), "https://phuong.example/", bind(baseURL, func(s *plan.Settings) *string { return &s.BaseURL })),
	setting("lang", false, diag.T("Ngôn ngữ: vi hoặc en.", "Language: vi or en."), "vi", bind(oneOf(choice[diag.Lang]{diag.VI, "vi", nil}, choice[diag.Lang]{diag.EN, "en", nil}), func(s *plan.Settings) *diag.Lang { return &s.Lang })),
	setting("time_zone", false, diag.T("Múi giờ.", "Time zone."), "Asia/Ho_Chi_Minh", bind(timeZone, func(s *plan.Settings) **time.Location { return &s.TimeZone })),
	setting("publisher", false, diag.T("Ai đăng.", "Who publishes."), "UBND phường Hoa Giấy", bind(text(200), func(s *plan.Settings) *string { return &s.Publisher })),
	setting("contact", false, diag.T("Liên hệ.", "Contact."), "{email: phuong@example.vn}", bind(contactTable.shape(), func(s *plan.Settings) *plan.Contact { return &s.Contact })),
	setting("menu", false, diag.T("Thực đơn; không ghi thì lấy từ các trang.", "Menu; by default made from the pages."), "[]", bind(list(menuTable.shape(), 20, false), func(s *plan.Settings) *[]plan.MenuItem { return &s.Menu })),
	setting("notices", false, diag.T("Thông báo có thời hạn, hiện trên mọi trang.", "Dated notices, shown on every page."), "[]", bind(list(notice, maxNotices, false), func(s *plan.Settings) *[]plan.Notice { return &s.Notices })),
	setting("feed_limit", false, diag.T("Số mục trong nguồn tin.", "Entries in the feed."), "20", bind(integer(1, 500), func(s *plan.Settings) *int { return &s.FeedLimit })),
	setting("page_size", false, diag.T("Số văn bản trên một trang danh sách.", "Documents on one page of a list."), "50", bind(integer(1, 1000), func(s *plan.Settings) *int { return &s.PageSize })),
	setting("max_attachment_mb", false, diag.T("Cỡ lớn nhất của tệp đính kèm, MiB.", "Largest attachment, in MiB."), "50", bind(integer(1, 2000), func(s *plan.Settings) *int { return &s.MaxAttachMB })),
	setting("search", false, diag.T("Trang tìm kiếm và ô tìm kiếm trên mọi trang; off để bỏ.", "The search page and a search box on every page; off leaves them out."), "on", bind(onOff, func(s *plan.Settings) *bool { return &s.Search })),
	setting("ratings", false, diag.T("Địa chỉ của dịch vụ đánh giá planpress-ratings; không ghi thì không có khung đánh giá.", "Where the service planpress-ratings answers; without it nothing can be rated."), "https://danh-gia.phuong.example/", bind(service, func(s *plan.Settings) *string { return &s.Ratings })),
	setting("theme", false, diag.T("Thư mục giao diện trong themes/.", "Folder of the theme in themes/."), "default", bind(folder, func(s *plan.Settings) *string { return &s.Theme })),
)

// Settings reads site.yaml. What it does not say, or says wrongly, has the
// value of Defaults.
func Settings(f *source.File) (plan.Settings, []diag.Finding) {
	r := &reader{file: f}
	s := Defaults()
	readMapping(r, settingsTable, &s)
	return s, r.result()
}
