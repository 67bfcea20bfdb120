package attribute

// A log may say once, before its items, whose account they are: "The Centre's fieldworkers
// documented the following:". He is credited with every item that names nobody.

// opensList notes who is said, early in a report, to have told what a colon opens.
func (d *doc) opensList(f *field, s *sentence, sps []speech) {
	if f.inTitle || s.heading || d.si > 3 || d.compilers != nil || len(sps) != 1 || len(sps[0].names) == 0 || sps[0].kind != cueSays || !f.colonEnds(s) {
		return
	}
	d.compilers = sps[0].names
}

// maxOpener bounds the items of a text before the colon behind the name of whose account it is.
const maxOpener = 18

// opener is the body whose name and a colon a text opens with, behind a place at most: "Karm Province
// - The Example Observatory: A shell fell ..."; nil for none.
func (d *doc) opener(f *field) []string {
	for k := 1; k < len(f.items) && k < maxOpener; k++ {
		switch f.word(k) {
		case ".":
			return nil // another sentence
		case ":":
		default:
			continue
		}
		a := k
		for a > 0 && !f.items[a-1].is(tPunct) && (f.items[a-1].is(tCap|tDet) || f.word(a-1) == "for" || f.word(a-1) == "of" || f.word(a-1) == "and" || f.word(a-1) == "in") {
			a--
		}
		for a < k && f.items[a].is(tDet) {
			a++
		}
		if k-a < 2 || a > 0 && !f.items[a-1].is(tPunct|tDet) || !f.items[a].is(tCap) {
			return nil
		}
		name := f.written(a, k)
		tells := anyMonitor(name) || d.so[a] != 0 && d.so[a] == d.so[k-1]
		for n := a; n < k && !tells; n++ {
			tells = f.items[n].is(tSrc) && k-a > 2 && !officeOf(f.word(k-1))
		}
		if !tells {
			return nil
		}
		return []string{name}
	}
	return nil
}

// officeOf tells the words for somebody who speaks for himself, and not for a body that records.
func officeOf(w string) bool {
	switch w {
	case "minister", "president", "spokesman", "spokeswoman", "spokesperson", "official", "officials", "chief", "commander", "general", "leader", "governor", "mayor", "secretary", "ambassador", "envoy", "ministry", "witness", "witnesses":
		return true
	}
	return false
}

// colonEnds tells whether a sentence ends its paragraph with a colon.
func (f *field) colonEnds(s *sentence) bool {
	if f.word(s.to-1) != ":" {
		return false
	}
	return s.to < len(f.items) && f.items[s.to].para != f.items[s.to-1].para
}

// markNamesOfDays takes their day from names that hold one: "Hajin Today reported".
func (f *field) markNamesOfDays() {
	if f.inTitle {
		return
	}
	for k := 1; k < len(f.items); k++ {
		it := &f.items[k]
		if it.tags&(tRelDay|tCap) != tRelDay|tCap || f.word(k) != "today" {
			continue
		}
		if a := &f.items[k-1]; a.is(tCap) && !a.is(tPunct|tNum|tWeekday|tMonth|tOut|tEv|tUpper) && a.para == it.para && !(k > 1 && f.items[k-2].is(tLoc)) {
			it.w = nil
			it.tags &= tCap | tUpper
		}
	}
}
