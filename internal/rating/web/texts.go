package web

// dictionary has texts for readers in Vietnamese and English.
type dictionary map[string][2]string

// in gives a text in the language of the site.
func (d dictionary) in(lang, key string) string {
	if lang == "en" {
		return d[key][1]
	}
	return d[key][0]
}

var texts = dictionary{
	"title":    {"Đánh giá văn bản", "Rate this document"},
	"question": {"Văn bản này hữu ích với bạn đến mức nào?", "How useful is this document to you?"},
	"stars.5":  {"5 sao – rất hữu ích", "5 stars – very useful"},
	"stars.4":  {"4 sao – hữu ích", "4 stars – useful"},
	"stars.3":  {"3 sao – tạm được", "3 stars – fair"},
	"stars.2":  {"2 sao – ít hữu ích", "2 stars – of little use"},
	"stars.1":  {"1 sao – không hữu ích", "1 star – not useful"},
	"comment":  {"Góp ý ngắn (không bắt buộc; không tự động công bố)", "A short comment (optional; it is not published automatically)"},
	"trap":     {"Để trống ô này", "Leave this field empty"},
	"privacy": {"Không dùng cookie, không lưu địa chỉ IP. Trong ngày, bạn có thể đánh giá lại; lần sau thay lần trước.",
		"No cookie is set and no IP address is stored. You can rate again today; the later rating takes the place of the earlier one."},
	"send":    {"Gửi đánh giá", "Send rating"},
	"back":    {"Quay lại", "Back"},
	"confirm": {"Xin xem lại rồi gửi đánh giá.", "Please check your rating, then send it."},
	"unknown": {"Không có văn bản này để đánh giá.", "There is no such document to rate."},
	"score":   {"Bạn chưa chọn số sao, từ 1 đến 5.", "Choose from 1 to 5 stars."},
	"long":    {"Góp ý dài quá 1000 ký tự, hoặc có ký tự không đọc được. Xin viết ngắn lại.", "The comment has more than 1,000 characters, or some that cannot be read. Please shorten it."},
	"form":    {"Biểu mẫu gửi đến không đọc được.", "The form that was sent cannot be read."},
	"forged":  {"Biểu mẫu không đúng. Xin gửi lại.", "The form is not valid. Please send it again."},
	"expired": {"Biểu mẫu đã quá hạn. Xin gửi lại.", "The form is too old. Please send it again."},
	"used":    {"Biểu mẫu này đã gửi rồi, và đánh giá đã được ghi. Muốn đổi, xin gửi lại.", "This form was sent before, and the rating is counted. To change it, send it again."},
	"foreign": {"Đánh giá phải được gửi từ trang có văn bản.", "A rating must be sent from the page of the document."},
	"many":    {"Có quá nhiều lượt gửi từ mạng của bạn trong một phút. Xin thử lại sau ít phút.", "Too much was sent from your network within a minute. Please try again in a few minutes."},
	"busy":    {"Đang có rất nhiều người đánh giá. Đánh giá này chưa được ghi; xin thử lại sau ít giây.", "Very many are rating just now. This rating is not stored; please try again in a few seconds."},
	"down":    {"Hiện chưa ghi được đánh giá. Xin thử lại sau.", "Ratings cannot be stored just now. Please try again later."},
}
