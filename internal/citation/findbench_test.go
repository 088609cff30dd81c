package citation

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// plan is a page of a plan: mostly prose, with the citations at its beginning
// and now and then within.
const plan = `KẾ HOẠCH cải cách hành chính trên địa bàn phường Tam Quan năm 2023

Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030; Thực hiện Chương trình hành động số 10-CTr/TU ngày 14/12/2020 của Đại hội đại biểu Đảng bộ thị xã Hoài Nhơn lần thứ XX, UBND phường ban hành kế hoạch như sau.

Mục đích của Kế hoạch nhằm tiếp tục đẩy mạnh công tác cải cách hành chính, nâng cao hiệu lực, hiệu quả quản lý, trọng tâm là cải cách thủ tục hành chính, góp phần xây dựng một nền hành chính dân chủ, minh bạch, hiện đại, chuyên nghiệp, phục vụ cho mục tiêu phát triển kinh tế - xã hội của thị xã. Thực hiện CCHC toàn diện trên tất cả 07 nhiệm vụ chung, trong đó, tập trung đổi mới, sắp xếp, kiện toàn tổ chức bộ máy của hệ thống chính trị thị xã theo hướng tinh gọn, hoạt động hiệu lực, hiệu quả phù hợp với định hướng phát triển của phường trong tình hình mới.

Phấn đấu 100% hồ sơ được giải quyết đúng hạn trong năm 2023; ít nhất 85% người dân hài lòng; 24/7 tiếp nhận trực tuyến; giảm 3/4 số lần đi lại. Các phòng báo cáo trước ngày 15/12/2023. Tăng cường trách nhiệm của các cá nhân trong việc triển khai nhiệm vụ cải cách hành chính; gắn việc thực hiện nhiệm vụ cải cách hành chính với đánh giá mức độ hoàn thành nhiệm vụ của cán bộ, công chức và bình xét thi đua, khen thưởng hàng năm; chú trọng nâng cao hiệu quả công tác chỉ đạo, điều hành và kiểm tra, giám sát việc triển khai thực hiện các nhiệm vụ về cải cách hành chính.

Tổ chức thực hiện theo khoản 2 Điều 5 Nghị định số 61/2018/NĐ-CP và Luật Tiếp cận thông tin năm 2016. Công chức Văn phòng - Thống kê tham mưu, tổng hợp, báo cáo kết quả định kỳ; Công chức Tài chính - Kế toán bố trí kinh phí. Tập trung khắc phục những tồn tại, hạn chế theo kết quả xếp hạng chỉ số cải cách hành chính hàng năm của thị xã. Tổ chức triển khai thực hiện, hoàn thành tốt các nội dung nhiệm vụ được UBND phường giao trong kế hoạch hàng năm./.
`

func BenchmarkFind(b *testing.B) {
	dense, err := os.ReadFile("testdata/labelled.txt")
	if err != nil {
		b.Fatal(err)
	}
	dense = bytes.ReplaceAll(dense, []byte("⟦"), nil)
	for _, c := range []struct {
		name string
		text []byte
	}{
		{"Plan", []byte(plan)},
		{"NoCitation", []byte(strings.NewReplacer("số", "với", "/", ",", "Điều", "Mục", "Luật", "Quy").Replace(plan))},
		{"EverySentenceCites", dense},
	} {
		b.Run(c.name, func(b *testing.B) {
			var spans []Span
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				spans = Find(spans[:0], c.text)
			}
			b.ReportMetric(float64(len(spans)), "citations")
		})
	}
}
