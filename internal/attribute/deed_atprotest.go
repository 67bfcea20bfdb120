package attribute

import "strings"

// Who marches bears no arms: where security forces kill demonstrators and no other means is told, they
// shot at them. "Police killed at least 12 protesters in the square", "marchers came under fire".

// shotAtProtest tells whether those harmed in a claim, or who came under fire, are demonstrators, and
// its sentences tell nothing of a fight or of heavier arms.
func (d *doc) shotAtProtest(p *partial) bool {
	at := false
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		if d.meansTold(t.f, t.si) {
			return false
		}
		s := &t.f.sents[t.si]
		for k := s.lead; k < s.to; k++ {
			if t.f.foughtOut(k) {
				return false
			}
			at = at || protester(t.f.word(k)) && (t.f.objectOfKilling(s, k) || t.f.underFireNext(s, k))
		}
	}
	return at
}

// foughtOut tells whether the word at k tells of a fight, or of what a crowd is harmed with beside guns.
func (f *field) foughtOut(k int) bool {
	switch w := f.word(k); w {
	case "clashes", "clash", "clashed", "battle", "battles", "fighting", "stampede", "beaten", "beat", "batons", "baton", "crushed", "rammed", "stabbed", "stones":
		return true
	default:
		return strings.HasPrefix(w, "tear gas") || strings.HasPrefix(w, "trampled")
	}
}

// protester tells the words for people who march.
func protester(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "protester", "protesters", "protestor", "protestors", "demonstrator", "demonstrators", "marchers", "mourners", "rally", "protest", "demonstration", "march":
		return true
	}
	return false
}

// objectOfKilling tells whether those at item k are whom somebody killed or hurt: "killed at least 12
// protesters", "12 protesters were killed".
func (f *field) objectOfKilling(s *sentence, k int) bool {
	w := f.word(k)
	if !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "er") && !strings.HasSuffix(w, "or") {
		return false
	}
	j := k - 1
	for j > s.lead && (f.items[j].is(tNum|tQual|tVague|tDet|tMod|tNat|tPlaceAdj|tAdv) || f.items[j].w == nil && !f.items[j].is(tPunct)) && !f.items[j].is(tOut) {
		j--
	}
	if it := &f.items[max(j, s.lead)]; it.is(tOut) && it.w != nil && it.w.harm >= formBase && it.w.harm <= formPast {
		return true
	}
	return f.harmed(k+1, s.to)
}

// underFireNext tells whether fire is what those at item k came under: "marchers who ... came under
// fire".
func (f *field) underFireNext(s *sentence, k int) bool {
	for n := k + 1; n < s.to && n < k+16; n++ {
		switch f.word(n) {
		case "came under fire", "under fire":
			return true
		}
		if f.items[n].is(tSay) {
			return false
		}
	}
	return false
}
