package guard

import (
	"net/netip"
	"sync"
	"time"
)

// Pace is how much may come from one address in a minute.
type Pace struct {
	Notable int // more votes than these are kept and flagged
	Most    int // more requests than these are refused until the minute is over
}

// DefaultPace suits a mobile network, where thousands share an address.
var DefaultPace = Pace{Notable: 60, Most: 3000}

// maxAddresses bounds what is remembered. Where more come in a minute than that,
// those that are new are not counted: nobody is refused for what others do.
const maxAddresses = 1 << 16

// Bursts counts what comes from each address within the minute. It knows no
// address for longer than that.
type Bursts struct {
	pace Pace

	mu     sync.Mutex
	minute int64
	counts map[netip.Addr]*count
}

type count struct{ requests, votes int }

// NewBursts makes one.
func NewBursts(p Pace) *Bursts { return &Bursts{pace: p, counts: map[netip.Addr]*count{}} }

// Request counts a request and reports whether there are too many, and if so how
// long to wait.
func (b *Bursts) Request(from netip.Addr, now time.Time) (wait time.Duration, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.of(from, now)
	c.requests++
	if c.requests > b.pace.Most {
		return time.Minute - time.Duration(now.UnixNano())%time.Minute, false
	}
	return 0, true
}

// Vote counts a vote and reports whether there are so many that a person should
// look.
func (b *Bursts) Vote(from netip.Addr, now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.of(from, now)
	c.votes++
	return c.votes > b.pace.Notable
}

func (b *Bursts) of(from netip.Addr, now time.Time) *count {
	if minute := now.Unix() / 60; minute != b.minute {
		b.minute = minute
		clear(b.counts)
	}
	from = network(from)
	c := b.counts[from]
	if c == nil {
		c = &count{}
		if len(b.counts) < maxAddresses {
			b.counts[from] = c
		}
	}
	return c
}
