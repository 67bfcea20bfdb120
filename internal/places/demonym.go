package places

import "strings"

// Demonym tells whether a word is the adjective or the people's name of a country:
// "Armenian", "Lebanese".
func Demonym(w string) bool { return demonym(strings.ToLower(w)) != "" }

// demonym gives the country of an adjective or a people's name, folded; empty
// for other words. Such a word names no place, but says which country a phrase
// speaks of.
func demonym(w string) string {
	switch w {
	case "syrian", "syrians":
		return "SY"
	case "iraqi", "iraqis":
		return "IQ"
	case "turkish", "turks":
		return "TR"
	case "russian", "russians":
		return "RU"
	case "ukrainian", "ukrainians":
		return "UA"
	case "belarusian":
		return "BY"
	case "israeli", "israelis":
		return "IL"
	case "palestinian", "palestinians":
		return "PS"
	case "lebanese":
		return "LB"
	case "jordanian":
		return "JO"
	case "iranian":
		return "IR"
	case "yemeni", "yemenis":
		return "YE"
	case "saudi":
		return "SA"
	case "emirati":
		return "AE"
	case "qatari":
		return "QA"
	case "kuwaiti":
		return "KW"
	case "egyptian":
		return "EG"
	case "libyan":
		return "LY"
	case "tunisian":
		return "TN"
	case "algerian":
		return "DZ"
	case "moroccan":
		return "MA"
	case "sudanese":
		return "SD"
	case "ethiopian":
		return "ET"
	case "eritrean":
		return "ER"
	case "somali":
		return "SO"
	case "kenyan":
		return "KE"
	case "nigerian":
		return "NG"
	case "nigerien":
		return "NE"
	case "chadian":
		return "TD"
	case "cameroonian":
		return "CM"
	case "malian":
		return "ML"
	case "burkinabe":
		return "BF"
	case "congolese":
		return "CD"
	case "rwandan":
		return "RW"
	case "ugandan":
		return "UG"
	case "burundian":
		return "BI"
	case "mozambican":
		return "MZ"
	case "afghan", "afghans":
		return "AF"
	case "pakistani":
		return "PK"
	case "indian":
		return "IN"
	case "burmese":
		return "MM"
	case "chinese":
		return "CN"
	case "philippine", "filipino":
		return "PH"
	case "thai":
		return "TH"
	case "armenian":
		return "AM"
	case "azerbaijani", "azeri":
		return "AZ"
	case "georgian":
		return "GE"
	case "american":
		return "US"
	case "british":
		return "GB"
	case "french":
		return "FR"
	case "german":
		return "DE"
	case "mexican":
		return "MX"
	case "colombian":
		return "CO"
	case "haitian":
		return "HT"
	}
	return ""
}

// attributive tells words that stand before a place's name in small letters or
// capitals and are not part of it.
func attributive(w string) bool {
	switch w {
	case "kurdish", "arab", "islamic", "sunni", "shia", "shiite", "druze", "christian", "alawite", "turkmen", "armenian", "yazidi",
		"occupied", "government", "regime", "rebel", "opposition", "held", "besieged", "the", "a", "an", "isis", "isil", "daesh", "army",
		"national", "public", "general", "military", "great", "university", "mr", "old", "ancient", "historic":
		return true
	}
	return false
}
