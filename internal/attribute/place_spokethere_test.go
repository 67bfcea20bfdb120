package attribute

import "testing"

// Where somebody only speaks, meets others or stands before a court is not where it happened.
func TestWhereSomebodySpoke(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a press conference", text: "Shells killed nine people in Homs on Monday, the minister told a press conference in Damascus.", want: []string{"k=9 at=homs said=minister"}, only: true},
		{name: "during a visit", text: "Shells killed nine people in Homs on Monday. The minister accused the army of the attack during a visit to Ankara.", want: []string{"k=9 at=homs", "at=homs by=army said=minister"}, only: true},
		{name: "speaking to reporters", text: "Shells hit Homs on Monday. Speaking to reporters in Geneva, the envoy said 13 people were killed.", want: []string{"k=13 at=homs said=envoy"}},
		{name: "in Ankara the ministry said", text: "Shells hit Homs on Monday. In Ankara the Foreign Ministry said 13 people were killed.", want: []string{"k=13 at=homs said=ministry"}},
		{name: "before parliament", text: "Shells hit Homs on Monday. The president told parliament in Nairobi that 13 people were killed.", want: []string{"k=13 at=homs said=president"}},
		{name: "said in London that", text: "Shells hit Homs on Monday. A lawyer for the families said in London that 13 people were killed.", want: []string{"k=13 at=homs said=lawyer"}},
		{name: "speaking at a rally", text: "Shells hit Homs on Monday. Speaking at a rally in Ankara, the president said 13 people were killed.", want: []string{"k=13 at=homs said=president"}},
		{name: "an attack on a visit", text: "A gunman shot the governor dead during a visit to Homs on Monday.", want: []string{"k=1 at=homs by=gunman"}, only: true},
		{name: "a bomb at a conference", text: "A bomb killed nine people at a conference in Homs on Monday.", want: []string{"k=9 at=homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
