package names

// IsArticle tells whether the folded token is a spelling of the Arabic article
// in Latin letters, with the consonant assimilated or not. Some are also words
// of English or Spanish ("as", "an", "es"): ask only inside a name.
func IsArticle(folded []byte) bool {
	switch string(folded) {
	case "al", "el", "il", "ul", "ad", "ed", "ud", "an", "en", "ar", "er", "ur", "as", "es",
		"at", "et", "az", "ez", "uz", "ash", "esh", "ush", "adh", "edh", "ath", "eth", "adz", "ach", "ech":
		return true
	}
	return false
}

// opensArticle tells whether a spelling of the article begins with the small letter c: with
// "a", "e", "i" or "u". Most short words are told by it.
func opensArticle(c byte) bool {
	const letters = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('u'-'a')
	return letters>>(c-'a')&1 != 0
}

// ArticleBefore tells whether token i is the article of a capitalised name:
// "al-Bab", "al Bab", "Ash Shaddadah", but not "as Homs" or "at Aleppo".
func ArticleBefore(t *Tokens, i int) bool {
	if i+1 >= len(t.List) || !t.List[i].article {
		return false
	}
	next := &t.List[i+1]
	if !next.Upper || next.Gap == GapBreak || next.Gap == GapDot {
		return false
	}
	f := t.Fold(i)
	return next.Gap == GapJoin || t.List[i].Upper || string(f) == "al" || string(f) == "el"
}

// IsParticle tells whether the folded token may stand in small letters inside a
// name that is otherwise written with capitals.
func IsParticle(folded []byte) bool {
	switch string(folded) {
	case "de", "la", "le", "les", "du", "des", "del", "di", "da", "do", "dos", "das", "della", "dei", "las", "los",
		"of", "the", "and", "on", "upon", "in", "by", "sur", "sous", "en", "am", "an", "der", "den", "dem", "im", "ob",
		"van", "von", "zu", "bei", "y", "e", "i", "na", "nad", "pod", "w", "ha", "bin", "ben", "ibn", "wa", "ve", "d", "l":
		return true
	}
	return IsArticle(folded)
}

// TrimThe drops a leading English article from a folded name.
func TrimThe(folded string) string {
	if len(folded) > 4 && folded[:4] == "the " {
		return folded[4:]
	}
	return folded
}
