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
