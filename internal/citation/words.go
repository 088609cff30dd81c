package citation

// The words of Vietnamese prose that a citation is told by. All are in small
// letters and matched in any case, as whole words.

// typeNames are the words for types of documents. Longer names that end or
// begin in the same words need no order: the longest that fits is taken.
var typeNames = indexed(
	// Decree 30/2020/NĐ-CP, Art. 7
	"nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình", "kế hoạch",
	"phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện", "bản ghi nhớ", "bản thỏa thuận", "bản thoả thuận",
	"giấy phép", "giấy phép xây dựng", "giấy ủy quyền", "giấy uỷ quyền", "giấy mời", "giấy giới thiệu", "phiếu gửi", "phiếu chuyển", "phiếu báo", "công văn", "thư công", "văn bản",
	// normative
	"luật", "bộ luật", "pháp lệnh", "lệnh", "sắc lệnh", "sắc luật", "hiến pháp", "nghị định", "thông tư", "thông tư liên tịch", "thông tư liên bộ",
	"nghị quyết liên tịch", "quyết định liên tịch", "văn bản hợp nhất",
	// of the Party
	"kết luận", "thông tri", "quy trình", "nghị quyết chuyên đề",
	// longer names in use
	"chương trình hành động", "chương trình phối hợp", "chương trình công tác", "kế hoạch hành động", "kế hoạch phối hợp", "kế hoạch liên tịch", "kế hoạch liên ngành",
	"quy chế phối hợp", "hướng dẫn liên ngành", "hướng dẫn liên tịch", "thông báo kết luận", "công văn hỏa tốc", "công văn khẩn", "công điện khẩn", "công điện hỏa tốc",
	"giấy phép", "giấy chứng nhận", "giấy xác nhận", "phiếu trình", "bản án", "cáo trạng", "kháng nghị", "thông tư liên ngành", "kết luận thanh tra", "kế hoạch kiểm tra",
)

// shortTypes are abbreviations that stand for the words: “NĐ 30/2020/NĐ-CP”.
var shortTypes = [...]string{"NQ", "QĐ", "NĐ", "TT", "TTLT", "CT", "KH", "CTr", "KL", "TB", "BC", "CV", "HD", "TTr", "VBHN"}

// noDocument are last syllables of what is numbered and is no document:
// “mẫu số 01/QĐ”, “tài khoản số …”, “số nhà 12/KH”.
var noDocument = indexed(
	"mẫu", "biểu", "bảng", "lục", "khai", "lô", "thửa", "nhà", "đường", "phố", "ngõ", "ngách", "hẻm", "kiệt", "đơn", "lai", "thầu", "khoản", "mã", "hình", "đồ",
	"hộ", "quầy", "bàn", "xe", "cột", "trạm", "vé", "thẻ", "lộ", "máy", "phòng", "ô", "form", "sổ", "seri",
)

// provisional words make of a law what is none yet: “dự thảo Luật …”.
var unfinished = indexed("dự thảo", "dự án")

// notLaws stand before “Luật” where that is a subject or part of a name.
var notLaws = [...]string{"học", "khoa", "ty", "phòng", "nhân", "sĩ", "ngành", "viện", "môn", "pháp", "kỷ", "hội", "lớp", "chuyên"}

// endsLawName are words that are not part of the name of a law.
var endsLawName = indexed(
	"được", "đã", "đang", "sẽ", "từ", "đến", "trong", "thông qua", "ban hành", "quy định", "có", "kế hoạch", "hiệu lực", "giai đoạn", "đợt", "cuối năm", "đầu năm",
	"hết năm", "trước năm", "sau năm", "hằng năm", "hàng năm", "vào năm", "sau khi", "trước khi", "khi", "do", "này", "nêu", "về", "triển khai", "tuyên truyền", "phổ biến",
	"các", "những", "là", "nhằm", "để", "cùng", "tháng", "quý", "thực hiện", "mỗi", "nghị định", "thông tư", "nghị quyết", "quyết định", "ngày", "năm", "báo cáo", "phải", "với", "hội nghị",
)

// excused are words with which names of laws go on, though their first word
// ends one elsewhere.
var excused = indexed(
	"cho doanh nghiệp", "tại doanh nghiệp", "theo hợp đồng", "vào sản xuất", "vào doanh nghiệp", "có công", "có điều kiện", "với cách mạng", "tại việt nam", "tại tòa án", "tại toà án",
)

// endsLawNameUnless are words that end a name where they are not in excused.
var endsLawNameUnless = indexed("cho", "tại", "theo", "vào")

