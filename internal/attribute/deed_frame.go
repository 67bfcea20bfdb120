package attribute

import (
	"strings"

	"isnad"
)

// frame is one incident as one sentence tells it, before it is joined with
// what other sentences say.
type frame struct {
	f        *field
	sent     int // index of the sentence in the field
	from, to int // items of the sentence that belong to it
	at       int // item of the main word: of harm, else of the deed

	killed, injured, casualties *casualty
	harm                        bool // harm is told, with or without a number

	event    isnad.Event
	strength uint8
	evAt     int  // item of the deed, -1
	verb     bool // the deed is told by a verb
	clash    bool
	passive  bool

	victimFrom, victimTo int

	place  *placeMention
	within []string
	date   *dateMention
	since  *dateMention
	actors []*actorMention
	actorP float64
	weapon int // item, -1
	said   *speech

	via        []string
	cue        cueKind
	carried    bool // the credit is carried over from an earlier sentence
	hedged     bool
	denied     bool
	owns       bool
	hyp        bool
	modal      bool // "could be killed", "would attack": nothing has happened
	foiled     bool
	carryKind  bool // the kind comes from an earlier sentence
	carryPlace bool
	carryActor bool
	carryDate  bool
	took       bool // people are carried off, and others harmed
	opens      bool // a clause that tells an incident of its own
	apart      bool // and another clause of the sentence tells of another, some time before or after
	denial     bool // half a sentence that denies what the other half tells
	rejects    bool // which accuses nobody
	answered   bool // half a sentence that such a half answers
	saidAt     int
	tell       int // its index among the tellings of the report
}

// frames cuts a sentence into the incidents it tells.
func (d *doc) frames(f *field, si int, s *sentence, cs []casualty, out []frame) []frame {
	start := len(out)
	cur := -1
	var last *casualty
	for i := range cs {
		c := &cs[i]
		if !c.known {
			continue
		}
		switch c.outcome {
		case isnad.Killed, isnad.Injured, isnad.Casualties, isnad.Detained, "abducted":
		default:
			continue
		}
		opens, apart, part := false, false, -1
		if cur >= 0 {
			opens = d.opensClause(f, last, c)
			part = d.hurtElsewhere(f, s, last, c, out[cur].from)
			before := -1
			if !f.ofADeath(last) {
				before = f.anotherBefore(s, last.at, c.at)
			}
			if apart = before >= 0; apart && part < 0 && (deadAndHurt(last, c) || out[cur].has(c)) {
				part = before
			}
			opens = opens || part >= 0
		}
		if cur < 0 || opens || out[cur].has(c) {
			out = append(out, frame{f: f, sent: si, from: s.from, to: s.to, at: c.at, weapon: -1, evAt: -1, opens: opens})
			if cur >= 0 {
				b := part
				if b < 0 && !c.passive {
					b = f.whoHad(c, out[cur].lastEnd())
				}
				if b < 0 {
					b = f.clauseBefore(d.boundary(f, s, c, out[cur].lastEnd()), out[cur].lastEnd())
				}
				if part < 0 {
					b = f.beforeThat(c, out[cur].lastEnd(), b)
				}
				out[cur].to = b
				out[len(out)-1].from = b
				if apart || f.otherDoer(s, out[cur].from, b, last, c) {
					out[cur].apart, out[len(out)-1].apart = true, true
				}
			}
			cur = len(out) - 1
		}
		fr := &out[cur]
		fr.harm = true
		fr.took = fr.took || last != nil && last.outcome == "abducted" && !opens && !last.passive && c.outcome == isnad.Killed && c.q.from >= last.to
		last = c
		switch c.outcome {
		case isnad.Killed:
			fr.killed = c
		case isnad.Injured:
			fr.injured = c
		case isnad.Casualties:
			fr.casualties = c
		}
		if fr.victimTo == 0 {
			fr.victimFrom, fr.victimTo = c.q.from, c.q.to
			fr.passive = c.passive
			fr.at = c.at
		}
	}
	if cur < 0 {
		fr := frame{f: f, sent: si, from: s.from, to: s.to, at: s.from, weapon: -1, evAt: -1}
		for i := range cs {
			fr.harm = true
			fr.at = cs[i].at
			fr.passive = cs[i].passive
		}
		out = append(out, fr)
	}
	out = d.clauses(f, s, cs, out, start)
	for i := start; i < len(out); i++ {
		d.deed(f, s, &out[i])
	}
	return out
}

