package attribute

import (
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

var testReader = sync.OnceValue(func() *Reader {
	return New(places.Embedded(), parties.Embedded(), sources.Embedded())
})

// wednesday is the date line that the tests count from: 18 October 2017.
var wednesday = time.Date(2017, 10, 18, 0, 0, 0, 0, time.UTC)

func report(title, text string) *isnad.Report {
	return &isnad.Report{ID: "r1", Version: 1, Title: title, Text: text, Published: wednesday, SourceID: "s-outlet"}
}

// checkClaims holds what must be true of the claims of any text.
func checkClaims(t interface {
	Helper()
	Errorf(string, ...any)
}, rep *isnad.Report, cs []isnad.Claim, ts []isnad.Toll) {
	t.Helper()
	of := func(s isnad.Span) string {
		text := rep.Text
		if s.InTitle {
			text = rep.Title
		}
		if s.Start < 0 || s.Start > s.End || s.End > utf8.RuneCountInString(text) {
			t.Errorf("span %+v outside a text of %d code points", s, utf8.RuneCountInString(text))
		}
		return s.Of(text)
	}
	ids := map[string]bool{}
	for i := range cs {
		ids[cs[i].ID] = true
	}
	seen := map[string]bool{}
	beside := map[[2]string]bool{}
	for i := range cs {
		c := &cs[i]
		if len(c.Beside) > maxBeside {
			t.Errorf("%d claims beside one", len(c.Beside))
		}
		for _, b := range c.Beside {
			pair := [2]string{min(b.Claim, c.ID), max(b.Claim, c.ID)}
			if !ids[b.Claim] || b.Claim == c.ID || beside[pair] || !(b.Same >= 0 && b.Same <= 1) {
				t.Errorf("%+v beside claim %s of %d: no other claim of the report, told twice, or no chance", b, c.ID, len(cs))
			}
			beside[pair] = true
		}
		if got := of(c.Span); got != c.Quote {
			t.Errorf("quote %q is not what its span covers, %q", c.Quote, got)
		}
		if c.ID == "" || seen[c.ID] {
			t.Errorf("ID %q empty or used twice", c.ID)
		}
		seen[c.ID] = true
		for _, r := range []*isnad.Range{c.Killed, c.Injured, c.Casualties} {
			if r != nil && r.Min != nil && r.Max != nil && *r.Min > *r.Max {
				t.Errorf("min %d above max %d in %q", *r.Min, *r.Max, c.Quote)
			}
			if r != nil && r.Min != nil && *r.Min < 0 {
				t.Errorf("negative count in %q", c.Quote)
			}
		}
		for k := range c.Counts {
			n := &c.Counts[k]
			if got := of(n.Span); got != n.Words {
				t.Errorf("words %q are not what their span covers, %q", n.Words, got)
			}
			if n.SubsetOf == nil {
				continue
			}
			if *n.SubsetOf < 0 || *n.SubsetOf >= k {
				t.Errorf("count %d is a part of count %d", k, *n.SubsetOf)
				continue
			}
			whole := &c.Counts[*n.SubsetOf]
			if whole.Max != nil && n.Min != nil && *n.Min > *whole.Max {
				t.Errorf("part %d above the whole %d in %q", *n.Min, *whole.Max, c.Quote)
			}
		}
		if !c.When.IsZero() && c.When.To.Before(c.When.From) {
			t.Errorf("period ends before it begins: %v %v", c.When.From, c.When.To)
		}
		if c.Confidence < 0 || c.Confidence > 1 {
			t.Errorf("confidence %v", c.Confidence)
		}
		if c.Report != rep.ID || c.Version != rep.Version || c.Reader != Version {
			t.Errorf("claim does not name its report, version and reader: %+v", c)
		}
	}
	for i := range ts {
		if got := of(ts[i].Span); got != ts[i].Quote {
			t.Errorf("toll's quote %q is not what its span covers, %q", ts[i].Quote, got)
		}
	}
}

// Words to build texts of: the grammars meet them in every order.
var soup = strings.Fields(`the a at least 14 five dozens of civilians people soldiers killed were wounded and or in near on by said told
	Aleppo Kharkiv village town Army Front who which based told accused denied citing among as well lost Monday yesterday March 2016 air strike shelling bomb exploded , . " ' ( ) : ; no injuries
	including three children among them more than between to up 10 000 hundred thousand million death toll rose family of six
	according sources army rebels drone ` + "\n\n ‘ ’ “ ” é قتل شخصاً — 26-01-2016 23rd U.S. Dr. % km years old since not may have")

func TestClaimsOfAnyText(t *testing.T) {
	rd := testReader()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(soup), 15, 160).Draw(t, "words")
		title := rapid.SliceOfN(rapid.SampledFrom(soup), 0, 12).Draw(t, "title")
		rep := report(strings.Join(title, " "), strings.Join(words, " "))
		cs, ts := rd.Read(rep)
		checkClaims(t, rep, cs, ts)
	})
}

