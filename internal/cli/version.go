package cli

import (
	"fmt"
	"runtime"
)

// version is that of the program; the changelog says what each brought.
const version = "0.1.0"

func versionLine() string { return "planpress " + version + " (" + runtime.Version() + ")" }

type versionCmd struct{}

func (versionCmd) Example() string { return "planpress version" }

// Run prints the version.
func (versionCmd) Run(a *app) error {
	_, err := fmt.Fprintln(a.env.Stdout, versionLine())
	return err
}
