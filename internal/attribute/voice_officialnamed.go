package attribute

import "strings"

// A lead often says only what somebody is, and the next to speak is he by his name: "a local
// official said ... said Jane Example, a member of the council", "the county commissioner has
// said ... Commissioner Jane Example said". He is credited by both.

// maxUntilOfficial bounds how many sentences behind a lead his name is looked for.
const maxUntilOfficial = 3

// officialNamed is the name of the one whom speaker i of the lead is told of by his office
// only; nil where the next to speak holds no such office.
func (d *doc) officialNamed(i int) []string {
	c := &d.foundSp[i]
	if named := d.tellerNamed(i); named != nil {
		return named
	}
	if len(c.names) != 1 || i > 2 || c.si > 5 {
		return nil
	}
	n := c.names[0]
	office := strings.ToLower(n[strings.LastIndexByte(n, ' ')+1:])
	if !holdsOffice(strings.TrimSuffix(office, "s")) || !vagueOffice(n) {
		return nil
	}
	for j := i + 1; j < len(d.foundSp) && j <= i+3; j++ {
		q := &d.foundSp[j]
		if q.f != c.f && q.f != &d.body || q.f == c.f && q.si-c.si > maxUntilOfficial || q.f != c.f && q.si > maxUntilOfficial {
			return nil
		}
		if q.anaphor || len(q.names) == 0 || q.names[0] == n {
			continue
		}
		if q.person && q.kind == cueSays && !holdsMonitor(q.names) && q.holds(strings.TrimSuffix(office, "s")) {
			return q.names
		}
		if q.person {
			return nil
		}
	}
	return nil
}

// vagueOffice tells whether a name is only what somebody is: "local official", "Northland
// officials", but not "Mayor Jane Example".
func vagueOffice(n string) bool {
	last := n[strings.LastIndexByte(n, ' ')+1:]
	return last != "" && 'a' <= last[0] && last[0] <= 'z'
}

// holds tells whether the words of a speaker say that he holds an office: the same, or any
// where he was called an official.
func (q *foundSpeech) holds(office string) bool {
	f := q.f
	s := &f.sents[q.si]
	found := false
	for k := max(s.from, q.at-maxSpeaker); k < s.to && k < q.at+maxSpeaker; k++ {
		switch w := strings.TrimSuffix(f.word(k), "s"); {
		case w == office && q.at != k:
			return true
		case office != "official":
		case holdsOffice(w) || f.items[k].is(tSrc) && heads(w):
			found = true
		case w == "observatory" || w == "monitor" || w == "watchdog" || w == "charity" || w == "agency" || w == "network":
			return false // no official but a monitor's head
		}
	}
	return found
}

// holdsOffice tells the words for who speaks by what he is.
func holdsOffice(w string) bool {
	switch w {
	case "official", "commander", "commissioner", "administrator", "governor", "mayor", "minister", "spokesman", "spokeswoman", "spokesperson", "councillor", "councilor", "councilman", "councilwoman",
		"senator", "lawmaker", "chairman", "chairwoman", "director", "coroner", "prosecutor", "sheriff", "superintendent", "prefect", "headman", "chief", "doctor", "general", "colonel", "principal":
		return true
	}
	return false
}

// heads tells the words for who leads or belongs to an office, who is an official too.
func heads(w string) bool {
	switch w {
	case "head", "member", "deputy", "secretary", "leader", "president", "officer", "manager", "coordinator":
		return true
	}
	return false
}

// tellerNamed is the name of the one person of whom speaker i is told by what he is only, where the
// next sentence goes on in his words and names him: "An activist in Karm said ... \"They knew\", Adam
// Example told the agency"; nil where somebody else may be named.
func (d *doc) tellerNamed(i int) []string {
	c := &d.foundSp[i]
	if len(c.names) != 1 || i+1 >= len(d.foundSp) || !byRole(c.names[0]) {
		return nil
	}
	q := &d.foundSp[i+1]
	if q.f != c.f || q.si != c.si+1 || q.anaphor || !q.person || len(q.names) == 0 || q.kind != cueSays || vagueOffice(q.names[0]) || !strings.Contains(q.names[0], " ") {
		return nil
	}
	s := &q.f.sents[q.si]
	quoted := false
	for k := s.from; k < s.to; k++ {
		quoted = quoted || q.f.items[k].quoted
		if it := &q.f.items[k]; !it.quoted && it.is(tDet) && k > s.from && q.f.word(k-1) == "," {
			return nil // "Jane Example, a teacher, said"
		}
	}
	if !quoted {
		return nil
	}
	return q.names
}

// byRole tells whether a credit is one person by what he is: "opposition activist in the town".
func byRole(n string) bool {
	var buf [13]byte
	for i := 0; ; {
		from, to := nextWord(n, i)
		if from == to {
			return false
		}
		if i = to; to-from > len(buf) {
			continue
		}
		switch string(appendLower(buf[:0], n[from:to])) {
		case "activist", "commander", "officer", "official", "resident", "witness", "medic", "doctor", "nurse", "rescuer", "volunteer", "fighter", "correspondent", "teacher", "villager", "survivor":
			return true
		}
	}
}
