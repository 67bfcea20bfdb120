// Package change tells what a copy changed.
package change
