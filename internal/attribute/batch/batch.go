// Package batch is the batch interface of claims: lines of JSON in, lines of
// JSON out, no store needed.
//
// A line in is {"id","source","published","title","text"}, one report. A line
// out is {"id","claims":[…],"tolls":[…]}, in the order of the lines in, in the
// words of the annotation guide of casualty recorders: dates as from and to,
// places as name and wider names, counts as min and max. "incident" is the key
// of the claim's group over the whole batch.
package batch

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/internal/attribute"
)

// MaxLine is the longest line that is read, in bytes. A longer one is a fault.
const MaxLine = 64 << 20

// reportIn is a line in. The id may be a string or a number.
type reportIn struct {
	ID        json.RawMessage `json:"id"`
	Source    string          `json:"source"`
	Published string          `json:"published"`
	Title     string          `json:"title"`
	Text      string          `json:"text"`
}

type dateOut struct {
	From isnad.Day `json:"from"`
	To   isnad.Day `json:"to"`
}

type placeOut struct {
	Name      string               `json:"name"`
	Within    []string             `json:"within"`
	Country   *string              `json:"country"`
	ID        string               `json:"id,omitempty"`
	Lat       *float64             `json:"lat,omitempty"`
	Lon       *float64             `json:"lon,omitempty"`
	Precision isnad.PlacePrecision `json:"precision,omitempty"`
}

type claimOut struct {
	Incident    string                 `json:"incident"`
	Event       isnad.Event            `json:"event"`
	Stage       isnad.Stage            `json:"stage"`
	Date        *dateOut               `json:"date"`
	Precision   isnad.DatePrecision    `json:"date_precision,omitempty"`
	Place       *placeOut              `json:"place"`
	Actors      []string               `json:"actors"`
	Targets     []string               `json:"targets"`
	Killed      *isnad.Range           `json:"killed"`
	Injured     *isnad.Range           `json:"injured"`
	Casualties  *isnad.Range           `json:"casualties"`
	Victims     map[isnad.Category]int `json:"victims"`
	Weapon      *string                `json:"weapon"`
	Attribution []string               `json:"attribution"`
	Via         []string               `json:"via"`
	Stance      isnad.Stance           `json:"stance"`
	Background  bool                   `json:"background"`
	Quote       string                 `json:"quote"`
	Span        isnad.Span             `json:"span"`
	Confidence  float64                `json:"confidence"`
}

type tollOut struct {
	Killed      *int   `json:"killed"`
	Injured     *int   `json:"injured"`
	Period      string `json:"period"`
	Attribution string `json:"attribution"`
	Quote       string `json:"quote"`
}

type reportOut struct {
	ID     json.RawMessage `json:"id"`
	Claims []claimOut      `json:"claims"`
	Tolls  []tollOut       `json:"tolls"`
}

// Claims reads reports from r, one a line, and writes their claims to w in the
// same order. group gives each claim of the batch, in order, the key of its
// incident; with a nil group every claim is an incident of its own. A line that
// cannot be read is left out and told to fault with its number, counted from 1;
// fault may be nil, and is told in the order of the lines. Reports are read on all
// cores and pass through; claims are held until all are read, as the key of the first
// may depend on the last.
//
// The error says why the reading or writing stopped.
func Claims(ctx context.Context, r io.Reader, w io.Writer, rd *attribute.Reader,
	group func([]isnad.Claim) []string, fault func(line int, err error)) error {
	if fault == nil {
		fault = func(int, error) {}
	}
	results, err := readAll(ctx, r, rd, fault)
	if err != nil {
		return err
	}
	total := 0
	for i := range results {
		total += len(results[i].claims)
	}
	all := make([]isnad.Claim, 0, total)
	for i := range results {
		all = append(all, results[i].claims...)
		results[i].claims = all[len(all)-len(results[i].claims):] // one copy of each is enough
	}
	var keys []string
	if group != nil {
		if keys = group(all); len(keys) != len(all) {
			return fmt.Errorf("grouping: %d keys for %d claims", len(keys), len(all))
		}
	}
	bw := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(bw)
	enc.SetEscapeHTML(false)
	n := 0
	for _, res := range results {
		out := reportOut{ID: res.id, Claims: make([]claimOut, 0, len(res.claims)), Tolls: make([]tollOut, 0, len(res.tolls))}
		for i := range res.claims {
			c := &res.claims[i]
			key := c.Report + "-" + strconv.Itoa(i+1)
			if keys != nil {
				key = keys[n]
			}
			out.Claims = append(out.Claims, write(c, key))
			n++
		}
		for _, t := range res.tolls {
			out.Tolls = append(out.Tolls, tollOut{t.Killed, t.Injured, t.Period, t.Attribution, t.Quote})
		}
		if err := enc.Encode(out); err != nil {
			return fmt.Errorf("writing claims: %w", err)
		}
	}
	if err := bw.Flush(); err != nil {
		return fmt.Errorf("writing claims: %w", err)
	}
	return nil
}

