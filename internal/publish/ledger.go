package publish

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"slices"
)

// ledger is what is known of earlier builds: their manifest, and the journal
// of one that did not end.
type ledger struct {
	files   map[string]claim
	folders map[string]bool
	sum     [sha256.Size]byte // of the manifest's file as it is on disk
	damaged bool              // the manifest could not be read in full
	journal bool              // there is a journal
}

// claim is why a file may be taken for one of ours. A sure claim, from a sound
// manifest, holds for the path. Any other, from a journal or from what is left
// of a damaged manifest, holds only for a file with these very bytes: the
// build may have ended before it wrote the file, and somebody else may have
// put theirs there since.
type claim struct {
	stamps []stamp
	sure   bool
}

func (c claim) names(st stamp) bool { return slices.Contains(c.stamps, st) }

// readLedger reads the manifest and the journal of a folder; base leads there.
func readLedger(f Files, base string) (ledger, error) {
	l := ledger{files: map[string]claim{}, folders: map[string]bool{}}
	h := sha256.New()
	m, sound, err := readFrom(f, base+manifestName, h)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return ledger{}, err
	default:
		l.damaged = !sound
		l.sum = [sha256.Size]byte(h.Sum(nil))
		l.add(m, sound)
	}
	m, _, err = readFrom(f, base+journalName, io.Discard)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return ledger{}, err
	default:
		l.journal = true
		l.add(m, false)
	}
	return l, nil
}

func readFrom(f Files, name string, also io.Writer) (m manifest, sound bool, err error) {
	info, err := f.Lstat(name)
	if err != nil {
		return manifest{}, false, err
	}
	if !info.Mode().IsRegular() {
		return manifest{}, false, errUnknown
	}
	r, err := f.Open(name)
	if err != nil {
		return manifest{}, false, err
	}
	defer r.Close()
	in := io.TeeReader(r, also)
	if m, sound, err = readManifest(in); err != nil {
		return manifest{}, false, err
	}
	_, err = io.Copy(io.Discard, in)
	return m, sound, err
}

func (l *ledger) add(m manifest, sure bool) {
	for _, e := range m.files {
		c := l.files[e.path]
		if !c.names(e.stamp) {
			c.stamps = append(c.stamps, e.stamp)
		}
		c.sure = c.sure || sure
		l.files[e.path] = c
	}
	for _, name := range m.folders {
		l.folders[name] = true
	}
}

// unsettled lists the claims that the manifest on disk does not make by itself
// and that a new journal must carry on.
func (l *ledger) unsettled() []entry {
	var list []entry
	for p, c := range l.files {
		if c.sure && len(c.stamps) == 1 {
			continue
		}
		for _, st := range c.stamps {
			list = append(list, entry{p, st})
		}
	}
	return list
}
