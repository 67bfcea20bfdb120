package attribute

// A place changes hands where one armed side drives the other out of it: "The army drove the rebels
// out of Karm", "pushed Northland forces out of the village of Zoran".

var drivesOut = word{tags: tEv, event: evTerritory, strength: 2, evForm: formPast}

// maxDrivenOut bounds the items from the verb to "out of".
const maxDrivenOut = 8

// markDrivenOut makes deeds of the verbs of such clauses.
func (f *field) markDrivenOut() {
	for _, k := range f.doing {
		it := &f.items[k]
		if it.may(mayDriveOut) && !it.is(tCap|tPunct|tNum|tEv|tOut) && f.drivesArmed(k) {
			it.w, it.tags = &drivesOut, it.tags&tUpper|tEv
		}
	}
}

// drivesArmed tells whether the verb at k drives an armed side out of a place.
func (f *field) drivesArmed(k int) bool {
	switch f.word(k) {
	case "drove", "drives", "driving", "pushed", "pushing", "forced", "forcing", "chased", "chasing", "flushed", "swept":
	default:
		return false
	}
	armed := false
	for n := k + 1; n+1 < len(f.items) && n <= k+maxDrivenOut; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "out of", w == "of" && f.word(n-1) == "out":
			next := &f.items[n+1]
			return armed && (next.is(tCap|tDir|tPart|tTown|tArea) || next.is(tDet) && n+2 < len(f.items) && f.items[n+2].is(tCap|tDir|tPart|tTown|tArea|tPlaceAdj))
		case it.is(tPunct|tSay|tRel|tAux|tClause) && !apostrophe(w):
			return false
		}
		armed = armed || it.is(tForce|tArmed|tGroup) || it.is(tUpper) && it.end-it.start > 2
	}
	return false
}
