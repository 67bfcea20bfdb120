package attribute

// beforeDay is the last item before the day on which somebody spoke, where one ends at item j and stands
// between the speaker and his verb; j where none does: "the ministry [late on Monday] said", "the air
// force [on 14 March 2024] denied".
func (f *field) beforeDay(s *sentence, j int) int {
	k, dated := j, false
	for k >= s.lead && k > j-maxDayItems {
		it := &f.items[k]
		switch {
		case it.is(tWeekday|tMonth) && it.is(tCap):
			dated = true
		case it.is(tRelDay) && spokenDay(f.word(k)):
			dated = true
		case it.is(tNum) && (k < j && f.items[k+1].is(tMonth) || k > s.lead && f.items[k-1].is(tMonth)):
		case it.is(tNum) && k == j && it.num >= 1900 && it.num < 2200 && k > s.lead+1 && f.items[k-1].is(tNum) && f.items[k-2].is(tMonth): // "March 14 2024"
		case it.is(tNum) && k == j && it.num >= 1900 && it.num < 2200 && k > s.lead && f.items[k-1].is(tMonth): // "14 March 2024"
		case it.is(tDayPart) && k > s.lead && (f.items[k-1].is(tWeekday) || f.items[k-1].is(tRelDay)): // "Monday night"
		default:
			return f.beforeOn(s, k, j, dated)
		}
		k--
	}
	return f.beforeOn(s, k, j, dated)
}

// beforeOn passes "late on" before the day whose first item is behind k.
func (f *field) beforeOn(s *sentence, k, j int, dated bool) int {
	if !dated {
		return j
	}
	for n := 0; n < 2 && k >= s.lead; n, k = n+1, k-1 {
		switch f.word(k) {
		case "on", "late", "early", "earlier", "later":
		default:
			return k
		}
	}
	return k
}

// spokenDay tells the days counted from now on which somebody may speak.
func spokenDay(w string) bool {
	switch w {
	case "today", "yesterday", "tonight", "this morning", "this evening", "this afternoon", "last night":
		return true
	}
	return false
}

// maxDayItems bounds how many items a day has.
const maxDayItems = 5

// pastDay is the item behind the day that begins at item e, e where none does: "Monday night",
// "late on Monday", "on 14 March".
func (f *field) pastDay(s *sentence, e int) int {
	k := e
	for n := 0; n < 2 && k < s.to && (f.word(k) == "on" || f.word(k) == "late" || f.word(k) == "early"); n++ {
		k++
	}
	lo := k
	for end := min(s.to, k+maxDayItems); k < end; k++ {
		it := &f.items[k]
		day := it.is(tWeekday|tMonth) && it.is(tCap) || it.is(tRelDay|tDayPart)
		if !day && !(it.is(tNum) && (k > lo && f.items[k-1].is(tMonth) || k+1 < s.to && f.items[k+1].is(tMonth))) {
			break
		}
	}
	if k == lo {
		return e
	}
	return k
}
