package bench_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"planpress/internal/bench"
)

// goldmarkDir makes the test binary convert the documents of a site with
// goldmark, in a process of its own.
const goldmarkDir = "PLANPRESS_BENCH_GOLDMARK"

func TestMain(m *testing.M) {
	if dir := os.Getenv(goldmarkDir); dir != "" {
		if err := goldmarkAlone(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// goldmarkAlone converts every document with goldmark (GFM and footnotes), on
// all processors, and prints the processor time of the conversion alone, in
// microseconds. Reading the files is not counted.
func goldmarkAlone(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "content", "plans", "*", "*.md"))
	if err != nil {
		return err
	}
	var texts [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		texts = append(texts, data[bytes.Index(data, []byte("\n---\n"))+5:])
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	runtime.GC()
	before := processorTime()
	var wg sync.WaitGroup
	for job := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var out bytes.Buffer
			for i := job; i < len(texts); i += runtime.GOMAXPROCS(0) {
				out.Reset()
				if err := md.Convert(texts[i], &out); err != nil {
					panic(err) // a bytes.Buffer does not fail
				}
			}
		})
	}
	wg.Wait()
	fmt.Println((processorTime() - before).Microseconds())
	return nil
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkBuild builds sites cold and compares the processor time of the
// whole program, from its start to its end, with that of goldmark alone on
// the same texts in the same run: once with its conversion alone, and once
// with a whole program that reads the same files and converts them.
//
//	go test ./internal/bench -run '^$' -bench Build -benchtime 5x
func BenchmarkBuild(b *testing.B) {
	program := filepath.Join(b.TempDir(), "planpress")
	if out, err := exec.Command("go", "build", "-o", program, "planpress/cmd/planpress").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, n := range []int{1000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			dir := b.TempDir()
			if err := bench.Write(dir, 1, n); err != nil {
				b.Fatal(err)
			}
			var floor, reader, own time.Duration
			var peak int64
			b.ResetTimer()
			for b.Loop() {
				public := filepath.Join(dir, "public")
				if err := os.RemoveAll(public); err != nil {
					b.Fatal(err)
				}
				out, state := child(b, exec.Command(os.Args[0]), goldmarkDir+"="+dir)
				reader += state.UserTime() + state.SystemTime()
				us, err := strconv.Atoi(strings.TrimSpace(out))
				if err != nil {
					b.Fatal(err)
				}
				floor += time.Duration(us) * time.Microsecond
				_, state = child(b, exec.Command(program, "-C", dir, "build", "--as-of", "2026-06-01"))
				own += state.UserTime() + state.SystemTime()
				peak = max(peak, state.SysUsage().(*syscall.Rusage).Maxrss)
			}
			b.ReportMetric(float64(own.Milliseconds())/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(floor.Milliseconds())/float64(b.N), "goldmark-cpu-ms/op")
			b.ReportMetric(float64(own)/float64(floor), "times-goldmark")
			b.ReportMetric(float64(own)/float64(reader), "times-reading-and-goldmark")
			b.ReportMetric(float64(peak)/1024, "peak-MB")
		})
	}
}

func child(b *testing.B, cmd *exec.Cmd, env ...string) (string, *os.ProcessState) {
	b.Helper()
	cmd.Env = append(os.Environ(), env...)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s: %v\n%s%s", cmd, err, out.String(), trouble.String())
	}
	return out.String(), cmd.ProcessState
}
