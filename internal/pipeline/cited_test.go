package pipeline_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/store"
)

// put adds a line of JSONL with more fields than told has, and waits.
func (h house) put(fields map[string]any, at time.Time) {
	h.t.Helper()
	b, err := json.Marshal(fields)
	if err != nil {
		h.t.Fatal(err)
	}
	name := fmt.Sprintf("file:%v-%v.jsonl", fields["id"], len(b))
	_, _, err = h.Keep(h.t.Context(), isnad.Capture{Address: name, MediaType: "application/jsonl", Received: at}, strings.NewReader(string(b)+"\n"), 1<<20)
	if err != nil {
		h.t.Fatal(err)
	}
	h.settle()
}

func report(id, source, published, text string, more ...any) map[string]any {
	m := map[string]any{"id": id, "source": source, "published": published, "title": "At the bridge", "text": text}
	for i := 0; i+1 < len(more); i += 2 {
		m[more[i].(string)] = more[i+1]
	}
	return m
}

// Nobody is told that a citation is missing that stands there, in whatever form.
func TestWhatCountsAsCitation(t *testing.T) {
	text := fmt.Sprintf(bridge, "six")
	wire := report("1", "Ferry Wire", "2024-03-04T12:00:00Z", text, "url", "https://ferrywire.example/a/1")
	copied := func(text string, more ...any) map[string]any {
		return report("2", "Hill Observer", "2024-03-04T13:00:00Z", text, append(more, "url", "https://hill.example/x")...)
	}
	for name, c := range map[string]struct {
		lines   []map[string]any
		missing bool
	}{
		"nothing":                 {[]map[string]any{wire, copied(text)}, true},
		"its name in the text":    {[]map[string]any{wire, copied(text + "\n\nThe account is that of Ferry Wire.")}, false},
		"its address in the text": {[]map[string]any{wire, copied(text + "\n\nThe first account is at https://ferrywire.example/a/1 and has pictures.")}, false},
		"a link to it":            {[]map[string]any{wire, copied(text, "links", []map[string]string{{"url": "https://ferrywire.example/a/1?from=hill", "text": "as told there"}})}, false},
		"another name of the agency": {[]map[string]any{
			report("1", "AFP", "2024-03-04T12:00:00Z", text), copied(text + "\n\nWith material of Agence France-Presse.")}, false},
		"the agency itself, where an outlet that credits it claims an earlier hour": {[]map[string]any{
			report("1", "Hill Observer", "2024-03-04T12:00:00Z", text, "agency", "AFP"), report("2", "AFP", "2024-03-04T13:00:00Z", text)}, false},
		"whom the original had it from": {[]map[string]any{
			wire, copied(text + "\n\nFirst told by Ferry Wire."), report("3", "Copper Gate Post", "2024-03-04T14:00:00Z", text+"\n\nFirst told by Ferry Wire.")}, false},
	} {
		t.Run(name, func(t *testing.T) {
			h := build(t, t.TempDir())
			h.work()
			for _, l := range c.lines {
				h.put(l, time.Time{})
			}
			got := h.detected(isnad.CiteCopy)
			if len(got) != len(c.lines)-1 {
				t.Fatalf("links %q", got)
			}
			for _, s := range got {
				if strings.Contains(s, "not cited") != c.missing {
					t.Errorf("missing is not %v: %q", c.missing, s)
				}
			}
		})
	}
}

// A report that is traced again must not find itself or learn from what came
// after it: two reports of one outlet stay linked when an earlier copy arrives.
func TestTracedAgainGivesTheSame(t *testing.T) {
	text := fmt.Sprintf(bridge, "six")
	lines := []map[string]any{
		report("1", "Ferry Wire", "2024-03-04T12:00:00Z", text),
		report("2", "Copper Gate Post", "2024-03-04T12:30:00Z", text),
		report("3", "Hill Observer", "2024-03-04T13:00:00Z", text),
		report("4", "Hill Observer", "2024-03-04T14:00:00Z", text),
	}
	var want []string
	for _, order := range [][]int{{0, 1, 2, 3}, {0, 2, 3, 1}, {3, 2, 1, 0}, {2, 0, 3, 1}} {
		h := build(t, t.TempDir())
		h.work()
		for _, i := range order {
			h.put(lines[i], time.Time{})
		}
		got := h.detected(isnad.CiteCopy)
		if want == nil {
			if want = got; len(want) != 3 {
				t.Fatalf("in order of time: %q", got)
			}
		} else if !slices.Equal(got, want) {
			t.Errorf("arriving as %v: %q, want %q", order, got, want)
		}
	}
}

