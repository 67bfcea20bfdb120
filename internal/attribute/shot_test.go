package attribute

import "testing"

// Who was shot, beaten or brought to a hospital, in words that a blotter uses.
func TestWordsOfBlotters(t *testing.T) {
	for _, c := range []claimCase{
		{name: "shot and wounded", text: "Police shot and wounded two men in Boise on Monday.", want: []string{"ev=shooting k=none i=2"}, only: true},
		{name: "fatally shot", text: "Officers fatally shot a man armed with a knife in Boise on Monday.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "one of them fatally", text: "Three people were shot, one of them fatally, at a bar in Mobile on Sunday.", want: []string{"ev=shooting k=1 i=2"}, only: true},
		{name: "to hospitals", text: "Five people were taken to hospitals with gunshot wounds after a fight at a club in Mobile on Saturday.", want: []string{"i=5"}, only: true},
		{name: "sent to hospital", text: "A stabbing in Mobile on Sunday sent two people to the hospital.", want: []string{"i=2"}, only: true},
		{name: "sent elsewhere", text: "A shooting in Mobile on Sunday killed a man. The town sent two people to the funeral.", want: []string{"k=1 i=none"}, only: true},
		{name: "hacked to death", text: "Rebels hacked to death 19 civilians in Beni on Sunday.", want: []string{"k=19 by=rebels"}, only: true},
		{name: "beaten to death", text: "Two men were beaten to death in Beni on Sunday.", want: []string{"k=2"}, only: true},
		{name: "who had wounded", text: "A man who had wounded two officers in Gary was found dead on Monday.", want: []string{"k=1 i=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
