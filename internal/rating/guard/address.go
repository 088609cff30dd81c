package guard

import (
	"net/http"
	"net/netip"
	"strings"
)

// Proxies are the addresses of reverse proxies whose word is taken for who asks.
type Proxies []netip.Prefix

// Client gives the address that a request comes from: that of the connection, or
// where that is a proxy the nearest one before it, in X-Forwarded-For, that is
// none. Without an address, as on a Unix socket, it is zero.
func (p Proxies) Client(r *http.Request) netip.Addr {
	port, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	at := port.Addr().Unmap()
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && p.has(at); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		at = hop.Unmap()
	}
	return at.WithZone("")
}

func (p Proxies) has(a netip.Addr) bool {
	for _, prefix := range p {
		if prefix.Contains(a) {
			return true
		}
	}
	return false
}

// network is what one household or one phone has: an IPv4 address, or of IPv6 the
// 64 bits that a provider hands out at the least.
func network(a netip.Addr) netip.Addr {
	if a.Is6() {
		if p, err := a.Prefix(64); err == nil {
			return p.Addr()
		}
	}
	return a
}
