// Command planpress-ratings takes the ratings that readers of a site give its
// documents, and tells the next build what they come to. The site works without
// it.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"planpress/internal/rating/command"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	code := command.Run(ctx, command.Env{Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr})
	stop()
	os.Exit(code)
}
