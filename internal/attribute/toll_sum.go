package attribute

import "isnad"

// A sentence may go on from its incident to the sum of all the like: "killed nine
// people, bringing to 240 the number of dead since January". What follows
// "bringing" is a toll and lends the incident neither figure nor time.

// sumsUp finds the word that such a sum begins with, 0 where there is none. A
// figure that only brings the incident's own count up to date is no such sum.
func (f *field) sumsUp(s *sentence) int {
	if s.hints&maySumUp == 0 {
		return 0
	}
	for k := s.lead + 3; k+2 < s.to; k++ {
		if !opensSum(f.word(k)) {
			continue
		}
		counts, period := false, false
		for n := k; n < s.to; n++ {
			it := &f.items[n]
			counts = counts || it.is(tToll) || countNoun(f.word(n)) || it.is(tRunning) && n == k || f.word(n) == "total"
			w := f.word(n)
			period = period || w == "since" || it.is(tRelRange) || w == "year" || w == "months"
		}
		if counts && period {
			return k
		}
	}
	return 0
}

// opensSum tells the words with which a sentence goes on to a sum.
func opensSum(w string) bool {
	switch w {
	case "bringing", "bringing to", "bringing the total", "bringing the number", "bringing the death toll", "raising", "taking", "pushing":
		return true
	}
	return false
}

// ofTheSum leaves out the days of a sentence that stand in the sum at its end: "two soldiers
// were killed near X bringing the number of those killed since January to 32".
func (f *field) ofTheSum(s *sentence, frs []frame, dts []dateMention) []dateMention {
	if len(frs) == 0 {
		return dts
	}
	to := frs[len(frs)-1].to
	if to >= s.to || !opensSum(f.word(to)) {
		return dts
	}
	n := len(dts)
	for n > 0 && dts[n-1].from >= to {
		n--
	}
	return dts[:n]
}

// addSum keeps the sum that begins at item k as a toll, said by the last who
// speaks in the sentence.
func (d *doc) addSum(f *field, s *sentence, k int, sps []speech) {
	qs := d.quantities(f, k, s.to)
	if len(qs) == 0 {
		return
	}
	n := max(qs[0].low, qs[0].high, 0)
	t := isnad.Toll{Report: d.rep.ID, Version: d.rep.Version}
	hurt := false
	for i := k; i < s.to; i++ {
		if it := &f.items[i]; it.is(tOut) && it.w != nil {
			hurt = it.w.outcome == isnad.Injured
			break
		}
	}
	if hurt {
		t.Injured = &n
	} else {
		t.Killed = &n
	}
	for i := k; i < s.to; i++ {
		if f.word(i) == "since" || f.items[i].is(tRelRange) {
			t.Period = f.written(i, min(i+3, s.to))
			break
		}
	}
	if n := len(sps); n > 0 && len(sps[n-1].names) > 0 {
		t.Attribution = sps[n-1].names[0]
	}
	t.Span, t.Quote = d.quote(f, s)
	d.tolls = append(d.tolls, t)
}
