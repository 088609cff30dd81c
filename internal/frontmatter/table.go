package frontmatter

import (
	"planpress/internal/citation"
	"planpress/internal/diag"
	"planpress/internal/plan"
)

type documentField = field[plan.Document]

// documentTable is the front matter, in the order in which a new document
// lists it. What is decoded, the JSON Schema, the skeleton of a new document
// and "did you mean" all come from here.
var documentTable = func() *fields[plan.Document] {
	list := append(identityFields(), timeFields()...)
	list = append(list, subjectFields()...)
	list = append(list, relationFields()...)
	list = append(list, pageFields()...)
	list = append(list, partFields()...)
	list = append(list, siteFields()...)
	t := table(want{diag.T("các dòng “khóa: giá trị”", `lines of "key: value"`), "title: Kế hoạch …"}, list...)
	t.extra = extra
	return t
}()

func identityFields() []documentField {
	return []documentField{
		{Field{Name: "title", Aliases: []string{"trich_yeu", "trichyeu"}, Required: true, Pages: true, meant: []string{"tieu_de", "ten", "name", "subject"},
			Doc:     diag.T("Tên văn bản, như trích yếu của bản ký.", "Title, as in the signed document."),
			Example: `"Kế hoạch cải cách hành chính năm 2023"`},
			bind(text(500), func(d *plan.Document) *string { return &d.Title })},
		{Field{Name: "type", Aliases: []string{"loai_van_ban", "loaivanban"}, Required: true, meant: []string{"loai", "kind", "layout"},
			Doc:     diag.T("Loại văn bản: mã, tên hoặc chữ viết tắt.", "Type of document: id, name or abbreviation."),
			Example: "ke-hoach"},
			bind(documentType, func(d *plan.Document) **plan.Type { return &d.Type })},
		{Field{Name: "number", Aliases: []string{"so_hieu", "sohieu", "so_ky_hieu"}, meant: []string{"so", "no", "num", "ky_hieu"},
			Doc:     diag.T("Số và ký hiệu, trong dấu nháy kép.", "Number and symbol, in double quotes."),
			Example: `"01/KH-UBND"`},
			bind(number, func(d *plan.Document) *citation.Number { return &d.Number })},
		{Field{Name: "issuer", Aliases: []string{"co_quan_ban_hanh", "coquanbanhanh"}, meant: []string{"author", "org", "organization", "organisation", "co_quan", "agency"},
			Doc:     diag.T("Cơ quan ban hành: mã trong orgs.yaml.", "Issuing body: its id in orgs.yaml."),
			Example: "ubnd-phuong-hoa-giay"},
			bind(ident, func(d *plan.Document) *string { return &d.Issuer })},
		{Field{Name: "issued", Aliases: []string{"ngay_ban_hanh", "ngaybanhanh"}, meant: []string{"date", "ngay", "created", "ngay_ky"},
			Doc:     diag.T("Ngày ban hành, năm-tháng-ngày.", "Date of issue, year-month-day."),
			Example: "2023-01-03"},
			bind(day, func(d *plan.Document) *plan.Date { return &d.Issued })},
		{Field{Name: "place", Aliases: []string{"noi_ban_hanh"}, meant: []string{"dia_danh", "location"},
			Doc:     diag.T("Địa danh trước ngày tháng; không ghi thì lấy của cơ quan.", "Place before the date; by default that of the issuer."),
			Example: "Hoa Giấy"},
			bind(text(100), func(d *plan.Document) *string { return &d.Place })},
		{Field{Name: "signer", Aliases: []string{"nguoi_ky"}, meant: []string{"signed_by"},
			Doc:     diag.T("Người ký.", "Who signed."),
			Example: "\n  name: Nguyễn Văn A\n  position: Chủ tịch\n  authority: TM"},
			signer},
		{Field{Name: "signer_position", Aliases: []string{"chuc_danh_nguoi_ky"},
			Doc:     diag.T("Chức vụ của người ký, khi signer chỉ ghi tên.", "Position, where signer gives only a name."),
			Example: "Chủ tịch"},
			bind(text(200), func(d *plan.Document) *string { return &d.Signer.Position })},
	}
}

