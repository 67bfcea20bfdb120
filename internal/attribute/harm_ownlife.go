package attribute

import "isnad"

// Who took his own life counts among the dead of the deed that he did: "killed two clerks
// before taking his own life", "took his own life after killing three people".

// ownLife adds him to the one figure of dead of a sentence.
func (f *field) ownLife(s *sentence, cs []casualty) []casualty {
	if s.hints&mayCarryOff == 0 {
		return cs // nobody takes anything
	}
	took := -1
	for k := s.lead + 1; k+3 < s.to && took < 0; k++ {
		switch f.word(k) {
		case "took", "taking", "takes":
			if w := f.word(k + 1); (w == "his" || w == "her") && f.word(k+2) == "own" && f.word(k+3) == "life" {
				took = k
			}
		}
	}
	if took < 0 {
		return cs
	}
	dead := -1
	for i := range cs {
		if c := &cs[i]; c.outcome == isnad.Killed && c.known && !(c.at >= took && c.at <= took+3) {
			if dead >= 0 {
				return cs
			}
			dead = i
		}
	}
	if dead < 0 || !cs[dead].exact() {
		return cs
	}
	for k := s.lead; k < s.to; k++ { // "three dead, including the gunman, who took his own life"
		if f.items[k].is(tIncl) || f.word(k) == "himself" || f.word(k) == "herself" || f.items[k].is(tRel) && k < took && k > took-4 {
			return cs
		}
	}
	cs[dead].q.low, cs[dead].q.high, cs[dead].q.single = cs[dead].q.low+1, cs[dead].q.high+1, false
	return cs
}
