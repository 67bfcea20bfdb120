package attribute

import "testing"

// The police are one claimant however their speakers are named; a company's spokeswoman, a neighbor and
// a coroner with figures of his own are not.
func TestLawVoice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "captain", text: "A police officer was shot and wounded during a traffic stop early Friday in Selah, authorities said.\n\nThe officer had pulled over a truck on Vine Avenue when the driver got out and fired at least four times, Selah County Sheriff's Capt. Karl Hollins said.",
			want: []string{"i=1 at=vine by=driver said=hollins"}, only: true},
		{name: "sergeant", text: "Selah police on Monday identified a man who was fatally shot during a robbery over the weekend as 25-year-old Omar Zoran.\n\nZoran was delivering food in the 3300 block of Vine Avenue when two males approached him at about 10 p.m. Saturday and shot him, Sgt. Ruth Hollins said.",
			want: []string{"k=1 i=none at=vine by=males said=hollins"}, only: true},
		{name: "neighbor", text: "A man was shot dead on Vine Street in Selah on Sunday, police said.\n\nRuth Hollins, a neighbor, said two men were shot dead on the street.",
			want: []string{"k=1 said=police", "k=2 said=hollins"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The lines of a page are no heads of a log, which would part the headline from the story; heads that
// are closed alike are.
func TestPageHead(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              int
	}{
		{"rights", "Man killed outside Vine Street car wash", "TOLEDO, Ohio (WQVB) - A man was found dying beside a car wash on Vine Street on Sunday night.\n\nOmar Zoran, 26, was pronounced dead at the hospital, police said. He had been shot at least once.\n\nCopyright 2019 WQVB. All rights reserved.", 1},
		{"day", "Toledo man shot by officer had knife, police say", "July 12, 2016\n\nTOLEDO, Ohio - Police say a man shot and killed by a Toledo police officer on Sunday had come at officers with a knife.\n\nThe man died at the scene.", 1},
		{"log", "", "Nawa: A shell killed two people on Monday.\n\nDara: A mine killed three people on Monday.\n\nHoms: A sniper killed one man on Monday.", 3},
	} {
		rep := report("", c.text)
		rep.Title = c.title
		if cs, _ := testReader().Read(rep); len(cs) != c.want {
			t.Errorf("%s: %d claims, want %d; read:%s", c.name, len(cs), c.want, listed(cs))
		}
	}
}
