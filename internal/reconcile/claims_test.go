package reconcile

import (
	"fmt"
	"math/rand/v2"

	"isnad"
)

// The tests tell of incidents that never took place, in real towns.

func n(v int) *int { return &v }

func exactly(v int) *isnad.Range { return &isnad.Range{Min: n(v), Max: n(v)} }
func atLeast(v int) *isnad.Range { return &isnad.Range{Min: n(v)} }

func on(s string) isnad.Period {
	d, err := isnad.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return isnad.Period{From: d, To: d, Precision: isnad.DateDay, Basis: isnad.BasisExplicit}
}

func between(a, b string) isnad.Period {
	p := on(a)
	p.To = on(b).To
	p.Precision = isnad.PrecisionOf(p.From, p.To)
	p.Basis = isnad.BasisRange
	return p
}

func pin(lat, lon float64) (a, b *float64) { return &lat, &lon }

// town is a listed place itself.
func town(id, name, province string, lat, lon float64) isnad.Where {
	w := isnad.Where{ID: id, Name: name, At: name, Country: "SY", Province: province, Precision: isnad.PlaceExact}
	w.Lat, w.Lon = pin(lat, lon)
	return w
}

// quarter is an unlisted part of a listed town.
func quarter(name string, of isnad.Where) isnad.Where {
	w := of
	w.Within = []string{of.Name}
	w.Name = name
	w.Precision = isnad.PlaceNear
	return w
}

var (
	deirEzzor = town("g170794", "Deir ez-Zor", "g170792", 35.3359, 40.1408)
	hajin     = town("g174506", "Hajin", "g170792", 34.6889, 40.8306)
	binnish   = town("g171451", "Binnish", "g169387", 35.9574, 36.7138)
	saraqib   = town("g164816", "Saraqib", "g169387", 35.8644, 36.8058)
	idlib     = isnad.Where{ID: "g169387", Name: "Idlib province", At: "Idlib", Country: "SY", Province: "g169387", Precision: isnad.PlaceProvince}
	syria     = isnad.Where{ID: "g163843", Name: "Syria", At: "Syria", Country: "SY", Precision: isnad.PlaceCountry}
)

// told builds a claim; each has its own report unless the test says otherwise.
func told(id string, e isnad.Event, where isnad.Where, when isnad.Period, by string, opt ...func(*isnad.Claim)) isnad.Claim {
	c := isnad.Claim{
		ID: "k" + id, Report: "r" + id, Version: 1, Event: e, Stage: isnad.StageAccomplished, Polarity: isnad.Affirmed,
		Place: where, When: when, Claimant: by, Attribution: []string{by}, Stance: isnad.StanceAsserted,
	}
	for _, o := range opt {
		o(&c)
	}
	return c
}

func killed(r *isnad.Range) func(*isnad.Claim)  { return func(c *isnad.Claim) { c.Killed = r } }
func injured(r *isnad.Range) func(*isnad.Claim) { return func(c *isnad.Claim) { c.Injured = r } }
func in(report string) func(*isnad.Claim)       { return func(c *isnad.Claim) { c.Report = report } }
func stance(s isnad.Stance) func(*isnad.Claim) {
	return func(c *isnad.Claim) {
		c.Stance = s
		if s == isnad.StanceDenied {
			c.Polarity = isnad.Denied
		}
	}
}
func by(party string) func(*isnad.Claim) {
	return func(c *isnad.Claim) { c.Actors = append(c.Actors, isnad.Actor{ID: party, Name: party}) }
}
func quote(s string) func(*isnad.Claim) { return func(c *isnad.Claim) { c.Quote = s } }
func target(s string) func(*isnad.Claim) {
	return func(c *isnad.Claim) { c.Targets = append(c.Targets, s) }
}
func ownVoice(c *isnad.Claim) { c.Attribution = nil }

// crowdOf makes n claims over a year and forty towns, several of each incident,
// the same for the same seed.
func crowdOf(size int, seed uint64) []isnad.Claim {
	r := rand.New(rand.NewPCG(seed, 1))
	events := isnad.Events()
	first := on("2024-01-01").From
	out := make([]isnad.Claim, 0, size)
	for len(out) < size {
		t := r.IntN(40)
		where := town(fmt.Sprintf("g%d", 1000+t), fmt.Sprintf("Town%c%c", 'a'+t%26, 'a'+t/26), fmt.Sprintf("g%d", t/8), 33+float64(t/8)*0.8, 36+float64(t%8)*0.8)
		if r.IntN(2) == 0 {
			where = quarter(fmt.Sprintf("al-Quarter%c", 'a'+r.IntN(20)), where)
		}
		when := isnad.Period{From: first.AddDays(r.IntN(365)), Precision: isnad.DateDay, Basis: isnad.BasisExplicit}
		when.To = when.From
		e := events[r.IntN(len(events))]
		toll := 1 + r.IntN(30)
		for k := 1 + r.IntN(5); k > 0 && len(out) < size; k-- {
			id := len(out)
			where, when := where, when
			switch r.IntN(8) { // not everyone knows as much
			case 0:
				where.Name, where.Within, where.Precision = where.At, nil, isnad.PlaceExact
			case 1:
				where = isnad.Where{ID: where.Province, Name: "Province " + where.Province, At: "Province " + where.Province, Country: "SY", Province: where.Province, Precision: isnad.PlaceProvince}
			case 2: // a village beside it that no one else names
				where.ID, where.Name, where.At = where.ID+"v", where.Name+" al-Sharqi", where.At+" al-Sharqi"
				where.Lat, where.Lon = pin(*where.Lat+0.1, *where.Lon-0.1)
			case 3:
				when.From, when.Basis = when.From.AddDays(1), isnad.BasisDateline
				when.To = when.From
			case 4:
				when.To, when.Precision, when.Basis = when.From.AddDays(2), isnad.DateDays, isnad.BasisRange
			case 5:
				when.From, when.To, when.Precision, when.Basis = when.From.AddDays(-12), when.From.AddDays(12), isnad.DateMonth, isnad.BasisRange
			}
			out = append(out, told(fmt.Sprint(id), e, where, when, fmt.Sprintf("Claimant %d", r.IntN(200)),
				in(fmt.Sprintf("r%d", r.IntN(size/3+1))), killed(atLeast(toll+r.IntN(3))),
				quote(fmt.Sprintf("At least %d people were killed near the mill of number %d when the roof fell", toll, r.IntN(500)))))
		}
	}
	return out
}
