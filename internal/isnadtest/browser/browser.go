// Package browser looks at the pages of a running site through a real Chromium,
// the way a reader meets them: [Check] walks every kind of page in light and
// dark, wide and narrow, and holds it to what was promised: no error on the
// console, no request to another host, nothing that axe-core objects to, nothing
// wider than the window, and maps, filters and search that do their work, with
// the keyboard too and without JavaScript.
//
// It needs Chromium (Debian's package chromium-headless-shell or chromium, or
// CHROMIUM naming another program) and axe-core, which `sh web/fetch.sh` fetches. A test fails when
// either is missing: a check that is left out looks like one that passed.
package browser

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step of a page may take. Machines that test are slow.
const patience = 60 * time.Second

// Browser is a Chromium with cookies and storage of its own, as a person has it.
type Browser struct {
	ctx context.Context
	axe string // source of axe-core
}

// shared is the Chromium that all tests of one process use, once Main has said so.
var shared struct {
	sync.Mutex
	allowed bool
	ctx     context.Context // nil until a test wants it
	stop    func()
}

// Main runs the tests of a package, which share one Chromium: what [Start] gives
// each of them is apart from the others like private windows are. Without Main
// every Start starts a Chromium, which takes seconds.
func Main(m interface{ Run() int }) int {
	shared.allowed = true
	defer func() {
		if shared.ctx != nil {
			shared.stop()
		}
	}()
	return m.Run()
}

// Start gives a test a Chromium with a fresh profile until the test ends.
func Start(t testing.TB) *Browser {
	t.Helper()
	axe, err := axeSource()
	if err != nil {
		t.Fatal(err)
	}
	root := running(t)
	ctx, cancel := chromedp.NewContext(root, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("opening a window: %v", err)
	}
	return &Browser{ctx: ctx, axe: axe}
}

// running is the shared Chromium, started when there is none or it has died; where
// sharing was not asked for it is one for this test.
func running(t testing.TB) context.Context {
	t.Helper()
	if !shared.allowed {
		ctx, stop := launch(t, t.TempDir())
		t.Cleanup(stop)
		return ctx
	}
	shared.Lock()
	defer shared.Unlock()
	if shared.ctx != nil && shared.ctx.Err() == nil {
		return shared.ctx
	}
	dir, err := os.MkdirTemp("", "isnad-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := launch(t, dir)
	shared.ctx, shared.stop = ctx, func() {
		stop()
		if err := os.RemoveAll(dir); err != nil {
			fmt.Fprintln(os.Stderr, "removing the profile of the browser:", err)
		}
	}
	return ctx
}

// launch starts a Chromium with its profile in dir.
func launch(t testing.TB, dir string) (context.Context, func()) {
	t.Helper()
	program, err := find()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(program), chromedp.UserDataDir(dir), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-features", "OptimizationHints,MediaRouter,Translate"))
	ctx, cancel := chromedp.NewContext(ctx)
	if err := chromedp.Do(ctx); err != nil {
		stop()
		t.Fatalf("starting %s: %v", program, err)
	}
	return ctx, func() { cancel(); stop() }
}

// find prefers the shell without a window of its own: the same engine, whose start
// costs a fifth, since menus and bars that nobody sees are not there.
func find() (string, error) {
	if p := os.Getenv("CHROMIUM"); p != "" {
		return p, nil
	}
	for _, name := range []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			return p, nil
		}
	}
	return "", fmt.Errorf("no Chromium: install Debian's package chromium-headless-shell or chromium, or set CHROMIUM to the program")
}

// axeSource reads axe-core from where web/fetch.sh puts it.
func axeSource() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("no go.mod above the test")
		}
		dir = up
	}
	b, err := os.ReadFile(filepath.Join(dir, "web", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return "", fmt.Errorf("axe-core is not there; run: sh web/fetch.sh (%w)", err)
	}
	return string(b), nil
}

// Window is how a page is looked at.
type Window struct {
	Width, Height int64
	Dark          bool
	NoScript      bool
}

// String names a window for subtests: "390-dark".
func (w Window) String() string {
	s := fmt.Sprintf("%d", w.Width)
	if w.Dark {
		s += "-dark"
	}
	if w.NoScript {
		s += "-noscript"
	}
	return s
}

// Page is one open tab. It remembers what went wrong in it.
type Page struct {
	t    testing.TB
	b    *Browser
	ctx  context.Context
	base *url.URL

	mu     sync.Mutex
	wrong  []string
	expect bool // an answer other than 200 is wanted
}

