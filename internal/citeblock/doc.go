// Package citeblock is the citation block: the lines at the foot of a republished report that say
// where it comes from. It writes them and reads them back, so that a copy which is received again
// is known as one and its chain is whole.
//
//	Citation (isnad citation block 1)
//	Title: Shells hit the market of Qasr
//	Published by: Harbour Post
//	Published: 2031-03-05
//	Byline: Rana Example
//	Agency: Cedar News Agency
//	Original address: https://harbour.example/news/14
//	Report: https://reports.example.org/reports/r0f3a
//	Draws on: the Qasr health office (declared, attribution)
//	Terms: Reprint with credit.
//	Text: 1204 characters without white space, SHA-256 4be1…
//	End of citation
//
// docs/formats.md ("Citation block") tells every line; the labels are the same in every language.
//
// # What a reader may do to it
//
// The lines may become paragraphs, stand in one paragraph with breaks, be wrapped at a width, or run
// into one line: labels are found again. Lines that carry no label go on with the line before. The
// text of the report stands right before the block. How many characters it has is told
// without white space, and so is its hash: a system that only sets the white space anew does no harm, and whoever
// changes a letter is noticed. It also finds the first character of the text, whatever a page
// prints above it.
//
// A text may hold such a block itself. The block of the copy is the last one, and its count reaches
// over the one inside.
//
// Every value is one line without the controls that turn the direction of what follows. Everything read
// is bounded, and says only what the copy says of itself: it is declared, not proved.
package citeblock
