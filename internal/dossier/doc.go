// Package dossier writes everything that is kept of one incident into one ZIP file
// that anyone can open, read and check without isnad, years from now.
//
//	dossier-ID/
//	  README.txt      how to read and check it
//	  index.html      all of it as one page: no script, nothing loaded from anywhere
//	  data/           the same for programs: JSON, JSON lines and CSV as isnad exports them
//	  proofs/         that it stands in the server's log, and a program that checks it
//	  captures/HASH   the bytes received, each under its SHA-256 and untouched
//	  SHA256SUMS      of every other file, as sha256sum writes and checks
//
// [Write] takes values ([Contents]) and reads texts and bytes through [Keepers],
// one at a time, so that memory does not grow with the archive. [Check] goes
// before it: it reads every capture, and names each that is missing or damaged.
// Nothing should be written then. Write compares the bytes again on their way.
//
// The same contents give the same bytes: names are sorted or in the order given,
// and the times in the ZIP are those at which captures were received.
//
// Everything from outside is hostile. Names of files are made of IDs and hashes,
// which are checked for their form; text is escaped by html/template and isolated
// where its direction could turn what stands around it; addresses become links
// only where they are http or https. Captures have no ending in their names and
// are linked nowhere: a browser would run what a stranger sent.
package dossier
