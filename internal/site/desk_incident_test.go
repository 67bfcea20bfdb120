package site

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/isnadtest/fixture"
	"isnad/internal/people"
	"isnad/internal/pipeline"
	"isnad/internal/site/basemap"
	"isnad/internal/store"

	"golang.org/x/net/html"
)

// What the machine and people say of an incident is compared claim by claim.
func TestCompareRows(t *testing.T) {
	n := func(v int) *isnad.Range { return &isnad.Range{Min: &v, Max: &v} }
	from := func(v int) *isnad.Range { return &isnad.Range{Min: &v} }
	on := func(s string) isnad.Period { return isnad.Period{From: dayOf(t, s), To: dayOf(t, s)} }
	town := isnad.Where{ID: "g1", Name: "Binnish", Province: "g9", Country: "SY", Precision: isnad.PlaceExact}
	figure := func(low, origins int) isnad.Figure {
		return isnad.Figure{Outcome: isnad.Killed, Low: low, High: low, Origins: origins, Outlets: origins}
	}
	i := isnad.Incident{Event: isnad.EventShelling, When: on("2031-03-03"), Place: town, Figures: []isnad.Figure{figure(4, 2), figure(9, 1)}}
	row := func(change func(c *isnad.Claim)) claimRow {
		c := isnad.Claim{Event: isnad.EventShelling, When: on("2031-03-03"), Place: town, Killed: n(4), Actors: []isnad.Actor{{ID: "p-1", Name: "One"}}}
		change(&c)
		return claimRow{Claim: c}
	}
	for name, c := range map[string]struct {
		change func(c *isnad.Claim)
		want   string
	}{
		"the same":                       {func(c *isnad.Claim) {}, ""},
		"another number":                 {func(c *isnad.Claim) { c.Killed = n(9) }, "killed"},
		"at least as many meets":         {func(c *isnad.Claim) { c.Killed = from(3) }, ""},
		"at least more does not":         {func(c *isnad.Claim) { c.Killed = from(5) }, "killed"},
		"no number differs from nothing": {func(c *isnad.Claim) { c.Killed = nil }, ""},
		"another day":                    {func(c *isnad.Claim) { c.When = on("2031-03-04") }, "when"},
		"no day":                         {func(c *isnad.Claim) { c.When = isnad.Period{} }, ""},
		"days that hold it":              {func(c *isnad.Claim) { c.When = isnad.Period{From: dayOf(t, "2031-03-01"), To: dayOf(t, "2031-03-05")} }, ""},
		"another town":                   {func(c *isnad.Claim) { c.Place = isnad.Where{ID: "g2", Name: "Sarmin", Province: "g9", Country: "SY"} }, "where"},
		"its province":                   {func(c *isnad.Claim) { c.Place = isnad.Where{ID: "g9", Name: "Idlib", Country: "SY"} }, ""},
		"a name that nobody knows":       {func(c *isnad.Claim) { c.Place = isnad.Where{Name: "بنش"} }, ""},
		"another kind":                   {func(c *isnad.Claim) { c.Event = isnad.EventAirStrike }, "kind"},
		"another party":                  {func(c *isnad.Claim) { c.Actors = []isnad.Actor{{ID: "p-2", Name: "Two"}} }, "parties"},
		"both parties":                   {func(c *isnad.Claim) { c.Actors = append(c.Actors, isnad.Actor{ID: "p-2"}) }, ""},
		"a denial":                       {func(c *isnad.Claim) { c.Stance = isnad.StanceDenied }, "denies"},
		"what was rejected":              {func(c *isnad.Claim) { c.Killed, c.Review = n(9), isnad.Rejected }, ""},
	} {
		same := row(func(*isnad.Claim) {})
		rows := []claimRow{same, same, row(c.change)}
		rows[2].ID = "it"
		compareRows(&i, rows)
		r := rows[slices.IndexFunc(rows, func(r claimRow) bool { return r.ID == "it" })]
		var got []string
		for _, x := range []struct {
			on   bool
			name string
		}{{r.OtherWhen, "when"}, {r.OtherWhere, "where"}, {r.OtherKind, "kind"}, {r.OtherKilled, "killed"}, {r.OtherInjured, "injured"}, {r.OtherParties, "parties"}, {r.Denies, "denies"}} {
			if x.on {
				got = append(got, x.name)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: differs in %q, want %q", name, s, c.want)
		}
	}
	i.Figures = []isnad.Figure{figure(4, 1), figure(9, 1)} // neither has more behind it
	rows := []claimRow{row(func(*isnad.Claim) {}), row(func(c *isnad.Claim) { c.Killed = n(9) })}
	compareRows(&i, rows)
	if !rows[0].OtherKilled || !rows[1].OtherKilled {
		t.Error("of two numbers with as many behind them one is held for the right one")
	}
	if a := (&site{base: basemap.New()}).apartIn(rows); len(a) != 1 || a[0].What != "Killed" || strings.Join(a[0].Said, " ") != "4 9" {
		t.Errorf("what they differ over: %+v", a)
	}
}

// What is asked for without its parts, or beyond bounds, is refused in words and
// nothing is recorded; what was typed is still there.
func TestIncidentActsRefused(t *testing.T) {
	f := newOffice(t, Options{})
	market, port := fixture.ID("market"), fixture.ID("port")
	claims, _, err := f.st.Claims(t.Context(), store.ClaimQuery{Incident: market})
	if err != nil || len(claims) < 2 {
		t.Fatalf("%d claims, %v", len(claims), err)
	}
	var all []string
	for _, c := range claims {
		all = append(all, c.ID)
	}
	const typed = "kept as typed"
	form := func(pairs ...string) url.Values {
		v := url.Values{"reason": {typed}}
		for i := 0; i < len(pairs); i += 2 {
			v.Set(pairs[i], pairs[i+1])
		}
		return v
	}
	many := form()
	for i := range maxTicks + 1 {
		many.Add("claim", fmt.Sprint("k", i))
	}
	for _, c := range []struct {
		role isnad.Role
		act  string
		form url.Values
		code int
		say  string
	}{
		{isnad.RoleEditor, "split", form(), 422, "Tick the claims"},
		{isnad.RoleEditor, "split", url.Values{"reason": {typed}, "claim": all}, 422, "at least stays"},
		{isnad.RoleEditor, "split", form("claim", "k-nowhere"), 422, "not among those"},
		{isnad.RoleEditor, "move", form("other", port), 422, "Tick the claims"},
		{isnad.RoleEditor, "move", form("claim", all[0]), 422, "Choose the other incident"},
		{isnad.RoleEditor, "move", form("claim", "k-nowhere", "other", port), 422, "not there any more"},
		{isnad.RoleEditor, "merge", form(), 422, "Choose the other incident"},
		{isnad.RoleEditor, "merge", form("other", market), 422, "not merged into itself"},
		{isnad.RoleEditor, "merge", form("other", "i-nowhere"), 422, "not there any more"},
		{isnad.RoleEditor, "take-in", form("other", "i-nowhere"), 422, "not there any more"},
		{isnad.RoleEditor, "link", form("other", market), 422, "not related to itself"},
		{isnad.RoleEditor, "grade", form(), 422, "Choose a grading"},
		{isnad.RoleEditor, "grade", url.Values{"grading": {"weak"}}, 422, "Say why"},
		{isnad.RoleEditor, "grade", form("grading", "confirmed"), 422, "Only a reviewer"},
		{isnad.RoleEditor, "grade", form("grading", "splendid"), 400, "grading"},
		{isnad.RoleEditor, "grade", form("status", "sure"), 400, "status"},
		{isnad.RoleEditor, "merge", form("other", strings.Repeat("i", 200)), 400, "other"},
		{isnad.RoleEditor, "merge", form("other", "i1\x00"), 422, "not there any more"}, // what nobody types is not read
		{isnad.RoleEditor, "split", many, 400, "claim"},
		{isnad.RoleReviewer, "confirm", form("seen", "v-before"), 409, "changed while you were looking"},
		{isnad.RoleEditor, "merge", form("other", port, "seen-"+port, "v-before"), 409, "changed while you were looking"},
		{isnad.RoleEditor, "take-in", form("other", port, "seen-"+port, "v-before"), 409, "changed while you were looking"},
		{isnad.RoleReviewer, "confirm", url.Values{"reason": {strings.Repeat("x", 2*maxDeskForm)}}, 413, "too much"},
	} {
		w := f.do("POST", "/desk/incidents/"+market+"/"+c.act, f.as(c.role), c.form)
		body := w.Body.String()
		if w.Code != c.code || !strings.Contains(body, c.say) {
			t.Errorf("%s of %.80v: %d, want %d with %q; it says %s", c.act, c.form, w.Code, c.code, c.say, problemIn(body))
		}
		if (w.Code == 422 || w.Code == 409) && c.form.Get("reason") == typed && !strings.Contains(body, ">"+typed+"</textarea>") {
			t.Errorf("%s of %.80v: what was typed is lost", c.act, c.form)
		}
	}
	if acts, _, err := f.st.Acts(t.Context(), store.ActQuery{}); err != nil || len(acts) > 0 {
		t.Errorf("%d acts were recorded, %v", len(acts), err)
	}
	for _, act := range []string{"confirm", "split", "merge", "find"} {
		if w := f.do("POST", "/desk/incidents/i-nowhere/"+act, f.as(isnad.RoleReviewer), form("claim", all[0], "other", port)); w.Code != http.StatusNotFound && act != "merge" {
			t.Errorf("%s of an incident that is not there: %d", act, w.Code)
		}
	}
	w := f.do("POST", "/desk/incidents/"+market+"/find", f.as(isnad.RoleEditor), form("words", "https://isnad.example/incidents/"+port+"#x"))
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `value="`+port+`"`) {
		t.Errorf("an incident is not found by its address: %d", w.Code)
	}
	for _, words := range []string{`"`, "*", strings.Repeat("(", 900), "\xff\xfe", "NEAR(a b)", evil} {
		if w := f.do("POST", "/desk/incidents/"+market+"/find", f.as(isnad.RoleEditor), form("words", words)); w.Code != http.StatusOK {
			t.Errorf("looking for %.20q: %d", words, w.Code)
		}
	}
}

