package reconcile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/internal/names"
)

// origins is how many claimants stand behind the incident that do not draw on
// each other, as far as they declare it or their texts show it:
//
//   - a claimant counts once, in however many outlets,
//   - an unnamed one ("local sources") counts once for each outlet,
//   - an outlet's own words count only where it names no source for the incident
//     in the same report; it draws on that source,
//   - own or unnamed words that were copied count for the report that they were
//     copied from, whether or not the copy says so and whatever it changed,
//   - own or unnamed words that stand letter for letter in several outlets count once,
//   - who only denies is no origin of what is denied.
func (s *said) origins() int {
	if n := s.originsOf(s.affirmed()); n > 0 {
		return n
	}
	return len(s.voices) // nothing but denials
}

// affirmed are the claims that deny nothing, voice by voice.
func (s *said) affirmed() []spoken {
	return slices.DeleteFunc(s.spoken(), func(x spoken) bool { return isDenial(x.claim) })
}

// listed are the origins that origins counts.
func (s *said) listed() []isnad.Root {
	var out []isnad.Root
	for _, o := range s.behind(s.affirmed()) {
		if o.report != "" {
			out = append(out, isnad.Root{Name: s.called[o.report], Report: o.report})
			continue
		}
		out = append(out, isnad.Root{Source: s.voices[o.voice].id, Name: s.voices[o.voice].name})
	}
	if len(out) == 0 {
		for _, v := range s.voices {
			out = append(out, isnad.Root{Source: v.id, Name: v.name})
		}
	}
	return out[:min(len(out), maxRoots)]
}

// maxRoots is how many origins of one incident are listed.
const maxRoots = 200

// spoken is a claim with the place of its voice.
type spoken struct {
	voice int
	claim *isnad.Claim
}

// spoken lists all claims, voice by voice.
func (s *said) spoken() []spoken {
	out := make([]spoken, 0, len(s.claims))
	for i, v := range s.voices {
		for _, c := range v.claims {
			out = append(out, spoken{i, c})
		}
	}
	return out
}

// standing is one origin of some claims, with one of them: who speaks, or the
// report whose words are carried.
type standing struct {
	spoken
	report string // empty where the voice is the origin
}

// originsOf counts the origins of some claims, which are in the order of spoken.
func (s *said) originsOf(claims []spoken) int { return len(s.behind(claims)) }

// behind are the origins of some claims, which are in the order of spoken.
func (s *said) behind(claims []spoken) []standing {
	named := map[string]bool{} // reports with a claim that is credited to someone
	for _, x := range claims {
		if len(x.claim.Attribution) > 0 {
			named[x.claim.Report] = true
		}
	}
	var out []standing
	origins := map[string]bool{}
	add := func(key string, x spoken, report string) {
		if !origins[key] {
			origins[key] = true
			out = append(out, standing{x, report})
		}
	}
	lines := map[uint64]bool{}
	for _, x := range claims {
		v, c := s.voices[x.voice], x.claim
		if v.own && named[c.Report] {
			continue
		}
		if !v.own && !v.unnamed {
			add(voiceKey(x.voice), x, "")
			continue
		}
		if root, carried := s.root(c); carried {
			// Where the root names its source, that is counted on its own.
			if !named[root.report] {
				key := s.rootKey(root)
				if n, ok := voiceOf(key); ok {
					add(key, spoken{n, c}, "")
				} else {
					add(key, x, root.report)
				}
			}
			continue
		}
		line := uint64(0)
		if folded := names.Fold(cut(c.Quote, maxQuote)); len(folded) > 40 {
			line = names.HashOf(folded)
		}
		if line == 0 || !lines[line] {
			add(voiceKey(x.voice), x, "")
		}
		if line != 0 {
			lines[line] = true
		}
	}
	for i := range out { // the origin's own words stand for it, where they are told of
		if out[i].report != "" {
			continue
		}
		for _, x := range claims {
			if x.voice == out[i].voice {
				out[i].claim = x.claim
				break
			}
		}
	}
	return out
}

func voiceKey(i int) string { return "voice " + strconv.Itoa(i) }

