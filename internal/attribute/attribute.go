// Package attribute reads claims out of reports: what is said to have
// happened, where, when, to whom, by whom, and who says so.
package attribute

import (
	"isnad"
	"isnad/internal/parties"
	"isnad/internal/places"
	"isnad/internal/sources"
)

// Version names the rules; claims carry it.
const Version = "attribute/1"

// Reader reads claims. It keeps no state between reports and is safe for
// concurrent use.
type Reader struct {
	places  *places.Gazetteer
	parties *parties.Book
	sources *sources.Book
}

// New returns a Reader that knows these names.
func New(g *places.Gazetteer, p *parties.Book, s *sources.Book) *Reader {
	return &Reader{g, p, s}
}

// Read returns the claims of a report in the order of their passages, and the
// tolls that belong to no incident. Report, Version and ID of the claims are
// filled in; Incident is left to reconcile.
func (r *Reader) Read(rep *isnad.Report) ([]isnad.Claim, []isnad.Toll) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	j := judgeEN()
	d.keep = func(p *partial) bool {
		p.chance = j.chance(p.facts)
		return p.chance >= j.line
	}
	d.read()
	return d.out, d.tolls
}
