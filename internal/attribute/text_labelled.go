package attribute

// Telegrams and digests credit without any word of saying: "Medics: at least 19 dead." And a figure may be given, seen or spoken of: "a list of the
// council gives 14 dead", "monitors who visited two hospitals saw 11 bodies", "the union speaks,
// for its part, of 19 dead".

// labelled reads the speaker who opens a sentence before a colon.
func (d *doc) labelled(f *field, s *sentence, out []speech) []speech {
	for k := s.lead + 1; k < s.to-1 && k < s.lead+7; k++ {
		it := &f.items[k]
		if f.word(k) == ":" {
			last := &f.items[k-1]
			if !last.is(tSrc) && d.so[k-1] == 0 || last.is(tArmed) && !tellsHarm(f.word(k-1)) || labelsText(f.word(k-1), k-1 == s.lead) || f.items[k+1].start == it.end {
				return out // also "Mission: to", "10:30"
			}
			return d.headlineSpeaker(f, s.lead, k, k, true, out)
		}
		if it.is(tOut|tEv|tSay|tNum|tAux|tRel) && !it.is(tSrc) || it.is(tPunct) && !apostrophe(f.word(k)) {
			return out
		}
	}
	return out
}

// labelsText tells the words that before a colon say what follows, not who says it; some do so
// only where they stand alone.
func labelsText(w string, alone bool) bool {
	switch w[lastSpace(w)+1:] {
	case "report", "reports", "statement", "news", "press", "media", "contact", "photo", "center", "centre", "website", "site", "affidavit", "command":
		return true
	case "source", "sources", "family", "staff", "driver", "student", "worker", "workers", "head", "chief", "man", "woman", "office", "members", "member", "leader", "leaders", "owner", "students",
		"employees", "employee", "volunteers", "volunteer":
		return alone
	}
	return false
}

// tellsHarm tells the forces that are asked for figures.
func tellsHarm(w string) bool {
	return w == "police" || w == "army" || w == "military" || w == "gendarmerie"
}

// givesFigure tells whether a figure of the harmed is given, seen or spoken of with the verb at
// item k.
func (f *field) givesFigure(s *sentence, k int) bool {
	it := &f.items[k]
	if c := f.low[it.start]; c != 'g' && c != 's' || it.is(tCap) || k <= s.lead || f.items[k-1].is(tPron) {
		return false // nearly all words
	}
	n := k + 1
	switch f.word(k) {
	case "gives", "gave":
	case "speaks", "speak", "spoke":
		for n < s.to && n < k+5 && (f.word(n) == "," || f.items[n].is(tAdv|tFunc)) {
			n++
		}
		if n == k+1 || n >= s.to || f.word(n) != "of" {
			return false
		}
		n++
	default:
		return false
	}
	for n < s.to && n < k+8 && f.items[n].is(tQual|tMod|tAdv) {
		n++
	}
	if n+1 >= s.to || !f.items[n].is(tNum|tVague) {
		return false
	}
	for n++; n < s.to && n < k+11 && (f.items[n].is(tHead|tMod|tNat) || f.word(n) == "of"); n++ {
		if corpse(f.word(n)) {
			return !f.givenThem(s, n+1)
		}
	}
	if n >= s.to {
		return false
	}
	w := f.word(n)
	if f.word(k) == "gives" && (w == "." || w == ";" || w == ",") {
		return true // "a list of the hospital gives three"
	}
	return (f.items[n].is(tOut) || corpse(w)) && !f.givenThem(s, n+1) || w == "being" && n+1 < s.to && f.items[n+1].is(tOut|tEv)
}

// givenThem tells whether something else follows that the harmed, whose head may stand at item k, were given: "gave
// 12 wounded villagers water".
func (f *field) givenThem(s *sentence, k int) bool {
	if k+1 >= s.to || !f.items[k].is(tHead) {
		return false
	}
	it := &f.items[k+1]
	return !it.is(tPunct | tPrep | tLoc | tClause | tConj | tRel | tOut | tAux | tAdv | tFunc)
}

// givesBare tells whether the verb at item k gives a number and nothing else: "the ministry gives
// nine".
func (f *field) givesBare(s *sentence, k int) bool {
	switch f.word(k) {
	case "gives", "gave":
		return k > s.lead && k+1 < s.to && f.items[k+1].is(tNum|tQual)
	}
	return false
}

// corpse tells the words for the dead that are counted.
func corpse(w string) bool {
	switch w {
	case "dead", "bodies", "corpses", "deaths", "fatalities", "victims", "graves", "coffins", "martyrs", "wounded", "injured", "casualties":
		return true
	}
	return false
}
