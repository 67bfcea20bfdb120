package attribute

// A paper is credited to whoever printed it or put it out: "according to a report in the
// Example Post", "an article published by the Example Agency", "a statement on the website of
// the Example Brigade", "a report on a website close to the army".

// printedIn returns the item at which the name begins of who printed the paper that item k
// opens, k where none is told of.
func (d *doc) printedIn(f *field, s *sentence, k int) int {
	i := k
	for i < s.to && i < k+3 && !printed(f.word(i)) && (f.items[i].is(tDet|tMod|tNat|tNum) || describes(f.word(i))) {
		i++
	}
	if i+2 >= s.to || !printed(f.word(i)) {
		return k
	}
	j := i + 1
	switch w := f.word(j); {
	case w == "on", w == "in":
	case made(w), w == "carried", w == "aired", w == "run", w == "printed":
		j++
	}
	if j+1 >= s.to {
		return k
	}
	switch f.word(j) {
	case "by", "from":
		if j > i+1 && (f.items[j+1].is(tDet|tCap|tSrc) || d.so[j+1] != 0) {
			return j + 1
		}
	case "in", "on":
		if n := d.prints(f, s, j+1); n > 0 {
			return n
		}
	}
	return k
}

// prints returns where the name begins of the page or the newspaper that is told of from item
// k on, or of whose page it is; 0 where it is a place or a subject: "a report in the north",
// "a report on the raid".
func (d *doc) prints(f *field, s *sentence, k int) int {
	if i := f.issueOf(s, k); i > 0 {
		if a, b := f.paperNamed(s, i); b > a {
			return a // "a report in Thursday's issue of the paper"
		}
	}
	named, caps := false, 0
	for i := k; i < s.to && i < k+6; i++ {
		it, w := &f.items[i], f.word(i)
		switch {
		case i == k && (w == "its" || w == "their" || w == "his" || w == "her"):
			return 0
		case page(w):
			if i+2 < s.to && f.word(i+1) == "of" {
				return i + 2
			}
			return k
		case it.is(tEv|tOut|tPlaceHead|tTown|tArea|tDir|tPlaceAdj|tWeekday|tMonth|tNum|tPron|tPrep) && d.so[i] == 0:
			return 0
		case it.is(tPunct) && !apostrophe(w):
			i = s.to // what follows belongs to another clause
		case d.so[i] != 0 || it.is(tSrc):
			named = true
		case it.is(tCap) && d.gz[i] == 0:
			caps++
		case it.is(tCap):
			return 0
		}
	}
	if named || caps > 1 && f.word(k) == "the" {
		return k
	}
	return 0
}

// printed tells the words for what is printed or put out.
func printed(w string) bool {
	switch w {
	case "report", "reports", "article", "articles", "story", "statement", "post", "message", "notice", "dispatch", "account", "item", "piece", "interview", "communique", "bulletin", "announcement":
		return true
	}
	return false
}

// page tells the words for what is read in the net.
func page(w string) bool {
	switch w {
	case "website", "websites", "site", "page", "channel", "portal", "blog", "feed", "account":
		return true
	}
	return false
}
