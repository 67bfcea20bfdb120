package attribute

import "strings"

// Words of harm and of deeds are also used for other things: strikes of workers,
// battles against a disease, shots at a goal, a deal that is struck. What stands
// right beside such a word tells most of them.

// figurative tells whether the trigger at k is no deed of violence.
func (f *field) figurative(s *sentence, k int) bool {
	w := f.word(k)
	before, after := "", ""
	if k > s.from {
		before = f.word(k - 1)
	}
	if k+1 < s.to {
		after = f.word(k + 1)
	}
	first, _, _ := strings.Cut(w, " ")
	switch strings.TrimSuffix(first, "s") {
	case "strike":
		switch before {
		case "hunger", "general", "labor", "labour", "rail", "workers", "teachers", "doctors", "nurses", "pilots", "sit-in", "lightning":
			return true
		case "on":
			return w == "strike" // "went on strike"
		}
		return after == "action" || after == "ballot" || f.bargain(k+1, s.to)
	case "slash", "slashing", "slashed", "slashe":
		return !f.slashesOne(s, k)
	case "struck", "striking":
		return f.bargain(k+1, s.to)
	case "burn", "burning", "burned", "burnt":
		return w == first && !f.burnable(s, k) && !f.endsIn(s, k, "alive")
	case "battle", "battling", "battled", "fight", "fighting", "fought", "combat":
		if f.aCause(s, k) {
			return true
		}
		switch after {
		case "position", "positions", "age", "spirit", "force", "vehicle", "vehicles":
			return true
		}
		for n := k + 1; n < s.to && n <= k+5; n++ {
			switch f.word(n) {
			case "cancer", "disease", "corruption", "poverty", "covid-19", "coronavirus", "malaria", "cholera", "inflation", "hunger", "fire", "fires", "wildfire", "wildfires", "blaze", "blazes", "flames", "drought", "crime", "illness", "unemployment", "disinformation":
				return true
			}
			if f.items[n].is(tPunct | tLoc) {
				break
			}
		}
		return before == "legal" || before == "court" || before == "custody" || before == "election" || before == "title" || before == "promotion" || before == "relegation"
	case "attack", "attacked", "attacking":
		switch before {
		case "heart", "panic", "asthma", "cyber", "verbal", "verbally", "anxiety", "shark", "dog":
			return true
		}
		for n := k + 1; n < s.to && n <= k+4; n++ {
			switch f.word(n) {
			case "plan", "plans", "proposal", "decision", "bill", "policy", "policies", "law", "remarks", "idea", "budget", "reform", "reforms", "ruling", "critics", "rival", "opponent":
				return true
			}
			if f.items[n].is(tPunct | tPrep) {
				break
			}
		}
		return false
	case "explosion", "explode", "exploded", "exploding", "blast":
		switch after {
		case "of", "in":
			for n := k + 2; n < s.to && n <= k+4; n++ {
				switch f.word(n) {
				case "anger", "joy", "demand", "interest", "violence", "laughter", "prices", "debt", "growth", "popularity", "colour", "color", "cases":
					return true
				}
			}
		case "furnace":
			return true
		}
		return false
	case "bombarded", "bombarding", "bombard", "bombardment":
		for n := k + 1; n < s.to && n <= k+5; n++ {
			switch f.word(n) {
			case "questions", "messages", "calls", "emails", "requests", "criticism", "ads", "advertisements", "complaints":
				return true
			}
		}
		return false
	case "shooting", "shoot", "shot":
		if k > s.from+1 && f.items[k-1].is(tAdv|tHedge) && pictures(f.word(k-2)) {
			return true // "footage purportedly shot at the port"
		}
		switch before {
		case "film", "photo", "penalty", "warning", "free", "video", "videos", "footage", "photos", "images", "first-half", "late":
			return before != "warning"
		}
		switch after {
		case "star", "stars", "guard", "percentage", "film", "video", "footage":
			return true
		}
		for n := k + 1; n < s.to && n <= k+4; n++ {
			switch f.word(n) {
			case "goal", "net", "crossbar", "post", "scene", "scenes", "film", "movie", "documentary", "vaccine":
				return true
			}
		}
		return false
	case "clash", "clashed", "clashing":
		if before == "culture" || before == "league" || before == "cup" || before == "title" {
			return true
		}
		if after == "over" {
			for n := k + 2; n < s.to && n <= k+6; n++ {
				switch f.word(n) {
				case "bill", "budget", "policy", "plan", "plans", "law", "law's", "reform", "reforms", "trade", "tariffs", "taxes", "wording", "appointment":
					return true
				}
			}
		}
		return false
	case "came", "come", "coming", "under":
		if !strings.HasSuffix(w, "under fire") {
			return false
		}
		for n := k + 1; n < s.to && n <= k+5; n++ {
			switch f.word(n) {
			case "his", "her", "its", "their", "remarks", "comments", "failing", "refusing", "saying", "calling", "handling", "policy", "policies", "bill", "critics", "party", "lawmakers", "politicians", "press", "media", "voters", "public":
				return true
			}
		}
		return false
	case "mine":
		switch before {
		case "gold", "coal", "copper", "iron", "diamond", "silver", "tin", "salt", "coltan", "cobalt", "lithium", "uranium", "jade", "amber", "artisanal", "open-pit":
			return true
		}
		return after == "worker" || after == "workers" || after == "shaft" || after == "shafts" || after == "owner" || after == "owners"
	case "displaced", "displaced people":
		return w != first || f.items[k].is(tHead) && after != "by" || k+1 < s.to && f.items[k+1].is(tHead)
	case "fired":
		return after == "the" && k+2 < s.to && (f.word(k+2) == "coach" || f.word(k+2) == "manager") || before == "was" && after == "from"
	}
	return false
}

