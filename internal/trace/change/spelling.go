package change

import "strings"

// american is an English word as it is spelt in the United States, by the regular
// differences: colour, organise, centre, defence, travelled, programme.
func american(w string) string {
	if len(w) < 5 {
		return w
	}
	for _, r := range [...][2]string{
		{"isation", "ization"}, {"isations", "izations"}, {"ising", "izing"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"}, {"iser", "izer"}, {"isers", "izers"},
		{"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"}, {"ence", "ense"}, {"ences", "enses"}, {"tre", "ter"}, {"tres", "ters"},
		{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"ourable", "orable"}, {"ourhood", "orhood"}, {"ourhoods", "orhoods"}, {"ourer", "orer"}, {"ourers", "orers"},
		{"lled", "led"}, {"lling", "ling"}, {"ller", "ler"}, {"llers", "lers"}, {"amme", "am"}, {"ammes", "ams"}, {"ogue", "og"}, {"ogues", "ogs"},
	} {
		if stem, ok := strings.CutSuffix(w, r[0]); ok && len(stem) > 1 {
			return stem + r[1]
		}
	}
	return w
}
