package attribute

import "testing"

// What an office is of is no speaker of its own.
func TestOfficeWithoutBody(t *testing.T) {
	for _, c := range []claimCase{
		{name: "county", text: "A mine killed four people in Dayton on Monday, said county commissioner Omar Example.", want: []string{"k=4 said=omar_example -said=county"}, only: true},
		{name: "provincial", text: "Gunmen killed four people in Dayton on Monday, provincial spokesman Omar Example said.", want: []string{"k=4 said=omar_example -said=provincial"}, only: true},
		{name: "a body", text: "Gunmen killed four people in Dayton on Monday, army spokesman Omar Example said.", want: []string{"k=4 said=omar_example said=army"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
