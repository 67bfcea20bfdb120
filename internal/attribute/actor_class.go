package attribute

import "isnad"

// What a body is tells which deeds can be its own: groups without aircraft fly
// no raids, a nationality alone abducts nobody. The chooser weighs each class
// with each kind of deed, and the word that heads a name.

var actorClasses = []string{"state ", "coalition ", "named group ", "planes ", "police ", "regime ", "rebels ", "militants ", "gunmen ", "nationality ", "force ", "person "}

const (
	classState = iota
	classCoalition
	classGroup
	classPlanes
	classPolice
	classRegime
	classRebels
	classMilitants
	classGunmen
	classNationality
	classForce
	classPerson
)

var actorKinds = []string{"air", "shelling", "shooting", "bombing", "chemical", "clash", "killing", "seizure", "attack", "other"}

// actorKind is the place in actorKinds of a kind of deed.
func actorKind(e isnad.Event) int {
	switch e {
	case isnad.EventAirStrike, isnad.EventDroneStrike:
		return 0
	case isnad.EventShelling:
		return 1
	case isnad.EventShooting:
		return 2
	case isnad.EventBombing, isnad.EventSuicideBombing, isnad.EventExplosion, isnad.EventLandmine:
		return 3
	case isnad.EventChemicalAttack:
		return 4
	case isnad.EventClash:
		return 5
	case isnad.EventKilling:
		return 6
	case isnad.EventAbduction, isnad.EventDetention, isnad.EventIllTreatment:
		return 7
	case isnad.EventAttack:
		return 8
	}
	return 9
}

// actorHeads are the words that head the names of armed actors most.
var actorHeads = []string{"forces", "army", "troops", "soldiers", "military", "government", "regime", "police", "coalition", "rebels", "rebel",
	"terrorists", "terrorist", "militants", "militant", "insurgents", "fighters", "jihadists", "gunmen", "gunman", "group", "groups", "opposition", "organization",
	"organizations", "factions", "warplanes", "jets", "planes", "helicopters", "aircraft", "units", "suspects", "suspect", "authorities", "guards", "militia", "militias"}

// classOf tells what a body is and the fact of the word that heads its name, 0 for
// a word that is not weighed.
func (d *doc) classOf(f *field, m *actorMention) (class int, head fact) {
	e := m.to
	for e > m.from+1 && (f.items[e-1].is(tPunct) || f.word(e-1) == "s") {
		e--
	}
	last := f.word(e - 1)
	if i := lastSpace(last); i > 0 {
		last = last[i+1:]
	}
	if h, ok := fActorHead.of(last); ok {
		head = h
	}
	if m.state {
		return classState, head
	}
	if m.person {
		return classPerson, head
	}
	if m.party != 0 {
		p, _ := d.r.parties.Party(d.pam[m.party-1].ID)
		switch p.Kind {
		case "state_force", "paramilitary", "peacekeepers":
			return classState, head
		case "coalition":
			return classCoalition, head
		}
		return classGroup, head
	}
	switch last {
	case "police", "gendarmerie", "authorities", "officers", "guards", "guard", "intelligence":
		return classPolice, head
	case "government", "regime", "army", "military", "troops", "soldiers", "junta":
		return classRegime, head
	case "coalition", "alliance":
		return classCoalition, head
	case "rebels", "rebel", "opposition", "factions", "faction", "brigades":
		return classRebels, head
	case "gunmen", "gunman", "assailants", "assailant", "attackers", "suspects", "suspect", "shooter", "kidnappers", "gang", "gangs", "men", "bandits":
		return classGunmen, head
	}
	switch {
	case m.plane:
		return classPlanes, head
	case m.group:
		return classMilitants, head
	case f.items[e-1].is(tNat):
		return classNationality, head
	}
	return classForce, head
}

func lastSpace(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return i
		}
	}
	return -1
}

// mainActor marks the body that is the likeliest doer of more deeds of the report
// than any other.
func (d *doc) mainActor() {
	count := d.tallied[:0]
	for range d.foundAc {
		count = append(count, 0)
	}
	d.tallied = count
	most, top := 1, -1
	for k := range d.tellings {
		if t := &d.tellings[k]; t.acBest >= 0 && d.foundAc[t.acBest].best {
			who := d.foundAc[t.acBest].who
			if count[who]++; count[who] > most {
				most, top = count[who], who
			}
		}
	}
	if top < 0 {
		return
	}
	for i := range d.foundAc {
		d.foundAc[i].main = d.foundAc[i].who == top
	}
}

// lastBest is the body that did the last deed that was told before the claim's
// sentence, -1 when none is known.
func (d *doc) lastBest(p *partial) int {
	if len(p.tells) == 0 {
		return -1
	}
	for k := p.tells[0] - 1; k >= 0; k-- {
		if t := &d.tellings[k]; t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 && (t.f != p.f0 || t.si != p.si0) {
			return t.acBest
		}
	}
	return -1
}
