package parties

import "isnad/internal/names"

// force recognises a nationality before words for an armed force: "Iraqi
// soldiers", "Turkish fighter jets", "Ukrainian armed forces".
func (b *Book) force(t *names.Tokens, i int) (names.Found, bool) {
	f, ok := b.adjectives.At(t, i)
	if !ok {
		return f, false
	}
	end := 0
	for j := f.To; j < len(t.List) && j < f.To+3; j++ {
		if g := t.List[j].Gap; g != names.GapSpace && g != names.GapJoin && g != names.GapDot {
			break
		}
		w := string(t.Fold(j))
		if armed(w) {
			end = j + 1
		} else if !qualifies(w) {
			break
		}
	}
	if end == 0 {
		return f, false
	}
	f.To, f.End = end, t.List[end-1].End
	return f, true
}

// armed tells the words that make a nationality a force.
func armed(w string) bool {
	switch w {
	case "army", "forces", "force", "troops", "troop", "soldiers", "soldier", "military", "warplanes", "warplane", "jets", "jet", "aircraft", "aircrafts",
		"planes", "plane", "airplanes", "helicopters", "helicopter", "gunships", "drones", "drone", "artillery", "bombers", "navy", "marines",
		"snipers", "gunners", "regime", "government", "commandos", "police", "airforce", "guards", "rockets", "missiles", "tanks", "airstrikes", "airstrike":
		return true
	}
	return false
}

// qualifies tells the words that may stand between the two.
func qualifies(w string) bool {
	switch w {
	case "fighter", "war", "air", "security", "special", "border", "ground", "armed", "naval", "defence", "defense", "occupation", "combat",
		"attack", "surveillance", "arab", "federal", "national", "regular", "state", "coast", "riot", "elite", "invading", "occupying":
		return true
	}
	return false
}
