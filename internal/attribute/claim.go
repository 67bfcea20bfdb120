package attribute

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/places"
)

// claims turns what was read into claims, in the order of their passages.
func (d *doc) claims() []isnad.Claim {
	out := d.kept[:0]
	d.tally()
	judge := judgeModel()
	body := false
	for i := range d.partials {
		p := &d.partials[i]
		p.told, p.weakTold = p.event, p.weak
		body = body || !d.partials[i].drop && !d.partials[i].title && d.partials[i].solid
	}
	d.weighed = d.weighed[:0]
	for i := range d.partials {
		p := &d.partials[i]
		if p.drop || p.title && (body || d.statistic && !p.harmedSome() && p.place == "") {
			continue // a headline that the story tells otherwise or in parts, or that names a statistic
		}
		d.settleStory(p)
		if d.observe != nil {
			d.observe(p)
		}
		d.chooseKind(p)
		d.settleSlots(p)
		if q := d.takenUp(p); q != nil {
			p.takeUp(q)
		} else if q := d.sameSpot(p); q != nil {
			p.takeUp(q)
		}
		d.placeOfEntry(p)
		d.placeOfForm(p)
		if !kindModel().fitted && p.fr.strength < 2 && p.event == isnad.EventAttack && len(p.actors) > 0 && p.killed != nil && p.killed.q.category == isnad.CategoryCombatants && !p.killed.q.single {
			p.event = isnad.EventClash // fighters killed by fighters, no means told
		}
		w := weigher{m: judge}
		if d.judged != nil {
			p.facts = p.facts[:0]
			w.names = &p.facts
		}
		d.weighClaim(&w, p)
		p.chance = w.chance()
		if d.judged != nil {
			d.judged(p)
			continue
		}
		if p.chance < d.line && !p.plainly() {
			continue
		}
		if q := d.completes(p); q != nil {
			q.injured = p.injured
			continue
		}
		d.weighed = append(d.weighed, i)
	}
	d.kindsOfTolls()
	d.placeOfTheDeed()
	d.doersOfAll()
	d.doersOfList()
	if d.retold != nil {
		d.retold()
	}
	d.joinRetold()
	d.chooseDays()
	d.weighBeside()
	for _, i := range d.weighed {
		d.figuresOfForm(&d.partials[i])
		if p := &d.partials[i]; p.place == "" {
			p.place = p.borderNamed()
		}
		if p := &d.partials[i]; p.place == "" {
			d.placeInRegion(p)
		}
	}
	d.placesOfSeats()
	for _, i := range d.weighed {
		out = append(out, d.claim(&d.partials[i]))
	}
	d.kept = out
	d.placeTogether(out)
	d.nameParties(out)
	at := d.inOrder(out)
	for i := range out {
		c := &out[i]
		c.ID = isnad.MakeID('k', c.Report, itoa(c.Version), itoa(c.Span.Start), itoa(c.Span.End), c.Claimant, itoa(i))
	}
	d.tellBeside(out, at)
	if d.besides != nil {
		d.besides(len(d.out), at)
	}
	if len(out) == 0 {
		return nil
	}
	return slices.Clone(out)
}

// inOrder puts claims in the order of their passages: the headline may come later, and passages of the
// body may have been joined. It returns where each of them came to stand.
func (d *doc) inOrder(cs []isnad.Claim) []int {
	d.standing = d.standing[:0]
	for i := range cs {
		d.standing = append(d.standing, i)
	}
	if slices.IsSortedFunc(cs, passage) {
		return d.standing
	}
	from := slices.Clone(d.standing)
	slices.SortStableFunc(from, func(i, j int) int { return passage(cs[i], cs[j]) })
	was := slices.Clone(cs)
	for to, i := range from {
		cs[to] = was[i]
		d.standing[i] = to
	}
	return d.standing
}

// passage orders claims by where they stand, those of the title first.
func passage(a, b isnad.Claim) int {
	switch {
	case a.Span.InTitle == b.Span.InTitle:
		return cmp.Compare(a.Span.Start, b.Span.Start)
	case a.Span.InTitle:
		return -1
	}
	return 1
}

