// Package pgtest starts a PostgreSQL server for a test, on a port of this machine
// that only it knows, and removes it afterwards.
package pgtest

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// Server is a running server.
type Server struct {
	URL string // of its database

	t    testing.TB
	dir  string
	bin  string
	port string
	run  *exec.Cmd
}

// Start starts a server. Where PostgreSQL is not installed the test is skipped,
// and fails under CI=true.
func Start(t testing.TB) *Server {
	t.Helper()
	bin, err := programs()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("PostgreSQL is needed here (Debian's package postgresql): %v", err)
		}
		t.Skipf("NOT TESTED with PostgreSQL, which is not installed (Debian's package postgresql): %v", err)
	}
	s := &Server{t: t, bin: bin, port: freePort(t)}
	if s.dir, err = os.MkdirTemp("", "planpress-postgres-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.Stop()
		if err := os.RemoveAll(s.dir); err != nil {
			t.Error(err)
		}
	})
	if id := other(t); id != nil {
		if err := os.Chown(s.dir, int(id.Uid), int(id.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := s.command("initdb", "-D", s.data(), "-A", "trust", "-U", "ratings", "-E", "UTF8", "--locale", "C", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	s.URL = fmt.Sprintf("postgres://ratings@127.0.0.1:%s/postgres?sslmode=disable", s.port)
	s.Resume()
	return s
}

// Resume starts a server that was stopped.
func (s *Server) Resume() {
	s.t.Helper()
	s.run = s.command("postgres", "-D", s.data(), "-p", s.port, "-c", "listen_addresses=127.0.0.1", "-k", s.dir)
	if err := s.run.Start(); err != nil {
		s.t.Fatal(err)
	}
	for range 300 {
		if s.command("pg_isready", "-q", "-h", "127.0.0.1", "-p", s.port, "-U", "ratings").Run() == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.t.Fatal("PostgreSQL does not answer within 30 s")
}

// Stop stops the server at once, as when its machine is gone.
func (s *Server) Stop() {
	if s.run == nil {
		return
	}
	_ = s.run.Process.Signal(syscall.SIGQUIT)
	_ = s.run.Wait()
	s.run = nil
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	if id := other(s.t); id != nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: id}
	}
	return cmd
}

// other is who runs the server where the test is run by root, for whom PostgreSQL
// does not run; nil where it need not be another.
func other(t testing.TB) *syscall.Credential {
	if os.Getuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	uid, err := strconv.Atoi(u.Uid)
	gid, err2 := strconv.Atoi(u.Gid)
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

// programs finds the newest PostgreSQL of Debian's folders, or the one on the path.
func programs() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err == nil && len(found) > 0 {
		return filepath.Dir(slices.Max(found)), nil
	}
	initdb, err := exec.LookPath("initdb")
	if err != nil {
		return "", err
	}
	if initdb, err = filepath.EvalSymlinks(initdb); err != nil {
		return "", err
	}
	return filepath.Dir(initdb), nil
}

func freePort(t testing.TB) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}
