package arabic

import (
	"strings"
)

// lookUp finds the words and phrases of the lexicon in the field, taking off
// the particles written before a word that is not listed with them.
func (f *field) lookUp(l *lexicon) {
	for i := range f.toks {
		t := &f.toks[i]
		if t.is(tPunct | tDigits) {
			continue
		}
		f.analyse(t, l)
		if i > 0 && f.toks[i-1].norm == waw {
			t.conj = true
		}
	}
	for i := range f.toks {
		if f.toks[i].skip || f.toks[i].is(tPunct|tDigits) {
			continue
		}
		f.phraseAt(i, l)
	}
}

const (
	waw = "و"
	fa  = "ف"
	ba  = "ب"
	lam = "ل"
	kaf = "ك"
	al  = "ال"
	lal = "لل"
)

// analyse splits a word into particles and core: whole first, then with ever
// more taken off, until the lexicon knows the core. An unknown word loses only
// particles that its article betrays.
func (f *field) analyse(t *token, l *lexicon) {
	w := t.norm
	if t.hit(l, w) {
		if rest, ok := strings.CutPrefix(w, al); ok && t.e == nil && l.word[rest] != nil {
			t.det = t.hit(l, rest) // the word of a listed phrase, listed alone without its article
		}
		return
	}
	if rest, ok := strings.CutPrefix(w, al); ok && len(rest) >= 4 && t.hit(l, rest) {
		t.det = true
		return
	}
	conj := strings.HasPrefix(w, waw) || strings.HasPrefix(w, fa)
	if conj && len(w) > 4 && t.inner(l, w[2:]) {
		t.conj = true
		t.cut++
		return
	}
	if t.particle(l, w) {
		return
	}
	if t.suffixed(l) {
		return
	}
	// unknown: an article shows where the particles end
	rest := w
	n := uint8(0)
	if conj && len(rest) > 6 {
		rest, n = rest[2:], 1
	}
	switch {
	case strings.HasPrefix(rest, al) && len(rest) > 6:
		t.conj, t.cut, t.det = n > 0, n, true
		t.core = rest
	case (strings.HasPrefix(rest, ba+al) || strings.HasPrefix(rest, kaf+al)) && len(rest) > 8:
		t.conj, t.cut, t.det, t.prep = n > 0, n+1, true, particleOf(rest)
		t.core = rest[2:]
	case strings.HasPrefix(rest, lal) && len(rest) > 6:
		t.conj, t.cut, t.det, t.prep = n > 0, n+1, true, 'l'
		t.core = rest[4:]
	}
	if t.cut == 0 && strings.HasPrefix(w, al) {
		t.det = true
	}
}

// nouns are the classes that take an ending of their own: the accusative, or
// whose they are ("عناصرها", "قصفه").
const nouns = tPeople | tOutNoun | tOutPeople | tEvNoun | tSrcPerson | tSrcBody | tActor | tThing | tGroup | tTollWord | tArea

// suffixed looks up a noun with an ending.
func (t *token) suffixed(l *lexicon) bool {
	w := t.norm
	for _, s := range [...]string{"هما", "هم", "ها", "ه", "ا"} {
		stem, ok := strings.CutSuffix(w, s)
		if !ok || len(stem) < 6 {
			continue
		}
		t.poss = s != "ا"
		if t.noun(l, stem) {
			return true
		}
		if root, ok := strings.CutSuffix(stem, "ت"); ok && s != "ا" && len(root) >= 6 {
			t.poss = true // the try before took it back
			if t.noun(l, root+"ه") {
				return true
			}
		}
	}
	return false
}

