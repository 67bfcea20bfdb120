package attribute

// A headline ends with who says so. Where its colon was lost that seems to belong to the name
// before it: "Jets kill 20 villagers in Sudans Kutum Monitor", "Car bomb kills 14 in Mosul
// Police".

// maxCloser bounds the words for who says so at the end of a headline.
const maxCloser = 4

// closer finds the words [a, end) for who says so that close a headline behind a deed; 0 for none.
func (f *field) closer(s *sentence) (a, end int) {
	if !f.alone || !f.inTitle && !s.heading {
		return 0, 0
	}
	end = s.to
	for k := s.from + 1; k < end; k++ {
		if f.word(k) == "|" {
			end = k // the outlet's own name follows
		}
	}
	for end > s.from && f.items[end-1].is(tPunct) {
		end--
	}
	if end-s.from < 4 || !closesHeadline(f.word(end-1)) {
		return 0, 0
	}
	a = end - 1
	for a > s.from+2 && end-a < maxCloser && tellerKind(f.word(a-1)) {
		a--
	}
	if it := &f.items[a-1]; it.is(tPunct|tPrep|tDet|tConj|tAux|tEv|tSay|tAccording) || it.is(tLoc) || f.word(a-1) == "by" || f.word(a-1) == "on" {
		return 0, 0 // "kills two near police", "12 dead: monitor"
	}
	n := a - 1
	for n > s.from && f.items[n].is(tCap) && f.items[n-1].is(tCap) {
		n--
	}
	switch f.word(n - 1) {
	case "with", "by", "against", "from", "of", "and", "between":
		return 0, 0 // "in clash with Mosul Police"
	}
	if n <= s.from || !f.deedBefore(s, a) {
		return 0, 0
	}
	return a, end
}

// setAlone notes for the headline and the body whether the headline tells all that the report has to
// tell; else the body says better who says so and where it was.
func (d *doc) setAlone() {
	alone := true
	for si := range d.body.sents {
		s := &d.body.sents[si]
		if s.heading {
			continue
		}
		if d.body.deedBefore(s, s.to) {
			alone = false
			break
		}
	}
	d.title.alone, d.body.alone = alone, alone
}

// closesHeadline tells the words for who says so that headlines end with.
func closesHeadline(w string) bool {
	switch w {
	case "monitor", "monitors", "monitoring group", "ngo", "ngos", "report", "reports", "official", "officials", "ministry", "police", "observatory", "governor", "medics", "media", "tv", "television", "state media", "state tv", "state television",
		"news agency", "state news agency", "agency", "source", "sources", "medical source", "medical sources", "military source", "security source", "police source", "witnesses", "activists", "rescuers", "un", "military", "army":
		return true
	}
	return false
}

// tellerKind tells the words that say of what kind such a teller is.
func tellerKind(w string) bool {
	switch w {
	case "state", "medical", "military", "security", "local", "health", "defence", "defense", "interior", "war", "police", "army", "rescue", "hospital", "news", "opposition", "kurdish", "rebel":
		return true
	}
	return false
}

// tellerCloses tells whether what stands right behind the place p closes a headline and is no part of
// a name: the place is told as where it was.
func (d *doc) tellerCloses(f *field, s *sentence, p *placeMention) bool {
	if a, _ := f.closer(s); a != p.to {
		return false
	}
	return p.prep >= s.from && f.word(p.prep) != "of" || p.from > s.from && d.lostApostrophe(f, p.from-1)
}
