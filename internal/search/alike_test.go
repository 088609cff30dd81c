package search

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"planpress/internal/viet"
)

// asks runs the client's engine without a browser: it reads queries, and prints what
// it found.
const asks = `
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const [engine, seldom, folder] = process.argv.slice(2);
globalThis.self = globalThis;
new Function(fs.readFileSync(seldom, "utf8"))();
const {Index} = new Function(fs.readFileSync(engine, "utf8") + "; return {Index};")();
const read = async name => new Uint8Array(zlib.inflateSync(fs.readFileSync(path.join(folder, name))));
(async () => {
  const manifest = JSON.parse(new TextDecoder().decode(await read("index.bin"))), out = [];
  for (const q of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const r = await new Index(read, manifest, async () => {}).search({text: q.Text, facets: q.Facets || [], byDate: q.ByDate, first: q.First, count: q.Count, typing: q.Typing});
    out.push({urls: r.results.map(x => x.url), total: r.total, exact: r.exact, untoned: !!r.untoned, partial: !!r.partial, mended: r.mended || []});
  }
  console.log(JSON.stringify(out));
})();
`

type heard struct {
	URLs    []string `json:"urls"`
	Total   int      `json:"total"`
	Exact   bool     `json:"exact"`
	Untoned bool     `json:"untoned"`
	Partial bool     `json:"partial"`
	Mended  []string `json:"mended"`
}

// speech is sentences of words that come as often as words do.
func speech(r *rand.Rand, n int) []string {
	words := strings.Fields("kế hoạch cải cách hành chính phường xã thủ tục hồ sơ đất đai môi trường giáo dục y tế số hóa công dân phòng chống thiên tai đường giao thông xây dựng nông thôn mới đo đô đỗ đó tuyên truyền vận động nhân dân thực hiện quy định giải quyết đúng hạn cán bộ công chức nâng cao trách nhiệm kiểm tra giám sát báo cáo tổng kết quý năm tháng")
	out := make([]string, n)
	for i := range out {
		var s []string
		for range 5 + r.IntN(8) {
			s = append(s, words[r.IntN(1+r.IntN(len(words)))])
		}
		out[i] = strings.Join(s, " ")
	}
	return out
}

// spoken is n documents, newest first, that say some of the sentences each.
func spoken(r *rand.Rand, sentences []string, n, from int) []Document {
	docs := make([]Document, n)
	for i := range docs {
		var body strings.Builder
		for range 12 {
			body.WriteString("<p>" + sentences[r.IntN(1+r.IntN(len(sentences)))] + ".</p>")
		}
		year := 2026 - i*10/n
		docs[i] = Document{URL: fmt.Sprintf("p%d/", from+i), Title: "Kế hoạch " + sentences[r.IntN(len(sentences))], Number: fmt.Sprintf("%02d/KH-UBND", r.IntN(40)),
			Date: fmt.Sprintf("%d-01-%02d", year, 1+r.IntN(28)), Body: []byte(body.String()), Facets: []string{Facet('y', fmt.Sprint(year)), Facet('i', fmt.Sprint(i%7))}}
	}
	return docs
}

// spokenIndex is an index of two segments, of whose first some documents are gone.
func spokenIndex(t *testing.T, r *rand.Rand, sentences []string) map[string][]byte {
	t.Helper()
	state, files := &State{}, []File{}
	for n, docs := range [][]Document{spoken(r, sentences, 9000, 0), spoken(r, sentences, 300, 9000)} {
		segment := segmentOf(t, docs)
		marks := make([]Item, len(docs))
		for i, d := range docs {
			marks[i] = Item{URL: d.URL}
			if n == 0 && i%50 == 7 {
				marks[i] = Item{}
			}
		}
		state.Segments = append(state.Segments, segment.State(marks))
		files = append(files, segment.Files...)
	}
	return filesOf(t, state, files)
}

// spokenQueries are rows of words of sentences, and the other ways to ask.
func spokenQueries(r *rand.Rand, sentences []string, n int) []Query {
	row := func() string {
		words := strings.Fields(sentences[r.IntN(len(sentences))])
		from := r.IntN(len(words) - 2)
		return strings.Join(words[from:min(len(words), from+2+r.IntN(5))], " ")
	}
	out := make([]Query, n)
	for i := range out {
		q := &out[i]
		q.Text, q.Count = row(), 10
		if i%2 == 0 {
			q.Text = viet.Fold(q.Text)
		}
		switch i % 12 {
		case 1, 2, 3:
			q.Text += " " + row()
		case 4:
			q.Text = `"` + q.Text + `" ` + row()
		case 5:
			q.Text = `"` + q.Text + `"`
		case 6:
			q.Facets = []string{Facet('y', fmt.Sprint(2018+r.IntN(8))), Facet('i', "3"), Facet('i', "4")}
		case 7:
			q.ByDate = true
		case 8:
			q.First = 10
		case 9:
			q.Typing, q.Text = true, q.Text[:len(q.Text)-1]
		case 10:
			q.Text = fmt.Sprintf("%d/kh %s", r.IntN(40), q.Text)
		case 11:
			q.Text = strings.Replace(q.Text, "o", "oi", 1) + " xyzzy"
		}
		q.Text = strings.ToValidUTF8(q.Text, "")
	}
	return out
}

// heardByClient gives what the client finds.
func heardByClient(t *testing.T, files map[string][]byte, queries []Query) []heard {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("skipped: Node.js is not there")
	}
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, data, 0o666)); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for name, data := range files {
		write(filepath.Join("index", name), data)
	}
	asked, err := json.Marshal(queries)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, write("ask.js", []byte(asks)), "client/engine.js", "client/seldom.js", filepath.Join(dir, "index"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(asked), os.Stderr
	printed, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var out []heard
	if err := json.Unmarshal(printed, &out); err != nil || len(out) != len(queries) {
		t.Fatalf("%d answers to %d queries: %v", len(out), len(queries), err)
	}
	return out
}

// The client and this package are one algorithm: in an index of several segments
// whose lists have many blocks both find the same, and are as sure of it.
func TestAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 0))
	sentences := speech(r, 300)
	files := spokenIndex(t, r, sentences)
	queries := spokenQueries(r, sentences, 360)
	theirs := heardByClient(t, files, queries)
	blocks := 0
	for i, q := range queries {
		x := opened(t, files)
		res, err := x.Search(q)
		if err != nil {
			t.Fatal(err)
		}
		ours := heard{URLs: []string{}, Total: res.Total, Exact: res.Exact, Untoned: res.Untoned, Partial: res.Partial, Mended: res.Mended}
		for _, d := range res.Results {
			ours.URLs = append(ours.URLs, d.URL)
		}
		if a, b := fmt.Sprint(ours), fmt.Sprint(theirs[i]); a != b {
			t.Errorf("%+v:\nprogram %s\nclient  %s", q, a, b)
		}
		for name := range x.files {
			if strings.Contains(name, "/p") {
				blocks++
			}
		}
	}
	if blocks < 2*len(queries) {
		t.Errorf("%d queries read %d files of blocks: the documents are too few to tell", len(queries), blocks)
	}
}
