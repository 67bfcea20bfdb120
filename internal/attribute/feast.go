package attribute

// Feasts stand for days: "on New Year's Eve".

// feast reads a feast that is the same day every year, at item i: month*100+day, and
// where it ends; 0 for none. "New Year's Eve party" names a party, not a day.
func (f *field) feast(i, to int, m *dateMention) int {
	word := func(k int) string {
		if k < to {
			return f.word(k)
		}
		return ""
	}
	n, k := 0, i+1
	switch f.word(i) {
	case "christmas":
		n = 1225
	case "halloween":
		n = 1031
	case "juneteenth":
		n = 619
	case "new", "valentine":
		if f.word(i) == "new" {
			if word(k) != "year" {
				return 0
			}
			k++
		}
		if k+1 >= to || !apostrophe(f.word(k)) || word(k+1) != "s" {
			return 0
		}
		k += 2
		n = 101
		if f.word(i) == "valentine" {
			n = 214
		}
		if w := word(k); w != "day" && w != "eve" {
			return 0
		}
	case "fourth":
		if word(k) != "of" || word(k+1) != "july" {
			return 0
		}
		n, k = 704, k+2
	default:
		return 0
	}
	switch word(k) {
	case "day":
		k++
	case "eve":
		k++
		if n--; n == 100 {
			n = 1231
		}
	case "night", "morning", "evening", "afternoon":
		k++
	}
	if k < to && f.items[k].is(tThing|tHead|tPart) || partied(word(k)) {
		return 0
	}
	m.to = k
	return n
}

// partied tells the words for what is held on a feast and may be held on another day.
func partied(w string) bool {
	switch w {
	case "party", "parties", "market", "parade", "celebration", "celebrations", "truce", "ceasefire", "fair", "concert", "dinner", "tree", "lights", "season", "break", "shopping", "shoppers", "gathering":
		return true
	}
	return false
}
