package attribute

import (
	"strings"

	"isnad"
)

// A bomb that falls on a house is not one that was laid there, and a missile that a drone
// fires is no shelling: "a second bomb fell on the road", "an Israeli drone fired one
// missile at the group", "dropped grenades from a UAV".

// maxDropped is how many items may stand between what drops and what is dropped.
const maxDropped = 6

// skySigns are what a report tells of planes and of arms on the ground.
type skySigns struct {
	flown   bool // planes, drones or strikes from the air
	bombs   bool // bombs of planes
	shelled bool // guns, mortars or rockets
	laid    bool // bombs that were planted, driven or worn
	missile bool // a missile that is none of a plane
	fired   bool // a plane fired a missile
	guided  bool // missiles
	power   bool // a coalition or an alliance, which have planes
}

// setSky notes what the report tells of planes and of arms on the ground.
func (d *doc) setSky() {
	d.sky = skySigns{}
	d.sky.read(&d.body)
	d.sky.read(&d.title)
}

// fromTheSky tells whether the arms at k are a bomb that falls or what a plane fires.
func (d *doc) fromTheSky(f *field, k int) bool {
	it := &f.items[k]
	if !it.is(tWeapon|tEv) || it.w == nil {
		return false
	}
	switch w := f.word(k); w {
	case "bomb", "bombs":
		return f.bombFell(k, &d.sky) || f.dropped(k)
	case "missile", "missiles", "rocket", "rockets":
		return f.planeFires(k) || f.dropped(k) || w[0] == 'm' && f.missileFell(k, &d.sky)
	case "missile strike", "missile strikes", "missile attack", "missile attacks":
		return d.sky.fired && !d.sky.missile
	case "explosives", "grenade", "grenades", "shell", "shells", "mortar shell", "mortar shells", "mortar rounds", "explosive device", "explosive devices", "explosive",
		"petrol bomb", "petrol bombs", "projectile", "projectiles":
		return f.dropped(k)
	}
	return false
}

// skyFrames makes strikes from the air of what is told by such arms.
func (d *doc) skyFrames(f *field, frs []frame) {
	for i := range frs {
		fr := &frs[i]
		if fr.evAt >= 0 && (fr.event == isnad.EventShelling || fr.event == isnad.EventBombing) && d.fromTheSky(f, fr.evAt) {
			fr.event = isnad.EventAirStrike
		}
		if fr.evAt >= 0 && fr.event == isnad.EventAirStrike && d.bareStrike(f, fr.evAt) {
			fr.event = isnad.EventShelling
		}
		if fr.evAt >= 0 && fr.event == evBombed && d.oneBombing(f, fr.evAt) {
			fr.event, fr.strength = isnad.EventBombing, 2
		}
	}
}

// oneBombing tells whether item k names one bombing, or so many, in a report in which nothing flies: "a
// bombing in the market", "twin bombings". What planes or guns do goes on, "the bombing of Karm".
func (d *doc) oneBombing(f *field, k int) bool {
	w := f.word(k)
	if w != "bombing" && w != "bombings" || k == 0 || d.sky.flown || d.sky.bombs || d.sky.shelled || k+1 < len(f.items) && (f.word(k+1) == "of" || f.word(k+1) == "campaign" || f.word(k+1) == "raid" || f.word(k+1) == "raids") {
		return false
	}
	for n := k - 1; n >= 0 && n > k-4; n-- {
		switch it := &f.items[n]; f.word(n) {
		case "a", "an", "another", "one", "twin", "double", "triple", "separate", "this":
			return n == 0 || f.word(n-1) != "over" && f.word(n-1) != "for" // why somebody is tried
		default:
			if it.is(tNum) && w == "bombings" {
				return true
			}
			if it.is(tNat) || !it.is(tMod|tAdv) && it.w != nil {
				return false
			}
		}
	}
	return false
}

