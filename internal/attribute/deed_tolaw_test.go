package attribute

import "testing"

// Whom the law is told to have charged with a deed.
func TestToLaw(t *testing.T) {
	for _, c := range []claimCase{
		{name: "convicted him", text: "A jury convicted Keith Example on Monday of killing a deputy who had come to his trailer near Akron in May.", want: []string{"k=1 by=example"}, only: true},
		{name: "convicted them", text: "A jury in Akron convicted two brothers of killing a deputy who had come to their trailer in May.", want: []string{"k=1 by=brothers"}, only: true},
		{name: "charged him", text: "Prosecutors charged Keith Example, 31, with murder on Tuesday in the killing of two men outside a bar in Akron.", want: []string{"k=2 by=example"}},
		{name: "found guilty", text: "A jury found Keith Example guilty on Tuesday of killing two men outside a bar in Akron in May.", want: []string{"k=2 by=example"}, only: true},
		{name: "accused of", text: "A Hamilton man accused of killing two men outside a bar in Akron in May appeared in court on Tuesday.", want: []string{"k=2 by=man"}, only: true},
		{name: "arrested only", text: "Police arrested Keith Example on Tuesday in connection with a shooting that killed a man outside a bar in Akron on Monday.", want: []string{"k=1 -by=example"}},
		{name: "another charge", text: "A man was wounded in Akron on Monday, police said. Police on Tuesday charged Keith Example with possession of a stolen car.", want: []string{"i=1 -by=example"}},
		{name: "charged behind", text: "A man was shot dead outside a bar in Akron on Monday. Police said the two had argued. Keith Example, 22, of Lubbock, was charged with murder.",
			want: []string{"k=1 by=example"}},
		{name: "charged with less", text: "Two men were killed outside a bar in Akron on Monday, police said. Keith Example, 31, who had been in the bar, was charged with possession of drugs.",
			want: []string{"k=2 -by=example"}},
		{name: "an aside", text: "Two men were killed outside a bar in Akron on Monday, police said. Keith Example, 31, who had been in the bar, was charged with two counts of murder.",
			want: []string{"k=2 by=example"}},
		{name: "of another deed", text: "Two men were killed outside a bar in Akron on Monday. A boy was wounded in Lubbock on Sunday. Keith Example, 22, was charged with shooting the boy.",
			want: []string{"k=2 -by=example"}},
		{name: "a suspect who was shot", text: "The suspect, Keith Example, was shot by an officer on Monday in Akron, police said.", want: []string{"i=1 by=officer -by=example"}, only: true},
		{name: "in another case", text: "Keith Example, 24, was shot dead outside a bar in Akron on Monday, police said. Example faces a charge of assault in an unrelated case.",
			want: []string{"k=1 -by=example"}, only: true},
		// who helped afterwards, or is kin of the suspect, is no doer
		{name: "the suspect's mother", text: "Two people were shot dead at a home on Vine Street in Akron on Monday, police said. The mother of the suspect, Keitha Example, 51, was arrested and charged with obstruction of justice, police said.",
			want: []string{"k=2 -by=example"}},
		{name: "an accessory", text: "A man was shot dead at a home on Vine Street in Akron on Monday, police said. Keith Example, 51, was charged with being an accessory after the fact to murder, police said.",
			want: []string{"k=1 -by=example"}},
		{name: "murder and what followed", text: "Two people were shot dead at a home on Vine Street in Akron on Monday, police said. Keith Example, 51, was charged with murder and tampering with evidence, police said.",
			want: []string{"k=2 by=example"}},
		{name: "once charged", text: "A man was shot dead outside a bar in Akron on Monday, police said. His neighbor, Keith Example, 54, who was once charged with assault, said he heard shots.",
			want: []string{"k=1 -by=example"}, only: true},
		{name: "the suspect", text: "Two men were killed outside a bar in Akron on Monday and police named Keith Example, 31, as the suspect.", want: []string{"k=2 by=example"}, only: true},
		{name: "one of the victims", text: "Two men were killed outside a bar in Akron on Monday and police named Keith Example, 31, as one of the victims.", want: []string{"k=2 -by=example"}, only: true},
		{name: "whom police shot", text: "Police shot the gunman, Keith Example, 30, as he left a bar in Akron on Monday, killing him.", want: []string{"by=police -by=example"}},
	} {
		t.Run(c.name, c.run)
	}
}
