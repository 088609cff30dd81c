package search

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// library is documents as an index sees them, newest first.
func library() []Document {
	doc := func(url, title, number, date, issuer, body string, facets ...string) Document {
		return Document{URL: url, Title: title, Number: number, Date: date, Issuer: issuer, Type: "Kế hoạch", Body: []byte(body), Facets: append(facets, Facet('y', date[:4]))}
	}
	return []Document{
		doc("a/", "Kế hoạch cải cách hành chính phường Tam Quan năm 2024", "01/KH-UBND", "2024-01-05", "UBND phường Tam Quan", "<p>Đánh giá kết quả thủ tục hành chính.</p><h2 id=\"b\">Đường phố</h2><p>Sửa đường làng.</p>", "ft1"),
		doc("b/", "Kế hoạch chuyển đổi số phường Hoa Giấy năm 2024", "02/KH-UBND", "2024-01-03", "UBND phường Hoa Giấy", "<p>Ứng dụng CCHC; chuyển đổi số. Kỹ năng số, kĩ thuật.</p>", "ft2"),
		doc("c/", "Chương trình phòng chống thiên tai", "10-CTr/TU", "2023-06-01", "Tỉnh ủy", "<p>Mặt trận; dương lịch; thuỷ lợi, hoà bình.</p>", "ft2"),
		doc("d/", "Kế hoạch cải cách hành chính phường Tam Quan năm 2023", "01/KH-UBND", "2023-01-03", "UBND phường Tam Quan", "<p>Theo Kế hoạch số 10-CTr/TU và 12/2022/QĐ-UBND. Năm 2023 &lt;b&gt;nam giới&lt;/b&gt;.</p>", "ft1"),
		doc("e/", "Kế hoạch đất đai phường Hoa Giấy", "11/KH-UBND", "2022-02-02", "UBND phường Hoa Giấy", "<ul><li>Quản lý đất</li><li>đai rừng</li></ul>", "ft1"),
	}
}

func indexOf(t *testing.T, docs []Document, glossary ...Abbreviation) map[string][]byte {
	t.Helper()
	segment := segmentOf(t, docs, glossary...)
	state := State{Segments: []SegmentState{segment.State(nil)}}
	return filesOf(t, &state, segment.Files)
}

func segmentOf(t *testing.T, docs []Document, glossary ...Abbreviation) *Segment {
	t.Helper()
	b := NewBuilder(len(docs), glossary)
	for i := range docs {
		b.Add(i, &docs[i])
	}
	segment, err := b.Finish(context.Background(), 2)
	if err != nil {
		t.Fatal(err)
	}
	return segment
}

func filesOf(t *testing.T, state *State, files []File) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, f := range files {
		out[f.Name] = f.Data
	}
	data, err := state.Manifest(Manifest{}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	out[ManifestName] = data
	return out
}

