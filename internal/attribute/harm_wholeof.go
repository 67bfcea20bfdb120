package attribute

import "isnad"

// The lead counts some of the dead and the story all of them: "Eleven children were killed, a monitor
// said. 'Twenty miners, among them six boys, lost their lives', the Observatory said". The claim is of
// the whole.

// counts tells whether a figure counts those of q as part of more: "15 civilians, among them 11
// children".
func (c *casualty) counts(q *quantity) bool {
	if c.q.vague || q.vague || c.q.low <= q.low || q.category == "" || q.category == isnad.CategoryAll {
		return false
	}
	for i := range c.subs {
		if c.subs[i].low == q.low && c.subs[i].category == q.category {
			return true
		}
	}
	return false
}

// maxToWhole bounds the sentences from some of the dead to all of them.
const maxToWhole = 3

// wholeOf tells whether b counts the dead of a as part of its own, as the same or nobody tells them.
func (d *doc) wholeOf(a, b *partial) bool {
	if a.killed == nil || b.killed == nil || !b.killed.counts(&a.killed.q) || a.injured != nil && b.injured != nil || a.f0 != b.f0 || b.si0 <= a.si0 || b.si0-a.last > maxToWhole {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	if !a.vague && d.ownPlaces(a, b) && !d.mayHold(a, b) {
		return false
	}
	return d.oneVoice(a.names, b.names)
}
