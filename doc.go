// Package isnad holds the words of the project: what is received, what is read
// out of it, and who says so. Every room below internal/ speaks in these words,
// and so do the database, the API, the pages and the docs.
//
// The life of a report:
//
//	a [Capture] is bytes received from one place at one time; it never changes.
//	A [Report] is a published text read out of a capture; it has versions.
//	A [Claim] is one claimant's statement, in one passage of one version of one
//	report, that one incident took place.
//	An [Incident] is what several claims are about. It holds disagreement: a
//	low and a high figure for every source, never one number for all.
//	A [Source] is who says or publishes, a [Place] where, a [Party] an armed actor.
//	A [Citation] is one link of the chain from a report to whom it draws on.
//
// Bytes received and people's decisions are the truth. Everything else carries
// the version of the code that made it and can be made again from the bytes.
//
// Positions in texts count Unicode code points and are half open; see [Span].
//
// The package imports the standard library only and does no I/O.
package isnad
