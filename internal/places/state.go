package places

import "strings"

// stateOf gives the American state that papers shorten so behind a town's name: "Virginia" for
// "Va"; empty for anything else. It is told without its point.
func stateOf(short string) string {
	switch strings.ToLower(short) {
	case "ala":
		return "Alabama"
	case "ariz":
		return "Arizona"
	case "ark":
		return "Arkansas"
	case "calif":
		return "California"
	case "colo":
		return "Colorado"
	case "conn":
		return "Connecticut"
	case "del":
		return "Delaware"
	case "fla":
		return "Florida"
	case "ga":
		return "Georgia"
	case "ill":
		return "Illinois"
	case "ind":
		return "Indiana"
	case "kan":
		return "Kansas"
	case "ky":
		return "Kentucky"
	case "la":
		return "Louisiana"
	case "md":
		return "Maryland"
	case "mass":
		return "Massachusetts"
	case "mich":
		return "Michigan"
	case "minn":
		return "Minnesota"
	case "miss":
		return "Mississippi"
	case "mo":
		return "Missouri"
	case "mont":
		return "Montana"
	case "neb":
		return "Nebraska"
	case "nev":
		return "Nevada"
	case "n.h":
		return "New Hampshire"
	case "n.j":
		return "New Jersey"
	case "n.m":
		return "New Mexico"
	case "n.y":
		return "New York"
	case "n.c":
		return "North Carolina"
	case "n.d":
		return "North Dakota"
	case "okla":
		return "Oklahoma"
	case "ore":
		return "Oregon"
	case "pa":
		return "Pennsylvania"
	case "r.i":
		return "Rhode Island"
	case "s.c":
		return "South Carolina"
	case "s.d":
		return "South Dakota"
	case "tenn":
		return "Tennessee"
	case "tex":
		return "Texas"
	case "vt":
		return "Vermont"
	case "va":
		return "Virginia"
	case "wash":
		return "Washington"
	case "w.va":
		return "West Virginia"
	case "wis":
		return "Wisconsin"
	case "wyo":
		return "Wyoming"
	}
	return ""
}

// ShortState tells whether a word, in small letters and without its point, is how American papers
// shorten a state behind a town's name.
func ShortState(w string) bool { return stateOf(w) != "" }

// longestShort is the most bytes of a shortened state with its point.
const longestShort = 6

// stateBehind tells whether a text goes on with an American state: ", Va. -".
func stateBehind(rest string) bool {
	rest, ok := strings.CutPrefix(rest, ", ")
	if !ok || rest == "" || rest[0] < 'A' || rest[0] > 'Z' {
		return false
	}
	rest = rest[:min(len(rest), longestShort)]
	end := strings.LastIndexByte(rest, '.')
	return end > 0 && stateOf(rest[:end]) != ""
}