// The queue takes what it understands of an address and says what it left out.
func TestIncidentQueue(t *testing.T) {
	f := newOffice(t, Options{})
	reader := f.as(isnad.RoleContributor)
	body := f.do("GET", "/desk/incidents?stand=sure&order=loud&kind=x", reader, nil).Body.String()
	mustHave(t, "the queue", body, "parameter stand", "parameter order", "parameter kind", "It was left out")
	seen := map[string]bool{}
	for address := "/desk/incidents?stand=all&limit=1&order=apart"; address != ""; {
		w := f.do("GET", address, reader, nil)
		n, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil || w.Code != http.StatusOK {
			t.Fatalf("%s: %d %v", address, w.Code, err)
		}
		address = ""
		for _, a := range find(n, "a", "") {
			if strings.HasPrefix(attr(a, "href"), "/desk/incidents/") {
				seen[attr(a, "href")] = true
			}
			if attr(a, "rel") == "next" {
				address = attr(a, "href") + "&limit=1"
			}
		}
	}
	all, _, err := f.st.Incidents(t.Context(), store.IncidentQuery{Page: store.Page{Limit: 1000}})
	if err != nil || len(seen) != len(all) {
		t.Errorf("page by page %d incidents, want %d, %v", len(seen), len(all), err)
	}
	if w := f.do("GET", "/desk/incidents?after=nonsense", reader, nil); w.Code != http.StatusBadRequest {
		t.Errorf("a page that there is not: %d", w.Code)
	}
	if s := f.do("GET", "/desk/incidents/"+fixture.ID("market"), reader, nil).Body.String(); strings.Contains(s, `id="decide"`) {
		t.Error("a contributor is offered to decide about an incident")
	}
}

