package reconcile

import "isnad"

// kinship says how well two kinds go together as names of one incident.
type kinship int

const (
	kindSame   kinship = iota
	kindFamily         // one event told with other words: a blast and a car bomb
	kindVague          // one of the two says next to nothing: "attack"
	kindOther
)

// families are kinds that tellers of one incident confuse. A kind may belong to
// several. Chemical attacks come from the air or with shells, and are often
// first told as one or the other.
var families = [...][]isnad.Event{
	{isnad.EventAirStrike, isnad.EventDroneStrike, isnad.EventShelling, isnad.EventExplosion},
	{isnad.EventAirStrike, isnad.EventChemicalAttack},
	{isnad.EventShelling, isnad.EventChemicalAttack},
	{isnad.EventBombing, isnad.EventSuicideBombing, isnad.EventLandmine, isnad.EventExplosion},
	{isnad.EventShooting, isnad.EventKilling, isnad.EventClash, isnad.EventProtestViolence},
	{isnad.EventClash, isnad.EventTerritoryChange},
	{isnad.EventAbduction, isnad.EventDetention, isnad.EventIllTreatment},
	{isnad.EventKilling, isnad.EventRemainsFound, isnad.EventAbduction},
	{isnad.EventShelling, isnad.EventPropertyDestruction},
	{isnad.EventAirStrike, isnad.EventPropertyDestruction},
	{isnad.EventDisplacement, isnad.EventObstruction},
}

// kin is the set of families that a kind belongs to, a bit each.
func kin(e isnad.Event) uint32 {
	var set uint32
	for i, f := range families {
		for _, x := range f {
			if x == e {
				set |= 1 << i
			}
		}
	}
	return set
}

func (v *view) kinship(u *view) kinship {
	a, b := v.claim.Event, u.claim.Event
	switch {
	case a == b:
		return kindSame
	case vague(a) || vague(b):
		return kindVague
	case v.kin&u.kin != 0:
		return kindFamily
	}
	return kindOther
}

func vague(e isnad.Event) bool {
	return e == isnad.EventAttack || e == isnad.EventOther || e == ""
}

// narrow ranks how much a kind says, so that the more telling one of two that
// are equally supported names the incident.
func narrow(e isnad.Event) int {
	switch e {
	case isnad.EventOther, "":
		return 0
	case isnad.EventAttack:
		return 1
	case isnad.EventExplosion, isnad.EventKilling, isnad.EventPropertyDestruction, isnad.EventDetention:
		return 2
	case isnad.EventSuicideBombing, isnad.EventDroneStrike, isnad.EventChemicalAttack, isnad.EventLandmine, isnad.EventSexualViolence:
		return 4
	}
	return 3
}
