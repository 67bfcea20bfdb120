package attribute

import "testing"

// The dead and the wounded of one sentence who were harmed in two towns, and those of one.
func TestHurtElsewhere(t *testing.T) {
	for _, c := range []claimCase{
		{name: "and wounded", text: "Gunmen killed nine people in Kosti on Monday and wounded four in Sennar.",
			want: []string{"at=Kosti k=9 i=none", "at=Sennar k=none i=4"}, only: true},
		{name: "passive", text: "Three people were killed in a rocket attack on Kosti on Monday and seven were wounded in Sennar.",
			want: []string{"at=Kosti k=3 i=none", "at=Sennar k=none i=7"}, only: true},
		{name: "a second", text: "A bomb killed four people in Kosti on Monday, while a second went off in Sennar, wounding eight.",
			want: []string{"at=Kosti k=4 i=none", "at=Sennar k=none i=8"}, only: true},
		{name: "another landed", text: "A rocket killed a man in Kosti on Monday but another landed in a field near Sennar, injuring two boys.",
			want: []string{"at=Kosti k=1 i=none", "at=Sennar k=none i=2"}, only: true},
		{name: "the wounded first", text: "On Monday, rockets hit Kosti, injuring two, and a mortar shell killed a man in Sennar.",
			want: []string{"at=Kosti k=none i=2", "at=Sennar k=1 i=none"}, only: true},
		{name: "semicolon", text: "A car bomb killed three people in Kosti on Monday; a roadside bomb in Sennar wounded six.",
			want: []string{"at=Kosti k=3 i=none", "at=Sennar k=none i=6"}, only: true},
		{name: "one town", text: "A car bomb in Kosti killed nine people on Monday and wounded twenty others in the market.", want: []string{"at=Kosti k=9 i=20"}, only: true},
		{name: "no place of its own", text: "Three people were killed in Kosti on Monday and seven were wounded in the attack.", want: []string{"at=Kosti k=3 i=7"}, only: true},
		{name: "hospital", text: "Three people were killed in a rocket attack on Kosti on Monday and ten were taken to hospital in Sennar.", want: []string{"k=3 i=10"}, only: true},
		{name: "one after the other", text: "Two people were wounded in a rocket attack on Kosti on Monday and died in a hospital in Sennar.", want: []string{"k=2"}, only: true},
		{name: "two towns, one figure each", text: "Gunmen killed four people in Kosti and Sennar on Monday and wounded nine.", want: []string{"k=4 i=9"}, only: true},
		{name: "nature", text: "Floods killed three people in Kosti on Monday and injured 40 in Sennar.", only: true},
		{name: "those killed before killed nobody", text: "Shells killed three civilians in Kosti on Monday and injured five others in Sennar.",
			want: []string{"at=Kosti k=3 -by=civilians", "at=Sennar i=5 -by=civilians"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
