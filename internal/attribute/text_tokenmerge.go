package attribute

import "strings"

// Words that are one: the phrases of the lexicon are found among the tokens.

// maxPhrase bounds the words of one phrase of the lexicon.
const maxPhrase = 6

// merge looks every item up and joins the items of the longest phrase that
// starts at each. Work per item is bounded by maxPhrase.
func (f *field) merge(l *lexicon) {
	items := f.items
	f.doing = f.doing[:0]
	n := 0 // items that are done: they take the places of those they were made of
	for i := 0; i < len(items); {
		if n < i {
			items[n] = items[i]
		}
		it := &items[n]
		n++
		i++
		if it.is(tPunct) {
			continue
		}
		if digit(f.text[it.start]) {
			if m := f.spacedAge(items, i-1); m > 0 {
				*it = item{start: it.start, end: items[i+m-2].end, para: it.para, quoted: it.quoted, joined: true}
				i += m - 1
				continue
			}
		}
		w := f.low[it.start:it.end]
		if it.is(tUpper) && smallWord(w) && !shouted(items, n-2, i) {
			continue // "IS killed three men": a name
		}
		nd := l.first.getAt(f.low, int(it.start), len(w))
		if nd != nil {
			it.hints = nd.hints
			if it.may(mayDo) {
				f.doing = append(f.doing, n-1)
			}
			if nd.known && nd.next == nil { // most words that are listed
				it.means(&nd.word)
				continue
			}
			if !nd.known && nd.next == nil {
				nd = nil // it only has hints
			}
		}
		if nd == nil && it.is(tCap) && !it.is(tNum) {
			nd = f.bareStem(l, it)
		}
		if nd == nil && it.joined {
			l.hyphened(w, it)
		}
		best, more := nd, 0
		for k := 0; nd != nil && nd.next != nil && k < maxPhrase-1 && i+k < len(items); k++ {
			nx := &items[i+k]
			if nx.is(tPunct) || nx.para != it.para {
				break
			}
			nd = nd.after(f.low[nx.start:nx.end])
			if nd != nil && nd.known && !f.shotSomebody(items, i+k) {
				best, more = nd, k+1
			}
		}
		if (nd == nil || !nd.known) && len(w) > 4 && w[len(w)-2:] == "ly" && !it.is(tCap) {
			it.tags |= tAdv
		}
		if best != nil && best.known {
			it.means(&best.word)
			if more > 0 {
				it.end = items[i+more-1].end
			}
		}
		i += more
	}
	f.items = items[:n]
}

// means notes what the lexicon says of an item.
func (it *item) means(w *word) {
	it.w = w
	it.tags |= w.tags
	if w.tags&(tNum|tMult|tVague|tMonth|tWeekday|tRelDay) != 0 && it.num == 0 {
		it.num = w.num
	}
}

// shotSomebody tells whether the "shot" at item k is no thing but what a sniper did: "A sniper shot
// dead a girl", unlike "killed by a sniper shot".
func (f *field) shotSomebody(items []item, k int) bool {
	if k < 1 || k+1 >= len(items) || f.low[items[k].start:items[k].end] != "shot" || f.low[items[k-1].start:items[k-1].end] != "sniper" {
		return false
	}
	switch f.low[items[k+1].start:items[k+1].end] {
	case "dead", "and", "a", "an", "the", "at", "him", "her", "them", "his", "their", "one", "two", "three", "four", "several":
		return true
	}
	return false
}

// smallWord tells the small words that are names when they are written in capitals: the Islamic
// State, the World Health Organization.
func smallWord(w string) bool { return w == "is" || w == "who" }

// shouted tells whether capitals mean nothing at an item, as those beside it, before and next, have
// them too.
func shouted(items []item, before, next int) bool {
	upper := func(k int) bool { return k < 0 || k >= len(items) || items[k].is(tUpper) }
	return upper(before) && upper(next) && (before >= 0 || next < len(items))
}

// hyphened reads "twenty-five" and "mid-May".
func (l *lexicon) hyphened(s string, it *item) {
	a, b, ok := strings.Cut(s, "-")
	if !ok {
		return
	}
	y := l.first.get(b)
	if y == nil || !y.known {
		return
	}
	if a == "mid" && y.tags&tMonth != 0 {
		it.tags |= tMonth | tCap
		it.num = y.num
		return
	}
	x := l.first.get(a)
	if x == nil || !x.known || x.tags&y.tags&tNum == 0 {
		return
	}
	if t, u := x.num, y.num; t >= 20 && t < 100 && t%10 == 0 && u > 0 && u < 10 {
		it.tags |= tNum
		it.num = t + u
	}
}

// bareStem finds the word of a possessive whose apostrophe was stripped:
// "Syrias", "Sanas". Only one that the lexicon has without its s.
func (f *field) bareStem(l *lexicon, it *item) *node {
	n := it.end - it.start
	if n < 4 || f.low[it.end-1] != 's' {
		return nil
	}
	nd := l.first.getAt(f.low, int(it.start), int(n)-1)
	if nd == nil || !nd.known || nd.tags&(tActor|tSrc|tNat|tWeekday|tMonth) == 0 {
		return nil
	}
	it.tags |= tPossessive
	return &node{known: true, word: word{tags: nd.tags & (tActor | tSrc | tNat | tWeekday | tMonth), num: nd.num}}
}
