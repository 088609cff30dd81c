package matrix

import (
	"strings"

	"planpress/internal/plan"
	"planpress/internal/viet"
)

// Bodies takes apart a cell that names bodies: “Sở A; Sở B”, “Văn phòng, Công
// an phường”. A comma parts only where the name of a body follows, for names
// have commas too: “Phòng Kinh tế, Hạ tầng và Đô thị”. What stands for several
// bodies at once, “Các phòng, ban”, is kept whole.
func Bodies(text string) []plan.OrgRef {
	var out []plan.OrgRef
	for part := range strings.SplitSeq(text, ";") {
		for part != "" {
			var one string
			if one, part = firstBody(part); one != "" {
				out = append(out, body(one))
			}
		}
	}
	return out
}

// firstBody gives the text up to the first comma behind which a body begins.
func firstBody(text string) (one, rest string) {
	for i := 0; ; {
		cut := strings.IndexByte(text[i:], ',')
		if cut < 0 {
			return strings.TrimSpace(text), ""
		}
		i += cut + 1
		if startsBody(strings.TrimSpace(text[i:])) {
			return strings.TrimSpace(text[:i-1]), text[i:]
		}
	}
}

// body tells an id from a name. An id has a hyphen, and nothing but a-z, 0-9.
func body(text string) plan.OrgRef {
	if strings.Contains(text, "-") && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" {
		return plan.OrgRef{ID: text}
	}
	return plan.OrgRef{Name: text, Collective: collective(text)}
}

// bodyWords are what names of bodies begin with.
var bodyWords = [...]string{"phong ", "so ", "bo ", "ban ", "van phong", "trung tam ", "ubnd ", "uy ban ", "hdnd ", "hoi dong ", "cong an ", "tram ", "truong ",
	"hoi ", "doan ", "mat tran ", "ubmttq ", "uy ban mttq", "toa an ", "vien ", "cuc ", "chi cuc ", "to ", "thanh tra", "kho bac ", "bao hiem ", "chi nhanh ", "hat ",
	"doi ", "lien doan ", "cong ty ", "doanh nghiep ", "ngan hang ", "dang uy", "bchqs", "bo chi huy ", "thue ", "quy ", "buu dien ", "dien luc "}

// startsBody reports whether a text begins with the name of a body: a word for
// one, with a capital, and more behind it; or with what stands for several; or
// with an id.
func startsBody(text string) bool {
	first, _, _ := strings.Cut(text, ",")
	if ref := body(strings.TrimSpace(first)); ref.ID != "" {
		return true
	}
	head := viet.Fold(text[:min(len(text), 60)])
	if strings.HasPrefix(head, "cac ") || strings.HasPrefix(head, "toan the ") {
		return true
	}
	if text == "" || strings.ToLower(text[:1]) == text[:1] && text[0] < 0x80 || strings.HasPrefix(text, "đ") {
		return false
	}
	for _, w := range bodyWords {
		if strings.HasPrefix(head, w) {
			return true
		}
	}
	return false
}

// collective reports whether a text stands for several bodies without naming
// them.
func collective(text string) bool {
	s := viet.Fold(text)
	for _, w := range [...]string{"cac ", "toan the ", "toan bo ", "tat ca ", "moi ", "nhung "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	for _, w := range [...]string{"ubnd cac ", "uy ban nhan dan cac ", " cac phuong", " cac xa", " lien quan", " cac to dan pho", " cac cap"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// joinBodies writes bodies so that Bodies reads them.
func joinBodies(refs []plan.OrgRef) string {
	parts := make([]string, len(refs))
	for i, r := range refs {
		if parts[i] = r.Name; r.Name == "" {
			parts[i] = r.ID
		}
	}
	return strings.Join(parts, "; ")
}
