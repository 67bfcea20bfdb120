package attribute

import "testing"

// Months and days of a year that was named before. The texts are of 18 October 2017.
func TestThatYear(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a month", text: "The town fell in June 2014. Militants shot dead 60 soldiers in Wawi over two days in July of the same year.", want: []string{"k=60 on=2014-07-01 to=2014-07-31"}},
		{name: "that year", text: "He was arrested in 2011 in Homs. He is accused of having beaten a farmer to death in Karm in October that year.", want: []string{"k=1 on=2011-10-01 to=2011-10-31"}},
		{name: "a day", text: "The war began in 2015. On 4 March of that year gunmen killed 36 workers in Kormey.", want: []string{"k=36 on=2015-03-04 to=2015-03-04"}},
		{name: "that same year", text: "A truce was signed in 2013. Gunmen killed 36 workers in Kormey in August of that same year.", want: []string{"k=36 on=2013-08-01 to=2013-08-31"}},
		{name: "no year before", text: "Gunmen killed 36 workers in Kormey on 4 March of that year.", want: []string{"k=36 on=2017-03-04"}},
	} {
		t.Run(c.name, c.run)
	}
}
