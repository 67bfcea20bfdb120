package attribute

import "strings"

// cueKind is what a speaker does with what is said.
type cueKind uint8

const (
	cueSays cueKind = iota
	cueAccuses
	cueDenies
	cueOwns // claims to have done it
)

// speech is one "who says so" of a sentence.
type speech struct {
	names    []string // as written, outermost first
	via      []string
	kind     cueKind
	at       int  // item of the cue
	from, to int  // items of the cue with its speaker
	before   bool // the cue stands before what is said: "X said that ..."
	anaphor  bool // the speaker is named by a pronoun or "the group"
	head     string
	who      [2]int // items of the name
	inquires bool   // he looks into the deed
	apart    bool   // he says something else behind the deed of the sentence
	this     bool   // he is said to have told what stands before the sentence
}

// nobodySpeaks tells "no group has claimed the attack", "not claimed by any group".
func nobodySpeaks(names []string) bool {
	if len(names) == 0 {
		return false
	}
	first, _, more := strings.Cut(names[0], " ")
	return more && (strings.EqualFold(first, "no") || strings.EqualFold(first, "any"))
}

// maxSpeaker bounds the items of one speaker.
const maxSpeaker = 14

// speeches finds who is credited in a sentence.
func (d *doc) speeches(f *field, s *sentence, out []speech) []speech {
	if f.inTitle || s.heading {
		out = d.headline(f, s, out)
	} else {
		out = d.labelled(f, s, out)
	}
	for k := s.from; k < s.to && len(out) < 12; k++ {
		it := &f.items[k]
		if !it.is(tSay|tAccording|tAccuse|tDenyCue|tOwn) && !it.may(mayCredit|mayCount|mayName) {
			continue // most words
		}
		if f.inquires(k) {
			if sp, ok := d.inquiry(f, s, k); ok {
				out = append(out, sp)
			}
			continue
		}
		if it.is(tSrc) && f.sourceAside(s, k) {
			if sp, ok := d.aside(f, s, k); ok {
				out = append(out, sp)
			}
			continue
		}
		if hisCount(f.word(k)) && k > s.lead+1 && (f.items[k-1].is(tDet|tPunct) || f.word(k-1) == "s" || describes(f.word(k-1))) {
			if sp, ok := d.byHisCount(f, s, k); ok {
				out = append(out, sp)
				continue
			}
		}
		if sp, ok := d.hisCountIs(f, s, k); ok {
			out = append(out, sp)
			continue
		}
		if sp, ok := d.naming(f, s, k); ok {
			out = append(out, sp)
			continue
		}
		if sp, ok := d.showing(f, s, k); ok {
			out = append(out, sp)
			continue
		}
		if !it.is(tSay|tAccording|tAccuse|tDenyCue|tOwn) && !f.counting(s, k) && !f.namesVictims(s, k) && !f.sawHarmed(s, k) && !f.givesFigure(s, k) && f.paperBy(s, k) == 0 || it.is(tCap) && k > s.from && !s.heads && !it.is(tAccording) {
			continue // "United States" is no verb
		}
		if k > s.lead && it.quoted && (f.word(k-1) == "we" || f.word(k-1) == "i") {
			continue // "'We counted twelve,' said a nurse": she says so
		}
		if it.is(tAccuse) && k+1 < s.to && f.word(k+1) == "of" {
			continue // "nine villagers, accused of theft, were shot"
		}
		if n := len(out); n > 0 && it.is(tSay) && k-out[n-1].to <= 1 && f.items[out[n-1].at].is(tAccording) && f.word(out[n-1].at) != "according to" {
			if f.word(k) == "told" { // "the agency, citing X, told Y"
				out[n-1].via, out[n-1].to = d.told(f, s, k, out[n-1].to)
				k = max(k, out[n-1].to-1)
			}
			continue // "the agency, citing X, said"
		}
		var sp speech
		var ok bool
		switch {
		case it.is(tAccording) && !(f.word(k) == "cited" && f.namesVictims(s, k)):
			sp, ok = d.accordingTo(f, s, k)
		default:
			if len(out) == 0 && it.is(tSay|tAccuse) {
				sp, ok = d.second(f, s, k)
			}
			if len(out) > 0 && it.is(tDenyCue) {
				sp, ok = d.answers(f, s, k)
			}
			if !ok {
				sp, ok = d.said(f, s, k)
			}
		}
		if n := len(out); !ok && n > 0 && it.is(tAccuse) && !it.is(tSay) && f.items[out[n-1].at].is(tDenyCue) && f.goesOnFromDenial(k) {
			sp, ok = out[n-1], true // "the army denied it and blamed rebels"
			sp.at, sp.from, sp.to = k, k, k+1
		}
		if !ok {
			continue
		}
		if w := sp.who; nobodySpeaks(sp.names) || w[1] == w[0]+1 && f.items[w[0]].is(tFunc|tClause) && !f.items[w[0]].is(tSrc) && d.so[w[0]] == 0 {
			continue // also "If confirmed"
		}
		if n := len(out); n > 0 && sp.who[1] > 0 && out[n-1].who[0] == sp.who[0] && len(out[n-1].names) > len(sp.names) {
			sp.names = out[n-1].names // "the mayor, Jane Doe, denied it and said"
		}
		d.nameBeside(f, s, &sp)
		if it.is(tAccuse) {
			sp.kind = cueAccuses
		}
		if it.is(tDenyCue) {
			sp.kind = cueDenies
		}
		if it.is(tOwn) || f.claimsDeed(s, k) {
			sp.kind = cueOwns
		}
		// "X reported, citing Y": one credit of two names
		if n := len(out); n > 0 && it.is(tAccording) && (f.word(k) == "citing" || f.word(k) == "quoting") && k-out[n-1].to <= 5 {
			out[n-1].names = append(out[n-1].names, sp.names...)
			out[n-1].to = sp.to
			continue
		}
		if n := len(out); n > 0 && f.word(k) == "according to" && out[n-1].before && !sp.anaphor && d.isOutlet(f, &out[n-1]) && !d.isOutlet(f, &sp) {
			out[n-1].names = append(sp.names[:len(sp.names):len(sp.names)], out[n-1].names...)
			k = max(k, sp.to-1)
			continue // "the agency said a raid, according to residents, killed"
		}
		// "X said that Y had verified that ...": Y speaks through X
		if n := len(out); n > 0 && out[n-1].before && sp.before && len(out[n-1].names) > 0 && sp.from > s.from && sp.from >= out[n-1].to &&
			(f.word(sp.from-1) == "that" || sp.from-1 > s.from && f.word(sp.from-1) == "the" && f.word(sp.from-2) == "that") {
			out[n-1].names = append(out[n-1].names[:len(out[n-1].names):len(out[n-1].names)], sp.names...)
			out[n-1].to = sp.to
			k = max(k, sp.to-1)
			continue
		}
		out = append(out, sp)
		if sp.to > k {
			k = sp.to - 1
		}
	}
	if len(out) < 12 {
		out = d.bracketed(f, s, out)
	}
	return out
}

