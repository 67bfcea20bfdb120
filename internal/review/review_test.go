package review

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"isnad"
)

func n(i int) *int { return &i }

const passage = "Shelling killed four people in Binnish, the health directorate said."

// text is passages, each on a line of its own.
func text(lines ...string) string { return strings.Join(lines, "\n") }

// reading is the claim in a passage of the text.
func reading(v Version, words, claimant string, killed int) isnad.Claim {
	at := strings.Index(v.Text, words)
	if at < 0 {
		panic(words)
	}
	s := isnad.RuneSpan(v.Text, at, at+len(words))
	return isnad.Claim{
		ID:     isnad.MakeID('k', v.Report, fmt.Sprint(v.Number, s, claimant, killed)),
		Report: v.Report, Version: v.Number, Event: isnad.EventShelling, Claimant: claimant,
		Killed: &isnad.Range{Min: n(killed), Max: n(killed)}, Span: s, Quote: words, Review: isnad.Suggested,
	}
}

// log is acts as they are recorded.
type log struct {
	rules Rules
	acts  []isnad.Act
}

func (l *log) record(a isnad.Act) (isnad.Act, error) {
	a.Number = int64(len(l.acts) + 1)
	a.ID = isnad.MakeID('a', fmt.Sprint(a.Number))
	if a.Person == "" {
		a.Person = "u1"
	}
	a.Name = "name of " + a.Person
	a.Paired = l.rules.Second[a.Kind]
	if a.Kind == isnad.ActSplitIncident {
		a.Into = isnad.MakeID('i', a.ID)
	}
	if err := l.rules.Check(&a, l.acts); err != nil {
		return a, err
	}
	l.acts = append(l.acts, a)
	return a, nil
}

