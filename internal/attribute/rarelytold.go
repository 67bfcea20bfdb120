package attribute

// rarelyTold reads who was harmed as few sentences tell it: what a fight cost, whom a grave
// holds, who was hit told of by a pronoun, who was unharmed, wounds to so many.
func rarelyTold(f *field, s *sentence, cs []casualty, qs []quantity, used []bool, t int) (casualty, bool) {
	switch f.low[f.items[t].start] {
	case 'c':
		return costMen(f, s, qs, used, t)
	case 'u':
		return unharmed(f, s, cs, t)
	case 'm':
		return graveOf(f, s, qs, used, t)
	case 'g':
		if c, ok := graveOf(f, s, qs, used, t); ok {
			return c, true
		}
	case 'b', 'h', 'i', 'k', 's', 'w':
	default:
		return casualty{}, false // most words
	}
	if c, ok := himHit(f, s, t); ok {
		return c, true
	}
	return woundsTo(f, s, qs, used, t)
}
