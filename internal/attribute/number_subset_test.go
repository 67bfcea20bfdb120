package attribute

import "testing"

// Behind a list of its parts a sum goes on with those who are none of them.
func TestGoesOnCounting(t *testing.T) {
	for _, c := range []claimCase{
		{name: "dashes", text: "Rockets fell on Kutum on Monday leaving 30 villagers - including seven children - and 12 combatants dead the Observatory said.", want: []string{"k=42"}, only: true},
		{name: "as an object", text: "Rockets fell on Kutum on Monday killing 30 villagers - including seven children - and 12 combattants the Observatory said.", want: []string{"k=42"}, only: true},
		{name: "no dashes", text: "Rockets fell on Kutum on Monday and 30 villagers including seven children and 12 fighters were killed the Observatory said.", want: []string{"k=42"}, only: true},
		{name: "parentheses", text: "At least 11 civilians (four of them women) and three soldiers were killed in shelling of Kharkiv on Monday police said.", want: []string{"k=14+"}, only: true},
		{name: "several parts", text: "At least 11 villagers, among them two midwives and a boy, and three militants were killed in an air strike on Azaz on Monday police said.", want: []string{"k=14+"}, only: true},
		// near misses
		{name: "one more part", text: "Rockets fell on Kutum on Monday killing 23 people including nine children and 12 women the Observatory said.", want: []string{"k=23"}, only: true},
		{name: "fighters among people", text: "Rockets fell on Kutum on Monday killing 23 people including nine children and two fighters the Observatory said.", want: []string{"k=23"}, only: true},
		{name: "a verb of its own", text: "At least 11 people – among them two midwives and a boy – were killed and three policemen wounded in a bombing in Kabul on Monday police said.", want: []string{"k=11+ i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Those who lead a body are people, and the heads of a herd are not.
func TestHeadsOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "heads", text: "Nineteen heads of the Zoran group were killed in a raid on Kutum on Monday.", want: []string{"k=19"}, only: true},
		{name: "as an object", text: "A bomb in Kutum on Monday killed 19 heads of the Zoran group.", want: []string{"k=19"}, only: true},
		{name: "figures", text: "Five leading figures of the Karm Alliance died in a bombing in Mosul on Monday.", want: []string{"k=5"}, only: true},
		{name: "generals", text: "Two generals were killed in an ambush near Goma on Monday.", want: []string{"k=2"}, only: true},
		{name: "cattle", text: "Gunmen attacked a farm in Idlib on Monday and 28 heads of cattle were killed.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// "A rebel mortar attack" is no rebel.
func TestArmsOrDeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a car bomb", text: "A terrorist truck bomb attack killed at least 52 and hurt 90 others in Karachi on Monday.", want: []string{"k=52+ i=90"}, only: true},
		{name: "a mortar", text: "A rebel mortar attack killed at least four and injured 14 others in Aleppo on Monday.", want: []string{"k=4+ i=14 by=rebel"}, only: true},
		{name: "a man at a mortar", text: "A bomb killed a militant mortar man in Homs on Monday.", want: []string{"ev=bombing k=1"}, only: true},
		{name: "a suicide attack", text: "A militant suicide attack has killed at least 44 in Kabul on Monday.", want: []string{"k=44+"}, only: true},
		{name: "a soldier who was harmed", text: "A soldier was killed by a car bomb in Mosul on Monday.", want: []string{"k=1"}, only: true},
		{name: "a rebel who was harmed", text: "An army sniper killed a rebel in Aleppo on Monday.", want: []string{"k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Parts of a number may be listed before the words that say so.
func TestPartsThenAmongThem(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two", text: "Shells struck Douma on Monday, wounding seven villagers, a midwife and her two sons among them.", want: []string{"i=7"}, only: true},
		{name: "included", text: "Shells struck Douma on Monday, killing seven people, a woman and her son included.", want: []string{"k=7"}, only: true},
		{name: "a longer list", text: "Shells struck Douma on Monday, killing nine and wounding seven people, two women, a nurse and three children among them.", want: []string{"k=9 i=7"}, only: true},
		{name: "before the verb", text: "Nine villagers, a midwife and her two sons among them, were killed by shells in Douma on Monday.", want: []string{"k=9"}, only: true},
		{name: "commas lost", text: "Seven miners three women among them were injured when rockets fell on Douma on Monday.", want: []string{"i=7"}, only: true},
		{name: "of what follows", text: "Shells killed 12 people and wounded 20 among them were three children in Douma on Monday.", want: []string{"k=12 i=20"}, only: true},
		{name: "no parts", text: "Shells struck Douma on Monday, killing seven people, a midwife and her two sons.", want: []string{"k=10"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who some of those counted right before are adds nobody.
func TestPartsListed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "two kinds among them", text: "The bodies of nine villagers, three women and a baby among them, were found in Dayton on Monday.", want: []string{"k=9"}, only: true},
		{name: "one an Austrian", text: "Six rebels, one an Austrian, were killed by soldiers in Dayton on Monday.", want: []string{"k=6"}, only: true},
		{name: "no part", text: "Six farmers, a teacher and a nurse were killed by gunmen in Dayton on Monday.", want: []string{"k=8"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
