// Package change tells what a copy changed in what it took from another report,
// and what a later version of a report changed in the one before.
//
// [Comparer.Compare] takes the passages that were found by the detection: runs of
// the copy and of the original that hold the same words, but for some. It looks
// only at them, at the sentences they begin and end in, at what lies between
// passages that follow each other in both texts, and, when the copy took at least
// half of the original's words, at what it left out. [Comparer.Versions] aligns
// two whole texts.
//
// # The way of a comparison
//
//  1. Words (text.go). Both texts are cut into words (package names), sentences and
//     paragraphs. Case, diacritics, quotation marks and punctuation are no change.
//     A date line before the story is left out by Compare: each outlet prints its own.
//  2. Elements (element.go, lexicon.go). Small grammars over the lexicon in data/
//     read numbers, dates, hedges, bounds of numbers, cues of speech, negations
//     and words of fields, leftmost longest, in English and Arabic. Arabic words
//     are tried without the particles and the article written with them.
//  3. Alignment (align.go). Shingles of three words that occur once anchor it
//     (patience order, the longest rising chain); between anchors a weighted
//     longest common subsequence pairs the words. Little words weigh less, and a
//     match of little words only between two rewritten stretches is undone.
//  4. Judging (judge.go, speech.go, name.go). In each stretch that differs the
//     elements of the one side are held against those of the other, kind by kind:
//     equal ones first, then the others in order. Then names, then what is left.
//  5. Settling (settle.go). What stands on one side only is no change when it stands
//     near on the other side: clauses and sentences that were moved are none.
//     Sentences without a match are paired with new ones that share two fifths of
//     their words, wherever those stand, and compared with them.
//  6. Headlines (headline.go) are compared with each other, as one change.
//
// # What is what
//
//   - number: another figure or ordinal alters the meaning. "fourteen" and "14",
//     "a dozen" and "12" are one figure: cosmetic. "at least" against "about" is
//     another figure, too.
//   - date: days, months, years, parts of the day, hours. Dates that may be the same
//     ("3 October", "October 3rd"; "yesterday" and "Monday" by the days of the two
//     reports) are cosmetic.
//   - name, place: another name alters. A name spelt otherwise, known by the books
//     as the same (QSD and SDF, Kyiv and Kiev), its initials or a shortened form is
//     cosmetic. A direction ("eastern" against "western") is a place.
//   - attribution: gone, new, or another speaker. One who is named less or more
//     closely ("the ministry", "the health ministry") is cosmetic.
//   - hedge: "allegedly", "may have", "is believed to", a bound of a figure ("at
//     least 14" against "14"). A cue that distances ("claimed") is a hedge, too.
//     One hedge for another is wording, and cosmetic.
//   - negation: one side denies, the other does not. Two denials make none.
//   - headline: alters when a figure, name, place, date, hedge, negation or who says
//     so is another; words left out or put in are cosmetic, as headlines are cut to fit.
//   - wording: other words for the same, or that nothing here can judge: cosmetic.
//     Words of one field with another value ("killed" and "wounded", "civilians"
//     and "fighters") alter.
//   - paragraph_cut, paragraph_added: a whole paragraph. It alters when it holds a
//     figure, a date, an attribution, a hedge or a negation. Credits, addresses and
//     lines of the site are passed over.
//   - correction_note: the text says that it was corrected. The note itself alters
//     nothing; what it tells of is found as a change of its own.
//
// A figure, date or name that is gone or new within a kept sentence is that kind
// with one side empty, and alters. A stretch of five words and more on one side,
// and a whole sentence, is one change that alters: of the kind negation when it
// holds a denial, hedge or attribution when it holds one, else wording. Articles,
// auxiliaries and Arabic particles alone are no change.
//
// A copy's own story around what it took is no change. A paragraph or sentence
// counts as added only among copied ones.
//
// # Bounds
//
// Time and memory grow in line with the texts. A stretch that has no anchor and is
// too long for a table stays unaligned. At most [MaxChanges] changes are given,
// those that alter the meaning first to stay.
//
// # Known limits
//
// A passive that drops who did it is not seen ("the army shelled", "was shelled").
// Names in scripts without capitals are seen when they are listed or follow a
// title or a common given name. Irony, and a fact moved to another speaker's
// sentence, are not seen. Where words keep their form and change their sense by
// position ("A attacked B" against "B attacked A") two names change.
package change
