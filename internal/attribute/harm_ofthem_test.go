package attribute

import "testing"

// Who died of those who were shot is told a sentence later.
func TestDiedOfThose(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the woman", text: "A man and a woman were shot in Homs on Monday. The woman died at the scene and the man is in stable condition.", want: []string{"k=1 i=1"}, only: true},
		{name: "one of them", text: "Two women were shot in Homs on Monday. One of them died.", want: []string{"k=1 i=1"}, only: true},
		{name: "one, a boy", text: "Three teens were shot in Homs on Monday. One, a 16-year-old boy, died at a hospital.", want: []string{"k=1 i=2"}, only: true},
		{name: "the victim", text: "A man was shot in the leg in Homs on Monday. The victim was pronounced dead at the scene.", want: []string{"k=1 i=none"}, only: true},
		{name: "he is none of several", text: "Three men were shot in Homs on Monday. The mayor went there. He died at his home a year later.", want: []string{"i=3"}, only: true},
		{name: "nobody told of before", text: "A rocket hit a market in Homs on Monday. The woman died at home.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What police find, or do not find.
func TestFound(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a man who had been shot", text: "Officers in Homs found a man lying between two houses on Monday. He had been shot several times and died at the scene.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "asthma", text: "A rocket hit a school in Homs on Monday. One student was treated for an asthma attack.", want: []string{"i=none"}, only: true},
		{name: "not confirmed", text: "Police have not confirmed that shots were fired in a mall in Homs on Monday.", only: true},
		{name: "no evidence", text: "Police found no evidence of a shooting at a school in Homs on Monday.", only: true},
		{name: "shots rang out", text: "Three people were struck when shots rang out in a crowd in Homs on Monday.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "riddled", text: "A house on Example Street was riddled with bullets on Monday, police in Homs said.", want: []string{"ev=shooting"}, only: true},
		{name: "a bullet", text: "A bullet grazed a woman in Homs on Monday.", want: []string{"ev=shooting i=1"}, only: true},
		{name: "at area hospitals", text: "Four people were dead and 13 were at area hospitals after a shooting in Homs on Monday.", want: []string{"k=4 i=13"}, only: true},
		{name: "another", text: "One man was fatally shot and another critically wounded in Homs on Monday.", want: []string{"k=1 i=1"}, only: true},
		{name: "carjacked", text: "A woman was carjacked at gunpoint in Homs on Monday, police said.", want: []string{"ev=attack"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Of the wounded of one sentence some have died, or one more has, which makes a new toll.
func TestDiedSince(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two of whom died", text: "A shell wounded nine people in Homs on Monday, two of whom died later in hospital.", want: []string{"k=2 i=7"}, only: true},
		{name: "two of them have since died", text: "Nine people were shot in Homs on Monday; two of them have since died.", want: []string{"k=2 i=7"}, only: true},
		{name: "a girl who later died", text: "Four people were shot in Homs on Monday, including a 6-year-old girl who later died.", want: []string{"k=1 i=3"}, only: true},
		{name: "which would bring", text: "A patient died in surgery in Homs on Monday, which would bring the death toll to five.", want: []string{"k=5"}, only: true},
		{name: "from the shooting", text: "A second victim died of his wounds on Monday, raising the number of dead from the shooting in Homs to two.", want: []string{"k=2"}, only: true},
		{name: "since January", text: "A shell killed three people in Homs on Monday, bringing the number of dead since January to 240.", want: []string{"k=3"}, only: true},
		{name: "did not survive", text: "Tamara Example, 27, did not survive her injuries after the shooting in Homs on Monday, police said.", want: []string{"k=1"}, only: true},
		{name: "succumbed", text: "Marcus Example succumbed to his injuries on Monday, three days after he was shot in Homs.", want: []string{"k=1"}, only: true},
		{name: "fighting for his life", text: "A man is fighting for his life after a shooting in Homs on Monday.", want: []string{"i=1"}, only: true},
		{name: "without incident", text: "The suspect was taken into custody without incident at a motel in Homs on Monday, police said.", only: true},
		{name: "told the clerk", text: "A man walked into a store in Homs on Monday and told the clerk he had been shot in the leg.", want: []string{"i=1"}, only: true},
		{name: "a boy who was standing", text: "The youngest victim was a 14-year-old boy who was standing in a doorway in Homs on Monday when somebody opened fire. He was hit twice in the chest and died at a hospital.", want: []string{"ev=shooting k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Headlines leave the article out.
func TestHeadlineOne(t *testing.T) {
	for _, c := range []struct {
		title string
		k, i  int // -1 for none
	}{
		{"Man killed, woman wounded in Homs shooting", 1, 1},
		{"Teen shot in Homs", -1, 1},
		{"Boy, 7, killed by stray bullet in Homs", 1, -1},
		{"Mother and son shot dead in Homs home", 2, -1},
		{"Homs police chief speaks of shooting", -1, -1},
	} {
		cs, _ := testReader().Read(report(c.title, "The mayor has asked for help."))
		k, i := -1, -1
		for _, x := range cs {
			if x.Killed != nil {
				k = *x.Killed.Min
			}
			if x.Injured != nil {
				i = *x.Injured.Min
			}
		}
		if k != c.k || i != c.i {
			t.Errorf("%s: killed %d, injured %d", c.title, k, i)
		}
	}
}
