package command

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/store"
)

var kills = flag.Int("kills", 10, "how often TestKilled kills the service")

// TestMain is also the program itself, for tests that need it as a process.
func TestMain(m *testing.M) {
	if os.Getenv("PLANPRESS_RATINGS_TEST") == "run" {
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
		defer stop()
		os.Exit(Run(ctx, Env{Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr}))
	}
	flag.Parse()
	os.Exit(m.Run())
}

const doc = "plans/2023/x/"

// folder has what a service needs: a list of documents.
func folder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	writeDocuments(t, dir, doc)
	return dir
}

func writeDocuments(t testing.TB, dir string, urls ...string) {
	t.Helper()
	d := rating.Documents{Site: "Cổng", Lang: "vi", Base: "https://phuong.example/"}
	for _, u := range urls {
		d.List = append(d.List, rating.Document{URL: u, Title: "Kế hoạch"})
	}
	data, err := d.Bytes()
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "documents.json"), data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// process is a running service.
type process struct {
	t    *testing.T
	cmd  *exec.Cmd
	url  string
	ops  string
	log  *bytes.Buffer
	done chan error
}

func start(t *testing.T, dir string, args ...string) *process {
	t.Helper()
	p := &process{t: t, log: &bytes.Buffer{}, done: make(chan error, 1)}
	// Free ports, from the system: another program is unlikely to take them at once.
	ports := freePorts(t, 2)
	p.url, p.ops = "http://"+ports[0], "http://"+ports[1]
	all := append([]string{"serve", "--db", filepath.Join(dir, "ratings.db"), "--documents", filepath.Join(dir, "documents.json"),
		"--listen", ports[0], "--ops", ports[1], "--proxy", "127.0.0.1/32"}, args...)
	p.cmd = exec.Command(os.Args[0], all...)
	p.cmd.Env = append(os.Environ(), "PLANPRESS_RATINGS_TEST=run")
	p.cmd.Stderr = p.log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.cmd.Wait() }()
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	for range 200 {
		if r, err := http.Get(p.url + "/healthz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return p
			}
		}
		time.Sleep(25 * time.Millisecond)
	}
	_ = p.cmd.Process.Kill()
	<-p.done
	t.Fatalf("the service does not start: %s", p.log)
	return nil
}

func freePorts(t *testing.T, n int) []string {
	t.Helper()
	var out []string
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		out = append(out, l.Addr().String())
	}
	return out
}

// stop ends the service with a signal and gives how it ended.
func (p *process) stop(sig os.Signal) error {
	p.t.Helper()
	if err := p.cmd.Process.Signal(sig); err != nil {
		p.t.Fatal(err)
	}
	return <-p.done
}

type answer struct {
	rating.Total
	Token, Error string
}

// rate rates from an address and reports whether it was answered as stored.
func (p *process) rate(from string, score int) bool {
	_, a, err := p.ask("GET", "/form?document="+doc, nil, from)
	if err != nil {
		return false
	}
	code, _, err := p.ask("POST", "/rate", url.Values{"document": {doc}, "score": {fmt.Sprint(score)}, "token": {a.Token}}, from)
	return err == nil && code == http.StatusOK
}

// ask asks as the script of a page does, from an address.
func (p *process) ask(method, path string, form url.Values, from string) (int, answer, error) {
	r, err := http.NewRequest(method, p.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, answer{}, err
	}
	r.Header.Set("Accept", "application/json")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("X-Forwarded-For", from)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, answer{}, err
	}
	defer res.Body.Close()
	var a answer
	err = json.NewDecoder(res.Body).Decode(&a)
	return res.StatusCode, a, err
}

