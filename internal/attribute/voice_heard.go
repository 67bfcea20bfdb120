package attribute

import (
	"strings"
)

// Who has spoken so far in a report, and whom "it", "the group" or a shorter name
// then means.

// speaker is somebody who has been credited in the report.
type speaker struct {
	names  []string
	via    []string
	head   string
	person bool
	place  bool   // named by a place: "Kyiv said"
	office [2]int // items that may say what he is
	sent   int
	si     int
	para   int32
	f      *field
}

// listen keeps track of who speaks in a sentence that tells no incident.
func (d *doc) listen(f *field, s *sentence) {
	if f.inTitle || s.heading {
		return
	}
	if d.si < 3 && d.compilers == nil {
		d.compilers = d.compiler(f, s)
	}
	var buf [4]speech
	sps := d.speeches(f, s, buf[:0])
	if len(sps) > 0 {
		if k := f.saysThis(s); k >= 0 {
			sps = hearsThis(k, sps)
		}
	}
	for i := range sps {
		d.heard(f, s, &sps[i])
	}
	d.opensList(f, s, sps)
}

// heard resolves a credit against the speakers so far, in place, and remembers it.
func (d *doc) heard(f *field, s *sentence, sp *speech) {
	names := sp.names
	if sp.anaphor || len(names) == 0 {
		g := ""
		if outlet, _ := bodyKind(sp.head); outlet {
			g = d.meant(f, s.from, sp) // "a reporter of Karm News was killed, the outlet said"
		} else if k := sp.who[0] - 1; k > s.lead && f.items[k].is(tRel|tPron) {
			g = d.ownSubject(f, s, sp) // "the army released pictures of what it said were"
		} else if sp.head == "he" || sp.head == "she" {
			if f.tellsPolice(s, sp.at) {
				if who := d.personBefore(f, s, sp.head == "she"); who != nil {
					sp.names, sp.anaphor, sp.head = who, false, "person"
					d.heard(f, s, sp)
					return
				}
			}
			if lead := d.leadPerson(f, s, sp); lead != nil {
				sp.names, sp.anaphor, sp.head = lead, false, "person"
				d.heard(f, s, sp)
				return
			}
		}
		if sp.kind == cueDenies && sp.head == "group" && g == "" {
			g = d.accusedBefore() // "Turkey accused the Karm Brigade of it. The group denied it"
		}
		k := d.antecedent(f, s, sp)
		if k < 0 && g == "" && sp.anaphor {
			k = d.byOffice(sp.head)
		}
		if k < 0 || g != "" {
			if g == "" {
				g = d.meant(f, 0, sp)
			}
			if g == "" && sp.head == "group" {
				g = d.armedGroup()
			}
			if g == "" {
				g = d.ownSubject(f, s, sp)
			}
			if k := d.sameName(g); k >= 0 {
				names = d.speakers[k].names
			} else if g != "" {
				names = append([]string{g}, names...)
			}
		} else {
			found := d.speakers[k].names
			if len(names) > 0 && !contains(found, names[0]) && !plainWord(names[0]) {
				found = append(append([]string(nil), found...), names[0])
			}
			names = found
		}
	} else if k := d.surname(f, sp); k >= 0 {
		names = d.speakers[k].names // "... in the east of Syria Doe added"
	} else if k := d.sameName(names[0]); k >= 0 {
		names = d.speakers[k].names
	} else if k := d.sameName(unbased(names[0])); k >= 0 && len(names) == 1 {
		names = d.speakers[k].names // "the Karm-based Register" after "the Register of the Northern War"
	} else if k := d.initials(names[0]); k >= 0 {
		names = inFull(d.speakers[k].names, names[0]) // "KCSO" after "the Karm County Sheriff's Office"
	} else if full := d.expand(names[0]); full != "" {
		if k := d.sameName(full); k >= 0 {
			names = inFull(d.speakers[k].names, names[0])
		} else {
			names = inFull(append([]string{full}, names[1:]...), names[0])
		}
	}
	place := d.placeName(sp)
	if place && sp.head == "person" && len(names) > 0 && sp.who[1] <= len(f.items) && names[0] == f.written(sp.who[0], sp.who[1]) {
		sp.head = "" // "Turkey said": no "he"
	}
	sp.names = names
	if len(names) == 0 {
		return
	}
	d.noteOutlet(f, sp)
	if d.monitor == nil {
		for _, n := range names {
			if monitorName(n) {
				d.monitor = names
			}
		}
	}
	d.speakers = append(d.speakers, speaker{names: names, via: sp.via, head: sp.head, person: sp.head == "person", place: place, office: offices(s, sp), para: s.para, f: f, sent: s.from, si: d.si})
	if len(d.speakers) > 64 {
		d.speakers = append(d.speakers[:0], d.speakers[32:]...)
	}
	if sp.apart {
		return
	}
	if sp.kind == cueOwns && sp.who[0] > sp.at {
		return // "a bomb claimed by X killed nine": that X claimed it, somebody else tells
	}
	d.foundSp = append(d.foundSp, foundSpeech{f: f, si: d.si, para: s.para, names: names, via: sp.via, kind: sp.kind, at: sp.at, before: sp.before, anaphor: sp.anaphor, person: sp.head == "person", this: sp.this})
}