// endsIssuer are words that the name of a body does not have: what the body
// did, when, and about what.
var endsIssuer = indexed(
	"về", "ngày", "và", "tại", "trả lời", "cắt", "xin", "quy định", "ban hành", "hướng dẫn", "phê duyệt", "đã", "được", "có", "thì", "để", "theo", "nêu", "là", "trong", "với", "từ", "đến", "tới",
	"do", "cho", "khi", "như", "năm", "tháng", "quý", "kèm", "sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "số", "ký", "cũng", "mà", "không", "phải", "đối với", "nhằm", "trên",
	"vẫn", "còn", "sẽ", "đang", "hết", "bị", "chưa", "gồm", "bao gồm", "giao", "yêu cầu", "này", "đó", "nói", "xác định", "đề ra", "đặt ra", "triển khai", "thực hiện", "chỉ đạo", "tổ chức",
	"công bố", "thông qua", "tiếp tục", "căn cứ", "vì", "nên", "cần", "nếu", "đều", "lên", "gửi", "đăng", "trước", "sau", "dưới", "cùng", "hoặc", "hay", "nhưng", "nhấn mạnh", "khẳng định",
	"chỉ rõ", "chỉ ra", "cụ thể", "cụ thể hóa", "cụ thể hoá", "điều chỉnh", "đề nghị", "đề xuất", "kiến nghị", "thông báo", "kết luận", "báo cáo", "trình bày", "trình quốc hội", "trình hđnd", "lập kế hoạch", "lập dự toán", "lập danh sách", "tăng cường", "đẩy mạnh", "nâng cao", "xử lý", "áp dụng",
	"công nhận", "thành lập", "kiện toàn", "bổ nhiệm", "đánh giá", "tổng kết", "sơ kết", "cập nhật", "liên quan", "đính kèm", "vừa", "mới", "của", "giai đoạn", "nhiệm kỳ", "thay", "vào", "ở", "rằng",
	"so", "giữa", "cấp cho", "ra", "làm căn cứ", "làm cơ sở", "dành", "tuy", "song", "trừ", "ngoài", "nay", "rồi", "hiện hành", "hiện nay", "chậm nhất", "đồng thời", "quyết định", "kế hoạch", "nghị quyết", "đặt mục tiêu", "nghị định",
	"thông tư", "luật", "pháp lệnh", "bộ luật", "công văn", "tờ trình", "giao cho", "nói trên", "mang", "gắn", "cho thấy", "khiến", "giúp", "ghi rõ", "ghi nhận", "thuộc diện", "cho phép", "v/v",
	"bằng", "bởi", "nhân dịp", "lại", "mỗi", "đưa", "gọi", "tức", "liền", "thể hiện", "hỗ trợ", "bắt buộc", "dự kiến", "đồng ý", "chấp thuận", "kể", "lấy", "trích", "thống nhất", "phân công", "phân bổ", "chọn", "đòi hỏi", "tạo điều kiện",
	"coi", "xem", "phục vụ", "khuyến khích", "góp phần", "ấn định", "bảo đảm", "đảm bảo", "tập trung", "chấm dứt", "đề cập", "vạch", "mở rộng", "mở ra", "dẫn chiếu", "sang", "liệt kê", "kết hợp", "thu hồi", "tạm", "nhận định", "phát động",
	"phát hành", "rà soát", "khen thưởng", "tặng", "lưu", "đạt", "nhắc", "bắt đầu", "kết thúc", "quyết nghị", "giải thích", "cấm", "hoàn thành", "chuyển", "gia hạn", "hoãn", "tiến hành", "cam kết", "mời",
	"phân cấp", "ủy quyền", "uỷ quyền", "đính chính", "phối hợp", "kiểm tra", "giám sát", "nghiệm thu",
)

// bodyHeads begin the names of bodies that have “và” and commas in them: “Bộ
// Văn hóa, Thể thao và Du lịch”. Another of them behind “và” is another body.
var bodyHeads = indexed("bộ", "sở", "phòng", "ban", "ủy ban", "uỷ ban", "cục", "vụ", "viện", "trung tâm", "chi cục", "tổng cục", "đảng ủy", "đảng uỷ", "giám đốc sở", "bộ trưởng bộ")

// otherBodies follow “và” as a second issuer.
var otherBodies = indexed(
	"chính phủ", "thủ tướng", "quốc hội", "hội đồng", "ubnd", "hđnd", "chủ tịch", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "mặt trận", "tòa án", "toà án", "viện kiểm sát", "ngân hàng",
	"công an", "bảo hiểm", "thanh tra", "đại hội", "thường trực", "đoàn", "hội", "liên đoàn", "ubmttq", "văn phòng", "tổng", "kho bạc", "trường",
)