// noun looks up a stem as a noun, with particles before it taken off.
func (t *token) noun(l *lexicon, stem string) bool {
	for cut := uint8(0); cut <= 2; cut++ {
		if e := l.word[stem]; e != nil && e.tags&nouns != 0 && e.tags&(tOutVerb|tEvVerb|tSay|tNum) == 0 {
			t.e, t.tags, t.core, t.cut = e, e.tags, stem, cut
			return true
		}
		switch {
		case cut == 0 && (strings.HasPrefix(stem, waw) || strings.HasPrefix(stem, fa)):
			t.conj = true
		case t.prep == 0 && (strings.HasPrefix(stem, ba) || strings.HasPrefix(stem, lam) || strings.HasPrefix(stem, kaf)):
			t.prep = particleOf(stem)
		default:
			cut = 3
		}
		if len(stem) < 8 || cut == 3 {
			break
		}
		stem = stem[2:]
	}
	t.conj, t.prep, t.poss = false, 0, false
	return false
}

func particleOf(w string) byte {
	switch w[:2] {
	case ba:
		return 'b'
	case lam:
		return 'l'
	}
	return 'k'
}

// inner looks up what stands behind و or ف.
func (t *token) inner(l *lexicon, w string) bool {
	if t.hit(l, w) {
		return true
	}
	if rest, ok := strings.CutPrefix(w, al); ok && len(rest) >= 4 && t.hit(l, rest) {
		t.det = true
		return true
	}
	return t.particle(l, w)
}

// particle looks up what stands behind ب, ل or ك.
func (t *token) particle(l *lexicon, w string) bool {
	if !strings.HasPrefix(w, ba) && !strings.HasPrefix(w, lam) && !strings.HasPrefix(w, kaf) || len(w) < 6 {
		return false
	}
	p := particleOf(w)
	det := false
	ok := false
	if rest, is := strings.CutPrefix(w, lal); is && len(rest) >= 4 && t.hit(l, rest) {
		ok, det = true, true
	} else if rest, is := strings.CutPrefix(w[2:], al); is && len(rest) >= 4 && t.hit(l, rest) {
		ok, det = true, true
	} else if t.hit(l, w[2:]) {
		ok = t.tags&(tSay|tOutVerb|tEvVerb) == 0 || t.tags&(tOutNoun|tEvNoun) != 0
		if !ok {
			t.e, t.tags, t.core = nil, 0, t.norm
		}
	}
	if ok {
		t.prep, t.det = p, det
		t.cut++
	}
	return ok
}

// hit takes what the lexicon says of w.
func (t *token) hit(l *lexicon, w string) bool {
	e := l.word[w]
	if e == nil {
		if _, ok := l.phrases[w]; !ok {
			return false
		}
		t.core = w
		return true
	}
	t.e, t.core = e, w
	t.tags = e.tags
	if e.tags&tNum != 0 {
		t.num = e.num
	}
	return true
}

// phraseAt puts a phrase of the lexicon together at token i, the longest.
func (f *field) phraseAt(i int, l *lexicon) {
	t := &f.toks[i]
	best := f.longest(i, t.core, l)
	if best == nil && t.det {
		best = f.longest(i, al+t.core, l)
	}
	if best == nil {
		return
	}
	n := len(best.rest)
	old := t.e
	t.e, t.phrase = best.e, int32(n+1)
	t.tags = best.e.tags
	if old != nil && old.tags&tArea != 0 && best.e.tags&tStop == 0 {
		t.tags |= old.tags & tArea
	}
	for k := i + 1; k <= i+n; k++ {
		f.toks[k].skip = true
	}
}

func (f *field) longest(i int, head string, l *lexicon) *phraseOf {
	ps := l.phrases[head]
	var best *phraseOf
	for k := range ps {
		p := &ps[k]
		if best != nil && len(p.rest) <= len(best.rest) || i+len(p.rest) >= len(f.toks) {
			continue
		}
		ok := true
		for j, w := range p.rest {
			t := &f.toks[i+1+j]
			if t.is(tPunct|tDigits) || t.norm != w && !(t.det && t.prep == 0 && !t.conj && len(t.norm) > 4 && t.norm[4:] == w) {
				ok = false
				break
			}
		}
		if ok {
			best = p
		}
	}
	return best
}
