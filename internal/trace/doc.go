// Package trace finds who copied whom in the texts themselves: for a report that
// arrives, the earlier reports that it copies, where the words stand on both
// sides, and whom it quotes together with others. It never says who stole; it
// says where the same words were first seen.
//
// It takes values and gives values. Who keeps the texts, and the index on a disk,
// uses its parts one by one:
//
//	words := trace.AppendWords(nil, text)        // words with their places
//	marks := trace.AppendMarks(nil, words)       // fingerprints with their places
//	index.Look(&finding, marks, source, day)     // earlier reports that share some
//	links := tracer.Trace(report, &finding, f)   // word by word; f gives words of candidates
//	sketch := trace.AppendSketch(nil, marks)     // what is stored
//	index.Add(entry, sketch)
//
// # Words
//
// A text is read into words: runs of letters and digits, in lower case, without
// diacritics, tatweel and direction marks; forms of alef, ya, ta marbuta and the
// digits of all scripts are made one. An apostrophe between letters joins them.
// Where a script is written without spaces (Chinese, Japanese, Thai, Lao, Khmer,
// Burmese), each character is a word. A word knows its place in code points, the
// marks that stand at it, and whether it is quoted, opens a paragraph or ends a
// sentence.
//
// # Fingerprints
//
// Five words in a row are hashed, and winnowing keeps the least hash of every six
// in a row (Schleimer, Wilkerson, Aiken, Winnowing: local algorithms for document
// fingerprinting, 2003), so ten equal words in a row always leave a common print.
// A print has 40 bits; some 130 make the sketch of a report, 580 bytes. Hashes
// are the same in every run and on every machine; Version says which they are.
//
// # Index
//
// Index maps prints to reports: a hot table in memory, and frozen segments, which
// are read in place from a mapped file. Nothing but the sketches, each with source
// and day, needs to be kept: added again in order they make the same index. A list
// keeps the first 23 and the last 8 reports of a print and the number of all.
//
// What is boilerplate is learnt from those lists, not listed (see level): words on
// four days that span a week, words that a source has printed twice before. Words
// that one source came back to three days later count nothing towards a passage
// that stands alone.
//
// # Alignment
//
// Aligner compares a report with one candidate: maximal runs of equal words are
// chained over gaps, several passages, in any order (as passim does, Smith,
// Cordell, Dillon 2014, though by runs of words instead of Smith-Waterman, which
// takes longer). A passage is widened to the ends of its sentences.
//
// # Judgement
//
// Tracer weighs the passages (see judge.go): one of some 32 words, several strong
// ones, or a third of the report make a copy, less for whole paragraphs, more for
// what returns after a week and for footers of sources hardly known. A passage
// that two or more other reports share, which have nothing else in common with
// the candidate, is background. The candidate that explains most words is taken
// first, an earlier one in its place where that explains them as well, so that
// the copy of a copy names the original; then the next for the words left over, so
// that a merger names both. Words in quotation marks on both sides are a link of
// their own kind, CiteQuote.
//
// # Bounds
//
// A text is read to MaxWords words and MaxPrints prints; 24 candidates are given
// and ten compared; the work of one comparison is bounded by the lengths of the
// texts. Sketches and segments are read without trust in them.
package trace
