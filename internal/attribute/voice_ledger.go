package attribute

// Who keeps the figures. A report credits them by their name first: "according to
// figures from the health ministry", "a tally compiled by the agency shows". It is
// whoever counted that says so.

// ledger returns the item at which the name of who keeps the figures begins that
// item k opens: "the latest figures released by", "a count by". It is 0 where
// something else stands there, or where nobody is said to have made them.
func (f *field) ledger(s *sentence, k int) int {
	i := k
	for i < s.to && i < k+4 && !countedBy(f.word(i)) {
		it := &f.items[i]
		if !it.is(tDet|tNum|tQual|tAdv|tMod|tRelDay) && (it.is(tCap) && i > s.lead || !describes(f.word(i))) || it.is(tSrc|tSay) {
			return 0
		}
		i++
	}
	if i >= s.to || i >= k+4 || f.items[i].is(tCap) && i > s.lead {
		return 0
	}
	if n := f.keptBehind(s, i+1); n > 0 {
		return n
	}
	for j := i + 1; j+1 < s.to && j < i+7; j++ {
		switch w := f.word(j); {
		case w == "by" || w == "from" || w == "to" && f.word(j-1) == "available":
			if j > i+1 && w != "to" && !made(f.word(j-1)) {
				return 0 // "figures seen by the agency"
			}
			return j + 1
		case f.items[j].is(tPunct|tSay) && !made(w) || f.items[j].is(tAux|tRel|tClause):
			return 0
		}
	}
	return 0
}

// keptBehind returns the item at which the name begins of who is said behind item k to have what
// he counted: "information that the Karm Centre obtained", "data the ministry has collected"; 0 for
// none.
func (f *field) keptBehind(s *sentence, k int) int {
	if k < s.to && (f.word(k) == "that" || f.word(k) == "which") {
		k++
	}
	name := false
	for j := k; j < s.to && j < k+maxSpeaker; j++ {
		it, w := &f.items[j], f.word(j)
		switch {
		case name && (w == "obtained" || w == "gathered" || w == "received" || w == "collected" || w == "compiled"):
			return k
		case it.is(tCap | tSrc):
			name = true
		case name && (w == "has" || w == "had" || w == "have"):
		case it.is(tDet | tMod | tNat), w == "of", w == "for", w == "in", w == "and", w == "(", w == ")":
		default:
			return 0
		}
	}
	return 0
}

// keeper returns the items of the name of who keeps the figures that item k opens,
// which ends before item end.
func (d *doc) keeper(f *field, s *sentence, k, end int) (int, int) {
	e := f.ledger(s, k)
	if e == 0 || e >= end {
		return 0, 0
	}
	a, b := d.speakerRight(f, s, e)
	if b <= a || b > end || d.gz[b-1] != 0 && !d.known(a, b) && !f.items[b-1].is(tSrc) {
		return 0, 0 // "reports from the capital"
	}
	return a, b
}

// countedBy tells the words for what somebody counts or keeps.
func countedBy(w string) bool {
	switch w {
	case "figures", "data", "tally", "tallies", "count", "counts", "toll", "tolls", "numbers", "estimates", "statistics", "list", "lists", "information",
		"records", "database", "log", "update", "reports", "report", "updates", "details", "documentation",
		"evidence", "testimony", "testimonies", "findings", "accounts":
		return true
	}
	return false
}

// describes tells the words that say of what kind such figures are.
func describes(w string) bool {
	switch w {
	case "latest", "new", "fresh", "updated", "official", "preliminary", "initial", "early", "recent", "independent", "running", "provisional", "death", "casualty",
		"public", "separate", "own", "detailed", "first", "last", "daily", "weekly", "monthly", "partial":
		return true
	}
	return false
}

// made tells what is done to figures by whoever keeps them.
func made(w string) bool {
	switch w {
	case "compiled", "released", "published", "provided", "issued", "collected", "gathered", "kept", "made", "posted", "given", "maintained", "recorded",
		"supplied", "announced", "verified", "handed", "over", "handed over", "obtained", "shared", "passed", "on", "drawn", "prepared", "assembled", "taken", "received", "put", "together", "out", "up", "reported", "documented":
		return true
	}
	return false
}