func (d *doc) claim(p *partial) isnad.Claim {
	c := isnad.Claim{Report: d.rep.ID, Version: d.rep.Version, Event: p.event, Stage: isnad.StageAccomplished, Polarity: isnad.Affirmed,
		When: p.when, Actors: []isnad.Actor{}, Targets: []string{}, Attribution: []string{}, Via: []string{}, Victims: map[isnad.Category]int{},
		Stance: p.stance, Background: p.bg, Weapon: p.weapon, Reader: Version, Review: isnad.Suggested}
	if p.stance == isnad.StanceDenied {
		c.Polarity = isnad.Denied
	}
	if p.place != "" {
		w := make([]string, 0, len(p.within))
		for _, x := range p.within {
			if !strings.EqualFold(x, p.place) && !contains(w, x) {
				w = append(w, x)
			}
		}
		c.Place = d.resolve(p.place, w)
	}
	for _, a := range p.actors {
		c.Actors = append(c.Actors, isnad.Actor{Name: a})
	}
	if len(p.names) > 0 && d.monitor != nil && anyMonitor(p.names[0]) && !d.roll.overlap(p.names, d.monitor) {
		p.names = append(append([]string(nil), d.monitor...), p.names...) // "a monitor said ... the Observatory said"
	}
	c.Attribution = append(c.Attribution, p.names...)
	c.Via = append(c.Via, p.via...)
	if len(p.names) > 0 {
		c.Claimant = d.claimant(p.names[0])
	} else {
		c.Claimant = d.rep.SourceID
	}
	c.Span, c.Quote = d.quote(p.f, &p.sent)
	for _, x := range [...]*casualty{p.killed, p.injured, p.both} {
		if x == nil {
			continue
		}
		r := x.q.span()
		switch x.outcome {
		case isnad.Killed:
			c.Killed = &r
		case isnad.Injured:
			c.Injured = &r
		case isnad.Casualties:
			c.Casualties = &r
		}
		c.Counts = d.counts(c.Counts, x)
	}
	d.victims(&c, p)
	c.Targets = append(c.Targets, d.targets(p)...)
	if p.fr.foiled {
		c.Stage = isnad.StageFoiled
	}
	c.Confidence = round(p.chance)
	c.Slots = map[string]float64{}
	for name, v := range map[string]float64{"event": p.kindP, "place": p.placeP, "actors": p.actorP, "attribution": p.creditP} {
		if v > 0 {
			c.Slots[name] = round(v)
		}
	}
	return c
}

func round(v float64) float64 { return float64(int(v*1000+0.5)) / 1000 }

// counts adds the numbers of one statement of harm: the whole, then its parts,
// each with its place in the text. A part that is greater than the whole was
// misread and is left out.
func (d *doc) counts(out []isnad.Count, x *casualty) []isnad.Count {
	whole := len(out)
	out = append(out, d.count(x, &x.q))
	for i := range x.subs {
		s := &x.subs[i]
		if x.q.high >= 0 && s.low > x.q.high || x.q.vague && s.low > 0 && x.q.low == 0 {
			continue
		}
		c := d.count(x, s)
		c.SubsetOf = &whole
		out = append(out, c)
	}
	return out
}

func (d *doc) count(x *casualty, q *quantity) isnad.Count {
	r := q.span()
	c := isnad.Count{Outcome: x.outcome, Category: q.category, Min: r.Min, Max: r.Max, Qualifier: q.qual, Scope: isnad.ScopeIncident}
	if c.Category == "" {
		c.Category = isnad.CategoryAll
	}
	if x.running {
		c.Scope = isnad.ScopeRunning
	}
	if f := x.f; f != nil && q.from < q.to && q.to <= len(f.items) {
		a, b := int(f.items[q.from].start), int(f.items[q.to-1].end)
		c.Words = f.text[a:b]
		c.Span = f.span(a, b)
	}
	return c
}

// victims fills in the breakdown: of the killed, or of the injured where no one
// was killed.
func (d *doc) victims(c *isnad.Claim, p *partial) {
	x := p.killed
	if x == nil || x.q.high == 0 {
		x = p.injured
	}
	if x == nil {
		return
	}
	set := func(q *quantity) {
		switch q.category {
		case "", isnad.CategoryAll, isnad.CategoryUnknown:
			return
		}
		if n := max(q.low, 0); n > c.Victims[q.category] {
			c.Victims[q.category] = n
		}
	}
	set(&x.q)
	for i := range x.subs {
		if x.q.high < 0 || x.subs[i].low <= x.q.high {
			set(&x.subs[i])
		}
	}
}

// maxTargets bounds the targets of one claim.
const maxTargets = 4

