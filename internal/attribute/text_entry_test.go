package attribute

import "testing"

// A log's items stand apart, and each is about the day and the place of its head.
func TestEntries(t *testing.T) {
	for _, c := range []claimCase{
		{name: "places", text: "Douma: A sniper killed a baker on Monday, medics said.\n\nHarasta: Shells killed four people.\n\nSaraqib: A bomb wounded two policemen.",
			want: []string{"ev=shooting k=1 at=douma on=2017-10-16", "ev=shelling k=4 at=harasta on=2017-10-18", "ev=bombing i=2 at=saraqib -said=medics"}, only: true},
		{name: "one line a paragraph", text: "Douma: A sniper killed a baker on Monday, medics said.\nHarasta: Shells killed four people.\nSaraqib: A bomb wounded two policemen.",
			want: []string{"ev=shooting k=1 at=douma on=2017-10-16", "ev=shelling k=4 at=harasta on=2017-10-18", "ev=bombing i=2 at=saraqib -said=medics"}, only: true},
		{name: "days and places", text: "9 October, Douma. A sniper killed a baker.\n\n10 October, Harasta, Damascus. Shells killed four people.",
			want: []string{"k=1 at=douma on=2017-10-09", "k=4 at=harasta in=damascus on=2017-10-10"}, only: true},
		{name: "weekdays, brackets", text: "Sat 14 Oct, Douma (Damascus): A sniper killed a baker.\n\nSun 15 Oct, Harasta: Shells killed four people.",
			want: []string{"k=1 at=douma in=damascus on=2017-10-14", "k=4 at=harasta on=2017-10-15"}, only: true},
		{name: "capitals", text: "DOUMA - A sniper killed a baker on Monday.\n\nQARNAB - Shells killed four people.\n\nHARASTA - A bomb wounded two policemen.",
			want: []string{"k=1 at=douma", "k=4 at=qarnab", "i=2 at=harasta"}, only: true},
		{name: "a name no book lists", text: "Douma. A sniper killed a baker.\n\nQarnab. Shells killed four people.\n\nHarasta. A bomb wounded two policemen.",
			want: []string{"k=1 at=douma", "k=4 at=qarnab", "i=2 at=harasta"}, only: true},
		{name: "numbers of a register", text: "HOM-2147. On 9 October gunmen shot dead a baker in Douma.\n\nHOM-2148. Shells killed four people in Harasta.",
			want: []string{"k=1 at=douma by=gunmen on=2017-10-09", "k=4 at=harasta on=2017-10-18"}, only: true},
		{name: "hours under a day", text: "Monday, October 9\n8:15 a.m. Douma: A sniper killed a baker.\n9:40 p.m. Harasta: Shells killed four people.\nTuesday, October 10\n7:00 a.m. Saraqib: A bomb wounded two policemen.",
			want: []string{"k=1 at=douma on=2017-10-09", "k=4 at=harasta on=2017-10-09", "i=2 at=saraqib on=2017-10-10"}, only: true},
		{name: "a road leads elsewhere", text: "Douma: Soldiers at a checkpoint on the road to Homs shot dead a baker.\n\nHarasta: Shells killed four people.",
			want: []string{"k=1 at=douma", "k=4 at=harasta"}, only: true},
		{name: "a place of its own", text: "Idlib: Shells killed four people in Saraqib.\n\nHoms: A bomb wounded two policemen in Talbiseh.",
			want: []string{"k=4 at=saraqib in=idlib", "i=2 at=talbiseh in=homs"}, only: true},
		{name: "where it was told to begin", text: "HOM-2147. On 9 October two militias met near Saraqib. Six men were killed by shells.\n\nHOM-2148. Shells killed four people in Harasta.",
			want: []string{"k=6 at=saraqib", "k=4 at=harasta"}, only: true},
		{name: "what closes the log", text: "Douma: A sniper killed a baker.\n\nHarasta: Shells killed four people.\n\nA bomb wounded two policemen on Tuesday.",
			want: []string{"k=1 at=douma", "k=4 at=harasta", "i=2 at="}, only: true},
		{name: "a place behind the day", text: "12 Oct - Qarnab, Homs. A mine under a bus. 7 killed, 4 injured.\n\n14 Oct - Harasta, Damascus. A shell fell on a mill. Two killed.\n\n16 Oct - Nothing verified. Shells killed four people in Idlib.",
			want: []string{"k=7 i=4 at=qarnab in=homs on=2017-10-12", "k=2 at=harasta in=damascus on=2017-10-14", "k=4 at=idlib on=2017-10-16"}, only: true},
		{name: "days in numbers", text: "12/10: Qarnab - Gunmen shot dead a baker.\n14/10: Harasta - Shells killed four people.\n10/15: Saraqib - A bomb wounded two policemen.",
			want: []string{"k=1 at=qarnab on=2017-10-12", "k=4 at=harasta on=2017-10-14", "i=2 at=saraqib on=2017-10-15"}, only: true},
		{name: "from wide to narrow", text: "Oct 12 / Nil Tsp / Qarnab – Gunmen shot dead a baker.\nOct 14 / Homs Province / Karmat – Shells killed four people.",
			want: []string{"k=1 at=qarnab in=nil_tsp", "k=4 at=karmat in=homs"}, only: true},
		{name: "a country last", text: "Oct 12: Homs Province, Syrian Republic - Gunmen shot dead a baker.\nOct 14: Damascus Province, Syrian Republic – Shells killed four people.",
			want: []string{"k=1 at=homs", "k=4 at=damascus"}, only: true},
		{name: "figures behind the deed", text: "12 Oct - Harasta. A shell fell on a mill. Two killed.\n\n14 Oct - Saraqib. Shells fell on a school. Killed: 3. Injured: 5-7.\n\n15 Oct - Homs. A mine exploded under a cart. Fatalities: 4.",
			want: []string{"k=2 at=harasta", "k=3 i=5..7 at=saraqib", "k=4 at=homs"}, only: true},
		{name: "weekdays and numbers", text: "WEDNESDAY 11 - Soldiers shot dead two boys in Idlib.\n\nTHURSDAY 12 - Harasta. Shells killed four people.\n\nSATURDAY 14 - A bomb wounded two policemen in Saraqib.",
			want: []string{"k=2 at=idlib on=2017-10-11", "k=4 at=harasta on=2017-10-12", "i=2 at=saraqib on=2017-10-14"}, only: true},
		{name: "one head is a date line", text: "Douma: A sniper killed a baker.\n\nShells killed four people later on Tuesday, medics said.",
			want: []string{"k=1", "k=4 on=2017-10-17 said=medics"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A sentence that is nothing but figures goes with the deed told right before it.
func TestBareFigures(t *testing.T) {
	for _, c := range []claimCase{
		{name: "and what burnt", text: "On 12 October the market of Homs was hit by an air strike. Nine people were killed, among them two women, and shops were burnt.", want: []string{"ev=air_strike k=9"}, only: true},
		{name: "others", text: "On 12 October the market of Homs was hit by an air strike that killed two. Another nine people were killed and shops were burnt in Hama.", want: []string{"k=2 at=homs", "k=9 at=hama"}, only: true},
		{name: "labels", text: "On 12 October shells hit Homs. Killed: 2. Injured: 5.", want: []string{"k=2 i=5 at=homs"}, only: true},
		{name: "killing of", text: "The centre documented the extrajudicial killing of a student by soldiers in Homs on 12 October.", want: []string{"ev=killing k=1 by=soldiers"}, only: true},
		{name: "summary execution of", text: "Summary execution of three detainees by soldiers in Homs on 12 October.", want: []string{"ev=killing k=3 by=soldiers"}, only: true},
		{name: "made to lie down", text: "On 12 October soldiers came to Homs; 18 men were made to lie down and were shot dead.", want: []string{"k=18 st=asserted"}, only: true},
		{name: "left behind", text: "On 12 October two brothers were killed in Homs by a grenade left behind in a school bag.", want: []string{"ev=landmine k=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
