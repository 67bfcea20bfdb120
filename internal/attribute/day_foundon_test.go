package attribute

import "testing"

// The day on which the dead were found or died is not the deed's where that is told behind it.
func TestDayBehindTheFinding(t *testing.T) {
	for _, c := range []claimCase{
		{name: "found after", text: "The bodies of six villagers were found on Saturday after an attack on Idlib on Thursday, police said.", want: []string{"k=6 on=2017-10-12"}, only: true},
		{name: "recovered following", text: "Nine bodies were recovered on Saturday following a raid on Idlib on Thursday, police said.", want: []string{"k=9 on=2017-10-12"}, only: true},
		{name: "found, no other day", text: "The bodies of six villagers were found on Saturday after an attack on Idlib, police said.", want: []string{"k=6 on=2017-10-14"}, only: true},
		{name: "died overnight", text: "A woman died of her wounds in Idlib on Saturday; she had been hurt in a drone strike on the market on Thursday.", want: []string{"ev=drone_strike k=1 on=2017-10-12"}, only: true},
		{name: "what follows is of the day", text: "Shells killed three people in Homs on Saturday. A woman died of her wounds in Idlib on Saturday; she had been hurt in a drone strike on the market on Thursday. Two men were killed by shells in Hama, a medic said.", want: []string{"k=1 on=2017-10-12", "k=2 at=hama on=2017-10-14"}},
		{name: "another was hurt", text: "A woman died of her wounds in Idlib on Saturday and a man was hurt in a raid on Thursday.", want: []string{"k=1 on=2017-10-14"}},
		{name: "died, another deed", text: "Two men died in Idlib on Saturday. A shell hit Hama on Thursday, killing four people.", want: []string{"k=4 on=2017-10-12"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Who tells of the dead behind them is none of them, and old deeds are of their own kind.
func TestTellersAndOldDeeds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a doctor tells", text: "Two policemen were killed in Idlib on Friday. The toll rose to five, a doctor in Homs told reporters.", want: []string{"k=5"}},
		{name: "and a doctor", text: "A bomb killed five soldiers in Homs and a doctor in Idlib on Monday.", want: []string{"k=1 at=idlib"}},
		{name: "long ago", text: "Air strikes hit Idlib on Friday, killing three people. On 8 April sixteen miners were killed at a site in Hama, according to residents.", want: []string{"ev=air_strike k=3", "ev=attack k=16 at=hama"}, only: true},
		{name: "strikes long ago", text: "Air strikes hit Idlib on Friday, killing three people. On 8 April sixteen miners were killed in a strike on a site in Hama, according to residents.", want: []string{"ev=air_strike k=16 at=hama"}},
		{name: "Tank", text: "Police Constable Adam Example was killed in an attack in Tank on Monday.", want: []string{"ev=attack k=1"}, only: true},
		{name: "a tank", text: "A tank fired on Idlib on Monday, killing a woman.", want: []string{"ev=shelling k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	cs, _ := testReader().Read(report("", "Two policemen were killed in Idlib on Friday. The toll rose to five, a doctor in Homs told reporters."))
	for _, c := range cs {
		if c.Killed != nil && c.Killed.Min != nil && *c.Killed.Min == 1 {
			t.Error("the doctor is counted")
		}
	}
}

// Where the wounds came from of which somebody dies later has a day of its own.
func TestDiedOfWoundsSuffered(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in an attack of a day", text: "Six people died in hospital on October 5 of wounds they suffered in the shelling of Homs on October 3, the ministry said.", want: []string{"k=6 on=2017-10-03"}, only: true},
		{name: "when something happened", text: "A woman died in hospital on October 5 of wounds she suffered when a bomb exploded in Homs on October 3, the ministry said.", want: []string{"k=1 on=2017-10-03"}, only: true},
		{name: "from injuries sustained", text: "A boy died on October 5 from injuries sustained in the shelling of Homs on October 3, his father said.", want: []string{"k=1 on=2017-10-03"}, only: true},
		{name: "of no day", text: "A man died on October 5 of wounds he suffered in an air strike on Homs, residents said.", want: []string{"k=1 on=2017-10-05"}, only: true},
		{name: "the town suffered", text: "A boy died on October 5 in Homs, which suffered much in the shelling of October 3.", want: []string{"k=1 on=2017-10-05"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
