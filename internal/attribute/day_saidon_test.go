package attribute

import "testing"

// The day on which a deed is claimed is not its own, and who claims it did it.
func TestDayOfTheClaim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "on a day", text: "A car bomb on 13 October hit a convoy near Homs, killing four soldiers; the Karm Front claimed responsibility on 16 October.",
			want: []string{"k=4 on=2017-10-13 by=karm"}, only: true},
		{name: "days without a word", text: "A car bomb 13 October hit a convoy near Homs, killing four soldiers; the Karm Front claimed responsibility 16 October.",
			want: []string{"k=4 on=2017-10-13"}, only: true},
		{name: "published later", text: "Shells killed nine people in Homs on 12 October, the mission said in a report released on 16 October.",
			want: []string{"k=9 on=2017-10-12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The day of a statement is not the incident's, and a day that one speaker alone names is
// only his.
func TestDaysAside(t *testing.T) {
	const hit = "An air strike hit a mill in the town of Saraqib on October 3, killing four people.\n\n"
	for _, c := range []claimCase{
		{name: "told on a day that", text: hit + "The council reported on October 6 that seven millers had died.", want: []string{"k=4 on=2017-10-03", "k=7 on=2017-10-03 said=council"}, only: true},
		{name: "by letter", text: hit + "A spokesman told the paper by letter on October 9 that three militants had been killed.", want: []string{"k=4", "k=3 on=2017-10-03 said=spokesman"}, only: true},
		{name: "in a letter of a day", text: hit + "In its reply of October 9 the ministry wrote that six gunmen had been killed in Saraqib.", want: []string{"k=4", "k=6 on=2017-10-03 said=ministry"}, only: true},
		{name: "in a list", text: hit + "The council put the number of dead at seven in a list published on October 9.", want: []string{"k=4", "k=7 on=2017-10-03 said=council"}, only: true},
		{name: "owned to on a day", text: hit + "On October 9, the governor acknowledged six deaths.", want: []string{"k=4", "k=6 on=2017-10-03 said=governor"}, only: true},
		{name: "looking back", text: hit + "On October 9 an army spokesman told the Nil agency that its planes had killed three militants in Saraqib.", want: []string{"k=4", "k=3 on=2017-10-03 said=spokesman"}, only: true},
		{name: "as matters stood", text: hit + "By October 9, the number of dead had risen to seven, the hospital said.", want: []string{"k=4", "k=7 on=2017-10-03 said=hospital"}, only: true},
		{name: "counted the next day", text: hit + "The next morning, residents counted seven bodies.", want: []string{"k=4", "k=7 on=2017-10-03"}, only: true},
		{name: "another deed", text: hit + "On October 9 the army said that gunmen killed two of its men in Homs.", want: []string{"k=4", "k=2 on=2017-10-09 at=homs"}, only: true},
		{name: "by the shelling of a day", text: hit + "On October 9 the council said two women were killed by that morning's shelling of Homs.", want: []string{"k=4", "k=2 on=2017-10-09 at=homs"}, only: true},
		{name: "dated apart", text: hit + "Karm News gave the number of dead as eight, but dated the raid to October 4. The Nil agency claimed 15 dead.",
			want: []string{"k=4 on=2017-10-03", "k=8 on=2017-10-04", "k=15 on=2017-10-03"}, only: true},
		{name: "as happening", text: hit + "Karm News reported the raid as happening on October 4 and said eight were killed. The Nil agency claimed 15 dead.",
			want: []string{"k=4 on=2017-10-03", "k=8 on=2017-10-04", "k=15 on=2017-10-03"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