// bargain tells whether what is struck, from item k on, is a deal.
func (f *field) bargain(k, to int) bool {
	for n := k; n < to && n <= k+4; n++ {
		switch f.word(n) {
		case "deal", "deals", "agreement", "bargain", "balance", "truce", "pact", "compromise", "chord", "tone":
			return true
		}
		if f.items[n].is(tPunct | tPrep) {
			return false
		}
	}
	return false
}

// natural tells whether the death at k came by nobody's hand: "died of a heart
// attack".
func (f *field) natural(s *sentence, k int) bool {
	if k+1 < s.to && f.items[k+1].is(tLoc) { // "died in the bush from cold"
		for n := k + 2; n < s.to && n < k+6 && !f.items[n].is(tPunct|tCap); n++ {
			if f.word(n) == "from" {
				k = n - 1
				break
			}
		}
	}
	if k+1 >= s.to || f.word(k+1) != "of" && f.word(k+1) != "from" {
		return false
	}
	for n := k + 2; n < s.to && n <= k+6; n++ {
		switch f.word(n) {
		case "heart", "cancer", "illness", "stroke", "covid-19", "coronavirus", "disease", "age", "cholera", "malaria", "natural", "complications", "pneumonia", "dehydration", "hunger", "starvation", "famine", "thirst", "malnutrition", "cold", "overdose":
			return true
		case "exposure":
			return n+1 >= s.to || f.word(n+1) != "to" // to cold, but also to gas
		}
		if f.items[n].is(tPunct|tLoc) || f.items[n].is(tPrep) && f.word(n) != "of" {
			return false
		}
	}
	return false
}

// sport tells whether a sentence is about a game.
func (f *field) sport(s *sentence) bool {
	for k := s.from; k < s.to; k++ {
		switch f.word(k) {
		case "striker", "goalkeeper", "midfielder", "half-time", "halftime", "semi-final", "quarter-final", "quarterback", "touchdown", "innings", "wicket", "home side",
			"free kick", "equaliser", "equalizer", "penalty shootout", "hat-trick", "playoff", "playoffs", "linesman", "batsman":
			return true
		case "beat", "beats", "defeated", "edged", "routed", "downed", "topped", "blanked":
			for n := k + 1; n < s.to && n < k+7; n++ {
				if f.score(n) {
					return true
				}
			}
		}
	}
	return false
}

