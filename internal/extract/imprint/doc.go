// Package imprint reads what a page prints around a story: who wrote it, where and when, who
// sent it in, on what terms it may be printed again, and what the page says of itself.
//
// Everything here takes one line or paragraph and says what it is; where it stands, and whether
// that makes a difference, is for the caller to judge.
//
//   - [ReadOpening] reads the date line before a story ("ALEPPO, Oct 24 (Agency) -", "دمشق-سانا"),
//     [ReadDate] a line that is a date, [DateAt] and [LastDate] a date within words.
//   - [ReadCredit] reads a line that says who wrote the story ("by A/B, AGENCY 24/10/2017"),
//     [ReadSigned] one that the page marks as such, [CutCredit] the credit at the end of a
//     paragraph, [ReadAuthors] the names in a field of metadata.
//   - [ReadSubmitter] reads who sent a story in.
//   - [Weigh] weighs a paragraph as terms of republication and as a disclaimer.
//   - [Names] are what an outlet may be called, in full and in short: its own name is neither a
//     place nor a person. [IsOutlet] tells a name by its form.
//
// # Method
//
// A credit or a date line is read whole or not at all: every part of it must be a name, a place, an
// agency, a date, or a word that goes with those. Names of persons are known by their form and
// only where the grammar expects one. Agencies are known from the book of sources, by words of the
// trade, or because they stand in brackets where agencies stand; places from the gazetteer, or by
// capitals.
//
// Terms and disclaimers are recognised by what they must speak of, in any wording and several
// languages: every family of words counts once, and a paragraph with a speaker counts less.
//
// Dates are read in English, French, Russian, German, Spanish, Turkish and the four Arabic
// manners of naming months, with Latin and Arabic digits. 3/4/2017 is read day first and
// called ambiguous, unless only the other reading lies near a day that is known. A date without a
// year takes the latest year that does not lie after that day.
//
// All of it is bounded: a date line by [MaxOpening] bytes, a credit by 200 characters.
package imprint
