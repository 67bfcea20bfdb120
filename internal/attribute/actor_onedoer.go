package attribute

import "strings"

// A year is a long time, but what one gunman or one bomb did in it is one incident: "In 2016, a
// gunman killed 49 people at a nightclub". What armies and diseases do in a year is a sum.

// maxToDoer bounds the items between the word of harm and who did it.
const maxToDoer = 12

// oneDoer tells whether the harm of a frame is what one person or one weapon did at once.
func (f *field) oneDoer(fr *frame) bool {
	for k := fr.at - 1; k > fr.from && k >= fr.at-maxToDoer; k-- {
		if f.items[k].is(tSay|tRel) || f.items[k].is(tPunct) && f.word(k) != "," {
			return false
		}
		if f.single(k) && f.oneOf(fr.from, k) {
			return true
		}
	}
	for k := fr.at + 1; k < fr.to && k <= fr.at+maxToDoer; k++ {
		switch f.word(k) {
		case "when", "by", "in":
			for n := k + 2; n < fr.to && n <= k+5; n++ {
				if f.single(n) && f.oneOf(k, n) {
					return true
				}
			}
		}
	}
	return false
}

// single tells the nouns for who or what harms many at once.
func (f *field) single(k int) bool {
	w := f.word(k)
	switch w[strings.LastIndexByte(w, ' ')+1:] {
	case "gunman", "shooter", "bomber", "attacker", "assailant", "sniper", "student", "man", "woman", "extremist", "terrorist", "supremacist", "driver", "knifeman", "arsonist",
		"bomb", "blast", "explosion", "bombing", "airstrike", "strike", "raid", "shooting", "massacre", "stampede", "crash", "rocket", "missile", "shell", "attack", "ambush":
		return true
	}
	return false
}

// oneOf tells whether the noun at k is said to be one, by a word no earlier than from: "a lone
// gunman", "one blast".
func (f *field) oneOf(from, k int) bool {
	for n := k - 1; n >= from && n >= k-4; n-- {
		switch f.word(n) {
		case "a", "an", "one", "another", "lone":
			return true
		}
		if it := &f.items[n]; it.is(tPunct|tPrep|tLoc|tOut|tSay|tAux|tDet|tConj) || it.is(tNum) {
			return false
		}
	}
	return false
}
