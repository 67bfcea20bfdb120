package attribute

// The dead of a battle are often told side by side, and the verb once: "left 15 dead among
// the rebels and 23 among the soldiers", "killed nine in rebel ranks and four on the army's
// side".

// maxSide bounds the words that name a side behind a figure.
const maxSide = 5

// ofASide tells whether a figure is followed by whose people they were: "23 among the
// soldiers".
func (f *field) ofASide(s *sentence, q *quantity) bool {
	k := q.to
	if k+1 >= s.to {
		return false
	}
	switch f.word(k) {
	case "among":
		k++
		for k+1 < s.to && f.items[k].is(tDet|tMod|tNat) && !f.items[k].is(tHead|tForce|tArmed) {
			k++
		}
		return f.items[k].is(tHead|tForce|tArmed) || f.fightsFor(k) || f.namesASide(k, min(s.to, k+maxSide))
	case "in", "on", "from":
		return f.namesASide(k+1, min(s.to, k+1+maxSide))
	}
	return false
}

// namesASide tells whether a side is named in the items [a, b): "rebel ranks", "the army's side".
func (f *field) namesASide(a, b int) bool {
	for k := a; k < b; k++ {
		if it := &f.items[k]; it.is(tOut|tSay|tAux|tNum|tRel) || it.is(tPunct) && !apostrophe(f.word(k)) {
			return false
		}
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "ranks", "side":
			return true
		}
	}
	return false
}

// fightsFor tells whether the word at k is who fights against others.
func (f *field) fightsFor(k int) bool {
	switch f.word(k) {
	case "adversaries", "opponents", "rivals", "attackers", "defenders", "enemies":
		return true
	}
	return false
}

// eachSide tells whether the figure at q goes on from the harm of c with those of the other
// side.
func (f *field) eachSide(s *sentence, c *casualty, q *quantity) bool {
	if q.from-1 <= c.to || f.word(q.from-1) != "and" && f.word(q.from-1) != "," {
		return false
	}
	first := *q
	first.to = c.to
	return f.ofASide(s, &first) && f.ofASide(s, q)
}
