package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

// profiles are the flags of all commands that show where time and memory go.
type profiles struct {
	CPUProfile string `name:"cpuprofile" hidden:"" placeholder:"FILE" help:"Write a processor profile."`
	MemProfile string `name:"memprofile" hidden:"" placeholder:"FILE" help:"Write a memory profile at the end."`
	Trace      string `hidden:"" placeholder:"FILE" help:"Write a trace of what runs when."`
}

// memProfileRate is the runtime's own: one sample for so many bytes.
const memProfileRate = 512 << 10

// around runs a command between the beginning and the end of the profiles.
func (p *profiles) around(run func() error) error {
	if p.CPUProfile != "" {
		f, err := os.Create(p.CPUProfile)
		if err != nil {
			return fmt.Errorf("profiling: %w", err)
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return fmt.Errorf("profiling: %w", err)
		}
		defer pprof.StopCPUProfile()
	}
	if p.Trace != "" {
		f, err := os.Create(p.Trace)
		if err != nil {
			return fmt.Errorf("tracing: %w", err)
		}
		defer f.Close()
		if err := trace.Start(f); err != nil {
			return fmt.Errorf("tracing: %w", err)
		}
		defer trace.Stop()
	}
	if p.MemProfile != "" {
		runtime.MemProfileRate = memProfileRate
	}
	err := run()
	if p.MemProfile != "" {
		err = errors.Join(err, writeHeap(p.MemProfile))
	}
	return err
}

func writeHeap(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("profiling: %w", err)
	}
	runtime.GC()
	return errors.Join(pprof.WriteHeapProfile(f), f.Close())
}
