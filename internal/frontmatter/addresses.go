package frontmatter

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/viet"
)

const maxAddress = 2000

var wantURL = want{diag.T("một địa chỉ web", "a web address"), "https://…"}

// webAddress is an absolute http or https URL.
var webAddress = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, wantURL)
		if !ok || !r.plainText(n, at, s, maxAddress) {
			return "", false
		}
		u, err := url.Parse(s)
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && !strings.ContainsAny(s, " \\\"<>") {
			return s, true
		}
		r.add(ruleAddress.At(r.pos(n), diag.T("%s: “%s” không phải là địa chỉ http hay https", "%s: %q is not an http or https address", at, shorten(s, 80))).
			WithHint(diag.T("viết đủ địa chỉ, bắt đầu bằng https://", "write the whole address, beginning with https://")))
		return "", false
	},
	schema: object{"type": "string", "pattern": "^https?://[^ ]+$", "maxLength": maxAddress},
}

// cleanPath says what is wrong with a relative path of the site, or "".
func cleanPath(s string) diag.Text {
	switch {
	case strings.Contains(s, "://") || strings.HasPrefix(s, "//"):
		return diag.T("là một địa chỉ web", "is a web address")
	case strings.Contains(s, `\`) || len(s) > 1 && s[1] == ':':
		return diag.T("viết theo kiểu Windows", "is written in the Windows way")
	case strings.HasPrefix(s, "/") || strings.HasPrefix(s, "~"):
		return diag.T("bắt đầu từ ngoài thư mục này", "begins outside this folder")
	case strings.ContainsFunc(s, unicode.IsControl):
		return diag.T("có ký tự điều khiển", "holds control characters")
	}
	for part := range strings.SplitSeq(s, "/") {
		switch {
		case part == "..":
			return diag.T("đi ra ngoài thư mục (..)", "leaves the folder (..)")
		case strings.HasPrefix(part, "."):
			return diag.T("có phần bắt đầu bằng dấu chấm", "has a part that begins with a dot")
		}
	}
	if path.Clean(s) != s {
		return diag.T("có dấu / thừa", "has a superfluous /")
	}
	return diag.Text{}
}

// refusePath reports a path that is not clean.
func (r *reader) refusePath(n *yaml.Node, at, s string, why, hint diag.Text) {
	r.add(rulePath.At(r.pos(n), diag.Text{
		VI: at + ": “" + shorten(s, 80) + "” " + why.VI,
		EN: at + `: "` + shorten(s, 80) + `" ` + why.EN,
	}).WithHint(hint))
}

var wantFile = want{diag.T("tên một tệp", "the name of a file"), "ke-hoach.pdf"}

// attachedFile is a file in the document's own folder.
var attachedFile = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, wantFile)
		if !ok || !r.plainText(n, at, s, 255) {
			return "", false
		}
		s = strings.TrimPrefix(s, "./")
		if why := cleanPath(s); why != (diag.Text{}) {
			r.refusePath(n, at, s, why, diag.T(
				"đặt tệp vào thư mục cùng tên với văn bản và chỉ viết tên tệp; trang gốc ghi ở source.url",
				"put the file into the folder named like the document and write only its name; the original page belongs in source.url"))
			return "", false
		}
		return s, true
	},
	schema: object{"type": "string", "minLength": 1, "maxLength": 255, "pattern": `^[^./\\:~][^/\\:]*(/[^./\\:][^/\\:]*)*$`},
}

var wantRef = want{diag.T("mã trong documents.yaml hoặc đường dẫn của một văn bản", "an id of documents.yaml or the path of a document"),
	"plans/2023/ten-van-ban"}

// reference names another document. The ".md" that its file has, and the
// folder "content/", may be written and mean nothing.
var reference = shape[plan.Ref]{
	read: func(r *reader, n *yaml.Node, at string) (plan.Ref, bool) {
		s, ok := r.scalar(n, at, wantRef)
		if !ok || !r.plainText(n, at, s, 255) {
			return plan.Ref{}, false
		}
		s = strings.TrimPrefix(strings.TrimSuffix(s, ".md"), "content/")
		if why := cleanPath(s); why != (diag.Text{}) {
			r.refusePath(n, at, s, why, diag.T(
				"văn bản ở nơi khác: thêm một mục vào documents.yaml rồi viết mã của nó; văn bản của trang này: viết như plans/2023/ten-van-ban",
				"for a document elsewhere add an entry to documents.yaml and write its id; for one of this site write plans/2023/name"))
			return plan.Ref{}, false
		}
		return plan.Ref{Target: s, Pos: r.pos(n)}, true
	},
	schema: object{"type": "string", "minLength": 1, "maxLength": 255},
}

var wantOldPath = want{diag.T("một địa chỉ cũ của trang này", "an old address of this site"), "tin-tuc/ke-hoach-cu.html"}

// oldPath is a path below the site's root, kept without a leading slash.
var oldPath = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, wantOldPath)
		if !ok || !r.plainText(n, at, s, 255) {
			return "", false
		}
		trimmed := strings.TrimPrefix(s, "/")
		why := cleanPath(strings.TrimSuffix(trimmed, "/"))
		switch {
		case strings.HasPrefix(trimmed, "/"):
			why = diag.T("là một địa chỉ web", "is a web address")
		case strings.ContainsAny(s, "?#"):
			why = diag.T("có ? hoặc #, mà trang tĩnh không nhận được", "has a ? or #, which a static site never gets to see")
		case trimmed == "":
			why = diag.T("là trang chủ", "is the home page")
		}
		if why != (diag.Text{}) {
			r.refusePath(n, at, s, why, diag.T("chỉ viết phần sau tên miền, ví dụ: tin-tuc/ke-hoach-cu.html",
				"write only what follows the domain, for example: tin-tuc/ke-hoach-cu.html"))
			return "", false
		}
		return trimmed, true
	},
	schema: object{"type": "string", "minLength": 1, "maxLength": 255, "pattern": `^/?[^./\\?#:~][^/\\?#:]*(/[^./\\?#:][^/\\?#:]*)*/?$`},
}

const identPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

var (
	wantIdent = want{diag.T("một mã gồm a-z, 0-9 và dấu -", "an identifier of a-z, 0-9 and -"), "ubnd-phuong-hoa-giay"}
)

// ident is a name for machines: an id, or the last part of a URL.
var ident = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, wantIdent)
		if !ok || isIdent(s) {
			return s, ok
		}
		f := ruleIdent.At(r.pos(n), diag.T("%s: “%s” chỉ được có a-z, 0-9 và dấu - ở giữa, dài nhất %d ký tự",
			"%s: %q may only have a-z, 0-9 and single - between them, at most %d characters", at, shorten(s, 60), maxIdent))
		f.Hint = diag.T("viết như: %s", "write it like: %s", wantIdent.example)
		if slug := viet.Slug(s); slug != "" && slug != s && isIdent(slug) {
			f.Hint = diag.T("viết: %s", "write: %s", slug)
		}
		r.add(f)
		return "", false
	},
	schema: object{"type": "string", "pattern": identPattern, "maxLength": maxIdent},
}

const maxIdent = 100

func isIdent(s string) bool {
	if s == "" || len(s) > maxIdent || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

var (
	langRE   = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	wantLang = want{diag.T("một mã ngôn ngữ", "a language code"), "vi"}
)

// language is a tag of BCP 47, such as vi or en-GB.
var language = shape[string]{
	read: func(r *reader, n *yaml.Node, at string) (string, bool) {
		s, ok := r.scalar(n, at, wantLang)
		if !ok || r.languageTag(n, at, s) {
			return s, ok
		}
		return "", false
	},
	schema: object{"type": "string", "pattern": langRE.String()},
}

func (r *reader) languageTag(n *yaml.Node, at, s string) bool {
	if s == "vi" || s == "en" || langRE.MatchString(s) {
		return true
	}
	r.add(ruleValue.At(r.pos(n), diag.T("%s: “%s” không phải là mã ngôn ngữ", "%s: %q is not a language code", at, shorten(s, 40))).
		WithHint(diag.T("tiếng Việt là vi, tiếng Anh là en", "Vietnamese is vi, English is en")))
	return false
}
