package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// A body that counts again puts its figure behind "to" or "at", often far from
// the verb and beside a date: "raised its count of those killed in the strike on
// March 12 to 16", "put the number of people killed by the bomb at 12".

// recount is such a figure: the verb, and the items up to the end of the figure.
type recount struct {
	verb, to int
	c        casualty
	hurt     casualty // the wounded, where they are counted too: "the dead at nine and the wounded at 20"
	brings   bool     // those told of before the verb are among its figure
}

// countingVerbs may say how many were counted.
var countingVerbs = []string{"put", "puts", "putting", "placed", "places", "raised", "raises", "lowered", "lowers", "revised", "revises", "cut", "cuts", "increased", "reduced", "updated", "updates", "corrected", "amended", "upped", "brought", "brings", "gave", "gives", "estimated", "estimates"}

// counting tells whether a body gives or mends a figure with the verb at k:
// "put the toll", "raised its count".
func (f *field) counting(s *sentence, k int) bool {
	it := &f.items[k]
	if !it.may(mayCount) || it.is(tCap|tPunct) && k > s.lead {
		return false
	}
	first, rest, _ := strings.Cut(f.word(k), " ")
	if !slices.Contains(countingVerbs, first) {
		return false
	}
	if countNoun(rest) {
		return true
	}
	if rest == "the dead" {
		return true
	}
	if k+3 < s.to && f.word(k+2) == "to" && f.items[k+3].is(tNum) && (k+4 >= s.to || f.items[k+4].is(tPunct|tConj)) {
		switch f.word(k + 1) {
		case "this", "that", "it": // "later updated this to 12"
			return first[0] != 'b' && first[0] != 'c' && first[0] != 'p'
		}
	}
	if first[0] == 'p' && k+4 < s.to && f.word(k+1) == "at" && f.items[k+2].is(tNum) && f.items[k+3].is(tDet) && countNoun(f.word(k+4)) {
		return true // "put at 60 the number"
	}
	for n := k + 1; n < s.to && n <= k+4; n++ {
		if countNoun(f.word(n)) {
			return true
		}
		if w := f.word(n); n == k+2 && f.word(k+1) == "the" && (w == "dead" || w == "killed" || w == "wounded" || w == "injured") {
			return first[0] == 'p' || first[0] == 'e' // "put the dead at nine", and not "brought the dead to"
		}
		if !f.items[n].is(tDet|tMod|tFunc|tAdv|tDir) && f.items[n].w != nil {
			return false
		}
	}
	return false
}

func countNoun(w string) bool {
	if i := strings.LastIndexByte(w, ' '); i >= 0 {
		return countNoun(w[i+1:]) || strings.Contains(w, "number of")
	}
	switch w {
	case "toll", "count", "number", "tally", "figure", "estimate", "losses", "casualties":
		return true
	}
	return false
}

// recounted reads the figure of the first counting verb of a sentence.
func (f *field) recounted(s *sentence) (recount, bool) {
	for k := s.lead; k < s.to; k++ {
		if !f.items[k].may(mayCount) {
			continue
		}
		if r, ok := f.putAt(s, k); ok {
			return r, true
		}
		if !f.counting(s, k) {
			continue
		}
		r := recount{verb: k}
		r.c = casualty{outcome: isnad.Killed, known: true, passive: true, update: true}
		hurt := false
		found := false
		for j := k + 1; j+1 < s.to && j < k+30; j++ {
			it := &f.items[j]
			as := f.word(j) == "as" && f.word(k)[0] == 'g' // "gave the number of dead as 13"
			if it.is(tPunct) && !apostrophe(f.word(j)) || it.is(tClause) && !as {
				break
			}
			if it.is(tOut) && it.w != nil && it.w.outcome == isnad.Injured && !found {
				hurt = true
			}
			if w := f.word(j); w != "to" && w != "at" && !as {
				continue
			}
			if found && f.hurtAt(s, r.to, j) {
				if q, ok := f.quantity(j+1, s.to); ok && q.from <= j+2 && (q.to >= s.to || !f.items[q.to].is(tOut|tMonth|tUnit)) {
					r.hurt = casualty{outcome: isnad.Injured, known: true, passive: true, update: true, q: q, at: j + 1, from: j + 1, to: q.to}
					r.to = q.to
				}
				break
			}
			q, ok := f.quantity(j+1, s.to)
			if ok {
				f.orMore(&q, s.to)
			}
			if !ok || q.from > j+2 || q.to < s.to && f.items[q.to].is(tOut|tMonth|tUnit) || q.low > 0 && q.high > q.low && f.word(j) != "at" {
				continue
			}
			r.to, found = q.to, true
			r.c.q, r.c.at, r.c.from, r.c.to = q, j+1, j+1, q.to
		}
		if found {
			if hurt {
				r.c.outcome = isnad.Injured
			}
			return r, true
		}
	}
	return recount{}, false
}

