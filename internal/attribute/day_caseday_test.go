package attribute

import "testing"

// A court story is of the day of the deed, and not of the day in court.
func TestCaseDay(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the death of", text: "A jury needed two hours on Tuesday to convict two brothers of killing a deputy in Akron.\nThey were found guilty of homicide in the April 2016 death of Adam Example.", want: []string{"k=1 on=2016-04-01 to=2016-04-30"}},
		{name: "charges filed", text: "A boy fatally shot a man in a car in Akron, charges filed Tuesday say. Officers were called to Elm Street about 6 p.m. Sunday and found a car. The boy was charged with murder.", want: []string{"k=1 on=2017-10-15"}},
		{name: "a letter", text: "The District Attorney's Office will not file charges against two Akron officers who shot and killed a man in February, and on Friday it put out footage. Adam Example was shot on the night of Feb. 17.", want: []string{"k=1 on=2017-02-17"}},
		{name: "charged with", text: "The man accused of killing a clerk stood silent in City Court on Tuesday as his lawyer entered a plea. He is charged with murder in the Oct. 3 death of Adam Example in Akron. The man shot the clerk twice.", want: []string{"k=1 on=2017-10-03"}},
		{name: "no court", text: "The prosecutor's office said Tuesday that two people were killed in Homs on October 16. Shells killed three in Hama.", want: []string{"k=2 on=2017-10-16"}},
		{name: "only in court", text: "A jury on Tuesday convicted a man of killing a clerk in Akron.", want: []string{"k=1"}},
		{name: "born", text: "A shell hit a garden in Homs where a man born in 1958 was working, killing him.", want: []string{"on=2017-10-18"}},
	} {
		t.Run(c.name, c.run)
	}
}
