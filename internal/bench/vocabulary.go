package bench

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What sentences are made of: somebody does something, of a field or of all,
// under some circumstances. There is enough of it that a document has some 500
// pairs of neighbours of which a fifth occur twice, as real plans have: a search
// finds its way among few words too easily or not at all.
var (
	actors = []string{"Ủy ban nhân dân phường", "công chức văn phòng", "công chức địa chính", "công chức tư pháp hộ tịch", "Công an phường", "tổ dân phố",
		"các tổ chức đoàn thể", "Mặt trận Tổ quốc phường", "Đoàn Thanh niên", "Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Trung tâm phục vụ hành chính công",
		"các trường học", "Trạm Y tế", "Ban Chỉ huy Quân sự", "tổ công nghệ số cộng đồng", "các hộ kinh doanh", "người đứng đầu đơn vị", "ban giám sát cộng đồng", "chủ đầu tư", "cơ quan chuyên môn"}

	deeds = []string{"tiếp tục nâng cao", "rà soát", "kiểm tra", "tổ chức triển khai", "xây dựng", "hoàn thiện", "công khai", "phối hợp thực hiện", "báo cáo", "theo dõi",
		"đôn đốc", "hướng dẫn", "tuyên truyền", "bố trí kinh phí cho", "đánh giá", "cập nhật", "thẩm định", "số hóa", "giám sát", "bồi dưỡng", "khắc phục hạn chế về", "xử lý",
		"tiếp nhận", "niêm yết", "lấy ý kiến nhân dân về", "tổng kết", "nhân rộng", "duy trì", "mở rộng", "sửa chữa", "lắp đặt", "quy hoạch", "cải tạo", "phân công người phụ trách",
		"huy động nguồn lực cho", "chuẩn hóa", "rút ngắn thời gian", "thống kê", "bàn giao", "kiện toàn", "vận động nhân dân tham gia", "ký kết quy chế về", "đề xuất", "bảo đảm"}

	things = []string{"quy chế làm việc", "hồ sơ lưu trữ", "kỷ luật công vụ", "đội ngũ cán bộ", "dự toán ngân sách", "trụ sở làm việc", "chỉ số hài lòng", "đường dây nóng", "cổng thông tin điện tử",
		"phong trào thi đua", "báo cáo định kỳ", "phiếu khảo sát", "kiến nghị của cử tri", "tài sản công", "chương trình công tác", "tiêu chí xếp loại", "bảng phân công", "lịch tiếp công dân",
		"quỹ phòng chống dịch", "nhà văn hóa khu phố", "danh mục nhiệm vụ", "chế độ thông tin", "định mức kinh tế kỹ thuật", "mô hình điểm", "biên bản làm việc"}

	ofField = map[string][]string{
		"cải cách hành chính":   {"thủ tục hành chính", "bộ phận một cửa", "cơ chế một cửa liên thông", "phí và lệ phí", "tổ chức bộ máy", "vị trí việc làm", "chế độ công vụ", "văn bản quy phạm pháp luật", "kết quả giải quyết hồ sơ", "thời hạn trả kết quả"},
		"chuyển đổi số":         {"dịch vụ công trực tuyến", "chữ ký số", "dữ liệu dân cư", "hạ tầng viễn thông", "kỹ năng số", "thanh toán không dùng tiền mặt", "nền tảng số dùng chung", "an toàn thông tin mạng", "hóa đơn điện tử", "camera giám sát"},
		"phòng chống thiên tai": {"phương án bốn tại chỗ", "điểm sơ tán", "hệ thống thoát nước", "vật tư dự phòng", "lực lượng xung kích", "bản tin dự báo", "khu vực sạt lở", "tàu thuyền neo đậu", "hồ chứa nước", "nhà tạm ven sông"},
		"xây dựng đô thị":       {"quy hoạch chi tiết", "giấy phép xây dựng", "vỉa hè và lòng đường", "chiếu sáng công cộng", "cây xanh đường phố", "bãi đỗ xe", "tuyến phố văn minh", "chung cư cũ", "công trình vi phạm", "biển quảng cáo"},
		"giáo dục":              {"phổ cập mầm non", "trường đạt chuẩn quốc gia", "học sinh bỏ học", "xóa mù chữ", "trung tâm học tập cộng đồng", "bếp ăn bán trú", "thư viện trường học", "giáo viên hợp đồng", "học bổng khuyến học", "sách giáo khoa"},
		"y tế":                  {"tiêm chủng mở rộng", "khám sức khỏe người cao tuổi", "an toàn thực phẩm", "phòng chống sốt xuất huyết", "bảo hiểm y tế toàn dân", "dinh dưỡng trẻ em", "tủ thuốc trạm y tế", "hồ sơ sức khỏe điện tử", "nước sạch và vệ sinh", "y tế học đường"},
		"an sinh xã hội":        {"hộ nghèo và hộ cận nghèo", "nhà tình nghĩa", "người có công", "trợ cấp hằng tháng", "trẻ em có hoàn cảnh khó khăn", "đào tạo nghề nông thôn", "việc làm tạm thời", "vốn vay ưu đãi", "người khuyết tật", "quỹ vì người nghèo"},
		"quản lý đất đai":       {"giấy chứng nhận quyền sử dụng đất", "bản đồ địa chính", "giá đất cụ thể", "đất công ích", "tranh chấp ranh giới", "chuyển mục đích sử dụng đất", "thu hồi và bồi thường", "lấn chiếm đất công", "đăng ký biến động", "kiểm kê đất"},
		"bảo vệ môi trường":     {"phân loại rác tại nguồn", "điểm tập kết rác", "nước thải sinh hoạt", "tiếng ồn khu dân cư", "khí thải làng nghề", "kênh mương nội đồng", "bao bì thuốc bảo vệ thực vật", "đường hoa nông thôn", "chất thải nguy hại", "quan trắc không khí"},
		"phòng cháy chữa cháy":  {"bình chữa cháy gia đình", "lối thoát nạn thứ hai", "trụ nước chữa cháy", "đội dân phòng", "nhà trọ nhiều tầng", "kiểm định thiết bị điện", "diễn tập cứu nạn", "chợ truyền thống", "tổ liên gia an toàn", "hệ thống báo cháy"},
		"văn hóa thể thao":      {"lễ hội truyền thống", "di tích lịch sử", "đội văn nghệ quần chúng", "sân bóng phường", "gia đình văn hóa", "thư viện cộng đồng", "giải chạy việt dã", "nếp sống văn minh", "câu lạc bộ dưỡng sinh", "đài truyền thanh"},
		"an ninh trật tự":       {"tội phạm ma túy", "trật tự an toàn giao thông", "đăng ký tạm trú", "hòa giải ở cơ sở", "camera an ninh", "lừa đảo qua mạng", "tự quản đường phố", "vũ khí và pháo nổ", "thanh thiếu niên hư", "tuần tra ban đêm"},
	}

	circumstances = []string{"trên địa bàn phường", "theo quy định của pháp luật", "trong quý một", "trong sáu tháng đầu năm", "trước ngày mười lăm hằng tháng", "đúng tiến độ đề ra", "bằng hình thức trực tuyến",
		"tại từng khu phố", "gắn với trách nhiệm người đứng đầu", "không để phát sinh chi phí", "từ nguồn ngân sách phường", "theo phân cấp", "phù hợp với thực tế địa phương", "để phục vụ người dân và doanh nghiệp",
		"khi có yêu cầu của cấp trên", "đến hết giai đoạn", "ngay từ đầu năm", "với sự tham gia của nhân dân", "nhằm giảm thời gian chờ đợi", "qua các buổi sinh hoạt khu phố", "trong giờ làm việc",
		"tại các cơ sở sản xuất", "ở những nơi xung yếu", "theo mẫu thống nhất", "sau khi được phê duyệt", "ít nhất mỗi năm một lần", "trong mùa mưa bão", "vào dịp lễ và Tết", "có sự giám sát của Mặt trận"}
)

// capitalised gives a sentence its capital letter.
func capitalised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func syllables(s string) int { return strings.Count(s, " ") + 1 }
