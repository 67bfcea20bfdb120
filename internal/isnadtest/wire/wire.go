// Package wire makes reports for tests that need many: the same number gives
// the same report. Outlets and events are made up; only the names of towns are
// real. The reports tell of incidents in the plain sentences of agencies, some
// outlets telling of the same incident with other figures, and carry filler so
// that their length is that of news.
package wire

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// Report is a line of the batch interface.
type Report struct {
	ID        string `json:"id"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

var (
	outlets = []string{"Quay Street Journal", "Lantern Wire", "The Hill Observer", "Saltmarsh News", "Copper Gate Post",
		"Northern Ferry Times", "Orchard Dispatch", "Stone Bridge Record", "Two Mills Gazette", "Upland Telegraph"}
	towns = [][2]string{{"Saraqib", "Idlib"}, {"Binnish", "Idlib"}, {"Azaz", "Aleppo"}, {"Manbij", "Aleppo"}, {"Mosul", "Nineveh"},
		{"Tikrit", "Saladin"}, {"Kramatorsk", "Donetsk"}, {"Kharkiv", "Kharkiv"}, {"Taiz", "Taiz"}, {"Marib", "Marib"},
		{"Nyala", "South Darfur"}, {"El Obeid", "North Kordofan"}, {"Mopti", "Mopti"}, {"Sabha", "Sabha"}, {"Misrata", "Misrata"}}
	means     = []string{"an air strike hit a market", "shelling hit a residential street", "a car bomb exploded near a bakery", "a drone strike hit a vehicle", "gunmen opened fire on a checkpoint"}
	headlines = []string{"air strike", "shelling", "car bomb", "drone strike", "shooting"}
	claimants = []string{"a local official", "medical sources", "the health directorate", "civil defence workers", "residents"}
	filler    = strings.Fields(`road market evening school bakery bridge north hospital families water light street
		morning volunteers windows garden workers station carried waited opened closed spoke walked found
		returned repaired counted several narrow quiet early late long empty old the a of in on near with and but while after before`)
)

// Make returns report number n of the stream of a seed. Every four reports in a
// row tell of one incident.
func Make(seed uint64, n int) Report {
	event := rand.New(rand.NewPCG(seed, uint64(n/4)))
	own := rand.New(rand.NewPCG(seed+1, uint64(n)))
	// No town is hit twice within two weeks, so that a person could tell the
	// incidents apart whatever the order of arrival.
	town := towns[n/4%len(towns)]
	kind := event.IntN(len(means))
	day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/4%8000)
	killed, injured := 2+event.IntN(30), 3+event.IntN(60)
	if own.IntN(3) == 0 {
		killed += own.IntN(6)
	}
	claimant := claimants[own.IntN(len(claimants))]
	lead := fmt.Sprintf("At least %d people were killed and %d injured when %s in the town of %s in %s province on %s, %s said.",
		killed, injured, means[kind], town[0], town[1], day.Weekday(), claimant)
	var b strings.Builder
	b.WriteString(lead)
	for range 4 + own.IntN(6) {
		b.WriteString("\n\n")
		b.WriteString(paragraph(own))
	}
	return Report{
		ID:        fmt.Sprintf("w%d-%07d", seed, n),
		Source:    outlets[own.IntN(len(outlets))],
		Published: day.AddDate(0, 0, 1).Format(time.DateOnly),
		Title:     fmt.Sprintf("%d killed in %s %s", killed, town[0], headlines[kind]),
		Text:      b.String(),
	}
}

func paragraph(r *rand.Rand) string {
	var b strings.Builder
	for s := range 2 + r.IntN(3) {
		if s > 0 {
			b.WriteByte(' ')
		}
		for w := range 8 + r.IntN(14) {
			word := filler[r.IntN(len(filler))]
			if w == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(word)
		}
		b.WriteByte('.')
	}
	return b.String()
}

// Write writes reports from to to (not included) as JSON lines.
func Write(w io.Writer, seed uint64, from, to int) error {
	e := json.NewEncoder(w)
	for n := from; n < to; n++ {
		if err := e.Encode(Make(seed, n)); err != nil {
			return fmt.Errorf("writing report %d: %w", n, err)
		}
	}
	return nil
}
