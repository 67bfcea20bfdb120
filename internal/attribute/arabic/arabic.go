// Package arabic reads claims out of reports in Arabic.
//
// It gives the same claims and tolls as its parent, the reader of English, and
// goes the same way (words, numbers, frames, candidates, joining, judging), but
// by grammars of its own, since Arabic puts the verb first, writes particles to
// the word that follows them, counts two by a form of the noun and has no
// capitals.
//
//  1. Letters (letters.go). Words are compared without vowel signs and tatweel,
//     with one form of alef, ya, hamza and ta marbuta. Every token keeps its
//     place in the text; spans are code points of the text, names and quotes are
//     its own words.
//  2. Words (token.go, lexicon.go, data/ar.tsv). The particles و ف ب ل ك and the
//     article are taken off until the lexicon knows the rest; a word it does not
//     know loses only particles that its article betrays.
//  3. Small grammars over one sentence: numbers of people (number.go), times
//     (date.go), places (place.go, with the gazetteer), armed hands (actor.go,
//     with the book of parties), speakers (speaker.go, with the book of sources).
//  4. Harm (harm.go): a number belongs to the word of harm before it, across
//     words of time, place and an armed hand; to the verb after it where the
//     subject comes first; "بينهم" makes a part, "and" with the same verb a sum.
//     A verb of killing written alike active and passive is active where an armed
//     hand follows and somebody is left for its object.
//  5. Frames (frame.go): figures of one clause that can stand together, with the
//     surest word of a deed, place, time and hands near them.
//  6. Candidates and joining (partial.go): what earlier sentences lend, who says
//     it, what is told twice.
//  7. Judging (judge.go): a logistic model gives each candidate its chance to be
//     a claim that the report makes; that is its confidence.
//
// # Known limits
//
// Dialects are not read. Names without a word of place before them that no book
// lists are places only after "في". A sound plural in "-ين" without a number
// ("مقتل مدنيين") may mean two or several; it is read as two or more. A speaker
// is carried to the next sentence only where a verb of saying takes it up.
package arabic

import (
	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// Reader reads claims out of Arabic reports. It is safe for concurrent use.
type Reader struct {
	places  *places.Gazetteer
	parties *parties.Book
	sources *sources.Book
	version string
}

// New returns a Reader that knows these names. Claims carry the version.
func New(g *places.Gazetteer, p *parties.Book, s *sources.Book, version string) *Reader {
	return &Reader{places: g, parties: p, sources: s, version: version}
}

// Read returns the claims of a report in the order of their passages, and the
// tolls that belong to no incident.
func (r *Reader) Read(rep *isnad.Report) ([]isnad.Claim, []isnad.Toll) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep = r, rep
	d.read()
	return d.out, d.tolls
}
