package change

import (
	"strings"

	"isnad"
)

// headlines compares the titles: one change when they differ, which alters the
// meaning when a figure, a name, a place, a date, a hedge, a denial or who says
// so is another. What a headline only leaves out or adds in words alters nothing,
// as headlines are cut to fit.
func (w *work) headlines() {
	was, now := w.earlier.Title, w.later.Title
	if was == now || was == "" || now == "" || len(was) > maxTitle || len(now) > maxTitle {
		return
	}
	t := w.c.open(&isnad.Report{Dateline: w.later.Dateline, Published: w.later.Published}, &isnad.Report{Dateline: w.earlier.Dateline, Published: w.earlier.Published})
	defer t.close()
	t.a.close()
	t.b.close()
	t.a.read(was, w.c.lexicon, w.a.day, true)
	t.b.read(now, w.c.lexicon, w.b.day, true)
	n, m := len(t.a.words), len(t.b.words)
	if n == 0 || m == 0 {
		return
	}
	t.a.oneSentence()
	t.b.oneSentence()
	all := run{0, n, 0, m}
	t.region(all)
	if len(t.hunks) == 0 {
		return
	}
	shared := 0
	for i := range t.a.words {
		if t.a.words[i].match >= 0 && !t.a.words[i].little() {
			shared++
		}
	}
	for _, h := range t.hunks {
		t.judge(h)
	}
	t.settle()
	close := 3*shared >= min(n, m)
	meaning := close && t.colon()
	for _, c := range t.changes {
		if !c.Meaning {
			continue
		}
		switch c.Kind {
		case isnad.ChangeNegation, isnad.ChangeHedgeDropped, isnad.ChangeHedgeAdded:
			meaning = true
		case isnad.ChangeAttribution, isnad.ChangeAttributionDropped, isnad.ChangeAttributionAdded:
			meaning = meaning || close
		default:
			meaning = meaning || c.Now != "" && c.Was != ""
		}
	}
	w.changes = append(w.changes, isnad.Change{
		Kind: isnad.ChangeHeadline, Meaning: meaning,
		Copy: t.b.span(0, m), Original: t.a.span(0, n), Now: t.b.bytes(0, m), Was: t.a.bytes(0, n),
	})
}

// maxTitle is the longest title, in bytes, that is compared.
const maxTitle = 2000

func (s *side) oneSentence() {
	s.sentences = append(s.sentences[:0], sentence{0, int32(len(s.words)), 0})
	for i := range s.words {
		s.words[i].sentence = 0
	}
}

// colon tells whether one title names who says so before a colon ("Ministry: …")
// and the other names no one, or someone else.
func (t *work) colon() bool {
	a, b := t.speakerBefore(&t.a), t.speakerBefore(&t.b)
	switch {
	case a == 0 && b == 0:
		return false
	case a == 0:
		return !t.a.mentions(&t.b, 0, b)
	case b == 0:
		return !t.b.mentions(&t.a, 0, a)
	}
	return t.sameSpeaker(run{0, a, 0, b}, run{0, a, 0, b}) == different
}

// speakerBefore is how many words before a colon name a speaker.
func (t *work) speakerBefore(s *side) int {
	for i := 1; i < len(s.words) && i <= 6; i++ {
		if !strings.HasPrefix(s.gap(i), ":") {
			continue
		}
		for k := range i {
			if e := s.words[k].entry; e != nil && e.source {
				return i
			}
		}
		if _, ok := t.c.sources.Lookup(s.bytes(0, i)); ok {
			return i
		}
		if _, ok := t.c.parties.Lookup(s.bytes(0, i)); ok {
			return i
		}
		return 0
	}
	return 0
}
