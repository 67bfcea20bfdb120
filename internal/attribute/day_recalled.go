package attribute

import "isnad"

// A report calls earlier incidents to mind in half a sentence, with a day of their own: "the raid
// comes eight months after 36 workers were killed in a quarry at X last December", "two priests
// who were kidnapped on the outskirts of X in February". The judge, which has seen most claims in
// the news of a day, thinks little of them; what is dated and counted, or dated, placed and told
// outright, is a claim.

// leastRecalled is the chance below which even such a candidate is none.
const leastRecalled = 0.08

// recalled tells whether a candidate tells an incident with a day of its own, and how many it
// harmed or where it was.
func (p *partial) recalled() bool {
	fr := &p.fr
	if p.chance < leastRecalled || !p.gotDate || fr.date == nil || fr.date.said || p.f.inTitle || p.title || p.stance == isnad.StanceDenied || fr.hyp || fr.modal {
		return false
	}
	placed := fr.place != nil && !fr.place.org && fr.place.rank >= 1
	if p.harmedSome() {
		return placed || !p.vagueHarm()
	}
	if !placed || !fr.verb || fr.strength < 3 || p.f.word(p.sent.to-1) == "?" {
		return false
	}
	switch fr.event {
	case isnad.EventAbduction, isnad.EventShooting, isnad.EventKilling, isnad.EventSuicideBombing:
		return true
	}
	return false
}

// vagueHarm tells whether a candidate counts by nothing but "dozens" and the like.
func (p *partial) vagueHarm() bool {
	return (p.killed == nil || p.killed.q.vague) && (p.injured == nil || p.injured.q.vague)
}
