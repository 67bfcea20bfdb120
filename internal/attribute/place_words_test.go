package attribute

import "testing"

// Districts of all countries are named in the same few ways.
func TestDistrictWords(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a proper county", text: "Gunmen killed four people in Kosti South County of White Nile State on Monday.",
			want: []string{"k=4 at=kosti_south_county"}, only: true},
		{name: "a locality", text: "Seven people were killed by gunmen in Kassala West locality on Monday, residents said.",
			want: []string{"k=7 at=kassala_west_locality"}, only: true},
		{name: "a payam", text: "Two people were shot dead in Nasir West Payam, Upper Nile, on Monday.",
			want: []string{"k=2 at=nasir_west_payam"}, only: true},
		{name: "where a quarter lies", text: "Two people were killed in the eastern Aleppo district of Marjeh on Monday.",
			want: []string{"k=2 at=marjeh in=aleppo"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
