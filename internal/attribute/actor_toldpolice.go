package attribute

// On the police beat those who were hit, or who fired, tell the police of it themselves: "The
// suspect told detectives that", "A man was being treated for a stab wound. He told officers". It
// is they who say so, and not who spoke last.

// tellsPolice tells whether the verb at item k is one of telling the police something.
func (f *field) tellsPolice(s *sentence, k int) bool {
	switch f.word(k) {
	case "told", "tells", "telling":
	default:
		return false
	}
	n := k + 1
	for n < s.to && n < k+5 && !f.items[n].is(tPunct|tSay) {
		switch f.word(n) {
		case "police", "officers", "officer", "deputies", "deputy", "detectives", "detective", "investigators", "investigator", "authorities", "troopers", "trooper", "dispatchers", "dispatcher", "dispatch",
			"sgt", "cpl", "det", "sergeant", "agents", "jurors", "paramedics", "medics":
			return true
		}
		n++
	}
	return false
}

// whoTellsPolice returns the items of the person who tells the police something with the verb at
// item k, whatever he is called: "the suspect", "a passenger in the car".
func (d *doc) whoTellsPolice(f *field, s *sentence, k int) (int, int) {
	j := k - 1
	for j > s.lead && f.items[j].is(tAux|tAdv) {
		j--
	}
	for i := j; i >= s.lead && i > j-8; i-- {
		it := &f.items[i]
		if it.is(tPunct|tOut|tEv|tSay|tRel|tClause|tConj) && !it.is(tDet) {
			return 0, 0
		}
		if w := f.word(i); (w == "the" || w == "a" || w == "an" || w == "his" || w == "her" || w == "one" || w == "another") && i < j {
			e := i + 1
			for e <= j && !f.items[e].is(tPrep|tLoc) {
				e++
			}
			if e == i+1 || f.items[e-1].is(tPlaceHead|tThing|tWeapon|tPlane) {
				return 0, 0
			}
			return i, e
		}
	}
	return 0, 0
}

// personBefore is the person told of last in the sentence before s whom "he" or "she" can mean,
// as he is called there: "38-year-old man"; nil where none is.
func (d *doc) personBefore(f *field, s *sentence, she bool) []string {
	n := d.si - 1
	if n < 0 || d.si >= len(f.sents) || &f.sents[d.si] != s {
		return nil
	}
	prev := &f.sents[n]
	for i := prev.to - 1; i > prev.lead; i-- {
		if !f.items[i].is(tHead|tSrc|tSingular) && f.items[i].w != nil || f.items[i].is(tCap) {
			continue
		}
		sex := sexOf(f.word(i))
		if sex == 0 || sex == 'f' && !she || sex == 'm' && she {
			continue
		}
		a := i
		for a > prev.lead && a > i-6 && (!f.items[a-1].is(tDet|tPunct|tPrep|tLoc|tOut|tEv|tSay|tAux|tConj) && f.word(a-1) != "a" && f.word(a-1) != "an" || f.word(a-1) == "-") {
			a--
		}
		if a == prev.lead || !f.items[a-1].is(tDet) && f.word(a-1) != "a" && f.word(a-1) != "an" && f.word(a-1) != "one" {
			continue
		}
		if b := a - 2; b >= prev.lead && f.word(b) == "by" {
			continue // he did it: "was stabbed by a teenager. He told officers"
		}
		return []string{f.written(a, i+1)}
	}
	return nil
}

// sexOf tells of a word for one person whether it is 'm', 'f' or may be 'e'ither; 0 for others.
func sexOf(w string) byte {
	switch w[lastSpace(w)+1:] {
	case "man", "boy", "male", "father", "husband", "son", "brother", "uncle", "gentleman", "nephew", "grandfather", "boyfriend":
		return 'm'
	case "woman", "girl", "female", "mother", "wife", "daughter", "sister", "aunt", "niece", "grandmother", "girlfriend":
		return 'f'
	case "teen", "teenager", "resident", "victim", "suspect", "student", "driver", "passenger", "clerk", "employee", "tenant", "neighbor", "neighbour", "homeowner", "customer", "juvenile", "cashier", "owner",
		"worker", "shooter", "gunman", "caller", "complainant", "bystander", "landlord", "roommate", "cousin", "guest", "patron", "patient", "subject":
		return 'e'
	}
	return 0
}
