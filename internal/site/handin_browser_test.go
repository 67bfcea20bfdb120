package site_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/fetch"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/site"
	"isnad/internal/site/gate"
	"isnad/internal/store"
)

// openHouse is a newsroom to which everybody may hand in reports, in a real server. Its
// archive is in the folder that it returns.
func openHouse(t *testing.T) (*desk, *gate.Gate, string) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short")
	}
	st := emptyStore(t)
	dir := t.TempDir()
	ar, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, p: pipeline.New(st, ar, slog.New(slog.DiscardHandler)), people: people.New(st)}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- d.p.Work(ctx, 1) }()
	t.Cleanup(func() { stop(); <-ended })
	wide := gate.Pace{Burst: 1 << 20, Every: time.Microsecond}
	g := gate.New(gate.Options{Bits: 4, Worked: wide, Tries: wide})
	h, err := site.New(st, site.Options{Logger: slog.New(slog.NewTextHandler(failingLog{t}, nil)), Desk: site.DeskOptions{People: d.people, Decide: d.p.Decide},
		Cases: site.CaseOptions{Open: d.p.OpenCase, Act: d.p.ActOnCase, By: d.p.CaseBy, Rules: d.p.Casework, Gate: g},
		Safety: site.SafetyOptions{Protect: d.p.Protect, Lift: d.p.Lift, Original: d.p.Original, HandIn: d.p.HandIn, Accept: d.p.AcceptOffer, Refuse: d.p.RefuseOffer, Public: true,
			Bytes: func(h isnad.Hash) (io.ReadCloser, error) { return ar.Open(h) }}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	d.url = srv.URL
	return d, g, dir
}

// picture is w by h, red in one corner.
func picture(w, h int) image.Image {
	p := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.NRGBA{0, 0, 200, 255}, color.NRGBA{220, 0, 0, 255}})
	for y := range h / 2 {
		for x := range w / 2 {
			p.SetColorIndex(x, y, 1)
		}
	}
	return p
}

// exifPhoto is a JPEG that says in its EXIF where it was taken and by whom.
func exifPhoto(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(60, 40), nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x02" +
		"\x01\x0F\x00\x02\x00\x00\x00\x12\x00\x00\x00\x26" + // the maker, 18 letters
		"\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x38" + // where the GPS part stands
		"\x00\x00\x00\x00Camera of Tamim H\x00" +
		"\x00\x01\x00\x01\x00\x02\x00\x00\x00\x02N\x00\x00\x00\x00\x00\x00\x00")
	seg := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(seg)+2))
	return bytes.Join([][]byte{head, seg, b.Bytes()[2:]}, nil)
}

func pngBomb(t testing.TB, w, h uint32) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, picture(8, 8)); err != nil {
		t.Fatal(err)
	}
	x := b.Bytes()
	binary.BigEndian.PutUint32(x[16:], w)
	binary.BigEndian.PutUint32(x[20:], h)
	binary.BigEndian.PutUint32(x[29:], crc32.ChecksumIEEE(x[12:29]))
	return x
}

