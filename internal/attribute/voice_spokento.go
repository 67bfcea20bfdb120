package attribute

// A paper that asks people is not who tells: "the agency spoke by phone to a farmer who said",
// "the station talked to Jane Doe, who said".

// maxSpokenTo bounds the items from the verb of speaking to whom somebody spoke.
const maxSpokenTo = 4

// spokenTo is whom somebody spoke to, as the one who then says what the verb at item k tells.
func (d *doc) spokenTo(f *field, s *sentence, k int) (int, int) {
	e := f.beforeVerb(s, k)
	if e <= s.lead+2 || f.word(e) != "who" {
		return 0, 0
	}
	if f.word(e-1) == "," {
		e--
	}
	for a := e - 1; a > s.lead && a > e-maxSpeaker; a-- {
		switch w := f.word(a); {
		case w == "to" || w == "with":
			if !f.spoke(s, a) {
				return 0, 0
			}
			return a + 1, e
		case f.interviewed(a):
			return a + 1, e
		case f.items[a].is(tSay|tAux|tEv|tRel) && !f.items[a].is(tSrc|tCap|tMod):
			return 0, 0
		}
	}
	return 0, 0
}

// spoke tells whether the "to" at item a goes with a verb of speaking: "spoke by phone to".
func (f *field) spoke(s *sentence, a int) bool {
	for i := a - 1; i > s.lead && i >= a-maxSpokenTo; i-- {
		switch f.word(i) {
		case "spoke", "spoken", "speaks", "talked", "talks":
			return true
		}
		if f.items[i].is(tPunct | tAux | tEv) {
			return false
		}
	}
	return false
}

// interviewed tells the verb of asking somebody that needs no "to".
func (f *field) interviewed(i int) bool {
	w := f.word(i)
	return w == "interviewed" || w == "contacted" || w == "reached"
}

// ofTwoTowns returns where those begin who speak in two places, the last of which the items [a, b)
// name: "officials in Karm and Zoran said" is no word of Zoran's; a for none.
func (d *doc) ofTwoTowns(f *field, s *sentence, a, b int) int {
	if a <= s.lead+2 || b > len(d.gz) || d.gz[a] == 0 || f.word(a-1) != "and" {
		return a
	}
	j := a - 2
	for j > s.lead && j > a-5 && f.items[j].is(tCap) && !f.items[j].is(tPunct|tSrc) {
		j--
	}
	if j == a-2 || j <= s.lead-1 || j < 1 {
		return a
	}
	switch f.word(j) {
	case "in", "of", "from":
	default:
		return a
	}
	h := j - 1
	if h < s.lead || !f.items[h].is(tSrc) || f.items[h].is(tOut|tEv) {
		return a
	}
	for h > s.lead && h > j-4 && f.items[h-1].is(tMod|tSrc|tNat) && !f.items[h-1].is(tPunct|tPrep) {
		h--
	}
	return h
}
