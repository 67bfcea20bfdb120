package attribute

import "strings"

// Between somebody who fires and the verb may stand whose he is, where and what he was
// doing: "an occupant of the truck fired twice", "someone inside began shooting", "guards
// manning a checkpoint opened fire".

// pastOwner returns the item after such words from item k on, where a verb of firing or
// one of coming to it follows them; else k.
func (f *field) pastOwner(s *sentence, k int) int {
	if k+1 >= s.to {
		return k
	}
	switch w := f.word(k); {
	case w == "inside", w == "outside", w == "nearby", w == "there", w == "on board":
		if f.fires(s, k+1) {
			return k + 1
		}
		return k
	case w == "of", f.posted(k):
	default:
		return k
	}
	many := f.word(k) == "of" && f.items[k-1].is(tHead) && !f.items[k-1].is(tSingular)
	for j := k + 1; j < s.to && j < k+maxManner; j++ {
		it := &f.items[j]
		if it.is(tAux|tRel|tSay|tClause) || it.is(tPunct) && !apostrophe(f.word(j)) {
			return k
		}
		if j > k+1 && (f.fires(s, j) || many && !f.items[j-1].is(tDet) && (f.killing(s, j) || f.ravages(s, j))) {
			return j // "supporters of the ruling party attacked a polling station"
		}
		many = many && !it.is(tConj)
		if it.is(tOut) && it.w.harm != formNone {
			return k
		}
	}
	return k
}

// posted tells whether item k is a gerund for where armed people are or what they do.
func (f *field) posted(k int) bool {
	switch f.word(k) {
	case "manning", "guarding", "patrolling", "holding", "carrying", "riding", "driving", "standing", "hiding", "sitting", "posing", "pretending", "wielding",
		"exhibiting", "fleeing", "attending", "trying", "attempting", "using", "staying", "living", "responding", "serving", "playing", "cleaning", "handling", "loading", "unloading",
		"waiting", "walking", "working", "escorting", "searching", "pursuing", "chasing", "passing", "travelling", "traveling", "staffing", "operating", "positioned", "stationed", "perched", "dressed":
		return true
	}
	return false
}

// fires tells whether an active verb of firing, or of beginning to, stands at item e.
func (f *field) fires(s *sentence, e int) bool {
	for n := 0; n < 2 && e < s.to && f.items[e].is(tAdv); n++ {
		e++
	}
	switch f.word(min(e, len(f.items)-1)) {
	case "shot", "fired", "fired at", "fired on", "shot at", "opened", "opened fire", "opened fire on", "opened fire at", "began", "started", "discharged", "shot and killed", "shot and wounded", "shot dead", "fatally shot", "gunned down",
		"shot up", "sprayed", "fired shots", "opened gunfire", "sprayed bullets", "fired upon":
		return e < s.to && f.killing(s, e)
	}
	return e < s.to && f.discharges(s, e)
}

// discharges tells whether "discharged a firearm" or "emptied his pistol" stands at item e.
func (f *field) discharges(s *sentence, e int) bool {
	switch f.word(e) {
	case "discharged", "emptied", "unloaded":
	default:
		return strings.HasPrefix(f.word(e), "discharged ")
	}
	for k := e + 1; k < s.to && k < e+6; k++ {
		switch w := f.word(k); w {
		case "firearms", "weapons", "round", "rounds", "shots", "magazine", "clip":
			return true
		default:
			if gun(w) {
				return true
			}
		}
		if f.items[k].is(tPunct | tPrep) {
			return false
		}
	}
	return false
}

// wounds tells whether "wounded a man" stands at item e, and not "wounded a week ago".
func (f *field) wounds(s *sentence, e int) bool {
	switch f.word(e) {
	case "wounded", "injured", "slashed", "slain":
	default:
		return false
	}
	for k := e + 1; k < s.to && k < e+5; k++ {
		it := &f.items[k]
		if it.is(tHead) {
			return true
		}
		if it.is(tPunct|tPrep) || strings.HasSuffix(f.word(k), "ago") || !it.is(tDet|tNum|tMod|tQual|tNat|tCap) && it.w != nil {
			return false
		}
	}
	return false
}

