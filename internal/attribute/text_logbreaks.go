package attribute

// A log or a list whose line breaks were lost still shows where its items begin: each opens
// with its day, "29 October 2022: In Karm village, ...", with a name, "Karm: A driver was shot.
// Nawa: Two students were held.", with a town in capitals, "MOSUL - Gunmen killed ...", or with
// a bullet, or stands under a weekday in capitals, "TUESDAY 3:02 a.m. Elm Road. ...". Several
// heads of one kind show such a list, and each of them opens a paragraph again.

const (
	maxLogBreaks = 200
	maxNameHead  = 5 // words of a head that is a name
	maxRegion    = 7 // words before the day that may be the heading of its region
)

// headKind is what the heads of the items of a list look like.
type headKind uint8

const (
	headDay headKind = iota
	headName
	headWeekday
	headTown
	headBullet
	headKinds
)

// fewHeads is how many heads of a kind make a list.
var fewHeads = [headKinds]int{headDay: 3, headName: 3, headWeekday: 2, headTown: 3, headBullet: 3}

// listHead is where an item of a list may begin.
type listHead struct {
	from int32
	kind headKind
}

// breakLog puts each item of such a log into a paragraph of its own.
func (f *field) breakLog() {
	f.listsDays, f.listsNames = false, false
	var buf [maxLogBreaks]listHead
	heads, seen := f.listHeads(buf[:0])
	listed := false
	for kind, n := range seen {
		listed = listed || n >= fewHeads[kind]
	}
	if !listed {
		return
	}
	f.listsDays = seen[headDay] >= fewHeads[headDay]
	f.listsNames = seen[headName] >= fewHeads[headName] && seen[headDay] < fewHeads[headDay]
	k, more := 0, int32(0)
	for i := range f.items {
		for k < len(heads) && int(heads[k].from) <= i {
			if kind := heads[k].kind; seen[kind] >= fewHeads[kind] {
				more++
			}
			k++
		}
		f.items[i].para += more
	}
}

// listHeads finds the items within paragraphs at which an item of a list may begin, in their
// order, and counts them by kind.
func (f *field) listHeads(heads []listHead) (found []listHead, seen [headKinds]int) {
	if len(f.items) > 3 && f.dayDash(0) > 0 {
		seen[headDay]++ // it opens a paragraph anyhow
	}
	for i := 1; i+2 < len(f.items) && len(heads)+1 < maxLogBreaks; i++ {
		it := &f.items[i]
		if !it.is(tPunct | tNum | tOrdinal | tMonth | tWeekday | tUpper) {
			continue // nearly all items
		}
		if f.items[i-1].para != it.para {
			continue // a line of its own
		}
		from, kind := i, headKinds
		switch {
		case it.is(tPunct):
			from, kind = f.punctHead(i)
		case it.is(tNum|tOrdinal|tMonth|tWeekday) && f.dayDash(i) > 0 && f.mayOpen(i):
			kind = headDay
			if from = i; i > 2 && f.word(i-2) == "#" && f.items[i-2].para == it.para {
				from = i - 2 // "#1902 3 May - Karm."
			}
		case it.is(tWeekday) && it.is(tUpper) && f.timeOrPlace(i+1):
			kind = headWeekday
		case it.is(tUpper) && f.word(i-1) == "." && f.townDash(i) > 0:
			kind = headTown
		}
		if kind == headKinds || len(heads) > 0 && int(heads[len(heads)-1].from) >= from {
			continue
		}
		seen[kind]++
		if kind == headDay {
			if r := f.regionBefore(from); r < from && (len(heads) == 0 || int(heads[len(heads)-1].from) < r) {
				heads = append(heads, listHead{int32(r), kind})
			}
		}
		heads = append(heads, listHead{int32(from), kind})
	}
	return heads, seen
}

// dayDash is the dash that closes a head which begins with its day at item i: "3 May, Karm
// (Homs) - Gunmen", "May 3 / Karm -", "TUESDAY 19 - Nothing"; 0 for none.
func (f *field) dayDash(i int) int {
	k := i
	if f.items[k].is(tWeekday) {
		if k++; k < len(f.items) && f.word(k) == "," {
			k++
		}
	}
	two := k+1 < len(f.items)
	switch {
	case two && f.dayNumber(k) && f.items[k+1].is(tMonth) || two && f.items[k].is(tMonth) && f.items[k].is(tCap) && f.dayNumber(k+1):
		k += 2
	case two && k > i && f.dayNumber(k):
		k++
	default:
		return 0
	}
	for end := min(k+maxRegion, len(f.items)-1); k < end; k++ {
		it := &f.items[k]
		switch w := f.word(k); {
		case f.spacedDash(k):
			return k
		case w == "," || w == "(" || w == ")" || w == "/" || w == "of" || w == "and" || w == "near" || w == "al":
		case w == ".":
			if !f.items[k-1].is(tMonth) {
				return 0
			}
		case it.is(tNum):
			if it.num < 1900 || it.num > 2100 {
				return 0
			}
		case !it.is(tCap|tPlaceHead) || it.is(tSay|tOut):
			return 0
		}
	}
	return 0
}

// spacedDash tells whether a dash with space around it stands at item k.
func (f *field) spacedDash(k int) bool {
	return k > 0 && k+1 < len(f.items) && dash(f.word(k)) && f.items[k].start > f.items[k-1].end && f.items[k+1].start > f.items[k].end
}