// Hostile names, claims, reasons and titles stay text at the desk, and the page that
// readers see leads only those to it who are signed in.
func TestHostileIncidentAtTheDesk(t *testing.T) {
	st, _, i := hostile(t)
	all := people.New(st)
	p := pipeline.New(st, nil, slog.New(slog.DiscardHandler))
	similar := func(context.Context, []string) (map[string][]Similar, error) {
		return map[string][]Similar{i.ID: {{ID: i.ID, Why: []string{evil}}, {ID: "i-gone"}}}, nil
	}
	f := &office{t: t, st: st, people: all, h: serve(t, st, Options{Desk: DeskOptions{People: all, Decide: p.Decide, Similar: similar}}),
		persons: map[isnad.Role]isnad.Person{}, cookies: map[isnad.Role]*http.Cookie{}}
	f.persons[isnad.RoleReviewer] = hire(t, st, "The reviewer", isnad.RoleReviewer)
	me := f.as(isnad.RoleReviewer)
	if _, err := p.Decide(t.Context(), isnad.Act{Kind: isnad.ActGradeIncident, About: i.ID, Grading: isnad.GradeWeak, Person: "u-evil", Name: evil, Reason: evil}); err != nil {
		t.Fatal(err)
	}
	address := "/desk/incidents/" + i.ID
	for _, c := range []struct {
		method, address string
		form            url.Values
		code            int
	}{
		{"GET", "/desk/incidents?stand=all", nil, 200}, {"GET", "/desk/incidents?stand=all&q=" + url.QueryEscape(evil), nil, 200},
		{"GET", address, nil, 200}, {"GET", address + "?done=" + url.QueryEscape(evil), nil, 200},
		{"POST", address + "/find", url.Values{"words": {evil}, "reason": {evil}, "saw": {evil}, "number": {evil}, "seen-" + evil: {evil}}, 200},
		{"POST", address + "/confirm", url.Values{"seen": {"v0"}, "reason": {evil}, "saw": {"k1 k2"}}, 409},
		{"POST", address + "/split", url.Values{"reason": {evil}}, 422},
		{"POST", address + "/merge", url.Values{"other": {evil}}, 400},
	} {
		w := f.do(c.method, c.address, me, c.form)
		if w.Code != c.code {
			t.Errorf("%s %s: %d, want %d", c.method, c.address, w.Code, c.code)
		}
		n, err := html.Parse(strings.NewReader(w.Body.String()))
		if err != nil {
			t.Fatal(err)
		}
		checkTree(t, c.method+" "+c.address, n)
	}
	link := `href="` + address + `"`
	if w := f.do("GET", "/incidents/"+i.ID, me, nil); !strings.Contains(w.Body.String(), link) || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("signed in: no way to the desk, or kept: %v", w.Header())
	}
	if w := f.do("GET", "/incidents/"+i.ID, nil, nil); strings.Contains(w.Body.String(), link) {
		t.Error("whoever reads is led to the desk")
	}
}

// problemIn is what a page says that went wrong.
func problemIn(body string) string {
	n, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return err.Error()
	}
	for _, p := range find(n, "p", "problem") {
		return text(p)
	}
	return "nothing"
}