// putAt reads a figure that stands before what it counts: "put at 60 the number of militants
// killed".
func (f *field) putAt(s *sentence, k int) (recount, bool) {
	if w := f.word(k); w != "put" && w != "puts" && w != "putting" || k+4 >= s.to || f.word(k+1) != "at" {
		return recount{}, false
	}
	q, ok := f.quantity(k+2, s.to)
	if !ok || q.from > k+3 || q.head || q.to+2 >= s.to || f.word(q.to) != "the" {
		return recount{}, false
	}
	for j := q.to + 1; j < s.to && j < q.to+8; j++ {
		it := &f.items[j]
		if it.is(tPunct | tSay | tClause) {
			break
		}
		out := isnad.Outcome("")
		switch w := f.word(j); {
		case it.is(tOut) && it.w != nil && (it.w.outcome == isnad.Killed || it.w.outcome == isnad.Injured):
			out = it.w.outcome
		case w == "death toll", w == "toll":
			out = isnad.Killed
		}
		if out != "" {
			return recount{verb: k, to: j + 1, c: casualty{outcome: out, known: true, passive: true, update: true, q: q, at: q.from, from: q.from, to: q.to}}, true
		}
	}
	return recount{}, false
}

// saysSoMany reads how many another speaker counts of the dead just told of, where he only
// gives the number: "The Furat Network reported 14."
func (d *doc) saysSoMany(f *field, s *sentence, cs []casualty, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, known: true, passive: true, at: t, from: t}
	if f.items[t].is(tCap) || f.inTitle || t+1 >= s.to {
		return c, false
	}
	switch f.word(t) {
	case "maintain", "maintains", "maintained", "gives", "say", "admit to", "admits to", "admitted to", "reported", "reports", "said", "says", "counted", "counts", "recorded", "documented", "gave", "listed", "spoke of", "speak of", "speaks of", "put", "claimed", "confirmed", "confirms",
		"put it", "puts it", "admitted", "admits", "admit", "acknowledged", "acknowledges", "estimated", "estimates", "insisted", "insists", "added", "told us":
	default:
		return c, false
	}
	if !f.deadAhead(s, cs, t) && !d.deadBefore(f) {
		return c, false
	}
	from := f.toFigure(s, t+1)
	if from >= s.to {
		return c, false
	}
	switch f.word(t) {
	case "admitted", "admits", "admit", "added":
		if from == t+1 {
			return c, false // "the hospital admitted 50"
		}
	}
	q, ok := f.quantity(from, s.to)
	if !ok || q.head && f.whoCounted(s, &q) != isnad.Killed || q.vague || q.another || q.subset || q.from > from+1 {
		return c, false
	}
	to := q.to
	if to+2 < s.to && f.word(to) == "of" && f.word(to+1) == "the" {
		switch f.word(to + 2) {
		case "deaths", "dead", "killings", "fatalities": // "confirmed two of the deaths"
			to += 3
		}
	}
	if to < s.to && !(f.items[to].is(tPunct) && f.word(to) != "%" && f.word(to) != "$" && f.word(to) != ":") {
		return c, false
	}
	c.q, c.to = q, to
	return c, true
}

// soManyBy is the figure at q where it counts the dead of the clause before it once more, by
// somebody else: "five policemen were killed, two according to residents", "13 died, or nine by the
// count of the mayor".
func soManyBy(f *field, s *sentence, qs []quantity, used []bool, cs []casualty) []casualty {
	for i := range qs {
		q := &qs[i]
		if used[i] || q.head || q.subset || q.another || q.vague || q.to+1 >= s.to || q.from-1 <= s.lead || !f.items[q.to].is(tAccording) && !f.byCount(s, q.to) {
			continue
		}
		k := q.from - 1
		for k > s.lead && (f.word(k) == "or" || f.word(k) == "and" || f.word(k) == "but" || f.word(k) == "only" || f.items[k].is(tQual)) {
			k--
		}
		if k == q.from-1 && f.word(k) != "," && f.word(k) != ";" {
			continue
		}
		for n := len(cs) - 1; n >= 0; n-- {
			c := &cs[n]
			if !c.known || c.to > q.from || c.outcome != isnad.Killed && c.outcome != isnad.Injured || f.outBetween(c.to, q.from) {
				continue
			}
			used[i] = true
			cs = append(cs, casualty{outcome: c.outcome, q: *q, known: true, at: q.from, from: q.from, to: q.to, passive: true})
			break
		}
	}
	return cs
}

// byCount tells whether somebody's count is named at item k: "by the mayor's count", "by the reckoning
// of a doctor"; "by the roadside" and "by the army" name none.
func (f *field) byCount(s *sentence, k int) bool {
	if f.word(k) != "by" {
		return false
	}
	for n := k + 1; n < s.to && n < k+6; n++ {
		switch f.word(n) {
		case "count", "tally", "reckoning", "estimate", "account", "figures", "records":
			return true
		}
		if it := &f.items[n]; it.is(tPunct) && !apostrophe(f.word(n)) || it.is(tOut|tEv|tLoc|tConj|tAux) {
			return false
		}
	}
	return false
}