// However many copies came before their original, all name it once it is there.
func TestOriginalThatComesLast(t *testing.T) {
	const copies = 40
	text := fmt.Sprintf(bridge, "six")
	h := build(t, t.TempDir())
	h.work()
	for i := range copies {
		h.line(told{ID: fmt.Sprint("c", i), Source: fmt.Sprintf("Paper %d", i), Published: fmt.Sprintf("2024-03-04T13:%02d:00Z", i), Title: "At the bridge", Text: text})
	}
	h.settle()
	h.put(report("o", "Ferry Wire", "2024-03-04T12:00:00Z", text), time.Time{})
	got := h.detected(isnad.CiteCopy)
	if len(got) != copies {
		t.Errorf("%d links, want %d", len(got), copies)
	}
	for _, s := range got {
		if !strings.Contains(s, "from Ferry Wire") {
			t.Errorf("still %q", s)
		}
	}
}

// A faithful copy of what was corrected later is held against what it could read.
func TestCopyOfACorrectedReport(t *testing.T) {
	at := time.Date(2024, 3, 4, 12, 0, 0, 0, time.UTC)
	six, nine := fmt.Sprintf(bridge, "six"), fmt.Sprintf(bridge, "nine")
	h := build(t, t.TempDir())
	h.work()
	h.put(report("1", "Ferry Wire", "2024-03-04T10:00:00Z", six), at)
	h.put(report("2", "Hill Observer", "2024-03-04T11:00:00Z", six), at.Add(time.Hour))
	h.put(report("1", "Ferry Wire", "2024-03-04T10:00:00Z", nine), at.Add(2*time.Hour))
	for _, when := range []string{"as it came", "derived again"} {
		got := h.detected(isnad.CiteCopy)
		if len(got) != 1 || strings.Contains(got[0], "→") {
			t.Errorf("%s: %q; the copy changed nothing", when, got)
		}
		if v := h.detected(isnad.CiteVersion); len(v) != 1 || !strings.Contains(v[0], "six→nine") {
			t.Errorf("%s: the correction is told as %q", when, v)
		}
		if err := h.Store.Clear(t.Context(), store.StepTrace); err != nil {
			t.Fatal(err)
		}
		h.settle()
	}
}

// Of a text that claims to be the earlier one, no citation is missing.
func TestFindTheOriginalItself(t *testing.T) {
	text := fmt.Sprintf(bridge, "six")
	h := build(t, t.TempDir())
	h.work()
	h.put(report("1", "Hill Observer", "2024-03-05T10:00:00Z", text), time.Time{})
	found, err := h.Find(t.Context(), &isnad.Report{Source: "Ferry Wire", SourceID: "s0", Published: time.Date(2024, 3, 4, 12, 0, 0, 0, time.UTC), Received: time.Now(), Text: text})
	if err != nil || len(found) != 1 {
		t.Fatalf("%v %v", found, err)
	}
	if found[0].Missing || found[0].Order != isnad.OrderReceived {
		t.Errorf("missing %v, order %s", found[0].Missing, found[0].Order)
	}
}

// A report that is kept, traced anew from its own bytes, finds what it draws on
// and not itself.
func TestFindWhatIsKept(t *testing.T) {
	text := fmt.Sprintf(bridge, "six")
	h := build(t, t.TempDir())
	h.work()
	h.put(report("1", "Ferry Wire", "2024-03-04T10:00:00Z", text), time.Time{})
	h.put(report("2", "Hill Observer", "2024-03-04T11:00:00Z", text), time.Time{})
	rows, _, err := h.Store.Reports(t.Context(), store.ReportQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		kept, err := h.Store.Report(t.Context(), row.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		found, err := h.Find(t.Context(), &kept)
		if err != nil || len(found) != 1 || found[0].To == kept.ID {
			t.Errorf("%s: %d found, %v", kept.Source, len(found), err)
		}
	}
}
