package arabic

import "math"

// line is the chance below which a candidate is left out.
const line = 0.4

// most is the chance of the surest claim. On a hundred claims of annotated
// reports, some of them unseen when the rules were made, those told .55, .65,
// .75, .9 and above had .65, .72, .84, .91 and .9 of their slots right; reports
// of other hands will be somewhat worse.
const most = 0.95

// weigh gives the chance that a candidate is a claim which the report makes,
// with its slots as they are read.
func (d *doc) weigh(p *partial) float64 {
	z := 0.2
	add := func(on bool, v float64) {
		if on {
			z += v
		}
	}
	add(p.killed != nil, 1.2)
	add(p.injured != nil, 0.4)
	add(p.both != nil, 0.8)
	add(!p.counted(), -0.6)
	add(!p.counted() && len(p.actors) == 0, -0.3)
	add(!p.counted() && !p.gotDate && !p.answer, -0.3)
	add(p.ownPlace, 0.6)
	add(p.place == "", -0.8)
	add(p.gotDate, 0.3)
	add(len(p.names) > 0, 0.4)
	add(p.strength >= 3, 0.5)
	add(p.strength == 0, -0.8)
	add(p.strength == 0 && p.place == "" && len(p.actors) == 0, -1) // people also die of age and illness
	add(p.merged > 0, 0.3)
	add(p.fr.accident, -1)
	add(p.fr.undone, -0.8)
	add(p.answer, 0.3)
	return most / (1 + math.Exp(-z))
}