// TestKilled kills the service again and again while many rate: what was answered
// as stored is there, and nothing is there twice.
func TestKilled(t *testing.T) {
	dir := folder(t)
	stored := map[string]int{} // by address
	next := 0
	for kill := range *kills {
		p := start(t, dir)
		var mu sync.Mutex
		var wg sync.WaitGroup
		end := make(chan struct{})
		for range 16 {
			wg.Go(func() {
				for {
					select {
					case <-end:
						return
					default:
					}
					mu.Lock()
					next++
					from, score := netip.AddrFrom4([4]byte{10, byte(next >> 16), byte(next >> 8), byte(next)}).String(), 1+next%5
					mu.Unlock()
					if p.rate(from, score) {
						mu.Lock()
						stored[from] = score
						mu.Unlock()
					}
				}
			})
		}
		time.Sleep(time.Duration(50+kill%7*30) * time.Millisecond)
		_ = p.stop(syscall.SIGKILL)
		close(end)
		wg.Wait()
	}
	if len(stored) == 0 {
		t.Fatal("nothing was stored")
	}
	p := start(t, dir)
	for from, score := range stored { // who rates again changes a rating, and adds none
		if len(stored) > 200 && from[len(from)-1] != '7' {
			continue
		}
		if !p.rate(from, score) {
			t.Fatal("a rating is refused")
		}
	}
	if err := p.stop(syscall.SIGTERM); err != nil {
		t.Errorf("%v: %s", err, p.log)
	}
	s, err := store.Open(t.Context(), filepath.Join(dir, "ratings.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var count, sum int64
	for v, err := range s.Votes(t.Context(), false) {
		if err != nil {
			t.Fatal(err)
		}
		count++
		sum += int64(v.Score)
	}
	total, err := s.Total(t.Context(), doc)
	if err != nil || total != (rating.Total{Count: count, Sum: sum}) {
		t.Errorf("the total is %+v, the votes make %d of %d, %v", total, count, sum, err)
	}
	if count < int64(len(stored)) || count > int64(next) {
		t.Errorf("%d were answered as stored, %d sent, %d are there", len(stored), next, count)
	}
	t.Logf("%d kills, %d sent, %d answered as stored, %d there", *kills, next, len(stored), count)
}

// TestStop: a service that is told to stop loses nothing of what it is doing.
func TestStop(t *testing.T) {
	dir := folder(t)
	p := start(t, dir)
	var wg sync.WaitGroup
	var mu sync.Mutex
	stored := 0
	for i := range 40 {
		wg.Go(func() {
			if p.rate(netip.AddrFrom4([4]byte{10, 0, 0, byte(i)}).String(), 3) {
				mu.Lock()
				stored++
				mu.Unlock()
			}
		})
	}
	time.Sleep(10 * time.Millisecond)
	if err := p.stop(syscall.SIGTERM); err != nil {
		t.Errorf("%v: %s", err, p.log)
	}
	wg.Wait()
	out := operate(t, 0, "export", "--db", filepath.Join(dir, "ratings.db"))
	totals, err := rating.ReadTotals(strings.NewReader(out))
	if err != nil || totals[doc].Count != int64(stored) {
		t.Errorf("%d answered as stored; exported %s, %v", stored, out, err)
	}
}

// operate runs a command in this process.
func operate(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if got := Run(t.Context(), Env{Args: args, Stdout: &out, Stderr: &errs}); got != want {
		t.Errorf("%q: %d, want %d: %s", args, got, want, errs.String())
	}
	return out.String() + errs.String()
}

func TestOperate(t *testing.T) {
	dir := folder(t)
	db := filepath.Join(dir, "ratings.db")
	p := start(t, dir, "--notable", "1")
	p.rate("198.51.100.1", 4)
	res, err := http.PostForm(p.url+"/rate", nil)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	metrics, err := http.Get(p.ops + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(metrics.Body)
	metrics.Body.Close()
	for _, want := range []string{"planpress_ratings_stored_total 1", `planpress_ratings_answers_total{route="rate",status="200"} 1`, "go_goroutines", "planpress_ratings_answer_seconds_bucket"} {
		if !strings.Contains(string(text), want) || err != nil {
			t.Errorf("no %s among the metrics, %v", want, err)
		}
	}
	writeDocuments(t, dir, doc, "plans/new/") // a build while the service runs
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if code, _, _ := p.ask("GET", "/total?document=plans/new/", nil, "198.51.100.1"); code == 200 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("a new document cannot be rated")
		}
	}
	copied := filepath.Join(dir, "copy.db")
	operate(t, 0, "backup", "--db", db, copied)
	operate(t, exitMachine, "backup", "--db", db, copied)
	if out := operate(t, 0, "export", "--db", copied); !strings.Contains(out, `{"url":"plans/2023/x/","count":1,"sum":4}`) {
		t.Error(out)
	}
	file := filepath.Join(dir, "ratings.json")
	operate(t, 0, "export", "--db", db, "--out", file)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("%v %v: a build by somebody else cannot read it", info, err)
	}
	if out := operate(t, 0, "export", "--db", db, "--format", "csv"); out != "document,count,sum,mean\nplans/2023/x/,1,4,4.0\n" {
		t.Errorf("%q", out)
	}
	if out := operate(t, 0, "export", "--db", db, "--votes", "--format", "csv"); !strings.Contains(out, doc) || strings.Contains(out, "198.51") {
		t.Error(out)
	}
	if out := operate(t, 0, "erase", "--db", db, doc); !strings.Contains(out, "1 ratings") {
		t.Error(out)
	}
	if err := p.stop(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	if strings.Contains(p.log.String(), "198.51") {
		t.Errorf("an address is in the log: %s", p.log)
	}
}

func TestWrongUse(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		want int
		says string
		args []string
	}{
		{exitUsage, "unexpected argument", []string{"dance"}},
		{exitUsage, "from 1", []string{"serve", "--connections", "0"}},
		{exitMachine, "build the site with ratings", []string{"serve", "--documents", filepath.Join(dir, "none.json")}},
		{exitMachine, "not a file that planpress wrote", []string{"serve", "--documents", os.Args[0]}},
		{exitMachine, "opening the database", []string{"export", "--db", filepath.Join(dir, "none", "ratings.db")}},
		{exitMachine, "opening the database", []string{"export", "--db", filepath.Join(dir, "documents.json")}},
		{exitMachine, "no ratings here", []string{"export", "--db", filepath.Join(dir, "typo.db")}},
		{0, "Usage: planpress-ratings", nil},
	} {
		if out := operate(t, c.want, c.args...); !strings.Contains(out, c.says) {
			t.Errorf("%q: %s", c.args, out)
		}
	}
}

func TestScrubbed(t *testing.T) {
	for in, want := range map[string]string{
		"http: TLS handshake error from 203.0.113.5:51234: EOF":     "http: TLS handshake error from (address): EOF",
		"http: TLS handshake error from [2001:db8::7]:51234: EOF":   "http: TLS handshake error from (address): EOF",
		"http: Accept error: too many open files; retrying in 5ms":  "http: Accept error: too many open files; retrying in 5ms",
		"http: panic serving 203.0.113.5:1: runtime error: index 3": "http: panic serving (address): runtime error: index 3",
	} {
		if got := scrub(in); got != want {
			t.Errorf("%q", got)
		}
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{"": "", "tốt": "tốt", "=1+1": "'=1+1", "@x": "'@x", "-1": "'-1"} {
		if got := harmless(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
