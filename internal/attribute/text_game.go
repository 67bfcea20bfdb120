package attribute

// Reports of games speak of shots, bombs, battles and players lost. They tell of no harm to
// anybody, unless somebody is hurt by more than the game, and then the police, a hospital or a
// gunman is in them.

// leastPlay is how many different words of games make a report with a score one of a game.
const leastPlay = 3

// maxPlay bounds the items of a report of one game.
const maxPlay = 1500

// ofGame tells whether a report is of a game: it names a score, enough of what games have, and at least one word
// that nothing else has.
func (d *doc) ofGame() bool {
	var seen [leastPlay]string
	n, sure := 0, false
	for _, f := range [...]*field{&d.title, &d.body} {
		for k := range f.items {
			if !f.items[k].may(mayPlay) {
				continue
			}
			w := f.word(k)
			sure = sure || onlyPlay(w)
			switch {
			case outsidePlay(w):
				return false
			case !playWord(w), n > 0 && w == seen[0], n > 1 && w == seen[1], n >= leastPlay:
			default:
				seen[n] = w
				n++
			}
		}
	}
	return sure && n >= leastPlay && len(d.body.items) <= maxPlay && (d.title.hasScore() || d.body.hasScore())
}

// playWord tells the words that are of games.
func playWord(w string) bool {
	switch w {
	case "coach", "coaches", "fans", "striker", "strikers", "midfield", "midfielder", "goalkeeper", "halftime", "half-time", "touchdown", "touchdowns", "innings", "wicket", "wickets", "playoffs", "playoff",
		"league", "quarterback", "rebounds", "tournament", "kickoff", "kick-off", "unbeaten", "goals", "goal", "scored", "scoring", "points", "quarter", "pitcher", "batsman", "bowler", "defender", "winger", "3-pointers", "3-pointer",
		"three-pointers", "free-throw", "equaliser", "equalizer", "substitute", "victory", "win", "season", "teammates", "teammate", "dribble", "penalty", "roster", "varsity", "playbook", "offense", "header", "cup", "match", "stadium", "semifinal", "semi-final", "title", "team", "game", "rally", "defense":
		return true
	}
	return false
}

// onlyPlay tells the words that nothing but games has.
func onlyPlay(w string) bool {
	switch w {
	case "coach", "striker", "strikers", "midfield", "midfielder", "goalkeeper", "halftime", "half-time", "touchdown", "touchdowns", "innings", "wicket", "wickets", "playoffs", "playoff", "quarterback", "rebounds", "kickoff", "kick-off",
		"batsman", "bowler", "winger", "3-pointers", "3-pointer", "three-pointers", "free-throw", "equaliser", "equalizer", "teammates", "teammate", "semifinal", "semi-final":
		return true
	}
	return false
}

// outsidePlay tells the words of those who come when somebody is hurt by more than a game.
func outsidePlay(w string) bool {
	switch w {
	case "police", "hospital", "gunman", "gunmen", "shooter", "suspect", "suspects", "soldiers", "troops", "army", "militants", "sheriff", "deputies", "rebels", "stampede", "riot", "blast", "explosion", "bomb", "morgue", "ambulance", "wounded", "casualties", "victims", "airstrike", "air strike", "shelling", "militia", "missile", "missiles", "drone", "drones", "attackers", "militant", "grenade", "grenades", "civilians", "insurgents", "terrorists", "bomber", "explosives", "mourners", "hostages":
		return true
	}
	return false
}

// hasScore tells whether a text names the score of a game.
func (f *field) hasScore() bool {
	for k := range f.items {
		if f.items[k].is(tNum) && f.score(k) {
			return true
		}
	}
	return false
}
