package attribute

import (
	"reflect"
	"testing"
)

// A text is read alike however often it is read: what its countries weigh together is summed in one order, so that a
// share that is just at a bound falls on one side of it.
func TestReadsAlike(t *testing.T) {
	rep := report("A blast rocked Kabul.", "Meeks has pleaded not guilty, and his lawyer, Amos Treadwell, told jurors that his client was in Memphis that night.\n\n"+
		"The trial is expected to last through Friday.. TOLEDO, Ohio (KBRX) - A man is dead and a woman is in the hospital after a shooting on Toledo's east side Sunday night, according to police.\n\n"+
		"Officers were called to the 1200 block of W. The death of the printed map is told too often. The Saudi-led coalition is held responsible by local sources for 34 of the deaths and the Houthis for 19; the rest could not be attributed.\n\n"+
		"The incident with the most deaths took place on 14 January, when a mortar shell fired by Houthi forces struck a wedding procession in at-Tuhayta, Hodeidah, killing eight, five of them women, according to the local health office.\n\n"+
		"On 20 January coalition aircraft bombed a plastics factory in the Dhahban area north of Sana'a. The assault on their pensions, they said, must end.")
	first, _ := testReader().Read(rep)
	for range 100 {
		if again, _ := testReader().Read(rep); !reflect.DeepEqual(first, again) {
			t.Fatalf("read%s\nand then%s", listed(first), listed(again))
		}
	}
}
