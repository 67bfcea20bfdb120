package attribute

import "strings"

// A person who spoke is called again by what he is: "Jane Example, mayor of Karm, said ... the
// mayor said", "Sgt. Adam Example told ... the sergeant said".

// maxOffice bounds the items before and behind a name that say what somebody is.
const maxOffice = 8

// offices returns the items of the sentence around a speaker's name that may say what he is.
func offices(s *sentence, sp *speech) [2]int {
	from, to := max(s.from, sp.who[0]-4), sp.who[1]
	if sp.at >= to {
		to = min(sp.at, to+2*maxOffice) // "Jane Example, a doctor at the hospital, said"
	} else {
		from, to = max(from, sp.at+1), min(s.to, to+maxOffice) // "said Adam Example, the police chief"
	}
	return [2]int{from, max(from, to)}
}

// byOffice is the last person who spoke and of whom it was said that he is a head, as in "the
// doctor"; -1 for none.
func (d *doc) byOffice(head string) int {
	if head == "" || person(head) {
		return -1
	}
	end := " " + head
	for k := len(d.speakers) - 1; k >= 0 && k >= len(d.speakers)-12; k-- {
		p := &d.speakers[k]
		if !p.person || p.f == nil {
			continue
		}
		for i := p.office[0]; i < p.office[1] && i < len(p.f.items); i++ {
			if w := p.f.word(i); w == head || endsIn(w, end) || fullTitle(w) == head {
				return k
			}
		}
	}
	return -1
}

// person tells the words that call anybody so.
func person(w string) bool {
	switch w {
	case "he", "she", "it", "they", "who", "which", "we", "i", "man", "woman", "group", "source", "sources", "statement", "report", "police", "army", "military":
		return true
	}
	return false
}

// fullTitle is what a title that is cut short means.
func fullTitle(w string) string {
	switch strings.TrimSuffix(w, ".") {
	case "dr":
		return "doctor"
	case "sgt":
		return "sergeant"
	case "lt":
		return "lieutenant"
	case "capt":
		return "captain"
	case "maj":
		return "major"
	case "col":
		return "colonel"
	case "gen":
		return "general"
	case "gov":
		return "governor"
	case "sen":
		return "senator"
	case "det":
		return "detective"
	case "supt":
		return "superintendent"
	case "insp":
		return "inspector"
	case "rev", "fr":
		return "priest"
	}
	return ""
}

// officeAhead tells whether the items [a, b) are an office before a name:
// "the register's director Jane Doe".
func (f *field) officeAhead(a, b int) bool {
	for k := a; k+1 < b; k++ {
		if f.items[k].is(tSrc) && !f.items[k].is(tCap|tArmed) && f.items[k+1].is(tCap) {
			return true
		}
	}
	return false
}
