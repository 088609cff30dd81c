package command

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"planpress/internal/rating"
	"planpress/internal/rating/web"
)

// figures are those about the service, for Prometheus. None is about a reader.
type figures struct {
	registry *prometheus.Registry
	answers  *prometheus.CounterVec
	took     *prometheus.HistogramVec
	stored   prometheus.Counter
	flagged  *prometheus.CounterVec
}

func newFigures() *figures {
	f := &figures{
		registry: prometheus.NewRegistry(),
		answers: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "planpress_ratings_answers_total",
			Help: "Requests answered, by route and status."}, []string{"route", "status"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "planpress_ratings_answer_seconds",
			Help: "How long answers took.", Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5}}, []string{"route"}),
		stored: prometheus.NewCounter(prometheus.CounterOpts{Name: "planpress_ratings_stored_total", Help: "Ratings stored, changed ones included."}),
		flagged: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "planpress_ratings_flagged_total",
			Help: "Ratings stored that a person should look at, by reason."}, []string{"reason"}),
	}
	f.registry.MustRegister(f.answers, f.took, f.stored, f.flagged, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return f
}

func (f *figures) count(e web.Event) {
	f.answers.WithLabelValues(e.Route, strconv.Itoa(e.Status)).Inc()
	f.took.WithLabelValues(e.Route).Observe(e.Took.Seconds())
	if e.Stored {
		f.stored.Inc()
	}
	if e.Flag != "" {
		f.flagged.WithLabelValues(e.Flag).Inc()
	}
}

func (f *figures) handler() http.Handler {
	return promhttp.HandlerFor(f.registry, promhttp.HandlerOpts{})
}

// healthOf answers whether votes can be stored. Storing something is the only way
// to know; it is done once a second at the most, however often somebody asks.
func healthOf(votes rating.Store) http.Handler {
	var mu sync.Mutex
	var last error
	var at time.Time
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if now := time.Now(); now.Sub(at) > time.Second || now.Before(at) {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 3*time.Second)
			defer cancel()
			last, at = votes.Ping(ctx), now
		}
		w.Header().Set("Cache-Control", "no-store")
		if last != nil {
			http.Error(w, "ratings cannot be stored", http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ok\n"))
	})
}
