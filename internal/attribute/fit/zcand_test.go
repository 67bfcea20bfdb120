package main

import (
	"encoding/json"
	"os"
	"testing"

	"isnad"
)

func TestZCand(t *testing.T) {
	rd := reader()
	out, _ := os.Create(os.Getenv("ZOUT"))
	defer out.Close()
	enc := json.NewEncoder(out)
	eachReport(os.Getenv("ZIN"), func(rep *isnad.Report) error {
		type pl struct{ Name string `json:"name"` }
		type dt struct{ From, To string }
		type co struct {
			Event string `json:"event"`
			Date map[string]string `json:"date"`
			Place *pl `json:"place"`
			Killed *isnad.Range `json:"killed"`
			Injured *isnad.Range `json:"injured"`
			Actors []string `json:"actors"`
			Attribution []string `json:"attribution"`
			Stance string `json:"stance"`
			Quote string `json:"quote"`
			Confidence float64 `json:"confidence"`
			Facts []string `json:"facts"`
		}
		var cs []co
		for _, c := range rd.Candidates(rep) {
			k := c.Claim
			o := co{Event: eventName(k.Event), Killed: k.Killed, Injured: k.Injured, Attribution: k.Attribution, Stance: string(k.Stance), Quote: k.Quote, Confidence: k.Confidence, Facts: c.Facts}
			if !k.When.IsZero() {
				o.Date = map[string]string{"from": k.When.From.String(), "to": k.When.To.String()}
			}
			if k.Place.Name != "" { o.Place = &pl{k.Place.Name} }
			for _, a := range k.Actors { o.Actors = append(o.Actors, a.Name) }
			cs = append(cs, o)
		}
		return enc.Encode(map[string]any{"id": rep.ID, "claims": cs})
	})
}
