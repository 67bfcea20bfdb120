package attribute

import "testing"

// Words of a long time beside a figure do not always make a toll of it.
func TestIncidentBesideALongTime(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the first in weeks", text: "Rockets hit Lviv for the first time in weeks, killing seven people.", want: []string{"ev=shelling k=7"}, only: true},
		{name: "the second in two weeks", text: "Mortars killed five people in Kosti on Monday in the second attack in less than two weeks.", want: []string{"ev=shelling k=5 on=2017-10-16"}, only: true},
		{name: "years of age", text: "Two boys (5 to 8 years) were killed by a mortar shell in Kosti on Monday.", want: []string{"ev=shelling k=2"}, only: true},
		{name: "months after something", text: "A car bomb killed seven people in Kosti on Monday, two months after the truce.", want: []string{"ev=bombing k=7"}, only: true},
		{name: "a month's sum stays one", text: "Shelling has killed 60 people in Kosti in three weeks.", only: true},
		{name: "a deed of a month long past", text: "The market in Mogadishu is where a truck bomb killed hundreds of people in October 2014.",
			want: []string{"ev=bombing on=2014-10-01 to=2014-10-31"}, only: true},
		{name: "a month's sum long past", text: "Air strikes killed 300 people in Aleppo during April 2016.", only: true},
		{name: "a siege's sum", text: "At least 300 people have died in shelling of Kosti since the siege began in April.", only: true},
		{name: "the attack of a day", text: "The October 7 attack on southern Lebanon killed more than 1,200 people.", want: []string{"k=1201+ on=2017-10-07"}, only: true},
		{name: "a fight's thousands", text: "The fighting in Sudan has killed more than 1,200 people.", only: true},
		{name: "since June, when", text: "It is the fifth raid since June, when five villagers were beheaded in the town of Kosti.", want: []string{"k=5 on=2017-06-01"}, only: true},
		{name: "a place since", text: "Shells killed two people in a part of Kosti that has been cut off since July 2012.", want: []string{"ev=shelling k=2 on=2017-10-18"}, only: true},
		{name: "since a deed long past", text: "It was the deadliest attack in Syria since a truck bomb killed hundreds of people in Karm in August 2013.", want: []string{"ev=bombing at=karm on=2013-08-01"}},
		{name: "one strike of a month", text: "In September a strike on a camp near Karm killed 240 fighters.", want: []string{"at=karm k=240 on=2017-09-01"}, only: true},
		{name: "strikes of a month", text: "In September strikes near Karm killed 240 fighters.", only: true},
		{name: "after months of something", text: "Deserters attacked a post in Karm on Thursday, killing seven soldiers, in a sign that eight months of protest are turning into a revolt.", want: []string{"k=7 at=karm"}, only: true},
		{name: "after so many months", text: "One man died under torture in a prison in Karm after six months in custody, activists said.", want: []string{"k=1"}, only: true},
		{name: "months of it", text: "Eight months of protest in Karm have left 60 people dead.", only: true},
		{name: "aged of years", text: "A man aged of 70 years was executed on the road near Karm because he could not walk.", want: []string{"ev=killing k=1"}, only: true},
		{name: "a siege that ended", text: "Earlier this week the army broke the two-year siege of Karm, killing hundreds of gunmen.", want: []string{"at=karm k=~100"}, only: true},
		{name: "a siege that did not", text: "The two-year siege of Karm has killed hundreds of people.", only: true},
		{name: "a year, when", text: "The last attack there was in 1999, when a boy in Karm wounded four classmates.", want: []string{"i=4 at=karm on=1999-01-01"}, only: true},
		{name: "a raid that others led", text: "A shell hit Karm on Monday. Some 1,200 people were killed in the militia-led attack on southern Lebanon that day.", want: []string{"k=~1200", "at=karm"}, only: true},
		{name: "the worst since", text: "Gunmen killed 26 civilians in Kosti on Monday in the worst attack in the country since 2014.", want: []string{"k=26 at=kosti on=2017-10-16"}, only: true},
		{name: "called the deadliest since", text: "Gunmen killed 26 civilians in Kosti last week in what officials called the deadliest attack since 2014.", want: []string{"k=26 at=kosti"}, only: true},
		{name: "the first since, before it", text: "In the first attack in the town since 2014, gunmen killed 26 people in Kosti on Monday.", want: []string{"k=26 at=kosti on=2017-10-16"}, only: true},
		{name: "in an apposition", text: "The attack in Kosti, the most serious since June, killed nine people on Monday.", want: []string{"k=9 at=kosti on=2017-10-16"}, only: true},
		{name: "the highest toll since", text: "The attack killed nine people in Kosti, the highest toll since January.", want: []string{"k=9 at=kosti on=2017-10-18"}, only: true},
		{name: "the first time since", text: "It was the first time that two people had been shot in Kosti since 2014.", only: true},
		{name: "since the first", text: "Since the first attack in January, 60 people have been killed in Kosti.", only: true},
		{name: "a place where since", text: "Nine people were killed on Monday in Kosti, where calm has prevailed since January.", want: []string{"k=9 at=kosti"}, only: true},
		{name: "killed since", text: "Shells have killed 20 people in Kosti since July.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
