package attribute

import (
	"strings"

	"isnad"
)

// Figures that are parts of others.

// markSubsets finds the quantities that are parts of an earlier one:
// "including three children and two women", "among them ...".
func (d *doc) markSubsets(f *field, s *sentence, qs []quantity) {
	for i := range qs {
		q := &qs[i]
		if q.subset {
			// "killing 14 of them": who they are was said, how many was not
			if f.firstOfThem(s, q, i == 0) {
				q.subset = false
			} else if i == 0 && (f.fellThere(s, q) || q.from == s.lead && q.low > 0 && f.items[q.to-1].is(tIncl|tPron) && f.thenDied(s, q.to)) {
				q.subset, q.head = false, true
			}
			continue
		}
		if q.to+2 < s.to && f.word(q.to) == "among" && f.word(q.to+1) == "the" && (f.items[q.to+2].is(tOut) || f.word(q.to+2) == "victims") {
			q.subset = true // "there were 11 children among the dead"
			continue
		}
		if q.from > s.from && f.items[q.from-1].is(tIncl) {
			// "were among 12 people": here the number is the whole
			whole := f.word(q.from-1) == "among" && (q.from-2 >= s.from && f.items[q.from-2].is(tAux) || f.opensWithWhole(s, q))
			q.subset = !q.another && !whole
			continue
		}
		if i > 0 && f.notSoMany(s, qs[i-1].to) > q.from {
			q.subset = true
			continue
		}
		if i > 0 && (f.partAside(s, &qs[i-1], q) || f.oneIs(s, &qs[i-1], q) || f.someOfThem(s, &qs[i-1], q)) || f.onlySaysWho(s, q) {
			q.subset = true
			continue
		}
		if i > 0 && f.opensWithWhole(s, &qs[i-1]) && (q.to >= s.to || f.items[q.to].is(tAux)) {
			q.subset = true
			continue
		}
		if i > 0 && (f.namesParts(s, q.to) || q.from-qs[i-1].to < 2 && qs[i-1].head && f.partsThenHarm(s, q.to)) {
			f.markPartsBefore(qs, i)
			continue
		}
		// "six children were among the dead", "three were among 12 killed"
		for k := q.to; k < s.to && k < q.to+5; k++ {
			if f.word(k) == "among" && k > q.to {
				q.subset = true
				break
			}
			if !f.items[k].is(tAux | tAdv) {
				break
			}
		}
		if q.subset {
			continue
		}
		if i > 0 && f.inPartList(&qs[i-1], q) && (q.to >= s.to || !f.items[q.to].is(tAux|tOut) || pending(f, qs, i)) {
			q.subset = true
			continue
		}
		if i == 0 || !qs[i-1].subset || q.another || q.from-qs[i-1].to > 2 {
			continue
		}
		// a list after "including" goes on, unless the number has its own verb
		// and the figure before the list has had one
		joined := q.from == qs[i-1].to || f.word(q.from-1) == "and" || f.word(q.from-1) == "," || f.word(q.from-1) == "&" || q.from-2 >= s.from && whose(f.word(q.from-1)) && f.word(q.from-2) == "and"
		if !joined {
			continue
		}
		if f.goesOnCounting(qs, i) {
			q.resumes = true
			continue
		}
		if q.to < s.to && f.items[q.to].is(tAux|tOut) {
			q.subset = pending(f, qs, i)
			continue
		}
		q.subset = true
	}
}

// namesParts tells whether "among them" or "included" stands at item k and ends a list of parts.
func (f *field) namesParts(s *sentence, k int) bool {
	if k >= s.to || f.word(k) != "among them" && f.word(k) != "included" {
		return false
	}
	return k+1 < s.to && f.items[k+1].is(tPunct) || f.word(k) == "included" && k+1 == s.to
}

// partsThenHarm tells whether "among them" at item k ends a list of parts before the verb: "seven miners
// three women among them were injured".
func (f *field) partsThenHarm(s *sentence, k int) bool {
	return k+2 < s.to && f.word(k) == "among them" && f.items[k+1].is(tAux) && f.items[k+2].is(tOut)
}

// markPartsBefore marks figure i as a part, and those before it in its list, back to the comma that parts the
// list from the whole: "eight patients, a nurse and two boys among them".
func (f *field) markPartsBefore(qs []quantity, i int) {
	for sum := 0; i > 0; i-- {
		q := &qs[i]
		q.subset = true
		sum += q.low
		comma, and := false, false
		for k := qs[i-1].to; k < q.from; k++ {
			comma = comma || f.word(k) == ","
			and = and || f.word(k) == "and"
		}
		if q.from-qs[i-1].to > 3 || !and && (!comma || qs[i-1].low >= sum) {
			return
		}
	}
}

