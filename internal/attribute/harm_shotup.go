package attribute

import "isnad"

// What gunfire hit, where it hit nobody: "fired a shotgun through the windshield of her car", "a
// bullet went through the wall of a bedroom".

var shotUp = word{tags: tEv, event: isnad.EventShooting, strength: 3, evForm: formPast}

// markShotUp makes shootings of the verbs of such sentences.
func (f *field) markShotUp() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayFireInto) || k == 0 || it.is(tCap|tPunct|tNum|tOut) || it.is(tEv) && it.w != nil && it.w.strength > 1 {
			continue
		}
		if f.firedInto(k) && !f.harmInSentence(k) || f.bulletHit(k) && !f.harmInSentence(k) {
			it.w, it.tags = &shotUp, it.tags|tEv
		}
	}
}

// firedInto tells whether the verb at k is that of firing at what somebody owns: "fired several
// shots into a house".
func (f *field) firedInto(k int) bool {
	switch f.word(k) {
	case "fired", "fires", "firing", "shot", "shooting":
	default:
		return false
	}
	into := false
	for n := k + 1; n < len(f.items) && n <= k+10 && f.items[n].para == f.items[k].para; n++ {
		w := f.word(n)
		switch {
		case w == "into", w == "through", w == "at", w == "toward", w == "towards":
			into = true
		case into && ownedThing(w):
			return true
		case f.items[n].is(tPunct | tSay | tRel | tClause | tPlane), w == "missiles", w == "missile", w == "rockets", w == "rocket", w == "shells", w == "mortars":
			return false
		}
	}
	return false
}

// bulletHit tells whether the verb at k is what a bullet did to a wall or a car.
func (f *field) bulletHit(k int) bool {
	switch f.word(k) {
	case "went", "came", "tore", "ripped", "passed", "flew", "struck", "hit", "pierced", "broke", "shattered", "lodged", "entered", "penetrated":
	default:
		return false
	}
	if !bullets(f.word(k - 1)) {
		return false
	}
	for n := k + 1; n < len(f.items) && n <= k+7 && f.items[n].para == f.items[k].para; n++ {
		if ownedThing(f.word(n)) {
			return true
		}
		if f.items[n].is(tPunct | tSay | tRel | tClause) {
			return false
		}
	}
	return false
}

// ownedThing tells the words for what people live in and drive, and its parts.
func ownedThing(w string) bool {
	switch w {
	case "house", "houses", "home", "homes", "residence", "residences", "apartment", "apartments", "trailer", "building", "garage", "porch", "bedroom", "windshield", "windscreen", "window", "windows", "door", "doors", "wall", "walls", "roof",
		"ceiling", "tailgate", "bumper", "car", "cars", "vehicle", "vehicles", "truck", "pickup", "van", "suv", "sedan", "storefront", "siding", "headboard":
		return true
	}
	return false
}
