package arabic

import (
	"strings"

	"isnad"
)

// casualty is one statement of harm: whom, how many, and the word that says so.
type casualty struct {
	outcome isnad.Outcome
	q       quantity
	subs    []quantity // parts of q: "among them three children"
	word    int        // the word of harm
	doer    int        // where the subject of an active verb begins, -1
	toll    bool       // told as the state of a count: "the toll rose to"
}

// maxReach bounds the words between a word of harm and its number.
const maxReach = 16

// harms reads the statements of harm in the tokens [from, to).
func (d *doc) harms(f *field, from, to int) {
	d.cas = d.cas[:0]
	taken := -1 // the word of harm whose number is found
	end := -1   // where the last number ends
	for n := range d.quants {
		q := &d.quants[n]
		if f.names(q) {
			continue
		}
		if f.isPart(q, from) {
			if c := d.last(); c != nil && q.outcome == "" {
				if f.all(q, from) && !q.number {
					continue
				}
				c.subs = append(c.subs, *q)
				end = q.to
			} else if q.outcome == "" && q.head {
				d.parts = append(d.parts, *q)
				end = q.to
			}
			continue
		}
		if f.toks[q.from].conj && end >= 0 && q.from-end <= 1 && q.outcome == "" && (q.head || q.others) {
			if c := d.last(); c != nil && len(d.parts) == 0 {
				if len(c.subs) > 0 && c.subs[len(c.subs)-1].to == end {
					c.subs = append(c.subs, *q)
				} else if taken >= 0 && !f.verbAfter(q, to) {
					c.add(q)
				} else {
					goto fresh
				}
				end = q.to
				continue
			} else if len(d.parts) > 0 {
				d.parts = append(d.parts, *q)
				end = q.to
				continue
			}
		}
	fresh:
		c, ok := d.harmOf(f, q, from, to, taken)
		if !ok {
			continue
		}
		taken, end = c.word, q.to
		d.cas = append(d.cas, c)
	}
	for i := from; i < to; i++ {
		if t := &f.toks[i]; t.is(tNobody) && !t.skip {
			zero := quantity{from: i, to: i + int(t.phrase), qual: isnad.Exact, headAt: -1, number: true}
			d.cas = append(d.cas, casualty{outcome: isnad.Killed, q: zero, word: i, doer: -1}, casualty{outcome: isnad.Injured, q: zero, word: i, doer: -1})
		}
	}
}

func (d *doc) last() *casualty {
	if len(d.cas) == 0 {
		return nil
	}
	return &d.cas[len(d.cas)-1]
}

// names tells whether a word for one person is the speaker or a rank rather
// than somebody counted.
func (f *field) names(q *quantity) bool {
	return !q.number && q.headAt >= 0 && q.outcome != "" && q.det
}

// isPart tells whether the number is introduced as part of one before.
func (f *field) isPart(q *quantity, from int) bool {
	for k := q.from - 1; k >= from && k >= q.from-3; k-- {
		t := &f.toks[k]
		if t.skip {
			continue
		}
		if t.is(tIncl) {
			return true
		}
		if t.norm == "بين" && k == q.from-1 || t.is(tPunct|tNum) {
			return false
		}
	}
	return false
}

// all tells "all of them civilians".
func (f *field) all(q *quantity, from int) bool {
	if q.from <= from {
		return false
	}
	switch f.toks[q.from-1].norm {
	case "جميعهم", "كلهم", "جميعهن", "كلهن":
		return true
	}
	return false
}

func (f *field) verbAfter(q *quantity, to int) bool {
	return q.to < to && f.toks[q.to].is(tOutVerb) && !f.toks[q.to].conj
}

// add adds people joined by "and": "three civilians and two children".
func (c *casualty) add(q *quantity) {
	if len(c.subs) == 0 && c.q.cat != "" && c.q.cat != isnad.CategoryAll {
		c.subs = append(c.subs, c.q)
	}
	if q.cat != "" && q.cat != isnad.CategoryAll {
		c.subs = append(c.subs, *q)
	}
	if c.q.low >= 0 && q.low >= 0 {
		c.q.low += q.low
	}
	if c.q.high >= 0 && q.high >= 0 {
		c.q.high += q.high
	} else {
		c.q.high = -1
	}
	c.q.vague = c.q.vague || q.vague
	c.q.cat = isnad.CategoryAll
	c.q.to = q.to
}