// bareStrike tells whether item k is a "strike" by missiles.
func (d *doc) bareStrike(f *field, k int) bool {
	switch f.word(k) {
	case "strike", "strikes", "struck":
		for n := k - 1; n >= 0 && n >= k-3; n-- {
			if f.items[n].is(tNat) {
				return false // one side's strike: the missiles may be another's
			}
		}
		return d.sky.byMissile()
	}
	return false
}

// byMissile tells whether a "strike" of which nothing else is told is one by missiles: the report tells
// of missiles, and of nothing that flies and carries them.
func (g *skySigns) byMissile() bool {
	return g.guided && !g.flown && !g.bombs && !g.fired && !g.power
}

// read notes the signs of a field.
func (g *skySigns) read(f *field) {
	for k := range f.items {
		it := &f.items[k]
		if it.is(tActor) && (strings.HasSuffix(f.word(k), "coalition") || f.word(k) == "alliance") {
			g.power = true
		}
		if !it.is(tWeapon|tEv|tPlane) || it.w == nil {
			continue
		}
		if it.is(tPlane) || it.w.event == isnad.EventAirStrike && it.w.strength == 3 || it.w.event == isnad.EventDroneStrike {
			g.flown, g.bombs = true, true
			continue
		}
		if it.w.weapon == isnad.EventAirStrike {
			g.bombs = true
			continue
		}
		w := f.word(k)
		switch {
		case strings.HasPrefix(w, "missile"):
			g.fired = g.fired || f.planeFires(k)
			g.guided = true
		case strings.Contains(w, "missile") || w == "scud" || w == "surface-to-surface":
			g.missile = true
		case it.w.event == isnad.EventShelling || it.w.weapon == isnad.EventShelling:
			g.shelled = true
		case it.w.event == isnad.EventSuicideBombing, (it.w.event == isnad.EventBombing || it.w.weapon == isnad.EventBombing) && it.w.strength == 3:
			g.laid = true
		}
	}
}

// bombFell tells whether a bomb at k came down: it falls or lands, or, where planes or
// guns are at work and nobody lays bombs, it hits what stands.
func (f *field) bombFell(k int, g *skySigns) bool {
	n, verb := f.doesNext(k)
	switch verb {
	case "fell", "fall", "falls", "falling", "landed", "land", "lands", "landing", "came down", "rained down", "rained", "rain", "raining", "whistled":
		switch f.wordAt(n + 1) {
		case "off", "out", "from", "out of":
			return false // "fell off a lorry"
		}
		return true
	case "hit", "hits", "hitting", "struck", "strikes", "striking", "slammed", "slammed into", "crashed", "tore", "flattened", "levelled", "leveled", "crushed":
		return (g.bombs || g.shelled) && !g.laid && !f.soonMoves(n)
	case "failed", "fails":
		return g.bombs && !g.laid
	}
	return false
}

// missileFell tells whether a missile at k, of which it is not said who fired it, came
// from a plane by all else that is told.
func (f *field) missileFell(k int, g *skySigns) bool {
	if g.missile || !g.fired && (!g.flown || g.shelled) {
		return false
	}
	if g.fired && f.inTitle {
		return true
	}
	switch _, verb := f.doesNext(k); verb {
	case "hit", "hits", "hitting", "struck", "strikes", "striking", "fell", "landed", "slammed", "slammed into", "crashed", "killed", "kills", "killing", "destroyed", "targeted", "targets", "ripped", "tore":
		return true
	}
	return false
}

// doesNext is the verb that follows the noun at k, over what stands between.
func (f *field) doesNext(k int) (int, string) {
	for n := k + 1; n < len(f.items) && n <= k+4; n++ {
		it := &f.items[n]
		switch w := f.word(n); w {
		case "that", "which", "also", "then", "later", "first", "had", "has", "have", "suddenly", "apparently", "reportedly":
			continue
		default:
			if it.is(tPunct) {
				return -1, ""
			}
			return n, w
		}
	}
	return -1, ""
}

