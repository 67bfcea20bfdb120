package attribute

// Somebody may say something else in the sentence of a deed: "Jets bombed the port as the
// government said it was close to victory". He does not tell of the deed.

// saysApart tells whether a speaker opens a clause of his own behind the deed of a frame, and
// tells of no deed and no harm in it.
func (f *field) saysApart(s *sentence, fr *frame, sp *speech) bool {
	if sp.kind != cueSays || sp.from <= fr.at || sp.from-1 <= s.lead || sp.at < sp.who[1] || sp.at+4 >= s.to {
		return false
	}
	switch f.word(sp.from - 1) {
	case "as", "while", "whereas", "but", "after", "although", "though":
	default:
		return false
	}
	says := false
	for k := sp.at + 1; k < s.to; k++ {
		says = says || f.items[k].is(tAux|tModal) || f.word(k) == "had"
		if it := &f.items[k]; it.is(tOut|tEv|tToll|tWeapon|tNum|tSay|tAccuse|tDenyCue) && !it.is(tCap) {
			return false
		}
		switch f.word(k) {
		case "attack", "attacks", "explosion", "incident", "blast", "victims", "dead", "bodies", "there", "happened", "place":
			return false
		}
	}
	return says // and not "as the government said on Monday"
}