// harmOf finds the word of harm that a number belongs to.
func (d *doc) harmOf(f *field, q *quantity, from, to, taken int) (casualty, bool) {
	c := casualty{q: *q, doer: -1, word: q.headAt, outcome: q.outcome}
	if q.outcome != "" {
		if !q.number && !f.caused(q, from) && q.from > from {
			return c, false // "the killed man's brother"
		}
		c.toll = f.tollBefore(q.from, from)
		return c, true
	}
	// "three people were killed": the verb follows
	for k := q.to; k < to && k < q.to+4; k++ {
		t := &f.toks[k]
		if t.is(tOutVerb) && !t.conj && !t.skip && (t.e.outcome != isnad.Killed || !t.is(tOutActive) || t.passive) {
			if b, _, ok := d.harmBefore(f, q, from, taken); ok && q.from-b <= 2 {
				break
			}
			c.word, c.outcome = k, t.e.outcome
			if f.negated(k, from) {
				return c, false
			}
			f.joint(&c, k, to)
			return c, true
		}
		if t.is(tPunct|tThat|tOutNoun|tEvNoun|tEvVerb) || t.conj {
			break
		}
	}
	b, doer, ok := d.harmBefore(f, q, from, taken)
	if !ok {
		return c, false
	}
	t := &f.toks[b]
	c.word, c.outcome, c.doer = b, t.e.outcome, doer
	if t.is(tOutPeople) && !t.is(tOutNoun) {
		c.toll = true
	}
	if f.negated(b, from) {
		return c, false
	}
	// "مقتل وإصابة 20"
	if k := b - 1; k >= from {
		x := &f.toks[k]
		if x.is(tOutNoun|tOutVerb|tOutPeople) && x.e.outcome != c.outcome && t.conj && !d.told(k) && (x.e.outcome == isnad.Killed || x.e.outcome == isnad.Injured) && (c.outcome == isnad.Killed || c.outcome == isnad.Injured) {
			c.outcome, c.word = isnad.Casualties, k
		}
	}
	return c, true
}

// told tells whether the word of harm at k, or one just before it, has its
// number already.
func (d *doc) told(k int) bool {
	for i := range d.cas {
		if w := d.cas[i].word; w <= k && w >= k-3 {
			return true
		}
	}
	return false
}

// joint widens "were killed and wounded" behind one number.
func (f *field) joint(c *casualty, k, to int) {
	if k+1 < to && f.toks[k+1].conj && f.toks[k+1].is(tOutVerb) && f.toks[k+1].e.outcome == isnad.Injured && c.outcome == isnad.Killed {
		for j := k + 2; j < to && j < k+6; j++ {
			if t := &f.toks[j]; t.is(tNum | tVague | tQual | tPeople | tOthers) {
				return // "… and six were wounded"
			} else if t.is(tPunct | tEvNoun | tStop) {
				break
			}
		}
		c.outcome = isnad.Casualties
	}
}

// caused tells whether a word for one dead or wounded stands as the object of a
// word that brings harm about: "سقوط قتيل", "أوقع جريحين".
func (f *field) caused(q *quantity, from int) bool {
	for k := q.from - 1; k >= from && k >= q.from-4; k-- {
		if t := &f.toks[k]; t.is(tCause | tOutNoun | tReach | tOutPeople) {
			return true
		} else if t.is(tPunct | tStop | tSay) {
			return false
		}
	}
	return false
}

func (f *field) tollBefore(i, from int) bool {
	for k := i - 1; k >= from && k >= i-5; k-- {
		if f.toks[k].is(tReach) {
			return true
		}
	}
	return false
}

