package attribute

import "isnad"

// A report that names somebody among the dead may tell elsewhere that he was shot or hit:
// "Two bullets struck Example in the back" over a report of "the death of Joe Example".
// He counts among the dead there as well.

// markDead notes the surnames of those whom the field tells to be dead.
func (f *field) markDead() {
	f.dead = f.dead[:0]
	if len(f.surnames) == 0 {
		return
	}
	for i := range f.items {
		if !f.givenName(i) || !contains(f.surnames, f.word(i)) || contains(f.dead, f.word(i)) {
			continue
		}
		if f.deadBehind(i) || f.deadBefore(i) {
			f.dead = append(f.dead, f.word(i))
		}
	}
	for si := 1; si < len(f.sents); si++ {
		if f.diesNext(&f.sents[si]) {
			f.firstDead(&f.sents[si-1])
		}
	}
}

// diesNext tells whether a sentence opens with the death of the one told of before: "He died
// two days later", "She was pronounced dead at the scene".
func (f *field) diesNext(s *sentence) bool {
	for k := s.lead; k+2 < s.to && k < s.lead+6; k++ {
		if w := f.word(k); (w == "pronounced" || w == "declared") && f.word(k+2) == "dead" && (f.word(k+1) == "him" || f.word(k+1) == "her") {
			return true // "Medics pronounced him dead"
		}
	}
	if w := f.word(s.lead); w != "he" && w != "she" {
		return false
	}
	for k := s.lead + 1; k < s.to && k < s.lead+5; k++ {
		switch f.word(k) {
		case "died", "pronounced dead", "declared dead", "pronounced deceased", "declared deceased", "succumbed":
			return true
		}
		if !f.items[k].is(tAux|tAdv) || f.items[k].is(tNeg) {
			return false
		}
	}
	return false
}

// firstDead notes the one with whose surname a sentence opens as dead.
func (f *field) firstDead(s *sentence) {
	for k := s.lead; k < s.to && k < s.lead+5 && f.items[k].is(tCap); k++ {
		if contains(f.surnames, f.word(k)) && !contains(f.dead, f.word(k)) {
			f.dead = append(f.dead, f.word(k))
		}
	}
}

// deadBehind tells whether what follows the name that ends at item i says that he died:
// "Example, 34, died", "Example was pronounced dead", "Example's death".
func (f *field) deadBehind(i int) bool {
	k, to := i+1, min(i+14, len(f.items))
	if k+1 < to && apostrophe(f.word(k)) {
		if f.word(k+1) == "s" {
			k++
		}
		return k+1 < to && ofTheDead(f.word(k+1))
	}
	if k+2 < to && f.word(k) == "," && f.items[k+1].is(tNum) && f.word(k+2) == "," {
		k += 3
	} else if k+2 < to && f.word(k) == "(" && f.items[k+1].is(tNum) && f.word(k+2) == ")" {
		k += 3
	}
	for n := 0; k < to && n < 5; k, n = k+1, n+1 {
		it := &f.items[k]
		if it.is(tNeg) {
			return false
		}
		if it.is(tOut) && it.w != nil {
			return it.w.outcome == isnad.Killed && (it.w.harm == formSubject || it.w.harm == formPast && f.items[k-1].is(tAux)) && f.word(k) != "fell"
		}
		if f.word(k) == "shot" && k+2 < to && f.word(k+1) == "to" && f.word(k+2) == "death" {
			return true
		}
		if !it.is(tAux | tAdv) {
			return false
		}
	}
	return false
}

// ofTheDead tells the words for what only the dead have.
func ofTheDead(w string) bool {
	switch w {
	case "death", "killing", "murder", "slaying", "body", "funeral", "widow", "killer", "homicide", "hearse", "casket", "coffin", "burial", "slayer":
		return true
	}
	return false
}

// deadBefore tells whether what leads to the name with item i says so: "killed Joe Example",
// "the death of Example", "in the slaying of clerk Joe Example".
func (f *field) deadBefore(i int) bool {
	k := i - 1
	for n := 0; k > 0 && n < 4 && (f.items[k].is(tCap) && !f.items[k].is(tPunct|tNum|tOut) || f.items[k].is(tHead|tMod|tSrc) && f.items[k].is(tSingular)); n++ {
		k--
	}
	if k < 1 || f.items[k].para != f.items[i].para {
		return false
	}
	if f.word(k) == "of" {
		return ofTheDead(f.word(k-1)) || f.word(k-1) == "shooting death"
	}
	it := &f.items[k]
	if !it.is(tOut) || it.w == nil || it.w.outcome != isnad.Killed {
		return f.word(k) == "fatally shot" || f.word(k) == "shot and killed"
	}
	switch it.w.harm {
	case formGerund, formPast, formBase, formThird:
		return f.word(k) != "lost" && f.word(k) != "buried" && !f.items[k-1].is(tNeg)
	}
	return false
}

// namesDead tells whether the name in a figure is that of somebody who died.
func (f *field) namesDead(q *quantity) bool {
	if len(f.dead) == 0 || q.low != 1 || q.high != 1 {
		return false
	}
	for k := q.from; k < q.to && k < q.from+10; k++ {
		if f.items[k].is(tCap) && contains(f.dead, f.word(k)) {
			return true
		}
	}
	return false
}
