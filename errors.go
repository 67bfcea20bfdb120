package isnad

import "errors"

// ErrNotFound is returned, wrapped, where a thing that was asked for by name is
// absent. Absent is not failed: any other error means that it is not known
// whether the thing is there.
var ErrNotFound = errors.New("not found")

// ErrTooLarge is returned, wrapped, where input goes beyond a bound of size,
// count or depth that the caller set.
var ErrTooLarge = errors.New("too large")

// ErrConflict is returned, wrapped, where a person decided about something that
// another person, or a machine, has changed since they looked at it. They should
// look again.
var ErrConflict = errors.New("changed meanwhile")

// ErrRefused is returned, wrapped, where an act makes no sense or is not allowed;
// the error says why in words for the person.
var ErrRefused = errors.New("refused")
