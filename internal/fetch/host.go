package fetch

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// maxHost is the length of a name in the DNS (RFC 1035).
const maxHost = 253

// canonicalHost writes a host in the one way that it has: a name in lower-case
// ASCII without the last dot, or an address, which is then valid. It reads hosts
// as browsers do (WHATWG URL, "host parsing"), because that is what people's links
// were tried in: letters of any script, full-width digits, and IPv4 addresses of
// one to four numbers, decimal, octal or hexadecimal.
func canonicalHost(host string) (string, netip.Addr, error) {
	if strings.Contains(host, ":") {
		ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
		if err != nil || ip.Zone() != "" {
			return "", netip.Addr{}, fmt.Errorf("%w: %q is no IPv6 address", ErrAddress, clip(host))
		}
		ip = ip.Unmap()
		return ip.String(), ip, nil
	}
	name, err := asciiName(host)
	if err != nil {
		return "", netip.Addr{}, err
	}
	name = strings.TrimSuffix(name, ".")
	if name == "" || len(name) > maxHost || strings.HasPrefix(name, ".") || strings.Contains(name, "..") {
		return "", netip.Addr{}, fmt.Errorf("%w: %q is no host name", ErrAddress, clip(host))
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	if _, err := parseNumber(last); err != nil && strings.Trim(last, "0123456789") != "" {
		return name, netip.Addr{}, nil
	}
	ip, err := parseIPv4(name)
	if err != nil {
		return "", netip.Addr{}, fmt.Errorf("%w: %q ends in a number and is no IPv4 address", ErrAddress, clip(host))
	}
	return ip.String(), ip, nil
}

// asciiName maps letters of other scripts to Punycode (UTS 46, as browsers do)
// and refuses what no host name holds. Underscores are no part of the standard
// and of many names.
func asciiName(host string) (string, error) {
	if strings.ContainsFunc(host, func(r rune) bool { return r > '~' }) {
		// Made when needed: a package variable would be built at every start.
		profile := idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false), idna.BidiRule())
		mapped, err := profile.ToASCII(host)
		if err != nil {
			return "", fmt.Errorf("%w: the host %q: %w", ErrAddress, clip(host), err)
		}
		host = mapped
	}
	host = strings.ToLower(host)
	if bad := strings.IndexFunc(host, func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' || r == '.' || r == '_')
	}); bad >= 0 {
		return "", fmt.Errorf("%w: %q is no host name", ErrAddress, clip(host))
	}
	return host, nil
}

// parseIPv4 reads the notations of inet_aton: up to four numbers, of which the
// last fills the bytes that are left ("127.1", "0x7f000001", "0177.0.0.1").
func parseIPv4(s string) (netip.Addr, error) {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return netip.Addr{}, strconv.ErrSyntax
	}
	var sum uint64
	for i, p := range parts {
		n, err := parseNumber(p)
		if err != nil {
			return netip.Addr{}, err
		}
		room := 8
		if i == len(parts)-1 {
			room = 8 * (4 - i)
		}
		if n >= 1<<room {
			return netip.Addr{}, strconv.ErrRange
		}
		sum = sum<<room | n
	}
	return netip.AddrFrom4([4]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)}), nil
}

// parseNumber reads one number of an IPv4 address. "0x" alone is zero.
func parseNumber(s string) (uint64, error) {
	base := 10
	switch {
	case strings.HasPrefix(s, "0x"):
		s, base = s[2:], 16
		if s == "" {
			return 0, nil
		}
	case len(s) > 1 && s[0] == '0':
		s, base = s[1:], 8
	}
	return strconv.ParseUint(s, base, 64)
}

// clip keeps a hostile address from filling a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}
