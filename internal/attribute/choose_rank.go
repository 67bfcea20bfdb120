package attribute

import (
	"math"
	"strings"
)

// A claim's actors and its credit are ranked: the options of one claim compete
// with each other and with "none" (the actor is not stated, the outlet speaks in
// its own voice). An option of score s counts exp(s), none counts 1, and a chance
// is a share of the sum. Mentions of one body share its chance, so that a body
// that is named often does not stand against itself.

// ranked is the shares of the options of one slot of one claim.
type ranked struct {
	share []float64 // of each option with all the mentions that are the same
	each  []float64 // of each option alone
	sum   float64
}

func (r *ranked) begin(n int) {
	if cap(r.share) < n {
		r.share, r.each = make([]float64, n), make([]float64, n)
	}
	r.share, r.each = r.share[:n], r.each[:n]
	clear(r.share)
	clear(r.each)
	r.sum = 1
}

// add counts option i, which is the same as option who.
func (r *ranked) add(i, who int, score float64) {
	e := math.Exp(min(score, 50))
	r.each[i] = e
	r.share[who] += e
	r.sum += e
}

// best returns the body of the greatest share below the share of over, and that
// share; -1 when there is none.
func (r *ranked) best(over func(i int) bool) (who int, p float64) {
	who = -1
	for i, e := range r.share {
		if e > 0 && e/r.sum > p && !over(i) {
			who, p = i, e/r.sum
		}
	}
	return who, p
}

// identify tells which of the bodies and which of the credits of the report are
// the same.
func (d *doc) identify() {
	firsts := d.firsts[:0]
	for i := range d.foundAc {
		c := &d.foundAc[i]
		c.who = i
		for _, k := range firsts {
			if d.sameBody(c, &d.foundAc[k]) {
				c.who = k
				break
			}
		}
		if c.who == i {
			firsts = append(firsts, i)
		}
	}
	firsts = firsts[:0]
	for i := range d.foundSp {
		c := &d.foundSp[i]
		c.who = i
		if len(c.names) == 0 {
			continue
		}
		for _, k := range firsts {
			if overlapCalled(d.foundSp[k].called, c.called) {
				c.who = k
				break
			}
		}
		if c.who == i {
			firsts = append(firsts, i)
		}
	}
	d.firsts = firsts
}

func (d *doc) sameBody(a, b *foundActor) bool {
	if a.id != "" && b.id != "" {
		return a.id == b.id
	}
	if len(d.defined) > 0 {
		if x, y := d.expand(a.name), d.expand(b.name); x != "" && d.roll.call(x).same(b.called) || y != "" && d.roll.call(y).same(a.called) {
			return true
		}
	}
	return a.called.same(b.called) || strings.EqualFold(singular(a.called.text), singular(b.called.text))
}

// singular takes the s off a name, so that "terrorist attacks" and "terrorists"
// are of one body.
func singular(s string) string {
	if n := len(s); n > 3 && s[n-1] == 's' {
		return s[:n-1]
	}
	return s
}
