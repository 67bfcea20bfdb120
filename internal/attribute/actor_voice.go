package attribute

// A source, a spokesman or a station of a body, or one that is close to it, speaks: it did
// nothing thereby. "Regime sources spoke of four wounded soldiers", "opposition activists
// said", "a website close to the rebels".

// voices tells whether the body in the items [a, b) is named only as whose voice is heard.
func (f *field) voices(s *sentence, a, b int) bool {
	k := a - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k-1 >= s.from {
		switch f.word(k) {
		case "to":
			switch f.word(k - 1) {
			case "close", "sympathetic", "near", "friendly", "hostile":
				return true
			}
		case "close to", "sympathetic to":
			return true
		}
	}
	if b < s.to && apostrophe(f.word(b)) {
		b++
	}
	if b < s.to && f.word(b) == "s" {
		b++
	}
	if b >= s.to {
		return false
	}
	w := f.word(b)
	switch w[lastSpace(w)+1:] {
	case "source", "sources", "activist", "activists", "media", "outlet", "outlets", "channel", "channels", "station", "stations", "website", "websites", "spokesman", "spokesmen", "spokeswoman", "spokesperson",
		"spokespersons", "spokespeople", "television", "tv", "radio", "agency", "newspaper", "newspapers", "mouthpiece", "broadcaster", "politicians", "lawmakers", "campaigners", "supporters":
		return true
	}
	return false
}

// onlySpeaks tells whether body i is but a voice in the claim's own sentence: it does not
// answer for itself there, nor for anybody else.
func (d *doc) onlySpeaks(p *partial, i int) bool {
	c := &d.foundAc[i]
	if !c.m.voice || c.m.ofItself {
		return false
	}
	if p.fr.cue != cueDenies && p.fr.cue != cueOwns && !p.fr.denied {
		return true
	}
	for j := i + 1; j < len(d.foundAc); j++ {
		o := &d.foundAc[j]
		if o.si != c.si || o.f != c.f || o.m.from >= c.m.to+maxDenied {
			break
		}
		if o.m.from > c.m.to && !o.m.voice && !o.m.teller && !o.m.person && !o.held {
			return true // "a military source denied that the army had"
		}
	}
	return false
}

// maxDenied bounds the items from a voice to the body that it answers for.
const maxDenied = 12
