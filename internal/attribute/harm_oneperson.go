package attribute

import "strings"

// onePerson tells whether one person is named by what he is, whom "he" or "she" then
// means: "a nurse at the hospital", "the district's police chief".
func onePerson(names []string) bool {
	if len(names) == 0 {
		return false
	}
	n := names[0]
	for _, p := range [...]string{" of ", " at ", " in ", " for ", " with ", " from ", " who "} {
		if i := strings.Index(n, p); i > 0 {
			n = n[:i]
		}
	}
	if strings.Contains(n, " and ") {
		return false // "a charity and a nurse"
	}
	n = strings.ToLower(n[strings.LastIndexByte(n, ' ')+1:])
	switch n {
	case "spokesman", "spokeswoman", "spokesperson", "official", "resident", "witness", "eyewitness", "activist", "correspondent", "source",
		"doctor", "nurse", "medic", "paramedic", "surgeon", "rescuer", "worker", "volunteer", "teacher", "student", "farmer", "driver", "shopkeeper", "villager",
		"survivor", "relative", "father", "mother", "brother", "sister", "son", "daughter", "uncle", "cousin", "neighbor", "neighbour", "man", "woman",
		"commander", "officer", "chief", "sheriff", "mayor", "governor", "minister", "president", "director", "manager", "leader", "elder", "chairman",
		"secretary", "journalist", "reporter", "photographer", "detective", "prosecutor", "lawyer", "attorney", "coroner", "lieutenant", "captain", "sergeant",
		"colonel", "general", "inspector", "superintendent", "guard", "soldier", "fighter", "priest", "bishop", "imam", "pastor", "lawmaker", "senator", "ambassador",
		"envoy", "deputy", "coordinator", "principal", "trader", "herder", "fisherman", "policeman", "vigilante":
		return true
	}
	return false
}

// leadPerson is the person with whom the sentence before s begins, whom "he" or "she"
// then means, where nobody spoke since: "Governor Jane Doe called it a lie. She said ...".
func (d *doc) leadPerson(f *field, s *sentence, sp *speech) []string {
	n := d.si - 1
	if sp.who[0] > s.from+3 || n < 0 || d.si >= len(f.sents) || &f.sents[d.si] != s || len(d.so) != len(f.items) || len(d.org) != len(f.items) {
		return nil
	}
	if k := len(d.speakers) - 1; k >= 0 && d.speakers[k].f == f && d.speakers[k].si >= n {
		return nil
	}
	prev := &f.sents[n]
	a, b := d.speakerRight(f, prev, prev.lead)
	if b <= a || b-a < 3 {
		return nil
	}
	var o speech
	d.names(f, a, b, &o)
	if o.head != "person" || o.anaphor || len(o.names) < 2 && !(f.items[a].is(tSrc) && d.mayName(f, b-1)) {
		return nil
	}
	return o.names
}

// newsBody tells whether names in lower case are of those who publish news.
func newsBody(names string) bool {
	for _, w := range [...]string{"news", "agency", "television", "radio", "media", " tv", "broadcaster"} {
		if strings.Contains(names, w) {
			return true
		}
	}
	return false
}
