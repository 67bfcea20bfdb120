package attribute

// standsAt tells whether the words before the place p say where those who fire stand: "shells
// of forces positioned in X", "terrorists entrenched in X". What they fire at lies elsewhere.
func (f *field) standsAt(s *sentence, p *placeMention) bool {
	if p.prep <= s.from+1 {
		return false
	}
	switch f.word(p.prep - 1) {
	case "positioned", "entrenched", "headquartered", "born", "emanating":
	default:
		return false
	}
	k := p.prep - 2
	return k > s.from && !f.items[k].is(tPunct|tAux)
}

// maxToTeller bounds the items between a place and the verb of who speaks for it.
const maxToTeller = 12

// speaksFor tells whether the place p only says for whom he speaks who tells the sentence:
// "Karm county officials denied", "Karm State's information minister, Jane Example, put the
// number at 30", "Field hospital spokesman Omar Example told".
func (f *field) speaksFor(s *sentence, p *placeMention) bool {
	if p.prep >= s.from || p.from+1 < p.to && f.word(p.from+1) == "of" {
		return false // "the Karm town of Zoran local activists said"
	}
	source := false
	for k := p.to; k < s.to && k < p.to+maxToTeller; k++ {
		it, w := &f.items[k], f.word(k)
		switch {
		case source && (it.is(tSay|tDenyCue) && !it.is(tSrc) || w == "put" || w == "puts"):
			return true
		case it.is(tSrc) && !it.is(tPlaceHead):
			source = true
		case w == "," && source, apostrophe(w), w == "s", it.is(tCap) && source && !it.is(tOut), w == "however", w == "also":
		case k-p.to < 4 && !source && !it.is(tPunct) && f.describes(k):
		default:
			return false
		}
	}
	return false
}

// inApposition returns the item behind a name between commas at item k, ", Lieutenant Omar
// Example,"; k where there is none.
func (f *field) inApposition(s *sentence, k int) int {
	if k >= s.to || f.word(k) != "," {
		return k
	}
	n := k + 1
	for n < s.to && n < k+7 && (f.items[n].is(tCap) && !f.items[n].is(tPunct) || f.word(n) == ".") {
		n++
	}
	if n-k > 2 && n < s.to && f.word(n) == "," {
		return n + 1
	}
	return k
}
