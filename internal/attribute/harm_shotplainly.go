package attribute

import (
	"strings"

	"isnad"
)

// Who is shot may be told without a word of how he fares: "deputies shot a man who came at
// them with a knife", "shot nine of his coworkers". They are wounded as far as is told, and
// captives dead. What armed bands do so is left open, and whom somebody shot before he
// turned the gun on himself.

// shotPlainly is what became of those whom a figure counts, whom the verb at item t shot.
func (f *field) shotPlainly(s *sentence, q *quantity, t int) (isnad.Outcome, bool) {
	switch f.word(t) {
	case "shot":
	case "stabbed", "slashed", "knifed":
		if f.fatalWords(s) {
			return "", false
		}
	default:
		return "", false
	}
	if f.inHands(q, s.to) || f.bound(s, t) {
		return isnad.Killed, true
	}
	if f.thenHimself(s, q.to) {
		if f.tellsOfSuicide() {
			return isnad.Killed, true
		}
		return "", false // hardly wounded
	}
	for k := t - 1; k >= s.lead && k > t-16; k-- {
		if it := &f.items[k]; it.is(tArmed) && it.is(tHead) && !it.is(tSingular) && !f.lawful(k, k+1) {
			return "", false // "fighters ambushed a bus and shot four men"
		}
	}
	return isnad.Injured, true
}

// fatalWords tells whether a sentence speaks of a death: whom a blade hit may have died of it.
func (f *field) fatalWords(s *sentence) bool {
	for k := s.lead; k < s.to; k++ {
		if it := &f.items[k]; it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed {
			return true
		}
		switch f.word(k) {
		case "death", "murder", "homicide", "manslaughter", "fatally", "to death":
			return true
		}
	}
	return false
}

// thenHimself tells whether somebody goes on to kill himself, from item k on.
func (f *field) thenHimself(s *sentence, k int) bool {
	for to := min(s.to, k+30); k < to && !f.items[k].is(tSay); k++ {
		switch f.word(k) {
		case "himself", "herself", "themselves":
			return f.ownHand(s, k)
		}
	}
	return false
}

// tellsOfSuicide tells whether the report calls what it tells of a murder and a suicide, or
// of one who turned the gun on himself, and tells of nobody who lived.
func (f *field) tellsOfSuicide() bool {
	if f.suicide == 0 { // once a text: it is asked at every such shot
		f.suicide = -1
		if f.namesSuicide() || f.gunOnHimself() && !f.livesOn() {
			f.suicide = 1
		}
	}
	return f.suicide > 0
}

// namesSuicide looks for the words of tellsOfSuicide.
func (f *field) namesSuicide() bool {
	return strings.Contains(f.low, "suicide") && (strings.Contains(f.low, "murder-suicide") || strings.Contains(f.low, "murder suicide") || strings.Contains(f.low, "homicide-suicide") ||
		strings.Contains(f.low, "murder and suicide") || strings.Contains(f.low, "homicide and suicide") || strings.Contains(f.low, "murder and a suicide") || strings.Contains(f.low, "homicide and a suicide"))
}

// bound tells whether the words behind the verb at item t say that those who were shot were bound
// or thrown into a pit: "shot and thrown into a well with their hands tied".
func (f *field) bound(s *sentence, t int) bool {
	if t+3 < s.to && f.word(t+1) == "in" && headOf(f.word(t+3)) {
		for k := t - 1; k > s.lead && k > t-10; k-- { // "were lined up and shot in the head"
			switch f.word(k) {
			case "lined up", "blindfolded", "handcuffed", "captured", "kneel", "kneeling", "bound":
				return true
			}
			if f.items[k].is(tSay | tClause) {
				break
			}
		}
	}
	for k := t + 1; k < s.to && k < t+24; k++ {
		if f.items[k].is(tRel|tClause|tSay) || f.items[k-1].is(tPrep|tLoc) && f.limb(s, k) && f.word(k) != "hands" {
			return false // of somebody else, or of one who was shot in the leg
		}
		switch f.word(k) {
		case "bound", "tied", "handcuffed", "cuffed":
			if f.handsBefore(s, k) {
				return true
			}
		case "hands tied", "hands bound", "blindfolded", "blindfold", "execution-style":
			return true
		case "thrown", "dumped", "buried":
			if k+1 < s.to && (f.word(k+1) == "into" || f.word(k+1) == "in") {
				return true
			}
		}
	}
	return false
}

// handsBefore tells whether hands or feet are what is tied at item k: "with their hands tied",
// "his feet had been bound".
func (f *field) handsBefore(s *sentence, k int) bool {
	for n := k - 1; n > s.lead && n >= k-4; n-- {
		switch f.word(n) {
		case "hands", "feet", "legs", "arms", "wrists", "ankles":
			return true
		case "and", "were", "was", "are", "had been", "had", "been":
		default:
			return false
		}
	}
	return false
}

// inHands tells whether those whom a figure counts were in the hands of others.
func (f *field) inHands(q *quantity, to int) bool {
	for k := q.from; k < q.to && k < to; k++ {
		switch f.word(k) {
		case "captive", "captives", "captured", "prisoner", "prisoners", "inmate", "inmates", "detainee", "detainees", "hostage", "hostages", "surrendered", "abducted", "kidnapped", "blindfolded", "handcuffed":
			return true
		}
	}
	return false
}

// knownDead tells whether those whom b tells of as plainly shot are among the dead of a.
func knownDead(a, b *partial) bool {
	c := b.injured
	return a.killed != nil && b.killed == nil && c.exact() && c.plain && a.killed.q.low >= c.q.low
}

// overDead is the last item of a word of harm at t with the "dead" behind its object: "shot
// two clerks dead".
func (f *field) overDead(c *casualty, t int) int {
	if c.outcome == isnad.Killed && c.to < len(f.items) && c.to > t && f.word(c.to) == "dead" {
		return c.to
	}
	return t
}

// gunOnHimself tells whether somebody turns the gun on himself.
func (f *field) gunOnHimself() bool {
	return strings.Contains(f.low, "gun on himself") || strings.Contains(f.low, "gun on herself") || strings.Contains(f.low, "weapon on himself") || strings.Contains(f.low, "rifle on himself") || strings.Contains(f.low, "pistol on himself")
}

// livesOn tells whether the report tells of anybody who was hurt and lives.
func (f *field) livesOn() bool {
	for _, w := range [...]string{"surviv", "critical", "hospital", "recover", "wounded", "injured", "in stable", "condition", "treated", "clinic", "alive", "arrested", "jammed", "surgery", "in the arm", "in the leg", "in the hand", "in the foot", "in the shoulder", "in the thigh"} {
		if strings.Contains(f.low, w) {
			return true
		}
	}
	return false
}
