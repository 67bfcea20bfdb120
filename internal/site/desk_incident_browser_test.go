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

const deskPassword = site.Password

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
	h, err := site.New(st, site.Options{Desk: site.DeskOptions{People: d.people, Decide: d.p.Decide, Second: d.p.Rules.Second, Similar: d.similar},
		Cases: site.CaseOptions{Open: d.p.OpenCase, Act: d.p.ActOnCase, By: d.p.CaseBy, Rules: d.p.Casework}})
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
// shelling beside it on the same day, one of an air strike, one of a mine far away.
func mills() []string {
	return []string{
		line("Hill Post", "2024-03-05", "en", "Mill shelled in Binnish", "Four workers were killed on Monday when shelling hit a mill in Binnish, the health directorate said."),
		line("River News", "2024-03-05", "en", "Shells fall on Binnish", "Shelling of a mill in Binnish on Monday killed five workers and injured nine, residents said."),
		line("بريد السهول", "2024-03-05", "ar", "قصف مطحنة في بنش", "قتل ستة عمال في قصف مدفعي على مطحنة في بلدة بنش يوم الاثنين، بحسب الدفاع المدني."),
		line("Coast Daily", "2024-03-05", "en", "Shells hit Sarmin", "Shelling on Monday killed four people in Sarmin, residents said."),
		line("Delta Ledger", "2024-03-05", "en", "Strike on Ariha market", "An air strike on a market in Ariha on Sunday killed nine people, the civil defence said."),
		line("Gulf Wire", "2024-03-08", "en", "Mine kills driver near Taiz", "A landmine killed one driver near Taiz on Thursday, a local official said."),
	}
}

