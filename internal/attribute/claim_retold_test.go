package attribute

import (
	"slices"
	"testing"

	"isnad"
)

// Claims are weighed once more when each is settled. Those that cannot be one stay apart
// whatever the weights say.
func TestRetoldStandsApart(t *testing.T) {
	count := func(n int) *casualty {
		return &casualty{outcome: isnad.Killed, q: quantity{low: n, high: n}}
	}
	for _, c := range []struct {
		name  string
		a, b  partial
		apart bool
	}{
		{"nothing against it", partial{event: isnad.EventShelling}, partial{event: isnad.EventShelling, names: []string{"Residents of Karm"}}, false},
		{"kin", partial{event: isnad.EventShelling}, partial{event: isnad.EventAirStrike}, false},
		{"the means untold", partial{event: isnad.EventAttack}, partial{event: isnad.EventBombing}, false},
		{"another kind", partial{event: isnad.EventShelling}, partial{event: isnad.EventAbduction}, true},
		{"one claimant", partial{event: isnad.EventShelling, names: []string{"Karm Observer"}}, partial{event: isnad.EventShelling, names: []string{"the Karm Observer"}}, false},
		{"two claimants", partial{event: isnad.EventShelling, names: []string{"Karm Observer"}}, partial{event: isnad.EventShelling, names: []string{"Hafir Relief"}}, true},
		{"a denial", partial{event: isnad.EventShelling}, partial{event: isnad.EventShelling, stance: isnad.StanceDenied}, true},
		{"a figure of one's own", partial{event: isnad.EventShelling, names: []string{"Karm Observer"}, killed: count(17)}, partial{event: isnad.EventShelling, names: []string{"a nurse"}, killed: count(23)}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := docs.Get().(*doc)
			defer d.release()
			d.roll.begin()
			for n, p := range []*partial{&c.a, &c.b} {
				p.f, p.f0, p.si0, p.last = &d.body, &d.body, 3*n, 3*n
			}
			if got := d.standApart(&c.a, &c.b); got != c.apart {
				t.Errorf("stand apart: %v, want %v", got, c.apart)
			}
		})
	}
}

// A claim told again gives what the first telling left open, and takes nothing from it.
func TestComplete(t *testing.T) {
	day, err := isnad.ParseDay("2017-10-16")
	if err != nil {
		t.Fatal(err)
	}
	d := docs.Get().(*doc)
	defer d.release()
	d.roll.begin()
	killed := &casualty{outcome: isnad.Killed, q: quantity{low: 7, high: 7}}
	injured := &casualty{outcome: isnad.Injured, q: quantity{low: 25, high: 25}}
	a := partial{event: isnad.EventAttack, place: "Karm", killed: killed, chance: .6}
	b := partial{event: isnad.EventBombing, place: "Opera Square", within: []string{"Karm"}, killed: &casualty{q: quantity{low: 5, high: 5}}, injured: injured, names: []string{"Residents"},
		actors: []string{"Militants"}, stance: isnad.StanceHedged, weapon: "car bomb", gotDate: true, when: isnad.Period{From: day, To: day}, chance: .4}
	d.complete(&a, &b)
	switch {
	case a.killed != killed || a.injured != injured:
		t.Errorf("figures: killed %v, injured %v", a.killed, a.injured)
	case a.event != isnad.EventBombing || a.weapon != "car bomb":
		t.Errorf("kind %s, weapon %q", a.event, a.weapon)
	case a.place != "Opera Square" || !slices.Equal(a.within, []string{"Karm"}):
		t.Errorf("place %q in %q", a.place, a.within)
	case !slices.Equal(a.names, []string{"Residents"}) || a.stance != isnad.StanceHedged || !slices.Equal(a.actors, []string{"Militants"}):
		t.Errorf("said by %q, %s, done by %q", a.names, a.stance, a.actors)
	case a.when.From != day || a.chance != .6:
		t.Errorf("day %v, chance %v", a.when, a.chance)
	}
	c := partial{event: isnad.EventShelling, place: "Hafir", names: []string{"Residents of Karm"}, actors: []string{"the army"}}
	d.complete(&a, &c)
	if a.event != isnad.EventBombing || a.place != "Opera Square" || !slices.Equal(a.actors, []string{"Militants"}) || !slices.Contains(a.names, "Residents of Karm") {
		t.Errorf("a second telling took something away: %+v", a)
	}
	e := partial{event: isnad.EventShelling, order: 3, killed: &casualty{q: quantity{low: 2, high: -1, vague: true}}}
	f := partial{event: isnad.EventShelling, order: 1, killed: killed}
	if d.complete(&e, &f); e.killed != killed {
		t.Errorf("a number told before \"several\" is lost: %+v", e.killed)
	}
}
