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
		{name: "killed since", text: "Shells have killed 20 people in Kosti since July.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
