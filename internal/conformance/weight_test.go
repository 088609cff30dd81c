package conformance

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"planpress/internal/bench"
)

// What a page may weigh, in bytes after brotli at its best level, which is how
// servers keep static files.
const (
	mostPage     = 15_000 // the page with all it loads
	mostLooks    = 6_000  // styles and scripts of that
	mostRequests = 3      // an icon is asked for once a site, and not counted
	mostBoot     = 1_500  // as it stands in the page
)

// TestWeight holds a plan of 900 words to what an old phone on a slow network
// can load at once.
func TestWeight(t *testing.T) {
	node := program(t, "Node.js", "node")
	for _, theme := range themesToCheck(t) {
		t.Run(theme, func(t *testing.T) {
			if words := weigh(t, node, publishBench(t, theme), "a generated plan", "plans/2016/ke-hoach-000001/"); words < 900 {
				t.Errorf("the generated plan has %d words: too few", words)
			}
			public := publishSite(t, theme, "https://ke-hoach.example/")
			weigh(t, node, public, "the real plan", pages["real plan"])
			weigh(t, node, public, "a plan with tables", pages["document"])
		})
	}
}

func publishBench(t *testing.T, theme string) (public string) {
	t.Helper()
	root := t.TempDir()
	for _, f := range bench.Site(1, 20) {
		if f.Path == "content/site.yaml" {
			f.Data = append(f.Data, "theme: "+theme+"\n"...)
		}
		file := filepath.Join(root, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return publishFolder(t, root, "https://ke-hoach.example/")
}

// weigh holds a page to the limits and gives its words.
func weigh(t *testing.T, node, public, name, page string) (words int) {
	t.Helper()
	file := filepath.Join(public, filepath.FromSlash(page), "index.html")
	p := read(t, file)
	files := []string{file}
	for _, ref := range p.loads {
		files = append(files, filepath.Join(public, filepath.FromSlash(path.Join(page, ref))))
	}
	sizes := brotli(t, node, files)
	looks := 0
	for _, size := range sizes[1:] {
		looks += size
	}
	whole := sizes[0] + looks
	t.Logf("%s: %d words, %d requests, %d bytes, of them %d styles and scripts; boot script %d", name, p.words, len(files), whole, looks, p.boot)
	for _, limit := range []struct {
		what      string
		got, most int
	}{{"requests", len(files), mostRequests}, {"bytes", whole, mostPage}, {"bytes of styles and scripts", looks, mostLooks}, {"bytes of boot script", p.boot, mostBoot}} {
		if limit.got > limit.most {
			t.Errorf("%s has %d %s, more than %d", name, limit.got, limit.what, limit.most)
		}
	}
	if looks == 0 {
		t.Errorf("%s has no styles: they were looked for in the wrong place", name)
	}
	return p.words
}

// loaded is what is read off a page's markup.
type loaded struct {
	loads []string // what a browser asks for to show the page, icons left out
	boot  int      // bytes of scripts in the page
	words int      // syllables, as Vietnamese counts
}

func read(t *testing.T, file string) loaded {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var p loaded
	for n := range doc.Descendants() {
		p.see(n)
	}
	for _, ref := range p.loads {
		if u, err := url.Parse(ref); err != nil || u.IsAbs() || u.Host != "" {
			t.Errorf("%s loads %s from elsewhere", file, ref)
		}
	}
	return p
}

func (p *loaded) see(n *html.Node) {
	attr := map[string]string{}
	for _, a := range n.Attr {
		attr[a.Key] = a.Val
	}
	switch {
	case n.Type == html.TextNode && n.Parent.Data == "script":
		p.boot += len(n.Data)
	case n.Type == html.TextNode && n.Parent.Data != "style":
		p.words += len(strings.Fields(n.Data))
	case n.Type != html.ElementNode:
	case attr["src"] != "":
		p.loads = append(p.loads, attr["src"])
	case n.Data == "link" && strings.Contains("stylesheet preload modulepreload manifest", attr["rel"]) && attr["rel"] != "":
		p.loads = append(p.loads, attr["href"])
	}
}

// brotli gives the size of each file when compressed. Go has no brotli of its
// own, Node.js has.
func brotli(t *testing.T, node string, files []string) []int {
	t.Helper()
	const script = `const z = require("zlib"), fs = require("fs");
		console.log(JSON.stringify(process.argv.slice(1).map((f) => z.brotliCompressSync(fs.readFileSync(f)).length)))`
	out, complaints := run(t, exec.Command(node, append([]string{"-e", script, "--"}, files...)...))
	var sizes []int
	if err := json.Unmarshal(out, &sizes); err != nil || len(sizes) != len(files) {
		t.Fatalf("no sizes: %v\n%s%s", err, out, complaints)
	}
	return sizes
}
