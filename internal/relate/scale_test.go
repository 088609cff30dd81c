package relate

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
	"testing"

	"planpress/internal/citation"
	"planpress/internal/plan"
	"planpress/internal/source"
)

// network is n documents of 50 bodies. Each cites ten earlier ones in its text,
// and its front matter names what editors name: three as its legal basis and one
// that it continues, amends or replaces. Each has twenty tasks with what a row
// of a plan's table has: a number, a group, words of its own for the task and
// for what comes of it, one of five bodies that leads and one that takes part
// (equal lists are one, as package matrix makes them), and a deadline. Numbers
// begin anew each year in each body, so that many share one.
func network(n int) Input {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	in := input()
	in.Registry.Orgs = nil
	for i := range 50 {
		in.Registry.Orgs = append(in.Registry.Orgs, &plan.Org{ID: fmt.Sprint("ward-", i), Name: fmt.Sprint("Ủy ban nhân dân phường ", i)})
	}
	years := map[string]int32{} // numbers begin anew each year, in each body
	for i := range n {
		day := plan.DateOf(plan.Date{Year: 2000, Month: 1, Day: 1}.Time().AddDate(0, 0, i*9000/n))
		year := fmt.Sprint(i%50, " ", day.Year)
		years[year]++
		d := doc(fmt.Sprintf("plans/d%06d.md", i), issued(day),
			number(citation.Number{Text: fmt.Sprint(years[year]) + "/KH-UBND", Form: citation.State, Ordinal: years[year], Type: "KH", Body: "UBND"}, ""))
		d.Issuer = in.Registry.Orgs[i%50].ID
		d.Type = plan.TypeByID("ke-hoach")
		d.Fields = []string{fmt.Sprint("Lĩnh vực ", i%40)}
		d.Citations = make([]plan.Cited, 0, 10)
		for k := range 10 {
			if i == 0 {
				break
			}
			j := r.IntN(i)
			to := in.Documents[j]
			d.Citations = append(d.Citations, plan.Cited{Number: to.Number, Type: "Kế hoạch", Day: to.Issued,
				Issuer: in.Registry.Orgs[j%50].Name, Pos: source.Pos{File: d.Path, Line: 30 + k}})
		}
		frontMatter(d, i, r)
		d.Tasks = tasks(i, in.Registry.Orgs)
		in.Documents = append(in.Documents, d)
	}
	return in
}

func frontMatter(d *plan.Document, i int, r *rand.Rand) {
	var places []plan.Place
	for line, field := range [...]string{"title", "type", "number", "issuer", "issued", "place", "signer.name", "signer.position", "fields",
		"legal_basis", "relations", "recipients", "publication", "tasks"} {
		places = append(places, plan.Place{Field: field, Line: line + 2, Column: 8})
	}
	d.Places = plan.PlacesOf(places)
	if i == 0 {
		return
	}
	ref := func(to, line int) plan.Ref {
		return plan.Ref{Target: fmt.Sprintf("plans/d%06d", to), Pos: source.Pos{File: d.Path, Line: line}}
	}
	for k := range 3 {
		d.LegalBasis = append(d.LegalBasis, ref(min(r.IntN(i)|1, i-1), 10+k)) // the others are replaced
	}
	kind := [...]plan.RelationKind{plan.Continues, plan.Replaces, plan.Amends, plan.Replaces}[i%4]
	d.Relations = []plan.Relation{{Kind: kind, To: ref(i-1, 14)}}
}

func tasks(i int, orgs []*plan.Org) []plan.Task {
	groups := [...]string{"I. Cải cách thể chế", "II. Cải cách thủ tục hành chính"}
	until := plan.Deadline{Text: "Quý IV/2026", Earliest: plan.Date{Year: 2026, Month: 10, Day: 1}, Latest: plan.Date{Year: 2026, Month: 12, Day: 31}}
	bodies := make([][]plan.OrgRef, 5)
	for k := range bodies {
		bodies[k] = []plan.OrgRef{{ID: orgs[(i+k)%50].ID}}
	}
	out := make([]plan.Task, 20)
	for k := range out {
		out[k] = plan.Task{ID: "nv-" + strconv.Itoa(k+1), No: strconv.Itoa(k + 1), Group: groups[k/10], Deadline: until,
			Name:        fmt.Sprintf("Rà soát, công khai thủ tục hành chính thuộc nhóm %d", i*20+k),
			Deliverable: fmt.Sprintf("Danh mục thủ tục hành chính nhóm %d", i*20+k),
			Leads:       bodies[k%5], Partners: bodies[(k+1)%5],
			Spot: plan.Spot{File: "content/tasks.csv", Line: int32(k + 2)}}
	}
	return out
}

// BenchmarkRelate relates sites of three sizes. The time for one document, and
// the memory that relating adds for it, must not grow with their number.
//
//	go test ./internal/relate -run '^$' -bench Relate -benchtime 3x
func BenchmarkRelate(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			defer debug.SetGCPercent(debug.SetGCPercent(10)) // the memory that is needed, not what is left lying
			in := network(n)
			before := inUse()
			var site *Site
			for b.Loop() {
				b.StopTimer() // a build relates once: the site of the round before must not lie about
				site = nil
				runtime.GC()
				b.StartTimer()
				site, _ = Relate(in)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/document")
			b.ReportMetric(before, "documents-MB")
			b.ReportMetric(inUse()-before, "site-MB")
			var usage syscall.Rusage
			if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err == nil {
				b.ReportMetric(float64(usage.Maxrss)/1024, "peak-MB")
			}
			runtime.KeepAlive(site)
			runtime.KeepAlive(in)
		})
	}
}

// inUse is the memory that is needed now, in megabytes.
func inUse() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
