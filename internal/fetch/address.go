package fetch

import (
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
)

// maxAddress is in bytes. The longest address that is known to lead to a report
// has some 600.
const maxAddress = 8 << 10

// parse reads an address that is to be fetched. Its host is canonical, a default
// port and the fragment are gone.
func parse(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	if len(address) > maxAddress {
		return nil, fmt.Errorf("%w: it is longer than %d bytes", ErrAddress, maxAddress)
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAddress, err)
	}
	return canonical(u)
}

// canonical changes u as parse says.
func canonical(u *url.URL) (*url.URL, error) {
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%w: it begins with %q, and only http: and https: are fetched", ErrAddress, clip(u.Scheme))
	}
	if u.Hostname() == "" || u.Opaque != "" {
		return nil, fmt.Errorf("%w: it names no host", ErrAddress)
	}
	host, ip, err := canonicalHost(u.Hostname())
	if err != nil {
		return nil, err
	}
	if ip.Is6() {
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" {
		n, err := strconv.ParseUint(port, 10, 16)
		if err != nil || n == 0 {
			return nil, fmt.Errorf("%w: %q is no port", ErrAddress, clip(port))
		}
		if u.Scheme == "http" && n != 80 || u.Scheme == "https" && n != 443 {
			host += ":" + strconv.FormatUint(n, 10)
		}
	}
	u.Host, u.Fragment, u.RawFragment = host, "", ""
	return u, nil
}

// literal returns the address that the host of u is, where it is one.
func literal(u *url.URL) (netip.Addr, bool) {
	ip, err := netip.ParseAddr(u.Hostname())
	return ip, err == nil
}

// Normalise returns the form of an address that tells whether two of them mean
// the same page (RFC 3986, section 6.2): scheme and host in lower case, names in
// Punycode, IPv4 addresses in four decimal numbers, no default port, no name and
// password, no fragment, no dot segments, one way of percent-encoding. Of the
// query, the parameters utm_… are dropped: they say who counted the click. Order
// and all other parameters stay, as they may choose the page. The result is for
// comparing; what is fetched is the address as given.
//
// The error is an ErrAddress.
func Normalise(address string) (string, error) {
	u, err := parse(address)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(u.Scheme + "://" + u.Host)
	b.WriteString(removeDots(escape(u.EscapedPath())))
	if q := withoutUTM(escape(u.RawQuery)); q != "" {
		b.WriteString("?" + q)
	}
	if b.Len() > maxAddress {
		return "", fmt.Errorf("%w: it is longer than %d bytes", ErrAddress, maxAddress)
	}
	return b.String(), nil
}

func withoutUTM(query string) string {
	var kept []string
	for p := range strings.SplitSeq(query, "&") {
		if len(p) < 4 || !strings.EqualFold(p[:4], "utm_") {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "&")
}

// escape brings percent-encoding to one form: what need not be encoded is not,
// what must be is, and hexadecimal digits are in upper case.
func escape(s string) string {
	const upper = "0123456789ABCDEF"
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		encoded := false
		if c == '%' {
			if i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2]) {
				b.WriteString("%25")
				continue
			}
			c = unhex(s[i+1])<<4 | unhex(s[i+2])
			i += 2
			encoded = true
		}
		switch {
		case isUnreserved(c), !encoded && strings.IndexByte("!$&'()*+,;=:@/?[]", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', upper[c>>4], upper[c&15]})
		}
	}
	return b.String()
}

func isUnreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func unhex(c byte) byte {
	switch {
	case c >= 'a':
		return c - 'a' + 10
	case c >= 'A':
		return c - 'A' + 10
	}
	return c - '0'
}

// removeDots takes "." and ".." out of a path and begins it with a slash. Double
// slashes stay: servers tell them apart.
func removeDots(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	kept := parts[:0]
	for i, p := range parts {
		last := i == len(parts)-1
		switch p {
		case "..":
			kept = kept[:max(len(kept)-1, 0)]
			if last {
				kept = append(kept, "")
			}
		case ".":
			if last {
				kept = append(kept, "")
			}
		default:
			kept = append(kept, p)
		}
	}
	return "/" + strings.Join(kept, "/")
}
