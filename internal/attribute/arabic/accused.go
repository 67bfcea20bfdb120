package arabic

import "strings"

// An accusation has its verb first, then who accuses, then who is accused, then "of" with
// the deed: "اتهم الجيش الفصيل بقصف الحي". Where one name alone stands between the verb and
// the deed, it is the accused, and who accuses was named before: "قال المسؤول ... واتهم
// الفصيل بزرع اللغم". To take the accused for who says so would turn the claim round.

// accusedOnly tells whether the name in the tokens [k, e) behind the accusing verb at i is
// that of the accused.
func (d *doc) accusedOnly(f *field, i, k, e, to int) bool {
	t := &f.toks[i]
	if !t.is(tAccuse) || t.is(tCue|tSaying|tRelay) || e <= k {
		return false
	}
	if strings.HasSuffix(t.norm, "وا") {
		return true // "they accused"
	}
	return e < to && d.charge(f, e)
}

// charge tells whether the deed that somebody is accused of begins at token e.
func (d *doc) charge(f *field, e int) bool {
	x := &f.toks[e]
	if x.is(tPunct) || d.gz[e] > 0 || d.pa[e] > 0 || d.so[e] > 0 || x.is(tSrcBody|tSrcPerson|tMedia|tActor) && x.prep != 'b' {
		return false
	}
	if x.prep == 'b' {
		return true
	}
	w := x.norm
	if x.conj && strings.HasPrefix(w, "و") {
		w = strings.TrimPrefix(w, "و")
	}
	if !strings.HasPrefix(w, "ب") || len([]rune(w)) < 4 {
		return false
	}
	switch w { // names and words that begin with the letter itself
	case "بشار", "بوتين", "بايدن", "بدر", "بلال", "بكر", "بسام", "بسمه", "باسم", "بيان", "بلديه", "برلمان", "بعثه", "بريطانيا", "بلاد", "بلاده", "بلدان", "بطل", "بعض", "بعد", "بين", "بني", "بقيه":
		return false
	}
	return true
}
