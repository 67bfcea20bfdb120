package attribute

// People who destroy a shrine or an orchard by no means that are told destroy property:
// "militants destroyed a shrine". What a strike destroys is the strike's.

// wrecks tells whether the verb at item k is of such destruction.
func (f *field) wrecks(s *sentence, k int) bool {
	if it := &f.items[k]; it.w == nil || it.w.event != evDestroyed || it.is(tMod) {
		return false
	}
	switch f.word(k) {
	case "destroy", "destroys", "destroying", "destroyed", "damaged", "damaging":
	default:
		return false
	}
	found := false
	for j := k + 1; j < s.to && j <= k+6 && !found; j++ {
		switch f.word(j) {
		case "shrine", "shrines", "tomb", "tombs", "statue", "statues", "temple", "temples", "monument", "monuments", "artefacts", "artifacts", "graves", "gravestones", "tombstones", "cemetery", "relics", "manuscripts",
			"crops", "orchard", "orchards", "trees", "saplings", "vineyard", "vineyards", "crosses", "icons", "altar", "beehives", "wells":
			found = true
		}
		if it := &f.items[j]; it.is(tPunct | tPrep | tSay | tOut | tAux | tClause | tRel) {
			break
		}
	}
	if !found {
		return false
	}
	for j := s.from; j < s.to; j++ {
		it := &f.items[j]
		if j != k && (it.is(tPlane|tWeapon) || it.is(tEv) && it.w != nil && it.w.strength >= 2) {
			return false
		}
	}
	return true
}