// paper tells whether what is read, and no person, ends at item i: a name behind it
// begins what it says, "according to a police report, Jane Doe shot".
func (f *field) paper(i int) bool {
	w := f.word(i)
	if n := len(w); n > 0 && w[n-1] == 's' {
		w = w[:n-1]
	}
	for _, h := range [...]string{"statement", "report", "affidavit", "document", "paper", "filing", "record", "complaint", "dispatch", "indictment", "release", "post"} {
		if endsIn(w, h) {
			return true
		}
	}
	return false
}

// inWhat tells whether the aside in the items [k, end) says in what somebody spoke, or
// how: "the army, in a statement on Monday, said", "the group, speaking to reporters, said".
func (f *field) inWhat(k, end int) bool {
	switch f.word(k) {
	case "speaking", "writing", "quoting", "citing", "reached", "contacted", "posting":
		return !f.items[k].is(tCap)
	case "in", "on", "through", "via":
		for i := k + 1; i < end && i < k+6; i++ {
			if f.utterance(i) || f.items[i].is(tSocial) {
				return true
			}
			switch f.word(i) {
			case "post", "tweet", "message", "interview", "video", "briefing", "conference", "call", "broadcast", "posting", "claim", "letter", "reply", "note", "summary", "channel", "channels", "outlet", "agency", "spokesman", "spokesperson", "lawyer":
				return true
			}
		}
	}
	return false
}

// keptBy returns the items of the name of who keeps the figures that open the clause of the
// verb at item k and end before it.
func (d *doc) keptBy(f *field, s *sentence, k int) (int, int) {
	if k <= s.lead+3 || k > s.lead+maxSpeaker {
		return 0, 0
	}
	if a, b := d.keeper(f, s, s.lead, k); b > a && b == k {
		return a, b
	}
	return 0, 0
}

// keptBefore tells whether figures and who keeps them stand right before item k.
func (d *doc) keptBefore(f *field, s *sentence, k int) bool {
	if k <= s.lead {
		return false
	}
	a, b := d.keeper(f, s, f.clauseStart(s, k-1), k)
	return b > a && b == k
}

// officeOf tells whether the aside in the items [k, end) says what somebody is, and of
// what: "Jane Doe, Northland's interior minister, said".
func (f *field) officeOf(k, end int) bool {
	if k+3 >= end || !f.items[k].is(tCap) {
		return false
	}
	for i := k + 1; i+1 < end && i < k+5; i++ {
		if apostrophe(f.word(i)) {
			return f.roleFollows(i+1, end)
		}
	}
	return false
}

// onlyAge returns where the name before the comma at c begins whose age alone stands
// between it and item j, "Jane Doe, 34, told"; c where something else does.
func (f *field) onlyAge(s *sentence, c, j int) int {
	x := c
	if c+2 != j || !f.items[c+1].is(tNum) {
		return c
	}
	for x > s.lead && x > c-4 && f.items[x-1].is(tCap) && !f.items[x-1].is(tPunct|tMonth|tWeekday) {
		x--
	}
	return x
}

// perSource tells whether "per" at item k credits somebody: "two men were shot, per police".
func (d *doc) perSource(f *field, s *sentence, k int) bool {
	if k+1 >= s.to || k > s.lead && f.word(k-1) != "," {
		return false
	}
	n := k + 1
	if f.items[n].is(tDet) && n+1 < s.to {
		n++
	}
	return f.items[n].is(tSrc|tCap) || d.so[n] != 0
}

// identifies tells whether somebody who can say something names the harmed with the verb
// at item k: "the coroner identified the two men as".
func (d *doc) identifies(f *field, s *sentence, k int) bool {
	if k <= s.lead || k+1 >= s.to || !f.items[k+1].is(tDet|tNum|tPron|tHead) {
		return false
	}
	j := f.beforeVerb(s, k)
	return j >= s.lead && (f.items[j].is(tSrc) || d.so[j] != 0 || d.org[j])
}

// asideCloses tells whether what begins at item i behind a comma only says who the one
// before it is. In "according to police, the driver fired" another clause begins.
func (f *field) asideCloses(i, to int) bool {
	for n := i; i < to && i < n+12; i++ {
		it := &f.items[i]
		if it.is(tPunct) && !apostrophe(f.word(i)) {
			return true
		}
		if it.is(tAux|tModal|tOut|tEv|tSay|tAccuse|tDenyCue) && !it.is(tCap|tSrc) {
			return false
		}
	}
	return true
}
