package plan

import (
	"strings"

	"planpress/internal/diag"
	"planpress/internal/viet"
)

// Types lists all types of documents: those of administration, then the
// normative ones, then those of the Party. Callers must not change it.
//
// Sources: Decree 30/2020/NĐ-CP, Art. 7 and App. III (the 29 administrative
// types, three sorts of copies); Law 64/2025/QH15, Art. 4, and the laws before
// it (normative documents); Regulation 66-QĐ/TW of 2017 and Instruction
// 36-HD/VPTW of 2018 (Party).
func Types() []*Type { return types[:] }

// TypeByID gives the type with an id, or nil.
func TypeByID(id string) *Type {
	for _, t := range types {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// TypesByAbbr gives the types that an abbreviation in a number may stand for,
// in the order of Types. Abbreviations are compared as they are written, for
// ĐA and DA, TTr and TTR are not the same.
func TypesByAbbr(abbr string) []*Type {
	var out []*Type
	for _, t := range types {
		if t.HasAbbr(abbr) {
			out = append(out, t)
		}
	}
	return out
}

// FindType gives the type that somebody means by an id (“ke-hoach”), a name
// in Vietnamese, with marks and capitals or without (“Kế hoạch”, “ke hoach”), a
// name in English (“plan”), or an abbreviation (“KH”); nil where there is none.
// Where several families share a name or an abbreviation the administrative
// type is meant, then the normative one.
func FindType(s string) *Type {
	s = strings.TrimSpace(viet.NFCString(s))
	if s == "" {
		return nil
	}
	slug := viet.Slug(s)
	for _, same := range []func(*Type) bool{
		func(t *Type) bool { return t.ID == slug },
		func(t *Type) bool { return t.HasAbbr(s) },
		func(t *Type) bool { return viet.Slug(t.Name.VI) == slug },
		func(t *Type) bool { return strings.EqualFold(t.Name.EN, s) },
	} {
		for _, t := range types {
			if same(t) {
				return t
			}
		}
	}
	return nil
}

// HasAbbr reports whether numbers of the type may carry an abbreviation.
func (t *Type) HasAbbr(abbr string) bool {
	if abbr == "" {
		return false
	}
	if t.Abbr == abbr {
		return true
	}
	for _, a := range t.OtherAbbrs {
		if a == abbr {
			return true
		}
	}
	return false
}

// In gives the type of the same name in another family, or nil: the Party's
// Kế hoạch for the administration's.
func (t *Type) In(f Family) *Type {
	for _, other := range types {
		if other.Family == f && other.Name.VI == t.Name.VI {
			return other
		}
	}
	return nil
}

// types is never changed.
var types = [...]*Type{
	administrative("nghi-quyet", "NQ", "Nghị quyết", "Resolution"),
	administrative("quyet-dinh", "QĐ", "Quyết định", "Decision"),
	administrative("chi-thi", "CT", "Chỉ thị", "Directive"),
	administrative("quy-che", "QC", "Quy chế", "Statute"),
	administrative("quy-dinh", "QyĐ", "Quy định", "Regulation"),
	administrative("thong-cao", "TC", "Thông cáo", "Communiqué"),
	administrative("thong-bao", "TB", "Thông báo", "Notice"),
	administrative("huong-dan", "HD", "Hướng dẫn", "Guidance"),
	administrative("chuong-trinh", "CTr", "Chương trình", "Programme"),
	administrative("ke-hoach", "KH", "Kế hoạch", "Plan"),
	administrative("phuong-an", "PA", "Phương án", "Option paper"),
	administrative("de-an", "ĐA", "Đề án", "Scheme"),
	administrative("du-an", "DA", "Dự án", "Project"),
	administrative("bao-cao", "BC", "Báo cáo", "Report"),
	administrative("bien-ban", "BB", "Biên bản", "Minutes"),
	administrative("to-trinh", "TTr", "Tờ trình", "Submission"),
	administrative("hop-dong", "HĐ", "Hợp đồng", "Contract"),
	administrative("cong-dien", "CĐ", "Công điện", "Telegram"),
	administrative("ban-ghi-nho", "BGN", "Bản ghi nhớ", "Memorandum of understanding", "GN"),
	administrative("ban-thoa-thuan", "BTT", "Bản thỏa thuận", "Agreement", "TTh"),
	administrative("giay-uy-quyen", "GUQ", "Giấy ủy quyền", "Letter of authorisation", "UQ"),
	administrative("giay-moi", "GM", "Giấy mời", "Invitation"),
	administrative("giay-gioi-thieu", "GGT", "Giấy giới thiệu", "Letter of introduction"),
	administrative("giay-nghi-phep", "GNP", "Giấy nghỉ phép", "Leave certificate", "NP"),
	administrative("phieu-gui", "PG", "Phiếu gửi", "Dispatch slip"),
	administrative("phieu-chuyen", "PC", "Phiếu chuyển", "Transfer slip"),
	administrative("phieu-bao", "PB", "Phiếu báo", "Notification slip"),
	administrative("cong-van", "", "Công văn", "Official letter"),
	administrative("thu-cong", "", "Thư công", "Formal letter"),
	administrative("sao-y", "SY", "Sao y", "True copy"),
	administrative("trich-sao", "TrS", "Trích sao", "Extract"),
	administrative("sao-luc", "SL", "Sao lục", "Copy of a copy"),

	normative("hien-phap", "", "Hiến pháp", "Constitution"),
	normative("bo-luat", "", "Bộ luật", "Code"),
	normative("luat", "", "Luật", "Law"),
	normative("phap-lenh", "PL", "Pháp lệnh", "Ordinance"),
	normative("lenh", "L", "Lệnh", "Order"),
	normative("nghi-quyet-qppl", "NQ", "Nghị quyết", "Resolution"),
	normative("nghi-quyet-lien-tich", "NQLT", "Nghị quyết liên tịch", "Joint resolution"),
	normative("nghi-dinh", "NĐ", "Nghị định", "Decree"),
	normative("quyet-dinh-qppl", "QĐ", "Quyết định", "Decision"),
	normative("chi-thi-qppl", "CT", "Chỉ thị", "Directive"),
	normative("thong-tu", "TT", "Thông tư", "Circular"),
	normative("thong-tu-lien-tich", "TTLT", "Thông tư liên tịch", "Joint circular"),
	normative("van-ban-hop-nhat", "VBHN", "Văn bản hợp nhất", "Consolidated text"),

	party("nghi-quyet-dang", "NQ", "Nghị quyết", "Resolution"),
	party("quyet-dinh-dang", "QĐ", "Quyết định", "Decision"),
	party("chi-thi-dang", "CT", "Chỉ thị", "Directive"),
	party("ket-luan", "KL", "Kết luận", "Conclusion"),
	party("quy-che-dang", "QC", "Quy chế", "Statute", "QCh"),
	party("quy-dinh-dang", "QyĐ", "Quy định", "Regulation", "QĐ", "QĐi"),
	party("thong-tri", "TTri", "Thông tri", "Circular note", "TT"),
	party("huong-dan-dang", "HD", "Hướng dẫn", "Guidance"),
	party("thong-bao-dang", "TB", "Thông báo", "Notice"),
	party("thong-cao-dang", "TC", "Thông cáo", "Communiqué"),
	party("bao-cao-dang", "BC", "Báo cáo", "Report"),
	party("ke-hoach-dang", "KH", "Kế hoạch", "Plan"),
	party("chuong-trinh-dang", "CTr", "Chương trình", "Programme"),
	party("de-an-dang", "ĐA", "Đề án", "Scheme"),
	party("phuong-an-dang", "PA", "Phương án", "Option paper"),
	party("to-trinh-dang", "TTr", "Tờ trình", "Submission"),
	party("cong-van-dang", "CV", "Công văn", "Official letter"),
	party("bien-ban-dang", "BB", "Biên bản", "Minutes"),
}

func administrative(id, abbr, vi, en string, others ...string) *Type {
	return &Type{id, abbr, others, diag.Text{VI: vi, EN: en}, Administrative}
}

func normative(id, abbr, vi, en string, others ...string) *Type {
	return &Type{id, abbr, others, diag.Text{VI: vi, EN: en}, Normative}
}

func party(id, abbr, vi, en string, others ...string) *Type {
	return &Type{id, abbr, others, diag.Text{VI: vi, EN: en}, Party}
}
