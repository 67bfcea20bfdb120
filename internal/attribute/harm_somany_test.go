package attribute

import "testing"

// Others' numbers of the same dead, the days that end a telegram's sentences, and labels that are no
// words of speech.
func TestSoManyByOthers(t *testing.T) {
	for _, c := range []claimCase{
		{name: "gives", text: "Raiders hit Hama on Monday, killing five farmers; the interior ministry gives one.", want: []string{"k=5 -said=ministry", "k=1 said=ministry"}, only: true},
		{name: "confirmed", text: "Raiders hit Hama on Monday. Residents say 13 people were buried, police confirmed eight.", want: []string{"k=13 said=residents", "k=8 said=police"}, only: true},
		{name: "admits to", text: "Gunmen stopped a bus near Hama on Monday and killed nine people; the bus company admits to seven.", want: []string{"k=9", "k=7 said=company"}, only: true},
		{name: "the dead were", text: "Gunmen attacked Hama on Monday, leaving seven dead; a councillor said the dead were nine.", want: []string{"k=7 -said=councillor", "k=9 said=councillor"}, only: true},
		{name: "a list gives", text: "A mortar shell killed four wedding guests in Hama on Monday. A list of the hospital gives three.", want: []string{"k=4", "k=3 said=hospital"}, only: true},
		{name: "according to", text: "A van was attacked in Hama on Monday: five policemen were killed, two according to residents.", want: []string{"k=5", "k=2 said=residents"}, only: true},
		{name: "days end sentences", text: "A bomb hit an army convoy near Homs 3 Oct, killing four soldiers and injuring ten; the Karm Front claimed responsibility 6 Oct. Unidentified gunmen 11 Oct attacked a village near Hama, leaving seven dead.",
			want: []string{"k=4 i=10 at=homs on=2017-10-03", "k=7 at=hama on=2017-10-11 -said=front"}, only: true},
		// no figures of the dead
		{name: "gives otherwise", text: "Raiders hit Hama on Monday, killing five farmers; the law gives two weeks.", want: []string{"k=5"}, only: true},
		{name: "houses", text: "Raiders hit Hama on Monday and killed five farmers; residents say seven houses burned.", want: []string{"k=5"}, only: true},
		{name: "a label", text: "A strike hit a house in Hama on Monday, killing six to nine people, local media said. Civilians reported killed 6 - 9", want: []string{"said=local_media -said=civilians"}, only: true},
		{name: "a month goes on", text: "Gunmen killed four people in Hama on Monday, the army said in a letter of 6 Oct. Monday's dead were farmers.", want: []string{"k=4 said=army"}},
		{name: "a page", text: "9 October 2017: In Homs, gunmen shot dead a teacher. Source: Telegram\n11 October 2017: A bomb killed four people in Hama. Sources: Facebook and Karm Post",
			want: []string{"k=1 at=homs -said=telegram", "k=4 at=hama said=post -said=facebook"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
