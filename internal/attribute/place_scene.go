package attribute

import "strings"

// Reports of gunfire tell first what happened and in which town, and then, in a
// sentence of its own, where and when exactly: "The shooting happened about 9 p.m. in
// the 900 block of Oak Street", "Officers were called to the Example Inn".

// setsScene tells whether a sentence goes on with a deed told before by saying where
// and when it was: its subject is "the shooting" or "it", its verb "happened".
func (f *field) setsScene(s *sentence) bool {
	return f.setsSceneAt(s, s.lead) || f.setsSceneAt(s, f.pastTeller(s))
}

// setsSceneAt is setsScene of the clause that begins at item k.
func (f *field) setsSceneAt(s *sentence, k int) bool {
	if k+1 >= s.to {
		return false
	}
	switch f.word(k) {
	case "it", "this":
		return happened(f.word(k + 1))
	case "the", "that":
	case "gunfire", "shots", "gunshots":
		return happened(f.word(k+1)) || f.items[k+1].is(tAux) && k+2 < s.to && (f.word(k+2) == "reported" || f.word(k+2) == "heard")
	case "shots were fired", "shots rang out", "gunfire erupted", "gunfire broke out", "gunfire rang out", "gunshots rang out":
		return true
	default:
		return false
	}
	for n := k + 1; n+1 < s.to && n < k+4; n++ {
		if theDeed(f.word(n)) {
			if f.word(n+1) == "itself" {
				n++
			}
			return n+1 < s.to && (happened(f.word(n+1)) || n+2 < s.to && f.items[n+1].is(tAux) && f.word(n+2) == "reported")
		}
		if it := &f.items[n]; it.is(tPunct|tCap|tOrdinal) || ordered(f.word(n)) {
			return false // "the second shooting"
		}
	}
	return false
}

// pastTeller is where the clause begins of which a sentence first says who tells it: "Karm
// police say the shooting happened", "According to deputies, it began"; s.to where it does not.
func (f *field) pastTeller(s *sentence) int {
	according := f.items[s.lead].is(tAccording)
	for k := s.lead; k+1 < s.to && k < s.lead+9; k++ {
		switch it := &f.items[k]; {
		case according && f.word(k) == ",":
			return k + 1
		case it.is(tSay) && k > s.lead && !it.is(tAccording):
			if f.word(k+1) == "that" {
				k++
			}
			return k + 1
		case it.is(tAux | tOut | tClause | tRel):
			return s.to
		}
	}
	return s.to
}

// ordered tells the words that tell one of several deeds from the others.
func ordered(w string) bool {
	switch w {
	case "first", "second", "third", "fourth", "last", "latest", "other", "next", "earlier", "later", "previous", "deadliest", "worst", "separate", "similar", "final":
		return true
	}
	return false
}

// theDeed tells the words that a report takes a deed up with.
func theDeed(w string) bool {
	switch w {
	case "shooting", "gunfire", "shots", "stabbing", "attack", "assault", "incident", "killing", "explosion", "blast", "bombing", "violence", "robbery", "crash", "ambush", "confrontation", "altercation", "fight", "strike", "raid", "massacre", "deed", "crime", "homicide", "murder", "murders", "killings", "slaying", "slaughter", "execution", "executions", "assassination", "explosions", "bombings", "abduction", "kidnapping", "shelling", "air strike", "airstrike", "bombardment", "clash", "clashes", "attacks", "strikes", "airstrikes", "air strikes", "air raid", "air raids", "raids", "gas attack", "chemical attack", "drone strike", "incidents", "events", "abductions", "massacres", "incursion":
		return true
	}
	return false
}

// happened tells the verbs that say of a deed that it was, and no more.
func happened(w string) bool {
	switch w {
	case "happened", "occurred", "took place", "took", "broke out", "erupted", "unfolded", "rang out", "began", "started":
		return true
	}
	return false
}

// sceneOf tells whether b only says where and when the deed of a was, the last that was
// told of before it.
func (d *doc) sceneOf(a, b *partial) bool {
	if b.f0 != a.f0 || a.title || b.si0-a.last > 3 || b.si0 == a.last || !b.f.setsScene(&b.sent) {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	if !b.f.setsSceneAt(&b.sent, b.sent.lead) && a.fr.said != nil && b.fr.said != nil && !d.roll.overlap(a.names, b.names) && !(ofTheLaw(a.names) && ofTheLaw(b.names)) {
		return false // another's account
	}
	return figures(a.killed, b.killed) != figDiffer && figures(a.injured, b.injured) != figDiffer
}

// ofTheLaw tells whether names are of those who look into a deed of a town, whose accounts
// are one: "police", "Sgt. Jane Doe", "authorities".
func ofTheLaw(names []string) bool {
	for _, n := range names {
		for _, w := range strings.Fields(strings.ToLower(n)) {
			switch w {
			case "police", "officers", "officer", "deputies", "deputy", "sheriff", "sheriff's", "sheriff’s", "authorities", "officials", "investigators", "detectives", "detective",
				"sgt.", "sgt", "lt.", "lt", "capt.", "capt", "cpl.", "cpl", "maj.", "chief", "cmdr.", "troopers", "trooper", "coroner":
				return true
			}
		}
	}
	return false
}

// addressAfter finds the street that one of the next sentences gives a claim: one that
// sets its scene or says where officers were called, before any other claim is told.
// Nil where there is none.
func (d *doc) addressAfter(p *partial) *foundPlace {
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if !q.m.street || q.f.inTitle {
			continue
		}
		dist, _ := d.far(p, q.f, q.si)
		if dist < 1 || dist > 3 {
			continue
		}
		s := &q.f.sents[q.si]
		if (q.f.setsScene(s) || q.f.callsHelp(s) || q.f.helpComesTo(s, q.m.from)) && !d.toldBetween(p, q.si-dist, q.si) {
			return q
		}
	}
	return nil
}

