package ask

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/internal/places"
)

// Asked says who was asked and when.
type Asked struct {
	Model string
	Time  time.Time
}

// Refusal is a value of an answer that was not taken, and why.
type Refusal struct {
	Slot, Why string
}

// Fill returns the claim that q is about with what an answer fills, and what of the
// answer was not taken. rep and claims are those that q was made from, and stay as
// they are. An answer that fills nothing gives the claim as it was.
func (a *Asker) Fill(rep *isnad.Report, claims []isnad.Claim, q *Question, answer Answer, by Asked) (isnad.Claim, []Refusal) {
	c := claims[q.Index]
	f := filling{Asker: a, rep: rep, q: q, by: by, claims: claims, c: &c}
	c.Filled, c.Slots = maps.Clone(c.Filled), maps.Clone(c.Slots)
	var refused []Refusal
	// The place comes first: what a party's name means may hang on the country.
	for _, s := range []struct {
		slot string
		take func(proposal, string, isnad.Span) error
		in   []run
	}{
		{slotPlace, f.place, q.win.near()},
		{slotWhen, f.when, q.win.near()},
		{slotActors, f.parties, q.win.near()},
		{slotAttribution, f.attribution, q.win.near()},
		{slotKilled, f.killed, q.win.only()},
		{slotInjured, f.injured, q.win.only()},
		{slotEvent, f.event, q.win.only()},
		{slotStance, f.stance, q.win.only()},
	} {
		if err := f.slot(s.slot, answer, s.take, s.in); err != nil {
			refused = append(refused, Refusal{s.slot, err.Error()})
		}
	}
	if len(c.Filled) == 0 {
		return claims[q.Index], refused
	}
	return c, refused
}

// filling is the judging of one answer.
type filling struct {
	*Asker
	rep    *isnad.Report
	q      *Question
	by     Asked
	claims []isnad.Claim // as they were read
	c      *isnad.Claim  // a copy of the one asked about
}

func (f *filling) slot(slot string, answer Answer, take func(proposal, string, isnad.Span) error, in []run) error {
	p, some, err := answer.proposal(slot)
	if err != nil || !some {
		return err
	}
	if !slices.Contains(f.q.Slots, slot) {
		return errors.New("the slot was not asked for")
	}
	words, span, ok := find(p.Words, in)
	if !ok {
		return errors.New("its words do not stand where they should")
	}
	return take(p, words, span)
}

// fill marks a slot as filled.
func (f *filling) fill(slot, words string, span isnad.Span, instead string) {
	if f.c.Filled == nil {
		f.c.Filled = map[string]isnad.Filled{}
	}
	f.c.Filled[slot] = isnad.Filled{By: "model " + f.by.Model, Words: words, Span: span, Instead: instead, Time: f.by.Time}
	delete(f.c.Slots, slot) // it was that of what stood there before
}

// within tells that a name stands in words, and gives it as it is written there.
func within(words, name string) (string, error) {
	a, b, ok := standsIn(words, name)
	if !ok {
		return "", errors.New("the name does not stand in its words")
	}
	return strings.Join(strings.Fields(words[a:b]), " "), nil
}

// named reads a value that is a name within its words.
func named(p proposal, words string) (string, error) {
	name, ok := p.name()
	if !ok {
		return "", errors.New("the value is no name")
	}
	return within(words, name)
}

func (f *filling) place(p proposal, words string, span isnad.Span) error {
	name, err := named(p, words)
	if err != nil {
		return err
	}
	if len(p.Within) > maxWithin {
		return errors.New("more wider places than there can be")
	}
	var wider []string
	for _, w := range p.Within {
		text, _, ok := find(w, f.q.win.near())
		if !ok {
			return errors.New("a wider place does not stand in the text")
		}
		wider = append(wider, strings.Join(strings.Fields(text), " "))
	}
	w := f.Places.Resolve(name, wider, f.context())
	if w.ID == "" {
		return errors.New("the gazetteer knows no such place")
	}
	w.Name, w.Within = name, wider
	was := f.c.Place.Name
	f.c.Place = w
	f.fill(slotPlace, words, span, was)
	return nil
}

// context is the countries of the report's other claims, as the reader weighs them.
func (f *filling) context() places.Context {
	shares, n := map[string]float64{}, 0.0
	for i := range f.claims {
		if country := f.claims[i].Place.Country; i != f.q.Index && country != "" {
			shares[country]++
			n++
		}
	}
	for c := range shares {
		shares[c] /= n
	}
	if n == 0 {
		return places.Context{}
	}
	return places.Context{Countries: shares}
}

