package attribute

import "strings"

// Relief and rights bodies and the missions that watch a war are named beside every deed, as
// those who tell of it or whom it hits. They are no one's attackers: "another clinic of KRM
// was hit", "UNMIX is concerned at the clashes".

// peaceful tells whether a body that no book lists is one that tells and helps: by its name,
// or by the full name that the report gives for its letters.
func (d *doc) peaceful(i int) bool {
	c := &d.foundAc[i]
	if c.m.party != 0 || c.m.plane || c.m.ofItself || c.m.to > len(c.f.items) || c.f.items[c.m.to-1].is(tArmed|tForce) {
		return false
	}
	name := c.f.written(c.m.from, c.m.to)
	if helps(name) {
		return true
	}
	full := d.expand(name)
	return full != "" && helps(full)
}

// helps tells whether a name holds what relief and rights bodies and missions are called.
func helps(name string) bool {
	for {
		w, rest, more := strings.Cut(name, " ")
		switch strings.Trim(w, "().,'") {
		case "Mission", "Observatory", "Relief", "Humanitarian", "Refugees", "Refugee", "Médecins", "Medical", "Cross", "Crescent", "Programme", "Charity", "Aid", "Ombudsman",
			"Ombudsperson", "Rapporteur", "Amnesty", "Watch", "Unicef", "UNICEF", "UNHCR", "OCHA", "OHCHR", "WFP", "ICRC", "IOM", "WHO", "MSF", "Doctors", "Coordination", "UNESCO", "UNRWA", "UNAMA", "MONUSCO", "UNMISS", "MINUSMA", "MINUSCA", "UNIFIL", "BINUH", "UNSMIL", "UNAMI":
			return true
		}
		if !more {
			return false
		}
		name = rest
	}
}
