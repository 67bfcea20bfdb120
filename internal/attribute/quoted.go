package attribute

// Whose words others carry, and the pages that speak for somebody.

// passive tells whether the verb at item k stands in the passive: "was quoted".
func (f *field) passive(s *sentence, k int) bool {
	j := k - 1
	for j >= s.from && f.items[j].is(tAdv) {
		j--
	}
	if j < s.from {
		return false
	}
	switch f.word(j) {
	case "was", "were", "been", "being", "is", "are":
		return true
	}
	return false
}

// wasQuoted reads whose words others carry: "a doctor was quoted as saying by
// state radio", "X was cited by the agency as saying".
func (d *doc) wasQuoted(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k, to: k + 1}
	a, b := d.speakerLeft(f, s, k)
	a, b, _ = d.subject(f, s, k, a, b)
	if b <= a {
		return sp, false
	}
	sp.from, sp.who = a, [2]int{a, b}
	d.names(f, a, b, &sp)
	e := k + 1
	if e+1 < s.to && f.word(e) == "as" && f.items[e+1].is(tSay) {
		e += 2
	}
	if e+1 < s.to && (f.word(e) == "by" || f.word(e) == "on") {
		if va, vb := d.speakerRight(f, s, e+1); vb > va {
			var v speech
			d.names(f, va, vb, &v)
			sp.via, e = v.names, vb
		}
	}
	sp.to = max(e, k+1)
	sp.before = sp.to+1 < s.to && !f.endsSoon(s, sp.to)
	return sp, len(sp.names) > 0 || sp.anaphor
}

// pastPage returns the item of the page or feed that speaks for somebody just
// before item k, "the group's Twitter feed said", else k.
func (f *field) pastPage(s *sentence, k int) int {
	switch f.word(k - 1) {
	case "feed", "account", "page", "channel", "accounts", "pages", "channels":
	default:
		return k
	}
	for j := k - 2; j > s.lead && j > k-5; j-- {
		if f.items[j].is(tSocial) {
			return j
		}
		if !f.items[j].is(tCap|tMod) && f.word(j) != "official" {
			break
		}
	}
	return k
}

// pageOf returns the item after "the Facebook page of", "a tweet by", 0 when
// something else stands at item k.
func (f *field) pageOf(s *sentence, k int) int {
	social := false
	for i := k; i < s.to && i < k+6; i++ {
		w := f.word(i)
		switch {
		case f.items[i].is(tSocial):
			social = true
		case w == "of" || w == "by" || w == "from" || w == "on":
			if social && i+1 < s.to && w != "on" {
				return i + 1
			}
			if w != "on" {
				return 0
			}
		case f.items[i].is(tDet), w == "official", w == "page", w == "pages", w == "account", w == "channel", w == "post", w == "posts", w == "statement", w == "video", w == "message", apostrophe(w), w == "s":
		default:
			return 0
		}
	}
	return 0
}

// sourceAside tells whether a source is named in brackets at item k: "(source: the
// head of the administration)".
func (f *field) sourceAside(s *sentence, k int) bool {
	return k > s.lead+1 && k+2 < s.to && f.word(k-1) == "(" && f.word(k+1) == ":" && (f.word(k) == "source" || f.word(k) == "sources")
}

// aside reads the source that is named in brackets after the word at item k.
func (d *doc) aside(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k}
	a, b := d.speakerRight(f, s, k+2)
	if b <= a {
		return sp, false
	}
	sp.to, sp.who = b, [2]int{a, b}
	d.names(f, a, b, &sp)
	return sp, len(sp.names) > 0
}
