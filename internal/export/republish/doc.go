// Package republish makes copies of reports that carry their whole chain of sources, and says whether
// the terms of a report leave that to whoever asks.
package republish
