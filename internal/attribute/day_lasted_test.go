package attribute

import "testing"

// What began on one day and went on into another is of both.
func TestDaysThatLasted(t *testing.T) {
	for _, c := range []claimCase{
		{name: "went on till", text: "Two people were killed in clashes in Homs that began on Friday evening and went on till Saturday morning.", want: []string{"k=2 on=2017-10-13 to=2017-10-14"}, only: true},
		{name: "lasted until", text: "Fighting that started on Thursday night and lasted until Friday afternoon left 12 dead in Homs.", want: []string{"k=12 on=2017-10-12 to=2017-10-13"}, only: true},
		{name: "broke out", text: "Two people were killed in Homs in clashes that began on Friday.", want: []string{"k=2 on=2017-10-13"}, only: true},
		{name: "a truce that began", text: "An air strike on Idlib killed nine people in breach of a truce that began on October 3.", want: []string{"k=9 on=2017-10-18"}},
		{name: "two deeds", text: "Gunmen attacked Homs on Friday, killing two. On Saturday a bomb killed four in Idlib.", want: []string{"k=2 on=2017-10-13", "k=4 on=2017-10-14"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
