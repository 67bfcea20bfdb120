// Package casework holds the rules of cases: complaints, requests for a
// correction, replies, copyright notices, counter-notices, privacy requests and
// orders. It takes values and gives values. Who keeps a case, who carries out
// what was decided and who writes the letters is told here what is to be kept,
// done and written.
//
// A case is what its acts make of it. [Rules.Open] makes one out of a form that
// lacks nothing ([Missing] names what it lacks, with the rule that asks for it).
// [Rules.Apply] adds an act: it says who may do it, from which state it leads to
// which, and what is due next. Every state and every act meet in one table
// (table.go), and each place of it holds a state or the words of a refusal.
// Nothing is ever taken out of a case: a decision is undone by another decision.
//
// The law counts in days. A [Term] counts calendar days or working days; which
// days are worked and which are holidays the Rules say. A term ends with the last
// second of its last day. A person who is late is late: only an act that makes
// something new due sets a new date, and that is never before the act itself.
//
// Time does two things by itself: it reminds, and it closes a case in which
// nothing is left to do once the time for an appeal is over ([Rules.Due]). It
// never decides and never acknowledges.
//
// [Public] is what everybody may see of a case and [Mine] what the person who
// opened it may see. Whatever is not named there stays inside.
package casework
