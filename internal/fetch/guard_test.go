package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// Addresses that are not public, in every notation. None of them is connected to,
// nor waited for.
func TestGuardRefusesNotations(t *testing.T) {
	f := fetcher(t, Options{})
	begin := time.Now()
	for _, host := range []string{
		// this machine
		"127.0.0.1", "127.255.255.254", "127.1", "2130706433", "017700000001", "0x7f000001", "0177.0.0.1", "１２７.0.0.1", "127.0.0.1.",
		"[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
		// zero
		"0.0.0.0", "0", "0.1.2.3", "[::]", "[::ffff:0.0.0.0]",
		// private, shared, link-local with the metadata services of clouds
		"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.100.100.200", "169.254.169.254", "0xa9fea9fe", "2852039166",
		"[::ffff:169.254.169.254]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "168.63.129.16",
		// NAT64, 6to4, Teredo, site-local, with an address inside or without
		"[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:0a00:0001::1]", "[2001:0:7f00:1::]", "[fec0::1]",
		// documentation, benchmarks, multicast, reserved, broadcast
		"192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "[2001:db8::1]", "[ff02::1]", "[100::1]",
	} {
		for _, address := range []string{"http://" + host + "/", "https://" + host + ":8443/a"} {
			res, err := f.Get(t.Context(), address, Validators{})
			if !errors.Is(err, ErrRefusedAddress) {
				t.Errorf("%s: %v, %v", address, res, err)
			}
		}
	}
	if d := time.Since(begin); d > 2*time.Second {
		t.Errorf("refusing took %s: something was waited for", d)
	}
}

// Public addresses pass the guard, and so does what the operator allows, to the
// last address of the network and not one further.
func TestGuardCheck(t *testing.T) {
	allowing := func(allow ...string) *guard {
		g, err := newGuard(allow)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	for _, c := range []struct {
		guard *guard
		ip    string
		ok    bool
	}{
		{allowing(), "8.8.8.8", true},
		{allowing(), "::ffff:8.8.8.8", true},
		{allowing(), "2606:4700::1111", true},
		{allowing(), "172.32.0.1", true},
		{allowing("127.0.0.1"), "127.0.0.1", true},
		{allowing("127.0.0.1"), "::ffff:127.0.0.1", true},
		{allowing("::ffff:127.0.0.1"), "127.0.0.1", true},
		{allowing("127.0.0.1"), "127.0.0.2", false},
		{allowing("127.0.0.1"), "::1", false},
		{allowing("[::1]"), "::1", true},
		{allowing("10.1.0.0/16"), "10.1.255.255", true},
		{allowing("10.1.7.0/16"), "10.1.255.255", true},
		{allowing("10.1.0.0/16"), "10.2.0.0", false},
		{allowing("::ffff:10.1.0.0/112"), "10.1.2.3", true},
		{allowing("fd12::/16"), "fd12::1", true},
		{allowing("fd12::/16"), "fd13::1", false},
		{allowing("fe80::/10"), "fe80::1%eth0", false},
		{allowing("10.0.0.0/8", "192.168.0.0/16"), "192.168.0.1", true},
		{allowing("desk.example"), "127.0.0.1", false}, // a name opens no address
	} {
		if err := c.guard.check(netip.MustParseAddr(c.ip)); (err == nil) != c.ok || err != nil && !errors.Is(err, ErrRefusedAddress) {
			t.Errorf("%s: %v, want passed %v", c.ip, err, c.ok)
		}
	}
	for _, bad := range []string{"", "10.0.0.0/33", "http://desk.example", "desk.example/8", "desk example", "fe80::1%eth0", "::ffff:0:0/90"} {
		if _, err := New(Options{Allow: []string{bad}}); err == nil {
			t.Errorf("%q is taken for a network or a name", bad)
		}
	}
}

// A name that resolves to this machine is refused at the connection, and one that
// the operator allows is not.
func TestGuardNames(t *testing.T) {
	asked, server := counting(t)
	port := server.URL[strings.LastIndexByte(server.URL, ':'):]
	for _, name := range []string{"localhost", "LOCALHOST", "localhost."} {
		if ips, err := net.DefaultResolver.LookupHost(t.Context(), name); err != nil || len(ips) == 0 {
			t.Skipf("%s does not resolve here: %v", name, err)
		}
		for _, ignoreRobots := range []bool{false, true} {
			_, err := fetcher(t, Options{IgnoreRobots: ignoreRobots}).Get(t.Context(), "http://"+name+port+"/", Validators{})
			if !errors.Is(err, ErrRefusedAddress) || !strings.Contains(err.Error(), "localhost") || !strings.Contains(err.Error(), "loopback") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("the server was asked %d times", n)
	}
	if _, err := fetcher(t, Options{Allow: []string{"LocalHost."}}).Get(t.Context(), "http://localhost"+port+"/", Validators{}); err != nil {
		t.Errorf("allowed by name: %v", err)
	}
	// The name is allowed, the address is not.
	if _, err := fetcher(t, Options{Allow: []string{"localhost"}}).Get(t.Context(), server.URL, Validators{}); !errors.Is(err, ErrRefusedAddress) {
		t.Errorf("the address, where the name is allowed: %v", err)
	}
}

// A redirect is held to the same rules, of a page and of robots.txt.
func TestGuardRedirects(t *testing.T) {
	asked, inside := counting(t)
	var to atomic.Pointer[string]
	outside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, *to.Load(), http.StatusFound)
	}))
	defer outside.Close()
	port := inside.URL[strings.LastIndexByte(inside.URL, ':'):]
	for _, target := range []string{"http://127.0.0.1" + port + "/", "http://2130706433" + port + "/", "http://[::ffff:127.0.0.1]" + port + "/", "http://[::1]" + port + "/", "http://169.254.169.254/latest/meta-data/", "//10.0.0.1/"} {
		to.Store(&target)
		for _, ignoreRobots := range []bool{false, true} {
			f := fetcher(t, Options{Allow: []string{"localhost"}, IgnoreRobots: ignoreRobots})
			if _, err := f.Get(t.Context(), byName(t, outside)+"/a", Validators{}); !errors.Is(err, ErrRefusedAddress) {
				t.Errorf("to %s: %v", target, err)
			}
		}
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("the server within was asked %d times", n)
	}
}

