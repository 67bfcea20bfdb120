package attribute

import "testing"

// Plain denials are claims, whatever they deny with.
func TestPlainDenials(t *testing.T) {
	const told = "Gas killed nine people in Homs on Monday, medics said. "
	for _, c := range []claimCase{
		{name: "no truth in", text: told + "The ministry said there was no truth in reports that the army targeted the town.", want: []string{"k=9", "by=army said=ministry st=denied"}, only: true},
		{name: "neither nor", text: told + "Neither Russian nor Syrian planes carried out any strike on Homs, the general said.", want: []string{"k=9", "by=planes said=general st=denied"}, only: true},
		{name: "denied using gas", text: told + "The army denied using gas.", want: []string{"k=9", "by=army said=army st=denied"}, only: true},
		{name: "denied any part", text: told + "The militia denied any part in the attack.", want: []string{"k=9", "by=militia said=militia st=denied"}, only: true},
		{name: "denies such things always", text: told + "The army has repeatedly denied using chemical weapons.", want: []string{"k=9"}, only: true},
		{name: "no doubt", text: told + "The ministry said there was no doubt that the army had bombed Homs.", want: []string{"k=9", "by=army said=ministry st=asserted"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
