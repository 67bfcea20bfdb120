package attribute

import "strings"

// Some days are not the deed's for everybody. On one somebody tells of it, claims it, condemns
// it, publishes what he says of it or goes to court over it: "claimed responsibility on 6
// June", "a video posted on 10 June", "police on Monday arrested". On another one speaker
// alone has it happen.

// datesSaying tells whether the date m is that of what somebody says or does about a deed.
func (f *field) datesSaying(from, to int, m *dateMention) bool {
	if m.to < to && (f.proceeds(m.to, to) || f.items[m.to].is(tAccuse|tOwn) && !f.items[m.to].is(tCap) || f.saysThat(from, m.from, m.to, to)) {
		return true // "police on Monday arrested", "the ministry on Tuesday raised"
	}
	if f.answeredOn(from, to, m) || f.gatheredOn(from, to, m) || f.foundOn(from, to, m) || f.diedOn(from, to, m) || f.deniedOn(from, to, m) || f.reactedOn(from, to, m) {
		return true
	}
	if f.hadToldBefore(from, to, m) {
		return true
	}
	if f.recountsOn(from, to, m) || f.laterSaid(from, to, m) {
		return true
	}
	k := m.from - 1
	if k >= from && (f.word(k) == "on" || f.word(k) == "this" || f.word(k) == "late" || f.word(k) == "early") {
		k--
	}
	if k < from {
		return false
	}
	if (f.word(k) == "by" || f.word(k) == "of" && k > from && f.word(k-1) == "as") && !(m.to < to && apostrophe(f.word(m.to))) {
		return true // "by 9 May the dead had risen to 13": how matters stood
	}
	if f.word(k) == "in" && k > from && f.proceeds(k-1, to) {
		return true // "pleaded guilty in September"
	}
	return f.mournedOn(from, k) || f.spokeOn(from, k) || f.claimedBy(from, k) || f.published(from, k) || f.recountedBy(from, to, k, m) || f.toldBy(from, to, k)
}

// hadToldBefore tells whether "a day before" is when somebody had told of it: "villagers had told the paper a day
// before that eight were killed".
func (f *field) hadToldBefore(from, to int, m *dateMention) bool {
	if !m.after && !f.items[m.to-1].is(tRelDay) || m.to >= to || f.word(m.to) != "that" {
		return false
	}
	for k := m.from - 1; k > from && k > m.from-7; k-- {
		if it := &f.items[k]; it.is(tSay) && !it.is(tHead) {
			return f.word(k-1) == "had"
		} else if it.is(tPunct | tOut | tEv) {
			return false
		}
	}
	return false
}

// answeredOn tells whether a sentence opens with the day on which somebody answers for a deed
// or tells of it looking back: "On 9 May the governor acknowledged six deaths", "On 8 May a
// spokesman told the paper that planes had hit".
func (f *field) answeredOn(from, to int, m *dateMention) bool {
	if m.from > from+2 || m.from > from && !f.items[m.from-1].is(tPrep|tLoc) {
		return false
	}
	k := m.to
	if k < to && f.word(k) == "," {
		k++
	}
	for end := min(to, k+maxSaidBefore); k < end; k++ {
		it := &f.items[k]
		switch f.word(k) {
		case "acknowledged", "admitted", "conceded", "rejected", "dismissed", "revised", "updated", "corrected", "replied", "responded", "retracted", "put the dead", "put the toll", "put the death toll":
			return true
		}
		if w := f.word(k); strings.HasSuffix(w, " a list of") || strings.HasSuffix(w, " the names of") {
			return true // "issued a list of six dead"
		}
		if it.is(tPunct|tClause|tRel|tAux) && !apostrophe(f.word(k)) || it.is(tOut|tEv) && !it.is(tCap) {
			return false
		}
		if it.is(tSay) && !it.is(tCap|tHead) {
			return f.lookedBack(k+1, to)
		}
	}
	return false
}

// lookedBack tells whether the clause at item k tells of what had been done before.
func (f *field) lookedBack(k, to int) bool {
	for end := min(to, k+maxSaidBefore); k < end; k++ {
		if it := &f.items[k]; it.is(tAux) {
			return f.word(k) == "had"
		} else if it.is(tPunct) && !apostrophe(f.word(k)) || it.is(tOut|tEv) && !(it.is(tEv) && it.w.evForm == formNoun) {
			return false
		}
	}
	return false
}

