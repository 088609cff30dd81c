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

// network is n documents of 50 bodies, each with ten citations of earlier ones
// (eight of them its legal basis, one of a plan that it continues, one that it
// replaces or amends) and twenty tasks.
func network(n int) Input {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	in := input()
	in.Registry.Orgs = nil
	for i := range 50 {
		in.Registry.Orgs = append(in.Registry.Orgs, &plan.Org{ID: fmt.Sprint("ward-", i), Name: fmt.Sprint("Ủy ban nhân dân phường ", i)})
	}
	for i := range n {
		d := doc(fmt.Sprintf("plans/d%06d.md", i), issued(plan.DateOf(plan.Date{Year: 2000, Month: 1, Day: 1}.Time().AddDate(0, 0, i*9000/n))),
			number(citation.Number{Text: strconv.Itoa(i) + "/KH-UBND", Form: citation.State, Ordinal: i, Type: "KH", Body: "UBND"}, ""))
		d.Issuer = in.Registry.Orgs[i%50].ID
		d.Type = plan.TypeByID("ke-hoach")
		d.Fields = []string{fmt.Sprint("Lĩnh vực ", i%40)}
		for k := range 10 {
			if i == 0 {
				break
			}
			ref := plan.Ref{Target: fmt.Sprintf("plans/d%06d", r.IntN(i)), Pos: source.Pos{File: d.Path, Line: 10 + k}}
			switch {
			case k < 8:
				d.LegalBasis = append(d.LegalBasis, ref)
			case k == 8:
				d.Relations = append(d.Relations, plan.Relation{Kind: plan.Continues, To: ref})
			default:
				d.Relations = append(d.Relations, plan.Relation{Kind: [...]plan.RelationKind{plan.Amends, plan.Replaces}[i%2], To: plan.Ref{Target: fmt.Sprintf("plans/d%06d", i-1), Pos: ref.Pos}})
			}
		}
		d.Tasks = make([]plan.Task, 20)
		for k := range d.Tasks {
			d.Tasks[k] = plan.Task{ID: "nv-" + strconv.Itoa(k+1), Name: fmt.Sprintf("Rà soát, công khai thủ tục hành chính thuộc nhóm %d", i*20+k),
				Lead: in.Registry.Orgs[(i+k)%50].ID}
		}
		in.Documents = append(in.Documents, d)
	}
	return in
}

// BenchmarkRelate relates sites of three sizes. The time for one document, and
// the memory that relating adds for it, must not grow with their number.
//
//	go test ./internal/relate -run '^$' -bench Relate -benchtime 3x
func BenchmarkRelate(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			in := network(n)
			before := inUse()
			defer debug.SetGCPercent(debug.SetGCPercent(10)) // the memory that is needed, not what is left lying
			var site *Site
			for b.Loop() {
				site = nil // a build relates once
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
