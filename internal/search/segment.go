package search

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"planpress/internal/par"
)

// File is one file of the index: Name is from the search folder.
type File struct {
	Name string
	Data []byte
}

// Segment is an index of some documents that does not change.
type Segment struct {
	ID        string   // the folder's name: a hash of all files
	Documents int      // numbered from 0
	Starts    []string // with which key each t file begins, but for the first; cut as far as that tells them apart
	Words     bool     // there is a w file
	Symbols   []string // the letters in numbers of documents, the most frequent first
	Files     []File
	Memory    int64 // bytes that making it took, about
}

// shardTarget gives how many bytes a t file has before compression: some more
// where there are many, so that the manifest stays small.
func shardTarget(terms int) int { return 7<<9 + terms/120 }

// termBytes is what a term takes in memory, about: its words, its number, its
// place among the others.
const termBytes = 160

// Finish makes the segment. Nothing may be added afterwards.
func (b *Builder) Finish(ctx context.Context, jobs int) (*Segment, error) {
	terms, err := b.sorted(ctx, jobs)
	if err != nil {
		return nil, err
	}
	w := segmentWriter{documents: len(b.cards), target: shardTarget(len(terms)), packs: [2]pack{{kind: 'f', target: fieldPack, block: fieldBlock}, {kind: 'p', target: textPack, block: textBlock}}, out: &Segment{Documents: len(b.cards)}, ctx: ctx, jobs: jobs, pool: deflaters()}
	w.out.Memory = int64(len(terms)) * termBytes
	for _, r := range b.runs {
		w.out.Memory += int64(r.size())
	}
	w.terms(terms, merge(b.runs))
	if err := w.stores(b.cards); err != nil {
		return nil, err
	}
	if err := w.flush(); err != nil {
		return nil, err
	}
	w.out.Symbols = frequent(b.symbols, 500)
	for _, f := range w.out.Files {
		w.out.Memory += int64(len(f.Data))
	}
	w.out.seal()
	return w.out, nil
}

func frequent(counts map[string]int, limit int) []string {
	out := make([]string, 0, len(counts))
	for s := range counts {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(counts[b]-counts[a], compare(a, b)) })
	return out[:min(len(out), limit)]
}

// seal names the files, which are compressed.
func (s *Segment) seal() {
	h := sha256.New()
	for _, f := range s.Files {
		fmt.Fprintf(h, "%s %d\n", f.Name, len(f.Data))
		h.Write(f.Data)
	}
	s.ID = hex.EncodeToString(h.Sum(nil)[:6])
	for i := range s.Files {
		s.Files[i].Name = s.ID + "/" + s.Files[i].Name
	}
}

// segmentWriter writes the files of a segment.
type segmentWriter struct {
	out       *Segment
	documents int
	target    int

	shard   []byte // the t file that is being written
	shards  int
	prev    string // the key before in it
	last    string // the key before
	packs   [2]pack
	entry   []byte // of a key, its variants
	scratch []uint64
	words   []frequency

	ctx   context.Context // of compressing
	jobs  int
	pool  *sync.Pool
	plain int   // how many of the last files are not compressed yet
	bytes int   // which they have
	err   error // the first of compressing
}

// flushAt is how many bytes of files wait to be compressed, many at a time.
const flushAt = 32 << 20

type frequency struct {
	key string
	n   int
}

func (w *segmentWriter) add(kind byte, n int, data []byte) {
	w.put(fmt.Sprintf("%c%d", kind, n), bytes.Clone(data))
}

func (w *segmentWriter) put(name string, data []byte) {
	w.out.Files = append(w.out.Files, File{name, data})
	w.plain++
	if w.bytes += len(data); w.bytes >= flushAt {
		_ = w.flush() // kept in err
	}
}

// flush compresses the files that are not.
func (w *segmentWriter) flush() error {
	files := w.out.Files[len(w.out.Files)-w.plain:]
	w.plain, w.bytes = 0, 0
	if w.err != nil {
		return w.err
	}
	var packed [][]byte
	packed, w.err = par.Map(w.ctx, w.jobs, files, func(_ context.Context, f File) ([]byte, error) {
		d := w.pool.Get().(*deflater)
		defer w.pool.Put(d)
		return d.pack(f.Data)
	})
	for i, data := range packed {
		files[i].Data = data
	}
	return w.err
}

// terms writes all terms, and gives them up.
func (w *segmentWriter) terms(terms []named, postings *merged) {
	for i := 0; i < len(terms); {
		n := 1
		for i+n < len(terms) && terms[i+n].key == terms[i].key {
			n++
		}
		w.key(terms[i:i+n], postings)
		clear(terms[i : i+n])
		i += n
	}
	w.endShard()
	w.endPack(&w.packs[0])
	w.endPack(&w.packs[1])
	w.frequentWords()
}

// key writes one key with its variants.
func (w *segmentWriter) key(variants []named, postings *merged) {
	key := variants[0].key
	if len(w.shard) >= w.target {
		w.endShard()
		w.out.Starts = append(w.out.Starts, separator(w.last, key))
	}
	w.entry = binary.AppendUvarint(w.entry[:0], uint64(len(variants)))
	total := 0
	for _, v := range variants {
		w.scratch = postings.take(w.scratch[:0])
		form := v.form
		if form == key {
			form = ""
		}
		w.entry = append(binary.AppendUvarint(w.entry, uint64(len(form))), form...)
		w.variant(w.scratch, !strings.Contains(key, " "))
		total += len(w.scratch)
	}
	shared := plainPrefix(w.prev, key)
	w.shard = binary.AppendUvarint(w.shard, uint64(shared))
	w.shard = binary.AppendUvarint(w.shard, uint64(len(key)-shared))
	w.shard = append(append(w.shard, key[shared:]...), w.entry...)
	w.prev, w.last = key, key
	if c := key[0]; 'a' <= c && c <= 'z' && len(key) > 1 && !strings.Contains(key, " ") {
		w.words = append(w.words, frequency{key, total})
	}
}

// separator gives the shortest text that is above a and not above b.
func separator(a, b string) string {
	n := sharedPrefix(a, b) + 1
	for n < len(b) && b[n]&0xC0 == 0x80 {
		n++
	}
	return b[:min(n, len(b))]
}

// sharedPrefix gives how many bytes two keys begin with together, as whole
// characters.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && a[n]&0xC0 == 0x80 || n < len(b) && b[n]&0xC0 == 0x80) {
		n--
	}
	return n
}

// plainPrefix gives how many ASCII letters two keys begin with together: as many
// in every encoding.
func plainPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}

func (w *segmentWriter) endShard() {
	w.add('t', w.shards, w.shard)
	w.shards++
	w.shard, w.prev = w.shard[:0], ""
}

// stores writes what results show.
func (w *segmentWriter) stores(cards []card) error {
	n := 0
	for some := range slices.Chunk(cards, perStore) {
		data, err := store(some)
		if err != nil {
			return err
		}
		w.add('d', n, data)
		n++
	}
	n = 0
	for some := range slices.Chunk(cards, dayBlock) {
		w.add('y', n, days(some))
		n++
	}
	titles, err := titlesOf(cards)
	w.put("o", titles)
	return err
}

// frequentWords writes the single syllables that slips are mended with, one a
// line, the most frequent first.
func (w *segmentWriter) frequentWords() {
	slices.SortStableFunc(w.words, func(a, b frequency) int { return b.n - a.n })
	var out []byte
	for _, f := range w.words[:min(len(w.words), wordLimit)] {
		out = append(append(out, f.key...), '\n')
	}
	if w.out.Words = len(out) > 0; w.out.Words {
		w.put("w", out)
	}
}
