package fetch

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// The rules of RFC 9309, with its own examples among them.
func TestParseRobots(t *testing.T) {
	for _, c := range []struct {
		name, robots string
		allowed      string
		disallowed   string
	}{
		{"nothing", "", "/ /a", ""},
		{"everything", "User-agent: *\nDisallow: /", "", "/ /a /?a"},
		{"an empty Disallow", "User-agent: *\nDisallow:", "/ /a", ""},
		{"by name, in any case", "user-AGENT: Isnad\nDISALLOW: /a\n", "/b", "/a /ab /a/b"},
		{"by name with a version", "User-agent: isnad/1.0\nDisallow: /a", "/b", "/a"},
		{"our name decides over everyone's", "User-agent: *\nDisallow: /\nUser-agent: isnad\nDisallow: /a", "/b", "/a"},
		{"another's is not ours", "User-agent: isnadbot\nDisallow: /\nUser-agent: is\nDisallow: /", "/a", ""},
		{"two groups of ours are one", "User-agent: isnad\nDisallow: /a\n\nUser-agent: x\nDisallow: /b\n\nUser-agent: isnad\nDisallow: /c", "/b", "/a /c"},
		{"agents that follow each other share a group", "User-agent: x\nUser-agent: isnad\n\nUser-agent: y\nDisallow: /a", "/b", "/a"},
		{"rules before any agent", "Disallow: /\nCrawl-delay: soon\nUser-agent: *\nDisallow: /a", "/b", "/a"},
		{"lines that cannot be read", "<html>\nUser-agent: *\nnonsense\nAllow\n: x\nCrawl-delay: -x\nDisallow: /a\nSitemap: http://outlet.example/s", "/b", "/a"},
		{"comments and blanks", "  User-agent : * # all\n\t Disallow :\t/a # private\n#Disallow: /b", "/b", "/a"},
		{"line ends of three kinds and a mark", "\uFEFFUser-agent: *\rDisallow: /a\r\nDisallow: /b\n", "/c", "/a /b"},
		{"the longest decides", "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/ /example/page/x.gif", "/example/page/disallowed.gif"},
		{"in any order", "User-agent: *\nDisallow: /a/\nAllow: /a/b\nDisallow: /a/b/c", "/a/b /a/b/d /a", "/a/ /a/b/c"},
		{"the kinder of two of one length", "User-agent: *\nDisallow: /page\nAllow: /page", "/page", ""},
		{"a star", "User-agent: *\nDisallow: /*.gif", "/a.png /gif", "/a.gif /b/c.gif?x"},
		{"a star does not make a beginning a middle", "User-agent: *\nDisallow: /private/\nAllow: /public*.html", "/public.html /x", "/private/public.html"},
		{"the end", "User-agent: *\nDisallow: /*.php$\nDisallow: /x$", "/a.php5 /a.php?x /xy", "/a.php /a/b.php /x"},
		{"a star at the end says nothing", "User-agent: *\nDisallow: /a*", "/b", "/a /ab"},
		{"a star before the end", "User-agent: *\nDisallow: /a*$", "/b", "/a /ab"},
		{"parts that overlap", "User-agent: *\nDisallow: /aa*aa$", "/aa /aaa", "/aaaa /aabaa"},
		{"without a slash", "User-agent: *\nDisallow: a", "/b", "/a"},
		{"the query belongs to it", "User-agent: *\nDisallow: /*?", "/a", "/a? /a?b"},
		{"encoded or not is the same", "User-agent: *\nDisallow: /%7euser\nDisallow: /خبر\nDisallow: /a%2fb", "/a/b", "/~user /%7Euser /%d8%ae%d8%a8%d8%b1 /a%2Fb"},
	} {
		r := parseRobots(c.robots, "isnad")
		for want, paths := range map[bool]string{true: c.allowed, false: c.disallowed} {
			for _, p := range strings.Fields(paths) {
				if ok, by := r.allowed(p); ok != want {
					t.Errorf("%s: %s allowed is %v by %q", c.name, p, ok, by)
				}
			}
		}
	}
	for robots, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 2.5": 2500 * time.Millisecond, "User-agent: *\nCrawl-delay: 1e300": maxDelay, "User-agent: *\nCrawl-delay: NaN": 0,
		"User-agent: *\nCrawl-delay: -1": 0, "User-agent: *\nCrawl-delay: 5\nUser-agent: isnad\nDisallow: /a": 0, "User-agent: x\nCrawl-delay: 5": 0, "User-agent: *\nCrawl-delay: inf": maxDelay,
	} {
		if got := parseRobots(robots, "isnad").crawlDelay; got != want {
			t.Errorf("%q: %s, want %s", robots, got, want)
		}
	}
}

