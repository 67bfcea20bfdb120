package review

import (
	"cmp"
	"slices"
	"strconv"

	"isnad"
)

// Version is one version of a report, in which claims stand.
type Version struct {
	Report      string
	Number      int
	Present     bool // decisions about other versions hold here too
	Title, Text string
}

// Claim is a claim as it stands.
type Claim struct {
	isnad.Claim
	Reading *isnad.Claim // what the machine reads of it, nil where it reads nothing
}

// Stand gives the claims of one version of a report as they stand: readings is
// what the machine reads there, acts all acts that name claims of the report, in
// the order of their numbers, with the acts that second and undo them. Claims of
// other reports that acts name do not matter here.
//
// A reading is the claim that a person decided about when their passages overlap
// by half of the shorter one, the claimant is the same, and neither figures nor
// places contradict each other; the claim then has the person's slots and ID.
// Claims that no person has spoken of stand as they are read.
func Stand(v Version, readings []isnad.Claim, acts []isnad.Act) []Claim {
	st := sift(acts)
	files := filesOf(v, acts, &st)
	out := make([]Claim, 0, len(readings)+len(files))
	ids := map[string]bool{}
	pairs := pair(files, readings)
	of := make([]*file, len(readings)) // the file that a reading went into
	for i, f := range files {
		if pairs[i] >= 0 {
			f.reading = &readings[pairs[i]]
			of[pairs[i]] = f
		}
		if f.reading != nil || f.named {
			ids[f.id] = true
		}
	}
	for i := range readings {
		r := readings[i]
		if f := of[i]; f != nil {
			out = append(out, f.stand(v))
			continue
		}
		c := Claim{r, &readings[i]}
		c.Review, c.Decision = isnad.Suggested, nil
		for n := 2; ids[c.ID]; n++ { // a decided claim that is another one has the ID
			c.ID = isnad.MakeID('k', r.ID, "reading", strconv.Itoa(n))
		}
		ids[c.ID] = true
		out = append(out, c)
	}
	for _, f := range files {
		if f.reading == nil && f.named {
			out = append(out, f.stand(v))
		}
	}
	if len(files) > 0 {
		slices.SortStableFunc(out, func(a, b Claim) int {
			return cmp.Or(cmp.Compare(inText(a.Span), inText(b.Span)), cmp.Compare(a.Span.Start, b.Span.Start))
		})
	}
	return out
}

func inText(s isnad.Span) int {
	if s.InTitle {
		return 0
	}
	return 1
}

// file is all that people said about one claim.
type file struct {
	id     string
	faces  []*isnad.Claim // the claim as people saw it, act by act
	acts   []*isnad.Act   // about what it says, and about those
	named  bool           // by an act that holds or waits
	part   bool           // it came of splitting another claim
	placed bool           // its passage stands in the version
	span   isnad.Span

	deciding *held
	waiting  []string
	reading  *isnad.Claim
}

// filesOf opens a file for every claim of the version that an act names.
func filesOf(v Version, acts []isnad.Act, st *standing) []*file {
	files := map[string]*file{}
	open := func(id string) *file {
		f := files[id]
		if f == nil {
			f = &file{id: id}
			files[id] = f
		}
		return f
	}
	live := map[string]*held{}
	for i := range st.held {
		live[st.held[i].ID] = &st.held[i]
	}
	waits := map[string]bool{}
	for _, w := range st.waiting {
		waits[w.ID] = true
	}
	about := map[string]*file{} // by act: the file it is in
	for i := range acts {
		a := &acts[i]
		if ofAct(a.Kind) {
			if f := about[a.Of]; f != nil {
				f.acts = append(f.acts, a)
				about[a.ID] = f
			}
			continue
		}
		for k := range a.Claims {
			c := &a.Claims[k]
			if c.Report != v.Report || !v.Present && c.Version != v.Number {
				continue
			}
			f := open(c.ID)
			f.faces = append(f.faces, c)
			f.named = f.named || live[a.ID] != nil || waits[a.ID]
			if !a.Kind.OfClaim() {
				continue
			}
			f.acts = append(f.acts, a)
			about[a.ID] = f
			if waits[a.ID] {
				f.waiting = append(f.waiting, a.ID)
			}
			f.splits(a, live[a.ID] != nil, open)
		}
	}
	for i := range st.held { // the last to hold decides
		if h := &st.held[i]; h.Kind.OfClaim() && about[h.ID] != nil {
			about[h.ID].deciding = h
		}
	}
	for _, w := range st.waiting {
		if f := about[w.ID]; f != nil && ofAct(w.Kind) {
			f.waiting = append(f.waiting, w.ID)
		}
	}
	out := make([]*file, 0, len(files))
	for _, f := range files {
		f.place(v)
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b *file) int { return cmp.Compare(a.id, b.id) })
	return out
}

