package pipeline_test

import (
	"fmt"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/store"
)

// Who had a part in what a complaint is about does not decide on it while another
// person can; who had none does.
func TestWhoHadAPart(t *testing.T) {
	h := build(t, t.TempDir())
	h.work()
	rim := h.person("u00000000000000000001", "Rim", isnad.RoleReviewer)
	omar := h.person("u00000000000000000002", "Omar", isnad.RoleReviewer)
	handed, err := h.HandIn(t.Context(), isnad.Offer{Text: strings.ReplaceAll(fmt.Sprintf(strike, "Four"), "Idlib", "Homs"), Title: "Market hit in Homs", Source: "Hill Post", Person: rim.ID, Name: rim.Name}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if handed, err = h.AcceptOffer(t.Context(), handed.ID, "", omar); err != nil {
		t.Fatal(err)
	}
	h.settle()
	offered := reportOf(h)
	h.keep("https://hill.example/idlib", fmt.Sprintf(strike, "Seven"))
	h.settle()
	claim := h.claimWith("Seven")
	report := claim.Report
	h.decide(isnad.Act{Kind: isnad.ActAcceptClaim, About: claim.ID, Person: rim.ID, Name: rim.Name})
	passage := complaint(report)
	passage.Version, passage.Span = claim.Version, &isnad.Span{Start: claim.Span.Start, End: claim.Span.Start + 3}
	title := passage
	title.Span = &isnad.Span{End: 3, InTitle: true}
	corrected := func(effect isnad.Effect, body string) string {
		h.keep("https://hill.example/"+string(effect), strings.ReplaceAll(fmt.Sprintf(strike, "Nine"), "Idlib", "Hama")+string(effect)+".")
		h.settle()
		id := h.reportAt("https://hill.example/" + string(effect))
		c, _ := h.open(complaint(id))
		h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "So the source says.", Effect: effect, Body: body}}, desk(rim))
		h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, desk(omar))
		h.settle()
		return id
	}
	retracted := corrected(isnad.EffectRetraction, "")
	undone := corrected(isnad.EffectClarification, "It was a mill.")
	c, _ := h.open(complaint(undone))
	h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseDecide, Ruling: &isnad.Ruling{Decision: isnad.CaseUpheld, Reasons: "It was none.", Effect: isnad.EffectRestoration}}, desk(omar))
	h.act(c.ID, isnad.CaseAct{Kind: isnad.CaseCarryOut}, desk(omar))
	for name, q := range map[string]struct {
		form   isnad.CaseForm
		barred bool // Rim
	}{
		"the offer that she handed in":          {complaint(offered), true},
		"the claim that she decided on":         {complaint(claim.ID), true},
		"the passage of that claim":             {passage, true},
		"the title of its report":               {title, false},
		"its report as a whole":                 {complaint(report), false},
		"what she corrected":                    {complaint(corrected(isnad.EffectCorrection, "Nine people were killed in Hama, the ministry said.")), true},
		"what she retracted":                    {complaint(retracted), true},
		"what she clarified, until it was none": {complaint(undone), false},
	} {
		c, _ := h.open(q.form)
		by, err := h.CaseBy(t.Context(), &c, desk(rim))
		if err != nil || by.Author != q.barred || by.Alone {
			t.Errorf("%s: barred %v, alone %v, %v", name, by.Author, by.Alone, err)
		}
		if by, err = h.CaseBy(t.Context(), &c, desk(omar)); err != nil || by.Author {
			t.Errorf("%s: Omar had no part in it: %+v %v", name, by, err)
		}
	}
	h.whole()
}

// reportAt is the ID of the report at an address.
func (h house) reportAt(address string) string {
	h.t.Helper()
	rows, _, err := h.Store.Reports(h.t.Context(), store.ReportQuery{Page: store.Page{Limit: 100}})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, r := range rows {
		if r.Address == address {
			return r.ID
		}
	}
	h.t.Fatalf("no report at %s", address)
	return ""
}
