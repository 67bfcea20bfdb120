package attribute

import (
	"strings"

	"isnad"
)

// Who belongs to what was hit is told of with "the" at first mention: "struck a
// minibus; the driver was killed", "hit a house, whose owner died". He counts one.

// theOne reads such a person as the subject right before item t.
func (f *field) theOne(s *sentence, t int) (quantity, bool) {
	k := f.beforeOf(s, t)
	if k > s.lead && f.word(k) == "," {
		k = f.beforeAge(s, t) - 1 // "the clerk, 51, died"
	}
	if k <= s.lead || plural(f.word(t)) || !f.byWork(k) && !(k < t-1 || f.items[k-1].is(tPlaceHead)) || !f.byWork(k) && !office(f.word(k)) {
		return quantity{}, false
	}
	a := k - 1
	if a > s.lead && f.items[a].is(tPlaceHead) && !f.items[a].is(tCap) {
		a-- // "the village chief"
	}
	for a > s.lead && a > k-3 && f.items[a].is(tThing|tMod|tNat|tHead) && !f.items[a].is(tCap|tPunct|tNum) {
		a--
	}
	switch f.word(a) {
	case "the", "its":
		if !f.opensClause(s, a) || a > s.lead && f.word(a-1) == "and" && !f.items[t].is(tAux) && f.items[max(a-2, 0)].is(tHead|tCap) {
			return quantity{}, false // "two girls and the driver died"
		}
	case "whose":
	default:
		return quantity{}, false
	}
	return quantity{from: a, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// beforeOf is the last item of who is told of right before item t, without what he is of:
// "the mayor of Karm was", "the director of the local school was".
func (f *field) beforeOf(s *sentence, t int) int {
	for k := t - 1; k > s.lead+1 && k > t-8; k-- {
		if f.word(k) == "of" {
			return k - 1
		}
		if it := &f.items[k]; it.is(tPunct|tPrep|tLoc|tConj|tClause|tRel|tSay|tAux|tOut|tEv|tNum|tPron) && !it.is(tCap|tDet) {
			break
		}
	}
	return t - 1
}

// office tells the words for one person by his office, besides those that the lexicon has
// among people.
func office(w string) bool {
	switch w {
	case "chief", "headman", "director", "chairman", "chairwoman", "secretary", "governor", "prosecutor", "councillor", "councilor", "bishop", "dean", "rector", "principal", "president", "commander",
		"spokesman", "spokeswoman", "editor", "head", "leader", "elder", "sheikh", "coordinator", "ombudsman", "deputy mayor", "vice-mayor", "administrator", "headmaster", "headmistress", "manager", "treasurer":
		return true
	}
	return false
}

// byWork tells whether item k is a word for one person by what he does or whose he is. Words
// for anybody ("the man", "the victim") take up one who was told of before, and so do
// those for who did it.
func (f *field) byWork(k int) bool {
	it := &f.items[k]
	if it.is(tCap | tPunct | tNum | tUnit | tPlaceHead | tOut) {
		return false
	}
	w := f.word(k)
	if it.w == nil || w == "owner" {
		for _, end := range [...]string{"owner", "keeper", "driver", "herder", "vendor", "trader", "master", "hand", "man", "rider", "warden", "gardener", "farmer", "cook", "preacher", "breeder"} {
			if strings.HasSuffix(w, end) {
				return true
			}
		}
		return false
	}
	if !it.is(tHead) || !it.is(tSingular) {
		return false
	}
	switch w {
	case "driver", "farmer", "motorist", "shopkeeper", "homeowner", "clerk", "mayor", "imam", "priest", "teacher", "judge", "engineer", "worker", "passenger", "mother", "father", "wife", "husband", "grandmother", "grandfather",
		"nurse", "doctor", "paramedic", "medic", "surgeon", "midwife", "pharmacist", "village chief", "village head", "headman", "councillor", "tribal leader", "community leader", "village leader", "tribal elder", "village elder", "community elder", "cameraman", "photographer", "journalist", "reporter", "pilot", "guard", "bodyguard", "security guard", "volunteer", "health worker", "aid worker":
		return true
	}
	return false
}

// hisName tells whether the second figure is only the name of the one whom the first
// tells of: "a farmer, Adel Example, 51, was wounded".
func (f *field) hisName(a, b *quantity) bool {
	return a.single && b.single && f.word(a.to) == "," && b.from == a.to+1 && f.items[b.from].is(tCap) && !f.items[b.from].is(tHead) &&
		(f.word(a.from) == "a" || f.word(a.from) == "an")
}

// pastHisName is where a figure ends that counts one by whose he is, behind his name and age,
// which count nobody else: "his wife, Jane Example, 64,", "her son, 17-year-old Adel Example".
func (f *field) pastHisName(q *quantity, to int) int {
	if !q.single || q.low != 1 || q.high != 1 || !whose(f.word(q.from)) || q.to+2 >= to {
		return q.to
	}
	for n := q.to; n < q.to+3 && f.items[n].is(tCap) && f.items[n].w == nil && n+2 < to; n++ {
		if f.word(n+1) == "and" && (whose(f.word(n+2)) || f.items[n+2].is(tNum)) {
			return n + 1 // "his wife Jane and their two sons"
		}
	}
	if f.word(q.to) != "," {
		return q.to
	}
	n, ok := f.named(q.to+1, to)
	if !ok {
		return q.to
	}
	if n.to+1 < to && f.word(n.to) == "," && f.word(n.to+1) == "and" {
		return n.to + 1 // "his wife, 45-year-old Jane Example, and her brother"
	}
	return n.to
}

// himAndHis reads one who is told of with his own: "hit the house of Omar Example, killing
// him, his wife and their four children". Alone he was counted where he was told of.
func (f *field) himAndHis(s *sentence, k int) (quantity, bool) {
	n := k + 1
	if (f.closes(s, n) || f.word(n) == "dead") && f.heldFirst(s, k) {
		return quantity{from: k, to: n, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
	}
	if n < s.to && f.word(n) == "," {
		n++
	}
	if n < s.to && f.word(n) == "and" {
		n++
	}
	if n == k+1 && k > s.lead && f.word(k-1) == "killing" && f.shotBefore(s, k) && (n >= s.to || f.items[n].is(tPunct|tAdv|tPrep|tLoc|tConj) || f.word(n) == "instantly" || f.word(n) == "immediately") {
		return quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
	}
	if n == k+1 || n+1 >= s.to || !whose(f.word(n)) && !(f.items[n].is(tNum) && f.word(n-1) == "and") {
		return quantity{}, false
	}
	return quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// themHit reads those whom the verb of harm that ends at item k takes up: "attacked two boys and
// killed them", "ambushed two officers, wounding both". A deed before it is against them, and
// nobody else was harmed.
func (f *field) themHit(s *sentence, qs []quantity, used []bool, t, k int) (quantity, bool) {
	if k >= s.to || f.word(k) != "them" && f.word(k) != "both" && f.word(k) != "all" {
		return quantity{}, false
	}
	n := k + 1
	if n+1 < s.to && f.word(k) != "them" && f.word(n) == "of" && f.word(n+1) == "them" {
		n += 2
	} else if n < s.to && f.word(k) != "them" && f.word(n) == "of them" {
		n++
	}
	if !f.closes(s, n) && f.word(n) != "dead" || f.harmBefore(s, t) {
		return quantity{}, false
	}
	for i := len(qs) - 1; i >= 0; i-- {
		q := &qs[i]
		if q.to > t || used[i] || q.subset || !q.head {
			continue
		}
		if f.word(k) == "both" && q.low != 2 || q.low < 2 || q.from-1 < s.lead {
			return quantity{}, false
		}
		if it := &f.items[q.from-1]; !it.is(tEv) || it.w == nil || it.w.evForm == formNoun {
			return quantity{}, false
		}
		used[i] = true
		return *q, true
	}
	return quantity{}, false
}

// shotBefore tells whether a deed against one person is told in the sentence before item k:
// "shot a former fighter in Nawa, killing him".
func (f *field) shotBefore(s *sentence, k int) bool {
	for n := k - 2; n >= s.lead; n-- {
		switch f.word(n) {
		case "shot", "stabbed", "hit", "struck", "targeted", "attacked", "ambushed", "on", "at":
			if n+1 < k && (f.word(n+1) == "a" || f.word(n+1) == "an" || f.word(n+1) == "the" || whose(f.word(n+1)) || f.items[n+1].is(tCap)) {
				return true
			}
		}
		if f.items[n].is(tOut) && f.word(n) != "shot" {
			return false
		}
	}
	return false
}

// bodyFound reads the one whose body was found, at the word for it: "the body of a man
// with gunshot wounds was found".
func bodyFound(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 2, passive: true, known: true}
	if t+2 >= s.to {
		return c, false
	}
	marked := strings.IndexByte(f.word(t), ' ') > 0
	if f.word(t+1) != "of" && !marked {
		return c, false
	}
	found := false
	for k := t - 1; k >= s.from && k > t-5 && !found; k-- {
		found = uncovered(f.word(k))
	}
	for k := t + 2; k < s.to && k < t+20 && !found; k++ {
		if f.items[k].is(tSay | tClause) {
			break
		}
		found = uncovered(f.word(k))
	}
	if !found {
		return c, false
	}
	if f.word(t+1) != "of" || !takeRight(f, s, qs, used, &c, t+2) {
		if !marked {
			return c, false
		}
		c.q = quantity{from: t, to: t + 1, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, category: isnad.CategoryAll} // "a bullet-riddled body was found"
	}
	c.to = max(c.to, c.q.to)
	return c, c.q.single
}

// uncovered tells the words for how a body comes to light.
func uncovered(w string) bool {
	switch w {
	case "found", "discovered", "recovered", "retrieved", "dumped", "pulled", "find", "found dead":
		return true
	}
	return false
}

// partAside tells whether a figure only says who those of the one before it are, in an
// aside: "16 others (nine women, seven men)".
func (f *field) partAside(s *sentence, a, b *quantity) bool {
	k := b.from - 1
	return b.head && k > s.from && f.word(k) == "(" && k-a.to <= 1 && !a.single && !(b.to < s.to && f.items[b.to].is(tOut|tAux))
}

// beforeAside is where the aside begins that ends right before item t, else t: "16 others
// (nine women, seven men) injured".
func (f *field) beforeAside(s *sentence, t int) int {
	if t-1 <= s.from || f.word(t-1) != ")" {
		return t
	}
	for k := t - 2; k > s.from && k > t-16; k-- {
		if f.word(k) == "(" {
			return k
		}
		if f.items[k].is(tOut | tEv | tSay) {
			break
		}
	}
	return t
}

// namesOf tells whether the second figure is the last of the names of those whom the first
// counts: "two brothers, Adel (22) and Sami Example (19)".
func (f *field) namesOf(a, b *quantity) bool {
	if a.low < 2 || !a.head || !b.single || b.from-a.to < 2 || b.from-a.to > 16 || f.word(a.to) != "," || !f.namePart(b.from) {
		return false
	}
	for k := a.to; k < b.from; k++ {
		if it := &f.items[k]; !it.is(tPunct|tNum) && !f.namePart(k) && f.word(k) != "and" {
			return false
		}
	}
	return true
}

// bareOne reads one person told of without an article, as logs and headlines do, right
// before the word of harm at t: "Farmer killed by a mine", "two children killed, mother
// wounded".
func (f *field) bareOne(s *sentence, t int) (quantity, bool) {
	k := t - 1
	if k < s.from || !f.items[k].is(tHead) || !f.items[k].is(tSingular) || f.items[k].is(tUnit|tPunct|tNum) || t+1 < s.to && !f.closes(s, t+1) {
		return quantity{}, false
	}
	a := k
	for a > s.lead && a > k-2 && f.items[a-1].is(tNat|tMod|tHead) && !f.items[a-1].is(tPunct|tNum|tDet) {
		a--
	}
	if a > s.lead && !f.items[a-1].is(tPunct) && f.word(a-1) != "and" || a > s.from && apostrophe(f.word(a-1)) {
		return quantity{}, false
	}
	q := quantity{from: a, to: t, low: 1, high: 1, qual: isnad.Exact, single: true}
	f.setHead(&q, k)
	return q, true
}
