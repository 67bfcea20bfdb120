package attribute

// Of two days in a sentence the later is often that on which the dead of a deed were found or died, and
// the earlier the deed's: "The bodies of six men were found on Friday after an attack on Karm on
// Tuesday", "A woman died overnight; she had been hurt in a strike on Tuesday".

// maxToDeedDay bounds the items between two days of which the second is the deed's.
const maxToDeedDay = 24

// foundOn tells whether on the day m only the dead were found of a deed whose own day is told behind it.
func (f *field) foundOn(from, to int, m *dateMention) bool {
	found := false
	for k := m.from - 1; k >= from && k > m.from-4 && !found; k-- {
		switch f.word(k) {
		case "found", "recovered", "discovered", "retrieved", "pulled", "exhumed", "unearthed", "bodies found", "bodies were found", "bodies were recovered", "bodies were discovered":
			found = true
		}
	}
	if !found {
		return false
	}
	after := false
	for k := m.to; k < to && k < m.to+maxToDeedDay; k++ {
		it := &f.items[k]
		switch {
		case f.word(k) == "after" || f.word(k) == "following":
			after = after || k+2 < to && (f.items[k+1].is(tDet) || f.word(k+1) == "a" || f.word(k+1) == "an")
		case it.is(tPunct|tSay) && !after:
			return false
		case after && (it.is(tWeekday) && it.is(tCap) || it.is(tMonth) && it.is(tCap)):
			return true
		case it.is(tSay):
			return false
		}
	}
	return false
}

// diedOn tells whether on the day m only somebody died who was hurt on another that is told behind it.
func (f *field) diedOn(from, to int, m *dateMention) bool {
	died := false
	for k := m.from - 1; k >= from && k > m.from-9 && !died; k-- {
		died = endsLife(f.word(k)) || dying(f.word(k))
		if it := &f.items[k]; it.is(tSay) && !died {
			return false
		}
	}
	if !died {
		return false
	}
	hurt := -1
	for k := m.to; k+1 < to && k < m.to+2*maxToDeedDay; k++ {
		it := &f.items[k]
		if hurt < 0 {
			switch f.word(k) {
			case "hurt", "wounded", "injured", "shot", "hit", "struck":
				if f.sameWasHurt(from, k) {
					hurt = k
				}
			case "suffered", "sustained", "received", "inflicted":
				if f.woundsBefore(m.to, k) {
					hurt = k
				}
			}
			continue
		}
		if it.is(tWeekday|tMonth) && it.is(tCap) {
			return k-hurt < 14
		}
	}
	return false
}

// woundsBefore tells whether the verb at item k says where the wounds came from of which somebody died: "of
// wounds they suffered in Tuesday's bombing".
func (f *field) woundsBefore(from, k int) bool {
	for n := k - 1; n >= from && n > k-6; n-- {
		switch f.word(n) {
		case "wounds", "injuries", "burns", "wound", "injury", "gunshot wounds", "gunshot wound":
			return n > from && (f.word(n-1) == "of" || f.word(n-1) == "from" || f.word(n-1) == "to" || f.items[n-1].is(tMod|tDet))
		}
		if f.items[n].is(tPunct) {
			return false
		}
	}
	return false
}

// sameWasHurt tells whether those who were told of before are the subject of the passive participle at item k: "she
// had been hurt", "who was shot", unlike "and a man was hurt".
func (f *field) sameWasHurt(from, k int) bool {
	j := k - 1
	switch f.word(j) {
	case "been", "had been", "was", "were":
	default:
		return false
	}
	if j--; j > from && f.word(j) == "had" {
		j--
	}
	if j <= from {
		return false
	}
	switch f.word(j) {
	case "he", "she", "they", "who", "both":
		return true
	}
	return false
}