func (f *filling) when(p proposal, words string, span isnad.Span) error {
	value, ok := p.name()
	if !ok {
		return errors.New("the value is no day")
	}
	day, err := isnad.ParseDay(value)
	if err != nil {
		return errors.New("the value is no day")
	}
	period, ok := f.Reader.When(f.rep, words)
	if !ok {
		return errors.New("its words name no time, or several")
	}
	if day.Before(period.From) || period.To.Before(day) {
		return fmt.Errorf("its words mean %s, not %s", period.From, day)
	}
	was := f.c.When.From.String()
	f.c.When = period
	f.fill(slotWhen, words, span, was)
	return nil
}

func (f *filling) parties(p proposal, words string, span isnad.Span) error {
	list, ok := p.names()
	if !ok {
		return errors.New("the value is no list of names")
	}
	var actors []isnad.Actor
	for _, name := range list {
		name, err := within(words, name)
		if err != nil {
			return err
		}
		party, _, ok := f.Parties.Meant(name, f.c.Place.Country)
		if !ok {
			return errors.New("the book of parties knows no such actor")
		}
		if !slices.ContainsFunc(actors, func(a isnad.Actor) bool { return a.ID == party.ID }) {
			actors = append(actors, isnad.Actor{ID: party.ID, Name: name})
		}
	}
	var was []string
	for _, a := range f.c.Actors {
		was = append(was, a.Name)
	}
	f.c.Actors = actors
	f.fill(slotActors, words, span, strings.Join(was, ", "))
	return nil
}

func (f *filling) attribution(p proposal, words string, span isnad.Span) error {
	name, err := named(p, words)
	if err != nil {
		return err
	}
	source, listed := f.Sources.Lookup(name)
	if !listed {
		if _, _, ok := f.Parties.Meant(name, f.c.Place.Country); !ok || source.ID == "" {
			return errors.New("neither the book of sources nor that of parties knows the name")
		}
	}
	was := strings.Join(f.c.Attribution, ", ")
	f.c.Attribution, f.c.Claimant = []string{name}, source.ID
	f.fill(slotAttribution, words, span, was)
	return nil
}

func (f *filling) killed(p proposal, words string, span isnad.Span) error {
	r, err := f.figure(p, words, span, isnad.Killed)
	if err == nil {
		f.c.Killed = r
		f.fill(slotKilled, words, span, "")
	}
	return err
}

func (f *filling) injured(p proposal, words string, span isnad.Span) error {
	r, err := f.figure(p, words, span, isnad.Injured)
	if err == nil {
		f.c.Injured = r
		f.fill(slotInjured, words, span, "")
	}
	return err
}

// figure is the one number with that outcome that the reader's grammar reads in
// the words, when it is the one that the model gives.
func (f *filling) figure(p proposal, words string, span isnad.Span, outcome isnad.Outcome) (*isnad.Range, error) {
	n, ok := p.number()
	if !ok {
		return nil, errors.New("the value is no number of people")
	}
	var found *isnad.Count
	for _, c := range f.Reader.Figures(f.rep, words) {
		if c.Outcome != outcome || c.SubsetOf != nil {
			continue
		}
		if found != nil || c.Scope != isnad.ScopeIncident {
			return nil, fmt.Errorf("its words give several numbers of people %s, or a running toll", outcome)
		}
		found = &c
	}
	if found == nil {
		return nil, fmt.Errorf("its words give no number of people %s", outcome)
	}
	r := &isnad.Range{Min: found.Min, Max: found.Max, Approx: found.Qualifier == isnad.Vague || found.Qualifier == isnad.About}
	if (found.Min == nil || *found.Min != n) && (found.Max == nil || *found.Max != n) {
		return nil, fmt.Errorf("its words do not give the number %d", n)
	}
	c := *found
	c.Span.Start, c.Span.End, c.Span.InTitle = c.Span.Start+span.Start, c.Span.End+span.Start, span.InTitle
	f.c.Counts = append(slices.Clone(f.c.Counts), c)
	return r, nil
}

func (f *filling) event(p proposal, words string, span isnad.Span) error {
	value, _ := p.name()
	e := isnad.Event(value)
	if !slices.Contains(isnad.Events(), e) {
		return errors.New("the value is no kind of incident")
	}
	if e == f.c.Event {
		return nil
	}
	was := string(f.c.Event)
	f.c.Event = e
	f.fill(slotEvent, words, span, was)
	return nil
}

func (f *filling) stance(p proposal, words string, span isnad.Span) error {
	value, _ := p.name()
	s := isnad.Stance(value)
	switch s {
	case isnad.StanceAsserted, isnad.StanceHedged:
	case isnad.StanceDenied:
	default:
		return errors.New("the value is no stance that a model may give")
	}
	if s == f.c.Stance {
		return nil
	}
	was := string(f.c.Stance)
	f.c.Stance, f.c.Polarity = s, isnad.Affirmed
	if s == isnad.StanceDenied {
		f.c.Polarity = isnad.Denied
	}
	f.fill(slotStance, words, span, was)
	return nil
}