// targets lists what or who was hit, as written: what the deed's verb takes, or
// what stands after "on" or "against", and the words for the people harmed.
func (d *doc) targets(p *partial) []string {
	var out []string
	add := func(s string) {
		if s != "" && !contains(out, s) && len(out) < maxTargets {
			out = append(out, s)
		}
	}
	fr := &p.fr
	f := fr.f
	if k := fr.evAt; k >= 0 && k < len(f.items) {
		to := min(fr.to, len(f.items))
		if fr.verb {
			add(f.thingAt(k+1, to))
		} else {
			for j := k + 1; j < to && j < k+8; j++ {
				if w := f.word(j); w == "on" || w == "against" || w == "targeting" || w == "hit" || w == "struck" || w == "targeted" {
					add(f.thingAt(j+1, to))
					break
				}
			}
		}
	}
	for _, x := range [...]*casualty{p.killed, p.injured, p.both} {
		if x != nil && x.q.head && x.f != nil {
			add(x.f.whom(&x.q))
		}
	}
	return out
}

// whom is the word for the people of a figure: "children" of "three children", "nurse" of "a nurse,
// Jane Example, 31"; empty where there is none but a name.
func (f *field) whom(q *quantity) string {
	to := min(q.to, len(f.items))
	for k := q.from; k < to; k++ {
		if w := f.word(k); w == "," || w == "named" || w == "identified" {
			to = k // what follows says who he is
		}
	}
	k := to - 1
	for k > q.from && f.items[k].is(tPunct) {
		k--
	}
	if k < q.from || f.items[k].is(tPunct|tNum) || to < q.to && f.items[k].is(tCap) {
		return ""
	}
	switch w := f.word(k); w {
	case "others", "other", "more":
		return ""
	default:
		return w
	}
}

// thingAt reads a thing that can be hit from item k on: words up to one for a
// thing, a place or people.
func (f *field) thingAt(k, to int) string {
	from := k
	for n := 0; n < 7 && k < to; n, k = n+1, k+1 {
		it := &f.items[k]
		if it.is(tPunct|tSay|tAux|tClause|tPron) || it.is(tOut|tEv) && !it.is(tMod) {
			return ""
		}
		if it.is(tLoc|tPrep) && f.word(k) != "of" {
			return ""
		}
		if it.is(tThing) || it.is(tHead) && !it.is(tSingular|tOut) || it.is(tPart) && !it.is(tCap) {
			for from < k && f.items[from].is(tDet) {
				from++
			}
			return f.written(from, k+1)
		}
	}
	return ""
}

// resolve asks the gazetteer, once for a phrase.
func (d *doc) resolve(name string, within []string) isnad.Where {
	key := name + "\x00" + strings.Join(within, "\x00")
	if w, ok := d.r.asked.get(key); ok {
		w.Within = within // the words are the report's own
		return w
	}
	w := d.r.places.Resolve(name, within, places.Context{})
	kept := w
	kept.Name, kept.Within = strings.Clone(w.Name), nil // keep no report's text alive
	d.r.asked.put(key, kept)
	return w
}

// placeTogether resolves again the places that no gazetteer knows or that fall
// out of the countries that the report speaks of: of two towns of one name, the one
// among the others is meant, and an unlisted quarter stands at the town named
// last before it.
func (d *doc) placeTogether(cs []isnad.Claim) {
	for i := range cs {
		p := &cs[i].Place
		if p.Name == "" {
			continue
		}
		if len(p.Within) > 0 {
			chain := p.Within
			for wider := d.saidToLieIn(cs, chain); len(wider) > 0 && len(chain) < maxChain; wider = d.saidToLieIn(cs, chain) {
				chain = append(slices.Clone(chain), wider...)
			}
			if len(chain) > len(p.Within) {
				*p = d.resolve(p.Name, chain)
			}
			continue
		}
		for j := range cs {
			// one name in one report is one place: where it lies is said once
			if q := &cs[j].Place; len(q.Within) > 0 && d.roll.same(p.Name, q.Name) && !d.roll.holds(q.Within, p.Name) {
				*p = d.resolve(p.Name, q.Within)
				break
			}
		}
	}
	if len(cs) == 0 || d.marked == nil {
		return
	}
	if !d.gathered { // once for a text, however many parts it is read in
		d.around, d.gathered = d.r.places.AroundReport(d.marked.text, d.gzm, d.rep.Dateline.Place, d.rep.Title), true
		if d.county {
			d.around.Suppose("US", peopleWeight)
		}
		d.around.SupposePeoples(&d.marked.words, peopleWeight)
	}
	for i := range cs {
		at := 0
		if d.marked.inTitle == cs[i].Span.InTitle {
			at = cs[i].Span.End
		}
		cs[i].Place = d.r.places.Reconsider(cs[i].Place, &d.around, at)
	}
}

