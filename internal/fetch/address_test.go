package fetch

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

func TestNormalise(t *testing.T) {
	for in, want := range map[string]string{
		"http://outlet.example":                              "http://outlet.example/",
		" HTTP://Outlet.Example:80/a#part ":                  "http://outlet.example/a",
		"https://outlet.example:443/a":                       "https://outlet.example/a",
		"https://outlet.example:80/a":                        "https://outlet.example:80/a",
		"http://outlet.example:0080/":                        "http://outlet.example/",
		"http://outlet.example./a":                           "http://outlet.example/a",
		"http://who:secret@outlet.example/a":                 "http://outlet.example/a",
		"http://outlet.example/a/./b/../c":                   "http://outlet.example/a/c",
		"http://outlet.example/a/b/..":                       "http://outlet.example/a/",
		"http://outlet.example/../../a":                      "http://outlet.example/a",
		"http://outlet.example/%2e%2e/a":                     "http://outlet.example/a",
		"http://outlet.example//a//b":                        "http://outlet.example//a//b",
		"http://outlet.example/a/":                           "http://outlet.example/a/",
		"http://outlet.example/%7euser/%e2%82%ac":            "http://outlet.example/~user/%E2%82%AC",
		"http://outlet.example/خبر":                          "http://outlet.example/%D8%AE%D8%A8%D8%B1",
		"http://outlet.example/a%2fb":                        "http://outlet.example/a%2Fb",
		"http://outlet.example/a?b=2&a=1":                    "http://outlet.example/a?b=2&a=1",
		"http://outlet.example/a?":                           "http://outlet.example/a",
		"http://outlet.example/a?utm_source=x&id=7&UTM_Term": "http://outlet.example/a?id=7",
		"http://outlet.example/a?utm_source=x":               "http://outlet.example/a",
		"http://outlet.example/a?id=7&utm=1&q=utm_source":    "http://outlet.example/a?id=7&utm=1&q=utm_source",
		"http://outlet.example/a?q=a b&r=%zz":                "http://outlet.example/a?q=a%20b&r=%25zz",
		"http://BÜCHER.example/":                             "http://xn--bcher-kva.example/",
		"http://موقع.example/":                               "http://xn--4gbrim.example/",
		"http://my_host.example/":                            "http://my_host.example/",
		"http://0x7f.1/":                                     "http://127.0.0.1/",
		"http://[::FFFF:10.0.0.1]:80/":                       "http://10.0.0.1/",
		"http://[2001:DB8:0:0::1]:8080/":                     "http://[2001:db8::1]:8080/",
	} {
		if got, err := Normalise(in); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestNormaliseRefuses(t *testing.T) {
	for _, in := range []string{
		"", "outlet.example/a", "/a", "ftp://outlet.example/", "file:///etc/passwd", "javascript:alert(1)", "gopher://outlet.example/",
		"http:", "http://", "http:///a", "http:outlet.example", "http://:80/", "http://./", "http://a..b/", "http://.a/",
		"http://outlet.example:0/", "http://outlet.example:65536/", "http://outlet.example:x/", "http://outlet.example:-1/",
		"http://out let.example/", "http://outlet.example\\a/", "http://out<let.example/", "http://outlet.example\n/", "http://%31/",
		"http://[::1/", "http://[fe80::1%25eth0]/", "http://[v1.x]/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.08/", "http://0x100000000/",
		"http://" + strings.Repeat("a", 254) + "/", "http://outlet.example/" + strings.Repeat("a", maxAddress), "http://outlet.example/" + strings.Repeat("é", maxAddress/2-100),
	} {
		got, err := Normalise(in)
		if !errors.Is(err, ErrAddress) {
			t.Errorf("%.60q: %.60q, %v", in, got, err)
		}
	}
}

// Every way to write an IPv4 address that a browser or a C library takes.
func TestCanonicalHostNotations(t *testing.T) {
	for _, host := range []string{
		"127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "2130706433", "017700000001", "0x7f000001", "0X7F000001", "0177.0.0.01", "0x7f.0.0.0x1", "0x7F.1",
		"::ffff:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:7f00:0001", "１２７.0.0.1", "127。0。0。1", "①②⑦.⓪.⓪.①", "00000000177.0.0.1",
	} {
		name, ip, err := canonicalHost(host)
		if err != nil || name != "127.0.0.1" || ip != netip.MustParseAddr("127.0.0.1") {
			t.Errorf("%q: %q, %v, %v", host, name, ip, err)
		}
	}
	for _, host := range []string{"outlet.example", "127.0.0.1.example", "0x.example", "a1", "1a", "0xg", "1.2.3.4a"} {
		if name, ip, err := canonicalHost(host); err != nil || ip.IsValid() || name != host {
			t.Errorf("%q: %q, %v, %v", host, name, ip, err)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{
		"http://outlet.example/a/../b?utm_x=1&y=%2f#z", "https://bücher.example:443", "http://0x7f.1/", "http://[::ffff:1.2.3.4]:80/", "http://a:b@c.example/%zz?%",
		"http://outlet.example/a b?c d", "HTTP://1.2.3", "http://a/%2e%2E/./", "http://a/?&&utm_=&",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Normalise(s)
		if err != nil {
			if n != "" || !errors.Is(err, ErrAddress) {
				t.Fatalf("%q, %v", n, err)
			}
			return
		}
		if again, err := Normalise(n); err != nil || again != n {
			t.Fatalf("%q becomes %q becomes %q, %v", s, n, again, err)
		}
		u, err := url.Parse(n)
		if err != nil {
			t.Fatalf("%q becomes %q: %v", s, n, err)
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.Fragment != "" || strings.ContainsAny(n, "# \t\r\n") || !strings.HasPrefix(u.Path, "/") {
			t.Fatalf("%q becomes %q", s, n)
		}
		for i := range len(n) {
			if n[i] > '~' {
				t.Fatalf("%q becomes %q", s, n)
			}
		}
	})
}

func FuzzCanonicalHost(f *testing.F) {
	for _, s := range []string{"127.1", "0x7f000001", "::ffff:1.2.3.4", "１２７.1", "outlet.example.", "0177.0.0.1", "fe80::1%eth0", "[::1]", "bücher.example"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		host, ip, err := canonicalHost(s)
		if err != nil {
			return
		}
		again, ip2, err := canonicalHost(host)
		if err != nil || again != host || ip2 != ip {
			t.Fatalf("%q becomes %q, %v, then %q, %v, %v", s, host, ip, again, ip2, err)
		}
		// What the system would take for an address, the guard sees as one.
		if a, err := netip.ParseAddr(host); (err == nil) != ip.IsValid() || err == nil && a != ip {
			t.Fatalf("%q becomes %q, an address: %v; it is said to be %v", s, host, a, ip)
		}
	})
}
