package attribute

import (
	_ "embed"
	"strings"
	"sync"

	"isnad"
)

// The kind of an incident is chosen like its place: every word of a deed and
// every weapon of the report speaks for its kind, by how it stands to the claim's
// own words ("killed in an air strike", the sentence before, the headline), by
// what the claim's own deed is called ("the attack", "a raid", nothing at all) and
// by who did it to whom. An attack, a clash and a shooting may be told by words
// that name no means and are weighed for every claim.

//go:embed data/kind.tsv
var kindTSV string

var kindModel = sync.OnceValue(func() *model { return loadModel(kindTSV) })

// kindOptions are the kinds that a claim may be of, each with the name it goes by
// when its words are no closer.
var kindOptions = [...]isnad.Event{isnad.EventAirStrike, isnad.EventShelling, isnad.EventShooting, isnad.EventBombing, isnad.EventLandmine,
	isnad.EventChemicalAttack, isnad.EventClash, isnad.EventKilling, isnad.EventAbduction, isnad.EventDetention, isnad.EventAttack,
	isnad.EventDisplacement, isnad.EventObstruction, isnad.EventPropertyDestruction}

const (
	kindAir = iota
	kindShelling
	kindShooting
	kindBombing
	kindLandmine
	kindChemical
	kindClash
	kindKilling
	kindAbduction
	kindDetention
	kindAttack
	kindDisplacement
	kindObstruction
	kindDestruction
)

// kindOption is the place in kindOptions of a kind of deed, -1 for one that is
// not weighed.
func kindOption(e isnad.Event) int {
	switch e {
	case isnad.EventAirStrike, isnad.EventDroneStrike:
		return kindAir
	case isnad.EventShelling:
		return kindShelling
	case isnad.EventShooting:
		return kindShooting
	case isnad.EventBombing, isnad.EventSuicideBombing, isnad.EventExplosion:
		return kindBombing
	case isnad.EventLandmine:
		return kindLandmine
	case isnad.EventChemicalAttack:
		return kindChemical
	case isnad.EventClash, evTerritory:
		return kindClash
	case isnad.EventKilling:
		return kindKilling
	case isnad.EventAbduction:
		return kindAbduction
	case isnad.EventDetention, isnad.EventIllTreatment:
		return kindDetention
	case isnad.EventAttack, evBombed, evDestroyed, "":
		return kindAttack
	case isnad.EventDisplacement:
		return kindDisplacement
	case isnad.EventObstruction:
		return kindObstruction
	case isnad.EventPropertyDestruction:
		return kindDestruction
	}
	return -1
}

// foundDeed is a word of a deed, or a weapon, as it stands in the report.
type foundDeed struct {
	f     *field
	si, k int
	event isnad.Event
	kind  int8 // of kindOptions
	how   int8 // of deedHow
	link  int8 // of deedLinks
	scene bool // it only sets the scene: "after", "despite"
	tool  bool // "ambushed with landmines"
	seen  bool // of the claim under way: stands in one of its sentences
}

var deedHow = []string{"weak", "noun", "vague noun", "verb", "weapon", "plane", "taking"}

const (
	howWeak = iota
	howNoun
	howVagueNoun
	howVerb
	howWeapon
	howPlane
	howTaking
)

var deedOwn = []string{"own at ", "own ahead ", "own behind ", "own frame ", "own clause ", "own sentence ", "own scene "}

const (
	ownAt = iota
	ownAhead
	ownBehind
	ownFrame
	ownClause
	ownSentence
	ownScene
)

// deedLinks are the words that lead to the name of a deed.
var deedLinks = []string{"in", "by", "from", "during", "when", "and", "against", "of", "on", "with", "as", "to", "comma", "start", "other"}

var deedOther = []string{"before 1 ", "before 2 ", "before 5 ", "before more ", "after 1 ", "after 2 ", "after 5 ", "title ", "heading ", "lead "}

var (
	ownStates  = []string{"unnamed", "weak", "named", "unnamed elsewhere", "weak elsewhere", "unnamed fought", "weak fought"}
	deedGroups = []string{"weak ", "named ", "weapon "}
	deedCalled = []string{"nothing", "attack", "strike", "raid", "bombed", "hit", "blast", "fire", "launch", "destroyed", "massacre", "taking", "offensive", "killing", "other"}
	actorNone  = append([]string{"nobody "}, actorClasses...)
	optionEnds = func() []string {
		var out []string
		for _, e := range kindOptions {
			out = append(out, string(e))
		}
		return out
	}()
)

