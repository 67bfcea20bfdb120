// Package ask asks a language model about slots of a claim that the reader left
// empty, or is less sure of than of not, and judges the answers. It talks to
// nobody: it makes questions out of a report and its claims, and claims out of
// answers. The room endpoint below carries the one to a server and brings the
// other back; where no endpoint is set up nothing here runs.
//
// # What is asked
//
// One question is about one claim ([Asker.Questions]). It shows the model the
// passage of the claim, some text before and after it, the title and the day of
// the report, and what the reader read; nothing else leaves. It lists the slots that may be
// filled. A slot is open when its confidence lies below [Line], or when it is
// empty and one looks for it: place, time, perpetrators, killed, injured. The
// kinds "attack" (means unstated) and "other" count as empty. A report's
// questions are bounded, the least sure claims first.
//
// # What is accepted
//
// The model is not believed. [Asker.Fill] takes a value only when
//
//   - the slot was open, so that nothing the reader is sure of is touched, and no
//     slot that a person set ever is: people decide over what stands after this;
//   - the words that the model gives for it stand in the text it was shown, letter
//     for letter, white space aside. For the kind, the stance and the figures they must
//     stand in the passage itself, since a figure or a means near by is often that of
//     another incident; who, where and when are commonly told a sentence or two
//     away, so for them the text around the passage counts, and the title;
//   - a name stands in those words, and means something here: a place of the
//     gazetteer by [places.Gazetteer.Resolve], a party of the book of parties, a source of the
//     book of sources or of the book of parties;
//   - a number is what the reader's own grammar reads in those words, with what it says happened
//     to the people counted; likewise a day;
//   - a kind or a stance is one of those there are. That its words support it
//     cannot be checked. That somebody owned up to a deed is never taken from a model.
//
// So a text that tells the model what to answer ("ignore what was said before")
// can at most have itself quoted: whoever writes the text could as well have
// written the words. It reaches no claim of another report.
//
// A value taken this way is marked in [isnad.Claim.Filled].
package ask

import (
	"cmp"
	"errors"
	"slices"

	"isnad"
	"isnad/internal/attribute"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// Line is the confidence from which a slot is left alone. Confidences are
// chances: below it the reader is more likely wrong than right.
const Line = 0.5

// MaxQuestions is how many questions are asked about one report.
const MaxQuestions = 8

// The slots that may be filled, by the names of the JSON of [isnad.Claim].
const (
	slotEvent       = "event"
	slotPlace       = "place"
	slotWhen        = "when"
	slotActors      = "actors"
	slotKilled      = "killed"
	slotInjured     = "injured"
	slotAttribution = "attribution"
	slotStance      = "stance"
)

// ErrNoAnswer says, wrapped, that a model was asked and what came is no answer. The
// next question may be answered all the same.
var ErrNoAnswer = errors.New("the model gave no answer")

// Asker makes questions and judges answers. It is safe for concurrent use.
type Asker struct {
	Places  *places.Gazetteer
	Parties *parties.Book
	Sources *sources.Book
	Reader  *attribute.Reader
}

// Question is one question about one claim.
type Question struct {
	ID    string   // MakeID('q', instructions and text): the same question has the same ID
	Claim string   // ID of the claim
	Slots []string // that may be filled, in the order of the alphabet
	Text  string   // what the model is shown beside Instructions
	Index int      // of the claim among those it was made from
	win   window
}

// Questions returns what to ask about the claims of a report, in the order of
// the claims; nothing for claims that are sure enough.
func (a *Asker) Questions(rep *isnad.Report, claims []isnad.Claim) []Question {
	type wanted struct {
		claim int
		slots []string
	}
	var all []wanted
	for i := range claims {
		if s := open(&claims[i]); len(s) > 0 {
			all = append(all, wanted{i, s})
		}
	}
	if len(all) > MaxQuestions {
		slices.SortStableFunc(all, func(x, y wanted) int { return cmp.Compare(claims[x.claim].Confidence, claims[y.claim].Confidence) })
		all = all[:MaxQuestions]
		slices.SortFunc(all, func(x, y wanted) int { return cmp.Compare(x.claim, y.claim) })
	}
	out := make([]Question, 0, len(all))
	for _, w := range all {
		c := &claims[w.claim]
		q := Question{Claim: c.ID, Slots: w.slots, Index: w.claim, win: windowOf(rep, c)}
		q.Text = q.win.text(rep, c, w.slots)
		q.ID = isnad.MakeID('q', Instructions, q.Text)
		out = append(out, q)
	}
	return out
}

// open lists the slots of a claim that may be filled. Empty slots alone are no
// ground to ask, unless it is the place, the time or the kind that is missing: most claims name
// no perpetrator and many no figure.
func open(c *isnad.Claim) []string {
	below := func(slot string) bool {
		v, own := c.Slots[slot]
		if !own {
			v = c.Confidence
		}
		return v < Line
	}
	worth := false
	var out []string
	ground := func(slot string) { out, worth = append(out, slot), true }
	if c.Event == isnad.EventAttack || c.Event == isnad.EventOther || below(slotEvent) {
		ground(slotEvent)
	}
	if c.Place.IsZero() || below(slotPlace) {
		ground(slotPlace)
	}
	if c.When.IsZero() || below(slotWhen) {
		ground(slotWhen)
	}
	if below(slotStance) && c.Stance != isnad.StanceSelfClaimed {
		ground(slotStance)
	}
	// No attribution is a reading too: the outlet speaks for itself.
	// Who owns up to a deed is never a model's to say.
	owns := c.Stance == isnad.StanceSelfClaimed
	if len(c.Attribution) > 0 && below(slotAttribution) && !owns {
		ground(slotAttribution)
	}
	switch {
	case owns:
	case len(c.Actors) == 0:
		out = append(out, slotActors)
	case below(slotActors):
		ground(slotActors)
	}
	// A figure that was read is never replaced.
	if c.Killed == nil && c.Casualties == nil {
		out = append(out, slotKilled)
	}
	if c.Injured == nil && c.Casualties == nil {
		out = append(out, slotInjured)
	}
	if !worth {
		return nil
	}
	slices.Sort(out)
	return out
}
