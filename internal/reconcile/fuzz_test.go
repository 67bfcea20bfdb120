package reconcile

import (
	"encoding/json"
	"testing"

	"isnad"
)

// FuzzClaims gives any claims that JSON can hold to all that this room does.
func FuzzClaims(f *testing.F) {
	seed, err := json.Marshal(crowdOf(6, 3))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seed))
	f.Add(`[{"id":"k1","when":{"from":"2024-01-01","to":"2023-01-01"},"place":{"name":"x","lat":1e300,"lon":-1e300,"precision":1},"killed":{"min":9,"max":-9}},
		{"id":"k1","when":{"from":"2199-12-31","to":"2200-12-31"},"place":{"name":"\u0627\u0644","precision":99,"lat":91,"lon":181},"attribution":[""],"casualties":{"min":null,"max":7}}]`)
	f.Fuzz(func(t *testing.T, text string) {
		var claims []isnad.Claim
		if json.Unmarshal([]byte(text), &claims) != nil || len(claims) == 0 || len(claims) > 40 {
			return
		}
		if keys := Batch(claims); len(keys) != len(claims) {
			t.Fatalf("%d keys for %d claims", len(keys), len(claims))
		}
		half := len(claims) / 2
		known := Assign(claims[:half], nil)
		total := 0
		ids := map[string]bool{}
		for _, g := range append(Assign(claims[half:], known), known...) {
			if !ids[g.ID] {
				total += len(g.Claims)
			}
			ids[g.ID] = true
			check(t.Fatalf, Sum(g, outlets, nil), g.Claims)
		}
		if total != len(claims) {
			t.Fatalf("%d claims came out, %d went in", total, len(claims))
		}
		for i := range claims {
			BlockOf(&claims[i])
			Why(&claims[0], &claims[i])
		}
	})
}