// placeName tells whether a speaker's name is that of a place alone.
func (d *doc) placeName(sp *speech) bool {
	a, b := sp.who[0], sp.who[1]
	return b > a && b <= len(d.gz) && d.gz[a] != 0 && d.gz[b-1] != 0 && d.so[b-1] == 0
}

// monitorName tells whether a name is that of a body that counts the dead.
func monitorName(n string) bool {
	return strings.Contains(n, "Observatory") || strings.Contains(n, "Network for Human Rights") || strings.Contains(n, "Monitoring Group") ||
		strings.Contains(n, "Documentation Cent") || strings.Contains(n, "SOHR") || strings.Contains(n, "Archive")
}

// shortMonitor tells whether a name is the short form of the first monitor's: "the
// Karm-based Observatory" of the "Northland Observatory for Human Rights".
func (d *doc) shortMonitor(n string) bool {
	if !endsIn(n, "observatory") || d.roll.overlap([]string{n}, d.monitor) {
		return false
	}
	for _, m := range d.monitor {
		if strings.Contains(m, "Observatory") && len(m) > len(n)-len("Britain-based ") {
			return true
		}
	}
	return false
}

func holdsMonitor(names []string) bool {
	for _, n := range names {
		if monitorName(n) {
			return true
		}
	}
	return false
}

// anyMonitor tells whether a name only says that a monitor speaks.
func anyMonitor(n string) bool {
	if i := strings.Index(n, "onitor and "); i >= 0 {
		n = n[:i+len("onitor")] // "a monitor and a medic"
	}
	if n == "" || n[0] >= 'A' && n[0] <= 'Z' && !strings.HasSuffix(n, "onitor") && !strings.Contains(n, "-based") && !strings.HasSuffix(n, " monitoring group") {
		return false
	}
	for _, h := range [...]string{"monitor", "monitors", "monitoring group", "monitoring organisation", "monitoring organization", "watchdog", "group", "ngo", "organisation", "organization"} {
		if endsIn(n, h) {
			return !monitorName(n)
		}
	}
	return false
}

// plainWord tells whether a name is one word in small letters, which names nobody.
func plainWord(n string) bool {
	return n != "" && 'a' <= n[0] && n[0] <= 'z' && !strings.ContainsRune(n, ' ')
}

// antecedent finds whom a pronoun or "the group" means.
func (d *doc) antecedent(f *field, s *sentence, sp *speech) int {
	h := sp.head
	if outlet, _ := bodyKind(h); outlet {
		h = h[strings.LastIndexByte(h, ' ')+1:] // "the news outlet"
	}
	if h == "monitor" || h == "watchdog" {
		for k := len(d.speakers) - 1; k >= 0; k-- {
			if holdsMonitor(d.speakers[k].names) {
				return k // and not a clinic that spoke since
			}
		}
	}
	personal := h == "he" || h == "she"
	for k := len(d.speakers) - 1; k >= 0 && k >= len(d.speakers)-12; k-- {
		p := &d.speakers[k]
		switch h {
		case "he", "she":
			if p.person || p.head == "source" || onePerson(p.names) {
				return k
			}
		case "it":
			if p.person && len(p.names) == 1 || manyPeople(p.names) || len(p.names) == 1 && severalOf(p.names[0]) {
				continue // people are "they"
			}
			return k
		case "they", "who", "which", "we", "i":
			return k
		case "group", "monitor", "observatory", "organisation", "organization", "watchdog", "agency", "ministry", "network", "ngo", "committee", "statement", "claim", "communique", "bulletin", "report", "investigation", "investigations", "inquiry", "findings", "outlet", "broadcaster", "station", "newspaper", "daily", "charity", "office", "coalition", "channel", "television", "center", "centre":
			last := strings.ToLower(strings.Join(p.names, " "))
			if h == "group" && stateForce(last) {
				continue
			}
			if (h == "charity" || h == "ngo" || h == "watchdog" || h == "monitor") && newsBody(last) {
				continue // a charity is no news agency
			}
			switch h {
			case "group", "monitor", "watchdog", "ngo", "organisation", "organization", "statement", "claim", "communique", "bulletin", "report", "investigation", "investigations", "inquiry", "findings", "outlet", "broadcaster", "station", "newspaper", "daily", "charity":
				if (crowd(p.names) || onePerson(p.names) && !speaksFor(p.names[0])) && h != "statement" && h != "claim" && h != "report" {
					continue // residents are no group, and no nurse is a monitor
				}
				if !p.person || len(p.names) > 1 {
					return k
				}
			default:
				if strings.Contains(last, h) {
					return k
				}
			}
		default:
			if strings.Contains(strings.ToLower(strings.Join(p.names, " ")), strings.TrimSuffix(h, "s")) {
				return k
			}
		}
	}
	if personal {
		for k := len(d.speakers) - 1; k >= 0 && k >= len(d.speakers)-4; k-- {
			if !d.speakers[k].place {
				return k
			}
		}
	}
	if len(sp.names) == 1 && sp.names[0] == h {
		return d.bodyBefore(h)
	}
	return -1
}