func timeFields() []documentField {
	return []documentField{
		{Field{Name: "effective", Aliases: []string{"ngay_hieu_luc", "ngay_co_hieu_luc"}, meant: []string{"hieu_luc"},
			Doc:     diag.T("Ngày có hiệu lực, hoặc on-issue (từ ngày ký).", "First day in force, or on-issue."),
			Example: "on-issue"},
			effective},
		{Field{Name: "expires", Aliases: []string{"ngay_het_hieu_luc"}, meant: []string{"expiry", "het_hieu_luc", "expired"},
			Doc:     diag.T("Ngày cuối còn hiệu lực.", "Last day in force."),
			Example: "2025-12-31"},
			bind(day, func(d *plan.Document) *plan.Date { return &d.Expires })},
		{Field{Name: "effect", Aliases: []string{"tinh_trang_hieu_luc"},
			Doc:     diag.T("Tình trạng hiệu lực ghi tay, chỉ khi trang không tự tính được; phải có lý do.", "Legal effect typed by hand, only where it cannot be computed; needs a reason."),
			Example: "\n  status: expired\n  reason: Theo Thông báo số 12/TB-UBND của tỉnh."},
			bind(typedEffect, func(d *plan.Document) *plan.TypedEffect { return &d.Effect })},
		{Field{Name: "period", Aliases: []string{"giai_doan"}, meant: []string{"year", "nam", "thoi_ky"},
			Doc:     diag.T("Giai đoạn của kế hoạch.", "The span of time that the plan covers."),
			Example: "\n  from: 2023-01\n  to: 2023-12"},
			bind(period, func(d *plan.Document) *plan.Period { return &d.Period })},
	}
}

const (
	maxTopics = 50
	maxPeople = 200
)

func subjectFields() []documentField {
	return []documentField{
		{Field{Name: "summary", Aliases: []string{"tom_tat", "description"}, Pages: true, meant: []string{"excerpt", "abstract", "mo_ta"},
			Doc:     diag.T("Một, hai câu cho người đọc, bằng lời thường.", "One or two sentences for readers, in plain words."),
			Example: "Việc phường sẽ làm trong năm để thủ tục nhanh và rõ hơn."},
			bind(text(1000), func(d *plan.Document) *string { return &d.Summary })},
		{Field{Name: "fields", Aliases: []string{"linh_vuc"}, meant: []string{"category", "categories", "topics", "chu_de", "field"},
			Doc:     diag.T("Lĩnh vực.", "Topics."),
			Example: "[Cải cách hành chính]"},
			bind(list(text(100), maxTopics, false), func(d *plan.Document) *[]string { return &d.Fields })},
		{Field{Name: "scope", Aliases: []string{"pham_vi"}, meant: []string{"dia_ban"},
			Doc:     diag.T("Áp dụng cho cơ quan hoặc địa bàn nào.", "The bodies or places that it applies to."),
			Example: "[ubnd-phuong-hoa-giay]"},
			bind(list(text(200), maxTopics, false), func(d *plan.Document) *[]string { return &d.Scope })},
		{Field{Name: "keywords", Aliases: []string{"tu_khoa"}, Pages: true, meant: []string{"tags", "tag", "keyword"},
			Doc:     diag.T("Từ khóa.", "Key words."),
			Example: "[thủ tục hành chính]"},
			bind(list(text(100), maxTopics, false), func(d *plan.Document) *[]string { return &d.Keywords })},
		{Field{Name: "lang", Aliases: []string{"ngon_ngu"}, Pages: true, meant: []string{"language", "locale"},
			Doc:     diag.T("Ngôn ngữ, nếu khác ngôn ngữ của trang.", "Language, where it is not that of the site."),
			Example: "vi"},
			bind(language, func(d *plan.Document) *string { return &d.Lang })},
		{Field{Name: "translations", Aliases: []string{"ban_dich"}, Pages: true, meant: []string{"translation"},
			Doc:     diag.T("Bản dịch của văn bản này trên cùng trang.", "The same document in other languages."),
			Example: "\n  en: plans/2023/plan-2023"},
			bind(translations, func(d *plan.Document) *[]plan.Translation { return &d.Translations })},
	}
}

func relationFields() []documentField {
	return []documentField{
		{Field{Name: "legal_basis", Aliases: []string{"can_cu_phap_ly", "can_cu", "cancu"}, meant: []string{"basis"},
			Doc:     diag.T("Căn cứ: mã trong documents.yaml hoặc đường dẫn văn bản.", "Legal basis: ids of documents.yaml or paths of documents."),
			Example: "[luat-77-2015]"},
			bind(legalBasis, func(d *plan.Document) *[]plan.Ref { return &d.LegalBasis })},
		{Field{Name: "relations", Aliases: []string{"quan_he"}, Pages: true, meant: []string{"relation", "related", "lien_quan"},
			Doc:     diag.T("Quan hệ với văn bản khác.", "What it does to other documents."),
			Example: "\n  replaces: [plans/2022/ke-hoach-cu]"},
			relations},
		{Field{Name: "replaces", Aliases: []string{"thay_the", "van_ban_thay_the"},
			Doc:     diag.T("Viết gọn của relations: replaces.", "Short for relations: replaces."),
			Example: "[plans/2022/ke-hoach-cu]"},
			relate(plan.Replaces)},
	}
}

