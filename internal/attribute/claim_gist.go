package attribute

import "math/bits"

// gist is the words of a frame as sets that are cheap to compare: small sets of
// hashes, in which two words fall together once in some hundred times.
type gist struct {
	words [8]uint64 // words in lower case that carry meaning
	names [4]uint64 // words with a capital that name no nationality and no source
}

// maxGist bounds the items of a frame that are looked at.
const maxGist = 60

// gistOf gathers the words of the items [from, to).
func (d *doc) gistOf(f *field, from, to int) gist {
	var g gist
	for k := from; k < min(to, from+maxGist); k++ {
		it := &f.items[k]
		if it.is(tPunct|tNum|tDet|tPrep|tConj|tAux|tPron|tRel|tAdv|tFunc|tSay|tAccording|tMonth|tWeekday|tVague|tQual|tModal) || it.end-it.start < 4 {
			continue
		}
		h := hash(f.word(k))
		switch {
		case !it.is(tCap):
			g.words[h>>6&7] |= 1 << (h & 63)
		case !it.is(tNat) && d.so[k] == 0 && !d.org[k]:
			g.names[h>>6&3] |= 1 << (h & 63)
		}
	}
	return g
}

// hash is FNV-1a of a word without its plural s.
func hash(w string) uint32 {
	if n := len(w); w[n-1] == 's' {
		w = w[:n-1]
	}
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h ^ h>>15
}

// shared counts the words and the names that two gists have in common.
func (g *gist) shared(o *gist) (words, names int) {
	for i := range g.words {
		words += bits.OnesCount64(g.words[i] & o.words[i])
	}
	for i := range g.names {
		names += bits.OnesCount64(g.names[i] & o.names[i])
	}
	return words, names
}

func (g *gist) size() int {
	n := 0
	for _, w := range g.words {
		n += bits.OnesCount64(w)
	}
	return n
}
