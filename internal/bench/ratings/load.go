package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"planpress/internal/rating"
	"planpress/internal/rating/store"
)

// measure measures one service, or several on one database.
func measure(ctx context.Context, o options, program, list string, dbs []string) (rows []row, err error) {
	var all []*service
	for _, db := range dbs {
		s, err := begin(ctx, o, program, list, db)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	name, goal := "SQLite", "8,000 a second, p99 50 ms, 64 MB"
	if len(all) > 1 {
		name, goal = fmt.Sprintf("PostgreSQL, %d services", len(all)), "5,000 a second, totals exact"
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: o.clients}}
	votes, err := rate(client, o, all)
	if err != nil {
		return nil, err
	}
	most := 0
	for _, s := range all {
		m, _, err := s.memory()
		if err != nil {
			return nil, err
		}
		most = max(most, m)
	}
	rows = append(rows, row{name + ": durable ratings", goal, fmt.Sprintf("%s, %d MB at the most", votes, most)})
	if len(all) == 1 {
		totals, err := repeat(o, func(_, n int) error { return get(client, all[0].url+"/total?document="+document(n)) })
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{name + ": totals read", "20,000 a second", totals.String()})
		held, err := hold(all[0], o.open)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{fmt.Sprintf("memory with %d open connections", o.open), "bounded", held})
	}
	client.CloseIdleConnections()
	for _, s := range all {
		if err := s.end(); err != nil {
			return nil, err
		}
	}
	exact, err := compare(ctx, dbs[0], votes.n)
	return append(rows, row{name + ": totals, and votes that were answered as stored", "the same", exact}), err
}

// result is what a load came to.
type result struct {
	n    int
	span time.Duration
	took []time.Duration
}

func (r result) String() string {
	slices.Sort(r.took)
	at := func(share float64) time.Duration {
		return r.took[int(share*float64(len(r.took)-1))].Round(100 * time.Microsecond)
	}
	return fmt.Sprintf("%.0f a second, half within %v, 99 %% within %v", float64(r.n)/r.span.Seconds(), at(.5), at(.99))
}

// repeat does something with all clients until the time is over.
func repeat(o options, do func(client, n int) error) (result, error) {
	parts := make([]result, o.clients)
	errs := make([]error, o.clients)
	begun := time.Now()
	var wg sync.WaitGroup
	for c := range o.clients {
		wg.Go(func() {
			p := &parts[c]
			for time.Since(begun) < o.span && errs[c] == nil {
				at := time.Now()
				if errs[c] = do(c, p.n); errs[c] == nil {
					p.n++
					p.took = append(p.took, time.Since(at))
				}
			}
		})
	}
	wg.Wait()
	all := result{span: time.Since(begun)}
	for _, p := range parts {
		all.n += p.n
		all.took = append(all.took, p.took...)
	}
	return all, errors.Join(errs...)
}

// formsPerClient is how many forms each client has: enough for 20,000 votes a
// second.
func formsPerClient(o options) int { return int(o.span.Seconds()*20_000) / o.clients }

// rate has all clients rate, each with forms of its own.
func rate(client *http.Client, o options, all []*service) (result, error) {
	forms, err := fetch(client, o, all[0])
	if err != nil {
		return result{}, err
	}
	return repeat(o, func(c, n int) error {
		if n >= len(forms[c]) {
			return errors.New("there are no forms left")
		}
		i := c*len(forms[c]) + n
		form := url.Values{"document": {document(n)}, "score": {fmt.Sprint(1 + n%5)}, "token": {forms[c][n]}}
		r, err := http.NewRequest("POST", all[c%len(all)].url+"/rate", strings.NewReader(form.Encode()))
		if err != nil {
			return err
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("X-Forwarded-For", netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}).String())
		return send(client, r, nil)
	})
}

// fetch gets the forms that are sent later.
func fetch(client *http.Client, o options, s *service) ([][]string, error) {
	forms := make([][]string, o.clients)
	errs := make([]error, o.clients)
	var wg sync.WaitGroup
	for c := range forms {
		wg.Go(func() {
			for n := range formsPerClient(o) {
				r, err := http.NewRequest("GET", s.url+"/form?document="+document(n), nil)
				if err != nil {
					errs[c] = err
					return
				}
				var a struct{ Token string }
				if errs[c] = send(client, r, &a); errs[c] != nil {
					return
				}
				forms[c] = append(forms[c], a.Token)
			}
		})
	}
	wg.Wait()
	return forms, errors.Join(errs...)
}

func get(client *http.Client, url string) error {
	r, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return err
	}
	return send(client, r, nil)
}

func send(client *http.Client, r *http.Request, into any) error {
	r.Header.Set("Accept", "application/json")
	res, err := client.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %d %s", r.URL.Path, res.StatusCode, data)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(data, into)
}

// hold opens connections, each of which asked once, and gives what the service
// needs for them.
func hold(s *service, n int) (string, error) {
	_, before, err := s.memory()
	if err != nil {
		return "", err
	}
	var held []net.Conn
	defer func() {
		for _, c := range held {
			_ = c.Close()
		}
	}()
	for range n {
		c, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
		if err != nil {
			return "", fmt.Errorf("after %d connections: %w", len(held), err)
		}
		held = append(held, c)
		if _, err := fmt.Fprintf(c, "GET /total?document=%s HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n", document(0)); err != nil {
			return "", err
		}
		if _, err := c.Read(make([]byte, 2048)); err != nil {
			return "", err
		}
	}
	_, after, err := s.memory()
	return fmt.Sprintf("%d MB, %d MB before", after, before), err
}

// compare compares totals with the votes, and both with what was answered.
func compare(ctx context.Context, db string, answered int) (string, error) {
	s, err := store.Open(ctx, db)
	if err != nil {
		return "", err
	}
	defer s.Close()
	counted := rating.Totals{}
	n := 0
	for v, err := range s.Votes(ctx, false) {
		if err != nil {
			return "", err
		}
		n++
		counted[v.Document] = counted[v.Document].Add(rating.Total{Count: 1, Sum: int64(v.Score)})
	}
	totals, err := s.Totals(ctx)
	if err != nil {
		return "", err
	}
	for url, t := range totals {
		if counted[url] != t {
			return "", fmt.Errorf("%s: the total is %+v, the votes make %+v", url, t, counted[url])
		}
	}
	if n != answered {
		return "", fmt.Errorf("%d votes are there, %d were answered as stored", n, answered)
	}
	return fmt.Sprintf("the same, %d of %d", n, answered), nil
}