// score tells whether the score of a game begins at item k: "7-3".
func (f *field) score(k int) bool {
	if k+2 >= len(f.items) {
		return false
	}
	a, b, c := &f.items[k], &f.items[k+1], &f.items[k+2]
	if w := f.word(k + 1); w != "-" && w != "–" {
		return false
	}
	return b.start == a.end && c.start == b.end && a.is(tNum) && c.is(tNum) && digit(f.text[a.start]) && digit(f.text[c.start])
}

// charge tells whether the deed at item k is what somebody is tried for, and not
// told: "charged with murder", "two counts of attempted murder".
func (f *field) charge(s *sentence, k int) bool {
	if k+1 < s.to && (f.word(k+1) == "charge" || f.word(k+1) == "charges") && !f.items[k].is(tDenyCue) {
		return true // "appeared in court on a murder charge"
	}
	for n := k - 1; n >= s.from && n >= k-7; n-- {
		if f.items[k].is(tDenyCue) && n > s.from && f.asideFrom(n-1, s.to) > 0 {
			return false // "accused the army, a charge the army denied"
		}
		switch f.word(n) {
		case "charged", "charges", "charge", "convicted", "guilty", "counts", "count", "sentenced", "indicted", "acquitted":
			return true
		}
		if f.items[n].is(tPunct) {
			return false
		}
	}
	return false
}

// supposed tells whether a sentence only supposes: "If a source says that ...".
func (f *field) supposed(s *sentence) bool {
	switch f.word(s.lead) {
	case "if":
		return !f.ifTrue(s)
	case "unless", "whenever", "suppose", "imagine":
		return true
	}
	return false
}

// ifTrue tells whether a sentence begins by leaving open whether it is so: "If
// confirmed, the strike killed 30", and not "If confirmed, it could".
func (f *field) ifTrue(s *sentence) bool {
	if s.lead+1 >= s.to || f.word(s.lead) != "if" {
		return false
	}
	switch f.word(s.lead + 1) {
	case "confirmed", "true", "verified", "correct", "accurate":
	default:
		return false
	}
	for k := s.lead + 2; k < s.to; k++ {
		if f.items[k].is(tModal) {
			return false
		}
	}
	return true
}

// intended tells whether the deed at item k is only threatened, planned or asked
// about: "threatened to attack", "is preparing to storm".
func (f *field) intended(s *sentence, k int) bool {
	for n := k - 1; n >= s.from && n >= k-4; n-- {
		switch f.word(n) {
		case "threatened", "threaten", "threatens", "threatening", "vowed", "vows", "vow", "pledged", "plans", "planned", "planning", "intends", "intended", "preparing", "prepared",
			"ready", "ready to", "wants", "wanted", "urged", "promised", "due", "set", "poised":
			return n+1 < k && f.word(n+1) == "to" || f.word(n) == "ready to"
		case "threat", "threats":
			return n+1 < k && (f.word(n+1) == "to" || f.word(n+1) == "of")
		}
		if f.items[n].is(tPunct | tSay) {
			return false
		}
	}
	return false
}

// explainsMethod tells whether a sentence says how somebody learns whose deeds they are:
// "says it determines whose planes carry out raids by their type".
func (f *field) explainsMethod(s *sentence) bool {
	for k := s.from; k+1 < s.to; k++ {
		switch f.word(k) {
		case "determines", "identifies", "establishes":
		case "are", "is":
			if n := f.word(k + 1); n == "not" && k+2 < s.to && countedIn(f.word(k+2)) {
				return true // "Incidents with no casualties are not recorded"
			}
			continue
		default:
			continue
		}
		switch f.word(k + 1) {
		case "what", "whose", "which":
			return true
		}
	}
	return false
}

// countedIn tells the words for what a register takes in.
func countedIn(w string) bool {
	switch w {
	case "recorded", "included", "counted", "listed", "registered", "logged", "covered":
		return true
	}
	return false
}

