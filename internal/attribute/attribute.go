// Package attribute reads claims out of reports: what is said to have
// happened, where, when, to whom, by whom, and who says so. A claim is one
// claimant's statement; what the package reads is never taken as a fact.
//
// # The way of a report
//
//  1. Words (token.go, sentence.go, lexicon.go). The text is cut into items:
//     words, numbers, marks, and the phrases of the lexicon (data/en.tsv, longest
//     first). Every item keeps its place in the text. A headline that the body
//     repeats is cut off as a sentence of its own (heading.go). The date that
//     the text gives for itself counts before the day of publication (date.go).
//  2. A gate: a text, and a sentence, without a word of harm or of a deed is
//     read no further.
//  3. Small grammars over the items of one sentence: numbers of people
//     (quantity.go), dates (date.go), place phrases (placephrase.go, with the
//     gazetteer's names), bodies and armed actors (org.go, actor.go, with the
//     book of parties), speakers (speech.go, with the book of sources).
//  4. Frames (casualty.go, figure.go, harmform.go, frame.go, roles.go): a word of harm takes the number
//     before or after it by its voice; "including" and "among them" make parts,
//     never sums; each further figure opens a frame of its own; the strongest
//     and nearest word of a deed gives the kind.
//  5. Candidates (partial.go): a frame with what earlier sentences lend it.
//     Sums over a longer time or a war are set apart as tolls.
//  6. Joining (pair.go, merge.go, story.go): candidates that tell one claim twice
//     become one, later and closer figures winning; claims about one incident lend
//     each other its time and kind.
//  7. Choosing (choose.go, choosekind.go, kindsurvey.go, rank.go): kind, place, actors and credit
//     of a claim are chosen among all that the report names, each slot but the kind
//     against "none". Names of one body count together, so that the shares are
//     chances.
//  8. Judging (judge.go): a candidate is kept when its slots are likely enough to
//     be right. That likelihood is the claim's confidence; those of the choosers
//     are the confidences of the slots.
//  9. Joining once more (retold.go): claims that are left and that turn out to be one, now that
//     each has its kind, place, actors and credit, are joined.
//
// Steps 6 to 9 weigh named facts by logistic models whose weights stand in data/
// and are fitted by the command in the folder fit. Joining and judging add small
// trees of questions about the same facts (forest.go). Nothing else is learnt. The
// weights know no words but the heads of armed actors' names that actorclass.go
// lists ("rebels", "warplanes"), and every step can be followed by hand.
//
// # Figures
//
// "at least 14" is [14, open), "more than 30" [31, open), "up to 50" (open, 50],
// "nearly 40" [40, 40] approximate, "dozens" [12, open) vague. A count keeps its
// words and their place. Figures of different claimants are never merged.
//
// # Known limits
//
// English and, by the package arabic below, Arabic: a report is read in the
// language of most of its letters. Other scripts are cut into words but hold no
// triggers. Places without a name ("a market in the
// east") are read only beside a named one ("a market in Kosti"). A speaker whose words
// run over many sentences without a new cue is credited only where a quotation
// or a taking-up word shows it. Of several denials of one incident the later may
// be taken for the first.
//
// # Bounds
//
// Work per item is bounded (phrases of 6 words, speakers of 14 items, sentences
// of 160 items); a text with more candidates than a report has is read in parts,
// so that time and memory stay linear in its length.
package attribute

import (
	"isnad"
	"isnad/internal/attribute/arabic"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// Version names the rules; claims carry it.
const Version = "attribute/15"

// Reader reads claims. What it reads of one report does not depend on the
// others, and it is safe for concurrent use.
type Reader struct {
	places  *places.Gazetteer
	parties *parties.Book
	sources *sources.Book
	asked   answers
	arabic  *arabic.Reader
}

// New returns a Reader that knows these names.
func New(g *places.Gazetteer, p *parties.Book, s *sources.Book) *Reader {
	return &Reader{places: g, parties: p, sources: s, arabic: arabic.New(g, p, s, Version)}
}

// Read returns the claims of a report in the order of their passages, and the
// tolls that belong to no incident. Report, Version and ID of the claims are
// filled in; Incident is left to reconcile.
func (r *Reader) Read(rep *isnad.Report) ([]isnad.Claim, []isnad.Toll) {
	if arabic.Reads(rep) {
		return r.arabic.Read(rep)
	}
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	d.read()
	return d.out, d.tolls
}
