package store

import (
	"strings"
	"testing"
	"time"

	"isnad"
)

// What people handed in holds the words of the report that was made of it, and
// perhaps of another that it quotes: an erasure reaches both, and nothing else.
func TestErasureReachesOffers(t *testing.T) {
	onBoth(t, func(t *testing.T, st *Store) {
		const secret = "the well behind the mill"
		ctx := t.Context()
		offers := []isnad.Offer{
			{ID: "f01", State: isnad.OfferAccepted, Received: time.Unix(1, 0).UTC(), Title: "A report", Text: "They met at " + secret + "."},
			{ID: "f02", State: isnad.OfferWaiting, Received: time.Unix(2, 0).UTC(), Text: "Another report.", Remarks: "As they say: " + secret},
			{ID: "f03", State: isnad.OfferRefused, Received: time.Unix(3, 0).UTC(), Text: "A third.", Reason: "no source"},
		}
		err := st.Begin(ctx, func(tx *Tx) error {
			if err := tx.LockOffers(); err != nil {
				return err
			}
			for i := range offers {
				if err := tx.PutOffer(&offers[i]); err != nil {
					return err
				}
			}
			_, err := tx.Erase(Erasure{Report: "r01", Notice: "n01", Quotes: func(s string) bool { return strings.Contains(s, secret) }})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		list, _, err := st.Offers(ctx, OfferQuery{})
		if err != nil || len(list) != 3 {
			t.Fatalf("%d offers, %v", len(list), err)
		}
		for _, o := range list {
			if strings.Contains(o.Title+o.Text+o.Remarks+o.Reason, secret) {
				t.Errorf("%s still holds the words: %+v", o.ID, o)
			}
			switch {
			case o.ID == "f01" && (o.Text != Blotted || o.Title != "A report"),
				o.ID == "f02" && (o.Remarks != Blotted || o.Text != "Another report."),
				o.ID == "f03" && (o.Text != "A third." || o.Reason != "no source"):
				t.Errorf("more or less than the words was blotted out: %+v", o)
			}
		}
	})
}
