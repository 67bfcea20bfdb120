package attribute

import (
	"testing"

	"isnad"
)

// Numbers of people, as reporters write them. low or high -1: that side is open.
var quantityCases = []struct {
	text      string
	low, high int
	qual      isnad.Qualifier
	category  isnad.Category
}{
	{"14 civilians", 14, 14, isnad.Exact, isnad.CategoryCivilians},
	{"fourteen soldiers", 14, 14, isnad.Exact, isnad.CategoryCombatants},
	{"twenty-five people", 25, 25, isnad.Exact, isnad.CategoryAll},
	{"twenty five people", 25, 25, isnad.Exact, isnad.CategoryAll},
	{"1,200 people", 1200, 1200, isnad.Exact, isnad.CategoryAll},
	{"18 000 people", 18000, 18000, isnad.Exact, isnad.CategoryAll},
	{"two hundred people", 200, 200, isnad.Exact, isnad.CategoryAll},
	{"a hundred people", 100, 100, isnad.Exact, isnad.CategoryAll},
	{"one hundred and twenty people", 120, 120, isnad.Exact, isnad.CategoryAll},
	{"a dozen fighters", 12, 12, isnad.Exact, isnad.CategoryCombatants},
	{"two dozen fighters", 24, 24, isnad.Exact, isnad.CategoryCombatants},
	{"at least 14 people", 14, -1, isnad.AtLeast, isnad.CategoryAll},
	{"no fewer than nine children", 9, -1, isnad.AtLeast, isnad.CategoryChildren},
	{"more than 30 people", 31, -1, isnad.MoreThan, isnad.CategoryAll},
	{"over 20 militants", 21, -1, isnad.MoreThan, isnad.CategoryCombatants},
	{"up to 50 people", -1, 50, isnad.UpTo, isnad.CategoryAll},
	{"as many as 12 women", -1, 12, isnad.UpTo, isnad.CategoryWomen},
	{"no more than six people", -1, 6, isnad.UpTo, isnad.CategoryAll},
	{"about 40 residents", 40, 40, isnad.About, isnad.CategoryCivilians},
	{"nearly 30 soldiers", 30, 30, isnad.About, isnad.CategoryCombatants},
	{"some 80 people", 80, 80, isnad.About, isnad.CategoryAll},
	{"an estimated 60 people", 60, 60, isnad.About, isnad.CategoryAll},
	{"a total of 24 militants", 24, 24, isnad.Exact, isnad.CategoryCombatants},
	{"10 to 12 people", 10, 12, isnad.Exact, isnad.CategoryAll},
	{"between 10 and 12 people", 10, 12, isnad.Exact, isnad.CategoryAll},
	{"five or six people", 5, 6, isnad.Exact, isnad.CategoryAll},
	{"dozens of people", 12, -1, isnad.Vague, isnad.CategoryAll},
	{"tens of people", 20, -1, isnad.Vague, isnad.CategoryAll},
	{"scores of people", 40, -1, isnad.Vague, isnad.CategoryAll},
	{"hundreds of civilians", 100, -1, isnad.Vague, isnad.CategoryCivilians},
	{"several policemen", 2, -1, isnad.Vague, isnad.CategoryCombatants},
	{"a number of citizens", 2, -1, isnad.Vague, isnad.CategoryCivilians},
	{"a man", 1, 1, isnad.Exact, isnad.CategoryMen},
	{"an elderly woman", 1, 1, isnad.Exact, isnad.CategoryWomen},
	{"his wife", 1, 1, isnad.Exact, isnad.CategoryWomen},
	{"a girl child", 1, 1, isnad.Exact, isnad.CategoryChildren},
	{"a 15-year-old boy", 1, 1, isnad.Exact, isnad.CategoryChildren},
	{"a family of six", 6, 6, isnad.Exact, isnad.CategoryAll},
	{"another five people", 5, 5, isnad.Exact, isnad.CategoryAll},
	{"five other people", 5, 5, isnad.Exact, isnad.CategoryAll},
	{"25 others", 25, 25, isnad.Exact, isnad.CategoryAll},
	{"three more civilians", 3, 3, isnad.Exact, isnad.CategoryCivilians},
	{"two aid workers", 2, 2, isnad.Exact, isnad.CategoryAidWorkers},
	{"four journalists", 4, 4, isnad.Exact, isnad.CategoryJournalists},
	{"four rescue workers", 4, 4, isnad.Exact, isnad.CategoryMedics},
	{"12 Northern Front fighters", 12, 12, isnad.Exact, isnad.CategoryCombatants},
	{"14 of its fighters", 14, 14, isnad.Exact, isnad.CategoryCombatants},
}