// voiceOf is the voice of a key that is one.
func voiceOf(key string) (int, bool) {
	digits, ok := strings.CutPrefix(key, "voice ")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

// rootKey is the origin that words copied from root count for: who speaks there,
// when that is told of this incident too, else the report itself.
func (s *said) rootKey(root origin) string {
	if key, ok := s.keys[root]; ok {
		return key
	}
	if s.inReport == nil {
		s.inReport = map[string][]spoken{}
		for _, x := range s.spoken() {
			s.inReport[x.claim.Report] = append(s.inReport[x.claim.Report], x)
		}
	}
	key, most := "report "+root.report, 0
	for _, x := range s.inReport[root.report] {
		if n := 1 + overlap(x.claim.Span, root.span); n > most {
			key, most = voiceKey(x.voice), n
		}
	}
	if s.keys == nil {
		s.keys = map[origin]string{}
	}
	s.keys[root] = key
	return key
}

// origin is where words stood first, as far as the texts show.
type origin struct {
	report string
	span   isnad.Span
}

// root follows the words of a claim to the report that they were copied from.
// Reports that are said to copy each other have one root among them.
func (s *said) root(c *isnad.Claim) (_ origin, carried bool) {
	if r, ok := s.roots[c]; ok {
		return r.origin, r.carried
	}
	var r rooted
	r.origin, r.carried = s.follow(c)
	if s.roots == nil {
		s.roots = map[*isnad.Claim]rooted{}
	}
	s.roots[c] = r
	return r.origin, r.carried
}

// rooted is what root says of one claim.
type rooted struct {
	origin
	carried bool
}

func (s *said) follow(c *isnad.Claim) (_ origin, carried bool) {
	path := []origin{{c.Report, c.Span}}
	for len(path) <= maxHops {
		next, ok := s.copiedFrom(path[len(path)-1])
		if !ok {
			break
		}
		if i := slices.IndexFunc(path, func(o origin) bool { return o.report == next.report }); i >= 0 {
			least := slices.MinFunc(path[i:], func(a, b origin) int { return cmp.Compare(a.report, b.report) })
			return least, least.report != c.Report
		}
		path = append(path, next)
	}
	return path[len(path)-1], len(path) > 1
}

// maxHops is how far a chain of copies is followed.
const maxHops = 8

// mostly is the share of a report that must be copied for its headline to count
// as carried too.
const mostly = 0.5

// copiedFrom is one step of root: the report that holds at least half of the
// characters.
func (s *said) copiedFrom(at origin) (next origin, ok bool) {
	best := 0.0
	for _, cite := range s.copies(at.report) {
		if cite.Kind != isnad.CiteCopy {
			continue
		}
		if s.called[cite.To] == "" {
			s.called[cite.To] = cite.ToName
		}
		if at.span.InTitle {
			if cite.Copied >= mostly && cite.Copied > best {
				best, next, ok = cite.Copied, origin{cite.To, isnad.Span{}}, true
			}
			continue
		}
		for _, p := range cite.Passages {
			if p.Original == nil {
				continue
			}
			share := float64(overlap(p.Span, at.span)) / float64(max(1, at.span.End-at.span.Start))
			if share >= 0.5 && share > best {
				best, next, ok = share, origin{cite.To, opposite(p, at.span)}, true
			}
		}
	}
	return next, ok
}

// overlap is how many characters two spans share.
func overlap(a, b isnad.Span) int {
	if a.InTitle != b.InTitle {
		return 0
	}
	return max(0, min(a.End, b.End)-max(a.Start, b.Start))
}

// opposite is about where the characters of span, which lie in a passage, stand in
// the original.
func opposite(p isnad.Passage, span isnad.Span) isnad.Span {
	shift := p.Original.Start - p.Start
	start := min(max(span.Start+shift, p.Original.Start), p.Original.End)
	return isnad.Span{Start: start, End: min(max(span.End+shift, start), p.Original.End)}
}

// support lists the figures that are claimed, with how many stand behind each,
// the most supported first.
func (s *said) support() []isnad.Figure {
	type number struct {
		outcome   isnad.Outcome
		low, high int
	}
	by := map[number][]spoken{}
	for _, x := range s.spoken() {
		if isDenial(x.claim) {
			continue
		}
		for o, r := range map[isnad.Outcome]*isnad.Range{isnad.Killed: x.claim.Killed, isnad.Injured: x.claim.Injured} {
			if r = ofIncident(x.claim, o, r); r != nil {
				n := number{o, r.Low(), r.High()}
				by[n] = append(by[n], x)
			}
		}
	}
	out := make([]isnad.Figure, 0, len(by))
	for n, claims := range by {
		outlets := map[string]bool{}
		for _, x := range claims {
			outlets[s.outlet[x.claim.Report]] = true
		}
		out = append(out, isnad.Figure{Outcome: n.outcome, Low: n.low, High: n.high, Outlets: len(outlets), Origins: s.originsOf(claims)})
	}
	slices.SortFunc(out, func(a, b isnad.Figure) int {
		return cmp.Or(cmp.Compare(b.Outcome, a.Outcome), cmp.Compare(b.Origins, a.Origins), cmp.Compare(b.Outlets, a.Outlets), cmp.Compare(a.Low, b.Low), cmp.Compare(a.High, b.High))
	})
	return out[:min(len(out), maxFigures)]
}

// maxFigures is how many different numbers of one incident are listed.
const maxFigures = 40
