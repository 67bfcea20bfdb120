package attribute

import "strings"

// Who harmed somebody in a town is told of by what his hands did, in words that tell of harm only
// where a person is their subject: "two boys hit him over the head with a bottle", "at least two men
// were shooting", "drew a revolver and discharged it twice".

// maxToMeans bounds the items from a blow to what it was dealt with or where it fell.
const maxToMeans = 5

// strikesHim tells whether a blow at item e falls on somebody told of before: "hit him over the head",
// "cut her with a box knife". What falls on a car or a deal is none.
func (f *field) strikesHim(s *sentence, e int) bool {
	if e+2 >= s.to {
		return false
	}
	switch f.word(e) {
	case "hit", "struck", "cut", "slashed", "punched", "kicked", "pistol-whipped", "clubbed", "choked", "bludgeoned", "knifed", "slapped", "whipped", "beat":
	default:
		return false
	}
	switch f.word(e + 1) {
	case "him", "her", "them":
	default:
		return false
	}
	switch f.word(e + 2) {
	case "over", "in", "across", "on", "about", "around":
		return f.limb(s, e+3)
	case "with":
		return e+3 < s.to && !f.items[e+3].is(tNum) && !f.car(s, e+3) // "cut her with three games left"
	}
	return false
}

// car tells whether a vehicle is named a few items from k on: who hits somebody with his car may do it
// by accident.
func (f *field) car(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+maxToMeans; n++ {
		if vehicle(f.word(n)) {
			return true
		}
	}
	return false
}

// wereFiring tells whether "were shooting", "was firing at" stands at item e: of shots, not of a film or at a
// basket.
func (f *field) wereFiring(s *sentence, e int) bool {
	if e+1 >= s.to || f.word(e) != "was" && f.word(e) != "were" {
		return false
	}
	for e++; e < s.to && f.items[e].is(tAdv) || e < s.to && f.word(e) == "also"; e++ {
	}
	if e >= s.to {
		return false
	}
	switch f.word(e) {
	case "shooting", "firing", "shooting at", "firing at", "firing on", "firing shots", "shooting up":
	default:
		return false
	}
	if e+1 >= s.to {
		return true
	}
	if f.aimedInPlay(s, e+1) {
		return false
	}
	switch f.word(e + 1) {
	case "at", "into", "from", "toward", "towards", "and", "that", "when", "as", "back", "randomly", "wildly", "indiscriminately", ".", ",", "\"", "”":
		return true
	}
	return f.items[e].is(tEv) && strings.Contains(f.word(e), " ")
}

// aimedInPlay tells whether a few items from k on it is said what a ball, a camera or a sport is aimed at.
func (f *field) aimedInPlay(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+maxToMeans; n++ {
		switch f.word(n) {
		case "line", "arc", "basket", "hoop", "rim", "goal", "floor", "range", "target", "targets", "wedding", "film", "scene", "studio", "set":
			return true
		}
		if f.items[n].is(tPunct) {
			return false
		}
	}
	return false
}

// turnsGun tells whether a gun named before in the sentence is fired at item e: "took a rifle from
// the truck and discharged it", "raised the pistol and fired it".
func (f *field) turnsGun(s *sentence, e int) bool {
	if e+1 >= s.to || f.word(e+1) != "it" {
		return false
	}
	switch f.word(e) {
	case "discharged", "emptied", "fired", "unloaded":
	default:
		return false
	}
	for k := e - 1; k >= s.from && k > e-maxToDeed; k-- {
		if gun(f.word(k)) {
			return true
		}
	}
	return false
}

// gun tells the words for what one person fires.
func gun(w string) bool {
	switch w[lastSpace(w)+1:] {
	case "gun", "handgun", "firearm", "pistol", "rifle", "shotgun", "weapon", "revolver", "carbine":
		return true
	}
	return false
}

// noName tells words that a sentence about a crime begins with and that look like a name for their capital.
func noName(w string) bool {
	switch w {
	case "bond", "bail", "known", "asked", "pressed", "questioned", "released", "accused", "convicted", "sentenced", "testimony", "sentencing", "jurors", "prosecution", "defense", "gunshots", "surveillance", "nobody", "somebody's":
		return true
	}
	return false
}
