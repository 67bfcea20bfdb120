package attribute

// A lawyer, a reporter or a nurse whom the state takes is no suspect of the violence that a
// report tells of beside it: "An actress was detained at the airport on Thursday".

// maxHeld bounds the items between a word of arrest and whom it is about.
const maxHeld = 7

// heldForCalling tells whether those whose arrest the word at k tells are named by a calling
// that states go after, and nothing is said of a crime.
func (f *field) heldForCalling(s *sentence, k int, passive bool) bool {
	for n := s.from; n < s.to; n++ {
		if suspicion(f.word(n)) {
			return false
		}
	}
	if passive {
		for n := k - 1; n >= s.lead && n >= k-maxHeld-8; n-- {
			if wantedCalling(f.word(n)) {
				return f.ofThePassive(n, k)
			}
			if f.items[n].is(tSay) {
				return false
			}
		}
		return false
	}
	for n := k + 1; n < s.to && n <= k+maxHeld; n++ {
		if wantedCalling(f.word(n)) {
			return n+1 >= s.to || !apostrophe(f.word(n+1))
		}
		if it := &f.items[n]; it.is(tPunct|tPrep|tLoc|tSay|tRel|tConj) && !it.is(tMod) {
			return false
		}
	}
	return false
}

// ofThePassive tells whether the noun at n is the subject of the passive verb at k: nothing
// but its own clauses stand between, "an actress known for her role in a series was detained".
func (f *field) ofThePassive(n, k int) bool {
	for j := n + 1; j < k; j++ {
		if it := &f.items[j]; it.is(tSay|tConj) || it.is(tPunct) && f.word(j) != "," {
			return false
		}
	}
	return true
}

// suspicion tells the words with which an arrest is one for a crime.
func suspicion(w string) bool {
	switch w {
	case "suspicion", "suspected", "suspect", "suspects", "charged", "charges", "charge", "connection", "booked", "jail", "bail", "warrant", "murder", "homicide", "manslaughter", "gun", "weapon", "weapons",
		"drugs", "theft", "robbery", "burglary", "fraud", "shooting", "stabbing", "assault", "accused", "alleged", "allegedly", "hemp", "cocaine", "heroin", "cannabis", "smuggling", "complicity", "involvement", "attack", "attacks", "bombing", "killing":
		return true
	}
	return false
}

// wantedCalling tells the callings for which people are taken.
func wantedCalling(w string) bool {
	switch w {
	case "journalist", "journalists", "reporter", "reporters", "correspondent", "photographer", "photojournalist", "cameraman", "editor", "blogger", "bloggers", "broadcaster", "presenter", "columnist", "media worker", "media workers",
		"lawyer", "lawyers", "judge", "attorney", "activist", "activists", "defender", "defenders", "campaigner", "campaigners", "dissident", "dissidents", "organiser", "organizer", "organisers", "organizers", "unionist", "unionists",
		"politician", "politicians", "lawmaker", "lawmakers", "parliamentarian", "councillor", "councillors", "senator", "minister", "leader", "opposition leader",
		"actress", "actor", "singer", "poet", "writer", "novelist", "filmmaker", "cartoonist", "artist", "artists", "rapper", "musician", "academic", "academics", "professor", "lecturer",
		"doctor", "doctors", "nurse", "nurses", "midwife", "midwives", "surgeon", "paramedic", "paramedics", "medic", "medics", "health worker", "health workers", "aid worker", "aid workers", "volunteer", "volunteers",
		"priest", "priests", "pastor", "pastors", "bishop", "monk", "monks", "nun", "nuns", "imam", "imams", "cleric", "clerics", "preacher", "sheikh", "protester", "protesters", "demonstrator", "demonstrators", "worshippers", "schoolgirls":
		return true
	}
	return false
}
