package attribute

import (
	"strings"

	"isnad"
)

// maxMeant bounds the items in which the body is sought that "the group" means.
const maxMeant = 60

// meant finds the body, named from item from on, that "the group", "the rescue
// service" or "the outlet" means where none has spoken yet: "Three nurses of the Karm Relief Mission were killed,
// the charity said".
func (d *doc) meant(f *field, from int, sp *speech) string {
	outlet, ok := bodyKind(sp.head)
	if !ok || len(d.so) != len(f.items) || len(d.org) != len(f.items) {
		return ""
	}
	for k := sp.who[0] - 1; k >= from && k > sp.who[0]-maxMeant; k-- {
		switch {
		case d.so[k] != 0:
			switch m := &d.som[d.so[k]-1]; m.Kind {
			case isnad.SourceOutlet, isnad.SourceAgency:
				if outlet {
					return m.Name
				}
			case isnad.SourceMonitor, isnad.SourceOfficial:
				if !outlet && !stateForce(m.Name) {
					return m.Name
				}
			}
		case d.pa[k] != 0 && !outlet:
			return "" // "the group" may as well be the armed one
		case d.org[k] && !outlet:
			a := k
			for a > 0 && d.org[a-1] {
				a--
			}
			if name := f.written(a, k+1); !stateForce(name) && (!f.items[k].is(tArmed|tForce) || strings.HasPrefix(f.word(k), "organi")) {
				return name
			}
			k = a
		}
	}
	return ""
}

// bodyKind tells whether a word, the last of who speaks, means a body named before,
// and whether one that publishes.
func bodyKind(head string) (outlet, ok bool) {
	switch head[strings.LastIndexByte(head, ' ')+1:] {
	case "outlet", "broadcaster", "newspaper", "daily", "channel", "website":
		return true, true
	case "group", "organisation", "organization", "charity", "ngo", "watchdog", "service":
		return false, true
	}
	return false, false
}

// ownSubject is the subject of a sentence, when a pronoun in it means him: "Police
// shot a man who they say had a gun".
func (d *doc) ownSubject(f *field, s *sentence, sp *speech) string {
	if sp.head != "they" && sp.head != "it" || sp.who[0] <= s.lead+2 || sp.who[0] > sp.at {
		return ""
	}
	h, head := d.nounRun(f, s.lead, sp.who[0])
	if head < 0 || head+1 != h || !d.canSpeak(f, s.lead, head) || d.gz[head] != 0 {
		return ""
	}
	if _, body := bodyKind(f.word(head)); sp.head == "it" && f.items[head].is(tHead) && !body && !inquirer(f.word(head)) {
		return "" // "A child died of her wounds it added"
	}
	var o speech
	d.names(f, s.lead, h, &o)
	if len(o.names) == 0 || o.anaphor && (sp.head != "it" || !contains(instituted[:], o.head)) {
		return ""
	}
	if many := manyPeople(o.names); many != (sp.head == "they") && !inquirer(f.word(head)) {
		return ""
	}
	return o.names[0]
}

// instituted are the houses that a sentence begins with and that "it said" at its end means.
var instituted = [...]string{"hospital", "clinic", "ministry", "council", "school", "university", "company", "court", "embassy", "church", "mission", "agency", "museum", "utility", "commission", "municipality"}
