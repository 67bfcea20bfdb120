package attribute

import "testing"

// Property destroyed is a claim of its own beside those of people killed.
func TestWrecked(t *testing.T) {
	for _, c := range []claimCase{
		{name: "trees", text: "On Monday settlers in Homs cut down 60 olive trees.", want: []string{"ev=property_destruction at=homs by=settlers"}, only: true},
		{name: "trees, passive", text: "On Monday 60 olive trees were uprooted by settlers in Homs.", want: []string{"ev=property_destruction at=homs"}, only: true},
		{name: "set alight", text: "On Monday the group set eleven wheat stores alight in Homs.", want: []string{"ev=property_destruction at=homs on=2017-10-16"}, only: true},
		{name: "were set alight", text: "Four buses were set alight overnight in Homs.", want: []string{"ev=property_destruction at=homs"}, only: true},
		{name: "behind an attack", text: "Gunmen attacked Homs on Monday, killing six people. The mayor said the attackers burned 126 houses and took away the cattle.",
			want: []string{"ev=attack k=6 at=homs", "ev=property_destruction k=none said=mayor"}, only: true},
		{name: "passive behind an attack", text: "Gunmen attacked Homs on Monday, killing six people. According to the mayor, eleven houses and a health post were burned.",
			want: []string{"ev=attack k=6 at=homs", "ev=property_destruction k=none said=mayor"}, only: true},
		{name: "costs", text: "The company cut down its costs in Homs on Monday.", only: true},
		{name: "tyres burn", text: "Protesters set tyres alight in Homs on Monday.", only: true},
		{name: "in one breath", text: "Gunmen stormed Homs on Monday, killing six people and setting ten houses alight.", want: []string{"k=6 at=homs -t=houses"}, only: true},
		{name: "windows where nine were hurt", text: "Settlers wounded nine farmers on Monday in Homs, where they smashed windows.", want: []string{"ev=attack i=9 at=homs"}, only: true},
		{name: "a statue", text: "A mob toppled a statue of the founder in Taiz on Monday.", want: []string{"ev=property_destruction at=taiz by=mob"}, only: true},
		{name: "toppling a statue", text: "Militants entered Taiz on Monday, toppling the statue of the founder.", want: []string{"ev=property_destruction at=taiz by=militants"}, only: true},
		{name: "coats", text: "Protesters pulled off their coats in Taiz on Monday.", only: true},
		{name: "a poster", text: "Two men tore a poster at the monument in Taiz on Monday.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
