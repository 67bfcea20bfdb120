package attribute

// A wire's list of a day's events heads each with its town in capitals: "SAMARRA - A bridge
// was destroyed by a truck bomb". An item that names no other place lies there.

// leastItems is from how many items on such heads are those of a list, and not the one date
// line of a report.
const leastItems = 3

// maxInItem bounds the sentences of an item.
const maxInItem = 4

// townOfItem is the name that heads the item of a list in which a claim is told; empty for
// none.
func (d *doc) townOfItem(p *partial) string {
	f := p.f0
	if f == nil || f.inTitle || p.si0 >= len(f.sents) || f.itemHeads(p.si0) < leastItems {
		return ""
	}
	for si := p.si0; si >= 0 && si > p.si0-maxInItem; si-- {
		if e := f.itemHead(&f.sents[si]); e > 0 {
			return fromCapitals(f.written(f.sents[si].from, e))
		}
	}
	return ""
}

// itemsAround bounds the sentences on either side in which the other items of a list stand.
const itemsAround = 12

// itemHeads counts the items of a list around sentence si that a town in capitals heads, up
// to leastItems.
func (f *field) itemHeads(si int) int {
	n := 0
	for i := max(si-itemsAround, 0); i < len(f.sents) && i <= si+itemsAround && n < leastItems; i++ {
		if f.itemHead(&f.sents[i]) > 0 {
			n++
		}
	}
	return n
}

// itemHead returns the item behind the town in capitals that a sentence opens with before a
// dash; 0 for none.
func (f *field) itemHead(s *sentence) int {
	e := f.townDash(s.from)
	if e == 0 || e > s.from+3 || e+1 >= s.to || f.items[s.from].end-f.items[s.from].start < 3 {
		return 0
	}
	return e
}

// townDash returns the dash behind a town in capitals that begins at item i, with its province
// or the mark of its item: "MOSUL - Gunmen", "* RAMADI, Anbar -"; 0 for none.
func (f *field) townDash(i int) int {
	for k := i; k+1 < len(f.items) && k < i+6; k++ {
		switch w := f.word(k); {
		case dash(w):
			if k > i && f.items[k].start > f.items[k-1].end && f.items[k+1].start > f.items[k].end {
				return k
			}
			return 0
		case w == "*" || w == ",":
		case !f.items[k].is(tUpper):
			return 0
		}
	}
	return 0
}

// otherItem tells whether b opens an item of such a list and a is told in one before it: what
// two items tell is not one.
func otherItem(a, b *partial) bool {
	if a.f0 == nil || a.f0 != b.f0 || a.title || b.si0 <= a.last || a.si0 < 0 || a.si0 >= len(a.f0.sents) || b.f.townDash(b.sent.from) == 0 {
		return false
	}
	sents := a.f0.sents
	return a.f0.townDash(sents[a.si0].from) > 0 || a.si0 > 0 && a.f0.townDash(sents[a.si0-1].from) > 0
}
