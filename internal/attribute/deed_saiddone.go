package attribute

import "strings"

// What a body is said to have done is told by many verbs and turns besides those that name
// a kind of deed: "when rebels triggered a mine", "took part in the killing", "died in the
// custody of the police", "in army fire", "by regional special police".

// setsOff tells the verbs in the past, besides those of deeds, that only who does harm is
// the subject of.
func setsOff(w string) bool {
	switch w {
	case "triggered", "detonated", "hurled", "lobbed", "threw", "strafed", "rained", "unleashed", "fired", "dropped", "launched", "planted", "set off", "blew", "blew up",
		"sprayed", "torched", "razed", "looted", "ransacked", "overran", "stormed", "raided", "ambushed", "perpetrated", "executed", "massacred", "slaughtered", "hacked", "riddled":
		return true
	}
	return false
}

// carriesOut tells the verbs for a deed whose name follows: "carried out raids".
func carriesOut(w string) bool {
	switch w {
	case "carried", "conducted", "used", "committed", "staged", "continued", "intensified", "carry", "opened", "managed", "attempted", "tried", "carrying", "inflicted", "mounted", "waged":
		return true
	}
	return setsOff(w)
}

// takesPart tells whether item e begins "took part in the killing", "was behind the attack",
// "had a hand in those deaths".
func (f *field) takesPart(s *sentence, e int) bool {
	k := e
	for n := 0; n < 3 && k < s.to && (f.items[k].is(tAux|tAdv|tHedge|tNeg|tModal) || f.word(k) == "not"); n++ {
		k++
	}
	if k+2 >= s.to {
		return false
	}
	switch f.word(k) {
	case "behind":
		return k > e && f.deedNear(s, k+1)
	case "took", "taken", "taking":
		return f.word(k+1) == "part" && f.word(k+2) == "in" && f.deedNear(s, k+3)
	case "participated", "participating":
		return f.word(k+1) == "in" && f.deedNear(s, k+2)
	case "a":
		return f.word(k+1) == "hand" && f.word(k+2) == "in" && k > e && f.deedNear(s, k+3)
	}
	return false
}

// deedNear tells whether a deed or a harm is named a few items from k on.
func (f *field) deedNear(s *sentence, k int) bool {
	for j := k; j < s.to && j < k+5; j++ {
		if it := &f.items[j]; it.is(tEv | tOut) {
			return true
		} else if it.is(tPunct|tClause|tRel) && !apostrophe(f.word(j)) {
			return false
		}
	}
	return false
}

// overAdjectives returns the item before the words without a class that only say what
// like a body is, where "by" or an article leads to them; else k.
func (f *field) overAdjectives(s *sentence, k int) int {
	j := k
	for n := 0; n < 2 && j > s.from; n, j = n+1, j-1 {
		it := &f.items[j]
		if it.w != nil || it.is(tCap|tPunct|tNum) || strings.HasSuffix(f.word(j), "ing") || strings.HasSuffix(f.word(j), "ed") || strings.HasSuffix(f.word(j), "ly") {
			break
		}
	}
	if j < k && f.word(j) == "by" {
		return j
	}
	return k
}

// inFireOf tells whether the body in the items [a, b) is named before its fire: "killed in
// army fire", "came under rebel fire".
func (f *field) inFireOf(s *sentence, a, b int) bool {
	if a <= s.from || b >= s.to || f.word(b) != "fire" && f.word(b) != "gunfire" && f.word(b) != "bullets" && f.word(b) != "shells" && f.word(b) != "rockets" {
		return false
	}
	switch f.word(a - 1) {
	case "in", "by", "under", "from", "of", "with", "when", "heavy", "intense":
		return true
	}
	return false
}

// inCustodyOf tells whether "in the custody of", "under torture by" leads to the body at
// item a.
func (f *field) inCustodyOf(s *sentence, a int) bool {
	k := a - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k-1 < s.from || f.word(k) != "of" {
		return false
	}
	switch f.word(k - 1) {
	case "custody", "dungeons", "dungeon", "jails", "cells", "captivity":
		return true
	}
	return false
}

// startsName tells whether nothing that leads to a place or joins a name to another stands
// before the name at item i.
func (f *field) startsName(s *sentence, i int) bool {
	return i == s.from || f.items[i-1].is(tMonth|tWeekday) || !f.items[i-1].is(tLoc|tPrep|tCap) && f.word(i-1) != "and" && f.word(i-1) != "or" || f.items[i-1].is(tPunct)
}

// pastFrom returns the item after the places that a body is from at item e: "gunmen from
// two villages took part".
func (f *field) pastFrom(s *sentence, e int) int {
	if e >= s.to || f.word(e) != "from" {
		return e
	}
	for k := e + 1; k < s.to && k < e+7; k++ {
		it := &f.items[k]
		switch f.word(k) {
		case "took", "participated":
			return k
		}
		if it.is(tPunct|tClause|tRel|tSay|tAux) && !apostrophe(f.word(k)) {
			return k
		}
	}
	return e
}

// firesHimself tells whether somebody who ends before item e is at once the subject of a
// verb of firing or killing whose object is somebody else.
func (f *field) firesHimself(s *sentence, e int) bool {
	if it := &f.items[e-1]; it.is(tHead) && !it.is(tSingular) {
		return false
	}
	if e < s.to && f.word(e) == "who" {
		e++
	}
	if e >= s.to || !f.killing(s, e) {
		return false
	}
	for k := e + 1; k < s.to && k < e+3; k++ {
		switch f.word(k) {
		case "himself", "herself", "themselves":
			return false
		}
	}
	return true
}
