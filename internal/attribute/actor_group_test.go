package attribute

import "testing"

// Men of a body and the body are one, and no two sides of a fight.
func TestMenOfABody(t *testing.T) {
	for _, c := range []claimCase{
		{name: "soldiers of", text: "Soldiers of the Syrian army killed four teenagers near Idlib on Monday.", want: []string{"ev=attack k=4 by=syrian_army"}, only: true},
		{name: "troops of", text: "Troops of the Libyan National Army killed four men near Sebha on Monday.", want: []string{"ev=attack k=4 by=libyan_national_army"}, only: true},
		{name: "by fighters of", text: "Four teenagers were killed near Idlib on Monday by fighters of the ELN.", want: []string{"ev=attack k=4 by=ELN"}, only: true},
		{name: "a unit of", text: "A unit of the Karm Front killed four people near Idlib on Monday.", want: []string{"k=4 by=karm_front -by=unit"}, only: true},
		{name: "two sides", text: "Soldiers and fighters of the Karm Front fought near Idlib on Monday; four people were killed.", want: []string{"ev=clash k=4"}, only: true},
		{name: "things that kill", text: "Shrapnel killed four people in Idlib on Monday.", want: []string{"k=4 -by=shrapnel"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Whom somebody holds responsible is accused by him, and is no place.
func TestHeldResponsible(t *testing.T) {
	const told = "A strike killed 20 people in Homs on Monday, medics said. "
	for _, c := range []claimCase{
		{name: "held", text: told + "Washington held Russia responsible for the strike.", want: []string{"k=20 said=medics -by=russia", "by=russia said=washington"}, only: true},
		{name: "said it was", text: told + "Washington said Russia was responsible for the strike.", want: []string{"k=20 said=medics -by=russia", "by=russia said=washington"}, only: true},
		{name: "a capital that is blamed", text: told + "Kyiv blamed Moscow.", want: []string{"k=20 said=medics -by=moscow", "by=moscow said=kyiv at=homs"}, only: true},
		{name: "a capital that is accused", text: told + "Kyiv accused Moscow of bombing the market.", want: []string{"k=20 said=medics -by=moscow", "by=moscow said=kyiv -at=moscow"}, only: true},
		{name: "at first", text: told + "The army at first denied that its planes were there.", want: []string{"k=20", "by=army said=army st=denied"}, only: true},
		{name: "had not carried out", text: told + "The coalition said it had not carried out any strike in the area.", want: []string{"k=20", "by=coalition said=coalition st=denied"}, only: true},
		{name: "was not behind", text: told + "The coalition said it was not behind the raid.", want: []string{"k=20", "by=coalition said=coalition st=denied"}, only: true},
		{name: "denies and blames", text: "Rwanda denied that its troops had fired on a camp near Goma on Monday and blamed the Congolese army.",
			want: []string{"by=rwanda -by=congolese st=denied", "by=congolese_army -by=rwanda st=asserted"}, only: true},
		{name: "denies killing and blames", text: "The army denied killing nine people in Kano on Monday and blamed Boko Haram.",
			want: []string{"k=9 by=army -by=boko_haram st=denied", "by=boko_haram -by=army st=asserted"}, only: true},
		{name: "who only harbours", text: "Islamabad accused Kabul of harbouring the gunmen who killed seven policemen in Quetta on Monday.",
			want: []string{"k=7 by=gunmen -by=kabul said=islamabad"}, only: true},
		{name: "another's accusation", text: "Twelve people were killed in Kano on Monday. Residents blamed soldiers. The governor said nine had died.",
			want: []string{"k=12", "by=soldiers said=residents", "k=9 said=governor -by=soldiers"}, only: true},
		{name: "is false", text: "The claim that soldiers killed six children in Kano on Monday is false, the army said.", want: []string{"k=6 by=soldiers said=army st=denied"}, only: true},
		{name: "number of rebels", text: "The army put the number of rebels killed in Kano on Monday at 30.", want: []string{"k=30 said=army -by=rebels"}, only: true},
		{name: "had lost four", text: "The army said 30 rebels were killed in Kano on Monday; the rebels said they had lost four.", want: []string{"ev=clash k=30 said=army"}},
		{name: "does not as a rule", text: told + "The coalition said it does not strike markets.", want: []string{"k=20 said=medics"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