func (d *doc) accordingTo(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k, before: true}
	w := f.word(k)
	if (w == "quoted" || w == "cited") && f.passive(s, k) {
		return d.wasQuoted(f, s, k)
	}
	if w == "per" && !d.perSource(f, s, k) {
		return sp, false
	}
	var medium string
	from := k + 1
	if w == "acc" { // "acc. to"
		if from < s.to && f.word(from) == "." {
			from++
		}
		if from >= s.to || f.word(from) != "to" {
			return sp, false
		}
		from++
	}
	if e := f.pageOf(s, from); e > 0 {
		// "according to the Facebook page of X": X, by way of Facebook
		for i := from; i < e; i++ {
			if f.items[i].is(tSocial) {
				medium = f.written(i, i+1)
			}
		}
		from = e
	}
	a, b := d.keeper(f, s, from, s.to)
	if b <= a {
		from = d.printedIn(f, s, f.speakersOf(s, from))
		a, b = d.speakerRight(f, s, from)
	}
	if b <= a {
		if a, b = d.bareSpeaker(f, s, from); b <= a {
			return sp, false
		}
	}
	sp.to, sp.who = b, [2]int{a, b}
	sp.before = k < s.from+4
	d.names(f, a, b, &sp)
	if medium != "" {
		sp.via = []string{medium}
	}
	if w == "citing" || w == "quoting" {
		// "the agency, citing a military source, said"
		if la, lb := d.speakerLeft(f, s, k); lb > la && !f.items[la].is(tPron) && !f.toldBefore(s, la) {
			inner := sp.names
			sp.names = nil
			d.names(f, la, lb, &sp)
			sp.names = append(sp.names, inner...)
			sp.from = la
		}
	}
	if w == "quoted" || w == "cited" {
		// "SANA quoted a police source as saying": the quoting body carried it
		la, lb := d.speakerLeft(f, s, k)
		if lb > la {
			var outer speech
			d.names(f, la, lb, &outer)
			sp.via = outer.names
			sp.from = la
		}
	}
	return sp, len(sp.names) > 0
}

