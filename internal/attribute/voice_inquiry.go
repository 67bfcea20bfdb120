package attribute

import "strings"

// Who looks into a deed is credited with what is told of it, without any word of
// saying: "Police are investigating a shooting that left two dead", "Detectives
// on Monday arrested a man in connection with the stabbing of ...".

// inquires tells whether the word at item k is one of looking into a deed.
func (f *field) inquires(k int) bool {
	switch f.word(k) {
	case "investigating", "searching", "seeking", "asking", "looking", "arrested":
		return !f.items[k].is(tCap)
	}
	return false
}

// inquiry reads who looks into a deed with the verb at item k.
func (d *doc) inquiry(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1, before: true, inquires: true}
	if f.word(k) == "arrested" && !f.connects(k, s.to) {
		return sp, false // an arrest may be the deed itself
	}
	a, b := d.speakerLeft(f, s, k)
	if b > a && !inquirer(f.word(b-1)) {
		for j := a + 1; j < b; j++ {
			if f.items[j].is(tLoc) && inquirer(f.word(j-1)) {
				b = j // "Police in Gary are investigating"
			}
		}
	}
	if b <= a || !inquirer(f.word(b-1)) {
		return sp, false
	}
	sp.from, sp.who = a, [2]int{a, b}
	d.names(f, a, b, &sp)
	return sp, len(sp.names) > 0
}

// naming reads who names a deed with the verb at item k: "in what police are calling
// a hate crime", "in what deputies described as a feud".
func (d *doc) naming(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, to: k + 1, inquires: true}
	switch f.word(k) {
	case "calling", "called", "call", "describe", "described", "describing", "termed":
	default:
		return sp, false
	}
	j := k - 1
	for j > s.from && f.items[j].is(tAux|tAdv) {
		j--
	}
	for b := j + 1; j > s.from && j > b-5; j-- {
		if f.word(j-1) == "what" {
			if last := &f.items[b-1]; !inquirer(f.word(b-1)) && !last.is(tSrc) && d.so[b-1] == 0 {
				return sp, false
			}
			sp.from, sp.who = j, [2]int{j, b}
			d.names(f, j, b, &sp)
			return sp, len(sp.names) > 0
		}
		if f.items[j].is(tPunct | tEv | tOut) {
			break
		}
	}
	return sp, false
}

// compiler reads whose reports a list of incidents is made from, before it begins:
// "compiled from reports by the Example Police Department", "provided by deputies".
func (d *doc) compiler(f *field, s *sentence) []string {
	for k := s.from; k < s.to; k++ {
		switch f.word(k) {
		case "compiled", "taken", "drawn", "gathered", "provided", "supplied":
		default:
			continue
		}
		for j := k + 1; j+1 < s.to && j < k+6; j++ {
			if w := f.word(j); w != "by" && w != "of" && w != "from" {
				continue
			}
			if a, b := d.speakerRight(f, s, j+1); b > a && inquirer(f.word(b-1)) {
				var sp speech
				d.names(f, a, b, &sp)
				return sp.names
			}
		}
	}
	return nil
}

// publication reads whose account a sentence says that the report is.
func (d *doc) publication(f *field, s *sentence) []string {
	for k := s.lead + 1; k < s.to; k++ {
		switch f.word(k) {
		case "published", "issued", "released", "gives", "gave", "presents", "brought":
			if names := d.publisher(f, s, k); names != nil {
				return names
			}
		}
	}
	return nil
}

// maxToAccount bounds the items from the verb to what is published.
const maxToAccount = 6

// publisher reads whose account follows, from the verb at k: "The Centre has published its account of
// violations", "Its field workers give this account", "The group brought out a report on its cases".
func (d *doc) publisher(f *field, s *sentence, k int) []string {
	for n := k + 1; n < s.to && n < k+maxToAccount; n++ {
		switch f.word(n) {
		case "account", "report", "update", "summary", "findings", "digest", "bulletin", "chronology":
			a, b := d.speakerLeft(f, s, k)
			if b <= a || !f.items[a].is(tCap) && !(f.items[a].is(tDet) && a+1 < b && f.items[a+1].is(tCap)) {
				return nil
			}
			var sp speech
			d.names(f, a, b, &sp)
			return sp.names
		}
		if it := &f.items[n]; it.is(tPunct|tSay|tOut|tEv|tClause) && !it.is(tHead) {
			return nil
		}
	}
	return nil
}

// connects tells whether an arrest at item k is for another deed: "in connection
// with", "on suspicion of".
func (f *field) connects(k, to int) bool {
	for j := k + 1; j < to && j < k+14; j++ {
		switch f.word(j) {
		case "connection", "suspicion":
			return true
		}
	}
	return false
}

// inquirer tells the words that end the names of those who look into deeds.
func inquirer(w string) bool {
	switch w {
	case "police", "deputies", "detectives", "officers", "investigators", "authorities", "troopers", "department", "office":
		return true
	}
	return strings.HasSuffix(w, " police") || strings.HasSuffix(w, " department")
}

// comesAfter tells whether the verb at item e is one of what the police do once a deed is
// done: "police are at the scene", "officers were called to", "deputies have not said".
func (f *field) comesAfter(s *sentence, e int) bool {
	for n := 0; n < 4 && e < s.to && f.items[e].is(tAux|tAdv|tNeg|tWeekday|tRelDay); n++ {
		e++
	}
	if e+1 >= s.to {
		return false
	}
	switch f.word(e) {
	case "at", "on":
		for n := e + 1; n < s.to && n < e+3; n++ {
			if f.word(n) == "scene" {
				return true
			}
		}
	case "called", "dispatched", "sent", "summoned", "looking", "searching", "investigating", "seeking", "asking", "trying", "working", "hoping", "interviewing", "canvassing", "reviewing",
		"responding", "arrived", "arrive", "arriving", "got", "went", "rushed", "interviewed", "canvassed", "released", "announced", "identified", "believe", "think", "suspect", "ask", "urge", "asked", "urged",
		"seek", "sought", "want", "wanted", "tweeted", "cordoned", "sealed", "traced", "spotted", "located", "booked", "charged", "interview", "talked", "spoke", "spoken", "named":
		return true
	}
	return false
}
