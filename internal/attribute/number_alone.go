package attribute

import (
	"isnad"
	"isnad/internal/attribute/arabic"
)

// Figures returns the numbers of people that words of a report state by themselves, each with
// what is said to have happened to them: "at least 14 people were killed". Words
// and spans count within the words given. A number without a word of harm is none.
// It is for who has words of a report from elsewhere and must not read them
// otherwise than Read does.
func (r *Reader) Figures(rep *isnad.Report, words string) []isnad.Count {
	if arabic.Reads(rep) {
		return r.arabic.Figures(words)
	}
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	f := &d.title
	f.load(words, false, d.lex)
	if len(f.items) == 0 {
		return nil
	}
	d.mark(f)
	var out []isnad.Count
	for si := range f.sents {
		s := &f.sents[si]
		cs := d.casualties(f, s, d.quantities(f, s.from, s.to))
		for i := range cs {
			if c := &cs[i]; c.known {
				c.f = f
				out = d.counts(out, c)
			}
		}
	}
	return out
}

// When returns the time that words of a report name: the only one in them, counted
// from the day that the report's other dates are counted from. It is false for
// words that name none, or several.
func (r *Reader) When(rep *isnad.Report, words string) (isnad.Period, bool) {
	if arabic.Reads(rep) {
		return r.arabic.When(rep, words)
	}
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	d.body.load(rep.Text, false, d.lex)
	d.base, d.basis = rep.Day()
	if rep.Dateline.Date.IsZero() {
		if day, ok := d.body.dateline(d.base); ok {
			d.base = day
		}
	}
	f := &d.title
	f.load(words, false, d.lex)
	// A date that opens a text is taken for its date line; these words are cut out
	// of the middle of one.
	var only isnad.Period
	for i := 0; i < len(f.items); {
		m, ok := f.date(d.base, i, len(f.items))
		if !ok {
			i++
			continue
		}
		if !only.IsZero() && (only.From != m.period.From || only.To != m.period.To) || f.opensPeriod(0, m.from) {
			return isnad.Period{}, false
		}
		only, i = m.period, max(m.to, i+1)
	}
	return only, !only.IsZero()
}