// Of a kind that is weighed for a claim.
var (
	fOption         = familyOf("kind ", optionEnds...)
	fOptionState    = crossed(withSpace(ownStates), optionEnds)
	fDeedOwn        = crossed(deedOwn, deedHow)
	fDeedLink       = familyOf("own after ", deedLinks...)
	fDeedTool       = named("own tool")
	fDeedOther      = crossed(crossNames(deedOther, deedGroups), ownStates)
	fDeedNearest    = named("deed nearest")
	fDeedFirst      = named("deed first")
	fDeedOnly       = named("deed only")
	fDeedPick       = familyOf("deed picked ", "0", "1", "2", "3")
	fDeedPickCalled = familyOf("deed picked called ", deedCalled...)
	fOptionCalled   = crossed(crossNames([]string{"called "}, withSpace(deedCalled)), optionEnds)
	fOptionActor    = crossed(crossNames([]string{"by "}, actorNone), optionEnds)
	fOptionTwo      = familyOf("two actors ", optionEnds...)
	fOptionFighters = familyOf("fighters ", optionEnds...)
	fOptionOthers   = familyOf("no fighters ", optionEnds...)
	fOptionCount    = familyOf("uncounted ", optionEnds...)
	fOptionOne      = familyOf("one killed ", optionEnds...)
	fLastKind       = crossed([]string{"last kind ", "last kind definite ", "last kind paragraph "}, ownStates)
	fNextKind       = familyOf("next kind ", ownStates...)
	fFigureKind     = familyOf("kind of the figure ", ownStates...)
	fPlaceKind      = familyOf("kind of the place ", ownStates...)
	fMostKind       = familyOf("most told ", ownStates...)
	fAnswerKind     = named("answers kind")
	fJoinedKind     = named("joined kind")
)

func crossNames(a, b []string) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}

func withSpace(xs []string) []string {
	var out []string
	for _, x := range xs {
		out = append(out, x+" ")
	}
	return out
}

// maxDeeds bounds the deeds that are weighed together.
const maxDeeds = 600

// noteDeeds keeps the words of deeds of a sentence.
func (d *doc) noteDeeds(f *field, s *sentence) {
	for k := s.from; k < s.to && len(d.deeds) < maxDeeds; k++ {
		if !d.tellsDeed(f, s, k) {
			continue
		}
		it := &f.items[k]
		c := foundDeed{f: f, si: d.si, k: k, how: howWeak}
		level := uint8(0)
		if it.is(tEv) {
			c.event, level = it.w.event, it.w.strength
			switch {
			case it.w.event == evTerritory:
				c.how = howTaking
			case level < 2:
			case it.w.evForm >= formBase && it.w.evForm <= formPast:
				c.how = howVerb
			case level == 2:
				c.how = howVagueNoun
			default:
				c.how = howNoun
			}
		}
		if c.event == isnad.EventAirStrike && level == 2 && d.onFoot(f, s, k) {
			c.event, c.how = isnad.EventAttack, howWeak
		}
		if e, n, ok := f.inThisSense(s, k); ok {
			if c.event = e; n < 2 {
				c.how = howWeak
			} else if c.how == howWeak {
				c.how = howNoun
			}
		}
		if it.is(tWeapon) && it.w.wpnLevel > level {
			c.event, c.how = it.w.weapon, howWeapon
		}
		if w := f.word(k); (w == "hit" || w == "struck") && f.inTheBody(s, k) {
			c.event, c.how = isnad.EventShooting, howVerb // "was hit in the neck as he filmed"
		}
		if d.fromTheSky(f, k) {
			c.event, c.how = isnad.EventAirStrike, howWeapon
		} else if c.event == isnad.EventAirStrike && d.bareStrike(f, k) {
			c.event, c.how = isnad.EventShelling, howWeapon
		} else if c.event == evBombed && d.oneBombing(f, k) {
			c.event, c.how = isnad.EventBombing, howNoun
		}
		if it.is(tPlane) {
			c.how = howPlane
		}
		switch {
		case it.is(tPlane) && (f.firedOn(s, k) || f.ofTravellers(s, k)):
			continue
		case it.is(tWeapon) && it.w.weapon == isnad.EventAttack && f.ofTheHarmed(s, k):
			c.event = isnad.EventShooting // the police's own
		}
		k8 := kindOption(c.event)
		if k8 < 0 {
			continue
		}
		c.kind = int8(k8)
		c.tool = k > s.from && f.word(k-1) == "with"
		c.scene = d.foreignDeed(f, s, k) || f.takenArms(s, k) || f.besiegedThere(s, k)
		c.link = f.deedLink(s, k)
		d.deeds = append(d.deeds, c)
	}
}

