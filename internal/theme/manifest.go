package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"planpress/internal/frontmatter"
	"planpress/internal/source"
)

// ManifestFile is the file of a theme's folder that says what it stands on.
const ManifestFile = "theme.yaml"

// Manifest is a theme's theme.yaml. Without one a theme stands alone, but for
// the program's theme of its name.
type Manifest struct {
	// Extends names the theme whose files count where this one has none.
	Extends string `key:"extends"`
	// From says of which file each override is a changed copy, by its path in
	// the theme.
	From map[string]Origin `key:"from"`
}

// Origin is a file as it was when somebody copied it.
type Origin struct {
	Version string `key:"version"` // of planpress
	Hash    string `key:"hash"`    // as Hash gives it
}

// hashLen is how many hexadecimal digits of a file's hash are recorded.
const hashLen = 16

// Hash names the content of a theme's file.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:hashLen]
}

// manifest reads the theme.yaml of a layer.
func (l Layer) manifest() (Manifest, error) {
	var m Manifest
	data, err := fs.ReadFile(l.FS, ManifestFile)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, fmt.Errorf("read the theme in %s: %w", l.Name, err)
	}
	return readManifest(l.Name+"/"+ManifestFile, data)
}

func readManifest(path string, data []byte) (Manifest, error) {
	var m Manifest
	var trouble LoadError
	for _, f := range frontmatter.Into(source.New(path, data), &m) {
		problem := f.Message.EN
		if f.Hint.EN != "" {
			problem += "; " + f.Hint.EN
		}
		trouble.add(f.Pos.String(), problem)
	}
	if len(trouble.Problems) > 0 {
		return m, &trouble
	}
	return m, nil
}

// Record gives the bytes of a theme.yaml with one more origin. What is there
// stays as it was written.
func Record(manifest []byte, file string, from Origin) ([]byte, error) {
	entry := fmt.Sprintf("  %q: {version: %q, hash: %q}\n", file, from.Version, from.Hash)
	text := string(manifest)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	const key = "from:\n"
	if i := strings.Index("\n"+text, "\n"+key); i >= 0 {
		text = text[:i+len(key)] + entry + text[i+len(key):]
	} else {
		text += key + entry
	}
	m, err := readManifest(ManifestFile, []byte(text))
	if err != nil || m.From[file] != from {
		return nil, fmt.Errorf("%s is not written so that a program can add to it; write below \"from:\" yourself:\n%s", ManifestFile, entry)
	}
	return []byte(text), nil
}