// wordAt is the word of item k, empty before the first and behind the last.
func (f *field) wordAt(k int) string {
	if k < 0 || k >= len(f.items) {
		return ""
	}
	return f.word(k)
}

// soonMoves tells whether what is hit by the verb at n goes on wheels, as those do whom a
// bomb by the road hits.
func (f *field) soonMoves(n int) bool {
	for j := n + 1; j < len(f.items) && j <= n+6; j++ {
		if f.items[j].is(tPunct | tSay) {
			return false
		}
		w := f.word(j)
		switch w[strings.LastIndexByte(w, ' ')+1:] {
		case "convoy", "bus", "minibus", "vehicle", "vehicles", "car", "patrol", "truck", "motorcade", "van", "checkpoint", "motorcycle", "train", "jeep", "taxi", "humvee":
			return true
		}
	}
	return false
}

// dropped tells whether the arms at k are dropped on those below: "dropped three grenades",
// "explosives dropped by a drone", "drops of grenades from UAVs".
func (f *field) dropped(k int) bool {
	for n := k - 1; n >= 0 && n >= k-maxDropped; n-- {
		it := &f.items[n]
		switch f.word(n) {
		case "drop", "drops", "dropped", "dropping":
			return f.fromAbove(n, k)
		}
		if it.is(tPunct | tSay | tClause | tAux) {
			break
		}
	}
	for n := k + 1; n < len(f.items) && n <= k+4; n++ {
		it := &f.items[n]
		switch w := f.word(n); w {
		case "dropped":
			return f.fromAbove(n, n)
		case "was", "were", "that", "which", "had", "been", "also":
			continue
		default:
			if it.is(tPunct | tSay | tClause | tPrep) {
				return false
			}
		}
	}
	return false
}

// fromAbove tells whether a plane drops what stands at k by the verb at n, or whether it
// is dropped on someone.
func (f *field) fromAbove(n, k int) bool {
	for j := n - 1; j >= 0 && j >= n-maxDropped; j-- {
		if f.items[j].is(tPlane) {
			return true
		}
		if f.items[j].is(tPunct | tSay) {
			break
		}
	}
	for j := k + 1; j < len(f.items) && j <= k+maxDropped; j++ {
		switch f.word(j) {
		case "on", "onto", "upon", "over":
			return true
		case "into", "in", "at", "off":
			return false // a bin, a shop
		}
		if f.items[j].is(tPlane) {
			return true
		}
		if f.items[j].is(tPunct | tSay) {
			break
		}
	}
	return false
}

// planeFires tells whether a plane fires the missile at k: "a drone fired two missiles",
// "missiles launched from a helicopter".
func (f *field) planeFires(k int) bool {
	for n := k - 1; n >= 0 && n >= k-maxDropped; n-- {
		it := &f.items[n]
		if lets(f.word(n)) {
			for j := n - 1; j >= 0 && j >= n-4; j-- {
				if f.items[j].is(tPlane) {
					return true
				}
				if f.items[j].is(tPunct | tSay | tConj | tClause | tPrep) {
					break
				}
			}
			break
		}
		if it.is(tPunct | tSay | tClause) {
			break
		}
	}
	by := false
	for n := k + 1; n < len(f.items) && n <= k+9; n++ {
		it := &f.items[n]
		w := f.word(n)
		switch {
		case lets(w) || w == "from" || w == "by":
			by = by || w == "from" || w == "by"
			continue
		case by && it.is(tPlane):
			return true
		case it.is(tPunct|tSay|tClause|tConj) || w == "at" || w == "on":
			return false
		}
	}
	return false
}

// lets tells the words for how planes let go what they carry.
func lets(w string) bool {
	switch w {
	case "fired", "fires", "firing", "fire", "launched", "launches", "launching", "launch", "shot", "released", "unleashed":
		return true
	}
	return false
}