func opened(t *testing.T, files map[string][]byte) *Index {
	t.Helper()
	x, err := Open(func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// urls gives what a query finds, in order.
func urls(t *testing.T, files map[string][]byte, q Query) string {
	t.Helper()
	if q.Count == 0 {
		q.Count = 10
	}
	out, err := opened(t, files).Search(q)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, r := range out.Results {
		found = append(found, strings.TrimSuffix(r.URL, "/"))
	}
	return strings.Join(found, " ")
}

func TestSearch(t *testing.T) {
	files := indexOf(t, library(), Abbreviation{"CCHC", "cải cách hành chính"}, Abbreviation{"UBND", "Ủy ban nhân dân"})
	for _, c := range []struct{ query, want, why string }{
		{"cải cách hành chính tam quan 2023", "d", "with marks"},
		{"cai cach hanh chinh tam quan 2023", "d", "without marks"},
		{"CẢI CÁCH HÀNH CHÍNH Tam Quan 2023", "d", "in capitals"},
		{"cải cách hành chính tam quan 2023", "d", "with the marks as characters of their own"},
		{"cai cach hanh tam quan 2023", "d", "the last syllable is missing"},
		{"cải cách hành chính tam qu", "a d", "half a word"},
		{"cia cach hanh chinh tam quan", "a d", "two letters changed about"},
		{"hòa bình", "c", "a tone on the other vowel"},
		{"thủy lợi", "c", "a tone on the other vowel"},
		{"kĩ năng", "b", "i for y"},
		{"kỹ thuật", "b", "y for i"},
		{"đường", "a", "marks tell words apart"},
		{"duong", "a c", "no marks mean any"},
		{"đương", "a", "other marks where nothing else is there"},
		{"dat dai", "e", "đ without its stroke"},
		{"danh gia", "a", "đ without its stroke"},
		{"CCHC", "a d b", "an abbreviation finds what it stands for"},
		{"cải cách hành chính", "a d b", "and the other way"},
		{"ủy ban nhân dân hoa giấy", "e b", "the abbreviation of the issuer"},
		{"01/KH-UBND", "a d", "a number"},
		{"1/KH", "a d", "a number, shortened"},
		{"01 kh ubnd", "a d", "a number with spaces"},
		{"01 KH-UBND", "a d", "a number with a space"},
		{"số 1/KH-UBND tam quan 2023", "d", "a number among words"},
		{"01/2023/KH-UBND", "d", "a number with the year, which tells it from that of other years"},
		{"10-CTr/TU", "c d", "its own number before those who cite it"},
		{"12/2022/QĐ-UBND", "d", "a number that is cited"},
		{"đất đai", "e", "words of two items of a list are no neighbours"},
		{`"hành chính phường"`, "a d", "a phrase"},
		{`"chính hành cải"`, "", "a phrase that is not there"},
		{"<b>nam", "d", "markup is text"},
		{"…", "", "signs alone"},
		{"xyzzy", "", "nothing"},
	} {
		got := urls(t, files, Query{Text: c.query})
		if c.want == "" && got != "" || !strings.HasPrefix(got+" ", c.want+" ") && c.want != "" {
			t.Errorf("%s: %q finds %q, not first %q", c.why, c.query, got, c.want)
		}
	}
}

// Words of a phrase that stand in a document, all next to others of the phrase but
// never in a row, are not the phrase.
func TestPhrases(t *testing.T) {
	texts := []string{
		"<p>Đường giao nhau. Bàn giao thông số.</p>", // both pairs, no row
		"<p>Xây dựng đường giao thông nông thôn mới.</p>",
		"<p>Đường; giao, thông.</p>",
	}
	var docs []Document
	for i, text := range texts {
		docs = append(docs, Document{URL: fmt.Sprintf("%d/", i), Title: "Văn bản", Body: []byte(text)})
	}
	files := indexOf(t, docs)
	for _, c := range []struct{ query, want, why string }{
		{`"đường giao thông"`, "1", "a quoted phrase"},
		{`"duong giao thong"`, "1", "a quoted phrase without marks"},
		{"duong giao thong", "1 0 2", "the phrase comes first"},
		{`"giao thong" duong`, "0 1 2", "a phrase and a word; commas do not part neighbours"},
	} {
		if got := urls(t, files, Query{Text: c.query}); got != c.want {
			t.Errorf("%s: %q finds %q, not %q", c.why, c.query, got, c.want)
		}
	}
}

// Where nothing has all the words, it is said that what comes has some.
func TestSomeOfTheWords(t *testing.T) {
	x := opened(t, indexOf(t, library()))
	for text, partial := range map[string]bool{"thủ tục hành chính": false, "thủ tục hành chính bươm bướm": true} {
		out, err := x.Search(Query{Text: text, Count: 10})
		if err != nil || len(out.Results) == 0 || out.Partial != partial {
			t.Errorf("%q: %d results, some words only: %v, %v", text, len(out.Results), out.Partial, err)
		}
	}
}

// The words of the language are found in a row of syllables: “xây dựng”, not
// “dựng thời”, though a document has both.
func TestWordsOfTheLanguage(t *testing.T) {
	var docs []Document
	for i := range 30 {
		docs = append(docs, Document{URL: fmt.Sprintf("%d/", i), Title: "Văn bản", Body: []byte("<p>Xây dựng nhà. Thời gian làm việc.</p>")})
	}
	docs[7].Body = []byte("<p>Sức bền của đội dựng thời xưa, xây dựng.</p>")
	out, err := opened(t, indexOf(t, docs)).Search(Query{Text: "xay dung thoi gian", Count: 50})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Results) != 29 {
		t.Errorf("%d documents have both words, found with %q; want 29", len(out.Results), out.Clauses)
	}
}

func TestFilters(t *testing.T) {
	files := indexOf(t, library())
	for _, c := range []struct {
		q    Query
		want string
	}{
		{Query{Text: "kế hoạch", Facets: []string{"y2024"}}, "a b"},
		{Query{Facets: []string{"y2024", "y2022"}, ByDate: true}, "a b e"},
		{Query{Facets: []string{"y2024", "ft1"}}, "a"},
		{Query{Text: "phường", ByDate: true, First: 1, Count: 2}, "b d"},
		{Query{Text: "cải cách", Facets: []string{"y1999"}}, ""},
	} {
		if got := urls(t, files, c.q); got != c.want {
			t.Errorf("%+v finds %q, not %q", c.q, got, c.want)
		}
	}
}

// Within a year documents stand by issuer; by date they come by their days.
func TestByDate(t *testing.T) {
	var docs []Document
	for _, date := range []string{"2025-03-01", "2025-01-02", "2025-02-09", "2024-12-31", "2024-05-05", "2024-11-30", "2023-01-01", ""} {
		docs = append(docs, Document{URL: date + "/", Title: "Kế hoạch", Date: date})
	}
	files := indexOf(t, docs)
	for _, c := range []struct {
		first, count int
		want         string
	}{
		{0, 2, "2025-03-01 2025-02-09"},
		{2, 3, "2025-01-02 2024-12-31 2024-11-30"},
		{5, 5, "2024-05-05 2023-01-01 "},
	} {
		if got := urls(t, files, Query{Text: "kế hoạch", ByDate: true, First: c.first, Count: c.count}); got != c.want {
			t.Errorf("from %d on: %q, not %q", c.first, got, c.want)
		}
	}
}

// A document that is not in the index is nowhere in its files.
func TestNothingElseIsInTheFiles(t *testing.T) {
	docs := library()
	for name, packed := range indexOf(t, docs[1:]) {
		data, err := inflate(packed)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "a/") && strings.Contains(string(data), "phố") {
			t.Errorf("%s has what belongs to a document that is not there", name)
		}
	}
}

