package places

import (
	"sync"
	"testing"

	"isnad/internal/names"
)

// What is kept is what the tables say, for names that share a slot too, whoever
// else asks at once.
func TestRecentAnswers(t *testing.T) {
	g, fresh := Embedded(), Embedded()
	asked := []string{"aleppo", "homs", "syria", "idlib", "no such place", "kharkiv", "of", ""}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				for _, n := range asked {
					sum := names.HashOf(n)
					for _, s := range []uint64{sum, sum ^ 1<<recentBits, sum ^ 1<<63} { // one slot
						m, ok := fresh.layers[0].Best(s)
						if score, _, found := g.best(s); found != ok || ok && score != float64(m.Score)/127 {
							t.Errorf("%q: %v %v, the table says %v %v", n, score, found, m.Score, ok)
							return
						}
					}
				}
			}
		})
	}
	wg.Wait()
}

// Where a place stands is kept for its own ID alone, whatever shares its slot.
func TestPlacedAnswers(t *testing.T) {
	var p placed
	if _, ok := p.get(0); ok {
		t.Error("an empty store knows 0")
	}
	for _, r := range []ref{{0, 0}, {0, 1<<placedLayer - 1}, {3, 7}, {1<<10 - 1, 5}} {
		for _, id := range []uint32{0, 1, 170654, 1<<32 - 1} {
			p.put(id, r)
			if got, ok := p.get(id); !ok || got != r {
				t.Errorf("%d stands at %v, %v; want %v", id, got, ok, r)
			}
			if _, ok := p.get(id ^ 1<<placedBits); ok {
				t.Errorf("%d answers for another ID", id)
			}
		}
	}
	p.put(9, ref{1 << 10, 1})
	p.put(9, ref{0, 1 << placedLayer})
	if r, ok := p.get(9); ok {
		t.Errorf("what fits no slot is kept as %v", r)
	}
}