// harmBefore looks back from a number for the word of harm it belongs to. Words
// of time and place, an armed hand and a few others may stand between. doer is
// where the subject of an active verb begins.
func (d *doc) harmBefore(f *field, q *quantity, from, taken int) (word, doer int, ok bool) {
	doer = -1
	odd := 0
	reach := false
	for k := q.from - 1; k >= from && k >= q.from-maxReach; k-- {
		t := &f.toks[k]
		if t.skip {
			continue
		}
		if t.is(tOutVerb|tOutNoun|tOutPeople) && !(t.is(tEvVerb) && t.e.outcome == "") {
			if k == taken {
				return 0, 0, false
			}
			if t.is(tOutPeople) && !t.is(tOutNoun|tOutVerb) && !reach {
				near := q.from-k == 1 && q.number && t.e.gram == plural // "the dead are ten", "bodies of ten men"
				if !near && (k == from || !f.toks[k-1].is(tTollWord)) || q.from-k > 6 {
					return 0, 0, false
				}
			}
			if t.is(tOutNoun) && t.e.outcome == isnad.Killed && t.det && !t.is(tOutPeople) && t.prep != 'b' {
				return 0, 0, false
			}
			if doer >= 0 && !(t.is(tOutActive) || t.is(tOutVerb) && !t.passive && t.core != "استشهد" && t.e.outcome == isnad.Killed) {
				doer = -1
				if odd > 1 {
					return 0, 0, false
				}
			}
			if !q.number && q.from-k > 3 && doer < 0 {
				return 0, 0, false
			}
			if t.is(tOutActive) && !t.passive && doer < 0 && !q.number && q.from-k > 2 && odd > 0 {
				return 0, 0, false
			}
			if t.is(tOutVerb) && !t.is(tOutNoun|tOutPeople) && (t.core == "قضي" || t.core == "لقي" || t.core == "لقوا" || t.core == "لقيت" || t.core == "يلقي") && !f.dies(k, q.to) {
				if t.core != "قضي" {
					return 0, 0, false
				}
			}
			return k, doer, true
		}
		switch {
		case t.is(tReach):
			reach = true
		case t.is(tThat|tSay|tCue|tClause) || f.mark(k) == '.' || f.mark(k) == '؛' || f.mark(k) == ':':
			return 0, 0, false
		case d.inActor(k):
			doer = d.acs[d.actorOf(k)].from
			k = doer
		case d.inPlace(k) || d.inDate(k):
		case t.is(tPunct | tStop | tLoc | tActorCue | tDayPart | tOthers | tPeople | tGroup | tTollWord | tCause | tQual | tHedge):
		case t.is(tEvVerb) && !t.is(tEvNoun):
			odd += 2
		default:
			odd++
		}
		if odd > 4 {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// dies tells whether "met" has its "death" near: "لقي … مصرعهم".
func (f *field) dies(k, after int) bool {
	for j := k + 1; j < len(f.toks) && j < after+8; j++ {
		if f.toks[j].is(tPunct) && f.mark(j) == '.' {
			break
		}
		for _, death := range [...]string{"مصرع", "حتف"} {
			if strings.HasPrefix(f.toks[j].norm, death) { // with whatever pronoun
				return true
			}
		}
	}
	return false
}

func (f *field) negated(k, from int) bool {
	if k > from {
		switch f.toks[k-1].norm {
		case "لم", "لا", "لن", "عدم", "ولم":
			return true
		}
	}
	return false
}

func (d *doc) inPlace(k int) bool {
	for i := range d.pls {
		if p := &d.pls[i]; p.from <= k && k < p.to {
			return true
		}
	}
	return false
}

func (d *doc) inDate(k int) bool {
	for i := range d.dts {
		if m := &d.dts[i]; m.from <= k && k < m.to {
			return true
		}
	}
	return false
}

func (d *doc) inActor(k int) bool { return d.actorOf(k) >= 0 }

func (d *doc) actorOf(k int) int {
	for i := range d.acs {
		if a := &d.acs[i]; a.from <= k && k < a.to {
			return i
		}
	}
	return -1
}
