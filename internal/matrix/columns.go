package matrix

import "planpress/internal/diag"

// Field is what a column of a table holds.
type Field uint8

const (
	ID Field = iota + 1
	No
	Name
	Group
	Parent
	Leads // of a target: who follows it
	Partners
	Deliverable
	Start
	Deadline // of a target's goal: by when
	Budget
	Serves
	Requires
	Note
	Unit
	Direction
	Baseline
	BaselineWhen
	Value
	Scope
	Source
	Method
	Frequency
	Item // what a report is about
	Date
	Period
	Status
	Progress
	Verified
	To
	Text
	Evidence
	By
)

// Column is one field of a kind of rows, with the names it goes by.
type Column struct {
	Field   Field
	Key     string   // in front matter and in the files that are written
	Aliases []string // in front matter: Vietnamese without marks
	heads   []string // above the columns of tables, as officials write them
	List    bool     // holds several values, parted by semicolons
	Doc     diag.Text
	Example string // as YAML
}

// Columns lists the fields of a kind, in the order in which files have them.
// Callers must not change it.
func Columns(k Kind) []Column { return columns[k] }

var columns = [...][]Column{Targets: targetColumns, Tasks: taskColumns, Updates: updateColumns}

var targetColumns = []Column{
	{Field: ID, Key: "id", Aliases: []string{"ma"}, heads: []string{"Mã", "Mã chỉ tiêu", "Mã số"},
		Doc: diag.T("Mã, không đổi.", "Id, never changed."), Example: "ct-01"},
	{Field: No, Key: "no", Aliases: []string{"stt"}, heads: []string{"TT", "STT", "Số TT", "Số thứ tự"},
		Doc: diag.T("Số thứ tự như bản ký.", "Number as printed."), Example: `"1.1"`},
	{Field: Name, Key: "name", Aliases: []string{"ten"}, heads: []string{"Chỉ tiêu", "Tên chỉ tiêu", "Chỉ tiêu chủ yếu", "Nội dung chỉ tiêu", "Nội dung", "Mục tiêu", "Chỉ số"},
		Doc: diag.T("Tên chỉ tiêu.", "Name."), Example: "Hồ sơ giải quyết đúng hạn"},
	{Field: Group, Key: "group", Aliases: []string{"nhom"}, heads: []string{"Nhóm", "Nhóm chỉ tiêu", "Lĩnh vực"},
		Doc: diag.T("Nhóm.", "Group."), Example: "Thủ tục hành chính"},
	{Field: Parent, Key: "parent", Aliases: []string{"thuoc"}, heads: []string{"Thuộc chỉ tiêu"},
		Doc: diag.T("Mã của chỉ tiêu mà chỉ tiêu này là một phần.", "Id of the target that this is a part of."), Example: "ct-01"},
	{Field: Leads, Key: "owners", Aliases: []string{"theo_doi"}, List: true,
		heads: []string{"Cơ quan chủ trì theo dõi, đánh giá", "Cơ quan chủ trì theo dõi", "Đơn vị chủ trì theo dõi", "Cơ quan theo dõi, đánh giá", "Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan theo dõi", "Đơn vị theo dõi", "Cơ quan thực hiện", "Đơn vị thực hiện"},
		Doc:   diag.T("Cơ quan theo dõi, đánh giá.", "The bodies that follow it."), Example: "[van-phong-phuong-hoa-giay]"},
	{Field: Unit, Key: "unit", Aliases: []string{"don_vi"}, heads: []string{"Đơn vị", "Đơn vị tính", "ĐVT"},
		Doc: diag.T("Đơn vị tính; thứ hạng thì ghi rank.", "Unit; of a place in an order, rank."), Example: `"%"`},
	{Field: Direction, Key: "direction", Aliases: []string{"chieu"}, heads: []string{"Chiều"},
		Doc: diag.T("Càng cao càng tốt (up), càng thấp càng tốt (down), trong khoảng (range) hoặc đạt hay chưa (state).", "More is better (up), less is better (down), within bounds (range), or done or not (state)."), Example: "up"},
	{Field: Baseline, Key: "baseline", Aliases: []string{"hien_trang"}, heads: []string{"Hiện trạng", "Giá trị gốc", "Hiện tại"},
		Doc: diag.T("Giá trị lúc bắt đầu.", "The value at the beginning."), Example: `"88,2%"`},
	{Field: BaselineWhen, Key: "baseline_when", Aliases: []string{"thoi_diem_hien_trang"}, heads: []string{"Thời điểm hiện trạng"},
		Doc: diag.T("Giá trị đó là của lúc nào.", "When that was."), Example: `"2025"`},
	{Field: Value, Key: "value", Aliases: []string{"gia_tri"}, heads: []string{"Giá trị", "Chỉ tiêu phấn đấu", "Kế hoạch", "Mục tiêu cần đạt", "Giá trị cần đạt", "Chỉ tiêu giao", "Kết quả cần đạt", "Phấn đấu"},
		Doc: diag.T("Giá trị cần đạt: ≥ 95, không quá 3, 40 - 50, hạng 5, Hoàn thành.", "What is to be reached: ≥ 95, không quá 3, 40 - 50, hạng 5, Hoàn thành."), Example: `"≥ 95%"`},
	{Field: Deadline, Key: "by", Aliases: []string{"thoi_han"}, heads: []string{"Thời hạn", "Thời gian", "Thời gian hoàn thành", "Đến năm"},
		Doc: diag.T("Đạt vào lúc nào.", "By when."), Example: `"2026"`},
	{Field: Scope, Key: "scope", Aliases: []string{"pham_vi"}, heads: []string{"Phạm vi"},
		Doc: diag.T("Tính trên phần nào.", "What part it is about."), Example: "Hồ sơ nộp trực tuyến"},
	{Field: Source, Key: "source", Aliases: []string{"nguon"}, heads: []string{"Nguồn số liệu", "Nguồn dữ liệu", "Nguồn"},
		Doc: diag.T("Số liệu lấy ở đâu.", "Where the figures come from."), Example: "Hệ thống thông tin giải quyết thủ tục hành chính"},
	{Field: Method, Key: "method", Aliases: []string{"cach_tinh"}, heads: []string{"Cách tính", "Phương pháp tính"},
		Doc: diag.T("Cách tính.", "How it is counted."), Example: "Số hồ sơ đúng hạn chia cho số hồ sơ đã giải quyết"},
	{Field: Frequency, Key: "frequency", Aliases: []string{"ky_bao_cao"}, heads: []string{"Kỳ báo cáo", "Tần suất"},
		Doc: diag.T("Bao lâu có số liệu một lần.", "How often there are figures."), Example: "Hằng quý"},
	{Field: Note, Key: "note", Aliases: []string{"ghi_chu"}, heads: []string{"Ghi chú"},
		Doc: diag.T("Ghi chú.", "Note."), Example: "Theo giao của tỉnh"},
}

