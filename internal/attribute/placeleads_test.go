package attribute

import "testing"

// What leads to a place that no list has.
func TestLeadsToPlace(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a short first word", text: "Three soldiers were killed when a mine went off near Ma Zoran Gone on Friday, the army said.",
			want: []string{"k=3 at=ma_zoran_gone"}, only: true},
		{name: "passing through", text: "Two soldiers were killed when a mine hit their truck as it was passing through Quxmara on Tuesday.",
			want: []string{"k=2 at=quxmara"}, only: true},
		{name: "came to", text: "Gunmen on motorcycles came to Quxmara at dawn on Monday and killed seven people, the mayor said.",
			want: []string{"k=7 at=quxmara"}, only: true},
		{name: "stormed into", text: "Gunmen stormed into Quxmara on Sunday and shot dead three elders.",
			want: []string{"k=3 at=quxmara"}, only: true},
		{name: "who ran into whom is no place", text: "Gunmen who ran into Jane Quxmara shot dead three elders in Homs on Sunday.",
			want: []string{"k=3 at=homs"}, only: true},
		{name: "known as", text: "The strike hit a spot known locally as Quxmara, on the road to Kirkuk, killing nine people on Monday, residents said.",
			want: []string{"k=9 at=quxmara"}, only: true},
		{name: "a village called so", text: "Gunmen killed sixteen people at a village called Quxmara on Monday.",
			want: []string{"k=16 at=quxmara"}, only: true},
		{name: "between two towns", text: "Soldiers were ambushed on Wednesday between Quxmara and Taludi and 14 of them were killed.",
			want: []string{"k=14 at=quxmara"}, only: true},
		{name: "a fight between two bodies", text: "Clashes between Quxmara and Taludi fighters killed 14 people in Homs on Wednesday.",
			want: []string{"k=14 at=homs"}, only: true},
		{name: "measured from", text: "Three merchants were found shot dead on Monday some 30 km from Quxmara.",
			want: []string{"k=3 at=quxmara"}, only: true},
		{name: "measured from another", text: "Three merchants were found shot dead on Monday in Quxmara, 30 km from Homs.",
			want: []string{"k=3 at=quxmara"}, only: true},
		{name: "the turn of", text: "On 12 May it was the turn of Quxmara, near Goma, where four farmers were found dead.",
			want: []string{"k=4 at=quxmara"}, only: true},
		{name: "control over", text: "The army regained control over Quxmara on Monday after clashes in which ten fighters were killed.",
			want: []string{"k=10 at=quxmara"}, only: true},
		{name: "some of several", text: "Shelling killed four civilians in several villages including Quxmara and Taludi on Monday.",
			want: []string{"k=4 at=quxmara_and_taludi"}, only: true},
		{name: "two of two", text: "Two villages, Quxmara and Taludi, were attacked on Monday and nine people killed.",
			want: []string{"k=9 at=quxmara_and_taludi"}, only: true},
		{name: "strafed", text: "Warplanes strafed Quxmara on Monday, wounding eight people.",
			want: []string{"i=8 at=quxmara"}, only: true},
		{name: "it was there that who speaks is", text: "Police in Quxmara said a bomb had killed two people there on Monday.",
			want: []string{"k=2 at=quxmara"}, only: true},
		{name: "who speaks is elsewhere", text: "Police in Quxmara said a bomb had killed two people on Monday in Homs.",
			want: []string{"k=2 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
