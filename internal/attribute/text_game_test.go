package attribute

import "testing"

// Reports of games tell of no harm, but for those in which somebody is hurt by more than the game.
func TestGamesAreNoWar(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a shootout", text: "It was a shootout from the opening tip. Example buried seven 3-pointers and the Bombers killed off a furious rally to win 71-68 on Monday. The Eagles had come out firing.", only: true},
		{name: "a striker", text: "Rangers striker Joe Example hit two goals on Monday as they killed off the hosts 3-1. Fans saw a fierce battle in midfield; Celtic lost two players.", only: true},
		{name: "shot at the stadium", text: "A gunman shot two fans dead outside the stadium in Akron on Monday, police said. The home team had won the league match 3-1.", want: []string{"k=2"}},
		{name: "bombed at the match", text: "A bomb killed seven fans at the stadium in Homs on Monday as the teams were level at 1-1 in the league match.", want: []string{"k=7"}, only: true},
		{name: "hours and an office", text: "Missiles struck the old quarter of Homs on Monday, killing 12 people, the defense ministry said. The strike hit between 10-11 am. The president promised victory.", want: []string{"k=12"}, only: true},
		{name: "a rally and years", text: "Gunmen killed nine people at a political rally in Homs on Monday. The party had hoped to win the 2018-2019 season, and a team of doctors treated 15-20 people.", want: []string{"k=9"}},
	} {
		t.Run(c.name, c.run)
	}
}
