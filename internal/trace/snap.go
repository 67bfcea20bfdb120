package trace

// A passage ends with its sentence where no more than snapWords words are
// missing on either side: the last word of a sentence is edited as often as any
// other, and an equal word that it could end with is then wanting.
const snapWords = 10

// A dash so near the beginning of a text ends its date line, which is not copied.
const datelineWords = 12

// snap widens the matches, which are in the order of the copy, to the sentences
// they stand in. The runs stay what they are.
func (a *Aligner) snap(matches []Match, orig []Word) {
	for i := range matches {
		m := &matches[i]
		c, o := sentenceStart(a.words, m.Copy), sentenceStart(orig, m.Orig)
		if c >= 0 && o >= 0 && !a.anyUsed(int32(c), int32(m.Copy)) && near(m.Copy-c, m.Orig-o, m.Equal) {
			a.use(c, m.Copy)
			m.Copy, m.Orig = c, o
		}
		c, o = sentenceEnd(a.words, m.CopyEnd), sentenceEnd(orig, m.OrigEnd)
		if c >= 0 && o >= 0 && !a.anyUsed(int32(m.CopyEnd), int32(c)) && near(c-m.CopyEnd, o-m.OrigEnd, m.Equal) {
			a.use(m.CopyEnd, c)
			m.CopyEnd, m.OrigEnd = c, o
		}
	}
}

// near tells whether so many words on the two sides may be edits of each other.
func near(x, y, equal int) bool {
	return min(x, y) > 0 && max(x, y) <= 2*min(x, y)+3 && x <= equal
}

func (a *Aligner) use(from, to int) {
	for i := from; i < to; i++ {
		a.used[i] = true
	}
}

// sentenceStart is where the sentence of word at begins, -1 when that is too far.
func sentenceStart(w []Word, at int) int {
	for i := at; i >= 0 && i >= at-snapWords; i-- {
		if i == 0 || w[i-1].Flags&Ends != 0 || w[i].Flags&Opens != 0 || i < datelineWords && w[i].Flags&Dashed != 0 {
			return i
		}
	}
	return -1
}

// sentenceEnd is where the sentence that holds the word before end ends, -1 when that is too far.
func sentenceEnd(w []Word, end int) int {
	for i := end; i <= len(w) && i <= end+snapWords; i++ {
		if i == len(w) || w[i-1].Flags&Ends != 0 {
			return i
		}
	}
	return -1
}
