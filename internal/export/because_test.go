package export

import (
	"fmt"
	"strings"
	"testing"

	"isnad"
)

// sentenceOf puts the names of claimants into brackets.
func sentenceOf(bits []Bit) string {
	var b strings.Builder
	for _, x := range bits {
		if x.Claim != "" {
			fmt.Fprintf(&b, "[%s %s]", x.Text, x.Claim)
			continue
		}
		b.WriteString(x.Text)
	}
	return b.String()
}

func TestBecause(t *testing.T) {
	who := func(id string) (Claimant, bool) {
		name, ok := map[string]string{"k1": "Health office", "k2": "Army", "k3": "Mayor", "k4": "Monitor", "k5": "Radio"}[id]
		return Claimant{name, map[string][]string{"k1": {"the 50% Front", "the 50% Front"}, "k2": {"Guard", "Navy"}}[id]}, ok
	}
	list := func(ids ...string) []string { return ids }
	for _, tt := range []struct {
		r    isnad.Reason
		want string
	}{
		{isnad.Reason{}, ""},
		{isnad.Reason{Rule: isnad.RuleDenied, Claims: list("k1"), Against: list("k2")}, "[Health office k1] tells of it; [Army k2] denies it."},
		{isnad.Reason{Rule: isnad.RuleDenied, Claims: list("k1", "k3"), Against: list("k2", "k4")}, "[Health office k1] and [Mayor k3] tell of it; [Army k2] and [Monitor k4] deny it."},
		{isnad.Reason{Rule: isnad.RuleDenied, Against: list("k2")}, "[Army k2] denies it; nobody here tells of it."},
		{isnad.Reason{Rule: isnad.RuleDifferentParties, Claims: list("k1", "k3"), Against: list("k2")}, "[Health office k1] and [Mayor k3] name the 50% Front; [Army k2] names Guard and Navy."},
		{isnad.Reason{Rule: isnad.RuleDifferentParties, Claims: list("k3"), Against: list("gone")}, "[Mayor k3] names a party; someone names a party."},
		{isnad.Reason{Rule: isnad.RuleOwnedUp, Claims: list("k2")}, "[Army k2] claims to have done it."},
		{isnad.Reason{Rule: isnad.RuleOneOrigin, Claims: list("k2")}, "Only [Army k2] tells of it, as far as is known here."},
		{isnad.Reason{Rule: isnad.RuleSeveralOrigins, Claims: list("k1", "k2", "k3", "k4")}, "[Health office k1], [Army k2], [Mayor k3] and [Monitor k4] tell of it and draw on each other nowhere, as far as is known here; they do not differ over who did it."},
		{isnad.Reason{Rule: isnad.RuleNobodyHurt, Claims: list("k1", "k2", "k3", "k4", "k5")}, "[Health office k1], [Army k2], [Mayor k3] and 2 more say that nobody was killed or injured, and nobody says otherwise."},
		{isnad.Reason{Rule: isnad.RuleFightersOnly, Claims: list("k2")}, "[Army k2] counts fighters only among the dead."},
		{isnad.Reason{Rule: isnad.RuleStatusContested, Claims: list("k1"), Against: list("k2")}, "The incident itself is contested."},
		{isnad.Reason{Rule: isnad.RuleHarmSeveralOrigins, Claims: list("k1", "k3")}, "[Health office k1] and [Mayor k3] tell of people killed or injured and draw on each other nowhere, as far as is known here."},
		{isnad.Reason{Rule: isnad.RuleHarmOwnedUp, Claims: list("k1"), Against: list("k2")}, "[Health office k1] tells of people killed or injured, and [Army k2] claims to have done it."},
		{isnad.Reason{Rule: isnad.RuleHarmOneOrigin, Claims: list("k1")}, "Only [Health office k1] tells of people killed or injured, as far as is known here."},
		{isnad.Reason{Rule: isnad.RuleNoFigures}, "Nobody says how many were killed or injured."},
		{isnad.Reason{Rule: isnad.RulePerson}, "Set by a person at the desk."},
	} {
		if got := sentenceOf(Because(tt.r, who)); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.r.Rule, got, tt.want)
		}
	}
}
