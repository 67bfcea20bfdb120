// Package ledger is the log: an append-only Merkle tree (RFC 6962) of entries that
// vouch for captures, versions, cases, decisions and notices without saying what is
// in them.
//
// # What stands in the log
//
// An entry of the log is one line of JSON ([Leaf]): its kind, its time, and a
// digest, the SHA-256 of 32 random bytes (the salt) and of a statement, canonical
// JSON of IDs and hashes. Salt and statement are kept in the database. Who has both can check that the statement is
// what the log vouches for; once they are erased nobody can tell what the entry
// was about, not even by guessing. The log itself never loses an entry.
//
// # Files
//
// The folder of a log holds
//
//	key              the private key, never to be shown
//	verifier         name and public key of the log, as package note writes them
//	writer.lock      locked by the process that writes
//	tree/checkpoint  the last signed checkpoint: name, size and root of the tree
//	tree/tile/…      the tree, as C2SP tlog-tiles lays it out
//	hourly/…         the first checkpoint of each hour in which the log grew, and its time stamp
//
// tree/ can be copied to any web server as it is; hourly/ too. Nothing in either is secret.
//
// # Writing
//
// Entries have their place in the log before they are appended (the database gives
// it), so that entry n always has index n. [Log.Append] takes only what comes next,
// and a crash between database and log is mended by appending what is missing. One
// process writes at a time: see [Log.Lock]. A checkpoint is signed after the new tree was
// proved to hold all of the old one.
//
// The tree is written by github.com/transparency-dev/tessera, and checked here by
// code of our own. The package imports the root only.
package ledger
