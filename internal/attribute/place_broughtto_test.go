package attribute

import "testing"

// Where the wounded come is not where they were shot.
func TestWhereTheWoundedCome(t *testing.T) {
	for _, c := range []claimCase{
		{name: "walked in", text: "BOISE, Idaho - Two men walked in at Example Regional with gunshot wounds early Friday and would not say where they were shot.", want: []string{"i=2 at=boise"}, only: true},
		{name: "turned up", text: "A man turned up at Grace Medical Center with a gunshot wound on Friday after a shooting in Boise, police said.", want: []string{"i=1 at=boise"}, only: true},
		{name: "dropped off", text: "BOISE, Idaho - A man was dropped off at Baptist Medical Center with a gunshot wound on Friday. Police do not know where the shooting took place.", want: []string{"i=1 at=boise"}, only: true},
		{name: "a hospital that took rockets", text: "The hospital in Homs took two rockets on Monday that wounded a nurse.", want: []string{"i=1 at=homs"}, only: true},
		{name: "a hospital that received bodies", text: "Warplanes hit a bus in Homs on Monday, killing 40 people, residents said. The Red Cross said its hospital in Idlib had received the bodies of 29 children.", want: []string{"k=40 at=homs", "k=29 at=homs"}, only: true},
		{name: "a hospital that was hit", text: "A shell hit the hospital in Idlib on Monday, killing nine people.", want: []string{"k=9 at=idlib"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The town of a date line is where a deed was that no other place is told of, and is
// written as text would have it; a province that the sentence names is not its capital.
func TestTownOfTheDateline(t *testing.T) {
	for _, c := range []claimCase{
		{name: "no other place", text: "DAYTON, Ohio - A man was shot in the leg late Monday, police said. He walked into a hospital.", want: []string{"i=1 at=Dayton"}, only: true},
		{name: "a province", text: "HODEIDAH, Oct 18 - A bus drove over a landmine on a dirt road in Hodeidah province on Monday, killing five people, an official said.",
			want: []string{"k=5 at=Hodeidah_province"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	for in, want := range map[string]string{"SAN JUAN": "San Juan", "ST. LOUIS": "St. Louis", "Deir ez-Zor": "Deir ez-Zor", "PORT-AU-PRINCE": "Port-Au-Prince"} {
		if got := fromCapitals(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