// goesOnCounting tells whether figure i goes on with the whole behind a list of its parts: dashes close the
// list, or none of those is one of the whole, as a fighter is no civilian.
func (f *field) goesOnCounting(qs []quantity, i int) bool {
	q := &qs[i]
	if !q.head || f.word(q.from-1) != "and" {
		return false
	}
	w := i - 1
	for w >= 0 && qs[w].subset {
		w--
	}
	if w < 0 || !qs[w].head || qs[w+1].from-qs[w].to > 3 {
		return false
	}
	dashed := false
	for k := qs[w].to; k < qs[w+1].from; k++ {
		dashed = dashed || dash(f.word(k)) || f.word(k) == "("
	}
	if k := q.from - 2; dashed && k >= qs[i-1].to && (dash(f.word(k)) || f.word(k) == ")") {
		return true
	}
	return qs[w].category == isnad.CategoryCivilians && q.category == isnad.CategoryCombatants
}

// spokeOf tells the verbs "spoke of", "speaks of", "speaking of" and "spoken of", which the lexicon
// holds as one item.
func spokeOf(w string) bool {
	return strings.HasSuffix(w, " of") && strings.HasPrefix(w, "sp")
}

// oneIs tells whether a figure only says what one or some of those counted right before it are: "five rebels, one
// an Austrian, were killed", "nine dead, two of the army".
func (f *field) oneIs(s *sentence, a, b *quantity) bool {
	if f.word(b.from-1) != "," || b.from-1 != a.to || a.low <= b.low || b.low < 1 || b.to+1 >= s.to || b.to-b.from > 1 {
		return false
	}
	w := f.word(b.to)
	if w != "a" && w != "an" {
		return false
	}
	for k := b.to + 1; k < s.to && k < b.to+6; k++ {
		if f.items[k].is(tPunct) {
			return f.word(k) == "," || f.word(k) == "."
		}
		if f.items[k].is(tOut | tAux | tSay | tNum | tConj) {
			return f.items[k].is(tAux | tConj)
		}
	}
	return false
}

// someOfThem tells whether a bare number right behind a count says of some of those counted what befell them or where
// they are from: "six people, four from the same family, were killed", "nine, five at the scene".
func (f *field) someOfThem(s *sentence, a, b *quantity) bool {
	if !a.head || b.head || b.another || a.low <= b.low || b.low < 1 || b.from-a.to != 1 || f.word(a.to) != "," || b.to >= s.to {
		return false
	}
	if it := &f.items[b.to]; !it.is(tPrep|tLoc) && f.word(b.to) != "instantly" && f.word(b.to) != "on" && f.word(b.to) != "at" {
		return false
	}
	for k := b.to; k < s.to && k < b.to+12; k++ {
		switch it := &f.items[k]; {
		case f.word(k) == "," || f.word(k) == ".":
			return true
		case it.is(tOut|tEv|tAux|tSay|tRel|tClause) && !it.is(tHead):
			return false
		}
	}
	return false
}

// onlySaysWho tells whether a figure says who one of those counted is, how old the oldest is, or who is not counted:
// "one of whom was a nurse", "the oldest of whom was 71", "apart from the three attackers".
func (f *field) onlySaysWho(s *sentence, q *quantity) bool {
	k := q.from - 1
	if k-1 <= s.from {
		return false
	}
	if w := f.word(k); w == "was" || w == "is" || w == "being" || w == "were" || w == "are" {
		if b := f.word(k - 1); b == "whom" || b == "them" || b == "of whom" || b == "of them" || b == "one of whom" || b == "one of them" {
			for n := k - 2; n > s.from && n > k-5; n-- {
				if w := f.word(n); w == "oldest" || w == "youngest" || w == "eldest" {
					return true
				}
			}
			return q.single
		}
		return false
	}
	for ; k > s.from && f.items[k].is(tDet); k-- {
	}
	switch f.word(k) {
	case "from":
		return f.word(k-1) == "apart" || f.word(k-1) == "aside"
	case "apart from", "aside from", "excluding", "not counting", "not including":
		return true
	case "counting", "including":
		return f.word(k-1) == "not"
	}
	return false
}

// notSoMany returns the item behind an aside at item k that says of a figure what it is not: ", not eleven as claimed
// on social media,"; k where there is none.
func (f *field) notSoMany(s *sentence, k int) int {
	n := k + 1
	if n < s.to && f.word(n) == "and" {
		n++
	}
	if k+3 >= s.to || f.word(k) != "," || f.word(n) != "not" || n+1 >= s.to || !f.items[n+1].is(tNum|tQual) {
		return k
	}
	for e := n + 1; e < s.to && e < n+12; e++ {
		if f.word(e) == "," {
			return e + 1
		}
		if it := &f.items[e]; it.is(tOut|tAux) || it.is(tPunct) && !apostrophe(f.word(e)) {
			break
		}
	}
	return k
}