func (fr *frame) has(c *casualty) bool {
	switch c.outcome {
	case isnad.Killed:
		return fr.killed != nil || fr.casualties != nil
	case isnad.Injured:
		return fr.injured != nil || fr.casualties != nil
	case isnad.Casualties:
		return fr.casualties != nil || fr.killed != nil || fr.injured != nil
	}
	return fr.harm
}

// mooted tells whether the deed at item k is one that somebody only thinks of or asks to end:
// "considering air strikes", "called for a halt to the shelling".
func (f *field) mooted(s *sentence, k int) bool {
	for n := k - 1; n >= s.lead && n >= k-3; n-- {
		switch f.word(n) {
		case "considering", "consider", "considers", "weighing", "mulling", "discussing", "debating", "contemplating", "planning", "plan", "plans", "threatening", "threatened", "halt", "end", "stop", "halting", "ending", "stopping":
			return true
		}
		if f.items[n].is(tOut | tEv | tPunct | tRel | tConj) {
			break
		}
	}
	return false
}

func (fr *frame) lastEnd() int {
	e := fr.from
	for _, c := range [...]*casualty{fr.killed, fr.injured, fr.casualties} {
		if c != nil {
			e = max(e, c.to)
		}
	}
	return e
}

// boundary finds where the frame of casualty c begins: before the conjunction
// that leads to it, so that "and in Y five died" takes its place along.
func (d *doc) boundary(f *field, s *sentence, c *casualty, lo int) int {
	b := c.from
	for k := c.from - 1; k >= lo && k >= c.from-9; k-- {
		w := f.word(k)
		if w == "and" || w == "while" || w == ";" || w == "but" {
			return k
		}
		if w == "," {
			b = k
		}
	}
	return max(b, lo)
}

// deed finds the kind of the incident from the words of the frame, strongest
// and nearest first.
func (d *doc) deed(f *field, s *sentence, fr *frame) {
	best := -1000.0
	consider := func(from, to int, malus float64) {
		for k := from; k < to; k++ {
			it := &f.items[k]
			if !d.tellsDeed(f, s, k) {
				continue
			}
			var kind isnad.Event
			var level uint8
			var fm form
			if it.is(tEv) {
				kind, level, fm = it.w.event, it.w.strength, it.w.evForm
			}
			if it.is(tWeapon) && it.w.wpnLevel > level {
				kind, level, fm = it.w.weapon, it.w.wpnLevel, formNone
			}
			dist := k - fr.at
			if dist < 0 {
				dist = -dist
			}
			sc := float64(level)*10 - 0.25*float64(min(dist, 40)) - malus
			if kind == isnad.EventChemicalAttack {
				sc += 8
			}
			if kind == isnad.EventClash && level == 2 {
				sc -= 6
			}
			if (kind == isnad.EventKilling || kind == isnad.EventShooting) && it.is(tOut) {
				sc += 4
			}
			if f.word(k) == "fighting" && k > s.from && (f.items[k-1].is(tForce|tArmed) || d.pa[k-1] != 0) {
				sc -= 12 // "the coalition fighting the group": who, not what
			}
			if k > s.from && f.word(k-1) == "with" {
				sc -= 5 // "ambushed ... with landmines": the tool of another deed
			}
			if d.foreignDeed(f, s, k) {
				sc -= 14
			}
			if fr.harm && k > fr.at && f.mooted(s, k) {
				sc -= 25 // "killed 90 and they are considering air strikes"
			}
			if kind == isnad.EventDetention && fr.killed != nil {
				sc -= 12 // "arrested a man over a shooting that killed one"
			}
			if kind == isnad.EventAbduction && fr.killed != nil && (k < fr.from || k >= fr.to) {
				sc -= 22 // "killed six people and abducted eleven"
			}
			if sc > best {
				best = sc
				fr.event, fr.strength, fr.evAt = kind, level, k
				fr.verb = fm >= formBase && fm <= formPast
			}
		}
	}
	consider(fr.from, fr.to, 0)
	if fr.strength < 2 && !fr.denial && !fr.answered && !fr.apart {
		consider(s.from, fr.from, 5)
		consider(fr.to, s.to, 8)
	}
	d.firstNamed(f, s, fr)
	if fr.evAt >= 0 && fr.event == isnad.EventAirStrike && d.onFoot(f, s, fr.evAt) {
		fr.event, fr.strength = isnad.EventAttack, 1
	}
	if fr.evAt >= 0 {
		if e, n, ok := f.inThisSense(s, fr.evAt); ok {
			fr.event, fr.strength = e, n
		}
	}
	if fr.evAt >= 0 && !fr.harm && !(fr.opens && fr.evAt < fr.from) {
		fr.at = fr.evAt
	}
	// planes make an air strike of a bombing
	switch fr.event {
	case evBombed, isnad.EventAttack, evDestroyed, isnad.EventShelling, isnad.EventBombing:
		weak := fr.strength < 3 || fr.event == isnad.EventShelling && f.items[fr.evAt].is(tWeapon)
		if fr.event == isnad.EventBombing && fr.evAt >= 0 && f.word(fr.evAt) != "bombs" && f.word(fr.evAt) != "bomb" && f.word(fr.evAt) != "bombings" {
			weak = false
		}
		if weak {
			for k := fr.from; k < fr.to; k++ {
				if f.items[k].is(tPlane) && !f.notActing(s, k) {
					if f.items[k].w.weapon != "" {
						fr.event = f.items[k].w.weapon
					} else {
						fr.event = isnad.EventAirStrike
					}
					fr.strength = 3
					break
				}
			}
		}
	}
	fr.clash = fr.event == isnad.EventClash || fr.event == evTerritory
	// the tool, as written
	for k := fr.from; k < fr.to; k++ {
		it := &f.items[k]
		if it.is(tWeapon) && !it.is(tPlane) && (fr.weapon < 0 || it.w.weapon == fr.event && f.items[fr.weapon].w.weapon != fr.event) {
			fr.weapon = k
		}
	}
}

