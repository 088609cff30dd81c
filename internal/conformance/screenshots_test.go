package conformance

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// The README's pictures are made by
//
//	go test ./internal/conformance -run TestScreenshots -screenshots ../../themes
var screenshots = flag.String("screenshots", "", "folder to write the README's pictures to")

// pictures are what the README shows: the page of the real plan as it comes,
// in the dark with more contrast, and on a phone with larger text.
var pictures = []struct {
	file          string
	width, height int64
	dark          bool
	choices       []string // ids of the controls
}{
	{file: "screenshot.png", width: 1200, height: 860},
	{file: "screenshot-dark.png", width: 1200, height: 860, dark: true, choices: []string{"_contrast-more"}},
	{file: "screenshot-phone.png", width: 360, height: 860, choices: []string{"_size-large"}},
}

func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots FOLDER given: no pictures made")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	url := serve(t, "default") + pages["real plan"]
	for _, p := range pictures {
		scheme := "light"
		if p.dark {
			scheme = "dark"
		}
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		steps := []chromedp.Action[chromedp.Void]{chromedp.EmulateViewport(p.width, p.height), chromedp.Navigate(url),
			chromedp.Evaluate[chromedp.Void](`localStorage.clear()`), chromedp.Reload()}
		for _, id := range p.choices {
			steps = append(steps, chromedp.Evaluate[chromedp.Void](`document.getElementById("`+id+`").click()`))
		}
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
		png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*screenshots, p.file), png, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
