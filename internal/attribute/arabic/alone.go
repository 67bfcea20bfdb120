package arabic

import "isnad"

// Figures returns the numbers of people that words state by themselves, each with
// what is said to have happened to them; see Figures of the package attribute.
func (r *Reader) Figures(words string) []isnad.Count {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep = r, &isnad.Report{Text: words}
	f := &d.body
	f.load(words, false, lex())
	if len(f.toks) == 0 {
		return nil
	}
	d.mark(f)
	var out []isnad.Count
	for i := range f.sents {
		s := &f.sents[i]
		d.dts = d.dates(f, s.lead, s.to, d.dts[:0])
		d.quants = d.people(f, s, d.quants[:0])
		d.parts = d.parts[:0]
		d.harms(f, s.lead, s.to)
		for k := range d.cas {
			p := partial{f: f}
			out = p.counts(out, &d.cas[k])
		}
	}
	return out
}

// When returns the time that words of a report name; see When of the package
// attribute.
func (r *Reader) When(rep *isnad.Report, words string) (isnad.Period, bool) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep = r, rep
	d.body.load(rep.Text, false, lex())
	d.base, d.basis = rep.Day()
	d.passDateline(&d.body)
	f := &d.heading
	f.load(words, false, lex())
	var only isnad.Period
	for _, m := range d.dates(f, 0, len(f.toks), d.dts[:0]) {
		if m.since || !only.IsZero() && (only.From != m.period.From || only.To != m.period.To) {
			return isnad.Period{}, false
		}
		only = m.period
	}
	return only, !only.IsZero()
}
