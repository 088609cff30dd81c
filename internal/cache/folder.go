package cache

import (
	"cmp"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"planpress/internal/rooted"
	"planpress/internal/stamp"
)

// The names of the files in the folder. No other files are touched.
const (
	indexName  = "planpress-index"
	lockName   = "planpress-lock"
	packPrefix = "planpress-pack-"
	newSuffix  = ".new" // of what is to take the place of the index or of the last build
)

// tags are put into a folder that the cache itself makes, so that programs for
// backups, and git, leave it alone.
var tags = map[string]string{
	"CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# This folder may be deleted at any time.\n",
	".gitignore":   "*\n",
}

// folderAt opens the folder, and makes it where there is none.
func folderAt(dir string) (*rooted.Folder, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: syscall.ENOTDIR}
	}
	if err == nil {
		return rooted.Open(dir)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	folder, err := rooted.Open(dir)
	if err != nil {
		return nil, err
	}
	for name, text := range tags {
		if err := folder.WriteFile(name, []byte(text), 0o644); err != nil {
			return nil, errors.Join(err, folder.Close())
		}
	}
	return folder, nil
}

// openFile opens a file of the folder. What is no regular file is refused: a pipe
// would be waited for without end.
func (c *Cache) openFile(name string, flag int) (*os.File, error) {
	info, err := c.folder.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errNotRegular}
	}
	return c.folder.OpenFile(name, flag, 0o644)
}

func (c *Cache) readFile(name string) ([]byte, error) {
	f, err := c.openFile(name, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

var errNotRegular = errors.New("it is no regular file")

// takeLock makes this cache the one that writes, unless another does, and reads
// the file system's clock.
func (c *Cache) takeLock() error {
	f, err := c.openFile(lockName, os.O_RDWR|os.O_CREATE)
	if err != nil {
		return err
	}
	switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
	case errors.Is(err, syscall.EWOULDBLOCK):
		return f.Close()
	case err != nil:
		return errors.Join(err, f.Close())
	}
	c.lock = f
	if _, err := f.WriteAt([]byte{'\n'}, 0); err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return err
	}
	c.now = stamp.Of(info).MTime
	return nil
}

// load reads the index and opens its pack, or begins a new one.
func (c *Cache) load() error {
	data, err := c.readFile(indexName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if old, ok := readIndex(data, c.version); ok && strings.HasPrefix(old.pack, packPrefix) {
		if err := c.openPack(old.pack); err == nil {
			c.old = old
			return nil
		}
	}
	if c.lock == nil {
		return nil
	}
	c.tidy("")
	return c.newPack()
}

func (c *Cache) openPack(name string) error {
	flag := os.O_RDONLY
	if c.lock != nil {
		flag = os.O_RDWR
	}
	f, err := c.openFile(name, flag)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		return errors.Join(err, f.Close())
	}
	c.pack, c.next.pack = f, name
	c.end.Store(info.Size())
	return nil
}

func (c *Cache) newPack() error {
	name := packPrefix + strings.ToLower(rand.Text())
	f, err := c.folder.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	c.pack, c.next.pack = f, name
	c.end.Store(0)
	return nil
}

// tidy removes what no index names: packs but one, and what a killed build
// left.
func (c *Cache) tidy(keep string) {
	entries, err := fs.ReadDir(c.folder.FS(), ".")
	for _, e := range entries {
		if name := e.Name(); name == indexName+newSuffix || name == lastName+newSuffix || strings.HasPrefix(name, packPrefix) && name != keep {
			err = cmp.Or(c.folder.Remove(name), err)
		}
	}
	if err != nil {
		c.note(err)
	}
}
