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
