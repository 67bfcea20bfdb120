package imprint

import (
	"time"
)

// months are the names of the Gregorian months in English, French, Russian, German,
// Spanish, Turkish and the four Arabic manners: Levantine and Iraqi (آذار), Egyptian and Gulf (مارس),
// Algerian and Tunisian (جانفي), Moroccan (غشت). Keys are folded. Levantine names
// of two words are in monthPairs.
func monthNamed(word string) time.Month {
	switch word {
	case "jan", "january", "janvier", "janv", "januar", "jänner", "enero", "ocak", "января", "январь", "янв", "يناير", "جانفي":
		return time.January
	case "feb", "february", "fevrier", "février", "févr", "februar", "febrero", "şubat", "февраля", "февраль", "фев", "شباط", "فبراير", "فيفري":
		return time.February
	case "mar", "march", "mars", "märz", "marzo", "mart", "марта", "март", "мар", "اذار", "مارس":
		return time.March
	case "apr", "april", "avril", "avr", "abril", "nisan", "апреля", "апрель", "апр", "نيسان", "ابريل", "افريل":
		return time.April
	case "may", "mai", "mayo", "mayıs", "мая", "май", "ايار", "مايو", "ماي":
		return time.May
	case "jun", "june", "juin", "juni", "junio", "haziran", "июня", "июнь", "июн", "حزيران", "يونيو", "يونيه", "جوان":
		return time.June
	case "jul", "july", "juillet", "juil", "juli", "julio", "temmuz", "июля", "июль", "июл", "تموز", "يوليو", "يوليه", "جويليه", "يوليوز":
		return time.July
	case "aug", "august", "août", "aout", "agosto", "ağustos", "августа", "август", "авг", "اب", "اغسطس", "اوت", "غشت":
		return time.August
	case "sep", "sept", "september", "septembre", "septiembre", "eylül", "сентября", "сентябрь", "сен", "ايلول", "سبتمبر", "شتنبر":
		return time.September
	case "oct", "october", "octobre", "oktober", "octubre", "ekim", "октября", "октябрь", "окт", "اكتوبر":
		return time.October
	case "nov", "november", "novembre", "noviembre", "kasım", "ноября", "ноябрь", "ноя", "نوفمبر", "نونبر":
		return time.November
	case "dec", "december", "décembre", "decembre", "déc", "dezember", "diciembre", "aralık", "декабря", "декабрь", "дек", "ديسمبر", "دجنبر":
		return time.December
	}
	return 0
}

// monthPair reads the Levantine months of two words: "first Kanun" is December,
// "second Kanun" January.
func monthPair(a, b string) time.Month {
	first := b == "الاول" || b == "اول"
	second := b == "الثاني" || b == "ثاني" || b == "الثانى"
	switch {
	case a == "تشرين" && first:
		return time.October
	case a == "تشرين" && second:
		return time.November
	case a == "كانون" && first:
		return time.December
	case a == "كانون" && second:
		return time.January
	}
	return 0
}

// isWeekday tells the name of a day of the week; keys are folded.
func isWeekday(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
		"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
		"الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد", "الاثنان":
		return true
	}
	return false
}
