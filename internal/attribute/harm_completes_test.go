package attribute

import (
	"testing"

	"isnad"
)

// Who was wounded, told alone soon after those who were killed at one place by one
// kind of deed, completes their claim; another place, kind or claimant does not, but
// "others" do, whoever counts them.
func TestCompletes(t *testing.T) {
	body := &field{}
	for name, c := range map[string]struct {
		change func(p *partial)
		want   bool
	}{
		"same":               {func(*partial) {}, true},
		"nobody named":       {func(p *partial) { p.names = nil }, true},
		"kin":                {func(p *partial) { p.event = isnad.EventAirStrike }, true},
		"another kind":       {func(p *partial) { p.event = isnad.EventAbduction }, false},
		"elsewhere":          {func(p *partial) { p.place = "Binnish" }, false},
		"far behind":         {func(p *partial) { p.si0 = 9 }, false},
		"another claimant":   {func(p *partial) { p.names = []string{"Example Army"} }, false},
		"others, of another": {func(p *partial) { p.names = []string{"Example Army"}; p.injured.q.another = true }, false},
		"denied":             {func(p *partial) { p.stance = isnad.StanceDenied }, false},
		"has its own dead":   {func(p *partial) { p.killed = &casualty{} }, false},
		"headline":           {func(p *partial) { p.title = true }, false},
	} {
		d := &doc{weighed: []int{0}}
		d.roll.begin()
		d.partials = []partial{
			{f0: body, event: isnad.EventShelling, place: "Saraqib", names: []string{"Example Defence"}, killed: &casualty{q: quantity{low: 4, high: 4}}},
			{f0: body, event: isnad.EventShelling, place: "Saraqib", names: []string{"Example Defence"}, injured: &casualty{q: quantity{low: 9, high: 9}}, si0: 2},
		}
		p := &d.partials[1]
		c.change(p)
		if got := d.completes(p) != nil; got != c.want {
			t.Errorf("%s: completes %v, want %v", name, got, c.want)
		}
	}
}

// Who was wounded on a day of a month does not complete the dead of the whole month.
func TestCompletesNoMonth(t *testing.T) {
	day := func(n int) isnad.Day {
		d, _ := isnad.NewDay(2017, 9, n)
		return d
	}
	for to, want := range map[int]bool{8: true, 30: false} {
		body := &field{}
		d := &doc{weighed: []int{0}}
		d.roll.begin()
		d.partials = []partial{
			{f0: body, event: isnad.EventShooting, place: "Lima", gotDate: true, when: isnad.Period{From: day(8), To: day(to)}, killed: &casualty{q: quantity{low: 4, high: 4}}},
			{f0: body, event: isnad.EventShooting, place: "Lima", gotDate: true, when: isnad.Period{From: day(8), To: day(8)}, injured: &casualty{q: quantity{low: 1, high: 1}}, si0: 2},
		}
		if got := d.completes(&d.partials[1]) != nil; got != want {
			t.Errorf("to %d: completes %v, want %v", to, got, want)
		}
	}
}
