package attribute

import "strings"

// A people stands for its armed forces: "the Russians shelled the port", "bombed by the
// Israelis". A word that only says whom a body belongs to is not the body: "the PKK-linked
// YPG", "an ISIS affiliate".

// peopleDid finds a people that is plainly said to have done it.
func (f *field) peopleDid(s *sentence, i int) (actorMention, bool) {
	m := actorMention{from: i, to: i + 1}
	it := &f.items[i]
	if i <= s.from || f.word(i-1) != "the" || !it.is(tCap) || it.w != nil && !it.is(tNat|tHead) || it.is(tUpper|tNum|tPunct) || s.heads || !peopleName(f.word(i)) || i+1 >= s.to {
		return m, false
	}
	if i-1 > s.from && f.word(i-2) == "by" {
		return m, f.doneBy(s, i-2)
	}
	if i-1 > s.from && (f.items[i-2].is(tPrep|tEv|tOut) || f.leadsOn(i-2)) {
		return m, false
	}
	e := f.pastHad(s, i+1)
	if e >= s.to || f.items[e].is(tCap) {
		return m, false
	}
	n := &f.items[e]
	return m, carriesOut(f.word(e)) || n.is(tEv) && n.w.evForm >= formThird && n.w.evForm <= formPast && n.w.evForm != formGerund || f.killsPeople(s, e)
}

// peopleName tells whether a word ends as the names of many of one people do.
func peopleName(w string) bool {
	switch w {
	case "turks", "serbs", "croats", "kurds", "danes", "poles", "finns", "czechs", "arabs", "afghans", "uzbeks", "tajiks", "germans", "houthis", "israelis", "saudis", "iraqis", "emiratis", "pakistanis", "yemenis", "omanis",
		"qataris", "kuwaitis", "bahrainis", "azeris", "bosniaks", "british", "french", "chinese", "japanese", "vietnamese", "burmese", "sudanese", "lebanese", "congolese", "druze":
		return true
	}
	return len(w) > 6 && (strings.HasSuffix(w, "ians") || strings.HasSuffix(w, "icans") || strings.HasSuffix(w, "eans"))
}

// belongsTo tells whether item k only says whom the body or the station behind it belongs
// to: "the PKK-linked YPG", "the ISIS-run Dawn agency".
func (d *doc) belongsTo(f *field, s *sentence, k int) bool {
	w := f.word(k)
	i := strings.LastIndexByte(w, '-')
	if i < 0 || k+1 >= s.to {
		return false
	}
	switch w[i+1:] {
	case "linked", "affiliated", "allied", "aligned", "inspired", "run", "controlled", "owned", "sponsored":
	default:
		return false
	}
	n := &f.items[k+1]
	if n.is(tArmed|tForce) && !n.is(tCap) {
		return false // "ISIS-linked gunmen" are called so
	}
	return d.pa[k+1] != 0 && d.pa[k+1] != d.pa[k] || d.org[k+1] || n.is(tSrc) || n.is(tCap) && !n.is(tNat|tPunct)
}