// mayOpen tells whether an item of a list may begin at item i: behind a mark that closes what
// was told, a figure or a number of the list.
func (f *field) mayOpen(i int) bool {
	switch f.word(i - 1) {
	case ".", "!", "?", ")", `"`, "”", "|", ";":
		return true
	}
	return f.items[i-1].is(tNum)
}

// punctHead is where the head begins that the mark at item i opens or closes, and its kind;
// headKinds for none.
func (f *field) punctHead(i int) (from int, kind headKind) {
	switch w := f.word(i); {
	case w == ":" && f.runsOn(i):
		if from := f.dayHead(i); from > 0 {
			return from, headDay
		}
		if from := f.nameHead(i); from > 0 {
			return from, headName
		}
	case w == "*" && f.townDash(i) > 0:
		return i, headTown
	case bullet(w):
		return i, headBullet
	}
	return i, headKinds
}

// runsOn tells whether text follows the colon at item k in its own paragraph, with a capital.
func (f *field) runsOn(k int) bool {
	it, next := &f.items[k], &f.items[k+1]
	return next.para == it.para && next.start > it.end && next.is(tCap|tNum|tOrdinal|tQual)
}

// dayHead is where the head begins that the colon at item k closes, if it is a day: "27 October
// 2017:", "Monday, October 9:"; 0 for none, and where a line begins with it anyhow.
func (f *field) dayHead(k int) int {
	j := k - 1
	if it := &f.items[j]; it.is(tNum) && it.num > 1900 && it.num < 2100 {
		if j--; j > 0 && f.word(j) == "," {
			j--
		}
	}
	if j < 1 || !(f.items[j].is(tMonth) && f.dayNumber(j-1) || f.dayNumber(j) && f.items[j-1].is(tMonth)) {
		return 0
	}
	j--
	if j > 1 && f.word(j-1) == "," && f.items[j-2].is(tWeekday) {
		j -= 2
	}
	for j > 1 && (f.word(j-1) == "on" || f.word(j-1) == "reported" || f.word(j-1) == "as") {
		j--
	}
	if f.opensLine(j) {
		return 0
	}
	return j
}

// opensLine tells whether a paragraph begins at item j, with or without the mark of a list.
func (f *field) opensLine(j int) bool { return j < 3 || f.items[j-3].para != f.items[j].para }

func (f *field) dayNumber(k int) bool {
	it := &f.items[k]
	return it.is(tNum|tOrdinal) && it.end-it.start <= 4 && digit(f.text[it.start]) && (it.num >= 1 && it.num <= 31 || it.is(tOrdinal))
}

// regionBefore is where the heading of a region begins that stands before the day at item
// j: "Asia Myanmar 27 October 2017"; else j.
func (f *field) regionBefore(j int) int {
	for n := j - 1; n > 0 && n >= j-maxRegion && f.items[n].tags&tPunct == 0; n-- {
		switch f.word(n) {
		case "africa", "asia", "europe", "americas", "america", "mena", "oceania", "pacific", "global", "worldwide":
			if f.word(n-1) != "in" && f.word(n-1) != "of" && f.word(n-1) != "and" && !f.items[n-1].is(tDir) {
				return n
			}
		}
		if !f.items[n].is(tCap) && f.word(n) != "and" && f.word(n) != "of" && f.word(n) != "the" {
			break
		}
	}
	return j
}

// nameHead is where the head begins that the colon at item k closes, if it is a name that a
// sentence begins with and that the lexicon does not know: "Karm:", "Karm community:"; 0 for none.
func (f *field) nameHead(k int) int {
	name := false
	for j := k - 1; j > 0 && j >= k-maxNameHead; j-- {
		it := &f.items[j]
		if it.para != f.items[k].para {
			return 0
		}
		switch {
		case it.is(tPunct):
			if name && j+1 < k && f.stops(j) && f.items[j+1].is(tCap) && !f.opensLine(j+1) {
				return j + 1
			}
			return 0
		case it.is(tCap) && (it.w == nil || it.is(tDir)) && !pageLabel(f.word(j)):
			name = true
		case it.is(tPlaceHead) && j > 1 || f.word(j) == "and" || f.word(j) == "of" || f.word(j) == "al":
		default:
			return 0
		}
	}
	return 0
}

// pageLabel tells the words that pages print before a colon and that name no place.
func pageLabel(w string) bool {
	switch w {
	case "status", "source", "sources", "reward", "update", "updated", "note", "photo", "photos", "image", "video", "read", "related", "methodology", "contact", "tags", "tag", "category", "categories",
		"filed", "posted", "published", "by", "editor", "author", "location", "victim", "victims", "age", "weather", "email", "phone", "tel", "fax", "address", "website", "credit", "caption", "summary",
		"background", "context", "analysis", "comment", "comments", "details", "highlights", "recommendation", "recommendations", "outlook", "impact", "question", "answer", "q", "a", "sport", "sports", "watch", "listen",
		"weapon", "weapons", "casualties", "perpetrator", "perpetrators", "confidence", "type", "time", "day", "today", "yesterday":
		return true
	}
	return false
}

// bullet tells the marks of items of a list.
func bullet(w string) bool {
	switch w {
	case "•", "●", "▪", "■", "◦", "‣":
		return true
	}
	return false
}

// timeOrPlace tells whether a time of day or a name in the usual letters stands at item k.
func (f *field) timeOrPlace(k int) bool {
	it := &f.items[k]
	return it.is(tNum) || digit(f.text[it.start]) || it.is(tCap) && !it.is(tUpper) || f.word(k) == ":" || f.word(k) == "-"
}