// recountsOn tells whether the day m is that on which somebody counts again: "On Monday the ministry
// raised the toll to 30", "the monitor, four days after that, put the number of dead at 30", "Last
// week the governor spoke of 30 dead".
func (f *field) recountsOn(from, to int, m *dateMention) bool {
	s := sentence{from: from, lead: from, to: to}
	k := m.to
	if k < to && pointed(f.word(k)) {
		k++
	}
	if k < to && f.word(k) == "," {
		k++
	}
	if k < to && f.counting(&s, k) {
		return true
	}
	if m.from > from+2 || m.from > from && !f.items[m.from-1].is(tPrep|tLoc) {
		return false
	}
	for end := min(to, k+maxSaidBefore); k < end; k++ {
		it := &f.items[k]
		if f.counting(&s, k) || f.word(k) == "spoke of" {
			return true
		}
		if it.is(tPunct|tClause|tRel|tAux|tSay) && !apostrophe(f.word(k)) && !it.is(tHead|tSrc) || it.is(tOut|tEv) && !it.is(tCap) {
			return false
		}
	}
	return false
}

// laterSaid tells whether the day m opens a sentence as one so much later on which somebody speaks:
// "On Friday, nearly a month later, the ministry said".
func (f *field) laterSaid(from, to int, m *dateMention) bool {
	if m.to+2 >= to || f.word(m.to) != "," {
		return false
	}
	if w := f.word(m.to - 1); m.from > from+1 {
		// that it is so much later may have been read as a day too
		if strings.HasSuffix(w, "later") || w == "afterwards" {
			return f.opensWithDay(from, m.from) && f.speaks(m.to+1, to)
		}
		return false
	}
	for k := m.to + 1; k+1 < to && k < m.to+8; k++ {
		if f.word(k) == "," {
			return false
		}
		if w := f.word(k); (w == "later" || strings.HasSuffix(w, " later")) && f.word(k+1) == "," {
			if f.speaks(k+2, to) {
				return true
			}
		}
	}
	return false
}

// speaks tells whether the clause that begins at item n says that somebody speaks.
func (f *field) speaks(n, to int) bool {
	for end := min(to, n+maxSaidBefore); n < end; n++ {
		if it := &f.items[n]; it.is(tSay) && !it.is(tHead) {
			return true
		} else if it.is(tOut | tEv | tPunct) {
			return false
		}
	}
	return false
}

// opensWithDay tells whether all that stands between the opening of a sentence and item k is a day and a comma,
// and how near "nearly two weeks later" is.
func (f *field) opensWithDay(from, k int) bool {
	day := false
	for n := from; n < k; n++ {
		it := &f.items[n]
		switch {
		case it.is(tWeekday | tMonth):
			day = true
		case it.is(tNum|tPrep|tLoc|tAdv|tHedge|tDayPart) || f.word(n) == "," || f.word(n) == "more" || f.word(n) == "than" || f.word(n) == "almost" || f.word(n) == "nearly" || f.word(n) == "about":
		default:
			return false
		}
	}
	return day
}

// gatheredOn tells whether the day m, counted from the deed's, is that on which its dead were
// counted or carried away: "The next morning residents counted 14 bodies".
func (f *field) gatheredOn(from, to int, m *dateMention) bool {
	if it := &f.items[m.from]; !it.is(tRelDay) || it.w == nil || it.w.period != "then" {
		return false
	}
	for k := max(from, m.from-maxSaidBefore); k < to && k < m.to+maxSaidBefore; k++ {
		switch f.word(k) {
		case "counted", "counting", "buried", "burying", "collected", "collecting", "identified":
			return true
		}
	}
	return false
}

// toldBy tells whether a verb of saying ends at item k, with whom, how or where it was said
// behind it at most: "told Sputnik Friday", "the monitor said in a statement on Monday".
func (f *field) toldBy(from, to, k int) bool {
	if it := &f.items[k]; it.is(tSay) && !it.is(tHead) || f.proceeds(k, to) {
		return true
	}
	for n := 0; n < 4 && k >= from; n, k = n+1, k-1 {
		switch f.word(k) {
		case "told", "telling":
			return true
		case "statement", "a", "in", "reporters", "television", "tv", "news", "agency", "by", "email", "e-mail", "phone", "telephone":
			continue
		case "said", "announced", "reported":
			return true
		}
		if it := &f.items[k]; !it.is(tCap) || it.is(tOut|tEv) {
			return false
		}
	}
	return false
}