// maxToDeed bounds the items from how somebody came to his deed.
const maxToDeed = 26

// wasBusy tells whether "was angry", "was riding" at item e tells how somebody came to
// what he did next: "was angry about a dent, pulled alongside and fired".
func (f *field) wasBusy(s *sentence, e int) bool {
	if e+1 >= s.to || f.word(e) != "was" && f.word(e) != "were" {
		return false
	}
	it := &f.items[e+1]
	return it.w == nil && !it.is(tCap|tNum|tPunct) && !strings.HasSuffix(f.word(e+1), "ed") && !strings.HasSuffix(f.word(e+1), "en")
}

// beforeHour tells whether item k is a "before" or "after" with an hour or a day.
func (f *field) beforeHour(s *sentence, k int) bool {
	if k+1 >= s.to || f.word(k) != "before" && f.word(k) != "after" {
		return false
	}
	n := &f.items[k+1]
	return n.is(tNum|tDayPart|tWeekday) && k+2 < s.to && !f.items[k+2].is(tHead) || f.word(k+1) == "noon" || f.word(k+1) == "midnight" || f.word(k+1) == "dawn"
}

// shootsOn tells whether item k is "shooting" or "firing" behind a verb of coming: "got
// out shooting", "came in firing".
func (f *field) shootsOn(k int) bool {
	if f.word(k) != "shooting" && f.word(k) != "firing" {
		return false
	}
	switch f.word(k - 1) {
	case "out", "in", "up", "back", "inside", "began", "started", "came", "off", "and":
		return true
	}
	return false
}

// cameUnder tells whether whoever ends before item e, or what is his, was fired at: "a Karm Mission
// patrol came under fire", "an army convoy has come under attack".
func (f *field) cameUnder(e int) bool {
	for n := 0; n < 4 && e < len(f.items) && (f.items[e].w == nil || f.items[e].is(tHead|tThing|tPart|tAux|tAdv|tMod)) && !f.items[e].is(tPunct|tNum|tOut); n++ {
		e++
	}
	if e+1 >= len(f.items) {
		return false
	}
	switch f.word(e) {
	case "came under fire", "came under attack", "come under fire", "come under attack", "coming under fire", "came under heavy fire":
		return true
	case "came", "come", "comes", "coming":
	default:
		if e == 0 || f.word(e-1) != "came" && f.word(e-1) != "come" && f.word(e-1) != "comes" {
			return false
		}
		e--
	}
	if f.word(e+1) != "under" {
		return false
	}
	for n := e + 2; n < len(f.items) && n < e+6; n++ {
		switch f.word(n) {
		case "fire", "attack", "gunfire", "shelling", "shellfire", "bombardment", "mortar fire", "artillery fire", "rocket fire", "sniper fire", "small-arms fire":
			return true
		}
		if f.items[n].is(tPunct | tAux | tSay) {
			return false
		}
	}
	return false
}

// firedAt tells whether those at item k are whom somebody fires at: "opened fire on the group",
// "fired shots at three men".
func (f *field) firedAt(k int) bool {
	for n := 0; n < 3 && k > 0 && f.items[k-1].is(tDet|tNum|tMod) && !f.items[k-1].is(tPunct); n++ {
		k--
	}
	if k < 1 {
		return false
	}
	w := f.word(k - 1)
	switch w {
	case "opened fire on", "opened fire at", "fired on", "fired at", "fired upon", "shot at", "firing at", "shooting at":
		return true
	case "at", "on", "into", "toward", "towards":
	default:
		return false
	}
	if k < 2 {
		return false
	}
	switch f.word(k - 2) {
	case "fire", "fired", "shots", "firing", "shooting", "shot", "opened fire", "fired shots", "rounds", "gunfire", "opening fire", "open fire":
		return true
	}
	return false
}
