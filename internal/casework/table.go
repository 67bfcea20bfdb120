package casework

import "isnad"

// move is where an act leads from a state. An empty to is a refusal, for which
// why holds the words.
type move struct {
	to  isnad.CaseState
	why string
}

// The states, short, so that the table can be read.
const (
	received     = isnad.CaseReceived
	acknowledged = isnad.CaseAcknowledged
	inReview     = isnad.CaseInReview
	waiting      = isnad.CaseWaiting
	decided      = isnad.CaseDecided
	carriedOut   = isnad.CaseCarriedOut
	appealed     = isnad.CaseAppealed
	closed       = isnad.CaseClosed
)

const (
	whyOpen       = "a case is opened once"
	whyAckAgain   = "it was acknowledged already"
	whyDecided    = "it is decided: what is wrong with the decision is said in an appeal, or put right by another decision"
	whyDone       = "it was decided and carried out: what is wrong with that is said in an appeal, or put right by another decision"
	whyClosed     = "the case is closed"
	whyReview     = "it is in review already"
	whyNotAsked   = "nothing was asked: words and evidence can be added"
	whyUndecided  = "it is not decided yet"
	whyAppealed   = "an appeal is open: it is to be decided first"
	whyAgain      = "it was carried out already"
	whyWithdrawn  = "it is decided: what should be done instead can be said in words, and the desk can decide again"
	whyNothingDue = "nothing is due"
	whyAddLate    = "the case is closed: an appeal can be made, or another case opened"
)

// stay is an act that leaves the state as it is.
func stay(in ...isnad.CaseState) map[isnad.CaseState]move {
	out := map[isnad.CaseState]move{}
	for _, s := range in {
		out[s] = move{to: s}
	}
	return out
}

// with adds to a row of the table.
func with(row map[isnad.CaseState]move, m move, in ...isnad.CaseState) map[isnad.CaseState]move {
	for _, s := range in {
		row[s] = m
	}
	return row
}

// table holds, for every act in every state, the state that it leads to or the
// words of a refusal. What else an act needs (who, when, which data) moves says.
//
// Three acts lead elsewhere than the table says. What is answered while an appeal
// is open leads back to appealed. Who withdraws an appeal leaves the earlier
// decision as it was. And word of an action leaves a decision by which nothing is
// put back as it was: see after.
var table = map[isnad.CaseActKind]map[isnad.CaseState]move{
	isnad.CaseOpen: with(row(), move{why: whyOpen}, isnad.CaseStates()...),

	isnad.CaseAcknowledge: {
		received:     {to: acknowledged},
		acknowledged: {why: whyAckAgain}, inReview: {why: whyAckAgain}, waiting: {why: whyAckAgain},
		decided: {why: whyDecided}, carriedOut: {why: whyDone}, appealed: {why: whyAckAgain}, closed: {why: whyClosed},
	},
	isnad.CaseAssign: with(stay(received, acknowledged, inReview, waiting, decided, appealed),
		move{why: "nothing is left to do: it needs nobody"}, carriedOut, closed),
	isnad.CaseTakeUp: {
		received: {to: inReview}, acknowledged: {to: inReview}, waiting: {to: inReview}, appealed: {to: inReview},
		inReview: {why: whyReview}, decided: {why: whyDecided}, carriedOut: {why: whyDone}, closed: {why: whyClosed},
	},
	isnad.CaseAsk: {
		received: {to: waiting}, acknowledged: {to: waiting}, inReview: {to: waiting}, waiting: {to: waiting}, appealed: {to: waiting},
		decided: {why: whyDecided}, carriedOut: {why: whyDone}, closed: {why: whyClosed},
	},
	isnad.CaseAnswer: with(map[isnad.CaseState]move{waiting: {to: inReview}, closed: {why: whyAddLate}},
		move{why: whyNotAsked}, received, acknowledged, inReview, decided, carriedOut, appealed),
	isnad.CaseAdd: with(stay(received, acknowledged, inReview, waiting, decided, carriedOut, appealed),
		move{why: whyAddLate}, closed),
	isnad.CaseNote: stay(isnad.CaseStates()...),
	isnad.CaseWithdraw: with(map[isnad.CaseState]move{decided: {why: whyWithdrawn}, carriedOut: {why: whyWithdrawn}, closed: {why: whyClosed}},
		move{to: closed}, received, acknowledged, inReview, waiting, appealed),
	isnad.CaseDecide: with(row(), move{to: decided}, isnad.CaseStates()...), // in every state: a decision is undone by another
	isnad.CaseCarryOut: with(map[isnad.CaseState]move{decided: {to: carriedOut}, carriedOut: {why: whyAgain}, appealed: {why: whyAppealed}, closed: {why: whyClosed}},
		move{why: whyUndecided}, received, acknowledged, inReview, waiting),
	isnad.CaseAppeal: with(with(row(), move{to: appealed}, decided, carriedOut, closed),
		move{why: "it is not decided yet: there is nothing to appeal"}, received, acknowledged, inReview, waiting, appealed),
	isnad.CaseClose: with(with(map[isnad.CaseState]move{closed: {why: "it is closed already"}},
		move{to: closed}, decided, carriedOut), move{why: "a case ends in a decision: decide it first"}, received, acknowledged, inReview, waiting, appealed),
	isnad.CaseActionFiled: with(with(stay(received, acknowledged, inReview, waiting, appealed), move{to: inReview}, decided),
		move{why: "nothing waits to be put back any more"}, carriedOut, closed),
	isnad.CaseRemind: with(stay(received, acknowledged, inReview, waiting, decided, appealed),
		move{why: whyNothingDue}, carriedOut, closed),
}

func row() map[isnad.CaseState]move { return map[isnad.CaseState]move{} }
