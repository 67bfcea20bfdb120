// Package republish makes copies of reports that carry their whole chain of sources, and says whether
// the terms of a report leave that to whoever asks.
//
//	isnad.Report, its citations → [Copy] → HTML, Markdown, plain text, ninjs ([Write])
//	terms as printed → [ReadTerms] → [Leave]: forbidden, allowed under conditions, silent
//
// Every form holds the title, the text and the citation block (package citeblock), by which package extract
// knows a copy that is received again. A reference is the same without the text: it may be
// made whatever the terms say, since a title and where it stands is a citation and no copy.
//
// The HTML has a canonical link and schema.org JSON-LD (NewsArticle, isBasedOn, citation, correction); the
// JSON is ninjs 3.0 of the IPTC.
//
// Text from outside is escaped by the rules of each form and stays text: no markup, no address but http, https
// and geo, no control that turns the direction of what stands behind it. Right-to-left text says so in HTML.
package republish
