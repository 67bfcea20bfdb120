// Package export writes the words of the project in the formats of others:
// JSON lines, CSV, GeoJSON, Atom, RSS and JSON Feed. The command and the API
// use the same writers, so a line exported is a line served.
//
// The life of a value:
//
//	isnad.Claim → ClaimLine → one JSON line, the same fields in the API
//	            → columns   → one CSV record
//	isnad.Incident → feature → GeoJSON; isnad.Report, isnad.Incident → entry → feeds
//
// The structs named ...Line carry the exported names of fields. They are kept
// apart from the root types on purpose: what a program reads out there must not
// change because a field was renamed in here. docs/formats.md tells all of them,
// and a test holds the two together. In a line, null means not known, and every
// field is always there; a list or object that can be empty is never null.
//
// Rules that hold for every format:
//
//   - A claim is never a fact: figures stand with who gives them, and an
//     incident's low and high with the count of sources behind them.
//   - A place of precision 4 or wider never becomes a point; see [Where] and
//     the GeoJSON writer.
//   - Text is hostile. XML gets no character that XML forbids, a spreadsheet no
//     cell that it would run (see [Cell]), a feed no markup and no address other
//     than http and https.
//
// Writers stream: they hold one value at a time and memory stays flat. They do
// not close what they write to.
package export
