package attribute

import "testing"

// What else the words of a deed say of its kind.
func TestBurnedToo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "raided and burned", text: "Gunmen raided the village of Tongo on Monday, killing 12 residents and burning dozens of houses, police said.",
			want: []string{"ev=attack k=12 by=gunmen"}, only: true},
		{name: "burned in an attack", text: "Twelve people were killed and 30 homes burned when gunmen attacked a village near Jos on Friday.",
			want: []string{"ev=attack k=12 by=gunmen"}, only: true},
		{name: "only burned", text: "Soldiers burned 40 houses in Pauk on Friday.",
			want: []string{"ev=property_destruction by=soldiers"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who is carried off gives the kind, not who is shot beside.
func TestTookAndKilled(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one shot dead", text: "Gunmen kidnapped 34 students from a school in Zamfara on Tuesday; one student was shot dead.",
			want: []string{"ev=abduction k=1 by=gunmen"}, only: true},
		{name: "and shot three", text: "Rebels abducted nine people near Beni on Sunday and shot three villagers dead.",
			want: []string{"ev=abduction k=3 by=rebels"}, only: true},
		{name: "and executed them", text: "Gunmen abducted 12 men in Baiji on Monday and later executed them.",
			want: []string{"ev=killing k=12 by=gunmen"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Words of deeds that no other test names.
func TestWordsOfDeeds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "strangled", text: "A woman was strangled in her home in Dayton on Monday.", want: []string{"ev=attack k=1"}, only: true},
		{name: "butchered", text: "Militiamen butchered nine villagers in Bunia on Friday.", want: []string{"ev=attack k=9 by=militiamen"}, only: true},
		{name: "acid", text: "A man threw acid at two women in Quetta on Saturday.", want: []string{"ev=attack"}, only: true},
		{name: "aid convoy", text: "Soldiers blocked an aid convoy near Mekelle on Monday, the UN said.", want: []string{"ev=obstruction by=soldiers"}, only: true},
		{name: "dynamited", text: "Attackers dynamited a bridge in Arauca on Monday.", want: []string{"ev=bombing by=attackers"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
