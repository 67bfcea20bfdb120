package attribute

// Whose a building is did not hit it: "the aircraft had bombed a depot of the Karm Forces",
// "a shell landed on an army position that belongs to". In a clash its owner is a side.

// whoseSite tells whether the body at item i is named as the owner of a place of arms or as
// whom an office is of: "a warehouse belonging to X", "the administration of X". What is
// fired from such a place is its owner's deed.
func (f *field) whoseSite(s *sentence, i int) bool {
	k := i - 1
	for k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k > s.from+1 && f.word(k) == "to" && (f.word(k-1) == "belonging" || f.word(k-1) == "linked") {
		k--
		if parked(f.word(k - 1)) {
			return true
		}
	} else if k <= s.from || f.word(k) != "of" {
		return false
	}
	if k <= s.from || !site(f.word(k-1)) {
		return false
	}
	for k -= 2; k >= s.from && f.items[k].is(tDet|tMod|tNat|tDir|tNum|tQual|tVague|tPlaceAdj); k-- {
	}
	return k < s.from || f.word(k) != "from" // "shells fired from positions of the army"
}

// parked tells the words for what bodies own that bombs are laid in or under: "a car belonging to".
func parked(w string) bool {
	switch w {
	case "car", "cars", "vehicle", "vehicles", "truck", "trucks", "pickup", "motorcycle", "motorbike", "bus", "house", "home", "boat":
		return true
	}
	return false
}

// site tells the words for what bodies have on the ground, and for their offices.
func site(w string) bool {
	switch w {
	case "depot", "depots", "warehouse", "warehouses", "store", "stores", "arsenal", "headquarters", "base", "bases", "barracks", "checkpoint", "checkpoints", "post", "posts", "outpost", "outposts",
		"position", "positions", "hideout", "hideouts", "office", "offices", "building", "buildings", "camp", "camps", "stronghold", "strongholds", "bunker", "bunkers", "tunnel", "tunnels",
		"facility", "facilities", "site", "sites", "factory", "workshop", "workshops", "convoy", "convoys", "command post", "command posts", "administration", "weapons", "ammunition":
		return true
	}
	return false
}
