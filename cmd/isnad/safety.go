package main

import (
	"io"

	"isnad"
	"isnad/internal/site"
)

// safety is what the site is handed for measures, originals and submissions.
func (h *house) safety(public bool) site.SafetyOptions {
	p := h.pipeline
	return site.SafetyOptions{
		Protect: p.Protect, Lift: p.Lift, Original: p.Original,
		HandIn: p.HandIn, Accept: p.AcceptOffer, Refuse: p.RefuseOffer, Public: public,
		Bytes: func(x isnad.Hash) (io.ReadCloser, error) { return p.Archive.Open(x) },
	}
}
