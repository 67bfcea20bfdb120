package attribute

import (
	"strings"

	"isnad"
)

// A report says "local media reported" or "a Turkish broadcaster claims" before it
// names the outlet. Where it credits one outlet alone, that is the one.

// noteOutlet remembers an outlet or an agency that is credited by its name.
func (d *doc) noteOutlet(f *field, sp *speech) {
	if len(d.outlets) > 1 || len(sp.names) == 0 || sp.anaphor {
		return
	}
	if d.isOutlet(f, sp) {
		d.addOutlet(sp.names)
		return
	}
	if n := sp.names[0]; publishes(n) && strings.IndexFunc(n, func(r rune) bool { return 'A' <= r && r <= 'Z' }) == 0 && strings.Count(n, " ") > 1 {
		d.addOutlet(sp.names)
	}
}

// isOutlet tells whether who speaks is an outlet or an agency that the book of sources knows.
func (d *doc) isOutlet(f *field, sp *speech) bool {
	for k := sp.who[0]; k < sp.who[1] && k < len(d.so) && k < len(f.items); k++ {
		if d.so[k] == 0 {
			continue
		}
		switch d.som[d.so[k]-1].Kind {
		case isnad.SourceOutlet, isnad.SourceAgency:
			return true
		}
	}
	return false
}

func (d *doc) addOutlet(names []string) {
	for _, o := range d.outlets {
		if d.roll.overlap(o, names) {
			return
		}
	}
	d.outlets = append(d.outlets, names)
}

// anyOutlet tells whether a name only says that some outlet speaks: "local media", "a
// state-run news agency", "a Turkish broadcaster".
func anyOutlet(n string) bool {
	return publishes(n) && strings.Count(n, " ") <= 2 && !(n != "" && 'A' <= n[0] && n[0] <= 'Z' && strings.Count(n, " ") > 1) &&
		strings.LastIndexFunc(n, func(r rune) bool { return 'A' <= r && r <= 'Z' }) <= 0
}

// publishes tells whether a name ends with what outlets are called.
func publishes(n string) bool {
	for _, h := range [...]string{"local media", "media outlet", "news outlet", "news agency", "broadcaster", "newspaper", "media reports", "news channel", "tv channel", "news site"} {
		if endsIn(n, h) {
			return true
		}
	}
	return false
}
