package attribute

// How far a place lies from another says nothing of what happened there.

// measuredBy tells whether a side of a place is only where the place named right before it lies: "on the
// edge of Zoran, 80 km (50 miles) south of Karm, a bomb killed four".
func (f *field) measuredBy(s *sentence, p *placeMention, before []placeMention) bool {
	n := len(before)
	if n == 0 || before[n-1].org || before[n-1].aside || !f.items[p.from].is(tDir) {
		return false
	}
	k := p.from - 1
	if k > s.from && f.word(k) == ")" {
		for k--; k > s.from && f.word(k) != "("; k-- {
		}
		k--
	}
	if k <= s.from || !lengthUnit(f.word(k)) {
		return false
	}
	for k--; k > before[n-1].to && f.items[k].is(tNum|tQual|tVague|tMult|tAdv|tDet); k-- {
	}
	return k == before[n-1].to && (f.word(k) == "," || f.word(k) == "(")
}