// outBetween tells whether a word of harm stands among the items a to b.
func (f *field) outBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tOut) {
			return true
		}
	}
	return false
}

// deadBefore tells whether the last that was told before the sentence counts the dead.
func (d *doc) deadBefore(f *field) bool { return d.deadWithin(f, 1) }

// deadWithin tells it of a claim told at most so many sentences before.
func (d *doc) deadWithin(f *field, reach int) bool {
	n := len(d.partials)
	if n == 0 {
		return false
	}
	p := &d.partials[n-1]
	return p.killed != nil && p.killed.q.low > 0 && p.f == f && d.si-p.last <= reach && !p.killed.q.vague
}

// deadAhead tells whether the sentence itself counts the dead before a clause of its own in which
// the verb at t stands: "residents say 13 were killed, police confirmed eight".
func (f *field) deadAhead(s *sentence, cs []casualty, t int) bool {
	for i := len(cs) - 1; i >= 0; i-- {
		c := &cs[i]
		if c.outcome != isnad.Killed || !c.known || c.q.low < 1 || c.q.vague || c.to >= t {
			continue
		}
		for k := t - 1; k >= c.to; k-- {
			switch f.word(k) {
			case ";", ",", "while", "but", "though", "although", "whereas", "and":
				return true
			}
			if f.items[k].is(tOut | tSay | tRel) {
				return false
			}
		}
		return false
	}
	return false
}

// toFigure is where the figure may begin that a speaker gives behind item k: past "that there
// were" and "the real figure is closer to"; k itself where no such words stand.
func (f *field) toFigure(s *sentence, k int) int {
	j := k
	if j < s.to && (f.word(j) == "that" || f.word(j) == "to") {
		j++ // "said that ...", "admitted to seven"
	}
	if j+1 < s.to && (f.word(j) == "there" || f.word(j) == "it") && f.items[j+1].is(tAux) {
		return j + 2 // "say it was 12"
	}
	if j+1 < s.to && f.word(j) == "at" && (f.word(k-1) == "put it" || f.word(k-1) == "puts it") {
		return j + 1
	}
	if j+2 < s.to && f.word(j) == "the" && f.word(j+1) == "dead" && (f.word(j+2) == "were" || f.word(j+2) == "numbered") {
		return j + 3 // "said the dead were nine"
	}
	n := j
	for n < s.to && n < j+3 && (f.items[n].is(tDet|tMod) || ofFigures(f.word(n))) {
		n++
	}
	if n == j || n+2 >= s.to || !countNoun(f.word(n)) {
		return j
	}
	verb := false
	for n++; n < s.to; n++ {
		switch f.word(n) {
		case "was", "is", "were", "are", "stood", "stands", "reached", "reaches", "had reached", "has reached":
			verb = true
		case "exceeds", "exceeded", "exceed", "surpasses", "surpassed", "surpass":
			return n // a bound of the number behind it
		case ":":
			return n + 1 // "gave a higher number: twelve"
		case "had", "has", "now", "probably", "actually", "rather", "much", "closer", "nearer", "to", "at":
		default:
			if !verb {
				return j
			}
			return n
		}
	}
	return j
}

// ofFigures tells the adjectives of figures.
func ofFigures(w string) bool {
	switch w {
	case "real", "true", "actual", "final", "correct", "exact", "overall", "total", "official", "latest", "current", "provisional", "higher", "lower", "different", "own":
		return true
	}
	return false
}

// countsToo tells whether a short sentence is only another speaker's number of the dead, or what
// the number has come to.
func (d *doc) countsToo(f *field, s *sentence) bool {
	if s.to-s.lead < 18 && d.deadBefore(f) {
		if _, ok := d.updatedTo(f, s); ok {
			return true
		}
	}
	if _, ok := d.bareCount(f, s); ok {
		return true
	}
	for k := s.lead + 1; k < s.to && k < s.lead+9 && s.to-s.lead < 18; k++ {
		if _, ok := d.saysSoMany(f, s, nil, k); ok {
			return true
		}
	}
	return false
}

// hurtAt tells whether the items a to b, after the count of the dead, turn to the wounded:
// "and the number of injured".
func (f *field) hurtAt(s *sentence, a, b int) bool {
	if b-a < 2 || b-a > 6 || f.word(a) != "and" && f.word(a) != "," {
		return false
	}
	for k := a + 1; k < b; k++ {
		it := &f.items[k]
		switch f.word(k) {
		case "number of injured", "number of wounded", "number of people injured", "number of people wounded":
			return true
		}
		if it.is(tOut) {
			return it.w != nil && it.w.outcome == isnad.Injured
		}
		if it.is(tNum | tPunct | tSay | tClause) {
			return false
		}
	}
	return false
}

// explains tells whether the word of harm at t only says why the count changed:
// "after two of the wounded had died".
func (r *recount) explains(f *field, t int) bool {
	if t <= r.to {
		return t > r.verb
	}
	for k := r.to; k < t; k++ {
		switch f.word(k) {
		case "after", "because", "as", "when", "since", "from":
			return true
		}
	}
	return false
}
