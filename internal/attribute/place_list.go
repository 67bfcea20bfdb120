package attribute

// Reports give one figure for several places: "in X, Y and Z". The names are one
// place phrase, as written; often the commas between them are lost.

// joinList takes the further names of a list into its first: "in X Y and Z". The
// commas may be missing; an "and" must close the list, as a name that only
// follows another is rather what it lies in.
func (d *doc) joinList(f *field, s *sentence, p *placeMention) {
	if p.org || p.adj || p.street || p.rank == 0 || s.heads || p.prep < 0 && !p.headed {
		return
	}
	for n, e := 0, p.to; n < 12 && e < s.to; n++ {
		k, and := e, false
		for k < s.to && k < e+2 && (f.word(k) == "," || f.word(k) == "and" || f.word(k) == "&") {
			and = and || f.word(k) != ","
			k++
		}
		if k >= s.to || !d.continuesList(f, p, k) {
			return
		}
		e = d.name(f, k, s.to)
		if e <= k || d.gz[k] == 0 && (d.personal(f, k, e, s.to) || e < s.to && f.items[e].is(tAux|tOut|tNat)) {
			return
		}
		h := e
		if h < s.to && f.items[h].is(tPart) && f.items[h].is(tCap) {
			h++ // "Nile Street"
		}
		for h < s.to && h < e+2 && f.items[h].is(tPlaceAdj) {
			h++
		}
		if headed := h < s.to && f.items[h].is(tPlaceHead) && !f.items[h].is(tCap); headed {
			e = h + 1
			p.headed = p.headed || and
		} else if h > e && f.items[e].is(tPart) {
			e++
		}
		if and {
			p.to, p.nameTo = e, e
		}
	}
}

// continuesList tells whether item k can begin another name of a list that p begins:
// neither wider than p nor the name of a body.
func (d *doc) continuesList(f *field, p *placeMention, k int) bool {
	if d.pa[k] != 0 || d.org[k] || d.so[k] != 0 || f.items[k].para != f.items[p.from].para {
		return false
	}
	if g := d.gz[k]; g != 0 {
		q := placeMention{rank: 2}
		d.lookup(&q, g)
		return q.rank >= min(p.rank, 2)
	}
	return f.nameItem(k) && !f.compound(k)
}

// sharesPlace tells whether two names joined by "and" are one place phrase: the
// second has no word of place of its own before it.
func (f *field) sharesPlace(a, b *placeMention) bool {
	return b.prep < 0 || b.prep < a.from
}

// many tells whether a word of place is a plural: "towns", "neighbourhoods".
func many(w string) bool {
	return len(w) > 4 && w[len(w)-1] == 's' && w != "outskirts" && w != "suburbs"
}

// nameList goes on from the end of a name over the further names of a list
// whose commas may be missing.
func (d *doc) nameList(f *field, e, to int) int {
	for n := 0; n < 10 && e < to; n++ {
		k := e
		if w := f.word(k); w == "," || w == "and" || w == "&" {
			k++
			if k < to && f.word(k) == "and" {
				k++
			}
		}
		if k >= to || d.pa[k] != 0 || !(d.gz[k] != 0 || f.nameItem(k) || f.items[k].is(tDir) && f.items[k].is(tCap)) {
			break
		}
		x := d.name(f, k, to)
		if x <= k {
			break
		}
		e = x
	}
	return e
}