// deedLink is the word that leads to the deed at item k over what describes it, of
// deedLinks.
func (f *field) deedLink(s *sentence, k int) int8 {
	j := k - 1
	for n := 0; n < 6 && j >= s.from && (f.items[j].is(tMod|tNat|tDet|tAdv|tForce|tNum|tVague|tThing|tWeekday|tHedge) || f.items[j].w == nil && !f.items[j].is(tPunct)); n++ {
		j--
	}
	if j < s.from {
		return int8(len(deedLinks) - 2)
	}
	w := f.word(j)
	if w == "," {
		return int8(len(deedLinks) - 3)
	}
	for i, x := range deedLinks[:len(deedLinks)-3] {
		if w == x {
			return int8(i)
		}
	}
	return int8(len(deedLinks) - 1)
}

// deedName tells what a deed is called, of deedCalled.
func deedName(f *field, fr *frame) int {
	if fr.evAt < 0 {
		return 0
	}
	w := f.word(fr.evAt)
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] == ' ' {
			w = w[i+1:]
			break
		}
	}
	for _, x := range [...]struct {
		stem string
		as   int
	}{{"attack", 1}, {"strike", 2}, {"striking", 2}, {"raid", 3}, {"bombard", 4}, {"bombed", 4}, {"bombing", 4}, {"pound", 4}, {"hit", 5}, {"target", 5}, {"struck", 5},
		{"blast", 6}, {"explosion", 6}, {"explod", 6}, {"detonat", 6}, {"fire", 7}, {"firing", 7}, {"launch", 8}, {"drop", 8}, {"destroy", 9}, {"damag", 9},
		{"massacre", 10}, {"offensive", 12}, {"assault", 12}, {"operation", 12}, {"advance", 12}, {"murder", 13}, {"execut", 13}, {"slaughter", 13}} {
		if strings.HasPrefix(w, x.stem) {
			return x.as
		}
	}
	if fr.event == evTerritory {
		return 11
	}
	return len(deedCalled) - 1
}

// chooseKind settles the kind of a claim.
func (d *doc) chooseKind(p *partial) {
	m := kindModel()
	if !m.fitted || kindOption(p.told) < 0 {
		return
	}
	if q := d.answersTo(p); q != nil {
		p.event, p.kindP = q.event, q.kindP
		return
	}
	county := d.county && !p.withArmsOfWar()
	k := &d.kinds
	k.survey(d, p)
	r := &d.ranked
	r.begin(len(kindOptions))
	also := d.burnedToo(p)
	free := !p.fr.took && !d.inCaptivity(p)
	dead := free && harmsSome(p.killed)
	hurt := free && harmsSome(p.injured) && p.told != isnad.EventIllTreatment
	for o := range kindOptions {
		if !k.named[o] || also && o == kindDestruction || o == kindDestruction && harmsSome(p.killed) && !d.toldHere(p, o) {
			continue
		}
		if p.fr.took && k.named[kindAbduction] && (o == kindShooting || o == kindAttack || o == kindClash) {
			continue // "kidnapped 34 students; one was shot dead"
		}
		if d.ofElsewhere(p, o) || county && ofWar(o) || o == kindDetention && d.beat && (county || p.told != isnad.EventDetention) {
			continue
		}
		if dead && (o == kindAbduction || o == kindDetention) || hurt && o == kindDetention {
			continue // "killed six and abducted eleven", "wounded six and was arrested"
		}
		w := weigher{m: m}
		k.weigh(&w, o)
		r.add(o, o, w.sum)
	}
	best, share := r.best(func(int) bool { return false })
	p.kindP = share
	if o := kindOption(p.told); best >= 0 && o >= 0 && o != best && k.named[o] && d.toldByVerb(p, o) && !d.toldHere(p, best) {
		best = o
	}
	switch {
	case best < 0:
	case county:
		if ofWar(kindOption(p.event)) || best == kindAttack {
			if best = d.gunOr(p, best); best < 0 {
				best = kindAttack
				if k.named[kindShooting] {
					best = kindShooting
				}
			}
		}
	case (atCloseHand(best) || !d.toldHere(p, best) || best == kindClash && d.killsCaptured(p)) && d.closeHand(p):
		best = kindKilling
	case best == kindShooting && k.named[kindBombing] && d.thenBlewUp(p):
		best = kindBombing
	case (best == kindClash || best == kindAttack) && d.shotAtProtest(p):
		best = kindShooting
	case (best == kindClash || best == kindAttack) && k.named[kindDestruction] && d.stormedToWreck(p):
		best = kindDestruction
	case best == kindKilling && kindOption(p.told) == kindAttack && !harmsSome(p.killed) && !p.fr.carryKind && !d.toldHere(p, best):
		best = kindAttack // nobody died of it
	case best == kindAir && kindOption(p.told) == kindAttack && !p.fr.carryActor && p.byMenOnGround() && !d.toldHere(p, best):
		best = kindAttack // the planes that the report tells of are others
	case best == kindAttack && (p.byGunman() || d.beat && (p.shotDown() || p.firesAGun())):
		best = kindShooting
	case best == kindShooting && !d.tellsOf(best) && !p.fires(), best == kindClash && !d.tellsOf(best) && p.hurtsTheUnarmed():
		best = kindAttack // nothing in the report says by what means
	case best == kindShooting && p.otherArms() >= 0:
		best = p.otherArms()
	case best != kindClash && d.fellInFighting(p, best):
		best = kindClash
	case best != kindAttack && d.inSeveral(p):
		best = kindAttack
	}
	if best == kindAttack && d.ofShootings(p) {
		best = kindShooting
	}
	if best < 0 || best == kindOption(p.event) {
		return
	}
	if best == kindAttack && p.fr.carryKind && p.fr.evAt < 0 && kindOption(p.event) >= 0 {
		return // "the Observatory put the toll at seven": it is of the bombing told just before
	}
	p.event = kindOptions[best]
	if e := k.closest[best]; e != "" {
		p.event = eventOf(e)
	}
}