var taskColumns = []Column{
	{Field: ID, Key: "id", Aliases: []string{"ma"}, heads: []string{"Mã", "Mã nhiệm vụ", "Mã số"},
		Doc: diag.T("Mã, không đổi.", "Id, never changed."), Example: "nv-01"},
	{Field: No, Key: "no", Aliases: []string{"stt"}, heads: []string{"TT", "STT", "Số TT", "Số thứ tự"},
		Doc: diag.T("Số thứ tự như bản ký.", "Number as printed."), Example: `"1.1"`},
	{Field: Name, Key: "name", Aliases: []string{"ten"},
		heads: []string{"Nhiệm vụ", "Tên nhiệm vụ", "Nội dung công việc", "Nội dung nhiệm vụ", "Nội dung", "Công việc", "Nhiệm vụ, giải pháp", "Nhiệm vụ/giải pháp", "Hoạt động", "Việc"},
		Doc:   diag.T("Tên nhiệm vụ.", "Name."), Example: "Rà soát thủ tục hành chính"},
	{Field: Group, Key: "group", Aliases: []string{"nhom"}, heads: []string{"Nhóm", "Nhóm nhiệm vụ", "Lĩnh vực"},
		Doc: diag.T("Nhóm.", "Group."), Example: "Thủ tục hành chính"},
	{Field: Parent, Key: "parent", Aliases: []string{"thuoc"}, heads: []string{"Thuộc nhiệm vụ"},
		Doc: diag.T("Mã của nhiệm vụ mà nhiệm vụ này là một phần.", "Id of the task that this is a part of."), Example: "nv-01"},
	{Field: Leads, Key: "lead", Aliases: []string{"chu_tri"}, List: true,
		heads: []string{"Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan, đơn vị chủ trì", "Cơ quan thực hiện", "Đơn vị thực hiện", "Cơ quan chủ trì thực hiện", "Đơn vị chủ trì thực hiện"},
		Doc:   diag.T("Cơ quan chủ trì: mã trong orgs.yaml hoặc tên.", "Bodies in charge: ids in orgs.yaml, or names."), Example: "van-phong-phuong-hoa-giay"},
	{Field: Partners, Key: "partners", Aliases: []string{"phoi_hop"}, List: true,
		heads: []string{"Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Cơ quan phối hợp thực hiện", "Đơn vị phối hợp thực hiện"},
		Doc:   diag.T("Cơ quan phối hợp.", "Partners."), Example: "[Công an phường]"},
	{Field: Deliverable, Key: "deliverable", Aliases: []string{"san_pham"},
		heads: []string{"Sản phẩm", "Kết quả", "Kết quả/Sản phẩm", "Sản phẩm/Kết quả", "Sản phẩm, kết quả", "Kết quả, sản phẩm", "Sản phẩm đầu ra", "Sản phẩm hoàn thành", "Kết quả dự kiến", "Kết quả đầu ra"},
		Doc:   diag.T("Sản phẩm.", "Deliverable."), Example: "Báo cáo"},
	{Field: Start, Key: "start", Aliases: []string{"bat_dau"}, heads: []string{"Bắt đầu", "Thời gian bắt đầu"},
		Doc: diag.T("Bắt đầu khi nào.", "When it begins."), Example: `"Tháng 3/2026"`},
	{Field: Deadline, Key: "deadline", Aliases: []string{"thoi_han"},
		heads: []string{"Thời gian hoàn thành", "Thời hạn", "Thời hạn hoàn thành", "Tiến độ", "Thời gian", "Thời gian thực hiện", "Tiến độ thực hiện", "Tiến độ hoàn thành", "Hoàn thành", "Hạn"},
		Doc:   diag.T("Thời hạn: Quý II/2026, trước ngày 15/12/2026, thường xuyên.", "Deadline: Quý II/2026, trước ngày 15/12/2026, thường xuyên."), Example: "Quý II/2026"},
	{Field: Budget, Key: "budget", Aliases: []string{"kinh_phi"}, heads: []string{"Kinh phí", "Kinh phí thực hiện", "Nguồn kinh phí", "Dự toán"},
		Doc: diag.T("Kinh phí và nguồn.", "Budget, and where it comes from."), Example: "Ngân sách phường"},
	{Field: Serves, Key: "serves", Aliases: []string{"phuc_vu"}, List: true, heads: []string{"Phục vụ chỉ tiêu", "Mã chỉ tiêu", "Chỉ tiêu"},
		Doc: diag.T("Mã các chỉ tiêu mà nhiệm vụ này phục vụ.", "Ids of the targets it serves."), Example: "[ct-01]"},
	{Field: Requires, Key: "requires", Aliases: []string{"can_co"}, List: true, heads: []string{"Sau nhiệm vụ"},
		Doc: diag.T("Mã các nhiệm vụ phải xong trước.", "Ids of the tasks that come first."), Example: "[nv-01]"},
	{Field: Note, Key: "note", Aliases: []string{"ghi_chu"}, heads: []string{"Ghi chú"},
		Doc: diag.T("Ghi chú.", "Note."), Example: "Theo hướng dẫn của tỉnh"},
}

