package attribute

// culprit finds a person who is no armed body but is plainly said to have done
// it: who shot or killed somebody, by whom somebody was killed, who is charged
// with it. Nobody else who is named in a report becomes an actor.
func (d *doc) culprit(f *field, s *sentence, i int) (actorMention, bool) {
	m := actorMention{from: i, to: i + 1, person: true}
	it := &f.items[i]
	switch {
	case it.is(tHead) && !it.is(tCap|tSay|tArmed|tForce):
		if it.w.category == "" {
			return m, false
		}
	case it.is(tCap) && it.w == nil && !s.heads && d.mayName(f, i):
		if i > s.from && f.items[i-1].is(tCap) && !f.items[i-1].is(tPunct) && d.mayName(f, i-1) {
			return m, false // inside a name
		}
		for m.to < s.to && m.to < i+4 && d.mayName(f, m.to) {
			m.to++
		}
	default:
		return m, false
	}
	if f.harmedBy(s, i) {
		return m, true
	}
	e := f.pastAge(s, m.to)
	if f.charged(s, e) {
		m.charged = true
		return m, true
	}
	return m, e == m.to && f.killing(s, e)
}

// mayName tells whether item k may be part of a person's name.
func (d *doc) mayName(f *field, k int) bool {
	it := &f.items[k]
	return it.is(tCap) && it.w == nil && !it.is(tNum|tPunct) && d.gz[k] == 0 && d.so[k] == 0 && d.pa[k] == 0 && !d.org[k]
}

// harmedBy tells whether "killed by", "shot dead by" leads to item i, a word of
// whose he is at most between.
func (f *field) harmedBy(s *sentence, i int) bool {
	k := i - 1
	for k > s.from && k > i-4 && (f.items[k].is(tDet|tNum) && f.word(k) != "by") {
		k--
	}
	if k <= s.from || f.word(k) != "by" {
		return false
	}
	for j := k - 1; j >= s.from && j > k-4; j-- {
		switch f.word(j) {
		case "killed", "shot", "stabbed", "murdered", "wounded", "injured", "beaten", "gunned", "attacked", "abducted", "kidnapped", "strangled", "hacked":
			return true
		}
	}
	return false
}

// killing tells whether an active verb of killing or firing begins at item e:
// "shot his neighbour", "opened fire on", "stabbed two".
func (f *field) killing(s *sentence, e int) bool {
	for n := 0; n < 3 && e < s.to && f.items[e].is(tAdv|tHedge); n++ {
		e++
	}
	if e < s.to && (f.word(e) == "had" || f.word(e) == "has" || f.word(e) == "have") {
		e++
	}
	if e+1 >= s.to {
		return false
	}
	next := &f.items[e+1]
	w := f.word(e + 1)
	object := next.is(tDet|tPron|tNum|tVague|tQual) || next.is(tCap) && !next.is(tPunct) || w == "another"
	switch f.word(e) {
	case "opened fire", "opened", "fired", "gunned down", "blew himself up", "detonated":
		return f.word(e) != "opened" || w == "fire"
	case "shot", "killed", "stabbed", "murdered", "attacked", "strangled", "hacked", "gunned", "beat", "rammed", "ambushed":
		return object || w == "and" && e+2 < s.to && f.items[e+2].is(tOut|tEv) || w == "down" || w == "at"
	}
	return false
}

// pastAge returns the item after an age between commas at item k: "Doe, 28, is".
func (f *field) pastAge(s *sentence, k int) int {
	if k+2 < s.to && f.word(k) == "," && f.items[k+1].is(tNum) && f.word(k+2) == "," {
		return k + 3
	}
	return k
}

// charged tells whether "is charged with", "was arrested for" stands at item e.
func (f *field) charged(s *sentence, e int) bool {
	aux := false
	for n := 0; n < 4 && e < s.to && f.items[e].is(tAux|tAdv); n++ {
		aux = aux || f.items[e].is(tAux)
		e++
	}
	if e+1 >= s.to {
		return false
	}
	to := f.word(e + 1)
	switch f.word(e) {
	case "charged":
		return aux && (to == "with" || to == "in")
	case "accused":
		return aux && to == "of"
	case "convicted":
		return to == "of"
	case "arrested", "wanted", "indicted", "jailed", "sentenced":
		return aux && (to == "for" || to == "in" || to == "on" || to == "over")
	case "pleaded":
		return to == "guilty"
	}
	return false
}
