package attribute

// Who is silent on one thing and tells another: "state media made no mention of Karm but said two
// men had died in Zoran". The verb of saying behind "but" has no speaker of its own.

// maxSilence bounds the items between where somebody is said to be silent and what he says.
const maxSilence = 16

// silentBefore returns the item where the words begin that say of the speaker of the verb at item
// k what he is silent on, "made no mention of X but", "did not confirm it but"; -1 for none.
func (f *field) silentBefore(s *sentence, k int) int {
	if k-1 <= s.from || f.word(k-1) != "but" {
		return -1
	}
	for n := k - 2; n > s.from && n > k-maxSilence; n-- {
		if f.items[n].is(tSay) && f.word(n) != "mention" || f.items[n].is(tClause) {
			return -1
		}
		if n+2 >= k {
			continue
		}
		switch w := f.word(n); {
		case (w == "made" || w == "makes") && f.word(n+1) == "no":
			return n
		case (w == "did" || w == "does" || w == "would" || w == "could") && f.word(n+1) == "not":
			return n
		}
	}
	return -1
}