func pageFields() []documentField {
	return []documentField{
		{Field{Name: "publication", Aliases: []string{"trang_thai", "status"}, Required: true, Pages: true, lenient: true, meant: []string{"draft", "state", "public"},
			Doc:     diag.T("Trạng thái của trang: draft, scheduled, published hoặc withdrawn.", "State of the page: draft, scheduled, published or withdrawn."),
			Example: "draft"},
			bind(publication, func(d *plan.Document) *plan.Publication { return &d.Publication })},
		{Field{Name: "published", Aliases: []string{"ngay_dang"}, Pages: true, meant: []string{"publish_date", "pubdate"},
			Doc:     diag.T("Ngày đăng lần đầu.", "Day of first publication on the web."),
			Example: "2023-01-04"},
			bind(day, func(d *plan.Document) *plan.Date { return &d.Published })},
		{Field{Name: "reviewed", Aliases: []string{"lastedit", "modified", "ngay_cap_nhat"}, Pages: true, meant: []string{"lastmod", "updated", "last_modified"},
			Doc:     diag.T("Ngày rà soát gần nhất.", "Day of the last review."),
			Example: "2023-06-30"},
			bind(day, func(d *plan.Document) *plan.Date { return &d.Reviewed })},
		{Field{Name: "review_due", Aliases: []string{"han_ra_soat"}, Pages: true,
			Doc:     diag.T("Ngày cần rà soát lại.", "Day of the next review."),
			Example: "2024-01-15"},
			bind(day, func(d *plan.Document) *plan.Date { return &d.ReviewDue })},
		{Field{Name: "history", Aliases: []string{"lich_su"}, Pages: true, meant: []string{"changes", "changelog"},
			Doc:     diag.T("Các lần thay đổi của trang.", "Changes of the page."),
			Example: "\n  - date: 2023-01-04\n    kind: first-published\n    note: Đăng lần đầu."},
			bind(list(historyTable.shape(), 500, false), func(d *plan.Document) *[]plan.Change { return &d.History })},
	}
}

func partFields() []documentField {
	return []documentField{
		{Field{Name: "targets", Aliases: []string{"chi_tieu"}, Doc: diag.T("Chỉ tiêu: danh sách, hoặc tệp CSV trong thư mục cùng tên với văn bản.", "Targets: a list, or a CSV file in the folder named like the document."),
			Example: "\n  - {name: Hồ sơ giải quyết đúng hạn, unit: \"%\", value: \"≥ 95\", by: \"2023\"}"},
			listOrFile(readTargets, targetList.schema, func(d *plan.Document) *string { return &d.TargetsFile })},
		{Field{Name: "tasks", Aliases: []string{"nhiem_vu"}, Doc: diag.T("Nhiệm vụ: danh sách, hoặc tệp CSV trong thư mục cùng tên với văn bản.", "Tasks: a list, or a CSV file in the folder named like the document."),
			Example: "\n  - {name: Rà soát thủ tục hành chính, lead: Văn phòng, deadline: Quý II/2023}"},
			listOrFile(readTasks, taskList.schema, func(d *plan.Document) *string { return &d.TasksFile })},
		{Field{Name: "updates", Aliases: []string{"cap_nhat"}, Doc: diag.T("Tệp CSV cập nhật tiến độ nhiệm vụ và số liệu chỉ tiêu, trong cùng thư mục.", "A CSV file of reports on tasks and targets, in the same folder."),
			Example: "{file: cap-nhat.csv}"},
			listOrFile(nil, nil, func(d *plan.Document) *string { return &d.UpdatesFile })},
		{Field{Name: "budget", Aliases: []string{"kinh_phi"}, Doc: diag.T("Kinh phí.", "Budget."), Example: "Ngân sách phường năm 2023"},
			bind(text(1000), func(d *plan.Document) *string { return &d.Budget })},
		{Field{Name: "attachments", Aliases: []string{"van_ban_dinh_kem", "pdf_url"}, meant: []string{"attachment", "files", "file", "dinh_kem", "tep_dinh_kem"},
			Doc:     diag.T("Tệp đính kèm, để trong thư mục cùng tên với văn bản.", "Attached files, kept in the folder named like the document."),
			Example: "\n  - file: phu-luc.pdf\n    title: Phụ lục I\n    kind: annex"},
			bind(list(attachment, 200, true), func(d *plan.Document) *[]plan.Attachment { return &d.Attachments })},
		{Field{Name: "recipients", Aliases: []string{"noi_nhan"},
			Doc:     diag.T("Nơi nhận, mỗi dòng một nơi.", "Recipients, one a line."),
			Example: "\n  - Đảng ủy, HĐND phường\n  - \"Lưu: VT\""},
			bind(list(text(500), maxPeople, false), func(d *plan.Document) *[]string { return &d.Recipients })},
		{Field{Name: "urgency", Aliases: []string{"do_khan"}, Doc: diag.T("Độ khẩn: khan, thuong-khan hoặc hoa-toc.", "Urgency: khan, thuong-khan or hoa-toc."), Example: "khan"},
			bind(words(choice[string]{word: "khan"}, choice[string]{word: "thuong-khan"}, choice[string]{word: "hoa-toc"}),
				func(d *plan.Document) *string { return &d.Urgency })},
		{Field{Name: "confidentiality", Aliases: []string{"do_mat"},
			Doc:     diag.T("Độ mật; chỉ nhận none, vì văn bản mật không được để ở đây.", "Secrecy; only none, for a secret document must not be here."),
			Example: "none"},
			refuse(secrecy("none", "không", "thường", "không mật"))},
		{Field{Name: "circulation", Aliases: []string{"luu_hanh"},
			Doc:     diag.T("Phạm vi lưu hành; chỉ nhận none (không hạn chế).", "Circulation; only none (not restricted)."),
			Example: "none"},
			refuse(secrecy("none", "không", "không hạn chế", "rộng rãi"))},
		{Field{Name: "contact", Aliases: []string{"lien_he"}, Pages: true, Doc: diag.T("Nơi giải đáp cho người dân.", "Who answers questions."), Example: "Văn phòng, điện thoại 1900 0000"},
			bind(text(500), func(d *plan.Document) *string { return &d.Contact })},
		{Field{Name: "source", Aliases: []string{"pdf_goc", "nguon"}, Pages: true, meant: []string{"origin"},
			Doc:     diag.T("Nguồn của chữ trên trang này.", "Where the text of this page was taken from."),
			Example: "\n  url: https://phuong.example/ke-hoach.html"},
			bind(provenance, func(d *plan.Document) *plan.Provenance { return &d.Source })},
	}
}

