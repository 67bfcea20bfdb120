package site

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/store"
)

// shelf is books with one place, one party and one source.
type shelf struct{}

var binnish = isnad.Place{ID: "g1", Name: "Binnish", Kind: isnad.KindTown, Country: "SY", Province: "g2", Lat: 35.9, Lon: 36.7}

func (shelf) Places(name, _ string) []isnad.Place {
	if strings.EqualFold(name, "binnish") {
		return []isnad.Place{binnish}
	}
	return nil
}
func (shelf) Place(id string) (isnad.Place, bool) { return binnish, id == "g1" }
func (shelf) Parties(name, _ string) []isnad.Party {
	if strings.EqualFold(name, "the army") {
		return []isnad.Party{{ID: "p-army", Name: "The Army"}}
	}
	return nil
}
func (shelf) Party(id string) (isnad.Party, bool) {
	return isnad.Party{ID: "p-army", Name: "The Army"}, id == "p-army"
}
func (shelf) Sources(string) []isnad.Source { return nil }
func (shelf) Source(string) (isnad.Source, bool) {
	return isnad.Source{}, false
}
func (shelf) SourceOf(name string) isnad.Source {
	return isnad.Source{ID: isnad.MakeID('s', name), Name: name}
}

// claimsDesk is a desk whose people decide about claims, and the first of its queue.
func claimsDesk(t *testing.T, o DeskOptions) (*office, isnad.Claim) {
	t.Helper()
	o.Books = shelf{}
	f := newOffice(t, Options{Desk: o})
	list, _, err := f.st.ReviewQueue(t.Context(), store.QueueQuery{})
	if err != nil || len(list) < 3 {
		t.Fatalf("%d claims wait, %v", len(list), err)
	}
	return f, list[0]
}

func (f *office) claim(id string) isnad.Claim {
	f.t.Helper()
	c, err := f.st.Claim(f.t.Context(), id)
	if err != nil {
		f.t.Fatal(err)
	}
	return c
}

// lastAct is the newest act about a claim.
func (f *office) lastAct(id string) isnad.Act {
	f.t.Helper()
	acts, _, err := f.st.Acts(f.t.Context(), store.ActQuery{Bears: id})
	if err != nil || len(acts) == 0 {
		f.t.Fatalf("no act about %s: %v", id, err)
	}
	return acts[0]
}

func TestReadFigure(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "14": "14", " 1,400 ": "1,400", "14-20": "14–20", "14 – 20": "14–20", "14 to 20": "14–20", "14+": "at least 14", "at least 14": "at least 14",
		"more than 30": "at least 31", "up to 20": "up to 20", "≤ 20": "up to 20", "about 40": "about 40", "~40": "about 40", "٤٠": "40", "0": "0",
		"dozens": "!", "20-14": "!", "-3": "!", "at least 3-5": "!", "1e9": "!", "999999999": "!", "14 killed": "!", "<b>": "!",
	} {
		r, err := readFigure(in)
		got := claimedWords(r)
		if err != nil {
			got = "!"
		}
		if got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.IntRange(-1, 5000).Draw(t, "low")
		high := rapid.IntRange(-1, 5000).Draw(t, "high")
		if low >= 0 && high >= 0 && high < low {
			low, high = high, low
		}
		r := isnad.RangeOf(low, high, low >= 0 && high >= 0 && rapid.Bool().Draw(t, "about"))
		again, err := readFigure(claimedWords(&r))
		if err != nil {
			t.Fatalf("%q: %v", claimedWords(&r), err)
		}
		if claimedWords(again) != claimedWords(&r) {
			t.Fatalf("%q reads as %q", claimedWords(&r), claimedWords(again))
		}
	})
}

// posted is fields as a browser sends them, with the rows that it adds.
func posted(f fields) url.Values {
	v := url.Values{}
	for name, value := range f {
		if name != "background" || value != "" {
			v.Set(name, strings.ReplaceAll(value, "\n", "\r\n"))
		}
	}
	v.Set("a90-id", "auto")
	v.Set("c90-outcome", "killed")
	v.Set("c90-scope", "incident")
	return v
}