func zipped(t testing.TB, name string, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(body)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// gifScript is a GIF by its first bytes and a script by all of them.
func gifScript() []byte {
	return []byte("GIF89a/*\x01\x00\x00\x00\x00*/=1;document.title='ran';alert('ran')//;")
}

// evilFile is a file that means harm, and what is to become of it.
type evilFile struct {
	name, file string
	body       []byte
	refused    string // words of the refusal; "" where it is kept
	shown      bool   // a copy of it is made for looking at
}

func evilFiles(t testing.TB) []evilFile {
	t.Helper()
	zeros := make([]byte, 30<<20)
	nested := zipped(t, "a", make([]byte, 8<<20))
	for range 4 {
		nested = zipped(t, "inner.zip", nested)
	}
	var g bytes.Buffer
	if err := gif.Encode(&g, picture(30, 20), nil); err != nil {
		t.Fatal(err)
	}
	polyglot := zipped(t, "x.html", []byte("<script>alert(1)</script>"))
	photo := exifPhoto(t)
	bomb := zipped(t, "zeros", zeros)
	return []evilFile{
		{"a zip bomb", "bomb.zip", bomb, "unpacks to far more than it is", false},
		{"a zip bomb within zips", "nested.zip", nested, "unpacks to far more|archives within archives", false},
		{"a gzip bomb", "bomb.gz", gzipped(t, zeros), "unpacks to far more than it is", false},
		{"a picture of 10,000 million pixels", "big.png", pngBomb(t, 100_000, 100_000), "million pixels are the most", false},
		{"a picture cut off", "cut.png", pngBomb(t, 4000, 4000), "", false},
		{"a picture that is an archive too", "photo.jpg", append(bytes.Clone(photo), polyglot...), "two things at once", false},
		{"a page behind a picture", "cat.gif", append(bytes.Clone(g.Bytes()), "<html><script>alert(1)</script>"...), "two things at once", false},
		{"a page called a picture", "cat.png", []byte("<!doctype html><script>alert(1)</script>"), "", false},
		{"a drawing with a script", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>`), "", false},
		{"a picture that is a script", "x.gif", gifScript(), "", false},
		{"a document that is a page", "x.pdf", []byte("%PDF-1.4\n<html><body onload=alert(1)><script>alert(2)</script></body></html>\n%%EOF"), "", false},
		{"a program", "x.txt", []byte("\x7FELF\x02\x01\x01"), "Programs are not taken", false},
		{"a path", "../../../etc/cron.d/x.txt", []byte("* * * * * root true\n"), "", false},
		{"a name that turns", "\u202Egnp.exe\u2066.txt", []byte("a text\n"), "", false},
		{"a name with a header in it", "a\r\nX-Injected: yes\r\n\r\n<script>.txt", []byte("a text\n"), "", false},
		{"a name of a thousand letters", strings.Repeat("ب", 1000) + ".txt", []byte("a text\n"), "", false},
		{"nothing", "empty.txt", nil, "is empty", false},
		{"one byte too much", "large.bin", make([]byte, 25<<20+1), "larger than 25 MB", false},
		{"a photograph", "photo.jpg", photo, "", true},
	}
}

// TestEvilFiles hands in each of them through the form, over a real connection. What is
// refused is refused in words and leaves nothing, neither rows nor bytes; what is kept
// is served as something to save that no browser runs. All of it needs little memory.
func TestEvilFiles(t *testing.T) {
	d, g, dir := openHouse(t)
	d.person("Rima Haddad", isnad.RoleEditor)
	h := proxyOf(t, d.url)
	out, in := sender{h: h}, sender{h: h}
	w := out.send(t, &form{method: "POST", action: "/desk/sign-in"}, url.Values{"name": {"Rima Haddad"}, "password": {deskPassword}}, nil)
	for _, c := range w.Result().Cookies() {
		in.cookie = c
	}
	files := evilFiles(t)
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	peak, stop := watchHeap()

	kept := func() (offers, bytes int) {
		t.Helper()
		list, _, err := d.p.Store.Offers(t.Context(), store.OfferQuery{Page: store.Page{Limit: 100}})
		if err != nil {
			t.Fatal(err)
		}
		err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				bytes++
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return len(list), bytes
	}
	f := form{method: "POST", action: "/submit", multi: true}
	handIn := func(files map[string][]byte) *httptest.ResponseRecorder {
		task := g.Task()
		return out.send(t, &f, url.Values{"text": {"Shells fell."}, "source": {"Hill Post"}, "remarks": {"what I typed"}, "task": {task}, "answer": {gate.Solve(task, g.Bits())}}, files)
	}
	for _, x := range files {
		offers, stored := kept()
		// A good file stands beside it: it is not kept where the other is refused.
		w := handIn(map[string][]byte{x.file: x.body, "beside.txt": []byte("beside " + x.name + "\n")})
		nowOffers, nowStored := kept()
		if w.Code != http.StatusSeeOther {
			said := problemsOf(w)
			ok := false
			for words := range strings.SplitSeq(x.refused, "|") {
				ok = ok || words != "" && strings.Contains(said, words)
			}
			if !ok || w.Code != 422 && w.Code != 413 {
				t.Errorf("%s: %d %s", x.name, w.Code, said)
			}
			if nowOffers != offers || nowStored != stored {
				t.Errorf("%s: refused, and %d offers and %d files are there more", x.name, nowOffers-offers, nowStored-stored)
			}
			n, err := html.Parse(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(wordsOf(n), "what I typed") || !strings.Contains(wordsOf(n), "Choose them again") {
				t.Errorf("%s: what was typed is lost", x.name)
			}
			for _, s := range harm(n) {
				t.Errorf("%s: %s", x.name, s)
			}
			continue
		}
		if x.refused != "" {
			t.Errorf("%s: taken", x.name)
			continue
		}
		list, _, err := d.p.Store.Offers(t.Context(), store.OfferQuery{Page: store.Page{Limit: 1}})
		if err != nil || len(list) != 1 || len(list[0].Files) != 2 {
			t.Fatalf("%s: %v %v", x.name, list, err)
		}
		if w := in.get("/desk/submissions/" + list[0].ID); w.Code != http.StatusOK {
			t.Errorf("%s: the submission: %d", x.name, w.Code)
		} else if n, err := html.Parse(w.Body); err != nil || len(harm(n)) > 0 {
			t.Errorf("%s: %v %v", x.name, harm(n), err)
		}
		for _, file := range list[0].Files {
			if strings.Contains(file.Name, "beside") {
				continue
			}
			for _, part := range []string{"", "/picture"} {
				w := in.get("/desk/evidence/" + file.Capture + part)
				sealed(t, x.name+part, w)
				switch {
				case part == "" && (w.Code != 200 || w.Header().Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment; filename=\"") || !bytes.Equal(w.Body.Bytes(), x.body)):
					t.Errorf("%s: %d %v", x.name, w.Code, w.Header())
				case part != "" && (w.Code == 200) != x.shown:
					t.Errorf("%s: a copy: %d", x.name, w.Code)
				case part != "" && w.Code == 200 && bytes.Contains(w.Body.Bytes(), []byte("Tamim")):
					t.Errorf("%s: the copy tells whose camera it was", x.name)
				}
			}
			if w := out.get("/desk/evidence/" + file.Capture); w.Code == 200 {
				t.Errorf("%s: a stranger gets it", x.name)
			}
		}
	}
	many := map[string][]byte{}
	for i := range 21 {
		many[fmt.Sprintf("%d.txt", i)] = []byte("a text\n")
	}
	if w := handIn(many); w.Code != http.StatusRequestEntityTooLarge && w.Code != 422 || !strings.Contains(problemsOf(w), "more than 20") {
		t.Errorf("21 files: %d %s", w.Code, problemsOf(w))
	}
	stop()
	if grown := (int64(*peak) - int64(before.HeapAlloc)) >> 20; grown > 250 {
		t.Errorf("the heap grew by %d MB", grown)
	} else {
		t.Logf("the heap grew by %d MB at most", grown)
	}
}

// sealed holds what strangers' bytes are served with.
func sealed(t *testing.T, what string, w *httptest.ResponseRecorder) {
	t.Helper()
	h := w.Header()
	if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "no-store" || h.Get("X-Injected") != "" {
		t.Errorf("%s: %v", what, h)
	}
	if w.Code == 200 && !strings.Contains(h.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("%s: not sealed: %v", what, h)
	}
}

// watchHeap takes the largest heap until it is stopped.
func watchHeap() (*uint64, func()) {
	var peak uint64
	quit, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-quit:
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
		}
	}()
	return &peak, func() { close(quit); <-ended }
}

// proxyOf sends requests of a recorder over a real connection.
func proxyOf(t testing.TB, base string) http.Handler {
	t.Helper()
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		out, err := http.NewRequestWithContext(r.Context(), r.Method, base+r.URL.RequestURI(), r.Body)
		if err != nil {
			t.Fatal(err)
		}
		out.Header = r.Header
		out.ContentLength = r.ContentLength
		res, err := c.Do(out)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		for k, v := range res.Header {
			w.Header()[k] = v
		}
		w.WriteHeader(res.StatusCode)
		if _, err := io.Copy(w, res.Body); err != nil {
			t.Fatal(err)
		}
	})
}

// TestEvidenceByLinkIsGuarded names addresses of the inside, and sites that harm who
// fetches from them, in the form of a case. The guard of what fetches is in force there:
// each is told in the case as not captured, in words, and nothing inside was asked.
func TestEvidenceByLinkIsGuarded(t *testing.T) {
	t.Parallel()
	d, g, _ := openHouse(t)
	asked := make(chan string, 100)
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- r.URL.Path
		fmt.Fprint(w, "a secret of the inside")
	}))
	t.Cleanup(inside.Close)
	slow := make(chan struct{})
	packed, archived := gzipped(t, make([]byte, 40<<20)), zipped(t, "zeros", make([]byte, 30<<20)) // now: who asks waits three seconds
	outside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/inside":
			http.Redirect(w, r, inside.URL+"/from-outside", http.StatusFound)
		case "/metadata":
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/bomb.gz":
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed)
		case "/bomb.zip":
			_, _ = w.Write(archived)
		case "/huge":
			for range 40 {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		case "/slow":
			w.WriteHeader(200)
			_ = http.NewResponseController(w).Flush()
			<-slow
		}
	}))
	t.Cleanup(outside.Close)
	t.Cleanup(func() { close(slow) })
	// "localhost" stands for the web outside; everything else that is local stays closed.
	f, err := fetch.New(fetch.Options{Allow: []string{"localhost"}, Delay: -1, Timeout: 3 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	d.p.Fetcher = f
	d.add(mills()[0])
	web := strings.Replace(outside.URL, "127.0.0.1", "localhost", 1)
	out := sender{h: proxyOf(t, d.url)}
	task := g.Task()
	addresses := []string{inside.URL + "/direct", web + "/inside", web + "/metadata", web + "/file", web + "/bomb.gz", web + "/bomb.zip", web + "/huge", web + "/slow", "http://[::1]:1/", "http://0x7f000001/", "http://2130706433/"}
	w := out.send(t, &form{method: "POST", action: "/cases", multi: true}, url.Values{"kind": {"complaint"}, "about": {d.reportWith("Mill shelled").ID}, "text": {"It is not so."},
		"addresses": {strings.Join(addresses, "\n")}, "task": {task}, "answer": {gate.Solve(task, g.Bits())}}, nil)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, problemsOf(w))
	}
	d.settle()
	token, _, _ := strings.Cut(strings.TrimPrefix(w.Header().Get("Location"), "/cases/"), "?")
	c, err := d.p.Store.CaseOf(t.Context(), isnad.HashOf([]byte(token)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range c.Form.Evidence {
		if e.Failed == "" || e.Capture != "" {
			t.Errorf("%s was captured: %+v", e.Address, e)
		}
		t.Logf("%s: %s", e.Address, e.Failed)
	}
	close(asked)
	for path := range asked {
		t.Errorf("the inside was asked for %s", path)
	}
}

// TestHandingInByKeyboard walks the way of a report in a real browser, by keyboard: a
// stranger hands in two reports, with a photograph and with a file that means harm; an
// editor looks, sees the photograph without what it tells of its maker, accepts both;
// they appear, and only who wished to be named is named.
func TestHandingInByKeyboard(t *testing.T) {
	t.Parallel()
	d, _, _ := openHouse(t)
	d.person("Rima Haddad", isnad.RoleEditor)
	d.b = browser.Start(t)
	wide, phone := browser.Window{Width: 1300, Height: 900}, browser.Window{Width: 390, Height: 844, Dark: true}
	dir := t.TempDir()
	photo, evil := filepath.Join(dir, "photo \u202Egpj.jpg"), filepath.Join(dir, "cat.gif")
	for name, b := range map[string][]byte{photo: exifPhoto(t), evil: gifScript()} {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}

	p := d.b.Open(t, d.url+"/submit", phone)
	d.look(p, "submit-phone")
	p = d.b.Open(t, d.url+"/submit", wide)
	d.look(p, "submit")
	handIn := func(title, text, name string, named bool, file string) {
		t.Helper()
		p.Go(t, d.url+"/submit", false)
		p.Do(chromedp.Focus(chromedp.CSS("#f-link")))
		press(p, kb.Tab, "Hill Post", kb.Tab) // who published it; the day has three parts
		browser.Eval[bool](p, `document.getElementById("f-title").focus(), true`)
		press(p, title, kb.Tab, text)
		p.Do(chromedp.SetUploadFiles(chromedp.CSS("#f-files"), []string{file}))
		browser.Eval[bool](p, `document.getElementById("f-remarks").focus(), true`)
		press(p, "I was there.", kb.Tab, name, kb.Tab, "by the mill", kb.Tab)
		if named {
			press(p, " ")
		}
		press(p, kb.Tab, kb.Enter)
		p.Wait(`document.getElementById("problem") || location.search === "?done=1"`)
		if s := browser.Eval[string](p, `document.getElementById("problem")?.innerText ?? ""`); s != "" {
			t.Fatalf("%s: %s", title, s)
		}
		p.Wait(`location.search === "?done=1" && document.readyState === "complete" && document.querySelector('[role="status"]').innerText.includes("waits for an editor")`)
	}
	handIn("Bridge shelled near Karm", "KARM, March 4, 2024 - Shelling of a bridge killed three people in Karm on Monday, medics said.", "Tamim Haddad", false, photo)
	d.look(p, "submit-done")
	handIn("Well shelled near Karm", "KARM, March 6, 2024 - Shelling of a well killed two people in Karm on Wednesday, medics said.", "Lina Aziz", true, evil)

	// Refused: what was typed stands there still, and the keyboard is where it is said why.
	p.Go(t, d.url+"/submit", false)
	p.Do(chromedp.Focus(chromedp.CSS("#f-text")))
	press(p, "A text of nobody")
	p.Expect(true)
	browser.Eval[bool](p, `document.querySelector(".send button").focus(), true`)
	press(p, kb.Enter)
	p.Wait(`document.activeElement.id === "problem" && document.readyState === "complete"`)
	if s := browser.Eval[string](p, `document.getElementById("problem").innerText + "|" + document.getElementById("f-text").value`); !strings.Contains(s, "who published") || !strings.HasSuffix(s, "|A text of nobody") {
		t.Errorf("refused: %q", s)
	}
	d.look(p, "submit-refused")

	e := d.open(d.url, "Rima Haddad", "/desk/submissions", phone)
	d.look(e, "submissions-phone")
	e = d.b.Open(t, d.url+"/desk/submissions", wide)
	d.look(e, "submissions")
	accept := func(title string) {
		t.Helper()
		e.Go(t, d.url+"/desk/submissions", false)
		for range 60 {
			press(e, kb.Tab)
			if browser.Eval[bool](e, `document.activeElement.innerText.includes(`+fmt.Sprintf("%q", title)+`)`) {
				break
			}
		}
		press(e, kb.Enter)
		e.Wait(`location.pathname.startsWith("/desk/submissions/f") && document.readyState === "complete"`)
		d.look(e, "submission")
		// The file, as anything that a page can make of it.
		save := browser.Eval[string](e, `document.querySelector('.evidence a[href^="/desk/evidence/"]').getAttribute("href")`)
		ran := browser.Eval[string](e, `new Promise(done => { const s = document.createElement("script"); s.src = "`+save+`"; s.onload = () => done("ran"); s.onerror = () => done("blocked"); document.head.append(s) })`)
		if ran != "blocked" {
			t.Errorf("%s: the file as a script: %s", title, ran)
		}
		if s := browser.Eval[string](e, `document.title`); s == "ran" {
			t.Errorf("%s: the file ran", title)
		}
		if strings.HasPrefix(title, "Bridge") {
			got := browser.Eval[string](e, `fetch("`+save+`/picture").then(async r => r.headers.get("content-type") + " " + [...new Uint8Array(await r.arrayBuffer())].map(c => String.fromCharCode(c)).join(""))`)
			if !strings.HasPrefix(got, "image/jpeg ") || strings.Contains(got, "Exif") || strings.Contains(got, "Camera of Tamim") {
				t.Errorf("the copy of the photograph: %.80q", got)
			}
			if s := browser.Eval[string](e, `document.querySelector(".evidence bdi").innerText`); strings.ContainsAny(s, turning) {
				t.Errorf("the name of the file turns what stands around it: %q", s)
			}
		}
		e.Go(t, browser.Eval[string](e, `location.href`), false)
		browser.Eval[bool](e, `document.getElementById("why-a").focus(), true`)
		press(e, "I rang them.", kb.Tab, kb.Enter)
		e.Wait(`document.querySelector("h1") && !document.getElementById("why-a") && document.readyState === "complete"`)
		d.look(e, "submission-accepted")
	}
	accept("Bridge shelled")
	accept("Well shelled")
	d.settle()
	for title, wants := range map[string][2]string{"Bridge shelled": {"", "Tamim Haddad"}, "Well shelled": {"Lina Aziz", ""}} {
		p.Go(t, d.url+"/reports/"+d.reportWith(title).ID, false)
		s := browser.Eval[string](p, `document.documentElement.outerHTML`)
		if !strings.Contains(s, wants[0]) || wants[1] != "" && strings.Contains(s, wants[1]) || strings.Contains(s, "by the mill") || strings.Contains(s, "I was there") {
			t.Errorf("%s: who is named is not who wished to be: %v", title, wants)
		}
	}
	d.passageInABrowser(p)
	d.safetyByKeyboard(e, p)
}

// passageInABrowser selects words of a report and gets to the form of a correction that
// has them; what is selected elsewhere, or not at all, offers nothing.
func (d *desk) passageInABrowser(p *browser.Page) {
	t := d.t
	t.Helper()
	p.Go(t, d.url+"/reports/"+d.reportWith("Well shelled").ID, false)
	pick := func(words, within string) {
		t.Helper()
		ok := browser.Eval[bool](p, `(() => {
			const walk = document.createTreeWalker(document.querySelector("`+within+`"), NodeFilter.SHOW_TEXT);
			for (let n; n = walk.nextNode();) {
				const at = n.data.indexOf("`+words+`");
				if (at < 0) continue;
				const r = document.createRange();
				r.setStart(n, at); r.setEnd(n, at + `+fmt.Sprint(len(words))+`);
				getSelection().removeAllRanges(); getSelection().addRange(r);
				return true;
			}
			return false;
		})()`)
		if !ok {
			t.Fatalf("%q does not stand in %s", words, within)
		}
	}
	pick("killed two people", ".body[data-ask]")
	p.Wait(`document.querySelector(".passage-ask") && !document.querySelector(".passage-ask").hidden`)
	d.look(p, "passage")
	pick("Incidents", "nav")
	p.Wait(`document.querySelector(".passage-ask").hidden`)
	pick("killed two people", ".body[data-ask]")
	p.Wait(`!document.querySelector(".passage-ask").hidden`)
	browser.Eval[bool](p, `document.querySelector(".passage-ask").focus(), true`)
	press(p, kb.Enter)
	p.Wait(`location.pathname === "/cases/new" && document.readyState === "complete"`)
	p.Go(t, browser.Eval[string](p, `document.querySelector('.offers a[href*="kind=correction"]').href`), false)
	if s := browser.Eval[string](p, `document.getElementById("f-passage").value`); s != "killed two people" {
		t.Errorf("the form has the passage %q", s)
	}
	browser.Eval[bool](p, `getSelection().removeAllRanges(), true`)
}

// safetyByKeyboard blots a name out of a report at the desk, sees it gone, and lifts it.
func (d *desk) safetyByKeyboard(e, reader *browser.Page) {
	t := d.t
	t.Helper()
	r := d.reportWith("Bridge shelled")
	at := d.url + "/desk/safety?about=" + r.ID
	e.Go(t, at, false)
	d.look(e, "safety")
	phone := d.b.Open(t, at, browser.Window{Width: 390, Height: 844, Dark: true})
	d.look(phone, "safety-phone")
	browser.Eval[bool](e, `document.getElementById("names").focus(), true`)
	press(e, "Karm")
	browser.Eval[bool](e, `document.getElementById("reason").focus(), true`)
	press(e, "They are in danger.", kb.Tab, kb.Enter)
	e.Wait(`document.querySelector('[role="status"]')?.innerText.includes("In force since") && document.readyState === "complete"`)
	d.look(e, "safety-done")
	reader.Go(t, d.url+"/reports/"+r.ID, false)
	if s := browser.Eval[string](reader, `document.querySelector("main").innerText`); strings.Contains(s, "Karm") {
		t.Errorf("the name is shown: %.200q", s)
	}
	browser.Eval[bool](e, `document.querySelector(".sure summary").focus(), true`)
	press(e, kb.Enter, kb.Tab, kb.Enter)
	e.Wait(`!document.querySelector(".sure") && document.querySelector(".points").innerText.includes("lifted") && document.readyState === "complete"`)
	d.settle()
	reader.Go(t, d.url+"/reports/"+r.ID, false)
	if s := browser.Eval[string](reader, `document.querySelector("main").innerText`); !strings.Contains(s, "Karm") {
		t.Error("lifted, and the name is still gone")
	}
}