// spokeOn tells whether the words up to item k say that somebody spoke with somebody, from or at
// a place: "who spoke to the paper from Homs on Sunday", "reached by phone on Monday".
func (f *field) spokeOn(from, k int) bool {
	for n := k; n >= from && n > k-maxSpoke; n-- {
		switch f.word(n) {
		case "spoke", "speaking", "speaking to", "speaking with", "spoken", "interviewed", "testifying":
			return true
		case "reached":
			return n < k && (f.word(n+1) == "by" || f.word(n+1) == "on") || n > from && f.word(n-1) == "when"
		}
		if f.items[n].is(tPunct | tOut | tEv | tClause) {
			return false
		}
	}
	return false
}

// mournedOn tells whether the words up to item k are of mourning the dead or of looking into a
// deed: "attended the burial of 38 of the dead on Sunday", "who visited in November".
func (f *field) mournedOn(from, k int) bool {
	if k > from && f.word(k) == "in" {
		k--
	}
	for n := k; n >= from && n > k-maxSpoke; n-- {
		switch f.word(n) {
		case "buried", "mourned":
			return f.word(n+1) != "under" && f.word(n+1) != "beneath"
		case "burial", "burials", "funeral", "funerals", "vigil", "memorial":
			for n--; n >= from && f.items[n].is(tDet|tMod|tNat|tPron); n-- {
			}
			return n < from || !f.items[n].is(tPrep|tLoc) // not "killed at a funeral on Monday"
		case "visited", "visiting", "toured", "inspected":
			return n > k-3
		}
		if w := f.word(n); f.items[n].is(tPunct|tEv|tClause) || w == "following" || w == "after" {
			return false
		}
	}
	return false
}

// maxSpoke bounds how far behind "spoke" its day may stand.
const maxSpoke = 9

// recountedBy tells whether a figure at item k is one that somebody brings up to date on the
// day m: "raised its count of those killed on March 12 to 16 on Friday".
func (f *field) recountedBy(from, to, k int, m *dateMention) bool {
	if k <= from || !f.items[k].is(tNum) || f.word(k-1) != "to" && f.word(k-1) != "at" || m.from-k > 2 {
		return false
	}
	s := sentence{from: from, lead: from, to: to}
	for n := k - 2; n >= from && n > k-maxSubject; n-- {
		if f.counting(&s, n) {
			return true
		}
	}
	return false
}

// claimedBy tells whether the words up to item k claim a deed: "claimed responsibility on 6
// June", "claimed the attack on 6 June".
func (f *field) claimedBy(from, k int) bool {
	if k > from && f.items[k].is(tOwn) {
		return true
	}
	if k-2 < from || !f.items[k].is(tEv) || !f.items[k-1].is(tDet) {
		return false
	}
	switch f.word(k - 2) {
	case "claimed", "claims", "claiming":
		return true
	}
	return false
}

// published tells whether the words up to item k are of what somebody has written or shown:
// "a video posted on 10 June", "in a statement on Monday".
func (f *field) published(from, k int) bool {
	k = f.overOutlet(from, k)
	if k <= from {
		return false
	}
	switch f.word(k) {
	case "released", "published", "posted", "issued", "dated", "broadcast", "aired", "circulated", "shared", "uploaded", "distributed", "of", "sent", "submitted",
		"transmitted", "read", "delivered", "carried", "emailed", "e-mailed", "texted", "signed", "disseminated", "relayed", "printed", "unveiled", "presented":
		k--
	case "out", "appeared", "surfaced", "emerged":
		k--
		if k > from && (f.items[k].is(tRel) || f.word(k) == ",") {
			k-- // "the report, out on Friday", "a video that appeared on Saturday"
		}
	case "available":
		if k-1 > from && f.word(k-1) == "made" {
			k -= 2
		}
	case "public":
		if k-2 >= from && f.word(k-1) == "made" {
			k -= 2
			if (f.word(k) == "," || f.items[k].is(tAux)) && k > from {
				k--
			}
		}
	}
	switch f.word(k) {
	case "statement", "statements", "video", "report", "communique", "communiqué", "message", "footage", "recording", "bulletin", "letter", "audio", "post", "tweet", "update", "press release",
		"list", "summary", "claim", "reply", "lists", "account", "response", "answer", "note", "memo", "memorandum", "press note", "press conference", "briefing", "press briefing", "interview", "announcement", "tally", "submission", "complaint",
		"findings", "document", "study", "dossier", "paper", "results", "photographs", "photos", "images", "analysis", "assessment", "clip", "conclusions", "testimony":
		return k > from && (f.items[k].is(tSrc|tSay|tDet) || f.items[k-1].is(tDet|tMod|tNat|tPrep) || f.word(k-1) == "a" || f.items[k-1].w == nil)
	}
	return false
}

