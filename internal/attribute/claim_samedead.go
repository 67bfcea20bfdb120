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
	return d.roll.overlap(a.names, b.names) || len(a.names) == 1 && len(b.names) == 1 && (oneOfClass(a.names[0], b.names[0]) || oneOfClass(b.names[0], a.names[0]))
}

// oneOfClass tells whether the class of people that long names is that of short: "two residents" and
// "residents".
func oneOfClass(short, long string) bool {
	n := len(long) - len(short)
	return short != "" && n >= 0 && endsIn(long, short) && (n == 0 || long[n-1] == ' ' && short[0] >= 'a')
}
