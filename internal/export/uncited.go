package export

import (
	"fmt"
	"net/url"
	"strings"

	"isnad"
)

// Uncited is a copy in which no citation was found of what it copies, nor of
// whom that had it from. The texts of its reports are not needed.
type Uncited struct {
	isnad.Citation
	Copy, Original isnad.Report
}

// mostChanged is how many changes an entry tells.
const mostChanged = 10

// unseen stands under every entry of a missing citation.
const unseen = "Found by machine, seen by no person. Both may have the text from a third, or have agreed on it."

// uncitedEntry tells what stands in which two reports and why one is held to be
// the earlier. It accuses nobody: that no citation was found is all that is known.
func uncitedEntry(u Uncited, o Options) entry {
	e := entry{author: o.Title, published: u.Copy.Received, updated: u.Copy.Received}
	if u.Original.Received.After(e.updated) {
		e.updated = u.Original.Received // the pair is news since both are here
	}
	if page := o.page("reports", u.From); page != "" && u.To != "" {
		e.id = page + "/from/" + url.PathEscape(u.To)
	}
	copied, original := outlet(u.Copy), outlet(u.Original)
	e.title = fmt.Sprintf("Text of %s also stands in %s; no citation of it found", original, copied)

	facts := fmt.Sprintf("%.0f %% of the text of %s stands in %s. %s No citation of it, nor of whom it was had from, was found in %s.",
		100*min(max(u.Copied, 0), 1), called(u.Copy), called(u.Original), earlier(u.Order, original), copied)
	e.text = paragraphs(facts, altered(u.Changes), unseen)
	e.tags = tags(tag{"missing-citation", "Missing citation"}, tag{"copy:" + u.Copy.SourceID, copied}, tag{"original:" + u.Original.SourceID, original},
		tag{"language:" + u.Copy.Language, u.Copy.Language})
	return e
}

func outlet(r isnad.Report) string {
	if s := line(r.Source); s != "" {
		return s
	}
	return "an unnamed outlet"
}

// called names a report by its outlet, title and the times known of it.
func called(r isnad.Report) string {
	const form = "2 January 2006 15:04"
	s := outlet(r)
	if t := line(r.Title); t != "" {
		s += ", “" + begin(t, 120) + "”"
	}
	var times []string
	if !r.Published.IsZero() {
		times = append(times, "published as it says "+strings.TrimSuffix(r.Published.UTC().Format(form), " 00:00"))
	}
	if !r.Received.IsZero() {
		times = append(times, "received here "+r.Received.UTC().Format(form))
	}
	if len(times) > 0 {
		s += " (" + strings.Join(times, ", ") + ", UTC)"
	}
	return s
}

// earlier says why one report is held to be the earlier one, and by which time.
func earlier(o isnad.OrderBasis, original string) string {
	switch o {
	case isnad.OrderPublished:
		return "By the times that both claim, it stood first at " + original + "."
	case isnad.OrderObserved:
		return "It was first observed at " + original + "."
	}
	return "It was first seen here at " + original + ", which does not show that it was published there first."
}

// altered tells the changes that alter the meaning.
func altered(changes []isnad.Change) string {
	n := altering(changes)
	if n == 0 {
		return ""
	}
	s, told := "Changes that alter the meaning:", 0
	for _, c := range changes {
		if !c.Meaning {
			continue
		}
		if told == mostChanged {
			s += fmt.Sprintf("\nand %d more.", n-told)
			break
		}
		told++
		s += "\n" + words(string(c.Kind))
		was, now := begin(line(c.Was), 80), begin(line(c.Now), 80)
		switch {
		case was != "" && now != "":
			s += ": “" + was + "” became “" + now + "”"
		case was != "":
			s += ": “" + was + "” is gone"
		case now != "":
			s += ": “" + now + "” is new"
		}
	}
	return s
}