// toldBetween tells whether another claim than p is told in the sentences (from, to] of
// its field.
func (d *doc) toldBetween(p *partial, from, to int) bool {
	for j := range d.partials {
		o := &d.partials[j]
		if o == p || o.drop || o.f0 != p.f0 {
			continue
		}
		for _, t := range o.tells {
			if x := &d.tellings[t]; x.f == p.f0 && x.si > from && x.si <= to {
				return true
			}
		}
	}
	return false
}

// callsHelp tells whether a sentence begins with who was called to a place: "Officers
// responded to", "Deputies were sent to", "The sheriff said deputies were called to".
func (f *field) callsHelp(s *sentence) bool {
	if f.callsHelpAt(s, s.lead) {
		return true
	}
	k := f.pastTeller(s)
	return k < s.to && f.callsHelpAt(s, k)
}

// maxBeforeHelp bounds the items of the day and hour before whom a sentence tells were called.
const maxBeforeHelp = 16

// helpCalled tells whether a sentence says in its first clause who was called or came: "On Tuesday, July 18, at
// about 1914 hours, officers responded to".
func (f *field) helpCalled(s *sentence) bool {
	for k := s.lead; k < s.to && k < s.lead+maxBeforeHelp; k++ {
		if f.lawful(k, k+1) || rescuers(f.word(k)) {
			for n := k + 1; n < s.to && n < k+9; n++ {
				switch f.word(n) {
				case "called", "responded", "responded to", "sent", "dispatched", "summoned":
					return true
				}
			}
		}
		if it := &f.items[k]; it.is(tSay|tOut|tEv|tRel) && !it.is(tHead|tNum) {
			return false
		}
	}
	return false
}

// callsHelpAt is callsHelp of the clause that begins at item lead.
func (f *field) callsHelpAt(s *sentence, lead int) bool {
	for k := lead; k < s.to && k < lead+5; k++ {
		if !f.lawful(k, k+1) && !rescuers(f.word(k)) {
			continue
		}
		for n := k + 1; n < s.to && n < k+5; n++ {
			switch f.word(n) {
			case "called", "responded", "responding", "sent", "dispatched", "arrived", "arriving", "went", "rushed", "summoned":
				return true
			}
		}
	}
	return false
}

// helpComesTo tells whether the words before the place at item at say that who helps or
// looks into it came there: "when officers got to the home on Example Road".
func (f *field) helpComesTo(s *sentence, at int) bool {
	for k := at - 1; k > s.from && k > at-7; k-- {
		switch f.word(k) {
		case "called", "responded", "sent", "dispatched", "arrived", "got", "went", "rushed", "summoned", "came":
			for n := k - 1; n >= s.from && n > k-4; n-- {
				if f.lawful(n, n+1) || rescuers(f.word(n)) {
					return true
				}
			}
			return false
		}
		if f.items[k].is(tPunct | tClause | tSay) {
			return false
		}
	}
	return false
}

// rescuers tells the words for who comes to help.
func rescuers(w string) bool {
	switch w {
	case "paramedics", "firefighters", "medics", "crews", "ambulances", "responders":
		return true
	}
	return false
}

// opensAnother tells whether a sentence begins with another deed than those before it:
// "The second shooting", "A separate attack", "Another strike".
func (f *field) opensAnother(s *sentence) bool {
	k := s.lead
	if k+1 >= s.to {
		return false
	}
	other := f.word(k) == "another"
	switch f.word(k) {
	case "the", "a", "another", "in":
	default:
		return false
	}
	for n := k + 1; n < s.to && n < k+5; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "second" || w == "third" || w == "fourth" || w == "separate" || w == "another" || w == "other" && f.word(k) == "the":
			other = true
		case other && (theDeed(w) || it.is(tEv) && it.w.evForm == formNoun):
			return true
		case it.is(tPunct | tAux | tPrep | tOut | tNum):
			return false
		}
	}
	return false
}
