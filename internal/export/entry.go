package export

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"isnad"
)

// Lengths of a feed's texts.
const (
	excerpt    = 300 // characters of a report that a feed shows
	mostSaying = 25  // claimants that a feed names for one incident
)

// reportEntry tells who published a report, through whom, and how it begins.
// The whole text stays on its page: whoever follows a feed has no terms of
// republication.
func reportEntry(r isnad.Report, o Options) entry {
	e := entry{
		id: o.page("reports", r.ID), title: line(r.Title), author: line(r.Source),
		published: r.Published, updated: r.Changed, via: webAddress(r.Address), language: r.Language,
	}
	if e.updated.IsZero() {
		e.updated = r.Published
	}
	if r.Version > 1 || e.updated.IsZero() {
		// A new version is news on the day it was received, whatever the report says.
		e.updated = r.Received
	}
	if e.author == "" {
		e.author = "Unnamed outlet"
	}
	if e.title == "" {
		e.title = begin(line(r.Text), 80)
	}
	if e.title == "" {
		e.title = "Report of " + e.author
	}

	says := "Published by " + e.author
	if !r.Published.IsZero() {
		says += " on " + r.Published.UTC().Format("2 January 2006")
	}
	says += "."
	if s := line(strings.Join(r.Bylines, ", ")); s != "" {
		says += " Written by " + s + "."
	}
	if s := line(r.Agency); s != "" {
		says += " Agency credited: " + s + "."
	}
	if s := line(r.Submitter); s != "" {
		says += " Submitted by " + s + "."
	}
	if d := r.Dateline; !d.IsZero() {
		says += " Dated " + strings.Trim(line(d.Place)+", "+d.Date.String(), ", ") + "."
	}
	if r.Version > 1 {
		says += " Version " + strconv.Itoa(r.Version) + "."
	}
	e.text = paragraphs(says, begin(r.Text, excerpt), notice)
	e.tags = tags(tag{"report", "Report"}, tag{"source:" + r.SourceID, r.Source}, tag{"language:" + r.Language, r.Language}, tag{"agency:" + r.Agency, r.Agency})
	return e
}

// incidentEntry tells who says what of an incident.
func incidentEntry(i isnad.Incident, o Options) entry {
	e := entry{id: o.page("incidents", i.ID), title: line(i.Title), author: o.Title}
	if o.Changed != nil {
		e.updated = o.Changed(i)
	}
	if e.updated.IsZero() {
		e.updated = i.When.To.Time()
	}
	kind := capital(words(string(i.Event)))
	if e.title == "" {
		e.title = kind
	}

	facts := "Claimed: " + words(string(i.Event))
	if s := line(strings.Join(append([]string{i.Place.Name}, i.Place.Within...), ", ")); s != "" {
		facts += ", " + s
	}
	if i.Place.Country != "" {
		facts += " (" + line(i.Place.Country) + ")"
	}
	facts += span(i.When) + "."
	var actors []string
	for _, a := range i.Actors {
		actors = append(actors, a.Name)
	}
	if s := line(strings.Join(actors, ", ")); s != "" {
		facts += " Alleged to be involved: " + s + "."
	}
	facts += " Killed: " + claimed(i.Killed) + ". Injured: " + claimed(i.Injured) + "."

	said := "Who says so:"
	for n, s := range i.BySource {
		if n == mostSaying {
			said += fmt.Sprintf("\nand %d more.", len(i.BySource)-n)
			break
		}
		said += "\n" + line(says(s))
		if len(s.Outlets) > 1 {
			said += fmt.Sprintf(", in %d outlets", len(s.Outlets))
		}
	}
	if len(i.BySource) == 0 {
		said = "Who says so is not recorded."
	}
	state := fmt.Sprintf("Strike status: %s. Grading of casualties: %s. Outlets: %d. Origins that do not draw on each other, as far as they declare it or their texts show it: %d.",
		words(string(i.Status)), words(string(i.Grading)), i.Outlets, i.Origins)
	e.text = paragraphs(facts, said, supported(i.Figures), state, notice)
	e.tags = tags(tag{"incident", "Incident"}, tag{"kind:" + string(i.Event), kind}, tag{"country:" + i.Place.Country, i.Place.Country},
		tag{"place:" + i.Place.ID, i.Place.At}, tag{"status:" + string(i.Status), capital(words(string(i.Status)))})
	for _, a := range i.Actors {
		e.tags = append(e.tags, tags(tag{"party:" + a.ID, a.Name})...)
	}
	return e
}

// noticeEntry tells what was decided about a report. Each notice is an entry of
// its own, also one that takes an earlier one back; one that was taken back is
// changed on the day of that.
func noticeEntry(n isnad.Notice, o Options) entry {
	e := entry{author: o.Title, published: n.Issued, updated: n.Issued}
	if page := o.page("corrections", n.Case); page != "" {
		e.id = page + "#" + url.PathEscape(n.ID)
	}
	kind := capital(words(string(n.Kind)))
	whose := "a report"
	if s := line(n.Source); s != "" {
		whose += " of " + s
	}
	e.title = kind + ": " + whose
	if t := line(n.Title); t != "" && n.Kind != isnad.NoticeRemoval {
		e.title = kind + ": " + begin(t, 120)
	}
	state := ""
	switch {
	case n.Undone != "":
		state = "It holds no longer: a later decision took it back."
	case n.Kind == isnad.NoticeRemoval:
		state = "The report is no longer shown."
	}
	where := ""
	if page := o.page("reports", n.Report); page != "" {
		where = "The report: " + page
	}
	e.text = paragraphs(kind+" of "+whose+", "+n.Issued.UTC().Format("2 January 2006")+".", n.Text, state, where)
	e.tags = tags(tag{"notice", "Notice"}, tag{"notice:" + string(n.Kind), kind}, tag{"report:" + n.Report, n.Report})
	return e
}

// supported tells how many stand behind each figure, where more than one outlet prints it.
func supported(list []isnad.Figure) string {
	var parts []string
	for _, f := range list {
		if f.Outlets > 1 && len(parts) < mostSaying {
			parts = append(parts, supports(f))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "How many stand behind a figure: " + strings.Join(parts, "; ") + "."
}

func claimed(b isnad.Bounds) string {
	if !b.Known {
		return "no figure given"
	}
	return figures(b)
}

// span is the time of an incident in words, with a comma in front.
func span(p isnad.Period) string {
	const form = "2 January 2006"
	switch {
	case p.IsZero():
		return ", day not known"
	case p.To.IsZero() || p.To == p.From:
		return ", " + p.From.Time().Format(form)
	}
	return ", " + p.From.Time().Format(form) + " to " + p.To.Time().Format(form)
}

// tags keeps those that say something.
func tags(all ...tag) []tag {
	var kept []tag
	for _, t := range all {
		t.term, t.label = line(t.term), line(t.label)
		if t.term == "" || strings.HasSuffix(t.term, ":") {
			continue
		}
		if t.label == "" {
			t.label = t.term
		}
		kept = append(kept, t)
	}
	return kept
}

func paragraphs(list ...string) string {
	var kept []string
	for _, p := range list {
		if p = strings.TrimSpace(clean(p)); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n\n")
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// rfc3339 is the form of time that Atom and JSON Feed want.
func rfc3339(t time.Time) string { return t.UTC().Format(time.RFC3339) }
