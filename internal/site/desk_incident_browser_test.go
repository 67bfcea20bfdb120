package site_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"isnad"
	"isnad/internal/archive"
	"isnad/internal/isnadtest/browser"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/site"
	"isnad/internal/store"
)

// desk is a newsroom: a site over a pipeline that does its steps, with people at it.
type desk struct {
	t      *testing.T
	p      *pipeline.Pipeline
	people *people.People
	url    string // for one person
	other  string // the same site for another person, whose session is another
	b      *browser.Browser
}

const deskPassword = "four plain words here"

func newDesk(t *testing.T, second ...isnad.ActKind) *desk {
	t.Helper()
	if testing.Short() {
		t.Skip("-short")
	}
	st := emptyStore(t)
	ar, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, p: pipeline.New(st, ar, slog.New(slog.DiscardHandler)), people: people.New(st)}
	d.p.Rules.Second = map[isnad.ActKind]bool{}
	for _, k := range second {
		d.p.Rules.Second[k] = true
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- d.p.Work(ctx, 2) }()
	t.Cleanup(func() { stop(); <-ended })
	h, err := site.New(st, site.Options{Desk: site.DeskOptions{People: d.people, Decide: d.p.Decide, Second: d.p.Rules.Second, Similar: d.similar}})
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	d.url = srv.URL
	d.other = strings.Replace(srv.URL, "127.0.0.1", "localhost", 1) // cookies are by host
	d.b = browser.Start(t)
	return d
}

func (d *desk) similar(ctx context.Context, incidents []string) (map[string][]site.Similar, error) {
	found, err := d.p.Similar(ctx, incidents)
	out := map[string][]site.Similar{}
	for id, list := range found {
		for _, x := range list {
			out[id] = append(out[id], site.Similar(x))
		}
	}
	return out, err
}

// add keeps reports, one per line, and waits until incidents are made of them.
func (d *desk) add(lines ...string) {
	d.t.Helper()
	name := fmt.Sprintf("file:%s.jsonl", isnad.HashOf([]byte(strings.Join(lines, "")))[:8])
	if _, _, err := d.p.Keep(d.t.Context(), isnad.Capture{Address: name, Place: name}, strings.NewReader(strings.Join(lines, "")), pipeline.MaxLocal); err != nil {
		d.t.Fatal(err)
	}
	d.settle()
}

func (d *desk) settle() {
	d.t.Helper()
	for begun := time.Now(); time.Since(begun) < time.Minute; time.Sleep(10 * time.Millisecond) {
		pending, failed, err := d.p.Store.Pending(d.t.Context())
		if err != nil || failed > 0 {
			d.t.Fatalf("%d steps failed, %v", failed, err)
		}
		if pending == 0 {
			return
		}
	}
	d.t.Fatal("the steps do not end")
}

// line is a report as a JSON line.
func line(source, day, language, title, text string) string {
	b, err := json.Marshal(map[string]string{"source": source, "published": day, "language": language, "title": title, "text": text, "url": "https://" + isnad.MakeID('x', source) + ".example/" + isnad.MakeID('x', title)})
	if err != nil {
		panic(err)
	}
	return string(b) + "\n"
}

// mills is made-up reports: three tell of one shelling in Binnish, one of a
// shelling beside it a day later, one of an air strike, one of a mine far away.
func mills() []string {
	return []string{
		line("Hill Post", "2024-03-05", "en", "Mill shelled in Binnish", "Four workers were killed on Monday when shelling hit a mill in Binnish, the health directorate said."),
		line("River News", "2024-03-05", "en", "Shells fall on Binnish", "Shelling of a mill in Binnish on Monday killed five workers and injured nine, residents said."),
		line("بريد السهول", "2024-03-05", "ar", "قصف مطحنة في بنش", "قتل ستة عمال في قصف مدفعي على مطحنة في بلدة بنش يوم الاثنين، بحسب الدفاع المدني."),
		line("Coast Daily", "2024-03-06", "en", "Shells hit Sarmin", "Shelling on Tuesday killed four people in Sarmin, residents said."),
		line("Delta Ledger", "2024-03-05", "en", "Strike on Ariha market", "An air strike on a market in Ariha on Sunday killed nine people, the civil defence said."),
		line("Gulf Wire", "2024-03-08", "en", "Mine kills driver near Taiz", "A landmine killed one driver near Taiz on Thursday, a local official said."),
	}
}

// person adds somebody of a role.
func (d *desk) person(name string, role isnad.Role) {
	d.t.Helper()
	if _, err := d.people.Add(d.t.Context(), name, role, deskPassword); err != nil {
		d.t.Fatal(err)
	}
}

// open signs somebody in by keyboard and goes to an address.
func (d *desk) open(base, name, address string, w browser.Window) *browser.Page {
	d.t.Helper()
	p := d.b.Open(d.t, base+"/desk/sign-in?next="+address, w)
	p.Wait(`document.activeElement.id === "name"`)
	p.Do(chromedp.KeyEvent(name+kb.Tab), chromedp.KeyEvent(deskPassword+kb.Enter))
	p.Wait(`location.pathname === "` + address + `" && document.readyState === "complete"`)
	return p
}