// Report reads one line in.
func Report(line []byte) (isnad.Report, error) {
	rep, _, err := parse(line, new(decoder))
	return rep, err
}

func parse(line []byte, dec *decoder) (isnad.Report, json.RawMessage, error) {
	var in reportIn
	if err := decode(line, &in, dec); err != nil {
		return isnad.Report{}, nil, fmt.Errorf("not a report: %w", err)
	}
	if len(in.ID) == 0 || string(in.ID) == "null" {
		return isnad.Report{}, nil, errors.New("not a report: no id")
	}
	return in.report(), in.ID, nil
}

func (in *reportIn) report() isnad.Report {
	id := string(in.ID)
	var s string
	if id[0] == '"' && json.Unmarshal(in.ID, &s) == nil {
		id = s
	}
	rep := isnad.Report{ID: id, Version: 1, Source: in.Source, Title: in.Title, Text: in.Text}
	if in.Source != "" {
		rep.SourceID = isnad.MakeID('s', strings.ToLower(in.Source))
	}
	rep.Published = published(in.Published)
	return rep
}

// published reads the forms in which data sets give a day; the zero time for
// anything else, as a report without a day is still a report.
func published(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, form := range [...]string{time.DateOnly, time.RFC3339, "1/2/2006", time.DateTime, time.RFC1123Z, time.RFC1123, "2 January 2006", "January 2, 2006", "Jan 2, 2006", "2 Jan 2006"} {
		if form == time.DateOnly && len(s) != len(form) {
			continue // most give the hour too, and an error costs more than a time
		}
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

func write(c *isnad.Claim, key string) claimOut {
	out := claimOut{
		Incident: key, Event: c.Event, Stage: c.Stage, Precision: c.When.Precision, Actors: []string{}, Targets: c.Targets,
		Killed: c.Killed, Injured: c.Injured, Casualties: c.Casualties, Victims: c.Victims, Attribution: c.Attribution,
		Via: c.Via, Stance: c.Stance, Background: c.Background, Quote: c.Quote, Span: c.Span, Confidence: c.Confidence,
	}
	if !c.When.IsZero() {
		out.Date = &dateOut{c.When.From, c.When.To}
	}
	if !c.Place.IsZero() {
		p := &placeOut{Name: c.Place.Name, Within: c.Place.Within, ID: c.Place.ID, Lat: c.Place.Lat, Lon: c.Place.Lon, Precision: c.Place.Precision}
		if p.Within == nil {
			p.Within = []string{}
		}
		if c.Place.Country != "" {
			p.Country = &c.Place.Country
		}
		out.Place = p
	}
	for _, a := range c.Actors {
		out.Actors = append(out.Actors, a.Name)
	}
	if c.Weapon != "" {
		out.Weapon = &c.Weapon
	}
	if out.Targets == nil {
		out.Targets = []string{}
	}
	if out.Attribution == nil {
		out.Attribution = []string{}
	}
	if out.Via == nil {
		out.Via = []string{}
	}
	if out.Victims == nil {
		out.Victims = map[isnad.Category]int{}
	}
	return out
}