// A form that is sent back as it came changes nothing, whatever the claim holds:
// otherwise people would vouch for slots that they never touched.
func TestUntouchedFormChangesNothing(t *testing.T) {
	f, _ := claimsDesk(t, DeskOptions{})
	s := &site{store: f.st, o: Options{Desk: DeskOptions{Books: shelf{}}}}
	claims, _, err := f.st.Claims(t.Context(), store.ClaimQuery{Page: store.Page{Limit: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	odd, one := claims[0], 1
	odd.Weapon, odd.Targets, odd.Via = " two\nlines \r\n", []string{"a  b", ""}, nil
	odd.Place = isnad.Where{Name: "x, y", Within: []string{"z، w", ""}, Precision: 5}
	odd.Actors = []isnad.Actor{{Name: "n\nn"}, {ID: "p-x", Name: "\u202e<b>"}}
	odd.Counts = []isnad.Count{{}, {Outcome: isnad.Killed, Words: "several", Qualifier: isnad.Vague}, {Outcome: isnad.Killed, Min: &one, SubsetOf: &one, Span: isnad.Span{Start: 1, End: 2}}}
	odd.Stage, odd.Polarity = "", ""
	for _, c := range append(claims, odd) {
		now := fieldsOf(&c, "")
		typed, err := typedFields(posted(now), "")
		if err != nil {
			t.Fatal(err)
		}
		out, wrong, err := s.setSlots(t.Context(), &c, now, typed, "")
		if err != nil || len(wrong) > 0 {
			t.Fatalf("claim %s: %v %v", c.ID, wrong, err)
		}
		e, err := isnad.EditOf(&c, &out)
		if err != nil || len(e) > 0 {
			t.Errorf("claim %s: an untouched form sets %v, %v", c.ID, e.Slots(), err)
		}
	}
}

// What two people change in different slots is both kept; where they change the
// same one, it is named and what was typed stands.
func TestTypedOverWhatChanged(t *testing.T) {
	base := fields{"killed": "4", "injured": "1", "weapon": "mortar"}
	now := fields{"killed": "5", "injured": "2", "weapon": "mortar"}
	typed := fields{"killed": "4", "injured": "3", "weapon": "rocket"}
	got, both := typed.onto(base, now)
	if want := (fields{"killed": "5", "injured": "3", "weapon": "rocket"}); !maps.Equal(got, want) || fmt.Sprint(both) != "[injured]" {
		t.Errorf("%v, both changed %v", got, both)
	}
}

// A corrected figure takes the count along that gave it, and its group of people.
func TestCountsFollow(t *testing.T) {
	n, m := 4, 2
	c := isnad.Claim{Killed: &isnad.Range{Min: &n, Max: &n}, Victims: map[isnad.Category]int{isnad.CategoryCivilians: 4, isnad.CategoryChildren: 2},
		Counts: []isnad.Count{{Outcome: isnad.Killed, Category: isnad.CategoryCivilians, Min: &n, Max: &n, Words: "four civilians"}, {Outcome: isnad.Killed, Category: isnad.CategoryChildren, Min: &m, Max: &m, Words: "two children"}}}
	s := &site{o: Options{Desk: DeskOptions{Books: shelf{}}}}
	now := fieldsOf(&c, "")
	typed := maps.Clone(now)
	typed["killed"] = "14"
	out, wrong, err := s.setSlots(t.Context(), &c, now, typed, "")
	if err != nil || len(wrong) > 0 {
		t.Fatal(wrong, err)
	}
	if *out.Counts[0].Min != 14 || out.Counts[0].Words != "" || *out.Counts[1].Min != 2 || out.Counts[1].Words == "" || out.Victims[isnad.CategoryCivilians] != 14 || out.Victims[isnad.CategoryChildren] != 2 {
		t.Errorf("%+v %v", out.Counts, out.Victims)
	}
	if c.Victims[isnad.CategoryCivilians] != 4 || *c.Counts[0].Min != 4 {
		t.Error("the claim before was changed with it")
	}
}

// What a contributor does waits for an editor, who is somebody else.
func TestProposals(t *testing.T) {
	f, c := claimsDesk(t, DeskOptions{})
	at := "/desk/claims/" + c.ID
	saw := url.Values{"seen": {c.State()}}
	if w := f.do("POST", at+"/accept", f.as(isnad.RoleContributor), saw); w.Code != http.StatusSeeOther {
		t.Fatalf("proposing: %d", w.Code)
	}
	if got := f.claim(c.ID); got.Review != isnad.Suggested || len(got.Decision.Waiting) != 1 {
		t.Errorf("a proposal holds: %s %+v", got.Review, got.Decision)
	}
	a := f.lastAct(c.ID)
	if w := f.do("POST", "/desk/acts/"+a.ID+"/second", f.as(isnad.RoleContributor), nil); w.Code != http.StatusForbidden {
		t.Errorf("a contributor seconds: %d", w.Code)
	}
	w := f.do("GET", "/desk/claims?list=second", f.as(isnad.RoleEditor), nil)
	mustHave(t, "queue", w.Body.String(), c.ID, "waits for another person")
	w = f.do("GET", at, f.as(isnad.RoleEditor), nil)
	mustHave(t, "claim", w.Body.String(), "Say the same", "The contributor</bdi> accepted the claim")
	if w := f.do("POST", "/desk/acts/"+a.ID+"/second", f.as(isnad.RoleEditor), url.Values{"next": {at}}); w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), at+"?done=a") {
		t.Errorf("an editor seconds: %d to %s", w.Code, w.Header().Get("Location"))
	}
	if got := f.claim(c.ID); got.Review != isnad.Confirmed {
		t.Errorf("seconded it is %s", got.Review)
	}
	if w := f.do("POST", "/desk/acts/"+a.ID+"/undo", f.as(isnad.RoleContributor), nil); w.Code != http.StatusForbidden {
		t.Errorf("a contributor takes back what an editor decided: %d", w.Code)
	}
	if w := f.do("POST", "/desk/acts/"+a.ID+"/undo", f.as(isnad.RoleReviewer), nil); w.Code != http.StatusSeeOther || f.claim(c.ID).Review != isnad.Suggested {
		t.Errorf("a reviewer takes it back: %d, %s", w.Code, f.claim(c.ID).Review)
	}
}

// One's own acts are taken back by oneself, those of others by reviewers.
func TestUndoOfOthers(t *testing.T) {
	f, c := claimsDesk(t, DeskOptions{})
	saw := url.Values{"seen": {c.State()}}
	f.do("POST", "/desk/claims/"+c.ID+"/accept", f.as(isnad.RoleReviewer), saw)
	a := f.lastAct(c.ID)
	if w := f.do("POST", "/desk/acts/"+a.ID+"/undo", f.as(isnad.RoleEditor), nil); w.Code != http.StatusForbidden || f.claim(c.ID).Review != isnad.Confirmed {
		t.Errorf("an editor takes back what a reviewer did: %d", w.Code)
	}
	// Another's act since rests on it: the refusal says so, and leads back.
	again := f.claim(c.ID)
	f.do("POST", "/desk/claims/"+c.ID+"/accept", f.as(isnad.RoleEditor), url.Values{"seen": {again.State()}})
	w := f.do("POST", "/desk/acts/"+a.ID+"/undo", f.as(isnad.RoleReviewer), url.Values{"next": {"/desk/acts"}})
	if w.Code != http.StatusConflict {
		t.Errorf("under a later act: %d", w.Code)
	}
	mustHave(t, "refusal", w.Body.String(), "is to be undone first", `href="/desk/acts"`)
	if w := f.do("POST", "/desk/acts/"+f.lastAct(c.ID).ID+"/undo", f.as(isnad.RoleEditor), nil); w.Code != http.StatusSeeOther {
		t.Errorf("one's own: %d", w.Code)
	}
	// What somebody else did is not told as one's own.
	w = f.do("GET", "/desk/claims?done="+a.ID, f.as(isnad.RoleEditor), nil)
	if strings.Contains(w.Body.String(), "You accepted") {
		t.Error("an address makes somebody have done what another did")
	}
}

// Where two people meet, or the machine was faster, nothing is done and nothing lost.
func TestClaimConflict(t *testing.T) {
	f, c := claimsDesk(t, DeskOptions{})
	at, stale := "/desk/claims/"+c.ID, c.State()
	f.do("POST", at+"/accept", f.as(isnad.RoleReviewer), url.Values{"seen": {stale}})
	w := f.do("POST", at+"/reject", f.as(isnad.RoleEditor), url.Values{"seen": {stale}, "reason": {`a "reason" <b>`}})
	if w.Code != http.StatusConflict || f.claim(c.ID).Review != isnad.Confirmed {
		t.Fatalf("%d, %s", w.Code, f.claim(c.ID).Review)
	}
	mustHave(t, "conflict", w.Body.String(), "has changed since you opened it", "The reviewer</bdi> accepted the claim", `value="a &#34;reason&#34; &lt;b&gt;"`, `id="rejecting" open`)
	if w := f.do("POST", at+"/accept", f.as(isnad.RoleEditor), nil); w.Code != http.StatusConflict {
		t.Errorf("a form that saw nothing: %d", w.Code)
	}
	// The form of an edit keeps what was typed, and takes in what became of the rest.
	base := fieldsOf(&c, c.Claimant)
	typed := posted(base)
	typed.Set("weapon", "a typed weapon")
	typed.Set("seen", stale)
	typed.Set("base", base.base())
	w = f.do("POST", at+"/edit", f.as(isnad.RoleEditor), typed)
	if w.Code != http.StatusConflict {
		t.Fatalf("edit: %d", w.Code)
	}
	mustHave(t, "edit", w.Body.String(), `value="a typed weapon"`, `value="`+f.stateOf(c.ID)+`"`)
}

func (f *office) stateOf(id string) string { c := f.claim(id); return c.State() }

// What makes no sense is named at its field and nothing is done; what is too
// large is refused.
func TestEditRefused(t *testing.T) {
	f, c := claimsDesk(t, DeskOptions{})
	at := "/desk/claims/" + c.ID + "/edit"
	editor := f.as(isnad.RoleEditor)
	send := func(set url.Values) (int, string) {
		v := posted(fieldsOf(&c, c.Claimant))
		v.Set("claimant", c.Claimant)
		v.Set("seen", c.State())
		maps.Copy(v, set)
		w := f.do("POST", at, editor, v)
		return w.Code, w.Body.String()
	}
	for _, x := range []struct {
		name, field, value, want string
		status                   int
	}{
		{"nothing changed", "weapon", c.Weapon, "Nothing is different", 422},
		{"no figure", "killed", "lots <script>", `aria-invalid="true"`, 422},
		{"no kind", "event", "rain", "choose a kind", 422},
		{"no day", "from", "2024-13-45", "write the first day", 422},
		{"a last day before the first", "to", "1900-01-01", "comes before", 422},
		{"a place that there is not", "place-id", "g999", "not in the gazetteer", 422},
		{"a source that there is not", "claimant", "s999", "not known here", 422},
		{"a stage that there is not", "stage", "planned", "no stage", 422},
		{"a group that there is not", "victims-dogs", "3", "no such group", 422},
		{"a long field", "weapon", strings.Repeat("x", maxField+1), "too much", 413},
		{"a huge form", "other", strings.Repeat("x", maxDeskForm), "too much", 413},
		{"a place to be chosen", "place-name", "Binnish", "Which place is that?", 200},
	} {
		status, body := send(url.Values{x.field: {x.value}})
		if status != x.status || !strings.Contains(body, x.want) {
			t.Errorf("%s: %d, %q in it: %v", x.name, status, x.want, strings.Contains(body, x.want))
		}
		if strings.Contains(body, "<script>") {
			t.Errorf("%s: what was typed became markup", x.name)
		}
	}
	if got := f.claim(c.ID); got.Decision != nil {
		t.Fatalf("something was done: %+v", got.Decision)
	}
	status, _ := send(url.Values{"place-name": {"Binnish"}, "asked-place": {"Binnish"}, "place-id": {"g1"}, "a0-name": {"the army"}, "a0-id": {"auto"}})
	got := f.claim(c.ID)
	if status != http.StatusSeeOther || got.Place.At != "Binnish" || got.Place.Lat == nil || got.Place.Province != "g2" || got.Actors[0].ID != "p-army" {
		t.Errorf("%d: %+v %+v", status, got.Place, got.Actors)
	}
}

// A split needs parts that differ; each then waits in no queue, and all of it is
// taken back at once.
func TestSplitAtTheDesk(t *testing.T) {
	f, c := claimsDesk(t, DeskOptions{})
	at := "/desk/claims/" + c.ID + "/split"
	editor := f.as(isnad.RoleEditor)
	form := url.Values{"seen": {c.State()}, "parts": {"2"}}
	for _, p := range []string{"p0-", "p1-"} {
		for name, value := range fieldsOf(&c, c.Claimant) {
			form.Set(p+name, value)
		}
	}
	w := f.do("POST", at, editor, form)
	mustHave(t, "split", w.Body.String(), "Parts 1 and 2 say the same")
	form.Set("look", "part")
	w = f.do("POST", at, editor, form)
	mustHave(t, "one more", w.Body.String(), `name="p2-killed"`)
	form.Del("look")
	form.Set("p1-killed", "1")
	form.Set("p1-weapon", "hidden") // not among what the parts may differ in here
	if w = f.do("POST", at, editor, form); w.Code != http.StatusSeeOther {
		t.Fatalf("split: %d", w.Code)
	}
	a := f.lastAct(c.ID)
	part := f.claim(a.Part(1))
	if part.Killed.High() != 1 || part.Review != isnad.Confirmed || part.Weapon != c.Weapon {
		t.Errorf("the second part %+v %s", part.Killed, part.Review)
	}
	f.do("POST", "/desk/acts/"+a.ID+"/undo", editor, nil)
	if _, err := f.st.Claim(t.Context(), part.ID); err == nil {
		t.Error("the part is there after the split was taken back")
	}
}

// The lists of the queue, and addresses that make no sense.
func TestClaimQueue(t *testing.T) {
	f, c := claimsDesk(t, DeskOptions{Second: map[isnad.ActKind]bool{isnad.ActRejectClaim: true}})
	editor := f.as(isnad.RoleEditor)
	body := func(address string) string { return f.do("GET", address, editor, nil).Body.String() }
	mustHave(t, "queue", body("/desk/claims"), c.ID, "To decide", "Second pair of eyes")
	mustHave(t, "empty", body("/desk/claims?list=again"), "No decided claim has lost its passage.")
	mustHave(t, "wrong", body("/desk/claims?list=x&kind=y&lang=%22&report=%E2%80%AE"), "There is no such list", "no such kind", "no language", "no ID of a report", c.ID)
	if b := body("/desk/claims?report=r0"); strings.Contains(b, c.ID) || !strings.Contains(b, "Nothing here is like this.") {
		t.Error("the claims of another report are shown")
	}
	mustHave(t, "report", body("/desk/claims?report="+c.Report), c.ID)
	if w := f.do("GET", "/desk/claims?after=nonsense", editor, nil); w.Code != http.StatusBadRequest {
		t.Errorf("a mark of no list: %d", w.Code)
	}
	w := f.do("POST", "/desk/claims/"+c.ID+"/reject?kind="+string(c.Event), editor, url.Values{"seen": {c.State()}, "reason": {"  "}})
	if w.Code != 422 || f.claim(c.ID).Decision != nil {
		t.Errorf("rejected without a reason: %d", w.Code)
	}
	w = f.do("POST", "/desk/claims/"+c.ID+"/reject?kind="+string(c.Event), editor, url.Values{"seen": {c.State()}, "reason": {"<script>alert(1)</script> \u202eevil"}})
	if to := w.Header().Get("Location"); w.Code != 303 || !strings.Contains(to, "kind="+string(c.Event)) || strings.Contains(to, c.ID) {
		t.Errorf("rejected: %d to %s", w.Code, to)
	}
	mustHave(t, "waits", body("/desk/claims/"+c.ID), "This is yours", "&lt;script&gt;")
	for _, address := range []string{"/desk/acts", "/desk/acts?about=" + c.ID, "/desk/acts?person=" + f.persons[isnad.RoleEditor].ID, "/desk/acts?kind=reject_claim"} {
		b := body(address)
		mustHave(t, address, b, "Claim rejected", "&lt;script&gt;alert(1)", "Waits for another person")
		if strings.Contains(b, "<script>alert") {
			t.Error("a reason became markup")
		}
	}
	mustHave(t, "acts", body("/desk/acts?kind=x&person=nobody"), "no such kind of act", "No act is like this.")
	for _, bad := range []string{"/desk/claims/k0", "/desk/claims/k0/edit", "/desk/claims/%00", "/desk/claims/" + strings.Repeat("k", 5000)} {
		if w := f.do("GET", bad, editor, nil); w.Code != http.StatusNotFound {
			t.Errorf("%.60s: %d", bad, w.Code)
		}
	}
}
