package casework

import (
	"slices"
	"time"

	"isnad"
)

// Forget takes out of a case that is over who opened it and how they were reached:
// name, addresses, signature, names of files, and their words where the register
// does not show them and a law or a danger brought them. What [Public] shows stays
// the same. It returns the case with acts of its own, the numbers of those that
// changed, and whether a ruling did.
func Forget(c isnad.Case, at time.Time) (out isnad.Case, changed []int, rulings bool) {
	named := c.Form.Named && upheld(c.Decision) && c.Kind != isnad.CasePrivacy
	blot := blotter(&c.Form, named)
	c.Forgotten = at.UTC().Truncate(time.Microsecond)
	c.Reasons = blot(c.Reasons)
	c.Ruling, _ = forgetRuling(c.Ruling, blot)
	c.Form = forgetForm(c.Form, c.Kind, named, blot)
	c.Acts = slices.Clone(c.Acts)
	for i := range c.Acts {
		a := &c.Acts[i]
		was := *a
		var ruled bool
		a.Ruling, ruled = forgetRuling(a.Ruling, blot)
		a.Text = blot(a.Text)
		// Their words are also those that the desk wrote down for them.
		if (a.Actor == isnad.ActorClaimant || slices.Contains(writtenDown, a.Kind)) && (c.Kind == isnad.CasePrivacy || c.Kind == isnad.CaseCourtOrder) {
			a.Text = ""
		}
		var files bool
		a.Evidence, files = forgetFiles(a.Evidence, blot)
		if ruled || files || a.Text != was.Text {
			changed = append(changed, a.Number)
		}
		rulings = rulings || ruled
	}
	return c, changed, rulings
}

func forgetForm(f isnad.CaseForm, kind isnad.CaseKind, named bool, blot func(string) string) isnad.CaseForm {
	if !named {
		f.Name, f.Named = "", false
	}
	f.Email, f.Phone, f.Postal, f.OnBehalf, f.Owner, f.Signature = "", "", "", "", "", ""
	for _, s := range []*string{&f.Text, &f.Right, &f.Reply, &f.Work, &f.Address} {
		*s = blot(*s)
	}
	if kind == isnad.CasePrivacy || kind == isnad.CaseCourtOrder { // never shown
		f.Text, f.Right, f.Reply, f.Address = "", "", "", ""
	}
	f.Evidence, _ = forgetFiles(f.Evidence, blot)
	return f
}

// forgetFiles takes out of what was handed in what files were called, and the
// person's name out of addresses.
func forgetFiles(list []isnad.Evidence, blot func(string) string) (out []isnad.Evidence, changed bool) {
	out = slices.Clone(list)
	for i := range out {
		e := &out[i]
		was := *e
		e.Name, e.Address = "", blot(e.Address)
		changed = changed || *e != was
	}
	return out, changed
}

// forgetRuling is a ruling without what says who the person is, and whether
// anything did.
func forgetRuling(r *isnad.Ruling, blot func(string) string) (*isnad.Ruling, bool) {
	if r == nil {
		return nil, false
	}
	out := *r
	s := &out.Statement
	changed := false
	for _, p := range []*string{&out.Reasons, &out.Body, &s.Facts, &s.LegalExplanation, &s.TermsExplanation, &s.LegalGround, &s.TermsGround, &s.VisibilityOther} {
		if x := blot(*p); x != *p {
			*p, changed = x, true
		}
	}
	if !changed {
		return r, false
	}
	return &out, true
}