// tellsDeed tells whether item k is a word of a deed or a weapon, and neither part
// of a name nor a figure of speech.
func (d *doc) tellsDeed(f *field, s *sentence, k int) bool {
	it := &f.items[k]
	if !it.is(tEv | tWeapon) {
		return false
	}
	if d.pa[k] != 0 && it.is(tCap) && !it.is(tPlane) && !s.heads && !s.heading || it.is(tCap) && d.gz[k] != 0 {
		return false
	}
	if it.is(tCap) && !s.heads && !s.heading && ((d.org[k] || d.so[k] != 0) && !it.is(tPlane) || k > s.from && k+1 < s.to && f.items[k-1].is(tCap) && f.items[k+1].is(tCap) && f.items[k-1].w == nil) {
		return false // "the Karm Mine Register": a name
	}
	return f.meantAsDeed(s, k)
}

// meantAsDeed tells whether the word of a deed or the weapon at k is no figure of speech,
// no booty, and no target.
func (f *field) meantAsDeed(s *sentence, k int) bool {
	return !f.figurative(s, k) && !f.justFound(s, k) && !f.spoils(s, k) && !f.amongVictims(s, k) && !f.firedOnDay(s, k) && !(f.items[k].is(tPlane) && f.notActing(s, k))
}

// firstNamed gives a frame whose means are mixed the first of them: "air strikes
// and artillery fire".
func (d *doc) firstNamed(f *field, s *sentence, fr *frame) {
	k := fr.evAt
	if k < 0 || fr.strength < 2 || fr.verb {
		return
	}
	j := k - 1
	for j > s.from && j > k-4 && f.items[j].is(tMod|tNat|tPlaceAdj|tForce|tThing) && !f.items[j].is(tEv) && f.word(j) != "and" {
		j--
	}
	if j-1 < s.from || f.word(j) != "and" && f.word(j) != "," {
		return
	}
	it := &f.items[j-1]
	if !it.is(tEv) || it.is(tCap|tOut) || it.w.strength < 2 || it.w.evForm != formNoun || it.w.event == fr.event || f.figurative(s, j-1) {
		return
	}
	fr.event, fr.strength, fr.evAt = it.w.event, it.w.strength, j-1
}

// onFoot tells whether the raid at k is one whose raiders come on foot: "gunmen
// killed ten in an overnight raid". It is an attack.
func (d *doc) onFoot(f *field, s *sentence, k int) bool {
	switch f.word(k) {
	case "raid", "raids":
		if d.raiders || f.theyStrike(s, k) || d.raidOfNoAirForce(f, k) {
			return true
		}
	case "strike":
		return f.theyStrike(s, k)
	default:
		return false
	}
	foot := false
	for j := s.from; j < s.to; j++ {
		it := &f.items[j]
		if it.is(tPlane) || it.is(tWeapon) && it.w.weapon == isnad.EventAirStrike {
			return false
		}
		w := f.word(j)
		if i := strings.LastIndexByte(w, ' '); i >= 0 {
			w = w[i+1:]
		}
		switch w {
		case "gunmen", "men", "militants", "jihadists", "insurgents", "bandits", "commandos", "raiders", "police", "attackers", "assailants", "infantry", "militiamen", "herders", "rebels", "motorcycles", "fighters", "members", "paramilitaries", "guerrillas", "settlers", "dissidents", "soldiers":
			foot = foot || (j < k || f.raidersBehind(k, j)) && !f.raided(s, j)
		}
	}
	return foot
}

