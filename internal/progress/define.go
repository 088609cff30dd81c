package progress

import "planpress/internal/diag"

// Definition says in one sentence when a task is in the state.
func (s State) Definition() diag.Text {
	switch s {
	case Done:
		return diag.T("Đã được báo cáo là hoàn thành, không muộn hơn ngày cuối của thời hạn áp dụng vào lúc đó.",
			"It was reported done no later than the last day of the deadline that held at that time.")
	case DoneLate:
		return diag.T("Đã được báo cáo là hoàn thành, nhưng sau ngày cuối của thời hạn áp dụng vào lúc đó.",
			"It was reported done, but after the last day of the deadline that held at that time.")
	case Late:
		return diag.T("Ngày cuối của thời hạn đã qua mà chưa có báo cáo là hoàn thành.",
			"The last day of its deadline has passed and no report says that it is done.")
	case DueSoon:
		return diag.T("Chưa hoàn thành và còn nhiều nhất %d ngày đến ngày cuối của thời hạn.",
			"It is not done, and at most %d days are left up to the last day of its deadline.", DueSoonDays)
	case NoReport:
		return diag.T("Chưa hoàn thành, chưa đến hạn và đã hơn %d ngày không có báo cáo mới (tính từ báo cáo gần nhất, hoặc từ lúc bắt đầu nếu chưa có báo cáo nào).",
			"It is neither done nor due, and for more than %d days nothing new was reported (since the last report, or since it began where there is none).", NoReportDays)
	case OnCourse:
		return diag.T("Đang thực hiện, chưa gần đến hạn và có báo cáo trong %d ngày qua.",
			"Work on it goes on, it is not due soon, and there was a report within the last %d days.", NoReportDays)
	case NotStarted:
		return diag.T("Chưa bắt đầu: chưa đến ngày bắt đầu, hoặc chưa có báo cáo nào nói là đang làm.",
			"It has not begun: its first day is still to come, or no report says that work goes on.")
	case Recurring:
		return diag.T("Việc làm thường xuyên hoặc định kỳ, không có ngày hoàn thành; được đếm riêng, không tính vào tỷ lệ.",
			"Work that comes again and has no last day; it is counted apart and is no part of the share.")
	case Stopped:
		return diag.T("Đã được báo cáo là dừng, không làm nữa; được đếm riêng, không tính vào tỷ lệ.",
			"It was reported stopped; it is counted apart and is no part of the share.")
	}
	return diag.T("Đã được ghép vào một nhiệm vụ khác và tiếp tục ở đó; được đếm riêng, không tính vào tỷ lệ.",
		"It goes on as part of another task; it is counted apart and is no part of the share.")
}

// Definition says in one sentence when a target stands so.
func (s Standing) Definition() diag.Text {
	switch s {
	case Met:
		return diag.T("Số liệu mới nhất đạt mức của giai đoạn đang tính.",
			"The newest value meets the goal of the stage that counts.")
	case Steady:
		return diag.T("Chưa đạt, chưa đến hạn và số liệu mới nhất không kém đường thẳng nối hiện trạng với mục tiêu; nếu không có hiện trạng thì không kém số liệu trước đó.",
			"It is not met and not due, and the newest value is no worse than a straight line from the baseline to the goal; where there is no baseline, no worse than the value before it.")
	case Moving:
		return diag.T("Kém đường thẳng đó hoặc đã quá hạn mà chưa đạt, nhưng số liệu mới nhất tốt hơn số liệu trước.",
			"It is behind that line, or due and not met, but the newest value is better than the one before.")
	case Stuck:
		return diag.T("Kém đường thẳng đó hoặc đã quá hạn mà chưa đạt, và số liệu mới nhất không tốt hơn số liệu trước.",
			"It is behind that line, or due and not met, and the newest value is no better than the one before.")
	}
	return diag.T("Chưa có số liệu, hoặc số liệu không so được với mục tiêu.",
		"There is no value yet, or none that can be compared with the goal.")
}

// Counting says how counts come about, for pages that show them.
func Counting() diag.Text {
	return diag.T("Tỷ lệ hoàn thành là số nhiệm vụ đã hoàn thành chia cho số nhiệm vụ tính được; việc thường xuyên, đã dừng hoặc đã ghép được đếm riêng. Nhiệm vụ, chỉ tiêu có phần con chỉ được đếm qua các phần con. Khi thời hạn được dời, thời hạn đầu tiên vẫn được giữ và hiện cùng thời hạn mới. Số liệu cộng dồn từ đầu kỳ (cách tính ghi “lũy kế” hay “cộng dồn”, hoặc số tuyệt đối của phần đầu kỳ còn thấp hơn hiện trạng) được so với đường thẳng từ 0 đến mục tiêu.",
		"The share done is the number of tasks that are done divided by the number that can be counted; those that recur, were stopped or go on elsewhere are counted apart. A task or target with parts is counted by its parts alone. Where a deadline was moved, the first one is kept and shown beside the new one. Values that add up from the beginning of the span on (the method says “lũy kế” or “cộng dồn”, or an absolute number for the first part of the span is below the baseline) are compared with a straight line from 0 to the goal.")
}
