package attribute

// rankTitle is how many items the shortened titles take that begin at item i: "Lt. Col."
// of "said Lt. Col. John Doe" takes four.
func (f *field) rankTitle(i, to int) int {
	n := i
	for n+2 < to && n < i+8 && f.items[n].is(tCap) && f.word(n+1) == "." && f.items[n+1].start == f.items[n].end && shortTitle(f.word(n)) {
		n += 2
	}
	if n > i && f.items[n].is(tCap) {
		return n - i
	}
	return 0
}

// shortTitle tells whether w is a rank, an office or an address as papers shorten it
// before a name.
func shortTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon", "sr", "jr", "st",
		"gen", "maj", "lt", "col", "sgt", "capt", "brig", "adm", "cmdr", "comdr", "cdr", "cpl", "lcpl", "pfc", "pvt", "spc", "ssgt", "msgt", "tsgt",
		"supt", "insp", "det", "asst", "const", "comm", "sen", "rep", "gov", "pres", "amb", "atty", "engr", "sec":
		return true
	}
	return false
}

// ofBody returns where a person's name ends and where the body begins that he is of:
// "John Doe of the army's 4th Brigade".
func (d *doc) ofBody(f *field, a, b int) (int, int) {
	for k := a; k+2 < b && k < a+5; k++ {
		if k > a+1 && f.word(k) == "of" && f.word(k+1) == "the" && f.items[k+2].is(tCap) {
			return k, k + 2
		}
		if !d.mayName(f, k) || f.items[k].is(tSrc|tNat|tMod) || d.so[k] != 0 {
			break
		}
	}
	return 0, 0
}
