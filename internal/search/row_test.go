package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What stands behind a pair is never denied, and another word is seldom allowed.
func TestFollow(t *testing.T) {
	var words []string
	for i := range 400 {
		words = append(words, fmt.Sprintf("w%d", i*i))
	}
	allowed, asked := map[int]int{}, map[int]int{} // by how many words stand there
	for i := range words {
		for n := 1; n <= 3; n++ {
			there := words[i:min(i+n, len(words))]
			var f follow
			for _, w := range there {
				f = f.and(sign(w))
			}
			for _, w := range words {
				is := f.allows(sign(w))
				if slices.Contains(there, w) {
					if !is {
						t.Fatalf("%v: %q is denied", there, w)
					}
					continue
				}
				asked[len(there)]++
				if is {
					allowed[len(there)]++
				}
			}
		}
		if f := sign(words[i]); f.and(0) != f || follow(0).and(f) != f || follow(0).allows(f) {
			t.Fatalf("%q: nothing behind a pair changes what is", words[i])
		}
	}
	for n, most := range map[int]float64{1: .02, 2: .35, 3: .5} {
		if share := float64(allowed[n]) / float64(asked[n]); share > most {
			t.Errorf("behind %d words %.3f of all others are allowed, more than %.2f", n, share, most)
		}
	}
}

// rowed is documents that all have two pairs, and but for the newest half of them in
// a row.
func rowed(n int) []Document {
	docs := make([]Document, n)
	for i := range docs {
		text := "đường giao. giao thông"
		if i > 1000 && i%2 == 0 {
			text = "đường giao thông"
		}
		docs[i] = Document{URL: fmt.Sprintf("%d/", i), Title: "Văn bản", Body: []byte("<p>" + text + "</p>")}
	}
	return docs
}

// A phrase that is everywhere is found among the newest documents: what is read does
// not grow with the site.
func TestNewestFirst(t *testing.T) {
	read := map[int]int{}
	for _, n := range []int{10_000, 80_000} {
		x := opened(t, indexOf(t, rowed(n)))
		before := x.Read
		out, err := x.Search(Query{Text: "duong giao thong", Count: 10})
		if err != nil || len(out.Results) != 10 {
			t.Fatalf("%d documents: %d results, %v", n, len(out.Results), err)
		}
		for _, r := range out.Results {
			if i := 0; sscan(r.URL, &i) != nil || i <= 1000 || i%2 == 1 || i > 5*window {
				t.Errorf("%d documents: %s is none of the newest with the words in a row", n, r.URL)
			}
		}
		read[n] = x.Read - before
	}
	if read[80_000] > read[10_000]*3/2 {
		t.Errorf("%d bytes are read where there are 10,000 documents, %d where there are 80,000", read[10_000], read[80_000])
	}
}

func sscan(url string, n *int) error {
	_, err := fmt.Sscan(strings.TrimSuffix(url, "/"), n)
	return err
}

// Where documents have all words, one that has them in two rows comes before those
// that have them in four.
func TestTwoRows(t *testing.T) {
	var docs []Document
	for i := range 400 {
		docs = append(docs, Document{URL: fmt.Sprintf("%d/", i), Title: "Văn bản", Body: []byte("<p>Cải cách. Hành chính. Quản lý. Đất đai.</p>")})
	}
	docs[333].Body = []byte("<p>Quản lý đất đai. Họp. Cải cách hành chính.</p>")
	got := urls(t, indexOf(t, docs), Query{Text: "cai cach hanh chinh quan ly dat dai", Count: 3})
	if !strings.HasPrefix(got, "333") {
		t.Errorf("found first: %s; want 333, which has both phrases", got)
	}
}
