package attribute

import (
	"strings"

	"isnad"
)

// Several recorders tell of one incident, and each gives only its number of the dead:
// "Karm News named eight victims", "the council published the names of six of them", "an
// activist wrote of nine martyrs". The dead are those just told of.

// namesSoMany reads the figure of such words at item t.
func (d *doc) namesSoMany(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	if f.inTitle || t+2 >= s.to || f.items[t].is(tCap) {
		return casualty{}, false
	}
	c := casualty{outcome: isnad.Killed, known: true, at: t, from: t}
	listed := f.listHas(s, t)
	list := strings.HasPrefix(f.word(t), "list") || strings.Contains(f.word(t), "names of") || strings.Contains(f.word(t), "list of") || strings.HasSuffix(f.word(t), "name of")
	for i := range qs {
		q := &qs[i]
		if q.from <= t || used[i] {
			continue
		}
		if q.from > t+6 || q.subset || q.low < 1 {
			return c, false
		}
		for k := t + 1; k < q.from; k++ {
			it := &f.items[k]
			switch w := f.word(k); w {
			case "names", "list", "details", "photos", "pictures", "identities":
				list = true
				continue
			case "of", "the", "a", "on", "only":
				continue
			}
			if it.is(tSocial|tAdv|tQual) || it.is(tCap) && f.word(k-1) == "on" {
				continue
			}
			return c, false
		}
		o := f.whoCounted(s, q)
		if o == "" && (list || listed) && q.to < s.to && f.word(q.to) == "names" && (q.to+1 >= s.to || f.items[q.to+1].is(tPunct)) && !f.lawful(s.lead, t) {
			o = isnad.Killed // "published a list of 14 names"
		}
		if o == "" && !(list && q.head && (q.to >= s.to || f.items[q.to].is(tPunct) || f.word(q.to) == "in")) {
			return c, false
		}
		if o == isnad.Injured {
			c.outcome = o
		}
		used[i] = true
		c.q, c.to = *q, q.to
		return c, true
	}
	return c, false
}

// countsByName tells the words that a recorder gives its number of the dead with.
func countsByName(w string) bool {
	switch w {
	case "named", "names", "naming", "listed", "lists", "listing", "published", "publishes", "posted", "released", "circulated", "printed", "collected", "gave",
		"wrote", "writes", "spoke", "spoke of", "speaks of", "speak of", "mentioned", "mentions", "cited", "cites", "counted", "counts", "documented", "recorded", "registered", "reported", "claimed",
		"released the names of", "read out the names of", "read the names of", "has the names of", "have the names of", "has a list of", "have a list of", "tallied", "recalled", "confirmed", "announced":
		return true
	}
	return strings.HasSuffix(w, " a list of") || strings.HasSuffix(w, " the names of")
}

// listHas tells whether the verb at k says how many names stand in a list: "a list drawn up by
// the mosque has 14 names".
func (f *field) listHas(s *sentence, k int) bool {
	switch f.word(k) {
	case "has", "have", "contains", "bears", "holds", "gives":
	default:
		return false
	}
	if k+2 >= s.to || !f.items[k+1].is(tNum) && !f.items[k+2].is(tNum) {
		return false
	}
	for j := k - 1; j >= s.from && j > k-10; j-- {
		switch f.word(j) {
		case "list", "lists":
			return true
		}
		if f.items[j].is(tSay|tRel) || f.word(j) == ";" {
			return false
		}
	}
	return false
}

// whoCounted tells whom a figure is of, by the word that ends it or follows it: the dead,
// the wounded, or others.
func (f *field) whoCounted(s *sentence, q *quantity) isnad.Outcome {
	for k := q.to - 1; k < s.to && k <= q.to; k++ {
		switch f.word(k) {
		case "victims", "martyrs", "victim", "martyr", "slain":
			if k+2 < s.to && f.word(k+1) == "and" && f.items[k+2].is(tOut) {
				return "" // "martyrs and wounded"
			}
			return isnad.Killed
		}
	}
	return ""
}

// namesVictims tells whether the verb at k gives a number of victims, so that its subject
// says so.
func (f *field) namesVictims(s *sentence, k int) bool {
	if !countsByName(f.word(k)) && !f.listHas(s, k) || f.items[k].is(tCap) {
		return false
	}
	number := false
	for n := k + 1; n < s.to && n < k+9; n++ {
		it := &f.items[n]
		if it.is(tNum | tVague) {
			number = true
		}
		switch f.word(n) {
		case "names":
			if n+1 < s.to && f.word(n+1) == "of" && n == k+2 || number && n > k+1 && (f.word(k+2) == "list" || strings.HasSuffix(f.word(k), "list of") || f.listHas(s, k)) {
				return true
			}
		case "victims", "martyrs", "victim", "martyr", "dead", "fatalities", "deaths", "bodies", "killed":
			return number
		}
		if it.is(tPunct | tSay | tRel | tClause) {
			return false
		}
	}
	return false
}

// namesDead tells whether a sentence without a word of harm gives a number of victims after
// an incident was told.
func (d *doc) namesDead(f *field, s *sentence) bool {
	if len(d.partials) == 0 || f.inTitle {
		return false
	}
	p := &d.partials[len(d.partials)-1]
	near := p.f == f && d.si-p.last <= 1 && p.killed != nil && p.killed.q.low > 0
	for k := s.lead + 1; k < s.to && k < s.lead+16; k++ {
		if f.namesVictims(s, k) || near && f.counting(s, k) {
			return true
		}
	}
	return false
}
