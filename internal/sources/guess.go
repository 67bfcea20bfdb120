package sources

import (
	"strings"
	"unicode"

	"isnad"
	"isnad/internal/names"
)

// Guess tells the kind of a source that is not listed from the words of its
// name. The order matters: "a source in the ministry" is unnamed although a
// ministry is official, and "Health Ministry spokesman John Smith" is official
// although it ends in a person's name. What no word tells is a person when it
// looks like one's name, else an outlet.
func Guess(name string) isnad.SourceKind {
	t := names.Borrow(name)
	defer t.Return()
	var has [len(order)]bool
	for i := range t.List {
		if k := wordKind(string(t.Fold(i))); k >= 0 {
			has[k] = true
		}
	}
	if strings.HasPrefix(strings.TrimSpace(name), "@") {
		return isnad.SourceSocial
	}
	for k, kind := range order {
		if has[k] {
			return kind
		}
	}
	if state(t) {
		return isnad.SourceOfficial
	}
	if personal(t) {
		return isnad.SourcePerson
	}
	return isnad.SourceOutlet
}

var order = [...]isnad.SourceKind{
	isnad.SourceSocial, isnad.SourceUnnamed, isnad.SourceOfficial, isnad.SourceAgency,
	isnad.SourceMonitor, isnad.SourceOutlet, isnad.SourceParty,
}

// wordKind is the place in order of the kind that a word tells, -1 for none.
func wordKind(w string) int {
	switch w {
	case "twitter", "facebook", "telegram", "youtube", "instagram", "whatsapp", "tiktok", "social", "tweet", "tweets", "blog", "blogger", "تويتر", "فيسبوك", "تلغرام":
		return 0
	case "source", "sources", "activist", "activists", "resident", "residents", "witness", "witnesses", "eyewitness", "eyewitnesses",
		"medic", "medics", "locals", "villagers", "villager", "survivor", "survivors", "rescuers", "rescuer", "people", "reports",
		"relatives", "relative", "neighbours", "neighbors", "refugees", "refugee", "doctor", "doctors", "journalist", "journalists", "correspondent", "correspondents",
		"reporter", "reporters", "photographer", "photographers", "analysts", "experts", "observers", "monitors", "someone", "workers", "worker", "investigators", "supporters", "opponents", "man", "woman", "father", "mother", "paramedic", "paramedics",
		"مصدر", "مصادر", "ناشط", "ناشطون", "ناشطين", "نشطاء", "شاهد", "شهود", "سكان", "اهالي", "الاهالي", "طبيب", "اطباء", "مسعفون", "مراسل", "مراسلنا",
		"источник", "источники", "очевидцы", "активисты", "жители", "джерела":
		return 1
	case "ministry", "minister", "ministers", "army", "police", "spokesman", "spokesperson", "spokeswoman", "spokesmen", "government", "president", "presidency", "governor",
		"governorate", "mayor", "military", "command", "commander", "authority", "authorities", "department", "directorate", "parliament",
		"embassy", "ambassador", "court", "prosecutor", "prosecutors", "council", "hospital", "hospitals", "official", "officials", "navy",
		"secretary", "envoy", "premier", "cabinet", "administration", "general", "colonel", "brigadier", "sheriff", "chief", "municipality",
		"coastguard", "officer", "officers", "mod", "regime", "defence", "defense", "senator", "congress",
		"وزاره", "وزير", "دفاع", "الدفاع", "جيش", "الجيش", "شرطه", "الشرطه", "ناطق", "المتحدث", "متحدث", "حكومه", "الحكومه", "رئيس", "محافظ", "محافظه", "مستشفى", "قياده", "مديريه", "بلديه", "الرئاسه", "مسؤول", "السلطات",
		"министерство", "минобороны", "губернатор", "пресс", "полиция", "міністерство", "губернаторка", "глава":
		return 2
	case "agency", "وكاله", "агентство", "wire":
		return 3
	case "observatory", "monitor", "monitoring", "rights", "documentation", "watch", "watchdog", "committee", "commission", "crescent", "cross", "ngo",
		"charity", "foundation", "association", "organisation", "organization", "institute", "coordination", "مرصد", "المرصد", "شبكه", "منظمه", "لجنه", "لجان", "مركز", "هلال", "الهلال", "правозащитники":
		return 4
	case "news", "newspaper", "tv", "television", "radio", "channel", "daily", "times", "post", "press", "magazine", "media", "network", "herald", "tribune",
		"journal", "gazette", "broadcaster", "website", "online", "weekly", "chronicle", "observer", "telegraph", "courier", "review", "قناه", "صحيفه", "اذاعه", "تلفزيون", "موقع", "جريده", "газета", "телеканал":
		return 5
	case "forces", "front", "brigade", "brigades", "militia", "movement", "rebels", "insurgents", "militants", "battalion", "group", "faction", "fighters", "coalition", "opposition", "قوات", "جبهه", "حركه", "كتائب", "لواء", "التحالف":
		return 6
	}
	return -1
}

// state tells a country or a capital that stands for its government.
func state(t *names.Tokens) bool {
	var words []string
	for i := range t.List {
		if w := string(t.Fold(i)); w != "the" && len(words) < 4 {
			words = append(words, w)
		}
	}
	switch s := strings.Join(words, " "); s {
	case "moscow", "washington", "damascus", "kyiv", "kiev", "london", "paris", "berlin", "ankara", "tehran", "baghdad", "riyadh", "jerusalem", "tel aviv",
		"beijing", "brussels", "cairo", "amman", "beirut", "sanaa", "khartoum", "tripoli", "islamabad", "kabul", "delhi", "naypyidaw", "united states",
		"us", "u s", "usa", "america", "united kingdom", "united arab emirates", "western states", "kinshasa", "kigali", "addis ababa", "bamako", "abuja":
		return true
	default:
		return nationality(s) != ""
	}
}

// personal tells names that look like a person's: two to five words, each with a
// capital or a particle ("bin", "al", "van"); in Arabic letters two to four words.
func personal(t *names.Tokens) bool {
	n := 0
	for i, w := range t.List {
		switch {
		case w.Script == names.ScriptArabic || w.Script == names.ScriptHebrew:
			n++
		case !w.Script.Cased():
			return false
		case w.Upper && !(w.AllUpper && len(t.Fold(i)) > 1 && len(t.List) == 1):
			n++
		case names.IsParticle(t.Fold(i)) && !unicode.IsDigit(rune(t.Fold(i)[0])) && string(t.Fold(i)) != "of" && string(t.Fold(i)) != "the":
		default:
			return false
		}
	}
	return n >= 2 && n <= 5
}
