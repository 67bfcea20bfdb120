package attribute

import "strings"

// Words of death and of harm may be said of careers and of crowds: "paid the ultimate price for the
// scandal", "were gasping for air after the race". Neither counts anybody.

// markFigurative takes the classes of harm from phrases that are said so.
func (f *field) markFigurative() {
	gas, looked := false, false // once a text
	for k := range f.items {
		it := &f.items[k]
		if !it.is(tOut | tEv | tWeapon) {
			continue // nearly all items
		}
		if it.is(tEv|tWeapon) && it.is(tCap) && f.word(k) == "shell" && k+1 < len(f.items) && sellsFuel(f.word(k+1)) {
			it.w, it.tags = nil, tCap
			continue
		}
		if it.is(tEv) && f.heldAlready(k) {
			it.w, it.tags = nil, it.tags&tCap
			continue
		}
		if !it.is(tOut) {
			continue
		}
		w := f.word(k)
		switch {
		case strings.HasPrefix(w, "paid the ") || strings.HasPrefix(w, "made the ultimate "):
			if !f.priceOfOffice(k + 1) {
				continue
			}
		case outOfBreath(w):
			if !looked {
				gas, looked = f.tellsOfGas(), true
			}
			if gas {
				continue
			}
		default:
			continue
		}
		it.w = nil
		it.tags &= tCap
	}
}

// sellsFuel tells the words for what is called after who sells fuel there: "the Shell station".
func sellsFuel(w string) bool {
	switch w {
	case "station", "gas", "gas station", "service", "store", "convenience", "filling":
		return true
	}
	return false
}

// priceOfOffice tells whether somebody pays at item k for what costs an office or a match and no life: "for
// the scandal", unlike "for his country".
func (f *field) priceOfOffice(k int) bool {
	if k+1 >= len(f.items) || f.word(k) != "for" || f.items[k].para != f.items[k-1].para {
		return false
	}
	for n := k + 1; n < len(f.items) && n < k+6 && !f.items[n].is(tPunct); n++ {
		switch f.word(n) {
		case "scandal", "scandals", "error", "errors", "mistake", "mistakes", "defeat", "defeats", "loss", "losses", "failure", "failures", "blunder", "blunders", "results", "poll", "polls", "election", "vote", "row", "affair", "miss", "goal", "goals":
			return true
		}
	}
	return false
}

// outOfBreath tells the phrases for want of breath that are said of runners and of smog as well.
func outOfBreath(w string) bool {
	return strings.HasPrefix(w, "gasping for ") || strings.HasPrefix(w, "struggling ") || strings.HasPrefix(w, "having ") || strings.HasPrefix(w, "experiencing breathing ")
}

// tellsOfGas tells whether a text tells of gas, or of a deed that may have let it out.
func (f *field) tellsOfGas() bool {
	for _, w := range [...]string{" gas ", " gas,", " gas.", "gas-", "gases", "gassed", "chlorin", "chemical", "toxic", "sarin", "poison", "nerve agent", "bomb", "shell", "attack", "raid", "strike", "explo", "smoke"} {
		if strings.Contains(f.low, w) {
			return true
		}
	}
	return false
}

// slashesOne tells whether the verb at item k is about somebody whom a blade cut, and not about budgets or
// tires: "was slashed in the face", "slashed a woman with a knife", "a slashing at the station".
func (f *field) slashesOne(s *sentence, k int) bool {
	for n := k + 1; n < s.to && n < k+6; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "him" || w == "them" || w == "victim" || it.is(tHead) || f.limb(s, n):
			return true
		case it.is(tPunct | tConj | tSay | tWeekday | tAux):
			return false
		}
	}
	return false
}