func (l *log) must(t *testing.T, a isnad.Act) isnad.Act {
	t.Helper()
	a, err := l.record(a)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func about(k isnad.ActKind, c isnad.Claim) isnad.Act {
	return isnad.Act{Kind: k, About: c.ID, Claims: []isnad.Claim{c}}
}

func TestStand(t *testing.T) {
	v1 := Version{Report: "r1", Number: 1, Present: true, Text: text("A quiet day.", passage)}
	seen := reading(v1, passage, "s1", 4)
	later := Version{Report: "r1", Number: 2, Present: true, Text: text("Corrected.", "A quiet day  and a long one.", strings.ReplaceAll(passage, " ", "\n"))}
	gone := Version{Report: "r1", Number: 2, Present: true, Text: "A quiet day."}
	wider := reading(v1, "four people in Binnish, the health directorate said.", "s1", 4)
	other := reading(v1, passage, "s2", 4)
	apart := reading(v1, passage, "s1", 40)
	edit := about(isnad.ActEditClaim, seen)
	edit.Edit = isnad.Edit{"killed": json.RawMessage(`{"min":3,"max":5}`)}
	split := about(isnad.ActSplitClaim, seen)
	split.Parts = []isnad.Edit{{"weapon": json.RawMessage(`"mortar"`)}, {"event": json.RawMessage(`"shooting"`)}}

	for _, c := range []struct {
		name     string
		act      isnad.Act
		version  Version
		readings []isnad.Claim
		want     string // ID (d for that decided about, + for others) review killed reading again
	}{
		{"accepted", about(isnad.ActAcceptClaim, seen), v1, []isnad.Claim{seen}, "d confirmed 4"},
		{"rejected", about(isnad.ActRejectClaim, seen), v1, []isnad.Claim{seen}, "d rejected 4"},
		{"edited", edit, v1, []isnad.Claim{seen}, "d confirmed 3"},
		{"what is rejected is not suggested again in a passage cut otherwise", about(isnad.ActRejectClaim, seen), v1, []isnad.Claim{wider}, "d rejected 4"},
		{"another claimant is another claim", about(isnad.ActRejectClaim, seen), v1, []isnad.Claim{seen, other}, "d rejected 4, + suggested 4"},
		{"another figure is another claim", about(isnad.ActRejectClaim, seen), v1, []isnad.Claim{apart}, "+ suggested 40, d rejected 4 no_longer"},
		{"an edit is known again by what the machine had read", edit, v1, []isnad.Claim{wider}, "d confirmed 3"},
		{"accepted and not read any more", about(isnad.ActAcceptClaim, seen), v1, nil, "d confirmed 4 no_longer"},
		{"the passage stands in a later version", about(isnad.ActAcceptClaim, seen), later, nil, "d confirmed 4 no_longer"},
		{"the passage is gone", about(isnad.ActAcceptClaim, seen), gone, nil, "d confirmed 4 no_longer again"},
		{"split", split, v1, []isnad.Claim{seen}, "d confirmed 4, + confirmed 4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l log
			l.must(t, c.act)
			var got []string
			for _, k := range Stand(c.version, c.readings, l.acts) {
				s := "+"
				if k.ID == seen.ID {
					s = "d"
				}
				s += fmt.Sprintf(" %s %d", k.Review, k.Killed.Low())
				if k.Decision != nil && k.Decision.Reading != "" {
					s += " " + k.Decision.Reading
				}
				if k.Decision != nil && k.Decision.Again {
					s += " again"
				} else if in := k.Span.Of(c.version.Text); strings.Join(strings.Fields(in), " ") != strings.Join(strings.Fields(k.Quote), " ") {
					t.Errorf("the span holds %q, the quote is %q", in, k.Quote)
				}
				got = append(got, s)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	v := Version{Report: "r1", Number: 1, Present: true, Text: passage}
	c := reading(v, passage, "s1", 4)
	l := log{}
	accept := l.must(t, about(isnad.ActAcceptClaim, c))
	reject := l.must(t, about(isnad.ActRejectClaim, c))
	bad := about(isnad.ActEditClaim, c)
	bad.Edit = isnad.Edit{"killed": json.RawMessage(`{"min":5,"max":3}`)}
	place := about(isnad.ActEditClaim, c)
	place.Edit = isnad.Edit{"span": json.RawMessage(`{"start":0}`)}
	for name, a := range map[string]isnad.Act{
		"a later act stands on it":       {Kind: isnad.ActUndo, Of: accept.ID},
		"an act that is not there":       {Kind: isnad.ActUndo, Of: "a0"},
		"nobody seconds themselves":      {Kind: isnad.ActSecond, Of: reject.ID},
		"bounds upside down":             bad,
		"the passage is not edited":      place,
		"an edit of nothing":             about(isnad.ActEditClaim, c),
		"a grade without a claim":        {Kind: isnad.ActGradeIncident, About: "i1", Grading: isnad.GradeFair},
		"a kind that there is not":       about("praise_claim", c),
		"data of another kind":           {Kind: isnad.ActAcceptClaim, About: c.ID, Claims: []isnad.Claim{c}, Grading: isnad.GradeFair},
		"an incident merged into itself": {Kind: isnad.ActMergeIncidents, About: "i1", Into: "i1", Claims: []isnad.Claim{c}},
		"a split that leaves nothing":    {Kind: isnad.ActSplitIncident, About: "i1", Moved: []string{c.ID}, Claims: []isnad.Claim{c}},
		"a claim that was not looked at": {Kind: isnad.ActMoveClaims, About: "i1", Moved: []string{"k0"}, Claims: []isnad.Claim{c}},
	} {
		if _, err := l.record(a); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := l.record(isnad.Act{Kind: isnad.ActUndo, Of: reject.ID}); err != nil {
		t.Error(err)
	}
	if _, err := l.record(isnad.Act{Kind: isnad.ActUndo, Of: accept.ID}); err != nil {
		t.Error("what rested on it was undone:", err)
	}
}

// Whatever people do to claims and whatever is read after it: every decision
// that holds can be seen, no claim is lost, and undoing the last act gives back
// what stood before it.
func TestStandProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := []string{passage, "Two children were hurt, residents said.", "Rain fell on the hills, a farmer said."}
		versions := []Version{
			{Report: "r1", Number: 1, Text: text(lines...)},
			{Report: "r1", Number: 2, Text: text("Updated.", lines[1], lines[0])},
			{Report: "r1", Number: 3, Text: text(lines[0], "All else was cut.")},
		}
		at, reads := 0, 0
		read := func() (Version, []isnad.Claim) {
			v := versions[at]
			v.Present = true
			var out []isnad.Claim
			for i, line := range lines {
				if !strings.Contains(v.Text, line) || reads&(1<<i) != 0 { // a reader that misses one
					continue
				}
				words := line
				if reads&8 != 0 { // one that cuts otherwise
					words = line[3:]
				}
				out = append(out, reading(v, words, fmt.Sprint("s", i), i+1))
			}
			return v, out
		}
		l := log{rules: Rules{Second: map[isnad.ActKind]bool{}}}
		if rapid.Bool().Draw(t, "second") {
			l.rules.Second[isnad.ActAcceptClaim] = true
		}
		stand := func() map[string]Claim {
			v, readings := read()
			out := map[string]Claim{}
			taken := 0
			for _, c := range Stand(v, readings, l.acts) {
				if _, twice := out[c.ID]; twice {
					t.Fatalf("claim %s stands twice", c.ID)
				}
				out[c.ID] = c
				if c.Reading != nil {
					taken++
				}
			}
			if taken != len(readings) {
				t.Fatalf("%d of %d readings stand", taken, len(readings))
			}
			return out
		}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			was := stand()
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				at = rapid.IntRange(0, len(versions)-1).Draw(t, "version")
			case 1:
				reads = rapid.IntRange(0, 15).Draw(t, "reader")
			case 2:
				if len(was) == 0 {
					continue
				}
				c := was[rapid.SampledFrom(slices.Sorted(maps.Keys(was))).Draw(t, "claim")].Claim
				a := about(rapid.SampledFrom([]isnad.ActKind{isnad.ActAcceptClaim, isnad.ActEditClaim, isnad.ActRejectClaim, isnad.ActSplitClaim, isnad.ActConfirmIncident}).Draw(t, "kind"), c)
				switch a.Kind {
				case isnad.ActEditClaim:
					a.Edit = isnad.Edit{"weapon": json.RawMessage(fmt.Sprintf("%q", rapid.SampledFrom([]string{"mortar", "rocket"}).Draw(t, "weapon")))}
				case isnad.ActSplitClaim:
					a.Parts = []isnad.Edit{{}, {"event": json.RawMessage(`"shooting"`)}}
				case isnad.ActConfirmIncident:
					a.About = "i1"
				}
				a, err := l.record(a)
				if err != nil {
					t.Fatal(err)
				}
				if got := stand()[c.ID]; !a.Paired && a.Kind.OfClaim() && got.Decision.Act != a.ID {
					t.Fatalf("%s does not hold: %+v", a.Kind, got.Decision)
				}
				now := stand()
				undo, err := l.record(isnad.Act{Kind: isnad.ActUndo, Of: a.ID})
				if err != nil {
					t.Fatalf("undoing the last act: %v", err)
				}
				same(t, was, stand())
				if rapid.Bool().Draw(t, "stay undone") {
					continue
				}
				if _, err := l.record(isnad.Act{Kind: isnad.ActUndo, Of: undo.ID}); err != nil {
					t.Fatalf("doing the last act again: %v", err)
				}
				same(t, now, stand())
			case 3, 4:
				if len(l.acts) == 0 {
					continue
				}
				kind := rapid.SampledFrom([]isnad.ActKind{isnad.ActUndo, isnad.ActSecond}).Draw(t, "act on")
				_, err := l.record(isnad.Act{Kind: kind, Of: rapid.SampledFrom(l.acts).Draw(t, "act").ID, Person: "u2"})
				if err != nil && !errors.Is(err, isnad.ErrRefused) {
					t.Fatal(err)
				}
			}
			after := stand()
			st := sift(l.acts)
			last := map[string]held{}
			for _, h := range st.held {
				if h.Kind.OfClaim() {
					last[h.About] = h
				}
			}
			for id, h := range last {
				c, ok := after[id]
				want := isnad.Confirmed
				if h.Kind == isnad.ActRejectClaim {
					want = isnad.Rejected
				}
				if !ok || c.Review != want || c.Decision == nil || c.Decision.Act != h.ID {
					t.Fatalf("%s of claim %s is not in force: %+v", h.Kind, id, c.Claim)
				}
				if h.Kind == isnad.ActEditClaim && fmt.Sprintf("%q", c.Weapon) != string(h.Edit["weapon"]) {
					t.Fatalf("the slot that a person set is %q", c.Weapon)
				}
			}
		}
	})
}

