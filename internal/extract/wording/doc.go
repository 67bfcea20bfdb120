// Package wording makes the words of reports comparable.
//
// The same word is printed in many ways: with vowel signs or without, with a long alef or a
// short one, with marks that only turn the direction of the line, in capitals. [Fold] gives
// them one form, [Letters] leaves out all that is neither letter nor digit, [Unmark] only what is
// never read. The results are for comparing; a report keeps its words as printed.
package wording