// person adds somebody of a role.
func (d *desk) person(name string, role isnad.Role) {
	d.t.Helper()
	site.Hire(d.t, d.p.Store, name, role)
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
	t.Parallel()
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

// write goes to a field by its key and types into it. The letter of the key goes to
// the field too when it comes from chromedp, which is not so with a keyboard.
func write(p *browser.Page, key, text string) {
	press(p, key)
	p.Wait(`"value" in document.activeElement && document.activeElement.type !== "checkbox"`)
	if browser.Eval[string](p, `document.activeElement.value`) == key {
		press(p, kb.Backspace)
	}
	press(p, text)
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
	t.Parallel()
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

// loaded waits until the page of an incident is there.
func loaded(p *browser.Page, address string) {
	p.Wait(fmt.Sprintf(`location.pathname === %q && document.readyState === "complete"`, address))
}

// An editor grades an incident, merges two and links two others by keyboard: the
// reason is asked for and nothing typed is lost, the old address leads to the new
// one, and what was linked is not suggested again.
func TestDeskIncidentsTogether(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(mills()...)
	d.person("Omar", isnad.RoleEditor)
	mill, sarmin, ariha := d.incidentWith("Four workers"), d.incidentWith("Sarmin"), d.incidentWith("Ariha")
	at := func(i isnad.Incident) string { return "/desk/incidents/" + i.ID }
	p := d.open(d.url, "Omar", at(mill), browser.Window{Width: 1300, Height: 900})
	if browser.Eval[bool](p, `!!document.querySelector("[data-key=c]")`) {
		t.Error("an editor is offered to confirm")
	}

	p.Go(t, d.url+at(mill), true)                                   // the answer to a grading without a reason is an error
	press(p, "g", kb.ArrowDown, kb.ArrowDown, kb.ArrowDown, kb.Tab) // confirmed, fair, weak
	for range 20 {                                                  // past the links of the sentence that says why
		if browser.Eval[string](p, `document.activeElement.id`) == "status" {
			break
		}
		press(p, kb.Tab)
	}
	press(p, "C", kb.Tab, "g")
	p.Wait(`document.getElementById("problem")?.innerText.includes("Say why")`)
	if s := browser.Eval[string](p, `document.getElementById("grading").value + " " + document.getElementById("status").value`); s != "weak contested" {
		t.Errorf("after being asked for a reason: %q", s)
	}
	write(p, "w", "one office counted")
	press(p, kb.Escape, "g")
	said(p, "graded the incident weak and set its strike status to contested")
	if i := d.incidentWith("Four workers"); i.Grading != isnad.GradeWeak || i.Status != isnad.StrikeContested || i.GradingReason.Rule != isnad.RulePerson {
		t.Errorf("graded: %s %s %+v", i.Grading, i.Status, i.GradingReason)
	}

	p.Go(t, d.url+at(sarmin), false)
	press(p, "m")
	p.Wait(`document.activeElement.name === "other"`)
	d.look(p, "suggested")
	press(p, " ", "m")
	loaded(p, at(mill))
	said(p, "merged the incident into another")
	for _, base := range []string{"/incidents/", "/desk/incidents/"} {
		p.Go(t, d.url+base+sarmin.ID, false)
		loaded(p, base+mill.ID)
	}
	if s := browser.Eval[string](p, `document.querySelector(".sides").innerText`); strings.Count(s, "Pinned here by a person") != 4 {
		t.Errorf("after a merger its claims are not shown as pinned: %s", s)
	}
	press(p, "u")
	said(p, "You took back")
	p.Go(t, d.url+at(sarmin), false)
	loaded(p, at(sarmin))

	p.Go(t, d.url+at(ariha), false)
	write(p, "/", "landmine"+kb.Enter)
	loaded(p, at(ariha)+"/find")
	press(p, "l")
	p.Wait(`document.activeElement.name === "other" && document.activeElement.closest("li").innerText.includes("Taiz")`)
	press(p, " ", "l")
	loaded(p, at(ariha))
	said(p, "linked the incident to another")
	if s := browser.Eval[string](p, `document.querySelector(".related").innerText`); !strings.Contains(s, "Taiz") {
		t.Errorf("linked: %s", s)
	}
	d.look(p, "linked")

	p.Go(t, d.url+"/incidents/"+ariha.ID, false) // what readers see leads signed-in people back
	p.Do(chromedp.Click(chromedp.CSS(`a[href="` + at(ariha) + `"]`)))
	loaded(p, at(ariha))
}

// Where a second pair of eyes is asked for, nobody is their own second.
func TestDeskIncidentSecondEyes(t *testing.T) {
	t.Parallel()
	d := newDesk(t, isnad.ActConfirmIncident)
	d.add(mills()...)
	d.person("Rima", isnad.RoleReviewer)
	d.person("Nadia", isnad.RoleReviewer)
	mill := d.incidentWith("Four workers")
	address := "/desk/incidents/" + mill.ID
	p := d.open(d.url, "Rima", address, browser.Window{Width: 1300, Height: 900})
	press(p, "c")
	said(p, "It waits for another person")
	press(p, "a")
	p.Wait(`document.querySelector("[data-said]").innerText.includes("Nothing here waits for you")`)
	if i := d.incidentWith("Four workers"); i.Review != isnad.Suggested || len(i.Decision.Waiting) != 1 {
		t.Errorf("one person alone: %s, %+v", i.Review, i.Decision)
	}
	p.Go(t, d.url+"/desk/incidents?stand=second", false)
	if s := browser.Eval[string](p, `document.querySelector("main").innerText`); !strings.Contains(s, "1 act waits for a second person") {
		t.Errorf("the queue of second eyes: %s", s)
	}

	q := d.open(d.other, "Nadia", address, browser.Window{Width: 1300, Height: 900})
	d.look(q, "second")
	press(q, "a")
	said(q, "You said the same as Rima")
	if i := d.incidentWith("Four workers"); i.Review != isnad.Confirmed || !slices.Equal(i.Decision.Seconds, []string{"Nadia"}) {
		t.Errorf("two people: %s, %+v", i.Review, i.Decision)
	}
}

// Two people at one incident: who comes second is told what the first one did,
// loses nothing that was typed or ticked, and may send it again.
func TestDeskIncidentConflict(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima", isnad.RoleReviewer)
	d.person("ناديا", isnad.RoleReviewer)
	mill := d.incidentWith("Four workers")
	address := "/desk/incidents/" + mill.ID
	p := d.open(d.url, "Rima", address, browser.Window{Width: 1300, Height: 900})
	q := d.open(d.other, "ناديا", address, browser.Window{Width: 390, Height: 844, Dark: true})
	q.Go(t, d.other+address, true)

	tick(p, "River News")
	write(p, "w", "residents mean another mill")
	press(p, kb.Escape, "s") // out of the field, so that letters are keys
	said(p, "You split 1 claim off")

	tick(q, "Hill Post")
	write(q, "w", "both offices say so")
	press(q, kb.Escape, "c")
	q.Wait(`document.getElementById("problem")?.innerText.includes("changed while you were looking")`)
	if s := browser.Eval[string](q, `document.getElementById("problem").innerText`); !strings.Contains(s, "Rima split 1 claim off the incident") || !strings.Contains(s, "residents mean another mill") || !strings.Contains(s, "1 claim left it") {
		t.Errorf("what changed: %s", s)
	}
	if s := browser.Eval[string](q, `document.getElementById("reason").value + ", ticked: " + document.querySelectorAll("[name=claim]:checked").length`); s != "both offices say so, ticked: 1" {
		t.Errorf("what was typed: %s", s)
	}
	d.look(q, "conflict")
	if i := d.incidentWith("Four workers"); i.Review != isnad.Suggested {
		t.Errorf("it was confirmed all the same")
	}
	press(q, "c")
	said(q, "You confirmed the incident")
	if i := d.incidentWith("Four workers"); i.Review != isnad.Confirmed || i.Decision.Name != "ناديا" || len(i.Claims) != 2 {
		t.Errorf("sent again: %s %+v", i.Review, i.Decision)
	}
}

// What people decided in the browser stands there after everything was read again
// and another report of the same came in.
func TestDeskIncidentStands(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.add(mills()...)
	d.person("Rima", isnad.RoleReviewer)
	mill := d.incidentWith("Four workers")
	address := "/desk/incidents/" + mill.ID
	p := d.open(d.url, "Rima", address, browser.Window{Width: 1300, Height: 900})
	tick(p, "River News")
	press(p, "s")
	said(p, "You split 1 claim off")
	press(p, "c")
	said(p, "You confirmed the incident")
	for _, after := range []string{"a rebuild", "a new report"} {
		if after == "a rebuild" {
			if err := d.p.Store.Clear(t.Context(), store.StepExtract); err != nil {
				t.Fatal(err)
			}
			d.settle()
		} else {
			d.add(line("Coast Daily", "2024-03-05", "en", "Binnish mill hit", "Shelling on Monday hit a mill in Binnish, killing four workers, the civil defence said."))
		}
		p.Go(t, d.url+address, false)
		if s := browser.Eval[string](p, `document.querySelector(".desk-incident").innerText`); !strings.Contains(s, "confirmed by a person") || strings.Contains(s, "five workers") || !strings.Contains(s, "Four workers") || !strings.Contains(s, "split 1 claim off the incident") {
			t.Errorf("after %s the page says: %s", after, s)
		}
	}
	if i := d.incidentWith("killing four workers"); i.ID != mill.ID {
		t.Errorf("the new report is in %s", i.ID)
	}
}
