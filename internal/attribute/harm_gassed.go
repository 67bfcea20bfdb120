package attribute

import "isnad"

// gasAmong reads whom gas made ill where they stand behind the word for it, at item t: "causing
// suffocation among 40 civilians", "causing cases of asphyxiation to more than 35 people".
func gasAmong(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, known: true, at: t, from: t}
	switch f.word(t) {
	case "suffocation", "asphyxiation", "cases of suffocation", "cases of asphyxiation", "suffocation cases", "cases of breathing difficulties", "cases of choking":
	default:
		return c, false
	}
	if t+2 >= s.to {
		return c, false
	}
	switch f.word(t + 1) {
	case "among", "to", "in", "of", "for":
	default:
		return c, false
	}
	for i := range qs {
		if q := &qs[i]; q.to <= t {
			if q.to == t && !used[i] {
				return c, false // "30 cases of suffocation"
			}
		} else if used[i] || q.from > t+3 || !q.head || q.low < 1 || q.single {
			return c, false
		} else {
			used[i], q.subset = true, false
			c.q, c.to = *q, q.to
			return c, true
		}
	}
	return c, false
}
