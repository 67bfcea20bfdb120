package main

import (
	"cmp"
	"sort"
	"strings"
	"unicode"

	"isnad"
)

// slots are the parts of a claim that the measure compares.
type slots struct {
	event       string
	from, to    string
	place       string
	killed      *isnad.Range
	injured     *isnad.Range
	actors      []string
	attribution []string
	quote       map[string]bool
	incident    string // of an annotated claim
}

// goldClaim is an annotated claim.
type goldClaim struct {
	Incident string `json:"incident"`
	Event    string `json:"event"`
	Date     *struct {
		From string `json:"from"`
		To   string `json:"to"`
	} `json:"date"`
	Place *struct {
		Name string `json:"name"`
	} `json:"place"`
	Killed      *isnad.Range `json:"killed"`
	Injured     *isnad.Range `json:"injured"`
	Actors      []string     `json:"actors"`
	Attribution []string     `json:"attribution"`
	Quote       string       `json:"quote"`
}

func (g *goldClaim) slots() slots {
	s := slots{incident: g.Incident, event: g.Event, killed: g.Killed, injured: g.Injured, actors: g.Actors, attribution: g.Attribution, quote: words(g.Quote)}
	if g.Date != nil {
		s.from, s.to = g.Date.From, cmp.Or(g.Date.To, g.Date.From)
	}
	if g.Place != nil {
		s.place = g.Place.Name
	}
	return s
}

// annotation's names of the kinds
var eventNames = map[isnad.Event]string{
	isnad.EventAirStrike: "airstrike", isnad.EventDroneStrike: "airstrike", isnad.EventSuicideBombing: "bombing", isnad.EventExplosion: "bombing",
	isnad.EventChemicalAttack: "chemical", isnad.EventKilling: "execution", isnad.EventIllTreatment: "detention", isnad.EventPropertyDestruction: "destruction",
}

func eventName(e isnad.Event) string {
	if n, ok := eventNames[e]; ok {
		return n
	}
	return string(e)
}

func slotsOf(c *isnad.Claim) slots {
	s := slots{event: eventName(c.Event), killed: c.Killed, injured: c.Injured, attribution: c.Attribution, place: c.Place.Name, quote: words(c.Quote),
		from: c.When.From.String(), to: c.When.To.String()}
	for _, a := range c.Actors {
		s.actors = append(s.actors, a.Name)
	}
	return s
}

func stated(r *isnad.Range) bool { return r != nil && (r.Min != nil || r.Max != nil) }

func (s *slots) filled() float64 {
	n := 0.0
	for _, ok := range [...]bool{s.event != "", s.from != "", s.place != "", stated(s.killed), stated(s.injured), len(s.actors) > 0, len(s.attribution) > 0} {
		if ok {
			n++
		}
	}
	return n
}

func (s *slots) agrees(p *slots) [7]bool {
	return [7]bool{
		sameRange(s.killed, p.killed),
		sameRange(s.injured, p.injured),
		s.place != "" && p.place != "" && overlap(words(s.place), words(p.place)),
		s.event != "" && s.event == p.event,
		s.sameTime(p),
		anyOverlap(s.actors, p.actors),
		anyOverlap(s.attribution, p.attribution),
	}
}

// sameTime tells whether two times share days and an end, as the measure has it.
func (s *slots) sameTime(p *slots) bool {
	return s.from != "" && p.from != "" && s.from <= p.to && p.from <= s.to && (s.from == p.from || s.to == p.to)
}

func (s *slots) agree(p *slots) float64 {
	n := 0.0
	for _, ok := range s.agrees(p) {
		if ok {
			n++
		}
	}
	return n
}

func (s *slots) near(p *slots) float64 {
	weights := [7]float64{3, 2, 2, 1.5, 1, 1, 1.5}
	t := 0.2
	for i, ok := range s.agrees(p) {
		if ok {
			t += weights[i]
		}
	}
	if len(s.quote) > 0 && len(p.quote) > 0 {
		n := 0
		for w := range s.quote {
			if p.quote[w] {
				n++
			}
		}
		t += 3 * float64(n) / float64(min(len(s.quote), len(p.quote)))
	}
	if t < 3.5 {
		return 0
	}
	return t
}

// pair pairs annotated and read claims one to one, best agreement first: the
// index of the read claim to that of the annotated one.
func pair(gold, pred []slots) map[int]int {
	type edge struct {
		s    float64
		g, p int
	}
	var es []edge
	for g := range gold {
		for p := range pred {
			if s := gold[g].near(&pred[p]); s > 0 {
				es = append(es, edge{s, g, p})
			}
		}
	}
	sort.SliceStable(es, func(i, j int) bool { return es[i].s > es[j].s })
	used := map[int]bool{}
	out := map[int]int{}
	for _, e := range es {
		if _, ok := out[e.p]; ok || used[e.g] {
			continue
		}
		used[e.g] = true
		out[e.p] = e.g
	}
	return out
}

func sameRange(a, b *isnad.Range) bool {
	if !stated(a) || !stated(b) {
		return false
	}
	low := func(r *isnad.Range) float64 {
		if r.Min != nil {
			return float64(*r.Min)
		}
		return float64(*r.Max)
	}
	if a.Approx || b.Approx {
		q := (low(b) + 1) / (low(a) + 1)
		return q >= 0.5 && q <= 2
	}
	eq := func(x, y *int) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return eq(a.Min, b.Min) && (eq(a.Max, b.Max) || a.Min != nil && (a.Max == nil || b.Max == nil))
}

// stop are the words that the measure leaves out.
var stop = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("the of in and al el a an for city town village province governorate district neighborhood neighbourhood area countryside s") {
		m[w] = true
	}
	return m
}()

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' }) {
		if !stop[w] {
			m[w] = true
		}
	}
	return m
}

func overlap(a, b map[string]bool) bool {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n > 0 && n*2 > min(len(a), len(b))
}

func anyOverlap(xs, ys []string) bool {
	for _, x := range xs {
		for _, y := range ys {
			if overlap(words(x), words(y)) {
				return true
			}
		}
	}
	return false
}