// smallIssuers may begin the words of an issuer in small letters.
var smallIssuers = indexed(
	"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "bộ", "sở", "ủy ban", "uỷ ban", "liên bộ", "liên ngành", "liên sở", "đảng ủy", "đảng uỷ", "chính phủ", "quốc hội",
	"hội đồng", "ban", "chủ tịch", "thủ tướng", "phòng", "cục", "đại hội", "trung ương", "thường trực", "thành ủy", "tỉnh ủy", "giám đốc", "bộ trưởng",
)

var (
	soWords = indexed("số", "số hiệu", "số ký hiệu")
	joiners = indexed("và", "hoặc", "hay", "với", "cùng", "đến", "các")
)

// amending stands between an amending law and the law that it amends.
var amending = indexed("một số điều của", "một số nội dung của", "các điều của", "bổ sung", "của", "và")

var (
	beforeDay = indexed("ban hành", "ký", "ký ban hành", "đề", "cùng", "được ban hành", "được ký", "ra")
	// afterDay is what makes a date behind a comma part of the citation.
	afterDay = indexed("của", "về")
)

var (
	// otherSources follow a place in a document that numbers do not name.
	otherSources = indexed("số", "các", "chương", "mục", "phần", "phụ lục", "công ước", "điều lệ", "hiệp định", "nội quy", "hiến chương", "bộ quy tắc", "nghị định thư")
	// behindPlace follow a list of articles or clauses.
	behindPlace = indexed("của", "điều", "trong", "tại", "nêu", "này", "trên", "và", "là", "được", "phải", "quy định", "theo")
	// duties follow the head of a body in small letters: “Ban chỉ đạo”.
	duties = indexed("chỉ đạo", "tổ chức", "phục vụ", "kiểm tra", "hỗ trợ", "xử lý", "thực hiện", "giám sát", "chuyển giao")
	// inBodies are parts of names of bodies that hold words of endsIssuer.
	inBodies = indexed("chuyển đổi số", "và tìm kiếm cứu nạn", "nông thôn mới", "thực hiện quy chế dân chủ", "dân số", "đổi mới", "cho vay", "và nhỏ", "nhỏ và vừa", "và phát triển nông thôn", "và đào tạo", "và công nghệ", "và môi trường", "và xã hội", "và đầu tư", "và truyền thông", "và thể thao", "và du lịch", "và an toàn", "và tôn giáo")
)

var (
	// wholeBodies are names, or beginnings of names, behind which only a level
	// or a place belongs to the name.
	wholeBodies = indexed(
		"chính phủ", "thủ tướng", "thủ tướng chính phủ", "hội đồng bộ trưởng", "bộ chính trị", "bộ chính trị, ban bí thư", "bộ chính trị và ban bí thư", "chính phủ lâm thời", "ban bí thư", "quốc hội", "ủy ban thường vụ quốc hội", "uỷ ban thường vụ quốc hội", "chủ tịch nước",
		"hội đồng nhà nước", "hội đồng chính phủ", "văn phòng chính phủ", "văn phòng quốc hội", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "tỉnh uỷ", "thành uỷ", "huyện uỷ", "thị uỷ", "quận uỷ",
		"hội đồng nhân dân", "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "hđnd", "tòa án nhân dân", "toà án nhân dân", "viện kiểm sát nhân dân", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "hđbt", "ubtvqh",
	)
	// bodyFields complete the name of a ministry, a department or a division.
	bodyFields = indexed(
		"tài chính", "nội vụ", "y tế", "tư pháp", "công thương", "công an", "quốc phòng", "ngoại giao", "ngoại vụ", "xây dựng", "giao thông vận tải", "giáo dục và đào tạo", "khoa học và công nghệ", "văn hóa, thể thao và du lịch",
		"văn hoá, thể thao và du lịch", "văn hóa và thể thao", "văn hóa - xã hội", "lao động - thương binh và xã hội", "lao động, thương binh và xã hội", "nông nghiệp và phát triển nông thôn", "nông nghiệp và môi trường",
		"tài nguyên và môi trường", "thông tin và truyền thông", "kế hoạch và đầu tư", "dân tộc và tôn giáo", "dân tộc", "du lịch", "tài chính - kế hoạch", "kinh tế", "kinh tế, hạ tầng và đô thị", "quy hoạch - kiến trúc",
	)
	levels = indexed("tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "xã", "phường", "đặc khu", "cấp tỉnh", "cấp huyện", "cấp xã", "cấp cao")
	// behindWhole go on after the name, the level or the place.
	behindWhole = indexed("khóa", "khoá", "lần", "thứ", "nước", "tối cao", "thuộc", "trực thuộc trung ương", "trung ương")
)

// lawHeads are the beginnings of names of laws, as they are written.
var lawHeads = [...]string{"Luật", "LUẬT", "Bộ luật", "Bộ Luật", "BỘ LUẬT", "Pháp lệnh", "PHÁP LỆNH", "Hiến pháp", "HIẾN PHÁP"}