// bodyBefore finds the body that spoke last, for a word that calls any body so without
// being part of its name: "the network" after "the Local Coordination Committees", "the
// agency" after "the Karm Bureau of Investigation"; -1 where there is none.
func (d *doc) bodyBefore(head string) int {
	switch head {
	case "network", "centre", "center", "union", "agency", "body", "alliance", "bureau", "association", "foundation", "institute", "project", "movement", "campaign":
	default:
		return -1
	}
	for k := len(d.speakers) - 1; k >= 0 && k >= len(d.speakers)-6; k-- {
		p := &d.speakers[k]
		n := p.names[len(p.names)-1] // behind a person stands the body he speaks for
		if p.place || p.person && len(p.names) == 1 || crowd(p.names) {
			continue
		}
		if n[0] >= 'A' && n[0] <= 'Z' && (strings.IndexByte(n, ' ') > 0 || head == "agency" && allCapitals(n)) {
			return k
		}
	}
	return -1
}

// manyPeople tells whether the names are only of people in the plural: "sources",
// "two residents".
func manyPeople(names []string) bool {
	for _, n := range names {
		if n == "" || n[0] >= 'A' && n[0] <= 'Z' || n[len(n)-1] != 's' {
			return false
		}
	}
	return true
}

// severalOf tells whether a name ends in a word of small letters for several: "Most sources".
func severalOf(n string) bool {
	w := n[strings.LastIndexByte(n, ' ')+1:]
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && 'a' <= w[0] && w[0] <= 'z'
}

// speaksFor tells whether a name says for whom somebody speaks: "spokesman for the Front".
func speaksFor(n string) bool {
	return strings.Contains(n, " for ") || strings.Contains(n, " of ") || strings.Contains(n, "pokes")
}

// crowd tells whether the names are only of people in the plural, also where they
// begin a sentence: "Residents".
func crowd(names []string) bool {
	if manyPeople(names) {
		return true
	}
	switch strings.ToLower(names[0]) {
	case "residents", "witnesses", "sources", "local sources", "activists", "officials", "survivors", "medics", "doctors", "rescuers", "neighbors", "neighbours", "locals":
		return len(names) == 1
	}
	return false
}

// sameName finds an earlier speaker whose name holds this shorter one: "Doe"
// after "Jane Doe", "the Observatory" after "the Syrian Observatory for Human
// Rights".
func (d *doc) sameName(name string) int {
	w := strings.ToLower(name)
	if len(w) < 3 {
		return -1
	}
	for k := len(d.speakers) - 1; k >= 0; k-- {
		for _, n := range d.speakers[k].names {
			if len(n) > len(w) && wordsIn(n, w) {
				return k
			}
		}
	}
	return -1
}

// surname finds the person who spoke before and whose surname ends the words of a
// speaker that begin with what stood before him: "south Doe", "Syria Doe", after
// "Jane Doe"; -1 where there is none.
func (d *doc) surname(f *field, sp *speech) int {
	a, b := sp.who[0], sp.who[1]
	if b-a < 2 || b > len(f.items) || b > len(d.gz) || !d.mayName(f, b-1) || f.items[b-2].is(tCap) && d.gz[b-2] == 0 {
		return -1
	}
	for i := a; i < b-1; i++ {
		if f.items[i].is(tSrc) {
			return -1
		}
	}
	last := f.text[f.items[b-1].start:f.items[b-1].end]
	for k := len(d.speakers) - 1; k >= 0; k-- {
		if p := &d.speakers[k]; p.person && len(p.names[0]) > len(last) && endsIn(p.names[0], last) && p.names[0][len(p.names[0])-len(last)-1] == ' ' {
			return k
		}
	}
	return -1
}

// unbased is a name without where its bearer sits: "Observatory" for "Karm-based
// Observatory"; empty where it does not say.
func unbased(n string) string {
	if i := strings.Index(n, "-based "); i > 0 && !strings.ContainsRune(n[:i], ' ') {
		if rest := n[i+len("-based "):]; rest != "" && 'A' <= rest[0] && rest[0] <= 'Z' {
			return rest
		}
	}
	return ""
}

// wordsIn tells whether w, which is in lower case, first stands in name at the
// bounds of words.
func wordsIn(name, w string) bool {
	i := placeIn(name, w)
	if i < 0 {
		return false
	}
	return (i == 0 || name[i-1] == ' ') && (i+len(w) == len(name) || name[i+len(w)] == ' ')
}

// accusedBefore is the body that the claim told last says did it, where it has a name: that
// it is who denies it, and not who spoke last.
func (d *doc) accusedBefore() string {
	n := len(d.partials) - 1
	if n < 0 || len(d.partials[n].actors) != 1 || d.partials[n].fr.said == nil {
		return ""
	}
	a := d.partials[n].actors[0]
	if a == "" || a[0] < 'A' || a[0] > 'Z' || contains(d.partials[n].names, a) {
		return ""
	}
	return a
}
