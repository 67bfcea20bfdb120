package attribute

import "testing"

// What was counted in a part of a year, or in an account of months without a day, is a sum.
func TestAccountsOfMonths(t *testing.T) {
	for _, c := range []claimCase{
		{name: "last quarter", text: "Feuds accounted for most deaths in the country in the last quarter, with 240 killed, the mission said.", only: true},
		{name: "first week of a month", text: "Around 60 soldiers were killed in Homs in the first week of October, a rebel leader said.", only: true},
		{name: "two in a week", text: "In the first week of October two soldiers were wounded by sniper fire in Homs.", want: []string{"i=2 at=homs"}, only: true},
		{name: "the second half", text: "At least 33 farmers were killed near Homs in the second half of September.", only: true},
		{name: "half of the city", text: "A blast killed nine people on Monday in the second half of the market in Homs.", want: []string{"k=9"}, only: true},
		{name: "month to month", text: "Between March and June, 54 farmers were killed near Homs.", only: true},
		{name: "deeds of a week", text: "Gunmen carried out at least five attacks on villages near Homs in the first ten days of October.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The title says that the report is an account of months.
func TestAccountByItsTitle(t *testing.T) {
	rep := report("Rights in the north: quarterly review", "The north saw little rest.\n\nPolice raids left 120 people dead.\n\nOn 16 October, gunmen killed nine people in Homs.")
	cs, _ := testReader().Read(rep)
	if len(cs) != 1 || cs[0].Killed == nil || *cs[0].Killed.Min != 9 {
		t.Errorf("claims %v", cs)
	}
}