// The same report read twice, or by two at once, gives the same claims: nothing
// is kept from one report to the next.
func TestReadIsRepeatable(t *testing.T) {
	rd := testReader()
	a := report("Strike on market", "An air strike killed nine people in Saraqib on Tuesday, medics said.")
	b := report("", "Gunmen shot dead two policemen in Kirkuk on Monday, police said. Three others were wounded.")
	first, _ := rd.Read(a)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				rd.Read(b)
				again, _ := rd.Read(a)
				if len(again) != len(first) || again[0].ID != first[0].ID || *again[0].Killed.Min != *first[0].Killed.Min {
					t.Errorf("read again: %+v, first: %+v", again, first)
					return
				}
			}
		})
	}
	wg.Wait()
}

// A text far longer than any report is read in parts and costs no more per
// byte: ten times the text may not take much more than ten times the time.
func TestLongTextStaysLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	rd := testReader()
	one := "Shells hit the Karm neighbourhood of Aleppo on Monday, killing 4 people, a monitor said. Troops clashed with rebels near Hama. "
	took := func(n int) time.Duration {
		rep := report("", strings.Repeat(one, n))
		start := time.Now()
		cs, ts := rd.Read(rep)
		d := time.Since(start)
		if len(cs) == 0 {
			t.Fatalf("no claims in %d repeats", n)
		}
		if n <= 2000 {
			checkClaims(t, rep, cs, ts)
		}
		return d
	}
	took(100)
	small, large := took(2000), took(20000)
	if large > 40*small {
		t.Errorf("20,000 repeats took %v, 2,000 took %v", large, small)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Title", "At least 14 people were killed in an air strike on Raqqa on Monday, activists said.")
	f.Add("", "26-01-2016 A car bomb killed 3. \xff\xfe No casualties.")
	f.Add("x", strings.Repeat("killed 5 and ", 50))
	f.Add("\x11ʼ\xda", "ʼ killed ʼʼ five ’ʼ") // an apostrophe that is a letter once held the reader for ever
	f.Add("Monday said strike", "on Friday told , said Friday")
	rd := testReader()
	f.Fuzz(func(t *testing.T, title, text string) {
		if len(text) > 1<<16 {
			return
		}
		rep := report(title, text)
		cs, ts := rd.Read(rep)
		checkClaims(t, rep, cs, ts)
	})
}

func BenchmarkRead(b *testing.B) {
	rd := testReader()
	rep := report("Market strike kills 14 in Idlib town", strings.Repeat(`BEIRUT, Oct 18 (Wire) - At least 14 civilians, including three children, were killed on Tuesday when warplanes bombed a market in the town of Saraqib in Idlib province, the Northern Documentation Centre said. More than 30 others were wounded, it added.

A spokesman for the army denied that its aircraft had struck the town. In a separate incident, a roadside bomb killed two soldiers near Palmyra, state media reported.

The conflict has killed more than 300,000 people since it began in 2011. Talks are to resume next week in Geneva, diplomats said. Residents spoke of long queues for bread and of schools that had not opened since the summer.

`, 2))
	b.SetBytes(int64(len(rep.Text)))
	b.ReportAllocs()
	for b.Loop() {
		rd.Read(rep)
	}
}

// A report may begin with any word of harm and break off anywhere, in its title too.
func TestFirstAndLastWord(t *testing.T) {
	rd := testReader()
	for _, text := range []string{"Died", "Died in hospital.", "died : two", "Killed.", "Wounded, he later died.", "Treated", "Shot", "Dead", "Succumbed to wounds",
		"Of Example, a guard, was shot", "A shooting in Gary was reported. Unfortunately he later died, the"} {
		for _, rep := range []*isnad.Report{report("", text), report(text, ""), report(text, text)} {
			cs, ts := rd.Read(rep)
			checkClaims(t, rep, cs, ts)
		}
	}
}

// "Government forces" are those of the state that the report tells of, and no
// others': a town in one claim whose name other countries have too does not name
// another state's army.
func TestForcesOfTheReportsCountry(t *testing.T) {
	rep := report("", "Government forces shelled Karma on Monday, killing two people. Shells killed four in Aleppo on Monday. An air strike killed six people in Idlib on Monday, medics said. A mine killed one in Raqqa on Monday.")
	cs, _ := testReader().Read(rep)
	if len(cs) < 3 {
		t.Fatalf("%d claims", len(cs))
	}
	for _, c := range cs {
		for _, a := range c.Actors {
			if a.ID != "" && a.ID != "p-syria" {
				t.Errorf("%q at %q (%s) is %s", a.Name, c.Place.Name, c.Place.Country, a.ID)
			}
		}
	}
}