// ofWar tells the kinds that only armies and armed bands do; where deputies and detectives are
// called, a clash is a shooting and nobody is put to death.
func ofWar(o int) bool {
	switch o {
	case kindAir, kindShelling, kindLandmine, kindClash, kindKilling:
		return true
	}
	return false
}

// withArmsOfWar tells whether a claim's own words say outright that it was done from the air, with
// shells or rockets, or by a mine: there are police in wars too.
func (p *partial) withArmsOfWar() bool {
	switch kindOption(p.fr.event) {
	case kindAir, kindShelling, kindLandmine:
		return p.fr.evAt >= 0 || p.fr.weapon >= 0
	}
	return false
}

// gunOr is a shooting where the sentence of a claim tells of shots, else the kind o.
func (d *doc) gunOr(p *partial, o int) int {
	f, gun := p.f, false
	if p.shotDown() {
		return kindShooting
	}
	for k := p.sent.from; k < p.sent.to; k++ {
		switch w := f.word(k); w {
		case "stabbed", "stabbing", "knife", "beaten", "beat", "punched", "machete", "bat":
			return o
		default:
			gun = gun || f.firing(k) || strings.Contains(w, "gunf") || strings.Contains(w, "gunsh") || strings.HasPrefix(w, "shootout")
		}
	}
	if gun {
		return kindShooting
	}
	return o
}

// shotDown tells whether the dead of a claim are said outright to have been shot, though it tells of knives
// too: "two officers shot dead a man with a knife".
func (p *partial) shotDown() bool {
	c := p.killed
	if c == nil || c.f == nil || c.at >= len(c.f.items) || c.q.high == 0 {
		return false
	}
	w := c.f.word(c.at)
	return w == "shot" || strings.HasPrefix(w, "shot ") && !strings.HasPrefix(w, "shot up") || strings.HasSuffix(w, "fatally shot") || w == "gunned down"
}

// answersTo is the claim before that a denial or an accusation is about which names no deed
// itself: of its kind is the answer too. Nil where there is none.
func (d *doc) answersTo(p *partial) *partial {
	if q := d.countsOnly(p); q != nil {
		return q
	}
	if !p.answer || p.fr.evAt >= 0 || p.harmedSome() {
		return nil
	}
	var last *partial
	for i := range d.partials {
		if q := &d.partials[i]; q != p && q.order < p.order && !q.title && q.solid && !q.answer && q.f == p.f && (last == nil || q.order > last.order) {
			last = q
		}
	}
	return last
}

// maxCountsOnly bounds the items of a sentence that is only somebody's count.
const maxCountsOnly = 18

// countsOnly is the claim before, of whose dead a short sentence gives only another's count: "Opposition
// leaders say it was 12". Nil where there is none.
func (d *doc) countsOnly(p *partial) *partial {
	if p.title || p.fr.evAt >= 0 || p.merged > 0 || p.killed == nil || p.killed.q.head || p.injured != nil || p.sent.to-p.sent.lead > maxCountsOnly || p.fr.place != nil && !p.fr.place.org {
		return nil
	}
	var last *partial
	for i := range d.partials {
		if q := &d.partials[i]; q != p && q.order < p.order && !q.title && q.f == p.f && (last == nil || q.order > last.order) {
			last = q
		}
	}
	if last == nil || last.drop || last.killed == nil || p.si0-last.last > 1 {
		return nil
	}
	return last
}