func (d *doc) said(f *field, s *sentence, k int) (speech, bool) {
	sp := speech{at: k, from: k, to: k + 1, before: true}
	w := f.word(k)
	if w == "named" && !f.namesVictims(s, k) && !(k+1 < s.to && f.word(k+1) == "by" && f.passive(s, k)) {
		return sp, false
	}
	if strings.HasSuffix(w, "ing") && !f.items[k].is(tVia) {
		return d.saying(f, s, k)
	}
	if a := f.paperBy(s, k); a > 0 {
		b := k
		for b > a && f.items[b-1].is(tAux|tAdv) {
			b--
		}
		sp.from, sp.who = a, [2]int{a, b}
		d.names(f, a, b, &sp)
		return sp, len(sp.names) > 0
	}
	if b := k - 1; b >= s.lead && f.word(b) == "evidence" {
		return sp, false // "Evidence indicates that ..., the sheriff said"
	}
	// "was reported", "is said to": nobody is named
	j := k - 1
	for j >= s.from && f.items[j].is(tAdv) && !f.items[j].is(tSrc) {
		j--
	}
	if j >= s.from && f.items[j].is(tAux) && !f.items[j].is(tUpper) {
		switch f.word(j) {
		case "was", "were", "is", "are", "been", "be", "being":
			n := f.agentBehind(s, k)
			if n == 0 && w == "told" && k+1 < s.to && f.word(k+1) == "at" {
				n = k + 2 // "the paper was told at the ministry"
			}
			if n > 0 { // "three deaths were reported by X"
				if a, b := d.speakerRight(f, s, n); b > a {
					sp.to, sp.before = b, false
					if !f.claimsDeed(s, k) {
						sp.who = [2]int{a, b}
					}
					d.names(f, a, b, &sp)
					return sp, len(sp.names) > 0
				}
			}
			return sp, false
		}
	}
	if k+2 < s.to && f.word(k+1) == "by" && f.writes(w) { // "as reported by X"
		a, b := d.speakerRight(f, s, k+2)
		if b <= a || !d.known(a, b) && !f.items[b-1].is(tCap|tSrc) {
			return sp, false
		}
		sp.to, sp.before, sp.who = b, false, [2]int{a, b}
		d.names(f, a, b, &sp)
		return sp, len(sp.names) > 0
	}
	if strings.HasPrefix(w, "show") && (d.keptBefore(f, s, k) || k > s.lead && f.paper(k-1) || k > s.lead+1 && countedBy(f.word(k-1)) && (f.items[k-2].is(tSrc) || f.word(k-2) == "s")) {
		// "figures from the ministry show", "court records show"
	} else if w == "identified" && d.identifies(f, s, k) {
		// "the coroner identified the victims as"
	} else if (w == "shows" || w == "show" || w == "read" || w == "released" || w == "learned" || w == "posted" || w == "identified") && !(k+1 < s.to && (f.word(k+1) == "that" || f.word(k+1) == "a" || f.word(k+1) == "on" || k+3 < s.to && f.word(k+1) == "at" && f.word(k+3) == "that")) {
		return sp, false
	}
	if i := f.issueOf(s, k+1); i > 0 && (w == "reports" || w == "reported" || w == "says" || w == "writes") {
		if a, b := f.paperNamed(s, i); b > a {
			sp.to, sp.before, sp.who = b, false, [2]int{a, b}
			sp.names = []string{f.written(a, b)}
			return sp, true
		}
	}
	if f.noSpeech(s, k) {
		return sp, false
	}
	if (w == "responded" || w == "replied") && k+1 < s.to && (f.word(k+1) == "to" || f.word(k+1) == "with" || f.word(k+1) == "by") {
		return sp, false // with deeds
	}
	if w == "reports" || w == "claims" || w == "broadcast" || w == "report" {
		if k == s.from || f.items[k-1].is(tDet|tMod|tPrep|tLoc) && !(w == "claims" && f.claimsFigure(s, k)) || w == "reports" && f.issueOf(s, k+1) == 0 && !(k+1 >= s.to || f.items[k+1].is(tPunct) || d.reportsLast(f, s, k)) {
			return sp, false
		}
	}
	if (w == "reports that" || w == "claims that") && !d.oneSays(f, s, k) {
		return sp, false // "media reports that", "denied claims that"
	}
	if w == "spoken" && !(k+2 < s.to && (f.word(k+1) == "of" || f.word(k+2) == "of")) || w == "given" && !(k+1 < s.to && f.word(k+1) == "by") {
		return sp, false
	}
	if w == "given" {
		// "the figure of 38 dead given by the council"
		if k == s.from || !f.items[k-1].is(tOut|tNum|tHead|tToll) && !countNoun(f.word(k-1)) {
			return sp, false
		}
		a, b := d.speakerRight(f, s, k+2)
		if b <= a {
			return sp, false
		}
		sp.to, sp.before = b, false
		d.names(f, a, b, &sp)
		return sp, len(sp.names) > 0
	}
	verb, page := k, ""
	if k > s.lead+2 {
		if verb = f.pastPage(s, k); verb < k {
			page = f.written(verb, verb+1)
		}
	}
	a, b := d.speakerLeft(f, s, verb)
	a, b, carrier := d.subject(f, s, verb, a, b)
	if (b <= a || b == a+1 && f.items[a].is(tDet)) && f.tellsPolice(s, k) {
		a, b = d.whoTellsPolice(f, s, k) // "the suspect told detectives"
	}
	if m := f.silentBefore(s, verb); b <= a && m > s.lead {
		a, b = d.speakerLeft(f, s, m) // "state media made no mention of X but said"
	}
	if x, y := d.spokenTo(f, s, verb); y > x {
		a, b = x, y // "the paper spoke to a survivor who said"
	}
	if x, y := d.keptBy(f, s, verb); y > x {
		a, b = x, y // "information gathered by the rights office suggests"
	}
	if page != "" && b > a {
		sp.via = []string{page}
	}
	right := false
	if f.items[k].is(tVia) || w == "told" {
		// who is told never speaks
	} else if strings.HasPrefix(w, "show") && b <= a && k > s.lead+1 && (f.paper(k-1) || countedBy(f.word(k-1))) {
		if x := d.phraseLeft(f, s, k-1); x < k-1 { // "hospital records showed"
			a, b = x, k
		}
	} else if f.items[k].is(tAccuse|tDenyCue) || strings.HasPrefix(w, "show") {
		// whom somebody blames or a picture shows does not speak
	} else if b <= a || f.word(k) == "said" || k > s.from && closingQuote(f.word(k-1)) && f.items[k-1].is(tPunct) {
		quoted := b <= a || k > s.from && closingQuote(f.word(k-1)) && f.items[k-1].is(tPunct)
		ra, rb := d.speakerRight(f, s, k+1)
		if rb > ra && b > a && !f.endsCredit(s, rb) {
			rb = ra // "the group said a Northland Army unit shelled"
		}
		if rb > ra && b > a && d.known(ra, rb) && !d.known(a, b) && f.word(k) == "said" && !f.items[b-1].is(tPron) {
			b = a // "... in the quarter of X on Thursday said the Observatory"
		}
		if rb > ra && b > a && f.word(k) == "said" && (f.items[b-1].is(tArmed|tHead) || d.gz[b-1] != 0) && f.officeAhead(ra, rb) {
			b = a // "... six militants said the register's director Jane Doe"
		}
		if rb > ra && b > a && f.word(k) == "said" && rb+1 >= s.to && (d.known(ra, rb) || f.items[rb-1].is(tCap) && d.gz[rb-1] == 0 || f.items[ra].is(tSrc) || f.items[ra].is(tDet) && f.items[ra+1].is(tSrc)) {
			b = a // "... the sect of President Jane Doe said Samir Example."
		}
		// "said the warplanes struck": what follows is the subject of another verb
		if rb > ra && b <= a {
			n := rb
			if n+1 < s.to && f.word(n) == "of" && f.items[n+1].is(tNum) {
				n += 2 // "said a family of seven died"
			}
			if n < s.to && (f.items[n].is(tAux|tEv|tOut) || f.word(n) == "of" && f.actsBehind(s, n+1)) {
				rb = ra
			}
		}
		if rb > ra && (b <= a || quoted && f.items[ra].is(tDet|tCap|tSrc)) {
			a, b, right = ra, rb, true
		}
	}
	if !right && b > a && a > s.from && !f.afterWho(s, k) {
		// "... affiliated to the opposition said": the object of another word
		if a-1 == s.lead && b > a+2 && f.items[a].is(tDet) && !f.items[a+1].is(tSrc|tMod|tNat|tCap) && f.items[b-1].is(tSrc) {
			a = b - 1 // "On the ground rebels claimed"
			for a > s.lead+3 && f.items[a-1].is(tMod|tNat|tSrc) {
				a--
			}
		}
		switch f.word(a - 1) {
		case "to", "by", "with", "against", "on", "into", "through", "over":
			i := a + 1
			for i < b && !((f.items[i].is(tMod) && !f.items[i].is(tSrc|tCap) || f.word(i) == "local") && f.items[i-1].is(tSrc) && !f.items[i-1].is(tCap|tMod)) {
				i++
			}
			if a = i; a == b { // else "talking to a reporter local sources said"
				a, b = 0, 0
			}
		}
	}
	if !right && b > a && a > s.lead+2 {
		switch f.word(a - 1) {
		case "as", "in", "from", "to":
			if ra, rb := d.speakerAhead(f, s, k); rb > ra && rb < a && f.items[rb].is(tRel) {
				a, b = ra, rb // "the army which sees them as terrorists said", "Jane Doe who lives in Europe said"
			}
		}
	}
	if !right && b > a && d.stands(f, s, a) {
		a, b = 0, 0 // "a group in a report issued in New York said"
	}
	if b <= a {
		if w, ok := d.watcher(f, s, k); ok {
			return w, true
		}
		if a, b = d.keeper(f, s, f.clauseStart(s, k-1), k); b <= a {
			a, b = d.speakerAhead(f, s, k)
		}
		if b <= a {
			a, b = d.beforeRelative(f, s, k)
		}
	}
	if b <= a {
		return sp, false
	}
	if !right {
		a = d.ofTwoTowns(f, s, a, b)
	}
	sp.from, sp.to, sp.who = min(a, k), max(b, k+1), [2]int{a, b}
	d.names(f, a, b, &sp)
	if len(sp.names) == 0 && !sp.anaphor {
		return sp, false
	}
	if right {
		sp.before = false
	} else {
		sp.before = k+2 < s.to && !f.endsSoon(s, k+1)
	}
	if carrier[1] > carrier[0] {
		var v speech
		d.names(f, carrier[0], carrier[1], &v)
		sp.via = v.names
	}
	if f.items[k].is(tVia) || w == "told" {
		if via, to := d.told(f, s, k, sp.to); len(via) > 0 {
			sp.via, sp.to = via, to
		}
	}
	return sp, true
}

