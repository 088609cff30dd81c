// Command planpress publishes government plans: Markdown documents with YAML
// front matter go in, a static site comes out.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"planpress/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	env := cli.OS()
	cli.PrepareHeap(env)
	code := cli.Run(ctx, env)
	stop()
	os.Exit(code)
}