// raidersBehind tells whether the word at j says who came on the raid at k: "a raid by gang
// members", "the raid took place on Monday, when gunmen killed ten".
func (f *field) raidersBehind(k, j int) bool {
	for n := j - 1; n > k && n >= j-4; n-- {
		switch f.word(n) {
		case "by", "when":
			return true
		}
		if f.items[n].is(tPunct | tOut | tSay) {
			return false
		}
	}
	return false
}

// raided tells whether the people at j are those harmed: "17 fighters were killed in a raid",
// "killed five fighters".
func (f *field) raided(s *sentence, j int) bool {
	if f.harmed(j+1, s.to) {
		return true
	}
	for n := j - 1; n >= s.from && n >= j-3 && !f.items[n].is(tPunct|tRel|tPrep|tLoc); n-- {
		if f.items[n].is(tOut) {
			return true
		}
	}
	return false
}

// firedOnDay tells whether "fired on" at k only says when: "rockets were fired on
// Wednesday".
func (f *field) firedOnDay(s *sentence, k int) bool {
	switch f.word(k) {
	case "fired on", "fires on":
		return k+1 < s.to && f.items[k+1].is(tWeekday|tMonth|tRelDay|tRelRange)
	}
	return false
}

// foreignDeed tells whether the word at k only sets the scene: "since the war
// began", "in areas of fighting", "to stop the bombing".
func (d *doc) foreignDeed(f *field, s *sentence, k int) bool {
	if f.items[k].is(tPlane) && f.onlyBacks(s, k) {
		return true
	}
	if k > s.from && f.items[k].w != nil && f.items[k].w.event == isnad.EventClash {
		switch f.word(k - 1) {
		case "past", "previous", "earlier", "former", "old", "bygone":
			return true // "left over from past battles"
		}
	}
	for j := k - 1; j >= s.from && j >= k-3; j-- {
		switch f.word(j) {
		case "escape", "fleeing", "flee", "fled", "anti", "stop", "halt", "end", "prevent", "avoid", "fight", "despite":
			return true
		}
	}
	for j := k - 1; j > s.from && j >= k-5; j-- {
		switch f.word(j) {
		case "after", "before", "following", "since":
			if f.dayToldBefore(j) || f.verbBetween(j, k) {
				continue // "entered the town last week after a bomber", "hours before he spoke a bomb"
			}
			if w := f.word(j - 1); f.items[j-1].is(tUnit|tRelRange) || w == "hours" || w == "days" || w == "weeks" || w == "months" || w == "day" || w == "week" {
				return true // "just hours after a gas attack"
			}
		}
	}
	if k+1 < s.to {
		switch f.word(k + 1) {
		case "clearers", "clearer", "clearance", "clearing", "disposal", "squad", "shelter", "shelters", "action":
			return true // "mine clearers", "bomb disposal"
		}
	}
	return false
}

// notActing tells whether the planes at k are the target of the deed: "a
// helicopter carrying aid was shot down".
func (f *field) notActing(s *sentence, k int) bool {
	if f.ofAirForce(s, k) || f.standsBy(s, &actorMention{from: k, to: k + 1}) {
		return true
	}
	for j := k - 1; j >= s.from && j >= k-3; j-- {
		switch f.word(j) {
		case "downed", "destroyed", "destroying", "against", "shot", "targeting", "shot down", "shooting down", "shoot down":
			return true
		}
	}
	for j := k + 1; j < s.to && j <= k+10; j++ {
		switch f.word(j) {
		case "shot", "shot down", "downed":
			return f.items[j-1].is(tAux) || f.word(j) != "shot" && (j+1 >= s.to || f.items[j+1].is(tLoc|tPrep|tPunct))
		case "crashed", "crash", "crashes":
			return true
		}
		if it := &f.items[j]; it.is(tPunct|tClause|tSay) || it.is(tEv|tOut) && !it.is(tMod|tWeapon) {
			return false
		}
	}
	return false
}
