package attribute

import "isnad"

// Of the dead just told of another speaker gives nothing but his number, before he is named, as what his count
// is, or as what he counted: "'Twelve,' a nurse said.", "The hospital's count was twelve.", "The real number is
// twelve, a nurse said.", "'We counted twelve,' said a nurse."

// maxBareCount bounds the items of such a sentence.
const maxBareCount = 18

// bareCount reads the number of such a sentence. What it counts was told of right before.
func (d *doc) bareCount(f *field, s *sentence) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, known: true, passive: true}
	if f.inTitle || s.to-s.lead < 4 || s.to-s.lead > maxBareCount || !d.deadBefore(f) {
		return c, false
	}
	k := s.lead
	for k < s.to && quoteMark(f.word(k)) {
		k++
	}
	from := k
	if !f.items[k].is(tNum|tQual) || f.items[k].is(tOrdinal|tDet) {
		if from = f.countedAs(s, k); from == 0 {
			return c, false
		}
	}
	q, ok := f.quantity(from, s.to)
	if !ok || q.vague || q.another || q.subset || q.low < 1 || q.from > from+1 || q.head && !corpse(f.word(q.to-1)) {
		return c, false
	}
	to := q.to
	if to < s.to && corpse(f.word(to)) {
		if w := f.word(to); w == "wounded" || w == "injured" {
			return c, false
		}
		to++
	}
	c.q, c.at, c.from, c.to = q, from, from, to
	if from > k {
		return c, to >= s.to || f.items[to].is(tPunct) && f.word(to) != "%" && f.word(to) != "$"
	}
	// the number opens the sentence: who gives it closes it
	if to >= s.to || f.word(to) != "," && !quoteMark(f.word(to)) {
		return c, false
	}
	for n := to; n < s.to && n < to+10; n++ {
		it := &f.items[n]
		if it.is(tOut|tEv|tAux|tNum|tVague) && !it.is(tHead|tSrc|tSay) {
			return c, false
		}
		if it.is(tSay) && !it.is(tCap) {
			return c, true
		}
	}
	return c, false
}

// countedAs is where the number begins of a sentence whose subject is a word for a count, or who says what
// he counted; 0 where none is such. The subject begins at item k.
func (f *field) countedAs(s *sentence, k int) int {
	if w := f.word(k); (w == "we" || w == "i") && k+2 < s.to {
		switch f.word(k + 1) {
		case "counted", "buried", "saw", "have", "had", "found", "recovered", "collected", "washed":
			return k + 2
		}
		return 0
	}
	for n := k; n+2 < s.to && n < k+9; n++ {
		it := &f.items[n]
		switch w := f.word(n); w {
		case "count", "tally", "number", "figure", "toll", "death toll":
			e := n + 1
			for e < s.to && (f.word(e) == "of" || f.word(e) == "the" || f.word(e) == "dead") {
				e++
			}
			be := false
			for ; e+1 < s.to && e < n+7; e++ {
				switch f.word(e) {
				case "is", "was", "stood", "stands", "stays", "remains", "reached", "had", "has", "been":
					be = true
					continue
				case "at", "in", "fact", "now", "rather", "nearer", "closer", "to":
					continue
				}
				break
			}
			if be && f.items[e].is(tNum|tQual) && !f.items[e].is(tOrdinal) {
				return e
			}
			return 0
		}
		if it.is(tOut|tEv|tAux|tRel|tClause) || it.is(tSay) && !it.is(tHead|tSrc) {
			return 0
		}
	}
	return 0
}

// quoteMark tells the marks that open and close what somebody says.
func quoteMark(w string) bool { return w == `"` || w == "“" || w == "”" }
