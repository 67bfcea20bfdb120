package attribute

import (
	"slices"
	"strings"
)

// A log, a bulletin or a digest names behind each item where it has it from: "Source: Radio
// Karm", "Sources: a nurse and the Karm Post", "[Src: local council]". What the item tells
// is theirs where it credits nobody itself, and the line tells nothing.

// sourceLine is one such line and the items [from, at) before it that it is the source of.
type sourceLine struct {
	from, at, to int
	names        []string
}

// markSources finds the lines of a field that name the sources of what stands before them:
// of its paragraph as far as the line before it, of the paragraph above where it has its own,
// or of the whole item of a log.
func (f *field) markSources() {
	f.sources = f.sources[:0]
	if f.inTitle || !namesSources(f.low) {
		return
	}
	from, last, inEntry := 0, 0, false // last is where the line before ends
	for si := range f.sents {
		s := &f.sents[si]
		opens := si == 0 || f.sents[si-1].para != s.para
		if opens {
			from = max(from, s.from) // what stands in paragraphs before belongs to a line of its own only
		}
		for k := s.from; k+2 < s.to || k == s.from && k+2 < len(f.items); k++ {
			if !f.namesSource(s, k) {
				continue
			}
			l := sourceLine{from: from, at: k, to: f.sourceEnd(k + 2)}
			if l.names = f.sourceNames(k+2, l.to, strings.HasSuffix(f.word(k), "sources")); l.names == nil {
				continue
			}
			alone := k <= s.from+1
			if alone && opens {
				l.from = f.paragraphBefore(last, s)
			}
			if alone && s.entry > 0 {
				l.from, inEntry = f.entryFrom(si, last), true
			}
			f.sources = append(f.sources, l)
			from, last, k = l.to, l.to, l.to
		}
	}
	if n := len(f.sources); n == 1 && !inEntry && f.items[f.sources[0].at].para == f.items[len(f.items)-1].para {
		f.sources = f.sources[:0] // who wrote the whole of it
	}
}

// sourceWords are the words that a line of sources begins with.
var sourceWords = [...]string{"source", "sources", "src", "primary source", "primary sources", "reported by", "via", "credit"}

// namesSources tells whether one of them stands before a colon in a text.
func namesSources(low string) bool {
	for {
		before, rest, ok := strings.Cut(low, ":")
		if !ok {
			return false
		}
		before = strings.TrimRight(before, " ")
		for _, w := range sourceWords {
			if strings.HasSuffix(before, w) {
				return true
			}
		}
		low = rest
	}
}

// namesSource tells whether item k opens a line of sources.
func (f *field) namesSource(s *sentence, k int) bool {
	if k < 2 || k+2 >= len(f.items) || f.word(k+1) != ":" || f.items[k+2].para != f.items[k].para || !slices.Contains(sourceWords[:], f.word(k)) {
		return false
	}
	if k == s.from {
		return true
	}
	switch f.word(k - 1) {
	case "(", "[", "-", "–", "—", "•", "*", "|", ";", ".":
		return true
	}
	return false
}

// entryFrom is where the item of a log begins that sentence si closes, no earlier than least.
func (f *field) entryFrom(si, least int) int {
	n := si
	for n > 0 && f.sents[n-1].entry == f.sents[si].entry {
		n--
	}
	return max(f.sents[n].from, least)
}

// sourceEnd is where the line ends whose names begin at item k: with its sentence, its
// bracket or its paragraph.
func (f *field) sourceEnd(k int) int {
	e := k
	for ; e < len(f.items) && e < k+maxSources && f.items[e].para == f.items[k].para; e++ {
		switch f.word(e) {
		case ")", "]", "|":
			return e
		case ".":
			if f.stops(e) {
				return e
			}
		}
		if e > k+1 && f.items[e].is(tAux) && f.items[e-1].is(tCap) {
			return e - 1 // a sentence follows without a full stop: "Source: Radio Karm Figures are ..."
		}
	}
	return e
}

// maxSources bounds the items of a line of sources.
const maxSources = 40

// sourceNames cuts the names in the items [a, b): at commas and strokes, and at "and" where
// the line says that they are several, "Sources: X and Y", but not in "Source: Ministry of
// Health and Welfare".
func (f *field) sourceNames(a, b int, several bool) []string {
	var out []string
	page := false
	add := func(i, j int) {
		for i < j && f.items[i].is(tDet|tPunct|tConj) {
			i++
		}
		for j > i && f.items[j-1].is(tPunct) && f.word(j-1) != ")" {
			j--
		}
		if i >= j || f.items[i].is(tNum|tMonth|tWeekday) || strings.HasPrefix(f.word(i), "http") || strings.HasPrefix(f.word(i), "www") {
			return // a day or an address
		}
		switch f.word(i) {
		case "link", "here", "various", "multiple", "unknown", "n":
			return
		}
		if f.socialOnly(i, j) {
			page = true
			return
		}
		out = append(out, f.written(i, j))
	}
	from := a
	for k := a; k < b; k++ {
		switch w := f.word(k); {
		case w == "," || w == ";" || w == "/" && several, (w == "and" || w == "&") && several:
			add(from, k)
			from = k + 1
		}
	}
	add(from, b)
	if page && out == nil {
		out = []string{} // "Source: Telegram": a line of sources that names nobody
	}
	if len(out) > 4 {
		out = out[:4]
	}
	return out
}

// socialOnly tells whether the items [i, j) name no more than the pages where something was read:
// "Twitter", "Facebook and WhatsApp".
func (f *field) socialOnly(i, j int) bool {
	for k := i; k < j; k++ {
		if !f.items[k].is(tSocial) && f.word(k) != "and" {
			return false
		}
	}
	return true
}

// paragraphBefore is where the paragraph before sentence s begins, no earlier than least.
func (f *field) paragraphBefore(least int, s *sentence) int {
	k := s.from - 1
	if k < 0 {
		return s.from
	}
	para := f.items[k].para
	for k > least && f.items[k-1].para == para {
		k--
	}
	return k
}

// inSources tells whether a sentence is nothing but a line of sources.
func (f *field) inSources(s *sentence) bool {
	for i := range f.sources {
		if l := &f.sources[i]; s.from <= l.at && l.at <= s.from+1 {
			return true
		} else if l.at > s.to {
			break
		}
	}
	return false
}

// creditSources credits a claim that nobody else is credited with to the sources named behind
// it.
func (p *partial) creditSources() bool {
	if p.hasCredit {
		return false
	}
	for i := range p.f.sources {
		if l := &p.f.sources[i]; l.from <= p.sent.from && p.sent.from < l.at {
			p.names, p.via, p.creditP = l.names, nil, max(p.creditP, sourceShare)
			return true
		}
	}
	return false
}

// sourceShare is how sure it is that those named behind a claim say it.
const sourceShare = 0.8
