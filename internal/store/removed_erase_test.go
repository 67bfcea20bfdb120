package store

import (
	"strings"
	"testing"
	"time"

	"isnad"
)

// What became the report goes whole, with whatever may hold its words. Of what waits or
// was refused only the report's passages go; what became another report stays.
func TestErasureReachesOffers(t *testing.T) {
	onBoth(t, func(t *testing.T, st *Store) {
		const secret = "the well behind the mill"
		ctx := t.Context()
		offers := []isnad.Offer{
			{ID: "f01", State: isnad.OfferAccepted, Capture: "c01", Received: time.Unix(1, 0).UTC(), Title: "A report", Text: "They met at the mill.", Remarks: "It says " + secret,
				Link: "https://hill.example/they-met", Failed: "they-met: no answer", Files: []isnad.Evidence{{Name: "the mill.png"}}},
			{ID: "f02", State: isnad.OfferWaiting, Received: time.Unix(2, 0).UTC(), Text: "Another report.", Remarks: "As they say: " + secret},
			{ID: "f03", State: isnad.OfferRefused, Received: time.Unix(3, 0).UTC(), Text: "A third.", Reason: "no source"},
			{ID: "f04", State: isnad.OfferAccepted, Capture: "c02", Received: time.Unix(4, 0).UTC(), Title: "Of others", Text: "Who met at " + secret + "?"},
		}
		quotes := func(s string) bool { return strings.Contains(s, secret) }
		passages := func(s string) string { return strings.ReplaceAll(s, secret, "███") }
		err := st.Begin(ctx, func(tx *Tx) error {
			for i := range offers {
				if err := tx.PutOffer(&offers[i]); err != nil {
					return err
				}
			}
			_, err := tx.exec("INSERT INTO readings (report, capture, place, version) VALUES ('r01', 'c01', 0, 1)")
			if err == nil {
				_, err = tx.Erase(Erasure{Report: "r01", Notice: "n01", Quotes: quotes, Passages: passages})
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		list, _, err := st.Offers(ctx, OfferQuery{})
		if err != nil || len(list) != 4 {
			t.Fatalf("%d offers, %v", len(list), err)
		}
		for _, o := range list {
			switch was := offers[o.Number-1]; o.ID {
			case "f01":
				if o.Title+o.Text+o.Remarks != Blotted+Blotted+Blotted || o.Link != "https://hill.example/" || o.Failed+o.Files[0].Name != "" || o.Capture != "c01" {
					t.Errorf("what became the report: %+v", o)
				}
			case "f02":
				if o.Remarks != "As they say: ███" || o.Text != was.Text || o.State != isnad.OfferWaiting {
					t.Errorf("what waits: %+v", o)
				}
			default:
				if o.Title+o.Text+o.Reason != was.Title+was.Text+was.Reason {
					t.Errorf("%s was altered: %+v", o.ID, o)
				}
			}
		}
	})
}
