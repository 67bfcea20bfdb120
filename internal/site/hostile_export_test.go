package site

import "strings"

// DeskPosts are the addresses of the desk that take something in, with * for what tells
// one thing from another. It is for tests from outside of the package.
func DeskPosts() []string {
	var out []string
	for _, r := range (&site{}).deskRoutes() {
		if r.method == "POST" {
			out = append(out, strings.NewReplacer("{id}", "*", "{token}", "*").Replace(r.pattern))
		}
	}
	return out
}