// dreaded tells whether the deed of a frame is a noun for what is only feared or warned
// of: "in fear of further air strikes", "warned against new attacks".
func (f *field) dreaded(s *sentence, fr *frame) bool {
	if fr.verb || fr.harm || fr.evAt < 0 {
		return false
	}
	for n := fr.evAt - 1; n >= s.from && n >= fr.evAt-5; n-- {
		switch f.word(n) {
		case "fear", "fears", "fearing", "feared", "afraid", "dread", "dreading":
			return true
		case "warn", "warns", "warned", "warning":
			return f.word(n+1) == "against" || f.word(n+1) == "of"
		}
		if it := &f.items[n]; it.is(tPunct | tSay | tAux | tEv | tOut | tClause) {
			return false
		}
	}
	return false
}

// burnable tells whether what people live on and in stands near a verb of burning at
// k: "burned about 120 houses", "granaries were burnt". Flags, fuel and people burn too.
func (f *field) burnable(s *sentence, k int) bool {
	for n := max(s.from, k-8); n < s.to && n <= k+7; n++ {
		switch w := f.word(n); {
		case dwelling(w), trees(w), stocked(w):
			return true
		}
		switch f.word(n) {
		case "crops", "fields", "harvest", "possessions", "stables", "stalls", "stall", "kiosk", "kiosks", "belongings", "food stocks", "boats", "nets", "haystacks", "grain", "livestock":
			return true
		case "truck", "trucks", "lorry", "lorries", "bus", "buses", "minibus", "minibuses", "car", "cars", "vehicle", "vehicles", "tractor", "tractors", "excavator", "excavators", "bulldozer", "bulldozers",
			"ambulance", "ambulances", "motorcycle", "motorcycles", "motorbike", "motorbikes", "tanker", "tankers", "fuel tankers", "pickup", "pickups", "machinery", "equipment", "generator", "generators", "boat", "harvester", "harvesters":
			if (n > k && k+1 < s.to && f.items[k+1].is(tNum|tVague|tDet|tQual) || n < k && f.items[k-1].is(tAux)) && !f.harmInSentence(k) {
				return true // "burned two lorries", and no "burned cars at the scene"
			}
		}
	}
	return false
}

// spoils tells whether a weapon at item k is what was destroyed, taken or carried,
// and nobody's means: "destroyed two mortars", "rocket launchers were seized",
// "vehicles equipped with machineguns".
func (f *field) spoils(s *sentence, k int) bool {
	it := &f.items[k]
	w := f.word(k)
	if it.is(tPlane) || !it.is(tWeapon) && w != "mortar" && w != "mortars" && w != "artillery" {
		return false
	}
	if k+1 < s.to {
		switch f.word(k + 1) {
		case "launcher", "launchers", "launch", "launching", "position", "positions", "depot", "depots", "cache", "caches", "factory", "factories", "workshop", "workshops", "emplacements", "casing", "casings":
			return true
		}
	}
	for j := k + 1; j+1 < s.to && j <= k+4; j++ {
		if f.items[j].is(tPunct | tPrep | tLoc) {
			break
		}
		if f.items[j].is(tAux) && taken(f.word(j+1)) {
			return true
		}
	}
	for j := k - 1; j >= s.from && j >= k-8; j-- {
		w := f.word(j)
		if taken(w) && j > s.from && (f.word(j-1) == "was" || f.word(j-1) == "were" || f.word(j-1) == "been") {
			break // "houses were destroyed and mortar shells killed three"
		}
		if taken(w) || w == "destroying" || w == "seizing" || w == "destroy" || w == "equipped" || w == "armed" || w == "fitted" {
			return true
		}
		if it := &f.items[j]; it.is(tOut|tSay|tClause|tRel) || it.is(tPrep) && w != "with" || it.is(tPunct) && w != "," {
			break
		}
	}
	return false
}

// taken tells what is done to weapons that are somebody's loss.
func taken(w string) bool {
	switch w {
	case "destroyed", "seized", "confiscated", "captured", "dismantled", "recovered", "discovered":
		return true
	}
	return false
}
