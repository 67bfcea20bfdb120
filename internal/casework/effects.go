package casework

import (
	"slices"

	"isnad"
)

// AllowedEffects lists what a decision on the case may do to what is shown, in
// the order of isnad.Effects. A decision may always have no effect.
func AllowedEffects(c *isnad.Case) []isnad.Effect {
	switch c.Kind {
	case isnad.CaseRightOfReply:
		return []isnad.Effect{isnad.EffectCorrection, isnad.EffectClarification, isnad.EffectRetraction, isnad.EffectRemoval, isnad.EffectRestoration, isnad.EffectReply}
	case isnad.CaseCopyright:
		return []isnad.Effect{isnad.EffectCorrection, isnad.EffectClarification, isnad.EffectRemoval, isnad.EffectErasure, isnad.EffectRestoration}
	case isnad.CaseCounterNotice:
		if ActionFiled(c) {
			return []isnad.Effect{isnad.EffectClarification}
		}
		return []isnad.Effect{isnad.EffectClarification, isnad.EffectRestoration}
	}
	return isnad.Effects()
}

// Effects lists those of AllowedEffects that this person may decide on now.
func (r Rules) Effects(c *isnad.Case, by By) []isnad.Effect {
	if !slices.Contains(r.Acts(c, by), isnad.CaseDecide) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(AllowedEffects(c)), func(e isnad.Effect) bool {
		return by.Actor == isnad.ActorDesk && !by.Person.May(NeedsEffect(c, e))
	})
}
