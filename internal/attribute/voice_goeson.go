package attribute

// A paragraph that begins with whose account it is, "According to the complaint, a masked
// man came in", goes on with it: "He emptied the drawer, and the man shot him".

// maxGoesOn bounds the sentences that such an account runs on.
const maxGoesOn = 3

// goesOn returns whose account, given at the head of the paragraph, the sentence of a claim
// that nobody is credited with goes on with; nil where there is none.
func (d *doc) goesOn(p *partial) *foundSpeech {
	if p.hasCredit || p.bg || p.fr.f == nil || p.fr.f.pastPerfect(&p.fr) || !p.f.parted() || p.f.inTitle || p.sent.heading || p.sent.entry > 0 {
		return nil
	}
	for i := len(d.foundSp) - 1; i >= 0; i-- {
		c := &d.foundSp[i]
		if c.f != p.f || c.si >= p.si {
			continue
		}
		if c.para != p.sent.para || c.si < p.si-maxGoesOn || c.kind != cueSays || len(c.names) == 0 {
			return nil
		}
		s := &p.f.sents[c.si]
		if c.at > s.lead+2 || !p.f.items[c.at].is(tAccording) {
			return nil
		}
		return c
	}
	return nil
}

// parted tells whether a text stands in more than a few paragraphs.
func (f *field) parted() bool {
	n := len(f.items)
	return n > 0 && f.items[n-1].para > f.items[0].para+2
}
