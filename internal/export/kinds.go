package export

import "isnad"

// Kind says what a kind of incident is called by others. docs/kinds.md is the
// same table in words, and a test holds the two together.
type Kind struct {
	Event   isnad.Event
	ACLED   []Name // sub-event types
	UCDP    []Name // type_of_violence, where somebody was killed
	Airwars []Name // strike type
	PLOVER  []Name // event/mode: "ASSAULT/aerial"
}

// Name is what another project calls a kind, under a condition. The first whose
// condition is known to hold is the one; see [Pick].
type Name struct {
	Name string
	If   Condition
}

// Condition is what a name depends on beyond the kind of incident. Most of them
// ask who was harmed, which an incident often does not tell.
type Condition string

const (
	Always            Condition = ""
	CiviliansHarmed   Condition = "civilians were harmed"
	CombatantsHarmed  Condition = "combatants were harmed"
	CiviliansTargeted Condition = "civilians were the target"
	StateAndGroup     Condition = "a state fights a group or a state"
	GroupAndGroup     Condition = "only groups fight"
	StateGains        Condition = "a state takes the ground"
	GroupGains        Condition = "an armed group takes the ground"
	WithoutFighting   Condition = "nobody fought for it"
	ByForces          Condition = "forces did it to protesters"
	ByProtesters      Condition = "protesters did it"
	BySoldiers        Condition = "soldiers on the ground did it"
	Thrown            Condition = "it was thrown by hand"
	Buried            Condition = "it had been planted"
	Beaten            Condition = "people were beaten"
	Tortured          Condition = "torture is named"
)

// Pick returns the first of names whose condition always holds or is among
// known; empty when that cannot be told.
func Pick(names []Name, known ...Condition) string {
	for _, n := range names {
		if n.If == Always {
			return n.Name
		}
		for _, k := range known {
			if k == n.If {
				return n.Name
			}
		}
	}
	return ""
}

// KindOf returns the row of e; false for what is no kind of ours.
func KindOf(e isnad.Event) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Event == e {
			return k, true
		}
	}
	return Kind{}, false
}

// Kinds is the table, in the order of [isnad.Events]. Names of ACLED are its
// sub-event types and nothing else of it; those of UCDP are GED's
// type_of_violence, which asks for an organised actor and at least one dead, and
// counts civilians killed in a fight under the type of the fight.
func Kinds() []Kind {
	is := func(names ...string) []Name {
		list := make([]Name, len(names))
		for n, name := range names {
			list[n] = Name{Name: name}
		}
		return list
	}
	// Any fighting or attack may be of each type: it depends on who and against whom.
	fight := []Name{{"3", CiviliansTargeted}, {"1", StateAndGroup}, {"2", GroupAndGroup}}
	oneSided := []Name{{"3", CiviliansTargeted}}
	ground := []Name{{"Ground operation", BySoldiers}}
	const mine = "Remote explosive/landmine/IED"
	return []Kind{
		{isnad.EventAirStrike, is("Air/drone strike"), fight, is("Airstrike"), is("ASSAULT/aerial")},
		{isnad.EventDroneStrike, is("Air/drone strike"), fight, is("Drone strike"), is("ASSAULT/drone")},
		{isnad.EventShelling, is("Shelling/artillery/missile attack"), fight, is("Artillery"), is("ASSAULT/heavy-weapons")},
		{isnad.EventBombing, []Name{{"Grenade", Thrown}, {mine, Always}}, fight, nil, is("ASSAULT/explosives")},
		{isnad.EventSuicideBombing, is("Suicide bomb"), fight, nil, is("ASSAULT/suicide-attack")},
		{isnad.EventLandmine, is(mine), fight, nil, is("ASSAULT/explosives")},
		{isnad.EventExplosion, []Name{{mine, Buried}, {"Grenade", Thrown}}, nil, nil, []Name{{"ASSAULT/explosives", Buried}, {"ASSAULT/explosives", Thrown}}},
		{isnad.EventChemicalAttack, is("Chemical weapon"), fight, nil, is("ASSAULT/unconventional")},
		{isnad.EventShooting, []Name{{"Attack", CiviliansHarmed}, {"Armed clash", CombatantsHarmed}}, fight, ground, is("ASSAULT/firearms")},
		{isnad.EventKilling, []Name{{"Attack", CiviliansHarmed}}, oneSided, nil, is("ASSAULT/targeted")},
		{isnad.EventClash, []Name{{"Government regains territory", StateGains}, {"Non-state actor overtakes territory", GroupGains}, {"Armed clash", Always}},
			[]Name{{"1", StateAndGroup}, {"2", GroupAndGroup}}, ground, is("ASSAULT")},
		{isnad.EventTerritoryChange, []Name{{"Non-violent transfer of territory", WithoutFighting}, {"Government regains territory", StateGains}, {"Non-state actor overtakes territory", GroupGains}},
			[]Name{{"1", StateAndGroup}, {"2", GroupAndGroup}}, nil, is("COERCE/seize")},
		{isnad.EventAbduction, is("Abduction/forced disappearance"), oneSided, nil, is("ASSAULT/abduct")},
		{isnad.EventDetention, is("Arrests"), nil, nil, is("COERCE/arrest")},
		{isnad.EventIllTreatment, []Name{{"Attack", CiviliansHarmed}}, oneSided, nil, []Name{{"ASSAULT/beat", Beaten}, {"ASSAULT/torture", Tortured}, {"ASSAULT", Always}}},
		{isnad.EventSexualViolence, is("Sexual violence"), oneSided, nil, is("ASSAULT/sexual")},
		{isnad.EventDisplacement, is("Other"), nil, nil, is("COERCE/deport")},
		{isnad.EventObstruction, is("Other"), nil, nil, is("COERCE/withhold")},
		{isnad.EventPropertyDestruction, is("Looting/property destruction"), nil, nil, is("ASSAULT/destroy")},
		{isnad.EventProtestViolence, []Name{{"Excessive force against protesters", ByForces}, {"Violent demonstration", ByProtesters}}, oneSided, nil,
			[]Name{{"ASSAULT/crowd-control", ByForces}, {"PROTEST/riot", ByProtesters}}},
		{isnad.EventRemainsFound, is("Other"), nil, nil, nil},
		{isnad.EventAttack, []Name{{"Attack", CiviliansHarmed}, {"Armed clash", CombatantsHarmed}}, fight, nil, is("ASSAULT")},
		{isnad.EventOther, is("Other"), nil, nil, nil},
	}
}
