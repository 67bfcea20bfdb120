package places

import (
	"slices"
	"sync"
)

// known keeps the candidates of names that phrases gave lately: the province that
// one report names in every line, and the name whose other spellings were dear to
// find. They depend on the name and on where it was looked for alone. Who gets
// them must not change them.
type known struct {
	mu sync.Mutex
	m  map[string][]candidate
}

const (
	maxKnown      = 2048 // names kept; a full store starts again
	maxKnownBytes = 128  // of a name that is kept
	maxKnownIn    = 16   // countries to look in
)

// named is candidates for the units of a phrase, kept.
func (g *Gazetteer) named(canon string, other spelt) []candidate {
	var few [maxKnownBytes + 3*maxKnownIn]byte
	key, ok := knownKey(few[:0], canon, other)
	if !ok {
		return g.candidates(canon, unitCandidates, other)
	}
	g.known.mu.Lock()
	cs, ok := g.known.m[string(key)]
	g.known.mu.Unlock()
	if ok {
		return cs
	}
	cs = slices.Clone(g.candidates(canon, unitCandidates, other))
	g.known.mu.Lock()
	defer g.known.mu.Unlock()
	if g.known.m == nil || len(g.known.m) >= maxKnown {
		g.known.m = make(map[string][]candidate)
	}
	g.known.m[string(key)] = cs
	return cs
}

// knownKey says what the candidates of a name depend on; not ok when that is too
// long to be kept.
func knownKey(dst []byte, canon string, other spelt) ([]byte, bool) {
	if len(canon) > maxKnownBytes || len(other.only) > maxKnownIn {
		return nil, false
	}
	dst = append(dst, canon...)
	switch {
	case !other.on:
		return append(dst, 0), true
	case other.only == nil:
		return append(dst, 1), true
	}
	dst = append(dst, 2)
	var codes [maxKnownIn]string
	in := codes[:0]
	for code, yes := range other.only {
		if yes {
			in = append(in, code)
		}
	}
	slices.Sort(in)
	for _, code := range in {
		dst = append(append(dst, ' '), code...)
	}
	return dst, true
}
