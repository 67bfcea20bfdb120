package attribute

// Small things that stand between a speaker and his verb, or end his name: his age, whose
// mother she is, what people they are.

// endsAtAge is where a speaker ends who is followed by his age or by her children, before item
// end: "a man of 22 said", "a farmer aged 60 told", "a mother of three said".
func (f *field) endsAtAge(s *sentence, end int) int {
	k := end - 1
	if k-2 < s.lead || !f.items[k].is(tNum) && !f.items[k-1].is(tNum) {
		return end
	}
	if !f.items[k].is(tNum) {
		k-- // "a mother of three children"
	}
	if w := f.word(k - 1); k-3 < s.lead || w != "of" && w != "aged" {
		return end
	}
	if it := &f.items[k-2]; it.is(tHead|tSrc) && !it.is(tCap) && f.items[k-3].is(tDet|tNat|tMod|tCap) {
		return k - 1
	}
	return end
}

// aPeople tells whether item k ends the name of a people: "the Example people".
func (f *field) aPeople(k, lo int) bool {
	switch f.word(k) {
	case "people", "community", "tribe", "clan":
		return k-1 >= lo && f.items[k-1].is(tCap) && !f.items[k-1].is(tNum|tMonth|tWeekday)
	}
	return false
}

// afterWho tells whether the verb at item k is that of "who": "complaints by the villagers, who
// accuse the army".
func (f *field) afterWho(s *sentence, k int) bool {
	j := f.beforeVerb(s, k)
	return j > s.lead && f.word(j) == "who"
}

// allCapitals tells whether a name is a short form in capitals: "KBI".
func allCapitals(n string) bool {
	for i := 0; i < len(n); i++ {
		if n[i] < 'A' || n[i] > 'Z' {
			return false
		}
	}
	return len(n) > 2
}

// chargesFiled tells whether the word at item k means what somebody is charged with on paper:
// "charges filed on Monday say", "according to charges".
func (f *field) chargesFiled(k int) bool {
	if f.word(k) != "charges" || f.items[k].is(tPunct) {
		return false
	}
	if k > 0 && f.items[k-1].is(tAccording) {
		return true
	}
	if k+1 >= len(f.items) {
		return false
	}
	switch f.word(k + 1) {
	case "filed", "say", "allege", "state", "brought":
		return true
	}
	return false
}

// filedOn tells whether the word at item k says that a paper was made on the day behind it: "an
// affidavit filed Monday".
func (f *field) filedOn(k int) bool {
	switch f.word(k) {
	case "filed", "released", "issued", "published", "unsealed", "signed", "posted", "sent", "made":
		return k+1 < len(f.items) && f.dateItem(k+1)
	}
	return false
}
