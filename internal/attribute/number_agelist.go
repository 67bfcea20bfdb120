package attribute

import "isnad"

// Some people are counted by their ages alone: "men aged 38 and 51 were injured",
// "wounded residents aged 44, 51 and 67".

// byAges reads people who are counted by their ages, at item i.
func (f *field) byAges(i, to int) (quantity, bool) {
	if i+4 >= to || !f.items[i].is(tHead) || f.items[i].is(tSingular|tGroup|tOut) || i > 0 && f.items[i-1].is(tNum|tVague) {
		return quantity{}, false
	}
	switch f.word(i + 1) {
	case "aged", "ages":
	case "of":
		if !f.writtenAge(i+2) || !f.writtenAge(i+4) || f.items[i].is(tForce|tArmed) || i+5 < to && !f.items[i+5].is(tAux|tOut|tPunct) {
			return quantity{}, false // "brothers of 3 and 5 died"
		}
	default:
		return quantity{}, false
	}
	n, k := 0, i+2
	for ; k < to; k++ {
		it := &f.items[k]
		if it.is(tNum) && it.num > 0 && it.num < 110 && !(n > 0 && f.items[k-1].is(tNum)) {
			n++
			continue
		}
		if f.word(k) != "," && f.word(k) != "and" || k+1 >= to || !f.items[k+1].is(tNum) && f.word(k+1) != "and" {
			break
		}
	}
	if n < 2 || f.word(k-1) == "," || f.word(k-1) == "and" || k < to && f.items[k].is(tHead|tUnit) {
		return quantity{}, false // "aged 12 and under"
	}
	if i > 2 && f.word(i-1) == "," && f.items[i-2].is(tHead) && f.items[i-3].is(tNum) && f.items[i-3].num == n {
		return quantity{}, false // "three children, brothers aged 8, 10 and 15": told before
	}
	q := quantity{from: i, to: k, low: n, high: n, qual: isnad.Exact}
	f.setHead(&q, i)
	return q, true
}