// incidentWith is the incident of the claim with these words.
func (d *desk) incidentWith(words string) isnad.Incident {
	d.t.Helper()
	claims, _, err := d.p.Store.Claims(d.t.Context(), store.ClaimQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		d.t.Fatal(err)
	}
	i := slices.IndexFunc(claims, func(c isnad.Claim) bool { return strings.Contains(c.Quote, words) })
	if i < 0 {
		d.t.Fatalf("no claim with %q among %d", words, len(claims))
	}
	x, err := d.p.Store.Incident(d.t.Context(), claims[i].Incident)
	if err != nil {
		d.t.Fatal(err)
	}
	return x
}

// look holds a page to what was promised and takes a picture of it.
func (d *desk) look(p *browser.Page, name string) {
	d.t.Helper()
	for _, s := range append(append(p.Axe(), p.Wrong()...), p.Overflow()...) {
		d.t.Errorf("%s: %s", name, s)
	}
	if dir := os.Getenv("SITE_PICTURES"); dir != "" {
		p.Shot(filepath.Join(dir, "desk-"+name+".png"))
	}
}

// The queue and the page of an incident are whole for everybody: wide, narrow, dark.
func TestDeskIncidentPages(t *testing.T) {
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima Haddad", isnad.RoleReviewer)
	mill := d.incidentWith("Four workers")
	if len(mill.Claims) < 3 {
		t.Fatalf("the reports are not read as this test needs: %d claims", len(mill.Claims))
	}
	address := "/desk/incidents/" + mill.ID
	for _, w := range []browser.Window{{Width: 1300, Height: 900}, {Width: 390, Height: 844, Dark: true}} {
		p := d.open(d.url, "Rima Haddad", "/desk/incidents", w)
		d.look(p, "queue-"+w.String())
		p.Go(t, d.url+address, false)
		d.look(p, "incident-"+w.String())
		p.Go(t, d.url+"/desk", false)
		p.Do(chromedp.Click(chromedp.CSS(`form[action="/desk/sign-out"] button`)))
		p.Wait(`location.pathname === "/desk/sign-in"`)
	}
}

// press types keys one after the other, as a person does.
func press(p *browser.Page, keys ...string) {
	for _, k := range keys {
		p.Do(chromedp.KeyEvent(k))
	}
}

// said waits until the page says what was done.
func said(p *browser.Page, words string) {
	p.Wait(`document.readyState === "complete" && document.querySelector(".done")?.innerText.includes(` + fmt.Sprintf("%q", words) + `)`)
}

// tick goes to the claim with these words by j and ticks it by x.
func tick(p *browser.Page, words string) {
	for range 20 {
		press(p, "j")
		if browser.Eval[bool](p, fmt.Sprintf(`document.activeElement.innerText.includes(%q)`, words)) {
			press(p, "x")
			p.Wait(`document.activeElement.querySelector("input").checked`)
			return
		}
	}
	browser.Eval[bool](p, `(() => { throw new Error("no such row") })()`)
}

// A reviewer's work by keyboard alone: from the queue to an incident, confirming
// it, taking that back, and splitting a claim off.
func TestDeskIncidentByKeyboard(t *testing.T) {
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima", isnad.RoleReviewer)
	mill := d.incidentWith("Four workers")
	address := "/desk/incidents/" + mill.ID
	p := d.open(d.url, "Rima", "/desk/incidents", browser.Window{Width: 1300, Height: 900})
	for range 10 {
		press(p, "j")
		if browser.Eval[bool](p, `document.activeElement.innerText.includes("Binnish")`) {
			break
		}
	}
	press(p, kb.Enter)
	p.Wait(`location.pathname === "` + address + `" && document.readyState === "complete"`)

	press(p, "c")
	said(p, "You confirmed the incident")
	if i := d.incidentWith("Four workers"); i.Review != isnad.Confirmed || i.Decision.Name != "Rima" {
		t.Errorf("confirmed by keyboard: %s, %+v", i.Review, i.Decision)
	}
	d.look(p, "confirmed")
	press(p, "u")
	said(p, "You took back")
	if i := d.incidentWith("Four workers"); i.Review != isnad.Suggested {
		t.Errorf("taken back: %s", i.Review)
	}

	press(p, "s") // nothing is ticked yet
	p.Wait(`document.querySelector("[data-said]").innerText.includes("Tick")`)
	tick(p, "River News")
	d.look(p, "ticked")
	press(p, "s")
	said(p, "You split 1 claim off")
	d.settle()
	if a, b := d.incidentWith("Four workers"), d.incidentWith("five workers"); a.ID != mill.ID || b.ID == mill.ID {
		t.Errorf("after splitting: %s and %s", a.ID, b.ID)
	}
	// Letters typed into a field are letters.
	browser.Eval[bool](p, `document.getElementById("reason").focus(), true`)
	press(p, "c", "s", "u", "?")
	p.Wait(`document.getElementById("reason").value === "csu?"`)
	if w := p.Wrong(); len(w) > 0 {
		t.Error(w)
	}
}
