// Package evidence looks at files that people hand in, before anyone opens them.
//
// Whoever hands in a file may mean harm, or may be in danger because of it. So
// this room does three things, and does them on bytes alone:
//
//   - [Look] says what a file is by its bytes, never by its name or by what the
//     sender says. It refuses, in words for the person, what harms by being
//     opened: programs, archives that unpack to far more than they are (zip
//     bombs, also nested and overlapping ones), archives that cannot be looked
//     into, pictures that fill the memory, and files that are two things at once
//     (polyglots: a picture that is an archive too, a picture with a script).
//   - [Copy] makes a copy of a picture for showing. It is decoded and encoded
//     anew, so nothing but the pixels is left: no place, no time, no name or
//     number of the camera, no thumbnail, no bytes behind the end.
//   - [Name] and [Excerpt] make the name and the beginning of a text harmless to
//     show: no control characters, no overrides of direction, bounded.
//
// The original is never changed: who keeps it keeps the bytes as handed in.
//
// Everything is bounded by [Bounds]. Nothing is written anywhere; an archive is
// unpacked into nothing, only to count.
package evidence
