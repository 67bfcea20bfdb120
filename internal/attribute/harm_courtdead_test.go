package attribute

import "testing"

// Whom one shot who is tried for a killing is dead, unless somebody lived.
func TestKilledByTried(t *testing.T) {
	for _, c := range []claimCase{
		{name: "guilty of murder", text: "A jury found Karl Hollins guilty of second-degree murder. On Aug. 14, 2016, Hollins stepped over a fence on Vine Avenue in Selah and shot Omar Zoran, 45, three times while he was washing his truck.",
			want: []string{"k=1 i=none by=hollins"}, only: true},
		{name: "on trial", text: "Karl Hollins is on trial for murder. Hollins shot the 29-year-old Zoran twice in front of a tavern in Selah on Nov. 19, 2016, the prosecutor said.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "attempted", text: "A man was found guilty of attempted murder on Monday. He shot Omar Zoran, 45, three times in Selah on Friday.",
			want: []string{"k=none i=1"}, only: true},
		{name: "in the leg", text: "Karl Hollins is on trial for murder. Hollins shot Omar Zoran in the leg in Selah on Friday, the prosecutor said.",
			want: []string{"k=none i=1"}, only: true},
		{name: "by the police", text: "Karl Hollins was sentenced for murder in May. Police shot Omar Zoran, 45, in the chest in Selah on Friday.",
			want: []string{"k=none i=1"}, only: true},
		{name: "no court", text: "Police called it murder. Hollins shot Omar Zoran, 45, three times in Selah on Friday, police said.",
			want: []string{"k=none i=1"}, only: true},
		{name: "found and died", text: "Karl Zoran, 33, was found in an alley in the 2500 block of Vine Street in Selah on Saturday with a gunshot wound to the head and died at the scene, police said.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "parents in a crash", text: "Her parents were killed in a crash in Selah on Friday.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