// overOutlet is the item before the words up to item k that say to whom or by which channel something
// went out, k where they do not: "a statement [made available] to newsmen", "a post [on X]",
// "a message [read on state television]".
func (f *field) overOutlet(from, k int) int {
	for n := k; n > from && n > k-6; n-- {
		switch f.word(n) {
		case "on", "to", "by", "via", "through", "over":
			if n < k {
				return n - 1
			}
			return k
		case "facebook", "twitter", "telegram", "x", "whatsapp", "instagram", "website", "site", "page", "channel", "channels", "account", "platform", "television", "tv", "radio", "state", "official",
			"social", "media", "online", "its", "his", "her", "their", "the", "newsmen", "reporters", "journalists", "press", "outlets", "correspondents", "news", "agency", "agencies", "email", "e-mail",
			"state television", "state tv", "state radio", "state media", "social media", "news agency":
		default:
			if it := &f.items[n]; !it.is(tSocial|tVia) && !(it.is(tUpper) && n > from && (f.word(n-1) == "to" || f.word(n-1) == "by")) {
				return k
			}
		}
	}
	return k
}

// saysThat tells whether the date [from, to) stands between a verb of saying and its "that":
// "reported on June 3 that", "told the paper by email on 8 June that". Item lo is the first
// of the sentence.
func (f *field) saysThat(lo, from, to, end int) bool {
	if to >= end || f.word(to) != "that" || to+1 < end && f.items[to+1].is(tDayPart) {
		return false
	}
	for k := from - 1; k >= lo && k > from-maxSaidBefore; k-- {
		it := &f.items[k]
		if it.is(tSay|tVia) && !it.is(tCap) && !it.is(tHead) {
			return true
		}
		if it.is(tOut|tEv|tRel) && !it.is(tCap) {
			return false
		}
	}
	return false
}

// maxSaidBefore bounds how far behind its verb the day of a statement may stand.
const maxSaidBefore = 12

// proceeds tells whether item k is a verb for what is done about a deed afterwards,
// whose day is not the deed's: "was charged", "identified him as", "was in critical
// condition".
func (f *field) proceeds(k, to int) bool {
	switch f.word(k) {
	case "charged", "identified", "indicted", "convicted", "sentenced", "arraigned", "acquitted", "booked", "jailed", "extradited", "pleaded", "testified", "condemned", "denounced", "deplored", "condition", "raised", "guilty":
		return true
	case "arrested":
		return f.connects(k, to)
	}
	return f.word(k) == "said" || strings.HasPrefix(f.word(k), "raised ") || strings.HasSuffix(f.word(k), " condition")
}

// datedApart tells whether the date m is one that a speaker gives in place of another's:
// "but dated the raid to July 5", "reported it as happening on May 7".
func (f *field) datedApart(s *sentence, m *dateMention) bool {
	for k := m.from - 1; k >= s.from && k >= m.from-7; k-- {
		switch f.word(k) {
		case "dated", "dates", "dating", "misdated":
			return k+1 < s.to && f.word(k+1) != "back" && f.word(k+1) != "from"
		case "happening", "occurring", "taking":
			return k > s.from && (f.word(k-1) == "as" || f.word(k-1) == "being")
		case "happened", "occurred", "taken":
			return k > s.from+1 && f.word(k-1) == "having" && f.word(k-2) == "as"
		case "date":
			return f.word(k+1) == "as" || f.word(k+1) == "at"
		}
		if it := &f.items[k]; it.is(tPunct | tSay) {
			return false
		}
	}
	return false
}
