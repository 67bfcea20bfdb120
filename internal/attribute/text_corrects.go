package attribute

import "strings"

// What an outlet says that its own report had said before, it takes back: "Correction: an earlier version of
// this report said 41 people were killed". Nobody claims it.

// correctsItself tells whether a sentence tells what an earlier version of the text itself had.
func (f *field) correctsItself(s *sentence) bool {
	low := f.low[f.items[s.from].start:f.items[s.to-1].end]
	for _, v := range [...]string{"version of this ", "versions of this "} {
		i := strings.Index(low, v)
		if i < 0 {
			continue
		}
		w, _, _ := strings.Cut(low[i+len(v):], " ")
		switch strings.TrimRight(w, ".,:;") {
		case "report", "story", "article", "post", "page", "list", "text", "dispatch", "item", "account":
			return true
		}
	}
	return false
}