func siteFields() []documentField {
	return []documentField{
		{Field{Name: "rating", Aliases: []string{"danh_gia"}, Pages: true, Doc: diag.T("Mời người đọc đánh giá, khi site.yaml có ratings; văn bản thì mặc định có, trang thông tin thì không.", "Ask readers to rate it, where site.yaml has ratings; by default documents ask, and other pages do not."), Example: "true"},
			bind(toggle, func(d *plan.Document) *plan.Switch { return &d.Rating })},
		{Field{Name: "feedback", Aliases: []string{"gop_y"}, Pages: true, Doc: diag.T("Mời người đọc góp ý.", "Ask readers for comments."), Example: "true"},
			bind(onOff, func(d *plan.Document) *bool { return &d.Feedback })},
		{Field{Name: "slug", Pages: true, meant: []string{"url", "permalink", "id", "path"},
			Doc:     diag.T("Phần cuối của địa chỉ, thay cho tên tệp.", "Last part of the address, in place of the file's name."),
			Example: "ke-hoach-cai-cach-hanh-chinh-2023"},
			bind(ident, func(d *plan.Document) *string { return &d.Slug })},
		{Field{Name: "redirect_from", Aliases: []string{"aliases"}, Pages: true, meant: []string{"redirect", "redirects", "old_url"},
			Doc:     diag.T("Địa chỉ cũ trên trang này, dẫn tới đây.", "Old addresses on this site that lead here."),
			Example: "[tin-tuc/ke-hoach-cu.html]"},
			bind(list(oldPath, maxTopics, true), func(d *plan.Document) *[]string { return &d.RedirectFrom })},
		{Field{Name: "weight", Aliases: []string{"thu_tu"}, Pages: true, meant: []string{"order"},
			Doc:     diag.T("Thứ tự trong danh sách trang; số nhỏ đứng trước.", "Order among pages; smaller comes first."),
			Example: "10"},
			bind(weight, func(d *plan.Document) *int { return &d.Weight })},
		{Field{Name: "silence", Aliases: []string{"bo_qua"}, Pages: true, meant: []string{"silences", "ignore", "suppress"},
			Doc:     diag.T("Cảnh báo được bỏ qua, kèm lý do. Lỗi thì không bỏ qua được.", "Warnings not to be shown, with the reason. Errors cannot be silenced."),
			Example: "\n  - code: P061\n    reason: Bản gốc viết như vậy."},
			bind(list(silence, maxTopics, false), func(d *plan.Document) *[]plan.Silence { return &d.Silences })},
	}
}