// splits opens files for the parts of a claim.
func (f *file) splits(a *isnad.Act, holds bool, open func(string) *file) {
	for n := 1; n < len(a.Parts); n++ {
		p := open(a.Part(n))
		p.part = true
		p.named = p.named || holds
		c := a.Claims[0]
		c.ID, c.Decision = a.Part(n), nil
		if a.Parts[n].Apply(&c) != nil {
			continue // unreachable: Check applied it
		}
		c.Review = isnad.Confirmed
		c.Decision = decided(&held{Act: a}, &a.Claims[0], a.Parts[n])
		p.faces = append([]*isnad.Claim{&c}, p.faces...)
	}
}

// place finds where the claim stands in the version.
func (f *file) place(v Version) {
	for _, c := range slices.Backward(f.faces) {
		if c.Version == v.Number && c.Span.End > c.Span.Start {
			f.span, f.placed = c.Span, true
			return
		}
	}
	if len(f.faces) > 0 {
		f.span, f.placed = locate(f.faces[len(f.faces)-1], v.Title, v.Text)
	}
}

// stand is the claim as it stands. Its face is that which the deciding act has,
// else the machine's reading, else what people saw last of the machine's.
func (f *file) stand(v Version) Claim {
	out := Claim{Reading: f.reading}
	var d isnad.Decision
	switch h := f.deciding; {
	case h != nil:
		seen := f.faceOf(h.Act)
		out.Claim = *seen
		var set isnad.Edit
		switch h.Kind {
		case isnad.ActEditClaim:
			set = h.Edit
		case isnad.ActSplitClaim:
			set = h.Parts[0]
		}
		// Check applied it to the same claim; a claim that it fails on stays as seen.
		_ = set.Apply(&out.Claim)
		out.Review = isnad.Confirmed
		if h.Kind == isnad.ActRejectClaim {
			out.Review = isnad.Rejected
		}
		d = *decided(h, seen, set)
	case f.part: // as it was split off
		out.Claim = *f.faces[0]
		d = *f.faces[0].Decision
	case f.reading != nil:
		out.Claim = *f.reading
		out.Review = isnad.Suggested
	default:
		out.Claim = *f.plain()
		out.Review = isnad.Suggested
	}
	out.ID, out.Report, out.Version, out.Incident = f.id, v.Report, v.Number, ""
	decidedHere := f.deciding != nil || f.reading == nil
	switch {
	case !f.placed:
		out.Span, d.Again = isnad.Span{InTitle: out.Span.InTitle}, true
	case decidedHere:
		out.Span = f.span
		if v.Text != "" || v.Title != "" {
			in := v.Text
			if f.span.InTitle {
				in = v.Title
			}
			out.Quote = f.span.Of(in)
		}
	}
	switch {
	case f.part:
	case f.reading == nil:
		d.Reading = isnad.ReadNoLonger
	case f.deciding != nil && f.deciding.Kind != isnad.ActSplitClaim && otherwise(f.reading, &out.Claim, d.Slots):
		d.Reading = isnad.ReadOtherwise
	}
	d.Waiting = f.waiting
	if n := len(f.acts); n > 0 {
		d.Last = f.acts[n-1].ID
	}
	out.Decision = nil
	if d.Act != "" || d.Last != "" || d.Again || d.Reading != "" {
		out.Decision = &d
	}
	return out
}

// faceOf is the claim as the person saw it who did a.
func (f *file) faceOf(a *isnad.Act) *isnad.Claim {
	i := slices.IndexFunc(a.Claims, func(c isnad.Claim) bool { return c.ID == f.id })
	return &a.Claims[i]
}

// plain is the claim as people saw it last without slots that a person had set.
func (f *file) plain() *isnad.Claim {
	for _, c := range slices.Backward(f.faces) {
		if c.Decision == nil || len(c.Decision.Slots) == 0 {
			return c
		}
	}
	return f.faces[len(f.faces)-1]
}

// decided is what is told of an act that holds.
func decided(h *held, seen *isnad.Claim, set isnad.Edit) *isnad.Decision {
	d := &isnad.Decision{Act: h.ID, Kind: h.Kind, Person: h.Person, Name: h.Name, Time: h.Time, Version: seen.Version, Seconds: h.seconds}
	if seen.Decision != nil {
		d.Slots = append(d.Slots, seen.Decision.Slots...)
	}
	d.Slots = append(d.Slots, set.Slots()...)
	slices.Sort(d.Slots)
	d.Slots = slices.Compact(d.Slots)
	return d
}

// otherwise tells whether the machine reads a slot otherwise that no person set.
func otherwise(reading, stands *isnad.Claim, set []string) bool {
	differ, err := isnad.EditOf(reading, stands)
	if err != nil {
		return true
	}
	for name := range differ {
		if !slices.Contains(set, name) {
			return true
		}
	}
	return false
}