// same demands that the same claims stand, but for the mark of the last act.
func same(t *rapid.T, a, b map[string]Claim) {
	t.Helper()
	plain := func(m map[string]Claim) map[string]string {
		out := map[string]string{}
		for id, c := range m {
			d := isnad.Decision{}
			if c.Decision != nil {
				d = *c.Decision
			}
			d.Last = ""
			c.Decision = &d
			doc, err := json.Marshal(c)
			if err != nil {
				t.Fatal(err)
			}
			out[id] = string(doc)
		}
		return out
	}
	if x, y := plain(a), plain(b); !reflect.DeepEqual(x, y) {
		t.Fatalf("before %v\nafter  %v", x, y)
	}
}

// Whatever people do to incidents: each pin leads to an incident that is there, an
// address that led somewhere still does, and undoing the last act gives back what
// was.
func TestMembersProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := map[string]string{}
		for i := range 6 {
			in[fmt.Sprint("k", i)] = fmt.Sprint("i", i/2)
		}
		l := log{}
		for range rapid.IntRange(1, 20).Draw(t, "acts") {
			m := Members(l.acts)
			where := map[string][]isnad.Claim{}
			for _, id := range slices.Sorted(maps.Keys(in)) {
				i := in[id]
				if p := m.Pins[id]; p != "" {
					i = p
				}
				if to := m.GoesTo[i]; to != "" {
					i = to // one that was merged takes no more acts: the pipeline leads them on
				}
				where[i] = append(where[i], isnad.Claim{ID: id, Incident: i})
			}
			incidents := slices.Sorted(maps.Keys(where))
			i := rapid.SampledFrom(incidents).Draw(t, "incident")
			j := rapid.SampledFrom(incidents).Draw(t, "other")
			a := isnad.Act{About: i, Claims: where[i], Kind: rapid.SampledFrom([]isnad.ActKind{isnad.ActConfirmIncident, isnad.ActMergeIncidents, isnad.ActSplitIncident, isnad.ActMoveClaims, isnad.ActRelateIncidents, isnad.ActUndo}).Draw(t, "kind")}
			switch a.Kind {
			case isnad.ActMergeIncidents, isnad.ActRelateIncidents:
				a.Into, a.Claims = j, append(slices.Clone(where[i]), where[j]...)
			case isnad.ActSplitIncident:
				a.Moved = []string{where[i][0].ID}
			case isnad.ActMoveClaims:
				a.Moved, a.Claims = []string{where[j][0].ID}, append(slices.Clone(where[i]), where[j][0])
			case isnad.ActUndo:
				if len(l.acts) == 0 {
					continue
				}
				a = isnad.Act{Kind: isnad.ActUndo, Of: rapid.SampledFrom(l.acts).Draw(t, "act").ID}
			}
			a, err := l.record(a)
			if errors.Is(err, isnad.ErrRefused) {
				continue
			} else if err != nil {
				t.Fatal(err)
			}
			now := Members(l.acts)
			for id, to := range now.GoesTo {
				if now.GoesTo[to] != "" || to == id {
					t.Fatalf("incident %s leads to %s, which leads on", id, to)
				}
			}
			for id, p := range now.Pins {
				if now.GoesTo[p] != "" {
					t.Fatalf("claim %s is in %s, which was merged", id, p)
				}
			}
			switch a.Kind {
			case isnad.ActMergeIncidents:
				if now.GoesTo[a.About] != a.Into {
					t.Fatalf("%s leads to %q, want %s", a.About, now.GoesTo[a.About], a.Into)
				}
				for _, c := range a.Claims {
					if now.Pins[c.ID] != a.Into {
						t.Fatalf("claim %s is in %s after a merger into %s", c.ID, now.Pins[c.ID], a.Into)
					}
				}
			case isnad.ActSplitIncident:
				for _, c := range a.Claims {
					if (now.Pins[c.ID] == a.Into) != slices.Contains(a.Moved, c.ID) {
						t.Fatalf("claim %s is in %s after a split", c.ID, now.Pins[c.ID])
					}
				}
			case isnad.ActRelateIncidents:
				for _, c := range a.Claims {
					if now.Pins[c.ID] != c.Incident {
						t.Fatalf("claim %s of %s is in %s after incidents were related", c.ID, c.Incident, now.Pins[c.ID])
					}
				}
				if !slices.Contains(now.Said[i].Related, j) || !slices.Contains(now.Said[j].Related, i) {
					t.Fatalf("%s and %s do not name each other: %+v", i, j, now.Said)
				}
			case isnad.ActMoveClaims:
				if now.Pins[a.Moved[0]] != a.About {
					t.Fatalf("a claim moved to %s is in %s", a.About, now.Pins[a.Moved[0]])
				}
			}
			if a.Kind == isnad.ActUndo {
				continue
			}
			for id, v := range now.Said {
				for _, x := range slices.Concat(v.Related, v.Parted) {
					if x == id || now.GoesTo[x] != "" {
						t.Fatalf("%s is said to be another than %s", id, x)
					}
				}
			}
			undone := log{acts: slices.Clone(l.acts)}
			if _, err := undone.record(isnad.Act{Kind: isnad.ActUndo, Of: a.ID}); err != nil {
				t.Fatalf("undoing the last act: %v", err)
			}
			if back := Members(undone.acts); !maps.Equal(back.Pins, m.Pins) || !maps.Equal(back.GoesTo, m.GoesTo) {
				t.Fatalf("undone: %v %v, before %v %v", back.Pins, back.GoesTo, m.Pins, m.GoesTo)
			}
		}
	})
}

