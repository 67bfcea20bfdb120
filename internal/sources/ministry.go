package sources

import (
	"strings"

	"isnad/internal/names"
)

// ministry puts the name of a ministry into one form: nationality, field,
// "Ministry". Iraqi Ministry of Defense, Iraq's Defence Ministry and the Defence
// Ministry of Iraq are all "Iraqi Defence Ministry".
func ministry(name string) (string, bool) {
	t := names.Borrow(name)
	defer t.Return()
	if len(t.List) == 0 || len(t.List) > 14 {
		return "", false
	}
	var country string
	var field []string
	found := false
	for i := 0; i < len(t.List); i++ {
		w := string(t.Fold(i))
		next := ""
		if i+1 < len(t.List) {
			next = string(t.Fold(i + 1))
		}
		switch {
		case w == "ministry" || w == "ministries":
			if found {
				return "", false
			}
			found = true
		case w == "the" || w == "of" || w == "in" || w == "for" || w == "official":
		case nationality(w+" "+next) != "" && country == "":
			country = nationality(w + " " + next)
			i++
		case nationality(w) != "" && country == "":
			country = nationality(w)
		case fieldWord(w) != "":
			field = append(field, fieldWord(w))
		case w == "and" && len(field) > 0 && fieldWord(next) != "":
			field = append(field, "and")
		default:
			return "", false
		}
	}
	if !found || len(field) == 0 {
		return "", false
	}
	out := append(field, "Ministry")
	if country != "" {
		out = append([]string{country}, out...)
	}
	return strings.Join(out, " "), true
}

// longestMinistry is how many tokens the name of a ministry may have.
const longestMinistry = 10

// ministryAt tells whether a ministry's name begins with token i and how far it
// reaches: "Iraqi Defence Ministry", "Ministry of Health", "Foreign and
// Expatriates Ministry", "Russia's Defense Ministry". A field is due; small
// letters will do, because many outlets write "health ministry".
func ministryAt(t *names.Tokens, i int) (to int, ok bool) {
	w := string(t.Fold(i))
	if w != "ministry" && fieldWord(w) == "" && nationality(w) == "" {
		return 0, false
	}
	j, fields, seen := i, 0, false
	for ; j < len(t.List) && j < i+longestMinistry; j++ {
		if j > i && t.List[j].Gap == names.GapBreak {
			break
		}
		w = string(t.Fold(j))
		if w == "ministry" {
			if seen {
				break
			}
			seen = true
			if fields > 0 {
				j++
				break
			}
			continue
		}
		if fieldWord(w) != "" {
			fields++
			continue
		}
		if seen && w == "of" && fields == 0 || w == "and" && fields > 0 && j+1 < len(t.List) && fieldWord(string(t.Fold(j+1))) != "" {
			continue
		}
		if !seen && fields == 0 && (nationality(w) != "" || j > i && nationality(string(t.Fold(j-1))+" "+w) != "") {
			continue
		}
		break
	}
	if !seen || fields == 0 {
		return 0, false
	}
	// "… of Iraq", "… in Gaza"
	if j+1 < len(t.List) && t.List[j].Gap == names.GapSpace {
		if w := string(t.Fold(j)); (w == "of" || w == "in") && nationality(string(t.Fold(j+1))) != "" {
			j += 2
		}
	}
	return j, true
}

// fieldWord is the spelling of a word that names a ministry's field, empty for
// other words.
func fieldWord(w string) string {
	switch w {
	case "foreign", "external":
		return "Foreign"
	case "defence", "defense":
		return "Defence"
	case "interior", "health", "information", "justice", "education", "culture", "transport", "emergency", "emergencies", "finance",
		"oil", "energy", "agriculture", "electricity", "religious", "expatriates", "awqaf", "media", "security", "home",
		"antiquities", "tourism", "water", "labour", "trade", "economy", "reconciliation", "administration", "public", "national", "higher", "internal":
		return strings.ToUpper(w[:1]) + w[1:]
	case "affairs":
		return "Affairs"
	case "labor":
		return "Labour"
	}
	return ""
}

// nationality is the adjective of a country that is named by its adjective, its
// name, or its name with a lost apostrophe; empty for other words.
func nationality(w string) string {
	switch w {
	case "syrian", "syria", "syrias":
		return "Syrian"
	case "russian", "russia", "russias":
		return "Russian"
	case "ukrainian", "ukraine", "ukraines":
		return "Ukrainian"
	case "israeli", "israel", "israels":
		return "Israeli"
	case "palestinian", "palestine":
		return "Palestinian"
	case "gaza", "gazas", "gazan":
		return "Gaza"
	case "lebanese", "lebanon", "lebanons":
		return "Lebanese"
	case "iraqi", "iraq", "iraqs":
		return "Iraqi"
	case "iranian", "iran", "irans":
		return "Iranian"
	case "turkish", "turkey", "turkeys", "turkiye":
		return "Turkish"
	case "jordanian", "jordan", "jordans":
		return "Jordanian"
	case "egyptian", "egypt", "egypts":
		return "Egyptian"
	case "saudi", "saudi arabia", "saudi arabian":
		return "Saudi"
	case "yemeni", "yemen", "yemens":
		return "Yemeni"
	case "emirati", "uae":
		return "Emirati"
	case "qatari", "qatar", "qatars":
		return "Qatari"
	case "libyan", "libya", "libyas":
		return "Libyan"
	case "sudanese", "sudan", "sudans":
		return "Sudanese"
	case "south sudanese", "south sudan":
		return "South Sudanese"
	case "ethiopian", "ethiopia", "ethiopias":
		return "Ethiopian"
	case "somali", "somalia", "somalias":
		return "Somali"
	case "malian", "mali", "malis":
		return "Malian"
	case "nigerian", "nigeria", "nigerias":
		return "Nigerian"
	case "burkinabe", "burkina faso":
		return "Burkinabe"
	case "congolese":
		return "Congolese"
	case "rwandan", "rwanda":
		return "Rwandan"
	case "afghan", "afghanistan", "afghanistans":
		return "Afghan"
	case "pakistani", "pakistan", "pakistans":
		return "Pakistani"
	case "indian", "india", "indias":
		return "Indian"
	case "chinese", "china", "chinas":
		return "Chinese"
	case "burmese", "myanmar", "myanmars":
		return "Myanmar"
	case "french", "france", "frances":
		return "French"
	case "german", "germany", "germanys":
		return "German"
	case "british", "britain", "britains", "uk":
		return "British"
	case "belarusian", "belarus":
		return "Belarusian"
	case "armenian", "armenia":
		return "Armenian"
	case "azerbaijani", "azeri", "azerbaijan":
		return "Azerbaijani"
	case "georgian", "polish", "romanian", "italian", "spanish", "dutch", "swedish", "greek", "moroccan", "algerian", "tunisian", "kenyan",
		"ugandan", "chadian", "nigerien", "cameroonian", "philippine", "thai", "mexican", "colombian", "venezuelan", "kuwaiti", "bahraini", "omani", "houthi":
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return ""
}