// endsCredit tells whether a speaker who is named behind his verb may end before
// item k: what follows a subject of another verb is that verb, or a noun.
func (f *field) endsCredit(s *sentence, k int) bool {
	if k >= s.to {
		return true
	}
	it := &f.items[k]
	if f.word(k) == "of" && k+1 < s.to && (f.items[k+1].is(tNum) || f.actsBehind(s, k+1)) {
		return false // "said a family of seven died", "said troops of Operation Karm killed"
	}
	if f.word(k) == "and" && k+1 < s.to && f.items[k+1].is(tNum) {
		for n := k + 2; n < s.to && n < k+6; n++ {
			if f.items[n].is(tAux | tOut) {
				return false // "said Captain Omar Example and two others were killed"
			}
			if f.items[n].is(tPunct | tPrep | tSay) {
				break
			}
		}
	}
	if it.is(tOut|tEv|tAux|tThing) && !it.is(tPrep|tLoc|tConj|tSrc) {
		return false
	}
	return it.w != nil || it.is(tCap|tPunct|tNum)
}

// actsBehind tells whether a name in capitals at item k is followed by what its bearers did.
func (f *field) actsBehind(s *sentence, k int) bool {
	n := k
	for n < s.to && n < k+6 && (f.items[n].is(tCap|tDet) && !f.items[n].is(tPunct) || f.word(n) == "of") {
		n++
	}
	return n > k && n < s.to && f.items[n].is(tOut|tEv|tAux)
}

