package store

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"planpress/internal/rating"
)

// How many votes are written together at the most, how many may wait, and how
// long writing them may take.
const (
	maxBatch   = 256
	maxWaiting = 4096
	batchLimit = 10 * time.Second
)

// queue collects votes while others are being written.
type queue struct {
	db      database
	waiting chan *pending
	done    chan struct{}
	failed  atomic.Pointer[failure] // of the last batch; nil where it was stored

	mu     sync.RWMutex // guards waiting against being closed while something is sent
	closed bool
}

// failure is why a batch was not stored, and when.
type failure struct {
	err error
	at  time.Time
}

// remembered is how long a failure counts where nobody votes after it. A database
// may take something small and have no room for votes.
const remembered = time.Minute

// trouble is why the last votes were not stored, if that was just now.
func (q *queue) trouble() error {
	if f := q.failed.Load(); f != nil && time.Since(f.at) < remembered {
		return f.err
	}
	return nil
}

type pending struct {
	vote rating.Vote
	err  chan error // one, buffered
}

func newQueue(db database) *queue {
	q := &queue{db: db, waiting: make(chan *pending, maxWaiting), done: make(chan struct{})}
	go q.run()
	return q
}

// add waits until a vote is stored.
func (q *queue) add(ctx context.Context, v rating.Vote) error {
	p := &pending{v, make(chan error, 1)}
	if err := q.send(p); err != nil {
		return err
	}
	select {
	case err := <-p.err:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (q *queue) send(p *pending) error {
	q.mu.RLock()
	defer q.mu.RUnlock()
	if q.closed {
		return rating.ErrUnavailable
	}
	select {
	case q.waiting <- p:
		return nil
	default:
		return rating.ErrBusy
	}
}

// close waits until everything is stored.
func (q *queue) close() {
	q.mu.Lock()
	if !q.closed {
		q.closed = true
		close(q.waiting)
	}
	q.mu.Unlock()
	<-q.done
}

// run writes what waits, all that there is at a time.
func (q *queue) run() {
	defer close(q.done)
	var b batch
	for {
		if len(b.later) == 0 {
			p, more := <-q.waiting
			if !more {
				return
			}
			b.later = append(b.later, p)
		}
		b.fill(q.waiting)
		q.write(&b)
	}
}

// write stores a batch and answers each of its votes.
func (q *queue) write(b *batch) {
	ctx, cancel := context.WithTimeout(context.Background(), batchLimit)
	defer cancel()
	errs, err := q.db.add(ctx, b.votes)
	if err != nil {
		q.failed.Store(&failure{unavailable(err), time.Now()})
	} else {
		q.failed.Store(nil)
	}
	for i, p := range b.now {
		if err != nil {
			p.err <- unavailable(err)
		} else {
			p.err <- errs[i]
		}
	}
}

// batch is what is written together.
type batch struct {
	now   []*pending
	votes []rating.Vote
	later []*pending // what must not be in one transaction with what is in now

	raters map[raterKey]bool
	forms  map[rating.Nonce]bool
}

type raterKey struct {
	document string
	rater    rating.Rater
}

// fill takes what was left for later, and what waits.
func (b *batch) fill(waiting <-chan *pending) {
	left := b.later
	b.now, b.votes, b.later = b.now[:0], b.votes[:0], nil
	b.raters, b.forms = map[raterKey]bool{}, map[rating.Nonce]bool{}
	for _, p := range left {
		b.take(p)
	}
	for len(b.now) < maxBatch && len(b.later) < maxBatch {
		select {
		case p, more := <-waiting:
			if !more {
				return
			}
			b.take(p)
		default:
			return
		}
	}
}

// take puts a vote into the batch, unless another one in it is of the same rater
// or came with the same form.
func (b *batch) take(p *pending) {
	who := raterKey{p.vote.Document, p.vote.Rater}
	if b.raters[who] || b.forms[p.vote.Form] {
		b.later = append(b.later, p)
		return
	}
	b.raters[who], b.forms[p.vote.Form] = true, true
	b.now, b.votes = append(b.now, p), append(b.votes, p.vote)
}