var updateColumns = []Column{
	{Field: Item, Key: "item", Aliases: []string{"ma"}, heads: []string{"Mã", "Mã nhiệm vụ", "Mã chỉ tiêu", "Mã nhiệm vụ, chỉ tiêu", "Mã số"},
		Doc: diag.T("Mã của nhiệm vụ hoặc chỉ tiêu.", "Id of the task or target."), Example: "nv-01"},
	{Field: Date, Key: "date", Aliases: []string{"ngay"}, heads: []string{"Ngày", "Ngày cập nhật", "Ngày báo cáo"},
		Doc: diag.T("Ngày cập nhật.", "The day of the report."), Example: "2026-03-31"},
	{Field: Period, Key: "period", Aliases: []string{"ky"}, heads: []string{"Kỳ", "Kỳ báo cáo"},
		Doc: diag.T("Kỳ báo cáo.", "What time it is about."), Example: "Quý I/2026"},
	{Field: Status, Key: "status", Aliases: []string{"trang_thai"}, heads: []string{"Trạng thái", "Tình trạng", "Tình hình"},
		Doc: diag.T("not-started, in-progress, recurring, done, merged hoặc stopped.", "not-started, in-progress, recurring, done, merged or stopped."), Example: "in-progress"},
	{Field: Progress, Key: "progress", Aliases: []string{"tien_do"}, heads: []string{"Tiến độ", "Tiến độ (%)", "Tỷ lệ hoàn thành", "% hoàn thành"},
		Doc: diag.T("Phần trăm đã làm, 0 đến 100.", "Percent done, 0 to 100."), Example: "60"},
	{Field: Value, Key: "value", Aliases: []string{"gia_tri"}, heads: []string{"Giá trị", "Kết quả", "Kết quả đạt được", "Số liệu"},
		Doc: diag.T("Giá trị mà chỉ tiêu đạt được.", "The value that the target reached."), Example: `"96,4%"`},
	{Field: Verified, Key: "verified", Aliases: []string{"kiem_dinh"}, heads: []string{"Đã kiểm định", "Kiểm định", "Xác nhận"},
		Doc: diag.T("Số liệu đã được kiểm tra.", "Whether the value was checked."), Example: "true"},
	{Field: To, Key: "to", Aliases: []string{"gia_han_den"}, heads: []string{"Gia hạn đến", "Lùi đến", "Thời hạn mới", "Điều chỉnh đến"},
		Doc: diag.T("Thời hạn mới, khi dòng này điều chỉnh thời hạn.", "The new deadline, where the row moves it."), Example: "Quý IV/2026"},
	{Field: Text, Key: "text", Aliases: []string{"noi_dung"}, heads: []string{"Nội dung", "Nội dung cập nhật", "Diễn giải", "Lý do", "Ghi chú"},
		Doc: diag.T("Đã làm gì; vì sao điều chỉnh.", "What was done; why it was moved."), Example: "Đã trình ký"},
	{Field: Evidence, Key: "evidence", Aliases: []string{"minh_chung"}, List: true, heads: []string{"Minh chứng", "Tài liệu minh chứng", "Tài liệu kiểm chứng"},
		Doc: diag.T("Văn bản hoặc địa chỉ chứng minh.", "Documents or addresses that show it."), Example: "[Báo cáo số 15/BC-UBND]"},
	{Field: By, Key: "by", Aliases: []string{"nguoi_cap_nhat"}, heads: []string{"Cập nhật bởi", "Người cập nhật", "Đơn vị cập nhật", "Đơn vị báo cáo", "Cơ quan báo cáo"},
		Doc: diag.T("Ai cập nhật.", "Who reported."), Example: "Văn phòng HĐND và UBND phường"},
}
