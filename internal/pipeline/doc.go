// Package pipeline takes a report through its life: it joins the rooms that
// think with the rooms that keep. Nothing else does.
//
// # The life of a report
//
//  1. Keep puts bytes into the archive under their hash. Then one transaction
//     records the capture and queues its first step. A crash before that
//     transaction leaves at most a blob that nothing speaks of; adding the same
//     bytes again takes it up.
//  2. unpack (WARC only) reads responses out of a WARC and keeps each as a
//     capture of its own, some at a time; the rest is queued with them.
//  3. extract reads reports out of a capture, some at a time, records them, and
//     queues attribute for them.
//  4. attribute reads claims and declared citations out of reports, records
//     them, and queues reconcile.
//  5. reconcile puts the new claims into incidents, known or new, and sums up
//     the incidents that changed.
//
// Each step first computes and then, in one transaction, writes what it found,
// queues what follows and marks itself done. A process killed at any point
// leaves either all of that or nothing of it, and the step is done again: the
// names of reports, claims and incidents are derived from what they were read
// from, so that doing it again writes the same.
//
// # The life of a case
//
// OpenCase and ActOnCase join the rules of casework with what is kept. Files are
// looked at and put into the archive first; then one transaction writes the act,
// how the case stands after it, the captures of what was given, the effects on
// what is shown, the notices, the letters and the entries of the log. Addresses
// that somebody names as evidence are fetched afterwards, by the step evidence.
// Clock does what time does by itself.
//
// What cannot be read is not an error of the program: it becomes a note on the
// capture, for people, and the bytes stay. Errors of disk, database or network
// are returned, and the step is tried again later.
package pipeline