// peopleWeight is what the name of a people, or an American sheriff, counts beside the name of a place
// for where a report takes place.
const peopleWeight = 0.15

// maxChain bounds the wider names that are put together from what a report says in several
// places.
const maxChain = 4

// saidToLieIn is what the report says elsewhere that the last of a chain of wider names lies
// in: of two streets in Dayton, one told of as in "Dayton, Ohio", both lie in Ohio.
func (d *doc) saidToLieIn(cs []isnad.Claim, chain []string) []string {
	last := chain[len(chain)-1]
	for j := range cs {
		q := &cs[j].Place
		for k := range q.Within {
			name, wider := q.Name, q.Within[k:]
			if k > 0 {
				name = q.Within[k-1]
			}
			if d.roll.same(name, last) && !slices.ContainsFunc(wider, func(w string) bool {
				return contains(chain, w)
			}) {
				return wider
			}
		}
	}
	return nil
}

// nameParties gives actors the parties that their names mean. Words for a
// government's side mean that of the claim's country only where most claims of the
// report lie in it: the country of a single place may be misread.
func (d *doc) nameParties(cs []isnad.Claim) {
	for i := range cs {
		country, n := cs[i].Place.Country, 0
		for j := range cs {
			if cs[j].Place.Country == country {
				n++
			}
		}
		if 2*n < len(cs) {
			country = ""
		}
		for k := range cs[i].Actors {
			a := &cs[i].Actors[k]
			long := a.Name
			if x := d.explained(a.Name); x != nil {
				long, a.Name = x.full, x.both()
			}
			if q, _, ok := d.r.parties.Meant(long, country); ok {
				a.ID = q.ID
			}
		}
		cs[i].Actors = distinct(cs[i].Actors)
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

// distinct leaves out actors that are told twice: another name of the same party,
// of which the fullest stays, and a bare word ("army") that stands in the name of
// another ("Sudanese army").
func distinct(actors []isnad.Actor) []isnad.Actor {
	if len(actors) < 2 {
		return actors
	}
	gone := make([]bool, len(actors))
	for i := range actors {
		for j := range actors {
			a, b := &actors[i], &actors[j]
			if i == j || gone[i] || gone[j] {
				continue
			}
			switch {
			case a.ID != "" && a.ID == b.ID:
				gone[i] = len(a.Name) < len(b.Name) || len(a.Name) == len(b.Name) && i > j
			case a.ID == "" && len(a.Name) < len(b.Name):
				gone[i] = contains(strings.Fields(strings.ToLower(b.Name)), strings.ToLower(a.Name))
			}
		}
	}
	out := actors[:0]
	for i := range actors {
		if !gone[i] {
			out = append(out, actors[i])
		}
	}
	return out
}

// completes finds the claim whose wounded p tells alone.
func (d *doc) completes(p *partial) *partial {
	if p.killed != nil || p.injured == nil || p.both != nil || p.title || p.bg {
		return nil
	}
	for n := len(d.weighed) - 1; n >= 0; n-- {
		q := &d.partials[d.weighed[n]]
		if q.f0 != p.f0 || p.si0-q.last > 3 || q.bg {
			break
		}
		if q.killed == nil || q.injured != nil || q.both != nil || q.killed.q.high == 0 || d.impossible(q, p) {
			continue
		}
		if p.gotDate && q.when.To.Sub(q.when.From) > longestDay && p.when.To.Sub(p.when.From) <= longestDay {
			continue // the dead of a month, and one wounded on a day of it
		}
		if !(kindOption(q.event) == kindOption(p.event) || kindred(q.event, p.event) || p.weak) || q.when.Distance(p.when) > 0 {
			continue
		}
		if q.place != p.place && q.place != "" && p.place != "" && !d.roll.same(q.place, p.place) && !d.roll.holds(q.within, p.place) && !d.roll.holds(p.within, q.place) {
			continue
		}
		if len(p.names) > 0 && len(q.names) > 0 && !d.roll.overlap(p.names, q.names) && !genericNames(p.names) {
			continue
		}
		return q
	}
	return nil
}
