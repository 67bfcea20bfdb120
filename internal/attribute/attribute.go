// Package attribute reads claims out of reports: what is said to have
// happened, where, when, to whom, by whom, and who says so. A claim is one
// claimant's statement; what the package reads is never taken as a fact.
//
// # The way of a report
//
//  1. Words (text_token.go, text_sentence.go, text_lexicon.go). The text is cut into items:
//     words, numbers, marks, and the phrases of the lexicon (data/en.tsv, longest
//     first). Every item keeps its place in the text. A headline that the body
//     repeats is cut off as a sentence of its own (text_heading.go). The date that
//     the text gives for itself counts before the day of publication (day_date.go).
//  2. A gate: a text, and a sentence, without a word of harm or of a deed is
//     read no further.
//  3. Small grammars over the items of one sentence: numbers of people
//     (number_quantity.go), dates (day_date.go), place phrases (place_phrase.go, with the
//     gazetteer's names), bodies and armed actors (actor_org.go, actor.go, with the
//     book of parties), speakers (voice_speech.go, with the book of sources).
//  4. Frames (harm_casualty.go, harm_figure.go, harm_form.go, deed_frame.go, claim_roles.go): a word of harm takes the number
//     before or after it by its voice; "including" and "among them" make parts,
//     never sums; each further figure opens a frame of its own; the strongest
//     and nearest word of a deed gives the kind.
//  5. Candidates (claim_partial.go): a frame with what earlier sentences lend it.
//     Sums over a longer time or a war are set apart as tolls.
//  6. Joining (claim_pair.go, claim_merge.go, claim_story.go): candidates that tell one claim twice
//     become one, later and closer figures winning; claims about one incident lend
//     each other its time and kind.
//  7. Choosing (choose.go, choose_kind.go, deed_kindsurvey.go, choose_rank.go): kind, place, actors and credit
//     of a claim are chosen among all that the report names, each slot but the kind
//     against "none". Names of one body count together, so that the shares are
//     chances.
//  8. Judging (judge.go): a candidate is kept when its slots are likely enough to
//     be right. That likelihood is the claim's confidence; those of the choosers
//     are the confidences of the slots.
//  9. Joining once more (claim_retold.go): claims that are left and that turn out to be one, now that
//     each has its kind, place, actors and credit, are joined.
//
// Steps 6 to 9 weigh named facts by logistic models whose weights stand in data/
// and are fitted by the command in the folder fit. Joining and judging add small
// trees of questions about the same facts (judge_forest.go). Nothing else is learnt. The
// weights know no words but the heads of armed actors' names that actor_class.go
// lists ("rebels", "warplanes"), and every step can be followed by hand.
//
// # Files
//
// A rule of its own has a file of its own, named for what it reads first and then for
// itself; a file begins with sentences of the kind that it is about.
//
//	text_    how a text is laid out: words, sentences, headings, items of logs, forms
//	number_  numbers of people, ages
//	harm_    who was killed or wounded, how many, and who is not counted
//	day_     dates and times, and which of them is the deed's
//	place_   places, and which of them is the deed's
//	deed_    what happened: words of deeds and their kinds, and what only sounds like one
//	actor_   who did it: armed bodies, sides, persons
//	voice_   who says so
//	stance_  denials, blame, hedges, what nobody claims
//	toll_    sums over a longer time or a wider area
//	claim_   candidates, how they are joined, and the claim that is given out
//	choose_  which kind, place, actors and credit a claim gets
//	judge_   whether a candidate is kept, and the models
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
const Version = "attribute/23"

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