// Half a megabyte of stars costs no time that anyone would notice.
func TestRobotsHostile(t *testing.T) {
	path := "/" + strings.Repeat("a", maxAddress)
	for name, robots := range map[string]string{
		"one long pattern":    "User-agent: *\nDisallow: /" + strings.Repeat("*a", maxRobotsFile/2) + "b",
		"many short patterns": "User-agent: *\n" + strings.Repeat("Disallow: /*b\n", maxRobotsFile/14),
		"many agents":         strings.Repeat("User-agent: *\n", maxRobotsFile/14),
	} {
		begin := time.Now()
		if ok, _ := parseRobots(robots, "isnad").allowed(path); !ok {
			t.Errorf("%s: disallowed", name)
		}
		if d := time.Since(begin); d > 2*time.Second {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nAllow: /%zz\nCrawl-delay: 1", "/a?b")
	f.Add("\uFEFFuser-agent:isnad\rdisallow:*", "")
	f.Fuzz(func(t *testing.T, robots, path string) {
		r := parseRobots(robots, "isnad")
		ok, by := r.allowed(path)
		if !ok && by == "" || r.crawlDelay < 0 || r.crawlDelay > maxDelay {
			t.Fatalf("%v by %q, %s", ok, by, r.crawlDelay)
		}
		if all, _ := parseRobots(robots+"\nUser-agent: isnad\nAllow: /"+strings.Repeat("*", len(robots)+len(path)), "isnad").allowed("/x"); !all {
			t.Fatal("the longest pattern did not decide")
		}
	})
}

// host is a server with a robots.txt that tests can change.
type host struct {
	*httptest.Server
	mu     sync.Mutex
	status int
	robots string
	asked  []string
}

func newHost(t *testing.T) *host {
	h := &host{status: 200}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.asked = append(h.asked, r.URL.Path)
		if r.URL.Path != "/robots.txt" {
			return
		}
		if h.status >= 300 && h.status < 400 {
			w.Header().Set("Location", h.robots)
		}
		w.WriteHeader(h.status)
		io.WriteString(w, h.robots)
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *host) set(status int, robots string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.status, h.robots, h.asked = status, robots, nil
}

func (h *host) paths() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return strings.Join(h.asked, " ")
}

func TestRobots(t *testing.T) {
	other := newHost(t)
	other.set(200, "User-agent: *\nDisallow: /private")
	h := newHost(t)
	for _, c := range []struct {
		name    string
		status  int
		robots  string
		private error // of /private; anything else is allowed where this is nil or ErrRobots
	}{
		{"allowed", 200, "User-agent: *\nDisallow: /x", nil},
		{"disallowed", 200, "User-agent: *\nDisallow: /private", ErrRobots},
		{"a page in its place", 200, "<html><title>Not here</title>", nil},
		{"absent", 404, "User-agent: *\nDisallow: /", nil},
		{"forbidden is absent", 403, "", nil},
		{"the server fails", 503, "", ErrUnreachable},
		{"moved", 301, other.URL + "/robots.txt", ErrRobots},
		{"moved in circles", 302, "/robots.txt", nil},
		{"moved to no address", 302, "ftp://outlet.example/", nil},
		{"larger than is read", 200, "User-agent: *\nDisallow: /private\n" + strings.Repeat("# and so on\n", maxRobotsFile/8) + "Disallow: /", ErrRobots},
		{"cut within the line that counts", 200, "User-agent: *\n#" + strings.Repeat("x", maxRobotsFile-27) + "\nDisallow: /privately", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			h.set(c.status, c.robots)
			f := local(t, Options{})
			if _, err := f.Get(t.Context(), h.URL+"/private/a", Validators{}); !errors.Is(err, c.private) || c.private == nil && err != nil {
				t.Errorf("/private/a: %v, want %v", err, c.private)
			}
			if c.private == ErrUnreachable {
				if h.paths() != "/robots.txt" {
					t.Errorf("asked for %s", h.paths())
				}
				return
			}
			if _, err := f.Get(t.Context(), h.URL+"/a", Validators{}); err != nil {
				t.Errorf("/a: %v", err)
			}
			if n := strings.Count(h.paths(), "/robots.txt"); n != 1 && c.name != "moved in circles" {
				t.Errorf("asked for %s", h.paths())
			}
		})
	}
	h.set(200, "User-agent: *\nDisallow: /")
	if _, err := local(t, Options{IgnoreRobots: true}).Get(t.Context(), h.URL+"/a", Validators{}); err != nil || h.paths() != "/a" {
		t.Errorf("ignored: %v, asked for %s", err, h.paths())
	}
	f := local(t, Options{UserAgent: "Desk-Reader/2 (+https://desk.example)"})
	h.set(200, "User-agent: *\nDisallow: /\n\nUser-agent: desk-reader\nDisallow: /b")
	if _, err := f.Get(t.Context(), h.URL+"/a", Validators{}); err != nil {
		t.Errorf("under another name: %v", err)
	}
	if _, err := f.Get(t.Context(), h.URL+"/robots.txt", Validators{}); err != nil {
		t.Errorf("robots.txt itself: %v", err)
	}
}

