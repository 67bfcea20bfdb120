package attribute

import (
	"strconv"
	"strings"
)

// What a sentence sums over more than a few days is a toll, however small: "in the past
// ten days 45 people were killed", "the three-week battle has left 20 dead", "a month of
// protests".

// maxShort is how many days one incident may take.
const maxShort = 3

// sumsLong tells whether the figures of a claim under way are those of a time that its
// words call long. A day that the sentence names itself comes first.
func (f *field) sumsLong(p *partial) bool {
	s, fr := &p.sent, &p.fr
	if m := fr.date; m != nil && m.stretch {
		return m.period.To.Sub(m.period.From) > maxShort
	} else if m != nil && !m.rough && !m.said && m.period.To.Sub(m.period.From) <= maxShort {
		return false
	}
	for k := s.lead; k < s.to; k++ {
		if !f.items[k].may(mayLast) {
			continue
		}
		if k > s.lead && f.longSpan(s, k) || f.reported(s, k) || f.term(s, k, p.least()) || f.monthToMonth(s, k) || f.comparedWith(s, k) {
			return true
		}
	}
	for k := fr.from + 1; k < fr.to; k++ {
		if f.longDeed(fr, k) || f.items[k].may(mayMeasure) && f.timeOf(fr, k) {
			return true
		}
	}
	return false
}

// longSpan tells whether "past" or "last" at k opens a long time that a sentence is of: "in
// the past ten days", "over the last two months". "The first in the past ten days" is a
// comparison.
func (f *field) longSpan(s *sentence, k int) bool {
	switch f.word(k) {
	case "past", "last", "previous", "preceding":
	default:
		return false
	}
	if k+2 >= s.to || !f.items[k+1].is(tNum|tQual|tVague) && f.word(k+1) != "few" && f.word(k+1) != "several" {
		return false
	}
	if w := f.word(k - 1); w != "the" && !overTime(w) {
		return false
	}
	n := 0
	j := k + 1
	for ; j < s.to && j < k+4; j++ {
		if it := &f.items[j]; it.is(tNum) {
			n = it.num
		}
		if long(f.word(j)) > 0 {
			break
		}
	}
	if j >= s.to || long(f.word(j)) == 0 {
		return false
	}
	return (long(f.word(j)) > 1 || n > maxShort) && f.lasts(s.lead, j)
}

// reported tells whether the word at k opens the time that an account is of: "over the
// week", "during the reporting period".
func (f *field) reported(s *sentence, k int) bool {
	if !overTime(f.word(k)) {
		return false
	}
	n := k + 1
	if n < s.to && f.word(n) == "the" {
		n++
	}
	if n >= s.to {
		return false
	}
	switch f.word(n) {
	case "reporting":
		return n+1 < s.to && (f.word(n+1) == "period" || f.word(n+1) == "week" || f.word(n+1) == "month")
	case "week", "month":
		return n == k+2 && f.word(k) != "in" && (n+1 >= s.to || f.items[n+1].is(tPunct) || f.word(n+1) == "across" || f.word(n+1) == "throughout")
	}
	return false
}

// term tells whether item k opens the name of a long time that something was counted in: "in
// the last quarter", "during the first half of the year", "in the first week of June", "in
// the first ten days of the month", "over the same period". A few people may have been harmed
// by one deed of a week or of half a month: "in the second half of April two soldiers were
// shot dead".
func (f *field) term(s *sentence, k, least int) bool {
	if w := f.word(k); !overTime(w) && w != "of" && w != "for" && w != "since" {
		return false
	}
	n := k + 1
	if n+1 >= s.to || f.word(n) != "the" {
		return false
	}
	n++
	ordinal := false
	switch f.word(n) {
	case "first", "second", "third", "fourth", "last", "final":
		ordinal = true
		n++
	case "past", "previous", "preceding", "current", "same", "reporting", "entire", "whole":
		n++
	}
	if n >= s.to {
		return false
	}
	switch w := f.word(n); {
	case w == "half":
		return ordinal && n+1 < s.to && f.word(n+1) == "of" && !(0 < least && least < fewest && f.aMonth(n+2, s.to))
	case termWord(w):
		return true
	case w == "period" || w == "time" || w == "span" || w == "timeframe":
		return f.word(n-1) == "same" && overTime(f.word(k)) && f.word(k) != "in"
	}
	if !ordinal || least < fewest && long(f.word(n)) == 7 {
		return false
	}
	if n+1 < s.to && f.items[n].is(tNum) && f.items[n].num > 1 {
		n++
	}
	if n+2 >= s.to || long(f.word(n)) == 0 || f.word(n+1) != "of" || long(f.word(n)) == 1 && !f.items[n-1].is(tNum) {
		return false
	}
	it := &f.items[n+2]
	return it.is(tMonth) || it.is(tNum) || f.word(n+2) == "the" || f.word(n+2) == "this" || f.word(n+2) == "last"
}

// termWord tells the words for the parts of a year that accounts are kept of.
func termWord(w string) bool {
	switch w {
	case "quarter", "half", "semester", "trimester", "half-year", "fortnight":
		return true
	}
	return false
}

// aMonth tells whether item k names a month, or begins "the month".
func (f *field) aMonth(k, to int) bool {
	return k < to && (f.items[k].is(tMonth) || k+1 < to && f.items[k].is(tDet) && f.word(k+1) == "month")
}

