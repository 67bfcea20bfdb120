package attribute

import "isnad"

// How many died or was wounded is told with them as the subject:
// "the dead were nine", "the dead numbered 14", "the dead were three men and a woman".

// deadWere reads the figure that is said of those of whom the word of harm at item t tells: "the dead were
// nine", "the wounded in the blast number 14", "those who were executed in the town are around 300".
func deadWere(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t - 1, to: t + 1, passive: true}
	if it := &f.items[t]; it.w != nil && it.w.outcome == isnad.Injured {
		c.outcome = isnad.Injured
	} else if it.w != nil && it.is(tOut) && it.w.outcome != isnad.Killed {
		return c, false
	}
	a, number := f.theHarmed(s, t)
	if a < 0 {
		return c, false
	}
	k := f.pastCopula(s, t, number)
	if k < 0 {
		return c, false
	}
	plain := f.items[k-1].is(tAux)
	for i := range qs {
		if qs[i].from < k || qs[i].from > k+1 || used[i] || qs[i].subset || qs[i].low < 1 {
			continue
		}
		if !plain || number || f.enumeratesAll(s, qs, i) {
			used[i] = true
			c.q, c.known, c.from = qs[i], true, a
			for j, last := i+1, f.lastOfList(qs, i); j <= last; j++ {
				used[j] = true
				c.q = sum(c.q, qs[j])
			}
			c.to = c.q.to
			return c, true
		}
	}
	return c, false
}

// theHarmed returns where those begin who are the subject of what follows and are told of by the word of harm
// at item t alone: "the dead", "those killed", "the people who were shot", "the number of those executed"; and whether
// it is their number that is spoken of. -1 for none, and where they belong to other words ("among the dead").
func (f *field) theHarmed(s *sentence, t int) (from int, number bool) {
	k := t - 1
	switch w := f.word(t); {
	case k < s.lead:
		return -1, false
	case f.word(k) == "the" && (w == "dead" || w == "wounded" || w == "injured" || w == "killed" || w == "deceased"):
	case f.word(k) == "those":
	default:
		for k > s.lead && f.items[k].is(tAux) {
			k--
		}
		if k <= s.lead || f.word(k) != "who" && f.word(k) != "that" {
			return -1, false
		}
		switch k--; f.word(k) {
		case "those":
		default:
			if !f.items[k].is(tHead) || f.items[k].is(tSingular) || k-1 < s.lead || f.word(k-1) != "the" {
				return -1, false
			}
			k--
		}
	}
	if k > s.lead && f.word(k-1) == "all" {
		k--
	}
	if k > s.lead+1 && f.word(k-1) == "of" && f.word(k-2) == "number" {
		return k - 2, true
	}
	if k-1 >= s.lead && (f.items[k-1].is(tIncl|tPrep|tLoc|tOut|tHead) || f.word(k-1) == "of" || f.word(k-1) == "among") {
		return -1, false
	}
	return k, false
}

// pastCopula returns the item behind the verb by which so many are said to be those of whom item t tells, past what
// says where and when; -1 where another word stands between.
func (f *field) pastCopula(s *sentence, t int, number bool) int {
	for k := t + 1; k+1 < s.to && k < t+maxWhere; k++ {
		switch w := f.word(k); {
		case w == "were" || w == "are" || w == "numbered" || w == "number" || w == "totaled" || w == "totalled" || w == "total":
			return k + 1
		case number && (w == "is" || w == "was" || w == "reached" || w == "exceeds" || w == "exceeded"):
			return k + 1
		case f.items[k].is(tPunct|tSay|tAux|tRel|tPron|tClause|tModal|tConj) && !apostrophe(w) && !f.items[k].is(tDet|tPrep|tLoc):
			return -1
		}
	}
	return -1
}

// maxWhere bounds the items that say where and when, between those who were harmed and their number.
const maxWhere = 16

// enumeratesAll tells whether a figure behind "the dead were" is all that is said of them:
// "nine.", "three men and a woman".
func (f *field) enumeratesAll(s *sentence, qs []quantity, i int) bool {
	e := qs[f.lastOfList(qs, i)].to
	return (e >= s.to || f.items[e].is(tPunct)) && !(qs[i].single && e == qs[i].to)
}

// lastOfList is the last of the figures that one list joins with "and" to the figure i: that
// of the woman in "three men, a boy and a woman"; i where none is joined.
func (f *field) lastOfList(qs []quantity, i int) int {
	last := i
	for j := i + 1; j < len(qs) && qs[j].head && !qs[j].subset && f.listed(&qs[j-1], &qs[j]); j++ {
		if f.word(qs[j].from-1) == "and" {
			last = j
		}
	}
	return last
}
