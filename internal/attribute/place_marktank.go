package attribute

// A district of Pakistan is called Tank. Behind a word of place, and before "district", the name is no
// weapon.

// markTank takes the classes of a weapon from "Tank" where it is a name.
func (f *field) markTank() {
	for k := 1; k < len(f.items); k++ {
		it := &f.items[k]
		if !it.is(tCap) || it.is(tUpper) || f.word(k) != "tank" {
			continue
		}
		named := f.items[k-1].is(tLoc) || f.word(k-1) == "of" || f.word(k-1) == "and" && k > 1 && f.items[k-2].is(tCap)
		if k+1 < len(f.items) {
			switch f.word(k + 1) {
			case "district", "city", "area", "tehsil", "bazaar":
				named = true
			}
		}
		if named && !f.items[k-1].is(tPunct) {
			it.w = nil
			it.tags &= tCap
		}
	}
}