// monthToMonth tells whether item k opens a time from one month to another, without days:
// "between January and May", "from March to June 2016".
func (f *field) monthToMonth(s *sentence, k int) bool {
	if k+3 >= s.to || f.word(k) != "between" && f.word(k) != "from" || !f.items[k+1].is(tMonth) {
		return false
	}
	n := k + 2
	if f.items[n].is(tNum) && f.items[n].num > 31 {
		n++
	}
	return f.joinsMonths(n, s.to)
}

// joinsMonths tells whether item n joins the month before it with another.
func (f *field) joinsMonths(n, to int) bool {
	if n+1 >= to || !f.items[n+1].is(tMonth) {
		return false
	}
	switch f.word(n) {
	case "and", "to", "until", "through", "till", "-", "–", "—", "/":
		return n+2 >= to || !f.items[n+2].is(tNum) || f.items[n+2].num > 31
	}
	return false
}

// overTime tells the words that lead to the time that something took.
func overTime(w string) bool {
	switch w {
	case "in", "over", "during", "within", "throughout":
		return true
	}
	return false
}

// long is how many days a word of time is at least; 0 for other words.
func long(w string) int {
	switch w {
	case "day", "days":
		return 1
	case "week", "weeks":
		return 7
	case "month", "months":
		return 30
	case "year", "years", "decade", "decades":
		return 365
	}
	return 0
}

// longDeed tells whether the word at k says that the deed lasted: "the three-week battle",
// "a two-month-old siege".
func (f *field) longDeed(fr *frame, k int) bool {
	if it := &f.items[k-1]; !it.is(tDet|tNat|tMod) && f.word(k-1) != "'s" {
		return false
	}
	w := strings.TrimSuffix(f.word(k), "-old")
	i := strings.LastIndexByte(w, '-')
	if i < 1 || long(w[i+1:]) < 7 && w[i+1:] != "weeks" && !(w[i+1:] == "day" && manyDays(w[:i])) || strings.HasSuffix(w, "mid-week") {
		return false
	}
	if k > fr.from+1 {
		switch f.word(k - 2) {
		case "broke", "break", "breaking", "broken", "breaks", "ended", "ending", "ends", "lifted", "lifting":
			return false // "broke the two-year siege" is of the day that it ended
		}
	}
	for j := k + 1; j < fr.to && j <= k+3; j++ {
		if lasting(f.word(j)) {
			return true
		}
		if it := &f.items[j]; it.is(tPunct | tPrep | tAux | tOut | tSay) {
			return false
		}
	}
	return false
}

// manyDays tells whether a number in front of "-day" makes a deed longer than one incident.
func manyDays(w string) bool {
	if n, err := strconv.Atoi(w); err == nil {
		return n > maxShort
	}
	switch w {
	case "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty":
		return true
	}
	return false
}

// lasting tells the words for violence that goes on for long.
func lasting(w string) bool {
	switch w {
	case "battle", "siege", "campaign", "offensive", "war", "operation", "assault", "bombardment", "fighting", "conflict", "insurgency", "standoff", "blockade", "clashes",
		"battles", "violence", "unrest", "protests", "demonstrations", "shelling", "strikes", "air strikes", "airstrikes", "attacks", "bombing", "raids", "riots", "uprising":
		return true
	}
	return false
}

// timeOf tells whether the time at k measures violence that the frame's figure is of: "in
// a month of protests", "weeks of fighting have killed". "After weeks of fighting" is what
// went before.
func (f *field) timeOf(fr *frame, k int) bool {
	if k+2 >= fr.to || long(f.word(k)) == 0 || f.word(k+1) != "of" {
		return false
	}
	j := k - 1
	n := 0
	if it := &f.items[j]; it.is(tNum|tVague) || f.word(j) == "a" {
		n = max(it.num, 1)
		j--
	}
	if long(f.word(k)) == 1 && n <= maxShort {
		return false
	}
	for ; j >= fr.from && f.items[j].is(tQual|tAdv|tMod); j-- {
	}
	if j >= fr.from {
		switch f.word(j) {
		case "in", "during", "from", "over":
		default:
			return false
		}
	}
	for m := k + 2; m < fr.to && m <= k+4; m++ {
		if lasting(f.word(m)) {
			return true
		}
		if it := &f.items[m]; it.is(tPunct | tPrep | tAux | tOut | tSay) {
			return false
		}
	}
	return false
}

// comparedWith tells whether a figure at k is set against that of an earlier time: "43 people
// were wounded by gunfire, up from 35", "compared with 12 the year before". A toll of one
// deed rises too, "raised the toll to 12, up from nine".
func (f *field) comparedWith(s *sentence, k int) bool {
	switch f.word(k) {
	case "up", "down":
		if k+2 >= s.to || f.word(k+1) != "from" || !f.items[k+2].is(tNum) || k > s.lead && f.items[k-1].is(tSay|tAux) {
			return false
		}
	case "compared":
		if k+2 >= s.to || f.word(k+1) != "with" && f.word(k+1) != "to" || !f.items[k+2].is(tNum|tQual) {
			return false
		}
	default:
		return false
	}
	for n := s.lead; n < k; n++ {
		if countNoun(f.word(n)) && f.word(n) != "number" {
			return false
		}
	}
	return true
}
