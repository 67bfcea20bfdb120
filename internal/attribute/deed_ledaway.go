package attribute

import "isnad"

// Those carried off are others than those killed: "killed six people and abducted eleven",
// "shot four and led 12 away".

// ledAwayToo tells whether b counts people carried off beside those that a has killed.
func (d *doc) ledAwayToo(a, b *partial) bool {
	if a.killed == nil || a.killed.q.low < 1 || b.hasFigure() {
		return false
	}
	if b.fr.evAt < 0 || b.fr.event != isnad.EventAbduction || a.fr.evAt >= a.fr.from && a.fr.evAt < a.fr.to && a.fr.event == isnad.EventAbduction || b.f != a.f || b.f.inTitle {
		return false
	}
	n, others := b.f.countsLedAway(&b.sent, b.fr.evAt)
	return others || n > 0 && n != a.killed.q.low && n != a.killed.q.high
}

// countsLedAway returns how many people the verb of carrying off at item k tells of, 0 where it
// does not say, and whether they are said to be others than those told of.
func (f *field) countsLedAway(s *sentence, k int) (int, bool) {
	if v := f.items[k].w; v == nil || v.evForm < formBase || v.evForm > formPast {
		return 0, false
	}
	for j := k + 1; j < s.to && j < k+7; j++ { // "abducted about eleven others"
		it := &f.items[j]
		if it.is(tNum|tVague) && !(j+1 < s.to && f.items[j+1].is(tUnit)) {
			return max(it.num, 2), f.others(s, j)
		}
		if !it.is(tDet | tQual | tMod | tAdv | tAnother | tFunc) {
			break
		}
	}
	passive := k > s.from && f.items[k-1].is(tAux)
	gapped := k > s.from && f.items[k-1].is(tNum|tHead|tAnother) // "nine dead and eight abducted"
	for j := k - 1; (passive || gapped) && j >= s.from && j > k-9; j-- {
		it := &f.items[j]
		if it.is(tNum | tVague) {
			return max(it.num, 2), f.others(s, j)
		}
		if it.is(tPunct | tSay | tOut | tEv | tClause) {
			break
		}
	}
	return 0, false
}

// others tells whether the number at item k counts others: "eleven others", "a dozen more".
func (f *field) others(s *sentence, k int) bool {
	for j := max(k-1, s.from); j < s.to && j <= k+2; j++ {
		switch f.word(j) {
		case "other", "others", "another", "more", "further":
			return true
		}
	}
	return false
}
