package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// dialTimeout is for one address of a host that has several.
const dialTimeout = 15 * time.Second

// guard decides which addresses may be connected to.
type guard struct {
	public *ssrf.Guardian
	hosts  map[string]bool // names that may resolve to anything
}

// newGuard reads Options.Allow.
func newGuard(allow []string) (*guard, error) {
	g := &guard{hosts: map[string]bool{}}
	var v4, v6 []netip.Prefix
	for _, a := range allow {
		p, ok := parseNetwork(a)
		switch {
		case ok && p.Addr().Is4():
			v4 = append(v4, p)
		case ok:
			v6 = append(v6, p)
		default:
			name, ip, err := canonicalHost(a)
			if err != nil || ip.IsValid() {
				return nil, fmt.Errorf("fetch: allowing %q: that is no network, address or host name", a)
			}
			g.hosts[name] = true
		}
	}
	g.public = ssrf.New(
		ssrf.WithAnyPort(),
		ssrf.WithAllowedV4Prefixes(v4...),
		ssrf.WithAllowedV6Prefixes(v6...),
		// Azure answers its machines here, on an address that is otherwise public.
		ssrf.WithDeniedV4Prefixes(netip.MustParsePrefix("168.63.129.16/32")),
	)
	return g, nil
}

// parseNetwork reads "10.0.0.0/8", "127.0.0.1", "fd00::/8".
func parseNetwork(s string) (netip.Prefix, bool) {
	s = strings.TrimSpace(s)
	p, err := netip.ParsePrefix(s)
	if err != nil {
		a, err := netip.ParseAddr(strings.Trim(s, "[]"))
		if err != nil || a.Zone() != "" {
			return netip.Prefix{}, false
		}
		p = netip.PrefixFrom(a, a.BitLen())
	}
	if p.Addr().Is4In6() {
		if p.Bits() < 96 {
			return netip.Prefix{}, false
		}
		p = netip.PrefixFrom(p.Addr().Unmap(), p.Bits()-96)
	}
	return p.Masked(), true
}

// check refuses what is not public and not allowed.
func (g *guard) check(ip netip.Addr) error {
	if err := g.public.SafeAddr(ip.Unmap()); err != nil {
		return &addressError{ip}
	}
	return nil
}

// dial connects to a host. The check stands between the resolving of its name
// and the connection, on the very address that is connected to: looking at the
// name before would leave time for it to change.
func (g *guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: dialTimeout, Control: g.control}
	if host, _, err := net.SplitHostPort(address); err == nil && g.hosts[host] {
		d.Control = nil
	}
	return d.DialContext(ctx, network, address)
}

func (g *guard) control(network, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %q cannot be read", ErrRefusedAddress, address)
	}
	return g.check(at.Addr())
}

// kindOf names an address for the one whose link led there.
func kindOf(ip netip.Addr) string {
	ip = ip.Unmap()
	switch {
	case ip.IsLoopback():
		return "an address of this machine (loopback)"
	case ip.IsUnspecified():
		return "the zero address"
	case ip.IsLinkLocalUnicast():
		return "a link-local address"
	case ip.IsPrivate():
		return "an address of a private network"
	case ip.IsMulticast():
		return "a multicast address"
	}
	return "not a public address"
}