// The same documents give the same files, in whatever order they are added.
func TestSameFiles(t *testing.T) {
	docs := many(500, 1)
	want := segmentOf(t, docs)
	b := NewBuilder(len(docs), nil)
	for _, i := range rand.New(rand.NewPCG(1, 2)).Perm(len(docs)) {
		b.Add(i, &docs[i])
	}
	got, err := b.Finish(context.Background(), 16)
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != want.ID {
		t.Errorf("%s, not %s", got.ID, want.ID)
	}
}

var syllables = strings.Fields("cải cách hành chính đất đai môi trường giáo dục y tế chuyển đổi số thủ tục nhân dân phường xã kế hoạch báo cáo nhiệm vụ mục tiêu đường phố nước sạch an toàn giao thông")

// many gives n documents from a seed, newest first.
func many(n int, seed uint64) []Document {
	r := rand.New(rand.NewPCG(seed, 0))
	text := func(words int) string {
		var out []string
		for range words {
			out = append(out, syllables[r.IntN(len(syllables))])
		}
		return strings.Join(out, " ")
	}
	docs := make([]Document, n)
	for i := range docs {
		year := 2026 - i*10/n
		docs[i] = Document{URL: fmt.Sprintf("p%d/", i), Title: "Kế hoạch " + text(5), Number: fmt.Sprintf("%02d/KH-UBND", r.IntN(40)),
			Date: fmt.Sprintf("%d-01-%02d", year, 1+r.IntN(28)), Body: []byte("<p>" + text(80) + ".</p>"), Facets: []string{Facet('y', fmt.Sprint(year))}}
	}
	slices.SortStableFunc(docs, func(a, b Document) int { return strings.Compare(b.Date, a.Date) })
	return docs
}

