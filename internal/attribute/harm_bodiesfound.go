package attribute

import "strings"

// Bodies that are found are so many dead; how they lie may say that they were put to death:
// "seven bodies were found tied", "nine bodies were discovered in a well". Alone they may
// as well be those of any attack.

// maxLain bounds the items in which it is told how bodies were found.
const maxLain = 9

// justFound tells whether bodies are found at item k without a word of how they lay.
func (f *field) justFound(s *sentence, k int) bool {
	w := f.word(k)
	if !strings.HasPrefix(w, "bodies ") && !strings.HasPrefix(w, "corpses ") {
		return false
	}
	for n := k + 1; n < s.to && n <= k+maxLain; n++ {
		switch f.word(n) {
		case "tied", "bound", "handcuffed", "blindfolded", "mutilated", "decapitated", "beheaded", "headless", "well", "wells", "pit", "ditch", "dumped", "throats", "executed",
			"gagged", "hooded", "strangled", "charred", "hanging", "hanged", "hands tied", "hands bound", "throats slit", "throats cut", "throat cut", "grave", "graves", "culvert", "torture", "latrine", "roadside":
			return false
		case ".", ";":
			return true
		}
	}
	return true
}

// ofBodyFound tells whether somebody told of as shot is the one whose body is told of: "the body
// of a man who had been shot was found".
func (f *field) ofBodyFound(s *sentence, c *casualty) bool {
	if c.q.low != 1 {
		return false
	}
	for k := max(s.from, c.q.from-2); k+1 < c.at && k < c.q.from+3; k++ {
		if w := f.word(k); (w == "body" || w == "corpse" || w == "remains") && f.word(k+1) == "of" {
			return true
		}
	}
	return false
}
