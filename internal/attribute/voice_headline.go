package attribute

// headline reads who is credited in a headline by its place alone: "Ministry: 12
// killed in strike", "12 killed in strike: ministry", "12 killed in strike - monitor".
func (d *doc) headline(f *field, s *sentence, out []speech) []speech {
	for k := s.from + 1; k < s.to-1 && k < s.from+maxSpeaker; k++ {
		if f.word(k) == ":" {
			return d.headlineSpeaker(f, s.from, k, k, true, out)
		}
		if f.items[k].is(tOut | tEv | tSay) {
			break
		}
	}
	end := s.to
	for end > s.from && f.items[end-1].is(tPunct) && f.word(end-1) != ")" {
		end--
	}
	for k := end - 2; k > s.from+2 && k > end-8; k-- {
		switch f.word(k) {
		case ":":
			return d.headlineSpeaker(f, k+1, end, k, false, out)
		case "-", "–", "—":
			if f.items[k+1].is(tCap) {
				return out // the outlet's own name
			}
			return d.headlineSpeaker(f, k+1, end, k, false, out)
		}
	}
	if a, b := f.closer(s); a > 0 {
		return d.headlineSpeaker(f, a, b, a, false, out) // the colon before them was lost
	}
	return out
}

// headlineSpeaker appends the speaker [a, b) of a headline when the words are one's.
func (d *doc) headlineSpeaker(f *field, a, b, at int, before bool, out []speech) []speech {
	last := &f.items[b-1]
	if !d.known(a, b) && !last.is(tSrc) {
		return out
	}
	for k := a; k < b; k++ {
		if f.items[k].is(tOut | tEv | tNum) {
			return out
		}
	}
	sp := speech{at: at, from: min(a, at), to: max(b, at+1), before: before, who: [2]int{a, b}}
	d.names(f, a, b, &sp)
	if len(sp.names) == 0 {
		return out
	}
	return append(out, sp)
}
