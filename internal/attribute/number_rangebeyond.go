package attribute

import "isnad"

// A range whose upper end has a word of its own: "at least 14 and as many as 17 civilians",
// "three, possibly four", "two or perhaps three men"; or no upper end: "ten soldiers or more". A month
// may be cut short: "on Aug. 20".

// rangeBeyond reads the upper end of such a range where its lower number, which opens at
// item i, ends at item k. What has a verb of its own is another figure: "killed at least
// 14 and as many as 50 were hurt".
func (f *field) rangeBeyond(i, k, to int) (end, high int, ok bool) {
	n := k
	for n < to && n < k+2 && (f.word(n) == "," || f.word(n) == "and" || f.word(n) == "or" || f.word(n) == "but") {
		n++
	}
	if n == k || n+1 >= to || !perhaps(f.word(n)) || !f.items[n+1].is(tNum) || f.items[n+1].is(tOrdinal) || f.dated(n+1, to) {
		return 0, 0, false
	}
	v, c, vague, ok := f.cardinal(n+1, to)
	if !ok || vague {
		return 0, 0, false
	}
	end = n + 1 + c
	if i > 0 && f.items[i-1].is(tOut) && end < to && f.items[end].is(tOut|tAux) {
		return 0, 0, false
	}
	if end < to && f.word(end) == "," && f.word(k) == "," && end+1 < to && !f.items[end+1].is(tNum) {
		end++ // "three, possibly four, people"
	}
	return end, v, true
}

// perhaps tells the words for what a figure may come to.
func perhaps(w string) bool {
	switch w {
	case "as many as", "up to", "possibly", "perhaps", "maybe", "at most", "no more than", "probably", "even":
		return true
	}
	return false
}

// shortMonth tells whether a month cut short stands before item k: "Aug. 20".
func (f *field) shortMonth(k int) bool {
	return k > 1 && digit(f.text[f.items[k].start]) && f.word(k-1) == "." && abbreviation(f.word(k-2)) && f.items[k-2].is(tMonth) && f.items[k-2].is(tCap) && f.items[k-1].start == f.items[k-2].end
}

// orMore reads what leaves the upper end of a figure open behind it: "ten soldiers or more",
// "the injured at 30 or more". Of one it says nothing: "one or more gunmen".
func (f *field) orMore(q *quantity, to int) {
	k := q.to
	if k+1 >= to || f.word(k) != "or" || f.word(k+1) != "more" || q.low < 2 || q.high < 0 {
		return
	}
	q.to = k + 2
	if k+3 < to && !q.head && f.items[k+2].is(tHead) && !f.items[k+2].is(tOut) { // "ten or more soldiers"
		f.setHead(q, k+2)
		q.to = k + 3
	}
	q.high, q.qual = -1, isnad.AtLeast
}
