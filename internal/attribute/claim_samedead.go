package attribute

// A long report tells one deed at its head and once more where it comes to it: "Mortars killed six
// traders in Taiz on Monday, shopkeepers said", and twenty sentences on "On Monday mortars fell on the old
// bazaar of Taiz, and six more traders died, two shopkeepers said". The same dead on the same day at the same place, by
// those who may be the same, are one claim.

// fewestAgain is from how many people on the same figure tells that two claims are one.
const fewestAgain = 3

// farApart is behind how many sentences "four more" adds to nothing that was told before.
const farApart = 5

// sameDead tells whether b, which stands behind a, tells a again.
func (d *doc) sameDead(a, b *partial) bool {
	if figures(a.killed, b.killed) != figSame || a.killed.q.vague || a.killed.q.low < fewestAgain || figures(a.injured, b.injured) == figDiffer || a.f0 != b.f0 || a.bg != b.bg {
		return false
	}
	if a.event != b.event || !a.gotDate || !b.gotDate || a.when.Distance(b.when) > 0 || a.stance != b.stance || a.place == "" || !d.roll.same(a.place, b.place) {
		return false
	}
	if b.killed.q.another && b.si0-a.last <= farApart || otherItem(a, b) {
		return false
	}
	return d.roll.overlap(a.names, b.names)
}
