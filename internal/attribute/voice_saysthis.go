package attribute

// Many papers tell first what happened and name who says so in a sentence of its own behind it:
// "This was reported by the governor, Adam Example", "The police reported this on Facebook". Such
// a sentence credits what stands before it; whoever else it names only passes it on.

// maxSaysThis bounds the sentences from what is told to the sentence that says by whom.
const maxSaysThis = 3

// saysThis returns the verb of a sentence that only says who told what stands before it; -1
// where it says something else.
func (f *field) saysThis(s *sentence) int {
	for k := s.lead + 1; k < s.to && k < s.lead+24; k++ {
		if !f.items[k].is(tSay) && !f.makesKnown(k) || f.items[k].is(tCap) {
			continue
		}
		if f.isThis(s, k) && f.agentBehind(s, k) > 0 || f.governsThis(s, k) {
			return k
		}
	}
	return -1
}

// makesKnown tells the verbs of telling that take only a thing told: "posted this".
func (f *field) makesKnown(k int) bool {
	switch f.word(k) {
	case "reported", "stated", "said", "announced", "told", "confirmed", "mentioned", "noted", "written", "wrote", "posted", "published", "informed", "disclosed", "emphasized", "emphasised", "reports", "stressed":
		return true
	}
	return false
}

// isThis tells whether the subject of the participle at item k is what was told before: "this was
// reported", "the information was confirmed", "it was also announced".
func (f *field) isThis(s *sentence, k int) bool {
	j := k - 1
	for j > s.lead && (f.items[j].is(tAux|tAdv) || f.word(j) == "also") {
		j--
	}
	if j == k-1 || !f.items[j+1].is(tAux) {
		return false
	}
	switch f.word(j) {
	case "this", "it", "that":
		for n := k + 1; f.word(j) == "it" && n < s.to; n++ {
			if f.word(n) == "that" {
				return false // "It was announced by the ministry that trams would stop"
			}
		}
		return j == s.lead
	case "information", "news", "incident", "data", "fact":
		return j == s.lead+1
	}
	return false
}

// agentBehind returns the item after the "by" of whom the participle at item k is told, past the
// page and the day it was told on; 0 where nobody is named.
func (f *field) agentBehind(s *sentence, k int) int {
	for n := k + 1; n < s.to && n < k+10; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "by", w == "of" && f.utterance(n-1) && n+1 < s.to:
			return n + 1
		case it.is(tSocial | tDet | tWeekday | tMonth | tNum | tRelDay | tDayPart | tAdv), w == "on", w == "in", w == "via", w == "at", f.utterance(n), f.pageWord(n), it.is(tPron):
		default:
			return 0
		}
	}
	return 0
}

// pageWord tells the words for where something is posted.
func (f *field) pageWord(n int) bool {
	switch f.word(n) {
	case "page", "channel", "account", "post", "blog", "website", "briefing", "telethon", "official", "morning", "evening", "x", "network", "networks":
		return true
	}
	return false
}

// governsThis tells whether the verb at item k has what was told before for its object and says
// nothing of its own: "reported this on Facebook", "wrote about it on Telegram".
func (f *field) governsThis(s *sentence, k int) bool {
	n := k + 1
	if n < s.to && f.word(n) == "about" {
		n++
	}
	if n >= s.to || f.word(n) != "this" && !(f.word(n) == "it" && f.word(n-1) == "about") && !(f.word(n) == "the" && n+1 < s.to && f.word(n+1) == "information") {
		return false
	}
	if f.word(n) == "the" {
		n++
	}
	n++
	if n >= s.to || f.items[n].is(tPunct) {
		return true
	}
	switch f.word(n) {
	case "on", "in", "via", "during", "at", "to", "through":
		return true
	}
	return f.items[n].is(tRelDay | tWeekday)
}

// hearsThis takes the speaker of a sentence that only says by whom the lines before it are told:
// the first who tells it, and not the page that passes it on.
func hearsThis(k int, sps []speech) []speech {
	for i := range sps {
		if sp := &sps[i]; sp.at == k && sp.kind == cueSays {
			sp.this = true
			return sps[i : i+1]
		}
	}
	return sps
}

// toldBy is who a later sentence says told a claim that nobody is credited with; nil for nobody.
func (d *doc) toldBy(p *partial) *foundSpeech {
	if p.hasCredit || p.fr.denied {
		return nil
	}
	for i := range d.foundSp {
		c := &d.foundSp[i]
		if c.f.inTitle || c.f == p.f0 && c.si <= p.last {
			continue
		}
		far := c.si - p.last
		if p.f0.inTitle {
			far = c.si
		}
		if !c.this || far > maxSaysThis || c.f != p.f0 && !p.f0.inTitle || len(c.names) == 0 {
			return nil
		}
		return c
	}
	return nil
}

// tellsOn is who is said to have told what stands before, where a claim that nobody is credited
// with stands behind: his account goes on until somebody else speaks. Nil for nobody.
func (d *doc) tellsOn(p *partial) *foundSpeech {
	if p.hasCredit || p.bg || p.f0.inTitle {
		return nil
	}
	var told *foundSpeech
	for i := range d.foundSp {
		c := &d.foundSp[i]
		if c.f != p.f0 || c.si >= p.si0 {
			continue
		}
		switch {
		case c.this:
			told = c
		case told != nil && c.who != told.who:
			told = nil
		}
	}
	return told
}