// What people say of who did it stands beside what they say of the harm, each
// until somebody says otherwise, and goes into the incident that one is merged into.
func TestGradingAndStatus(t *testing.T) {
	claims := func(i string, ids ...string) (out []isnad.Claim) {
		for _, id := range ids {
			out = append(out, isnad.Claim{ID: id, Incident: i})
		}
		return out
	}
	l, split := log{}, ""
	for _, a := range []isnad.Act{
		{Kind: isnad.ActGradeIncident, About: "i1", Grading: isnad.GradeFair, Claims: claims("i1", "k1")},
		{Kind: isnad.ActGradeIncident, About: "i1", Status: isnad.StrikeDeclared, Claims: claims("i1", "k1")},
		{Kind: isnad.ActRelateIncidents, About: "i1", Into: "i2", Claims: append(claims("i1", "k1"), claims("i2", "k2")...)},
		{Kind: isnad.ActSplitIncident, About: "i1", Moved: []string{"k3"}, Claims: claims("i1", "k1", "k3")},
		{Kind: isnad.ActMergeIncidents, About: "i1", Into: "i4", Claims: append(claims("i1", "k1"), claims("i4", "k4")...)},
	} {
		a, err := l.record(a)
		if err != nil {
			t.Fatal(err)
		}
		if a.Kind == isnad.ActSplitIncident {
			split = a.Into
		}
	}
	m := Members(l.acts)
	v := m.Said["i4"]
	var i isnad.Incident
	v.Overlay(&i)
	if i.Grading != isnad.GradeFair || i.Status != isnad.StrikeDeclared || i.StatusReason.Rule != isnad.RulePerson || !slices.Equal(i.Decision.Related, []string{"i2"}) {
		t.Errorf("%+v %+v", i, i.Decision)
	}
	if !slices.Equal(v.Parted, []string{"i2", split}) || !slices.Equal(m.Said["i2"].Related, []string{"i4"}) || !slices.Equal(m.Said[split].Parted, []string{"i4"}) {
		t.Errorf("kept apart: %+v", m.Said)
	}
	for _, bad := range []isnad.Act{
		{Kind: isnad.ActGradeIncident, About: "i4", Status: "sure", Claims: claims("i4", "k4")},
		{Kind: isnad.ActGradeIncident, About: "i4", Claims: claims("i4", "k4")},
		{Kind: isnad.ActConfirmIncident, About: "i4", Status: isnad.StrikeLikely, Claims: claims("i4", "k4")},
		{Kind: isnad.ActRelateIncidents, About: "i4", Into: "i4", Claims: claims("i4", "k4")},
		{Kind: isnad.ActRelateIncidents, About: "i4", Claims: claims("i4", "k4")},
	} {
		if _, err := l.record(bad); !errors.Is(err, isnad.ErrRefused) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}
