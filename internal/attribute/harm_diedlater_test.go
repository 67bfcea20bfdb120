package attribute

import "testing"

// Who died of a wound is dead and not wounded, on the day of the wound.
func TestDiedLater(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who was hurt", text: "A sergeant who was wounded in clashes near Kosti on Saturday died in hospital on Monday.",
			want: []string{"ev=clash k=1 i=none"}, only: true},
		{name: "and later died", text: "A farmer was wounded by a mine near Kosti on Saturday and later died in hospital.",
			want: []string{"ev=landmine k=1 i=none"}, only: true},
		{name: "wounded in", text: "A girl wounded in shelling of Kosti on Saturday succumbed to her injuries on Monday.",
			want: []string{"ev=shelling k=1 i=none"}, only: true},
		{name: "the object", text: "Gunmen opened fire on a bus in Kosti on Monday, wounding a passenger who later died.",
			want: []string{"ev=shooting k=1 i=none"}, only: true},
		{name: "by name", text: "Captain Adam Example, who was hurt on Saturday in clashes near Kosti, lost his life at a hospital on Monday.",
			want: []string{"ev=clash k=1 i=none"}, only: true},
		{name: "others died", text: "A girl who was wounded when a shell hit her home in Kosti on Monday said three of her brothers died.",
			want: []string{"k=3"}},
		{name: "gunshot wounds", text: "Three people were killed and four others sustained gunshot wounds when armed men attacked a village near Kosti on Monday.",
			want: []string{"k=3 i=4"}, only: true},
		{name: "degrees of wounds", text: "Four people were killed and several others sustained various degrees of bullet wounds in Kosti on Monday, police said.",
			want: []string{"k=4 i=~2"}, only: true},
		{name: "days after the shooting", text: "A girl died on Monday, three days after the shooting in Selah.", want: []string{"k=1 on=2017-10-13"}, only: true},
		{name: "wounded, and days after the attack", text: "A girl wounded in Selah died on Monday, three days after the attack.", want: []string{"k=1 on=2017-10-13"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The town of the hospital where somebody lies or speaks is not where it happened.
func TestHospitalElsewhere(t *testing.T) {
	for _, c := range []claimCase{
		{name: "are in the hospital", text: "A bomb exploded in a market in Kosti on Monday, killing three people, police said. Five of the wounded are in the hospital in Bara, they said.",
			want: []string{"k=3 at=Kosti"}, only: true},
		{name: "died at the hospital", text: "Two soldiers who were hurt in clashes in Kosti on Monday died at the military hospital in Bara.",
			want: []string{"k=2 at=Kosti"}, only: true},
		{name: "hit there", text: "A shell hit the hospital in Kosti on Monday, killing three people.",
			want: []string{"k=3 at=Kosti"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A clause that opens with "he" takes up the one who was hurt before it.
func TestHurtThenHeDied(t *testing.T) {
	for _, c := range []claimCase{
		{name: "behind a semicolon", text: "Snipers wounded an elderly man in Homs on October 3, a monitor said; he died on Thursday.", want: []string{"k=1 i=none on=2017-10-03 said=monitor"}, only: true},
		{name: "and", text: "A bomb wounded a nurse in Homs on October 3 and she died the next day.", want: []string{"k=1 i=none on=2017-10-03"}, only: true},
		{name: "two are told of", text: "Police wounded a man in Homs on October 3 and a woman said he died.", want: []string{"i=1"}},
		{name: "not told which of three", text: "A shell wounded three people in Homs on October 3; he died in hospital, a medic said.", want: []string{"k=none i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Some of a group are whom somebody killed next.
func TestThenKilledOfThem(t *testing.T) {
	for _, c := range []claimCase{
		{name: "ambushed", text: "Fighters ambushed a group of soldiers near Homs on October 3 and killed 14 of them, the Karm Monitor said.", want: []string{"ev=clash k=14"}, only: true},
		{name: "rounded up", text: "Soldiers rounded up 40 people in Homs on October 3 and killed 11 of them, villagers said.", want: []string{"k=11 said=villagers"}, only: true},
		{name: "part of the dead", text: "Shells killed 40 people in Homs on October 3 and killed two of them in a school.", want: []string{"k=40"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The name of who speaks tells no deed.
func TestDeedWordInTheSpeakersName(t *testing.T) {
	for _, c := range []claimCase{
		{name: "opens", text: "Raqqa is Being Slaughtered Silently said a coalition raid on Raqqa on October 3 killed 14 people.", want: []string{"ev=air_strike k=14 said=raqqa"}, only: true},
		{name: "aside", text: "An activist group, Raqqa is Being Slaughtered Silently, said a coalition raid on Raqqa on October 3 killed 14 people.", want: []string{"ev=air_strike k=14 said=raqqa"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who was hurt on one day and died on another is dead of the deed of the first.
func TestDayOfHisDeath(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a named hospital", text: "Soldiers shot Abdel Karm, 29, in the head east of Kutum on 9 October. He died in Noor Hospital on 11 October.", want: []string{"k=1 i=none on=2017-10-09"}, only: true},
		{name: "of his wounds", text: "Soldiers shot a farmer east of Kutum on 9 October. He died of his wounds on 11 October.", want: []string{"k=1 i=none on=2017-10-09"}, only: true},
		{name: "the man", text: "Soldiers wounded a man in Kutum on 9 October. The man succumbed to his wounds on Sunday.", want: []string{"k=1 i=none on=2017-10-09"}, only: true},
		{name: "and another hurt", text: "Soldiers shot Abdel Karm, 29, in the head east of Kutum on 9 October. He died in Noor Hospital on 11 October. A fellow protester, 17, was hit in the thigh.", want: []string{"k=1 i=1 on=2017-10-09"}, only: true},
		{name: "in the field", text: "Soldiers shot a farmer east of Kutum on 9 October. He died in the Karm Medical Centre.", want: []string{"k=1 i=none on=2017-10-09"}, only: true},
		{name: "killed on another day", text: "Soldiers shot a farmer east of Kutum on 9 October. He was killed in an air strike on 11 October.", want: []string{"i=1 on=2017-10-09", "ev=air_strike on=2017-10-11"}, only: true},
		{name: "in a town", text: "Soldiers wounded three men in Kutum on 9 October. A nurse died in Noor Hospital on 11 October when a shell hit it.", want: []string{"i=3 on=2017-10-09", "k=1 on=2017-10-11"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