// Open opens address in a new tab, which closes when the test ends.
func (b *Browser) Open(t testing.TB, address string, w Window) *Page {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	p := &Page{t: t, b: b, ctx: ctx, base: u}
	if err := chromedp.Do(ctx); err != nil { // the tab lives as long as ctx, not as long as one step
		t.Fatal("opening a tab:", err)
	}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal("listening to a tab:", err)
	}
	theme := "light"
	if w.Dark {
		theme = "dark"
	}
	p.Do(
		call(log.Enable), call(network.Enable), call(runtime.Enable),
		chromedp.EmulateViewport(w.Width, w.Height),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
			if err == nil { // several windows, each in front as it is for the person before it
				_, err = cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
			}
			if err == nil && w.NoScript {
				_, err = cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			}
			return err
		}),
		chromedp.Navigate(address),
	)
	return p
}

// Go opens another address in the same tab, for the test t, and forgets what
// went wrong before. missing says that the server is to answer with an error.
func (p *Page) Go(t testing.TB, address string, missing bool) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	p.t = t
	p.mu.Lock()
	p.base, p.expect, p.wrong = u, missing, nil
	p.mu.Unlock()
	p.Do(chromedp.Navigate(address))
}

// Expect says whether the next answers are to be errors.
func (p *Page) Expect(missing bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.expect = missing
}

// call is a command without parameters that matter.
func call[P, R any](c cdp.Command[P, R]) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		var none P
		_, err := cdp.Call(ctx, t, c, none)
		return err
	})
}

// hear gathers what a reader would never see: errors, and requests elsewhere.
func (p *Page) hear(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	add := func(format string, args ...any) {
		p.wrong = append(p.wrong, fmt.Sprintf(format, args...))
	}
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(ev.Request.URL)
		if err != nil || u.Scheme != "data" && u.Scheme != "about" && u.Host != p.base.Host {
			add("request to another host: %.200s", ev.Request.URL)
		}
	case *network.EventResponseReceived:
		if ev.Response.Status >= 400 && !p.expect {
			add("%d for %.200s", ev.Response.Status, ev.Response.URL)
		}
	case *runtime.EventExceptionThrown:
		text := ev.ExceptionDetails.Text
		if x := ev.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		add("exception: %.500s", text)
	case *runtime.EventConsoleAPICalled:
		if ev.Type == runtime.ConsoleAPICalledTypeError || ev.Type == runtime.ConsoleAPICalledTypeWarning {
			add("console: %s %.300v", ev.Type, ev.Args)
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == "error" && !p.expect {
			add("log: %.300s %.200s", ev.Entry.Text, ev.Entry.URL)
		}
	}
}

// Wrong is what went wrong so far: errors on the console, failed requests,
// requests to other hosts.
func (p *Page) Wrong() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.wrong)
}

// Do runs steps and fails the test when one does not work.
func (p *Page) Do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("%s: %v", p.base, err)
	}
}

// Eval evaluates JavaScript; a promise is waited for.
func Eval[T any](p *Page, js string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: evaluating %.120s: %v", p.base, js, err)
	}
	return v
}

// Wait waits until a JavaScript expression holds.
func (p *Page) Wait(js string) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+js+")"))
		cancel()
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("%s: %s never came true (%v)", p.base, js, err)
		}
		time.Sleep(30 * time.Millisecond)
	}
}

// Axe runs axe-core over the page and returns what it objects to.
func (p *Page) Axe() []string {
	p.t.Helper()
	Eval[bool](p, p.b.axe+"\n;true")
	return Eval[[]string](p, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.flatMap(v =>
		v.nodes.slice(0, 4).map(n => v.id + " (" + v.impact + "): " + n.target.join(" ") + ": " + (n.failureSummary || "").replace(/\s+/g, " ").slice(0, 300))))`)
}

// Overflow names the elements that reach beyond the right edge of the window,
// outside of those that scroll by themselves.
func (p *Page) Overflow() []string {
	p.t.Helper()
	return Eval[[]string](p, `(() => {
		if (document.documentElement.scrollWidth <= innerWidth + 1) return [];
		return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, .frame, .sr"))
			.slice(0, 5).map(e => e.tagName + "." + (e.getAttribute("class") || "") + " to " + Math.round(e.getBoundingClientRect().right));
	})()`)
}

// Shot writes a picture of the whole page.
func (p *Page) Shot(file string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	b, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(file, b, 0o644)
	}
	if err != nil {
		p.t.Fatalf("taking a picture of %s: %v", p.base, err)
	}
}

// Links are the addresses of the links that a selector finds, without doubles.
func (p *Page) Links(selector string) []string {
	p.t.Helper()
	all := Eval[[]string](p, fmt.Sprintf(`[...document.querySelectorAll(%q)].map(a => a.href?.baseVal ?? a.getAttribute("href"))`, selector))
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(s string) bool { return s == "" || strings.HasPrefix(s, "#") })
}
