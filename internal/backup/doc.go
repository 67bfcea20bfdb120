// Package backup writes database, archive and log of one moment into one file, and
// puts them back.
//
// The file is a tar, packed with gzip; tar and sha256sum read it without isnad:
//
//	isnad-backup.json             what it is: see [Manifest]
//	log/…                         the folder of the log as it is
//	database/TABLE-000001.jsonl   rows: first a line with the names of the columns
//	archive/ab/cd/HASH            bytes under their SHA-256
//	SHA256SUMS                    of every file before it, in their order
//
// The last file tells that the others are whole and none is missing: without it
// nothing is put back. Rows are in no engine's own form, so that a copy of SQLite
// goes into PostgreSQL and the other way round.
//
// # The moment
//
// [Write] keeps the writer of the log away, begins a transaction that sees one
// state of the database, copies the log and lets its writer go on. So the log is
// never ahead of the database in the copy. Bytes in the archive never change: those
// that the database speaks of are copied last. Where something was erased
// meanwhile, the copy would hold what is to be nowhere, and [ErrErased] is returned.
//
// # Memory
//
// One part of a table, some MiB, is held at a time; bytes are never held whole.
// The list of hashes lies in a file of its own until it is written.
//
// # Reading is hostile
//
// [Read] takes nothing for granted: names are matched against what can stand in a
// backup, links and devices are refused, sizes are bounded, every hash is compared.
// It puts everything into a folder that becomes the data folder only when all of it
// is there.
package backup