// told reads who is told by the verb at item k, and where that ends.
func (d *doc) told(f *field, s *sentence, k, to int) ([]string, int) {
	a, b := d.speakerRight(f, s, k+1)
	if b <= a || !f.items[a].is(tCap|tDet|tSrc) {
		return nil, to
	}
	var v speech
	d.names(f, a, b, &v)
	return v.names, max(to, b)
}

// onlyNouns tells whether nobody does anything in the items [i, k).
func (f *field) onlyNouns(i, k int) bool {
	for ; i < k; i++ {
		if f.items[i].is(tPunct|tSay|tAux|tRel|tOut|tEv|tClause|tPron|tConj) && !apostrophe(f.word(i)) && !f.items[i].is(tDet) {
			return false
		}
	}
	return true
}

// known tells whether the book of sources or the grammar of bodies knows one of
// the items [a, b).
func (d *doc) known(a, b int) bool {
	for k := a; k < b; k++ {
		if d.so[k] != 0 || d.org[k] {
			return true
		}
	}
	return false
}

// claimsDeed tells whether the verb at item k takes a deed upon the speaker:
// "claimed the attacks", "an attack claimed by".
func (f *field) claimsDeed(s *sentence, k int) bool {
	switch f.word(k) {
	case "claimed", "claims", "claim":
	default:
		return false
	}
	if k+1 < s.to && f.word(k+1) == "by" {
		for j := k - 1; j >= s.from && j > k-4; j-- {
			if f.items[j].is(tEv) {
				return true
			}
		}
		return false
	}
	if k+2 >= s.to || !f.items[k+1].is(tDet) || f.word(k+1) == "that" {
		return false
	}
	for j := k + 2; j < s.to && j < k+5; j++ {
		it := &f.items[j]
		if it.is(tEv) && (it.w.evForm == formNoun || f.items[j-1].is(tDet)) {
			return !(j+1 < s.to && (f.items[j+1].is(tAux) || f.items[j+1].is(tEv|tOut)))
		}
		if it.is(tPunct | tPrep | tAux) {
			return false
		}
	}
	return false
}

// writes tells the words after which "by" names who says so.
func (f *field) writes(w string) bool {
	switch w {
	case "reported", "confirmed", "documented", "announced", "recorded", "released", "posted", "published", "verified", "claimed":
		return true
	}
	return false
}

func closingQuote(w string) bool { return w == `"` || w == "”" || w == "," || w == "»" }

// endsSoon tells whether only a date or a place of speech follows item k.
func (f *field) endsSoon(s *sentence, k int) bool {
	n := 0
	for ; k < s.to; k++ {
		it := &f.items[k]
		if it.is(tOut|tEv|tNum|tRel) && !it.is(tWeekday|tMonth) {
			return false
		}
		if f.word(k) == "that" {
			return false
		}
		n++
		if n > 9 {
			return false
		}
	}
	return true
}
