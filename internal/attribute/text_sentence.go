package attribute

import (
	"strings"

	"isnad/internal/places"
)

// sentence is the items [from, to) of a field.
type sentence struct {
	from, to int
	lead     int // where the sentence proper begins, after a date line
	para     int32
	entry    int  // of a log, 1 + its index; -1 behind the last, 0 where there are none
	dated    int  // of a log whose sentences open with their days: the number of such an entry, 0 before the first
	heading  bool // repeats the title of the report
	heads    bool // most words begin with a capital: a headline, where capitals name nothing
	filled   bool // a line of a form: a label or what is filled in beside it
	deed     bool // harm or a deed is told, so far as is known before names are found
	tags     tag  // those of all its items
	hints    hint
}

// maxSentence bounds the items of one sentence; a longer run is cut, so that
// work inside a sentence stays bounded on any text.
const maxSentence = 160

// split cuts the items into sentences: at full stops, question and exclamation
// marks before a capital, a digit or a quotation mark, and at paragraphs.
func (f *field) split() {
	items := f.items
	from := 0
	for i := range items {
		cut := i+1 == len(items) || items[i+1].para != items[i].para || i+1-from >= maxSentence
		if !cut && !items[i].is(tPunct) {
			continue // nearly all items
		}
		if !cut {
			cut = f.stops(i)
		}
		if !cut && i > from && items[i-1].is(tPunct) && f.stops(i-1) && closing(f.text[items[i].start:items[i].end]) {
			cut = true // ." ends with the quotation mark
		}
		if cut {
			if i+1 > from {
				f.sents = append(f.sents, f.sentence(from, i+1))
			}
			from = i + 1
		}
	}
}

func (f *field) sentence(from, to int) sentence {
	s := sentence{from: from, to: to, lead: from, para: f.items[from].para}
	caps, words, small := 0, 0, false
	items := f.items[from:to]
	for i := range items {
		it := &items[i]
		s.tags |= it.tags
		s.hints |= it.hints
		if it.is(tPunct | tNum) {
			continue
		}
		if !it.is(tCap) {
			small = small || it.is(tSay|tOut|tEv) // a headline in capitals has its verbs in capitals
		} else if it.end-it.start > 3 {
			caps++
		}
		if it.end-it.start > 3 {
			words++
		}
	}
	s.heads = words >= 4 && caps*10 >= words*7 && !(small && f.word(to-1) == ".")
	return s
}

func closing(s string) bool {
	switch s {
	case `"`, "”", "»", ")", "'", "’":
		return true
	}
	return false
}

// stops tells whether the mark at item i ends a sentence.
func (f *field) stops(i int) bool {
	it := &f.items[i]
	c := f.text[it.start]
	if c == 0xd8 && f.text[it.start:it.end] == "؟" {
		return true
	}
	if c != '.' && c != '!' && c != '?' {
		return false
	}
	if i+1 >= len(f.items) {
		return true
	}
	next := &f.items[i+1]
	gap := next.start > it.end
	if c == '.' && i > 0 {
		prev := &f.items[i-1]
		if prev.end == it.start {
			w := f.low[prev.start:prev.end]
			if abbreviation(w) && !next.is(tPunct) && !(gap && (f.dayEnds(i) || f.streetEnds(i))) {
				return false
			}
			if len(w) == 1 && prev.is(tCap) && gap && next.is(tCap) {
				return false // an initial: "J. Doe"
			}
			if len(w) == 1 && strings.Contains("nsew", w) && prev.is(tCap) && gap && next.is(tOrdinal) {
				return false // "W. 5th Street"
			}
			if i > 1 && next.is(tPunct) && prev.is(tCap) && f.word(i-2) == "," && places.ShortState(w) {
				switch f.word(i + 1) {
				case "(", "-", "–", "—", "--", ",":
					return false // "GARY, Ind. (Wire) -"
				}
			}
			if f.hourEnds(i) && (next.is(tWeekday) || i < 6 || f.items[i-6].para != it.para) {
				return false // "2 a.m. Sunday", and an hour that opens a paragraph
			}
		}
		if !gap { // "quarter.This": a full stop whose space was lost
			return next.is(tCap) && !next.is(tUpper) && prev.end-prev.start > 2 && !prev.is(tUpper)
		}
	}
	if next.is(tPunct) {
		s := f.text[next.start:next.end]
		if closing(s) && next.start == it.end {
			return false // the mark after it decides
		}
		return true
	}
	return next.is(tCap|tNum|tOrdinal) || f.text[next.start] >= 0x80 || digit(f.text[next.start])
}

// dayEnds tells whether the point at item i is that of a shortened month which ends a sentence of
// a telegram with its day: "A bomb hit a convoy 6 Dec. Gunmen 11 Dec attacked ...". A date line
// has what follows it on its own line too, "KARM, 6 Dec. Agency -".
func (f *field) dayEnds(i int) bool {
	if i < 9 || !f.items[i-1].is(tMonth) || !f.dayNumber(i-2) || f.items[i-8].para != f.items[i].para {
		return false
	}
	next := &f.items[i+1]
	return next.para == f.items[i].para && next.is(tCap) && !next.is(tNum|tMonth|tWeekday) && f.word(i-3) != "(" && !f.spacedDash(i+2)
}

// streetEnds tells whether the point at item i, of a shortened word for a street, ends a sentence: the
// next one opens with a word that no name goes on with: "was shot near Elm St. She died".
func (f *field) streetEnds(i int) bool {
	if w := f.word(i - 1); i < 2 || w != "st" && w != "ave" && w != "blvd" || !f.items[i-2].is(tCap|tOrdinal) || !f.items[i+1].is(tCap) {
		return false
	}
	switch f.word(i + 1) {
	case "he", "she", "they", "it", "a", "an", "his", "her", "their", "police", "officers", "deputies", "detectives", "investigators", "when", "both", "there", "no", "someone", "witnesses":
		return true
	}
	return false
}

// hourEnds tells whether the point at item i is the last of "a.m." or "p.m."
func (f *field) hourEnds(i int) bool {
	if i < 1 || !strings.HasSuffix(f.word(i-1), "m") {
		return false
	}
	from := f.items[max(i-3, 0)].start
	t := f.low[from:f.items[i].end]
	return strings.HasSuffix(t, "a.m.") || strings.HasSuffix(t, "p.m.")
}

func abbreviation(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "gen", "maj", "lt", "col", "sgt", "capt", "st", "no", "jr", "sr", "prof", "rev", "brig",
		"adm", "u.s", "u.n", "e.g", "i.e", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
		"dec", "sen", "rep", "gov", "hon", "pres", "cmdr", "cpl", "pfc", "det", "approx", "spc", "ave", "blvd",
		"comdr", "cdr", "lcpl", "pvt", "ssgt", "msgt", "tsgt", "supt", "insp", "asst", "fr", "atty", "engr", "brgy":
		return true
	}
	return false
}
