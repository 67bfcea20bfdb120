package attribute

import "strings"

// How likely a candidate is to be a claim depends on what kind of report tells it: of the
// candidates of equal chance, fewer are claims in prose that lost its commas and in stories of
// the police beat, which come back to one deed over and over, and more in records of violations, which
// hardly tell of anything else. Likewise two of its candidates are more readily one claim, or less.

// The lines of the judge for such reports; in all others it is the model's own.
const (
	lineNoCommas = 0.35
	lineBeat     = 0.38
	lineRecord   = 0.22
)

// lineRetold is how likely the candidates are at least from which retold learns: those that are
// not quite likely enough to be claims tell it as much of what is told twice.
const lineRetold = 0.2

// The line of the pairs for stories of the police beat, which tell one deed over and over, and
// for records of violations, which list many that look alike.
const (
	joinBeat   = 0.28
	joinRecord = 0.5
)

// setLine sets the least chance at which a candidate of this report is a claim, and the least
// at which two of them are one.
func (d *doc) setLine() {
	d.line, d.joinLine, d.record = judgeModel().line, pairModel().line, false
	police, county := d.policeBeat()
	d.beat = police > 0
	d.county = county > 0 || d.beat && d.body.hasAddress()
	switch {
	case d.body.noCommas():
		d.line = max(d.line, lineNoCommas)
	case police >= 2:
		d.line, d.joinLine = max(d.line, lineBeat), min(d.joinLine, joinBeat)
	case d.records():
		d.record = true
		d.line, d.joinLine = min(d.line, lineRecord), max(d.joinLine, joinRecord)
	}
	if d.retold != nil {
		d.line = min(d.line, lineRetold)
	}
}

// fewWords is how many items a text has at least before its commas say anything.
const fewWords = 60

// noCommas tells whether a text has lost its commas: less than one in two hundred items.
func (f *field) noCommas() bool {
	n := 0
	for i := range f.items {
		if f.items[i].is(tPunct) && f.word(i) == "," {
			n++
		}
	}
	return len(f.items) >= fewWords && n*200 < len(f.items)
}

// policeBeat counts how often a report that is not of a war names the police, and how often it
// names them as they are called in American counties.
func (d *doc) policeBeat() (police, county int) {
	for _, f := range [...]*field{&d.title, &d.body} {
		for i := range f.items {
			if !f.items[i].may(mayTellBeat) {
				continue
			}
			switch f.word(i) {
			case "police", "deputies", "deputy", "detectives", "detective", "police officer", "police officers", "officers":
				police++
			case "sheriff", "troopers":
				police, county = police+1, county+1
			case "army", "rebels", "militants", "soldiers", "troops", "fighters", "insurgents", "terrorists", "militiamen", "air strike", "airstrike", "airstrikes", "air strikes", "shelling", "jihadists", "militia", "guerrillas",
				"taliban", "boko", "shabaab", "isis", "isil", "daesh", "jihadist", "insurgency", "car bomb", "car bombs", "roadside bomb", "roadside bombs", "suicide bomber", "suicide bombers", "suicide bombing",
				"paramilitary", "ceasefire", "villagers", "bandits":
				return 0, 0
			}
		}
	}
	return police, county
}

// records tells whether a report is by people who record violations, by the words of their
// trade.
func (d *doc) records() bool {
	n := 0
	for i := range d.body.items {
		switch d.body.word(i) {
		case "documented", "documents", "documenting", "documentation", "violation", "violations", "human rights", "verified", "monitoring", "recorded", "abuses", "civilian harm", "perpetrators", "fieldworkers", "fieldworker", "field team", "researchers", "eyewitness", "eyewitnesses", "testimony", "testimonies", "protection", "humanitarian", "accountability", "impunity":
			n++
		}
	}
	return n >= 2 || d.body.datedEntries() >= fewEntries
}

// fewEntries is how many sentences of a log at least open with a day of their own.
const fewEntries = 3

// perEntry is how many sentences an entry of a log has at most, one with the other.
const perEntry = 4

// datedEntries counts the sentences that open with a day and its month, "On 5 May 2019", "May 12:",
// as the entries of a log do.
func (f *field) datedEntries() int {
	n := 0
	for i := range f.sents {
		if f.opensDated(&f.sents[i]) {
			n++
		}
	}
	return n
}

// opensDated tells whether a sentence opens with a day and its month.
func (f *field) opensDated(s *sentence) bool {
	for k := s.from; k+1 < s.to && k < s.from+4; k++ {
		if a, b := &f.items[k], &f.items[k+1]; a.is(tMonth) && b.is(tNum) || a.is(tNum) && b.is(tMonth) {
			return true
		}
	}
	return false
}

// markDated numbers the entries of a log whose sentences open with their days, each with what
// goes on with it in its paragraph: what one tells says nothing of the next.
func (f *field) markDated() {
	if dated := f.datedEntries(); f.inTitle || len(f.entries) > 0 || dated < fewEntries || dated*perEntry < len(f.sents) {
		return
	}
	n := 0
	for i := range f.sents {
		s := &f.sents[i]
		if f.opensDated(s) || n > 0 && s.para != f.sents[i-1].para {
			n++
		}
		s.dated = n
	}
}

// otherEntry tells whether sentence si of a field stands in another dated entry of a log than a
// claim does.
func (p *partial) otherEntry(f *field, si int) bool {
	if p.f0 != f || p.si0 >= len(f.sents) || si >= len(f.sents) {
		return false
	}
	a, b := f.sents[p.si0].dated, f.sents[si].dated
	return a > 0 && b > 0 && a != b
}

// hasAddress tells whether a text gives an address as American towns have them.
func (f *field) hasAddress() bool {
	return strings.Contains(f.low, " block of ") // avenues are everywhere
}
