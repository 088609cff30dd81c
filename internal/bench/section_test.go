package bench

import (
	"os"
	"path/filepath"
	"testing"
)

// Two programs write into one page: neither may lose what the other measured.
func TestSectionsLeaveEachOtherAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "README.md")
	if err := os.WriteFile(file, []byte("# A\n<!-- a -->\nold\n<!-- /a -->\nand\n<!-- b -->\n<!-- /b -->\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b", "a"} {
		if err := WriteSection(file, name, "new "+name+"\n"); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if want := "# A\n<!-- a -->\nnew a\n<!-- /a -->\nand\n<!-- b -->\nnew b\n<!-- /b -->\n"; string(got) != want {
		t.Errorf("%q, %v", got, err)
	}
	if WriteSection(file, "c", "") == nil {
		t.Error("a section that is not there takes text")
	}
}
