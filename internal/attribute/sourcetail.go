package attribute

// A digest names where it has each item from behind it: "... wounding two nurses.
// Sources: Karm News and Radio Nil", "(Source: the civil defence)". That is who says it,
// where the item itself credits nobody.

// maxTail bounds the items of such a line.
const maxTail = 40

// sourceTail reads a sentence that only names sources, and gives them to the claims of its
// paragraph, or of the item of the log that it closes.
func (d *doc) sourceTail(f *field, s *sentence) bool {
	if s.to-s.from > maxTail || f.inTitle {
		return false
	}
	k := s.from
	for k < s.to && f.items[k].is(tPunct) && k < s.from+2 {
		k++
	}
	if k+2 >= s.to || f.items[k+1].start > f.items[k].end || !sourceWord(f.word(k)) || f.word(k+1) != ":" {
		return false
	}
	if s.entry < 1 && d.tailed == 0 && d.si > len(f.sents)-4 {
		return false // the one at the end of a page is its own
	}
	d.tailed++
	names := f.tailNames(k+2, s.to)
	if len(names) == 0 {
		return false
	}
	for i := len(d.partials) - 1; i >= 0; i-- {
		p := &d.partials[i]
		if p.f != f || p.sent.para != s.para && (s.entry < 1 || p.sent.entry != s.entry) || p.tail != nil {
			break
		}
		p.tail = names
	}
	return true
}

// sourceWord tells the words that a list of sources begins with.
func sourceWord(w string) bool {
	switch w {
	case "source", "sources", "reported by", "via", "credit", "primary source", "primary sources":
		return true
	}
	return false
}

// tailNames are the names in the items [from, to), which commas, semicolons, bars and the
// last "and" part.
func (f *field) tailNames(from, to int) []string {
	var names []string
	for k := from; k < to && len(names) < 6; {
		e := k
		for e < to && !partsSources(f.word(e)) {
			e++
		}
		a, b := k, e
		for a < b && f.items[a].is(tDet|tPunct) && !f.items[a].is(tCap) {
			a++
		}
		if b > a {
			names = append(names, f.written(a, b))
		}
		k = e + 1
	}
	return names
}

// partsSources tells what stands between two of a list of sources, or behind the last.
func partsSources(w string) bool {
	switch w {
	case ",", ";", "/", "|", "and", "&", ")", "]", ".":
		return true
	}
	return false
}

// creditTail credits a claim that nobody else is credited with to the sources named behind
// it.
func (p *partial) creditTail() bool {
	if p.tail == nil || p.hasCredit {
		return false
	}
	p.names, p.via, p.creditP = p.tail, nil, max(p.creditP, 0.8)
	return true
}