// What the guard sees is the address of the connection, so a name that resolves
// to something else the second time gains nothing.
func TestGuardControl(t *testing.T) {
	g, err := newGuard(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"127.0.0.1:80", "[::1]:80", "[::ffff:10.0.0.1]:80", "[fe80::1%eth0]:80", "nonsense", ""} {
		if err := g.control("tcp4", address, nil); !errors.Is(err, ErrRefusedAddress) {
			t.Errorf("%q: %v", address, err)
		}
	}
	if err := g.control("tcp4", "8.8.8.8:8080", nil); err != nil {
		t.Error(err)
	}
	asked, server := counting(t)
	if c, err := g.dial(context.Background(), "tcp", strings.TrimPrefix(server.URL, "http://")); !errors.Is(err, ErrRefusedAddress) {
		t.Errorf("%v, %v", c, err)
	}
	if n := asked.Load(); n > 0 {
		t.Error("connected")
	}
}

func FuzzGuard(f *testing.F) {
	for _, s := range []string{"127.1", "0x7f000001", "::ffff:1.2.3.4", "64:ff9b::7f00:1", "2002:7f00:1::", "169.254.169.254", "8.8.8.8", "fd00::1"} {
		f.Add(s)
	}
	g, err := newGuard(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, ip, err := canonicalHost(s)
		if err != nil || !ip.IsValid() || g.check(ip) != nil {
			return
		}
		if ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsMulticast() || ip.IsUnspecified() || ip.Zone() != "" || !ip.IsGlobalUnicast() {
			t.Fatalf("%q is let through as %s", s, ip)
		}
	})
}

// byName is the address of a server on loopback by the name of this machine: with
// the name allowed and the address not, it stands for one outside.
func byName(t *testing.T, s *httptest.Server) string {
	t.Helper()
	if _, err := net.DefaultResolver.LookupHost(t.Context(), "localhost"); err != nil {
		t.Skip("localhost does not resolve here: ", err)
	}
	return "http://localhost" + s.URL[strings.LastIndexByte(s.URL, ':'):]
}

// fetcher makes one that does not wait between requests.
func fetcher(t testing.TB, o Options) *Fetcher {
	t.Helper()
	if o.Delay == 0 {
		o.Delay = -1
	}
	f, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(f.Close)
	return f
}

// counting is a server on loopback that counts its requests and has no robots.txt.
func counting(t testing.TB) (*atomic.Int64, *httptest.Server) {
	t.Helper()
	var n atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.Add(1)
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return &n, s
}
