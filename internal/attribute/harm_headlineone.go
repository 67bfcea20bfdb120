package attribute

import "isnad"

// Headlines leave the article out: "Man killed, woman wounded in Dayton shooting",
// "Mother and son shot dead", "Boy, 7, killed by stray bullet". One word for a person
// counts one there.

// headlineOne reads one person of a title without an article at item i, when harm done to
// him follows.
func (f *field) headlineOne(i, to int) (quantity, bool) {
	q := quantity{from: i, to: i + 1, low: 1, high: 1, qual: isnad.Exact, single: true}
	it := &f.items[i]
	if !f.inTitle || !it.is(tHead) || !it.is(tSingular) || it.is(tGroup|tOut|tSay) {
		return q, false
	}
	if i > 0 {
		switch p := &f.items[i-1]; {
		case p.is(tDet|tNum|tQual|tPron|tAnother|tLoc) || p.is(tPrep) || whose(f.word(i-1)) || f.word(i-1) == "a" || f.word(i-1) == "an" || f.word(i-1) == "of":
			return q, false
		}
	}
	if !f.harmFollows(i+1, to) {
		return q, false
	}
	f.setHead(&q, i)
	return q, true
}

// harmFollows tells whether a word of harm follows at item k without a verb or a place
// between, behind an age or others who are told of in the same way.
func (f *field) harmFollows(k, to int) bool {
	for n := k; n < to && n < k+7; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case it.is(tOut) && it.w != nil && (it.w.harm == formPast || it.w.harm == formSubject), w == "shot", w == "stabbed":
			return true
		case w == "," || w == "and" || w == "&" || w == "found" || w == "fatally" || w == "critically" || it.is(tNum) || it.is(tHead):
		default:
			return false
		}
	}
	return false
}
