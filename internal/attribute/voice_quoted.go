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

// bracketed reads who is credited in brackets behind a count of those harmed: "one killed, three
// wounded (Red Crescent)", "five policemen dead (state radio), ...".
func (d *doc) bracketed(f *field, s *sentence, out []speech) []speech {
	for k := s.lead + 2; k+2 < s.to && len(out) < 12; k++ {
		if f.text[f.items[k].start] != '(' || !f.items[k-1].is(tOut|tNum|tHead) || !f.harmNear(s, k) {
			continue
		}
		e := k + 1
		for e < s.to && e < k+maxSpeaker && f.word(e) != ")" && !f.items[e].is(tPunct|tNum|tOut|tEv|tPron|tOrdinal) {
			e++
		}
		if e >= s.to || f.word(e) != ")" || e == k+1 || !d.creditIn(f, s, k+1, e) {
			continue
		}
		sp := speech{at: k, from: k, to: e + 1, who: [2]int{k + 1, e}}
		if d.names(f, k+1, e, &sp); len(sp.names) > 0 {
			out = append(out, sp)
		}
	}
	return out
}

// creditIn tells whether the items [a, b) in brackets name who speaks and not who was harmed.
func (d *doc) creditIn(f *field, s *sentence, a, b int) bool {
	last := &f.items[b-1]
	for k := a; k < b; k++ {
		if d.pa[k] != 0 || d.gz[k] != 0 && b == a+1 {
			return false
		}
	}
	if d.known(a, b) || last.is(tSrc) && !last.is(tHead|tArmed) {
		return true
	}
	return b == a+1 && last.is(tUpper) && last.w == nil && f.items[a-2].is(tOut|tNum) && last.end-last.start > 2
}

// harmNear tells whether a word of harm stands in the few items before k.
func (f *field) harmNear(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n > k-5; n-- {
		if it := &f.items[n]; it.is(tOut) {
			return true
		} else if it.is(tPunct) && f.word(n) != "," {
			return false
		}
	}
	return false
}

// sawHarmed tells whether "saw" at item k leads to the dead or the harmed that somebody saw:
// "saw 11 bodies", "saw four patients being shot".
func (f *field) sawHarmed(s *sentence, k int) bool {
	if f.word(k) != "saw" || k+2 >= s.to || f.items[k].quoted || k > s.from && f.items[k-1].is(tPron) && !f.items[k-1].is(tRel) {
		return false
	}
	counted := false
	for n := k + 1; n < s.to && n < k+7; n++ {
		it := &f.items[n]
		switch {
		case it.is(tNum | tVague):
			counted = true
		case it.is(tOut) || counted && (f.word(n) == "being" || f.word(n) == "bodies" || f.word(n) == "corpses" || f.word(n) == "graves"):
			return counted
		case it.is(tPunct | tClause | tRel | tSay):
			return false
		}
	}
	return false
}