// A page on a host that allows it may lead to one on a host that does not.
func TestRobotsOfRedirect(t *testing.T) {
	to := newHost(t)
	to.set(200, "User-agent: *\nDisallow: /")
	redirecting := serve(t, map[string]http.HandlerFunc{"/a": http.RedirectHandler(to.URL+"/a", http.StatusFound).ServeHTTP})
	if _, err := local(t, Options{}).Get(t.Context(), redirecting.URL+"/a", Validators{}); !errors.Is(err, ErrRobots) || to.paths() != "/robots.txt" {
		t.Errorf("%v, asked for %s", err, to.paths())
	}
}

// Rules are good for a day. When they cannot be had again, the old ones hold;
// when they never could, the host is left alone for a while.
func TestRobotsExpire(t *testing.T) {
	h := newHost(t)
	var clock atomic.Int64
	f := local(t, Options{})
	f.now = func() time.Time { return time.Unix(1e9, 0).Add(time.Duration(clock.Load())) }
	step := func(after time.Duration, status int, robots string, want error, asked int) {
		t.Helper()
		clock.Add(int64(after))
		h.set(status, robots)
		_, err := f.Get(t.Context(), h.URL+"/a", Validators{})
		if !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%v, want %v", err, want)
		}
		if n := strings.Count(h.paths(), "/robots.txt"); n != asked {
			t.Errorf("robots.txt was asked for %d times, want %d", n, asked)
		}
	}
	step(0, 503, "", ErrUnreachable, 1)
	step(robotsRetry-time.Second, 200, "", ErrUnreachable, 0)
	step(2*time.Second, 200, "User-agent: *\nDisallow: /a", ErrRobots, 1)
	step(robotsGood-time.Second, 200, "", ErrRobots, 0)
	step(2*time.Second, 500, "", ErrRobots, 1) // the old rules hold
	step(robotsRetry+time.Second, 200, "", nil, 1)
}

// However many hosts are met, what is remembered of them stays bounded.
func TestRobotsBounded(t *testing.T) {
	p := newPool(100, 50_000, func(r robots) (int, bool) { return r.size(), true })
	for i := range 1000 {
		e, err := p.acquire(t.Context(), fmt.Sprint(i))
		if err != nil {
			t.Fatal(err)
		}
		e.value = robots{rules: parseRobots("User-agent: *\n"+strings.Repeat("Disallow: /a\n", i%100), "isnad")}
		p.release(e)
		if len(p.entries) > 100 || p.size > 50_000 {
			t.Fatalf("%d entries of %d bytes", len(p.entries), p.size)
		}
	}
	if p.entries["999"] == nil {
		t.Error("the newest was forgotten")
	}
}