// However an index came to be, it finds the same documents, and none that are gone.
func TestChange(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	docs := many(600, 1)
	prints := map[string]byte{}
	state, files := &State{}, map[string][]byte{}
	most := 0
	for round := range 30 {
		items := make([]Item, len(docs))
		for i, d := range docs {
			items[i] = Item{d.URL, [16]byte{prints[d.URL]}}
		}
		todo := state.Change(items)
		next := &State{Segments: todo.Keep}
		if len(todo.Fresh) > 0 {
			var some []Document
			var marks []Item
			for _, i := range todo.Fresh {
				some, marks = append(some, docs[i]), append(marks, items[i])
			}
			segment := segmentOf(t, some)
			for _, f := range segment.Files {
				files[f.Name] = f.Data
			}
			next.Segments = append(next.Segments, segment.State(marks))
		}
		state = next
		most = max(most, len(state.Segments))
		manifest, err := state.Manifest(Manifest{}).Encode()
		if err != nil {
			t.Fatal(err)
		}
		files[ManifestName] = manifest
		for _, g := range state.Segments {
			for _, it := range g.Items {
				if !slices.ContainsFunc(docs, func(d Document) bool { return d.URL == it.URL }) {
					t.Fatalf("round %d: %s is gone, and in the files of a segment", round, it.URL)
				}
			}
		}
		whole := indexOf(t, docs)
		for _, q := range []string{"cải cách hành", "dat dai", "7/kh", "moi truong giao duc"} {
			a, b := everything(t, files, q), everything(t, whole, q)
			if !slices.Equal(a, b) {
				t.Fatalf("round %d, %d segments: %q finds %d documents, a whole index %d", round, len(state.Segments), q, len(a), len(b))
			}
		}
		docs = edited(docs, prints, r, round)
	}
	if most < 2 || most > 3 {
		t.Errorf("there were up to %d segments", most)
	}
}

// edited changes, adds and takes away some documents.
func edited(docs []Document, prints map[string]byte, r *rand.Rand, round int) []Document {
	docs = slices.Clone(docs)
	for range 1 + r.IntN(4) {
		i := r.IntN(len(docs))
		fresh := many(1, uint64(round*10+i))[0]
		switch r.IntN(3) {
		case 0:
			docs[i].Body = fresh.Body
			prints[docs[i].URL]++
		case 1:
			if round%5 == 0 {
				docs = slices.Delete(docs, i, i+1)
			}
		case 2:
			fresh.URL = fmt.Sprintf("new%d-%d/", round, i)
			docs = slices.Insert(docs, 0, fresh)
		}
	}
	slices.SortStableFunc(docs, func(a, b Document) int { return strings.Compare(b.Date, a.Date) })
	return docs
}

// everything gives the addresses of all that a query finds, sorted.
func everything(t *testing.T, files map[string][]byte, q string) []string {
	t.Helper()
	out, err := opened(t, files).Search(Query{Text: q, ByDate: true, Count: 10000})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, r := range out.Results {
		found = append(found, r.URL)
	}
	slices.Sort(found)
	return found
}

// Damaged files give an error or other results, and never a panic.
func TestDamagedFiles(t *testing.T) {
	files := indexOf(t, many(400, 2))
	r := rand.New(rand.NewPCG(4, 0))
	for name, packed := range files {
		data, err := inflate(packed)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			bad := slices.Clone(data)
			switch r.IntN(3) {
			case 0:
				bad = bad[:r.IntN(len(bad)+1)]
			default:
				for range 1 + r.IntN(8) {
					bad[r.IntN(len(bad))] = byte(r.IntN(256))
				}
			}
			damaged := map[string][]byte{}
			for k, v := range files {
				damaged[k] = v
			}
			if damaged[name], err = deflate(bad); err != nil {
				t.Fatal(err)
			}
			x, err := Open(func(name string) ([]byte, error) { return damaged[name], nil })
			if err != nil {
				continue
			}
			for _, q := range []string{"cải cách hành chính", "1/kh", "moi truong"} {
				x.Search(Query{Text: q, Count: 10})
			}
		}
	}
}