func TestQuantity(t *testing.T) {
	for _, c := range quantityCases {
		t.Run(c.text, func(t *testing.T) {
			var d doc
			d.body.load(c.text+" were killed", false, lexiconEN())
			qs := d.quantities(&d.body, 0, len(d.body.items))
			if len(qs) == 0 {
				t.Fatal("no number read")
			}
			q := qs[0]
			if q.low != c.low || q.high != c.high || q.qual != c.qual || q.category != c.category {
				t.Errorf("read %d..%d %s %s, want %d..%d %s %s", q.low, q.high, q.qual, q.category, c.low, c.high, c.qual, c.category)
			}
		})
	}
}

// Numbers that count no people: distances, ages, times, things, dates, calibres.
func TestNoQuantityOfPeople(t *testing.T) {
	for _, text := range []string{
		"30 km north of the town", "a 12-year war", "at 11.30 am", "four tanks", "22 air strikes", "59 cruise missiles", "in 2016",
		"on 14 March", "March 14", "50 percent", "120 mm mortars", "F-16 jets", "Resolution 2254", "three vehicles", "the 101st brigade",
	} {
		t.Run(text, func(t *testing.T) {
			var d doc
			d.body.load(text, false, lexiconEN())
			for _, q := range d.quantities(&d.body, 0, len(d.body.items)) {
				if q.head {
					t.Errorf("read %d people in %q", q.low, text)
				}
			}
		})
	}
}

// Heads of bodies and people who often speak count when they are harmed.
func TestOneOfSomeOffice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "leader", text: "A tribal leader was killed in an attack in Kosti on Monday.", want: []string{"k=1"}, only: true},
		{name: "pastor", text: "A pastor was killed in an attack in Kosti on Monday.", want: []string{"k=1"}, only: true},
		{name: "village head", text: "A village head was wounded in an attack in Kosti on Monday.", want: []string{"i=1"}, only: true},
		{name: "many", text: "A governor and the men with him were attacked in Kosti on Monday.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Between two ages stands no number of people.
func TestRangeOfAges(t *testing.T) {
	for _, c := range []claimCase{
		{name: "between", text: "Eight pupils aged between 7 and 12 were killed in shelling of Kosti on Monday.", want: []string{"k=8 ev=shelling"}, only: true},
		{name: "to", text: "Eight pupils aged 7 to 12 were killed in shelling of Kosti on Monday.", want: []string{"k=8 ev=shelling"}, only: true},
		{name: "from", text: "Three pupils, aged from 7 to 12, were killed in shelling of Kosti on Monday.", want: []string{"k=3 ev=shelling"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

func FuzzQuantity(f *testing.F) {
	for _, c := range quantityCases {
		f.Add(c.text)
	}
	f.Add("99999999999999999999 people 10,00,000 1.2.3.4 -5 a hundred thousand million million million")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		var d doc
		d.body.load(text, false, lexiconEN())
		for _, q := range d.quantities(&d.body, 0, len(d.body.items)) {
			if q.from >= q.to || q.to > len(d.body.items) {
				t.Fatalf("number covers items %d to %d of %d", q.from, q.to, len(d.body.items))
			}
			if q.low >= 0 && q.high >= 0 && q.low > q.high || q.low > 2*maxNumber || q.high > 2*maxNumber {
				t.Fatalf("number %d..%d", q.low, q.high)
			}
		}
	})
}
