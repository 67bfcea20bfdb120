package attribute

import "isnad"

// Who puts out pictures of a deed tells of it: "the group published a video showing the execution of
// 17 men", "activists posted photos of a burning market". The pictures are the way it got about.

const (
	maxToPictures = 6 // the items from the verb to the pictures
	maxOfPictures = 5 // from them to what they show
	maxToShown    = 9 // and in that to the deed
)

// putsOut tells the verbs for giving out pictures.
func putsOut(w string) bool {
	switch w {
	case "published", "publishes", "released", "releases", "posted", "posts", "circulated", "circulates", "distributed", "shared", "uploaded", "broadcast", "aired", "tweeted":
		return true
	}
	return false
}

// showing reads who gives out pictures of a deed at item k.
func (d *doc) showing(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k, to: k + 1, before: true}
	if f.inTitle || !putsOut(f.word(k)) || k <= s.lead || f.passive(s, k) || f.items[k-1].is(tNeg|tDet) {
		return sp, false
	}
	from, to := f.picturesOf(s, k)
	if to <= from {
		return sp, false
	}
	a, b := d.speakerLeft(f, s, k)
	if b <= a {
		a, b = f.bodyLeft(s, k)
	}
	if b <= a || f.items[a].is(tPunct) {
		return sp, false
	}
	sp.from, sp.to, sp.who = a, from, [2]int{a, b}
	d.names(f, a, b, &sp)
	if sp.anaphor || len(sp.names) == 0 {
		return sp, false
	}
	sp.via = []string{f.written(from, to)}
	return sp, true
}

// bodyLeft is the armed people whose name ends before item k: "the militants posted".
func (f *field) bodyLeft(s *sentence, k int) (int, int) {
	j := k - 1
	for j > s.lead && f.items[j].is(tAdv|tAux) && !f.items[j].is(tNeg) {
		j--
	}
	if j < s.lead || !f.items[j].is(tForce|tArmed|tGroup) {
		return 0, 0
	}
	e := j + 1
	for j > s.lead && f.items[j-1].is(tMod|tNat|tForce|tCap) && !f.items[j-1].is(tPunct) {
		j--
	}
	if j > s.lead && !(f.items[j-1].is(tDet|tPunct|tConj|tClause) || f.word(j-1) == "and") {
		return 0, 0
	}
	return j, e
}

// picturesOf is the noun for the pictures that are put out at item k and that are said to show
// something: items [from, to).
func (f *field) picturesOf(s *sentence, k int) (from, to int) {
	for n := k + 1; n < s.to && n <= k+maxToPictures; n++ {
		it := &f.items[n]
		if !pictures(f.word(n)) {
			if it.is(tOut|tSay|tPunct|tClause|tRel) || it.is(tEv) && !it.is(tMod) || f.word(n) == "of" {
				return 0, 0
			}
			continue
		}
		for j := n + 1; j < s.to && j <= n+maxOfPictures; j++ {
			switch f.word(j) {
			case "of", "showing", "shows", "depicting", "purporting", "which shows", "capturing", "show":
				if f.deedWithin(s, j+1) {
					return n, n + 1
				}
				return 0, 0
			}
			if it := &f.items[j]; it.is(tOut|tSay|tClause) || it.is(tPunct) && f.word(j) != "," {
				return 0, 0
			}
		}
		return 0, 0
	}
	return 0, 0
}

// deedWithin tells whether a deed or somebody harmed is named soon from item k on, and nobody says of
// it what it is: "pictures of what it said were victims" have their speaker.
func (f *field) deedWithin(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+maxToShown; n++ {
		it := &f.items[n]
		if it.is(tSay) && n+1 < s.to && f.items[n-1].is(tPron) {
			return false
		}
		if it.is(tEv) && it.w.strength >= 2 && it.w.event != evTerritory || it.is(tOut) && it.w.harm != formNone && it.w.outcome == isnad.Killed && f.word(n) != "body" && f.word(n) != "bodies" {
			return true
		}
		if it.is(tPunct | tClause | tRel) {
			return false
		}
	}
	return false
}

// pictures tells the words for what shows a deed.
func pictures(w string) bool {
	switch w {
	case "video", "videos", "footage", "photo", "photos", "photograph", "photographs", "picture", "pictures", "images", "image", "clip", "clips", "film", "recording":
		return true
	}
	return false
}
