package attribute

import (
	"strings"

	"isnad"
)

// Of several shells each has a place of its own: "three shells landed in the old town,
// wounding four, while another fell near the port". The second clause leaves the noun out;
// its verb tells the deed.

var (
	landedThere = word{tags: tEv, event: isnad.EventShelling, strength: 2, evForm: formPast}
	droppedOn   = word{tags: tEv, event: isnad.EventAirStrike, strength: 2, evForm: formPast}
)

// maxLanded is how far before a clause that leaves them out the shells may be named.
const maxLanded = 40

// markLanded makes deeds of the verbs with which a clause goes on to where another shell
// came down.
func (f *field) markLanded() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayLand) || k == 0 || it.is(tCap|tPunct|tNum) || !landed(f.word(k)) || it.is(tEv) && it.w != nil && it.w.strength > 1 || !f.oneMoreOf(k) {
			continue
		}
		switch f.cameDown(k) {
		case isnad.EventShelling:
			it.w, it.tags = &landedThere, it.tags|tEv
		case isnad.EventAirStrike:
			it.w, it.tags = &droppedOn, it.tags|tEv
		}
	}
}

func landed(w string) bool {
	switch w {
	case "landed", "fell", "hit", "struck", "exploded", "crashed", "impacted", "slammed":
		return true
	}
	return false
}

// oneMoreOf tells whether a clause opens before the verb at k with a number that stands for
// shells: "while another", "and two more", "; the third".
func (f *field) oneMoreOf(k int) bool {
	n := k - 1
	more := false
	for ; n >= 0 && n >= k-4; n-- {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "another", w == "second", w == "third", w == "fourth", w == "other", w == "others", w == "more", w == "rest":
			more = true
			continue
		case it.is(tNum) && !it.is(tCap), w == "a", w == "the", w == "one", w == "also", w == "several", w == "of", w == "them":
			continue
		}
		break
	}
	if n == k-1 || n < 0 {
		return false
	}
	switch f.word(n) {
	case "while", "whereas", ";":
		return true
	case "and", ",", "but", ".":
		return more
	}
	return false
}

// cameDown is the kind of what is named before item k in its sentence as fired or dropped,
// or in the one before where a sentence opens with "another"; none where nothing is.
func (f *field) cameDown(k int) isnad.Event {
	for n := k - 1; n >= 0 && n >= k-maxLanded && f.items[n].para == f.items[k].para; n-- {
		it := &f.items[n]
		if it.is(tCap) && it.w == nil {
			continue
		}
		if f.stops(n) && n < k-4 {
			return ""
		}
		if !it.is(tWeapon | tEv) {
			continue
		}
		w := f.word(n)
		switch w[strings.LastIndexByte(w, ' ')+1:] {
		case "shells", "shell", "rockets", "rocket", "mortars", "mortar", "missiles", "missile", "rounds", "projectiles", "projectile", "grads", "katyushas":
			return isnad.EventShelling
		case "bombs":
			if it.is(tWeapon) && it.w.weapon == isnad.EventAirStrike || it.is(tEv) && it.w.event == isnad.EventAirStrike {
				return isnad.EventAirStrike
			}
		}
	}
	return ""
}
