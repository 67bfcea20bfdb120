package attribute

import (
	"strings"

	"isnad"
)

// A story of one who was shot may say that he died only by what it calls the deed: "A man was shot outside a bar. It was
// the city's 12th homicide of the year", "The fatal shooting happened about 11 p.m."

// callsItKilling makes the one who was shot the one who died, where the story of one crime calls it a killing and
// tells of nobody who lives.
func (d *doc) callsItKilling() {
	if !d.oneCrime {
		return
	}
	one := -1
	for i := range d.partials {
		p := &d.partials[i]
		if p.drop || p.title {
			continue
		}
		if one >= 0 || p.killed != nil || p.both != nil || !p.injured.exact() || p.injured.q.low != 1 {
			return
		}
		one = i
	}
	if one < 0 || !d.body.namesKilling() || d.body.livesOn() {
		return
	}
	p := &d.partials[one]
	dead := *p.injured
	dead.outcome, dead.plain = isnad.Killed, false
	p.killed, p.injured = &dead, nil
}

// namesKilling tells whether a text calls what it tells of a killing that was done, and not only tried.
func (f *field) namesKilling() bool {
	for _, w := range [...]string{"homicide", "slaying", "fatal shooting", "fatal stabbing", "shooting death", "the killing", "'s death", "his death", "her death", "ruled the death", "the murder of"} {
		for at := strings.Index(f.low, w); at >= 0; {
			before := f.low[max(0, at-16):at]
			if !strings.Contains(before, "attempt") && !strings.Contains(before, "no ") {
				behind := f.low[at+len(w):]
				if !strings.HasPrefix(behind, " unit") && !strings.HasPrefix(behind, " detective") && !strings.HasPrefix(behind, " squad") && !strings.HasPrefix(behind, " division") && !strings.HasPrefix(behind, " bureau") &&
					!strings.HasPrefix(behind, " investigators") && !strings.HasPrefix(behind, "s this year") && !strings.HasPrefix(behind, " section") {
					return true
				}
			}
			next := strings.Index(f.low[at+1:], w)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return false
}
