package gate

import (
	"net/http"
	"net/netip"
	"strings"
)

// Visitor is the address that a request comes from: the last one that is not of
// a web server of ours (proxies). Of IPv6 it is the network of 64 bits, which is
// what one household has.
func Visitor(r *http.Request, proxies []netip.Prefix) netip.Addr {
	ours := func(a netip.Addr) bool {
		for _, p := range proxies {
			if p.Contains(a) {
				return true
			}
		}
		return false
	}
	ap, err := netip.ParseAddrPort(r.RemoteAddr)
	a := ap.Addr().Unmap().WithZone("")
	if err == nil && ours(a) {
		hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		for i := len(hops) - 1; i >= 0; i-- {
			hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
			if err != nil {
				break
			}
			if a = hop.Unmap().WithZone(""); !ours(a) {
				break
			}
		}
	}
	if a.Is6() {
		if p, err := a.Prefix(64); err == nil {
			return p.Addr()
		}
	}
	return a
}
