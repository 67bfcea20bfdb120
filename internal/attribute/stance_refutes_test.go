package attribute

import "testing"

// Denials and accusations that are told without the words for them.
func TestDenialsAndBlameInOtherWords(t *testing.T) {
	const raid = "Jets bombed a hospital in Homs on Monday, killing seven people, doctors said. "
	for _, c := range []claimCase{
		{name: "called it baseless", text: raid + "The army called the reports baseless.", want: []string{"k=7 said=doctors", "k=none said=army st=denied"}, only: true},
		{name: "said they were false", text: raid + "The army said the allegations were false.", want: []string{"k=7 said=doctors", "k=none said=army st=denied"}, only: true},
		{name: "not responsible", text: raid + "The army said it was not responsible.", want: []string{"k=7 said=doctors", "k=none said=army st=denied"}, only: true},
		{name: "to blame", text: raid + "The opposition said that the army was to blame.", want: []string{"k=7 said=doctors", "k=none said=opposition by=army"}, only: true},
		{name: "laid the blame", text: raid + "The governor laid the blame on the army.", want: []string{"k=7 said=doctors", "k=none said=governor by=army"}, only: true},
		{name: "who it was is asked", text: raid + "A minister said it was not clear who was behind the raid.", want: []string{"k=7 said=doctors"}, only: true},
		{name: "called for", text: raid + "The envoy called for calm and described the scene.", want: []string{"k=7 said=doctors"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who says that it was behind what was told claims it, and adds no toll.
func TestSaysItWasThem(t *testing.T) {
	const blast = "A suicide bomber attacked a hotel in Kabul on Monday, killing 14. "
	for _, c := range []claimCase{
		{name: "carried out", text: blast + "The Taliban said they had carried out the attack.", want: []string{"k=14 -said=taliban", "k=none said=taliban by=taliban st=self_claimed"}, only: true},
		{name: "it", text: blast + "The Taliban said that they had carried it out.", want: []string{"k=14 -said=taliban", "k=none said=taliban by=taliban st=self_claimed"}, only: true},
		{name: "behind", text: blast + "The Taliban said it was behind the attack.", want: []string{"k=14 -said=taliban", "k=none said=taliban by=taliban st=self_claimed"}, only: true},
		{name: "in a statement", text: blast + "The Taliban said in a statement that they were responsible for the attack.", want: []string{"k=14 -said=taliban", "k=none said=taliban by=taliban st=self_claimed"}, only: true},
		{name: "a deed of its own", text: "Planes struck Raqqa on Monday, killing 14. The coalition said that it had carried out a strike of its own on a bridge there.", want: []string{"k=14", "k=none said=coalition st=asserted"}, only: true},
		{name: "late", text: "A bomb killed nine people in Kabul on Monday, medics said. Police said they were behind schedule.", want: []string{"k=9 st=asserted"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
